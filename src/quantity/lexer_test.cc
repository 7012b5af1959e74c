#include "quantity/lexer.h"

#include <gtest/gtest.h>

#include <string>

#include "rules/pack.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

struct Small {
  NumberReader numbers = *NumberReader::load(DataSet::built_in());
  Classes classes;
  Lexicon lexicon;
  Lexer lexer;

  Small() {
    const auto pack = PackNode::parse(
        "words:\n"
        "  - {class: [unit, counter], list: [家, 个, 个百分点, 部]}\n"
        "  - {class: [unit, money], list: [元]}\n"
        "  - {class: [unit, physical], list: [kg, 两]}\n"
        "  - {class: [unit, percent], list: ['%']}\n"
        "  - {class: tail, list: [多, 余]}\n"
        "  - {class: [before_number, money_before], list: [RMB]}\n"
        "  - {class: trap, list: {一起: {}, 十分: {unless: 钟}, 万家: {}, '618': {}}}\n"
        "  - {class: word, list: [家数]}\n"
        "  - {class: [trap, hiding], list: [部门]}\n",
        "small.yaml");
    EXPECT_TRUE(lexicon.add((*pack)["words"], classes));
    lexicon.seal();
    lexer = *Lexer::make(numbers, lexicon, classes);
  }
  // The tokens with their kind: n number, c code, - gap, w word.
  std::string cut(std::string_view text) {
    const std::string f = folded(text);
    return cut_folded(f);
  }
  std::string cut_folded(const std::string& f) {
    std::vector<Number> found;
    std::vector<Token> tokens;
    lexer.read(Characters(f), found, tokens);
    std::string out;
    for (const Token& t : tokens) {
      if (!out.empty()) out += ' ';
      out += t.classes.has(*classes.find("code"))                                                     ? 'c'
             : t.classes.has(*classes.find("number")) || t.classes.has(*classes.find("scale_number")) ? 'n'
             : t.word != kNone                                                                        ? 'w'
                                                                                                      : '-';
      if (t.word != kNone && out.back() == 'n') out += 'w';
      out += slice(f, t.span);
    }
    return out;
  }
};

TEST(Lexer, TakesTheLongerOfNumeralAndWord) {
  Small s;
  EXPECT_EQ(s.cut("约3.2万家，"), "-约 n3.2万 w家 -,");
  EXPECT_EQ(s.cut("一起"), "w一起");
  EXPECT_EQ(s.cut("618"), "nw618");
  EXPECT_EQ(s.cut("0.3个百分点"), "n0.3 w个百分点");
  EXPECT_EQ(s.cut("十分饱满"), "w十分 -饱满");
  EXPECT_EQ(s.cut("十分钟"), "n十 -分钟");
}

TEST(Lexer, BehindNumbersScalesAndUnitsGoFirst) {
  Small s;
  EXPECT_EQ(s.cut("20余万家"), "n20 w余 n万 w家");
  EXPECT_EQ(s.cut("万家灯火"), "w万家 -灯火");
  EXPECT_EQ(s.cut("九家数据"), "n九 w家 -数据");
  EXPECT_EQ(s.cut("家数"), "w家数");
  EXPECT_EQ(s.cut("3部手机"), "n3 w部 -手机");
  EXPECT_EQ(s.cut("八部门"), "n八 w部门") << "a word that hides the unit even there";
}

TEST(Lexer, RunsOfLatinLettersAreCodes) {
  Small s;
  for (const char* code : {"5G", "4/5G", "B2B", "H5", "C919", "iPhone14", "5G-A", "V2.0", "192.168.0.1", "021-12345678", "888-000-9999",
                           "a.b@example.cn", "https://www.example.cn/a?b=1", "GB/T"})
    EXPECT_EQ(s.cut(code), "c" + std::string(code));
  EXPECT_EQ(s.cut("3kg"), "n3 wkg");
  EXPECT_EQ(s.cut("3kgs"), "c3kgs");
  EXPECT_EQ(s.cut("GDP100亿元"), "cGDP n100亿 w元");
  EXPECT_EQ(s.cut("RMB300"), "wRMB n300");
  EXPECT_EQ(s.cut("2022-12-01"), "n2022 -- n12 -- n01");
  EXPECT_EQ(s.cut("2022.12.01"), "n2022 -. n12 -. n01");
}

TEST(Lexer, BlanksAreSkippedAndWordsTornByThemFound) {
  Small s;
  EXPECT_EQ(s.cut("3  个 百 分点"), "n3 w个 百 分点");
  EXPECT_EQ(s.cut_folded("5\n家"), "n5 w家");
  EXPECT_EQ(s.cut_folded("5\n\n家"), "n5 -\n\n w家");
}

TEST(Lexer, TakesAnyBytesInLinearTime) {
  Small s;
  EXPECT_EQ(s.cut_folded(std::string(100000, '1')), "c" + std::string(100000, '1'));
  std::string bytes;
  for (int i = 0; i < 100000; ++i) bytes += static_cast<char>((i * 7919) >> 3);
  std::vector<Number> numbers;
  std::vector<Token> tokens;
  s.lexer.read(Characters(bytes), numbers, tokens);
  std::uint32_t end = 0;
  for (const Token& t : tokens) {
    EXPECT_LE(end, t.span.begin);
    EXPECT_LT(t.span.begin, t.span.end);
    end = t.span.end;
  }
  EXPECT_LE(end, bytes.size());
}

}  // namespace
}  // namespace fengbiao
