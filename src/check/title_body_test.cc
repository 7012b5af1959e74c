#include "check/title_body.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "check/checker.h"
#include "check/sample_text.h"

namespace fengbiao {
namespace {

// The relations of a small article: "relation verdict", in order of the text.
std::vector<std::string> relations(const std::string& words) {
  static const Checker* const checker = new Checker(*Checker::load(DataSet::built_in()));
  static const TextReader* const reader = new TextReader(*TextReader::load(DataSet::built_in()));
  const SampleIssue sample(words);
  Checker::Session session(*checker, sample.issue, sample.kept);
  ArticleText text;
  text.read(*reader, sample.issue.articles.front(), sample.kept, Date{2022, 12, 5});
  session.article(text, {}, {});
  std::vector<std::string> out;
  for (const Relation& r : session.finish({}, {}).relations)
    if (r.rule.starts_with("title-")) out.push_back(r.relation + " " + std::string(name_of(r.verdict)));
  return out;
}
bool has(const std::string& words, const std::string& relation) {
  const auto found = relations(words);
  return std::ranges::find(found, relation) != found.end();
}

TEST(TitleBody, FiguresHoldRoundedOrBounded) {
  EXPECT_TRUE(has("甲市销售近3000亿元\n去年，甲市销售2965.13亿元。", "近3000亿元 ~ 2965.13亿元 holds"));
  EXPECT_TRUE(has("用户超4.6亿\n甲平台用户规模为4.69亿。", "超4.6亿 ~ 4.69亿 holds"));
  EXPECT_TRUE(has("甲平台收到信息4893万条\n共收到信息48930596条。", "4893万条 ~ 48930596条 holds"));
  EXPECT_TRUE(has("销售91亿美元\n网上销售91.2亿美元。", "91亿美元 ~ 91.2亿美元 holds"));
  EXPECT_TRUE(has("甲国服务百万家企业\n将为100万家企业服务。", "百万家 = 100万家 holds"));
}

TEST(TitleBody, PlacesInAnOrderHold) {
  EXPECT_TRUE(has("甲国位居全球第二\n甲国升至全球第2位。", "第二 = 第2位 holds"));
  EXPECT_TRUE(has("甲站第一，乙站第二\n甲站位居榜首，紧随其后的是乙站。", "第二 = 紧随其后 holds"));
}

TEST(TitleBody, DaysHold) {
  EXPECT_TRUE(has("新标准月底实施\n该标准将于12月30日起实施。", "月底 ~ 12月30日起 holds"));
  EXPECT_TRUE(has("新规12月1日起施行\n该规定自2022年12月1日起施行。", "12月1日起 = 2022年12月1日起 holds"));
}

TEST(TitleBody, OtherFiguresAreNoContradiction) {
  EXPECT_TRUE(has("甲市网络零售额增长21%\n甲市工业增加值增长8%。", "21% ? cannot tell"));
  EXPECT_TRUE(has("甲市网络零售额增长21%\n甲市网络零售额增长较快，乙市增长8%。", "21% ? cannot tell"));
}

TEST(TitleBody, ASlipContradicts) {
  EXPECT_TRUE(has("甲市网络零售额达1.53万亿元\n去年，甲市网络零售额达1.35万亿元。", "1.53万亿元 ≠ 1.35万亿元 contradicts"));
  EXPECT_TRUE(
      has("甲市印发《数字贸易促进条列》\n甲市印发《数字贸易促进条例》。", "《数字贸易促进条列》 ≠ 《数字贸易促进条例》 contradicts"));
}

}  // namespace
}  // namespace fengbiao
