#include "check/contents_body.h"

#include <gtest/gtest.h>

#include "check/checker.h"
#include "check/sample_text.h"

namespace fengbiao {
namespace {

// Contents of five entries, each a line, over articles of these titles; `named` are the articles that the entries name.
std::vector<std::string> relations(const std::vector<std::string>& entries, const std::vector<std::uint32_t>& named,
                                   const std::vector<std::string>& titles) {
  static const Checker* const checker = new Checker(*Checker::load(DataSet::built_in()));
  SampleIssue sample("");
  sample.issue.articles.clear();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    sample.kept += entries[i] + "\n";
    sample.issue.contents.push_back({entries[i], std::nullopt, static_cast<std::uint32_t>(i + 1), named[i]});
  }
  for (const std::string& title : titles) {
    Article& article = sample.issue.articles.emplace_back();
    article.n = static_cast<std::uint32_t>(sample.issue.articles.size());
    const auto begin = static_cast<std::uint32_t>(sample.kept.size());
    sample.kept += title + "\n";
    article.title_pieces = {{begin, begin + static_cast<std::uint32_t>(title.size())}};
    fill_texts(article, sample.kept);
  }
  Checker::Session session(*checker, sample.issue, sample.kept);
  std::vector<std::string> out;
  for (const Relation& r : session.finish({}, {}).relations)
    if (r.verdict != Verdict::holds) out.push_back(r.at.quote + " | " + (r.other ? r.other->quote : ""));
  return out;
}
using Lines = std::vector<std::string>;
const Lines kTitles{"甲市新增试验区33个", "乙市举办数字商业大会", "丙省直播基地投入使用", "丁市跨境电商增长较快", "戊市发布数字消费方案"};

TEST(Contents, HoldsWhereAllAreNamed) { EXPECT_EQ(relations(kTitles, {1, 2, 3, 4, 5}, kTitles), Lines{}); }

TEST(Contents, AnEntryThatAllButNamesAnArticle) {
  Lines entries = kTitles;
  entries[0] = "甲市新增试验区35个";
  EXPECT_EQ(relations(entries, {0, 2, 3, 4, 5}, kTitles), (Lines{"甲市新增试验区35个 | 甲市新增试验区33个"}));
}

TEST(Contents, MarksAndShortenedTitlesAreFine) {
  Lines entries = kTitles;
  entries[1] = "乙市举办“数字商业大会”";
  EXPECT_EQ(relations(entries, {1, 0, 3, 4, 5}, kTitles), Lines{});
  entries[1] = "乙市举办数字商业";
  EXPECT_EQ(relations(entries, {1, 0, 3, 4, 5}, kTitles), Lines{});
}

TEST(Contents, SilentWhereManyNameNothing) {
  Lines entries = kTitles;
  entries[0] = "甲市新增试验区35个";
  EXPECT_EQ(relations(entries, {0, 0, 3, 4, 5}, kTitles), Lines{});
}

TEST(Contents, AnEntryOutOfOrder) {
  const Lines entries{kTitles[0], kTitles[2], kTitles[1], kTitles[3], kTitles[4]};
  EXPECT_EQ(relations(entries, {1, 3, 2, 4, 5}, kTitles).size(), 1u);
}

}  // namespace
}  // namespace fengbiao
