#include "search/query.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "base/disk.h"
#include "rules/pack.h"
#include "search/ranking.h"

namespace fengbiao {
namespace {

const QueryParser& parser() {
  static const QueryParser loaded = QueryParser::load(DataSet::built_in()).value();
  return loaded;
}
std::string read(std::string_view typed) { return parser().written(parser().parse(typed).root); }
std::string notes(std::string_view typed) {
  std::string out;
  for (const QueryNote& note : parser().parse(typed).notes)
    out += (out.empty() ? "" : "; ") + std::string(name_of(note.kind)) + (note.word.empty() ? "" : " " + note.word);
  return out;
}

TEST(Query, words_side_by_side_must_all_be_there) {
  const Query query = parser().parse("跨境电商\u3000综试区");
  ASSERT_EQ(query.root.kind, QueryNode::Kind::both);
  EXPECT_EQ(query.root.parts[0].form, "跨境电商");
  EXPECT_EQ(query.root.parts[1].form, "综试区");
  EXPECT_EQ(query.leaves, 2U);
  EXPECT_TRUE(query.notes.empty());
  EXPECT_EQ(parser().parse("").root.kind, QueryNode::Kind::all);
  EXPECT_EQ(parser().parse(" \n\t ").root.kind, QueryNode::Kind::all);
}

TEST(Query, either_joins_its_neighbours_closer_than_the_blank) {
  EXPECT_EQ(read("快递 OR 物流 农村"), "快递 OR 物流 农村");
  const Query query = parser().parse("快递 OR 物流 农村");
  ASSERT_EQ(query.root.kind, QueryNode::Kind::both);
  EXPECT_EQ(query.root.parts[0].kind, QueryNode::Kind::either);
  EXPECT_EQ(read("快递 或 物流"), "快递 OR 物流");
  EXPECT_EQ(read("快递|物流｜仓储"), "快递 OR 物流 OR 仓储");
  EXPECT_EQ(read("快递 or 物流"), "快递 or 物流") << "small letters are a word";
  EXPECT_EQ(read("快递 AND 物流"), "快递 物流");
}

TEST(Query, a_mark_before_a_word_leaves_it_out) {
  EXPECT_EQ(read("电商 -直播"), "电商 -直播");
  EXPECT_EQ(read("电商 －直播"), "电商 -直播");
  EXPECT_EQ(read("电商 NOT 直播"), "电商 -直播");
  EXPECT_EQ(read("电商 -(直播 OR 短视频)"), "电商 -(直播 OR 短视频)");
  EXPECT_EQ(read("B2B-直播"), "B2B-直播") << "inside a word it belongs to it";
  EXPECT_EQ(read("电商 - 直播"), "电商 直播");
  EXPECT_EQ(read("-直播"), "-直播");
  EXPECT_EQ(read("NOT NOT 直播"), "直播");
}

TEST(Query, quotes_keep_words_together) {
  for (const char* typed : {"\"电商 直播\"", "“电商 直播”", "「电商 直播」", "『电商 直播』"}) {
    const Query query = parser().parse(typed);
    ASSERT_EQ(query.root.kind, QueryNode::Kind::words) << typed;
    EXPECT_TRUE(query.root.quoted);
    EXPECT_EQ(query.root.form, "电商直播");
  }
  EXPECT_EQ(notes("\"电商 直播"), "unclosed-quote 电商 直播");
  EXPECT_EQ(read("\"电商 直播"), "\"电商 直播\"");
}

TEST(Query, fields_have_chinese_and_english_names) {
  for (const char* typed : {"来源:人民日报", "来源：人民日报", "source:人民日报", "SOURCE:人民日报", "來源:人民日报", "来源: 人民日报"}) {
    const Query query = parser().parse(typed);
    ASSERT_EQ(query.root.kind, QueryNode::Kind::words) << typed;
    EXPECT_EQ(query.root.field, QueryField::source) << typed;
    EXPECT_EQ(query.root.form, "人民日报") << typed;
  }
  EXPECT_EQ(read("标题:(电商 OR 快递) 增长"), "标题:电商 OR 标题:快递 增长");
  EXPECT_EQ(read("标题:\"电商 新规\""), "标题:\"电商 新规\"");
  EXPECT_EQ(read("电商 -来源:甲报"), "电商 -来源:甲报");
}

TEST(Query, headlines_stay_words) {
  EXPECT_EQ(read("甲咨询：2021年直播电商规模"), "甲咨询:2021年直播电商规模");
  EXPECT_EQ(notes("甲咨询：2021年直播电商规模"), "");
  EXPECT_EQ(read("中国（上海）自由贸易试验区"), "\"中国(上海)自由贸易试验区\"");
  EXPECT_EQ(read("《网络交易办法》施行"), "《网络交易办法》施行");
}

TEST(Query, days_and_periods) {
  const auto days = [](std::string_view typed) {
    const Query query = parser().parse(typed);
    return query.root.kind == QueryNode::Kind::days ? read(typed) : "no days";
  };
  EXPECT_EQ(days("日期:2022"), "日期:[2022-01-01 TO 2022-12-31]");
  EXPECT_EQ(days("date:2022-02"), "日期:[2022-02-01 TO 2022-02-28]");
  EXPECT_EQ(days("日期:2022/5/1"), "日期:[2022-05-01 TO 2022-05-01]");
  EXPECT_EQ(days("日期:20220501"), "日期:[2022-05-01 TO 2022-05-01]");
  EXPECT_EQ(days("日期:2022年上半年"), "日期:[2022-01-01 TO 2022-06-30]");
  EXPECT_EQ(days("日期:2022年5月"), "日期:[2022-05-01 TO 2022-05-31]");
  EXPECT_EQ(days("日期:[2022-01-01 TO 2022-06]"), "日期:[2022-01-01 TO 2022-06-30]");
  EXPECT_EQ(days("日期:[2022 至 *]"), "日期:[2022-01-01 TO *]");
  EXPECT_EQ(days("日期:2021..2022"), "日期:[2021-01-01 TO 2022-12-31]");
  EXPECT_EQ(days("日期:>=2022"), "日期:[2022-01-01 TO *]");
  EXPECT_EQ(days("日期:>2022"), "日期:[2023-01-01 TO *]");
  EXPECT_EQ(days("日期:<2022-03-05"), "日期:[* TO 2022-03-04]");
  EXPECT_EQ(read("日期:某日"), "某日");
  EXPECT_EQ(notes("日期:某日"), "no-date 某日");
  EXPECT_EQ(notes("日期:2022-02-30"), "no-date 2022-02-30");
  EXPECT_EQ(notes("日期:[2022 TO"), "unclosed-bracket 2022 TO");
}

TEST(Query, values) {
  const auto amount = [](std::string_view typed) { return parser().parse(typed).root; };
  EXPECT_EQ(amount("数值:>1.2万亿元").low.unit, "CNY");
  EXPECT_GT(amount("数值:>1.2万亿元").low.value, 1.2e12);
  EXPECT_EQ(amount("数值:>=1.2万亿元").low.value, 1.2e12);
  EXPECT_EQ(amount("数值:[10% TO 20%]").high.value, 20);
  EXPECT_EQ(amount("数值:[10% TO 20%]").high.unit, "%");
  EXPECT_EQ(amount("value:100..200").kind, QueryNode::Kind::amount);
  EXPECT_EQ(notes("数值:很多"), "no-value 很多");
  EXPECT_EQ(notes("数值:[1元 TO 2%]"), "no-value 1元 TO 2%");
}

TEST(Query, what_is_broken_has_a_reading_and_a_note) {
  EXPECT_EQ(read("电商) 快递"), "电商 快递");
  EXPECT_EQ(notes("电商) 快递"), "stray-bracket )");
  EXPECT_EQ(read("(电商 快递"), "电商 快递");
  EXPECT_EQ(notes("(电商 快递"), "unclosed-bracket (");
  EXPECT_EQ(read("OR 电商 OR"), "电商");
  EXPECT_EQ(notes("OR 电商 OR"), "nothing-to-join OR; nothing-to-join OR");
  EXPECT_EQ(read("电商 OR OR 快递"), "电商 快递");
  EXPECT_EQ(read("电商 NOT"), "电商");
  EXPECT_EQ(notes("标题:"), "empty-field 标题:");
  EXPECT_EQ(notes("titel:电商"), "unknown-field titel:电商");
  EXPECT_EQ(parser().parse("titel:电商").notes[0].perhaps, "title");
  EXPECT_EQ(read("()"), "*");
  EXPECT_EQ(parser().parse("*").root.kind, QueryNode::Kind::all);
  EXPECT_EQ(read("* 电商"), "电商");
  EXPECT_EQ(read("--电商"), "-电商");
  EXPECT_EQ(read("!!! ???"), "!!! ???");
}

TEST(Query, notes_tell_where) {
  const Query query = parser().parse("电商 日期:某日");
  ASSERT_EQ(query.notes.size(), 1U);
  EXPECT_EQ(std::string(query.typed.substr(query.notes[0].at.begin, query.notes[0].at.size())), "某日");
}

TEST(Query, long_ones_are_bounded) {
  std::string many;
  for (int i = 0; i < 100; ++i) many += "词" + std::to_string(i) + " ";
  EXPECT_EQ(parser().parse(many).leaves, kMostQueryWords);
  EXPECT_EQ(notes(many), "too-many-words 词24");
  const std::string endless(100'000, '(');
  EXPECT_LE(parser().parse(endless).typed.size(), kMostQueryBytes);
  EXPECT_EQ(read(std::string(20, '(') + "电商" + std::string(20, ')')), "电商");
  std::string cut(kMostQueryBytes - 1, 'a');
  cut += "电商";
  EXPECT_EQ(parser().parse(cut).typed.size(), kMostQueryBytes - 1) << "whole characters";
}

// Found by fuzzing: a quote inside of what was read as words.
TEST(Query, what_holds_a_quote_is_written_in_corner_brackets) {
  const std::string typed = "日期:[2022 TO 20\"2]";
  EXPECT_EQ(read(typed), "「2022 TO 20\"2」");
  EXPECT_EQ(read(read(typed)), read(typed));
}

TEST(Query, what_is_written_reads_the_same) {
  for (const char* typed : {"快递 OR 物流 农村", "电商 -(直播 OR 短视频)", "标题:(电商 OR 快递) 增长", "日期:[2022 TO *] 电商",
                            "a (b OR (c d)) -e", "数值:[10% TO 20%] 指标:增速"})
    EXPECT_EQ(read(read(typed)), read(typed)) << typed;
}

// docs/search.md names every field, note and reason there is.
TEST(Query, the_manual_is_whole) {
  const std::string page = read_file(std::filesystem::path(FENGBIAO_SOURCE_DIR) / "docs/search.md").value();
  const auto has = [&](std::string_view words) { return page.find(words) != page.npos; };
  const DataSet data = DataSet::built_in();
  const PackNode root = PackNode::parse((*data.find("search/query.yaml"))->bytes, "query.yaml").value();
  const auto fields = root["fields"].items().value();
  for (const PackNode& field : fields) {
    const auto names = field["names"].texts().value();
    EXPECT_TRUE(has(fmt::format("| {} | {} |", field["id"].text().value(), fmt::join(names, ", ")))) << names.front();
  }
  for (std::size_t i = 0; i <= static_cast<std::size_t>(QueryNoteKind::initials); ++i)
    EXPECT_TRUE(has(name_of(static_cast<QueryNoteKind>(i)))) << name_of(static_cast<QueryNoteKind>(i));
  for (std::size_t i = 0; i <= static_cast<std::size_t>(HitReasonKind::dated); ++i)
    EXPECT_TRUE(has(name_of(static_cast<HitReasonKind>(i)))) << name_of(static_cast<HitReasonKind>(i));
}

}  // namespace
}  // namespace fengbiao
