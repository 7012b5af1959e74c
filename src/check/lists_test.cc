#include "check/lists.h"

#include <gtest/gtest.h>

#include "check/count_words.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

struct Read {
  std::string text;
  ReadText read;
  std::vector<WordHit> hits;
  TextLists lists;

  explicit Read(std::string_view printed) : text(folded(printed)) {
    static const CountWords words = CountWords::load(DataSet::built_in()).value();
    cut(text, {}, {}, read.cuts);
    read.characters.assign(text);
    for (const Span s : read.cuts.sentences) read.sentences.push_back({s, 0, 0, false});
    words.scan(read.characters, {}, hits);
    ListCutter(text, read, hits).cut(lists);
  }
  [[nodiscard]] std::string items(std::size_t piece) const {
    std::string out;
    const ListPiece& p = lists.pieces.at(piece);
    for (std::uint32_t i = p.first_item; i < p.first_item + p.items; ++i)
      out += (out.empty() ? "" : "|") + std::string(slice(text, lists.items[i]));
    return out;
  }
  [[nodiscard]] Named all(std::size_t piece) const {
    const ListPiece& p = lists.pieces.at(piece);
    return named(lists, p.first_item, p.first_item + p.items, p.span.end);
  }
};

TEST(Lists, AreCutAtPauseMarksInsidePieces) {
  const Read r("近日，甲市、乙市和丙市三地，分别设站。");
  ASSERT_EQ(r.lists.pieces.size(), 3u);
  EXPECT_EQ(r.items(1), "甲市|乙市和丙市三地");
  EXPECT_EQ(r.all(1).low, 2u);
  EXPECT_EQ(r.all(1).high, 3u);
}

TEST(Lists, KeepTitlesQuotesAndBracketsWhole) {
  const Read r("《甲、乙办法》《丙办法》“丁、戊”（己、庚）、辛");
  EXPECT_EQ(r.items(0), "《甲、乙办法》|《丙办法》|\"丁、戊\"(己、庚)|辛");
}

TEST(Lists, GiveEveryNumberTheyMayBeReadAs) {
  const Read r("打造甲、乙和丙、丁两大品牌");
  EXPECT_TRUE(r.all(0).may_be(3));
  EXPECT_TRUE(r.all(0).may_be(4));
  EXPECT_TRUE(r.all(0).may_be(2));  // by 和 alone
  EXPECT_FALSE(r.all(0).may_be(5));
}

TEST(Lists, KnowWordsThatOnlyLookLikeLinks) {
  const Read r("参与平台、和平里、埃及三地");
  EXPECT_EQ(r.all(0).high, 3u);
}

TEST(Lists, DoNotCutNumbers) { EXPECT_EQ(Read("共1,234家、56家").lists.pieces.size(), 1u); }

TEST(Lists, FindThePieceOfAPlace) {
  const Read r("甲，乙。丙");
  EXPECT_EQ(r.lists.piece_at(0), 0u);
  EXPECT_EQ(r.lists.piece_at(3), 3u);  // the comma
  EXPECT_EQ(r.lists.piece_at(4), 1u);
}

}  // namespace
}  // namespace fengbiao
