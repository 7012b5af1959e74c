#include "engine/pile_inputs.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>

namespace fengbiao {
namespace {

namespace fs = std::filesystem;

class PileInputs : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("pile_inputs_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  Archive archive(const std::vector<std::string>& inputs) {
    auto made = Archive::open(folder_ / "a.fb", OpenMode::create);
    EXPECT_TRUE(made.has_value());
    EXPECT_TRUE(made->ingest(inputs, {}, {}).has_value());
    return std::move(*made);
  }
  const std::string samples_ = FENGBIAO_SOURCE_DIR "/samples/";
  fs::path folder_;
};

TEST_F(PileInputs, WhatTheArchivePrintedIsToldBefore) {
  Archive a = archive({samples_ + "2023-03-20.txt"});
  const auto sorter = PileSorter::load(a, {});
  ASSERT_TRUE(sorter.has_value());
  const auto texts = read_pile({samples_ + "2023-03-20.txt", samples_ + "general.txt"}, {}, [](const Error& e) { FAIL() << e.message(); });
  ASSERT_TRUE(texts.has_value());
  const SortedPile one = sorter->sort(*texts, {.threads = 1}), two = sorter->sort(*texts, {.threads = 3});
  ASSERT_EQ(one.size(), texts->size());
  ASSERT_TRUE(one.front().told.has_value());
  EXPECT_EQ(one.front().told->issue, "2023-03-20");
  EXPECT_EQ(one.front().told->n, 1U);
  EXPECT_FALSE(one.back().told.has_value());
  EXPECT_FALSE(one.back().column.columns.empty());
  for (std::size_t row = 0; row < one.size(); ++row) {
    EXPECT_EQ(one[row].story, two[row].story);
    EXPECT_EQ(one[row].told.has_value(), two[row].told.has_value());
    EXPECT_EQ(one[row].relevance.nearness, two[row].relevance.nearness);
  }
}

TEST_F(PileInputs, AnEmptyArchiveProposesNoColumn) {
  Archive a = archive({});
  const auto sorter = PileSorter::load(a, {});
  ASSERT_TRUE(sorter.has_value());
  const SortedPile pile = sorter->sort({{.id = "x", .title = "标题", .paragraphs = {"平台今起下调佣金。"}}}, {});
  ASSERT_EQ(pile.size(), 1U);
  EXPECT_TRUE(pile[0].column.columns.empty());
  EXPECT_EQ(pile[0].summary.sentences.size(), 1U);
}

TEST_F(PileInputs, ABadInputIsToldOfAndTheOthersGoOn) {
  int troubles = 0;
  const auto texts = read_pile({(folder_ / "none.txt").string(), samples_ + "general.txt"}, {}, [&](const Error&) { ++troubles; });
  ASSERT_TRUE(texts.has_value());
  EXPECT_EQ(troubles, 1);
  EXPECT_EQ(texts->size(), 1U);
}

}  // namespace
}  // namespace fengbiao
