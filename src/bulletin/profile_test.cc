#include "bulletin/profile.h"

#include <gtest/gtest.h>

#include "base/disk.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

std::string complaint(std::string_view yaml) {
  const auto profile = load_profile(yaml, "data/bulletin/x.yaml");
  return profile ? "no complaint" : profile.error().message();
}

TEST(Profile, ShippedOnesLoadInAFixedOrder) {
  const Knowledge k = Knowledge::load(DataSet::built_in()).value();
  ASSERT_GE(k.profiles.size(), 2u);
  EXPECT_FALSE(k.profile("ecommerce-news")->general());
  EXPECT_TRUE(k.profile("general")->general());
  EXPECT_EQ(k.profile("none"), nullptr);
  EXPECT_TRUE(std::is_sorted(k.profiles.begin(), k.profiles.end(), [](const Profile& a, const Profile& b) { return a.name < b.name; }));
}

TEST(Profile, ASectionIsFoundByNameOrAlias) {
  const Profile p = load_profile("profile: p\nsections:\n  - {name: 行 业, aliases: [业界]}\n  - {name: 书, books: true}\n", "x").value();
  EXPECT_EQ(p.section("行业")->name, "行 业");
  EXPECT_EQ(p.section("业界")->name, "行 业");
  EXPECT_TRUE(p.section("书")->books);
  EXPECT_EQ(p.section("行"), nullptr);
}

TEST(Profile, PartsArePutIntoPatterns) {
  const Profile p =
      load_profile(
          "profile: p\nparts: {word: '出处'}\nsource_line:\n  - {name: s, pattern: '^{word}:(?P<names>.+)$', examples: ['出处：某网']}\n",
          "x")
          .value();
  EXPECT_TRUE(p.source_line.first("出处:某网"));
  EXPECT_FALSE(p.source_line.first("{word}:某网"));
}

TEST(Profile, ComplaintsNameFileAndLine) {
  EXPECT_EQ(complaint("profile: p\nsection: []\n"), "data/bulletin/x.yaml:2:1: unknown key 'section' (did you mean 'sections'?)");
  EXPECT_EQ(complaint("about: p\n"), "data/bulletin/x.yaml: profile: missing");
  EXPECT_EQ(complaint("profile: p\nsections:\n  - {name: 甲}\n  - {name: 甲}\n"),
            "data/bulletin/x.yaml:4:5: sections[1]: section '甲' stands twice");
  EXPECT_EQ(complaint("profile: p\nauthor_note:\n  - name: n\n    pattern: '^a'\n    counter_examples: [abc]\n"),
            "data/bulletin/x.yaml:5:23: author_note[0].counter_examples: 'abc' matches 'n'");
}

TEST(Profile, AUsersFolderAddsOneAndATwinIsAnError) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "profile_folder";
  std::filesystem::create_directories(folder / "bulletin");
  ASSERT_TRUE(write_file(folder / "bulletin" / "mine.yaml", "profile: mine\nsections: [{name: 要闻}]\n"));
  EXPECT_NE(Knowledge::load(DataSet::with_folder(folder).value())->profile("mine"), nullptr);
  ASSERT_TRUE(write_file(folder / "bulletin" / "mine.yaml", "profile: general\n"));
  const auto twice = Knowledge::load(DataSet::with_folder(folder).value());
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().what, "profile 'general' stands twice");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace fengbiao
