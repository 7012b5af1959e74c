#include "comply/letters.h"

#include <gtest/gtest.h>

#include "intake/intake.h"

namespace fengbiao {
namespace {

struct Read {
  Document document;
  ComplyLetters letters;
  explicit Read(const std::string& text) : document(document_from_text(text, "t")) {
    static const ComplyFolding folding = *ComplyFolding::load(DataSet::built_in());
    static const SpokenLines lines = *SpokenLines::load(DataSet::built_in());
    read_letters(document.text, lines.read(document, ComplyKind::script), folding, letters);
  }
  [[nodiscard]] std::string units() const {  // a gap as _
    std::string out;
    for (std::uint32_t i = 0; i + 1 < letters.size(); ++i) {
      if (letters.gap(i) && letters.units[i] != ComplyLetters::kLineEnd) out += '_';
      out += as_utf8(std::u16string_view(&letters.units[i], 1));
    }
    return out;
  }
  [[nodiscard]] std::string words(const std::vector<ComplyLetters::Range>& ranges) const {
    std::string out;
    for (const auto& r : ranges) out += std::string(slice(document.text, letters.span(r.begin, r.end))) + "|";
    return out;
  }
};

TEST(ComplyLetters, KeepsWhereEachStands) {
  const Read read("微 * 信：Ｖ\u200Bx\n1.5倍");
  EXPECT_EQ(read.units(), "微_信:vx\n1.5倍");
  const ComplyLetters& l = read.letters;
  EXPECT_EQ(slice(read.document.text, l.span(0, 2)), "微 * 信");
  EXPECT_EQ(slice(read.document.text, l.span(3, 5)), "Ｖ\u200Bx");
  EXPECT_EQ(l.lines.size(), 2U);
}

TEST(ComplyLetters, KnowsWhatStandsInQuotesTitlesAndBrackets) {
  const Read read("他说“第一”，《第一名》（第 一）和\"甲\"，“没有完\n第一”");
  EXPECT_EQ(read.words(read.letters.quotes), "第一|甲|");
  EXPECT_EQ(read.words(read.letters.titles), "第一名|");
  EXPECT_EQ(read.words(read.letters.brackets), "第 一|");
}

TEST(ComplyLetters, SentencesEndAtStopsAndLines) {
  const Read read("甲。乙！丙\n丁");
  EXPECT_EQ(read.letters.stops, (std::vector<std::uint32_t>{1, 3, 5, 7}));
}

TEST(ComplyLetters, ReadsAnyBytesOfALine) {
  // Documents are valid UTF-8, but nothing here may rest on it.
  const ComplyFolding folding = *ComplyFolding::load(DataSet::built_in());
  const std::string text = "\xE5\xA5\xFF\xF0\x9F\x94\xA5甲\xE4\xB8";
  SpokenLine line;
  line.text = {0, static_cast<std::uint32_t>(text.size())};
  ComplyLetters letters;
  read_letters(text, {line}, folding, letters);
  for (std::uint32_t i = 0; i + 1 < letters.size(); ++i) EXPECT_LE(letters.span(i, i + 1).end, text.size());
}

}  // namespace
}  // namespace fengbiao
