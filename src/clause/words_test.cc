#include "clause/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "text/fold.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const ClauseWords& words() {
  static const ClauseWords made = ClauseWords::load(DataSet::built_in()).value();
  return made;
}
std::vector<std::string> of_use(std::string_view text, WordUse use, std::vector<Span> skip = {}) {
  const std::string f = folded(text);
  std::vector<WordHit> hits;
  words().scan(Characters(f), skip, hits);
  std::vector<std::string> out;
  for (const WordHit& hit : hits)
    if (hit.is(use)) out.emplace_back(slice(f, hit.span));
  return out;
}

TEST(ClauseWords, FoundByUse) {
  EXPECT_THAT(of_use("预计全国将达5亿元，其中甲省有望更多", WordUse::forecast), ElementsAre("预计", "将达", "有望"));
  EXPECT_THAT(of_use("甲、乙以及丙参与共和", WordUse::link), ElementsAre("、", "以及"));
  EXPECT_THAT(of_use("将近5亿元", WordUse::forecast), ElementsAre());
}

TEST(ClauseWords, NothingInsideWhatIsSkipped) { EXPECT_THAT(of_use("预计预计", WordUse::forecast, {{0, 6}}), ElementsAre("预计")); }

TEST(ClauseWords, WhatTheySay) {
  std::vector<WordHit> hits;
  words().scan(Characters("全国"), {}, hits);
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(words().attribute(hits[0], "code"), "CN");
}

TEST(ClauseWords, EndsOfNames) {
  EXPECT_TRUE(words().ends_in("某某咨询", WordUse::researcher));
  EXPECT_FALSE(words().ends_in("某某商城", WordUse::researcher));
  EXPECT_FALSE(words().ends_in("", WordUse::researcher));
}

TEST(ClauseWords, AnUnknownClassIsAnErrorWithItsPlace) {
  const auto folder = std::filesystem::temp_directory_path() / "fengbiao-words-test";
  std::filesystem::create_directories(folder / "clause");
  std::ofstream(folder / "clause" / "clauses.yaml") << "words:\n  - class: parts\n    list: [其中]\n";
  const auto data = DataSet::with_folder(folder);
  ASSERT_TRUE(data.has_value());
  const auto loaded = ClauseWords::load(*data);
  std::filesystem::remove_all(folder);
  ASSERT_FALSE(loaded.has_value());
  EXPECT_THAT(loaded.error().message(), HasSubstr("class \"parts\" is not known here"));
}

}  // namespace
}  // namespace fengbiao
