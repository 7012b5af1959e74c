#include "pile/columns.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "pile/sample_stories.h"

namespace fengbiao {
namespace {

namespace s = sample_stories;

const ColumnReader& reader() {
  static const ColumnReader one = *ColumnReader::load(DataSet::built_in());
  return one;
}

PileText rule(const std::string& name) {
  return {.title = "青禾县印发《" + name + "管理办法》",
          .paragraphs = {"日前，青禾县人民政府印发《" + name + "管理办法》，自2023年5月1日起施行。", "办法要求经营者公示信息。"}};
}

TEST(Columns, LearnsWhatTheArchivePrints) {
  std::vector<ColumnModel::Example> examples;
  for (const PileText& text : {s::parcels(), s::parcels_again(), s::parcels_next_month()})
    examples.push_back({reader().features(text), "figures"});
  for (const char* name : {"夜市", "网约车", "外卖"}) examples.push_back({reader().features(rule(name)), "rules"});
  const ColumnModel model = ColumnModel::train(examples);
  const ColumnProposal proposal = model.propose(reader().features(rule("快递")));
  ASSERT_EQ(proposal.columns.size(), 2U);
  EXPECT_EQ(proposal.columns[0].label, "rules");
  ASSERT_FALSE(proposal.reasons.empty());
  EXPECT_LE(proposal.reasons.size(), 6U);
  const PileText figures{.title = "网店销售额增长8.1%",
                         .paragraphs = {"今年前两个月，全县网店销售额为5120万元，同比增长8.1%；订单66.2万单，同比增长3.4%。"}};
  EXPECT_EQ(model.propose(reader().features(figures)).columns[0].label, "figures");
}

TEST(Columns, FactsSayWhatAnEditorSees) {
  std::vector<std::string> names;
  for (const NamedFeature& f : reader().features(s::parcels()).facts) names.push_back(f.name);
  EXPECT_NE(std::ranges::find(names, "headline figure: percent"), names.end());
  EXPECT_NE(std::ranges::find(names, "figures >= 4"), names.end());
  EXPECT_NE(std::ranges::find(names, "measures: growth"), names.end());
}

TEST(Columns, NothingIsProposedFromOneColumn) {
  const std::vector<ColumnModel::Example> one{{reader().features(s::market()), "news"}};
  EXPECT_TRUE(ColumnModel::train(one).empty());
  EXPECT_TRUE(ColumnModel::train(one).propose(reader().features(s::market())).columns.empty());
}

}  // namespace
}  // namespace fengbiao
