#include "publish/type_lines.h"

#include <gtest/gtest.h>

#include "publish/press_style.h"

namespace fengbiao {
namespace {

class TypeLines : public testing::Test {
 protected:
  static const TypeFaces& faces() {
    static const TypeFaces found = TypeFaces::find(PressStyle::load(DataSet::built_in())->faces).value();
    return found;
  }
  static std::vector<std::string> lines(std::string_view text, float em) {
    const TypePieces pieces = cut_pieces(text, faces(), TypeFace::song, 10, em * 10);
    std::vector<std::string> out;
    for (const TypeLine& line : break_lines(pieces, {.width = em * 10})) {
      out.emplace_back();
      for (const PlacedPiece& p : line.pieces)
        out.back() += (pieces.pieces[p.piece].blank && &p != &line.pieces.front() ? " " : "") + pieces.pieces[p.piece].text;
    }
    return out;
  }
  using Lines = std::vector<std::string>;
};

TEST_F(TypeLines, MarksNeitherBeginNorEndALine) {
  EXPECT_EQ(lines("一二三四五六七，八九", 6), (Lines{"一二三四五六", "七，八九"}));
  EXPECT_EQ(lines("一二三四五，六七八九", 6), (Lines{"一二三四五，", "六七八九"}));
  EXPECT_EQ(lines("一二三四五六，七八九", 6.6f), (Lines{"一二三四五六，", "七八九"})) << "the white half of a mark stands outside";
  EXPECT_EQ(lines("一二三四五《六七》", 6), (Lines{"一二三四五", "《六七》"}));
  EXPECT_EQ(lines("一二三四增12%后", 6), (Lines{"一二三四增", "12%后"}));
}

TEST_F(TypeLines, GapsTellTheSettersBlankFromAPrintedOne) {
  const TypePieces set = cut_pieces("共12个 A 座", faces(), TypeFace::song, 10, 100);
  ASSERT_EQ(set.pieces.size(), 5u);
  EXPECT_FLOAT_EQ(set.pieces[1].gap, 2.4f);
  EXPECT_GT(set.pieces[3].gap, 4);
  EXPECT_TRUE(set.pieces[3].blank);
}

TEST_F(TypeLines, ABlankThatWouldBeLostEndsNoLine) {
  EXPECT_EQ(lines("一二三四 五六七八九", 4.3f), (Lines{"一二三", "四 五六", "七八九"}));
  EXPECT_EQ(lines("cloud services", 5), (Lines{"cloud", "services"}));
}

TEST_F(TypeLines, FullLinesReachTheEdge) {
  const TypePieces pieces = cut_pieces("一二三四五六七八九十一二三四五《六七》八九", faces(), TypeFace::song, 10, 165);
  const auto set = break_lines(pieces, {.width = 160, .justify = true});
  ASSERT_EQ(set.size(), 2u);
  EXPECT_NEAR(set[0].width, 160, 0.01);
}

TEST_F(TypeLines, ALongWordFallsApart) {
  const auto cut = lines("https://docs.example.org/a/very/long/path?with=words&and=more", 10);
  EXPECT_GT(cut.size(), 2u);
  std::string all;
  for (const std::string& line : cut) all += line;
  EXPECT_EQ(all, "https://docs.example.org/a/very/long/path?with=words&and=more");
}

}  // namespace
}  // namespace fengbiao
