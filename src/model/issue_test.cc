#include "model/issue.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

Span whole(std::string_view text, std::string_view part) {
  const auto at = static_cast<std::uint32_t>(text.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

TEST(ZoneKind, NamesAndBack) {
  for (unsigned i = 0; i <= static_cast<unsigned>(ZoneKind::unclaimed); ++i)
    EXPECT_EQ(zone_kind(name_of(static_cast<ZoneKind>(i))), static_cast<ZoneKind>(i));
  EXPECT_EQ(name_of(ZoneKind::source_line), "source_line");
  EXPECT_EQ(zone_kind("page_furniture"), ZoneKind::page_furniture);
  EXPECT_EQ(zone_kind("footer"), std::nullopt);
}

TEST(JoinPieces, WrappedLinesJoinWithoutABlankExceptBetweenLatin) {
  const std::string text = "某市网上零售额\n同比增长 cloud\nservices 与 AI\n平台 5\n项";
  const std::vector<Span> pieces = {whole(text, "某市网上零售额"), whole(text, "同比增长 cloud"), whole(text, "services 与 AI"),
                                    whole(text, "平台 5"), whole(text, "项")};
  EXPECT_EQ(join_pieces(text, pieces), "某市网上零售额同比增长 cloud services 与 AI平台 5项");
  EXPECT_EQ(join_pieces(text, {}), "");
  EXPECT_EQ(join_pieces("a2\n3b\n-c", {{0, 2}, {3, 3}, {3, 5}, {6, 8}}), "a2 3b-c") << "an empty piece adds nothing";
}

TEST(JoinPieces, CollapsesBlanksOfTitlesOnly) {
  const std::string text = "直播\u3000\t 电商\u00A0 新规";
  const std::vector<Span> all = {{0, static_cast<std::uint32_t>(text.size())}};
  EXPECT_EQ(join_pieces(text, all, true), "直播 电商 新规");
  EXPECT_EQ(join_pieces(text, all), text);
}

TEST(FillTexts, FromPiecesAndOnlyWherePiecesAre) {
  const std::string text = "标题  一\n正文第一行，\n第二行。\n（作者：某校）\n来源：甲报";
  Article a;
  a.title_pieces = {whole(text, "标题  一")};
  a.paragraphs.push_back({{whole(text, "正文第一行，"), whole(text, "第二行。")}, "", false});
  a.paragraphs.push_back({{}, "别处得来", false});
  a.author_note_pieces = {whole(text, "作者：某校")};
  a.source_pieces = {whole(text, "来源：甲报")};
  fill_texts(a, text);
  EXPECT_EQ(a.title, "标题 一");
  EXPECT_EQ(a.paragraphs[0].text, "正文第一行，第二行。");
  EXPECT_EQ(a.paragraphs[1].text, "别处得来");
  EXPECT_EQ(a.author_note, "作者：某校");
  EXPECT_EQ(a.span(), (Span{0, static_cast<std::uint32_t>(text.size())}));

  Article bare;
  bare.title = "已有";
  fill_texts(bare, text);
  EXPECT_EQ(bare.title, "已有");
  EXPECT_EQ(bare.author_note, std::nullopt);
  EXPECT_EQ(bare.span(), Span{});
}

TEST(ArticleSpan, ReachesFromTheFirstToTheLastPieceWhateverTheirOrder) {
  Article a;
  a.source_pieces = {{90, 99}};
  a.title_pieces = {{40, 50}, {52, 60}};
  a.paragraphs.push_back({{{61, 80}}, "", false});
  EXPECT_EQ(a.span(), (Span{40, 99}));
}

}  // namespace
}  // namespace fengbiao
