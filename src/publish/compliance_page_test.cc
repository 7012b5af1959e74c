#include "publish/compliance_page.h"

#include <gmock/gmock.h>

#include "publish/sample_compliance.h"

namespace fengbiao {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string page_of(const std::string& words, const std::string& shown = "a.txt") {
  const SampleCompliance sample(words, shown);
  auto page = CompliancePage::make("2023-03-01");
  EXPECT_TRUE(page) << (page ? "" : page.error().message());
  page->add(sample.text);
  return page->finish();
}

TEST(CompliancePage, ShowsFindingsExemptionsAndActs) {
  const std::string page = page_of("<b>全网第 一</b>\n本店第一\n");
  EXPECT_THAT(page, HasSubstr("&lt;b&gt;全网<mark>第 一</mark>&lt;/b&gt;"));
  EXPECT_THAT(page, HasSubstr("自称&lt;第一&gt;。"));
  EXPECT_THAT(page, HasSubstr("读作“第一”"));
  EXPECT_THAT(page, HasSubstr("本店<mark>第一</mark> · 自比"));
  EXPECT_THAT(page, HasSubstr("事 &amp; 物"));
  EXPECT_THAT(page, HasSubstr("按2023-03-01有效的规则，发现1处"));
  EXPECT_THAT(page, HasSubstr("不构成法律意见"));
  EXPECT_THAT(page, Not(HasSubstr("{{")));
}

TEST(CompliancePage, IsAccessible) {
  const std::string page = page_of("全网第一\n", "<a>.txt");
  EXPECT_THAT(page, HasSubstr("<html lang=\"zh-CN\">"));
  EXPECT_THAT(page, HasSubstr("<a class=\"skip\" href=\"#texts\">"));
  EXPECT_THAT(page, HasSubstr("<main id=\"texts\">"));
  EXPECT_THAT(page, HasSubstr("aria-labelledby=\"t1\""));
  EXPECT_THAT(page, HasSubstr("&lt;a&gt;.txt"));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("http://")));
}

TEST(CompliancePage, SaysThatNothingWasFound) { EXPECT_THAT(page_of("好茶\n"), HasSubstr("<p>没有发现问题。")); }

}  // namespace
}  // namespace fengbiao
