#include "policy/validity.h"

#include <gtest/gtest.h>

#include "policy/sample_article.h"

namespace fengbiao::policy_room {
namespace {

// "effective 2023-03-01, until +60M" …; written 2022-12-05.
std::string told(const std::string& text) {
  static const PolicyWords words = PolicyWords::load(DataSet::built_in()).value();
  static const DocumentKinds kinds = DocumentKinds::load(DataSet::built_in()).value();
  const SampleArticle article(text);
  std::vector<WordHit> memory;
  const Scene scene(article.text, words, kinds, memory);
  std::vector<Validity> found;
  find_validity(scene, Calendar(scene), found);
  std::string out;
  for (const Validity& v : found) {
    out += out.empty() ? "" : ", ";
    out += v.field == Validity::Field::effective ? "effective " : v.field == Validity::Field::until ? "until " : "comments ";
    out += v.which == Validity::Which::former ? "former " : v.which == Validity::Which::latter ? "latter " : "";
    if (v.from_issue) out += "issue";
    out += v.day;
    if (v.months != 0) out += "+" + std::to_string(v.months) + "M";
    if (v.days != 0) out += "+" + std::to_string(v.days) + "D";
    if (!v.direct) out += " ?";
  }
  return out;
}

TEST(Validity, DaysOfEffect) {
  EXPECT_EQ(told("《夜市条例》自2023年3月1日起施行。"), "effective 2023-03-01");
  EXPECT_EQ(told("《夜市条例》将于明年1月1日正式实施。"), "effective 2023-01-01");
  EXPECT_EQ(told("12月10日起，《夜市条例》正式施行。"), "effective 2022-12-10");
  EXPECT_EQ(told("《夜市条例》施行日期为2023年3月1日。"), "effective 2023-03-01");
  EXPECT_EQ(told("前者自2023年3月1日起施行，后者自2023年5月1日起施行。"), "effective former 2023-03-01, effective latter 2023-05-01");
  EXPECT_EQ(told("《夜市条例》自2020年3月1日施行以来，投诉少了。"), "");
  EXPECT_EQ(told("这项便民工程自2023年3月1日起实施。"), "effective 2023-03-01 ?");
}

TEST(Validity, CountedFromTheDayOfIssue) {
  EXPECT_EQ(told("《夜市条例》自公布之日起施行。"), "effective issue");
  EXPECT_EQ(told("《夜市条例》自印发之日起30日后施行。"), "effective issue+30D");
}

TEST(Validity, HowLong) {
  EXPECT_EQ(told("办法自2023年3月1日起施行，有效期5年。"), "effective 2023-03-01, until +60M");
  EXPECT_EQ(told("办法有效期至2025年2月28日。"), "until 2025-02-28");
  EXPECT_EQ(told("执行期限为2023年1月1日至2024年12月31日。"), "effective 2023-01-01, until 2024-12-31");
  EXPECT_EQ(told("优惠政策延续实施至2025年底。"), "until 2025-12-31");
}

TEST(Validity, Opinions) {
  EXPECT_EQ(told("意见反馈截止时间为2022年12月30日。"), "comments 2022-12-30");
  EXPECT_EQ(told("公众可在1月10日前提出意见。"), "comments 2023-01-10");
}

TEST(Calendar, CountsDays) {
  EXPECT_EQ(day_after("2022-01-31", 1, 0, false), "2022-02-28");
  EXPECT_EQ(day_after("2022-03-01", 60, 0, true), "2027-02-28");
  EXPECT_EQ(day_after("2022-11", 1, 0, false), "");
  EXPECT_EQ(days_between("2022-11", "2022-12-05"), 34);
}

}  // namespace
}  // namespace fengbiao::policy_room
