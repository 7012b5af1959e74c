#include "model/issue_records.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(IssueRecords, TextsComeFromTheirSpans) {
  const std::string kept = "标题\n网上零售额达1.3\n万亿元。\n完\n";
  Issue issue;
  Article& a = issue.articles.emplace_back();
  a.n = 2;  // not in its place
  a.title_pieces = {{0, 6}};
  a.paragraphs = {{{{7, 28}, {29, 41}}, "", false}, {{{42, 45}}, "", false}};
  IssueRecords records;
  records.observations.resize(2);
  records.policies.resize(1);
  Observation& o = records.observations[0];
  o.article = 2;
  o.span = {25, 38};
  o.quote_span = {7, 41};
  records.observations[1].article = 9;
  Policy& p = records.policies[0];
  p.article = 2;
  p.span = {0, 6};
  p.quote_span = {0, 45};
  fill_texts(records, issue, kept);
  EXPECT_EQ(o.text, "1.3万亿元");
  EXPECT_EQ(o.quote, "网上零售额达1.3万亿元。");
  EXPECT_EQ(records.observations[1].text, "");
  EXPECT_EQ(p.text, "标题");
  EXPECT_EQ(p.quote, "标题网上零售额达1.3万亿元。完");
}

}  // namespace
}  // namespace fengbiao
