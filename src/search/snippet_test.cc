#include "search/snippet.h"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"
#include "search/index_builder.h"

namespace fengbiao {
namespace {

Snippet of(std::string title, std::vector<std::string> paragraphs, std::string_view typed) {
  static const QueryParser parser = QueryParser::load(DataSet::built_in()).value();
  SearchDocument document;
  document.id = "a";
  document.title = std::move(title);
  document.paragraphs = std::move(paragraphs);
  SearchIndexBuilder builder;
  builder.add(document);
  return snippet(SearchIndex::over(*builder.make("s"))->text(0), parser.parse(typed).root);
}
std::string marked(const std::vector<SnippetPiece>& pieces) {
  std::string out;
  for (const SnippetPiece& piece : pieces) out += piece.mark ? "[" + piece.text + "]" : piece.text;
  return out;
}

TEST(Snippet, marks_what_was_found_as_printed) {
  const Snippet s = of("ＡＰＰ上線", {"某 APP 的“跨境 电商”頻道上线。"}, "app 跨境电商 频道");
  EXPECT_EQ(marked(s.title), "[ＡＰＰ]上線");
  EXPECT_EQ(marked(s.body), "某 [APP] 的“[跨境 电商]”[頻道]上线。");
}

TEST(Snippet, shows_where_most_words_stand_together) {
  std::string filler;
  for (int i = 0; i < 40; ++i) filler += "这里说的是别的事情。";
  const Snippet s = of("标题", {"物流" + filler, filler + "农村物流提速，惠及千家。" + filler}, "农村 物流");
  EXPECT_EQ(s.body.front().text, "…");
  EXPECT_EQ(s.body.back().text, "…");
  EXPECT_NE(marked(s.body).find("[农村物流]提速"), std::string::npos) << marked(s.body);
  EXPECT_LE(count_code_points(marked(s.body)), kSnippetCharacters + 8);
}

TEST(Snippet, begins_with_the_text_where_only_the_title_has_it_or_nothing) {
  EXPECT_EQ(marked(of("快递新规", {"内容略。"}, "快递").body), "内容略。");
  EXPECT_EQ(marked(of("快递新规", {"内容略。"}, "").body), "内容略。");
  EXPECT_TRUE(of("快递新规", {}, "快递").body.empty());
}

TEST(Snippet, does_not_mark_what_is_left_out_or_in_a_field) {
  EXPECT_EQ(marked(of("标题", {"快递与直播。"}, "快递 -直播").body), "[快递]与直播。");
  EXPECT_EQ(marked(of("快递", {"快递与直播。"}, "标题:快递").body), "快递与直播。");
}

TEST(Snippet, is_whole_characters_of_a_line_without_stops) {
  std::string endless;
  for (int i = 0; i < 2000; ++i) endless += "字";
  const Snippet s = of("标题", {endless + "快递" + endless}, "快递");
  for (const SnippetPiece& piece : s.body) EXPECT_EQ(first_malformed(piece.text), std::nullopt);
  EXPECT_NE(marked(s.body).find("[快递]"), std::string::npos);
}

}  // namespace
}  // namespace fengbiao
