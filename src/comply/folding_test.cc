#include "comply/folding.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace fengbiao {
namespace {

const ComplyFolding& folding() {
  static const ComplyFolding made = *ComplyFolding::load(DataSet::built_in());
  return made;
}
std::string read(std::string_view text) { return as_utf8(folding().word(text).units); }

TEST(ComplyFolding, OneUnitForEveryWayToPrintACharacter) {
  EXPECT_EQ(read("ＶvⓋ𝐕"), "vvvv");
  EXPECT_EQ(read("全國銷量"), "全国销量");
  EXPECT_EQ(read("⽉"), "月");
  EXPECT_EQ(read("①"), "1");
}

TEST(ComplyFolding, SkipsWhatHidesAndWhatHasNoWidth) {
  EXPECT_EQ(read("微\u200B信"), "微信");
  EXPECT_EQ(read("微*信"), "微信");
  EXPECT_EQ(folding().word("微*信").gaps, 2U);
  EXPECT_EQ(folding().word("微\u200B信").gaps, 0U);
  EXPECT_EQ(read("微🔥信"), "微信");
  EXPECT_EQ(read("微，信"), "微,信") << "a comma parts words";
  EXPECT_EQ(read("1.5倍"), "1.5倍") << "a sign of a number stays";
}

TEST(ComplyFolding, WritesCharactersAsTheirParts) {
  const auto words = folding().split(u"张明");
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(as_utf8(words[0]), "弓长明");
  EXPECT_EQ(as_utf8(words[1]), "张日月");
  EXPECT_EQ(as_utf8(words[2]), "弓长日月");
  EXPECT_TRUE(folding().split(u"的").empty());
}

TEST(ComplyFolding, SpellsCharacters) {
  std::vector<std::string> words;
  for (const auto& word : folding().spelled(u"第一名")) words.push_back(as_utf8(word));
  EXPECT_EQ(words, (std::vector<std::string>{"di一名", "d一名", "第yi名", "第1名", "第壹名", "第一ming", "diyiming"}));
}

TEST(ComplyFolding, KnowsSyllables) {
  EXPECT_EQ(folding().syllable(u'薇'), folding().syllable(u'微'));
  EXPECT_NE(folding().syllable(u'薇'), 0U);
  EXPECT_EQ(folding().syllable(u'x'), 0U);
}

TEST(ComplyFolding, BrokenTablesNameTheirLine) {
  const auto with = [](const std::string& name, const std::string& bytes) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "comply_folding_test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder / "comply");
    std::ofstream(folder / "comply" / name) << bytes;
    const auto made = ComplyFolding::load(*DataSet::with_folder(folder));
    return made ? std::string() : made.error().message().substr(folder.string().size() + 1);
  };
  EXPECT_EQ(with("signs.tsv", "# x\nstar\t*\n"), "comply/signs.tsv:2: expected a code point such as 002A, or a range such as 2500-257F");
  EXPECT_EQ(with("split.tsv", "好\t女\n"), "comply/split.tsv:1: expected two characters or more for each way to write it");
  EXPECT_EQ(with("split.tsv", "好人\t女子\n"), "comply/split.tsv:1: expected one character in the first cell");
}

}  // namespace
}  // namespace fengbiao
