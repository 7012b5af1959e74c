#include "publish/calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libical/ical.h>

namespace fengbiao {
namespace {

using testing::HasSubstr;

const Phrases& words() {
  static const Phrases phrases = std::move(Phrases::built_in().value());
  return phrases;
}

ReportedPolicy report(std::string name, std::string date) {
  ReportedPolicy r;
  r.origin.issue = date;
  r.origin.file = "a.txt";
  r.origin.article = 1;
  r.origin.article_id = date + "-1";
  r.origin.date = std::move(date);
  r.policy.id = r.origin.article_id + "-p1";
  r.policy.article = 1;
  r.policy.name = std::move(name);
  r.policy.line_start = 7;
  r.policy.quote = "某部发布《" + r.policy.name + "》；自该日起施行，请各有关单位遵照执行。";
  return r;
}

std::vector<CalendarEvent> events_of(std::vector<ReportedPolicy> reports, std::size_t* left_out = nullptr) {
  const auto all = policies_of(std::move(reports));
  std::size_t count = 0;
  auto events = policy_events(*all, words(), count);
  if (left_out) *left_out = count;
  return events;
}

TEST(Calendar, ADocumentHasAnEventADate) {
  ReportedPolicy r = report("仓储用电管理办法", "2023-03-14");
  r.policy.effective = "2023-05-01";
  r.policy.until = "2027-12-31";
  r.policy.comments_until = "2023-04-10";
  r.policy.sure = true;
  std::size_t left_out = 9;
  const auto events = events_of({r}, &left_out);
  ASSERT_EQ(events.size(), 3u);
  EXPECT_EQ(left_out, 0u);
  EXPECT_EQ(events[0].summary, "《仓储用电管理办法》征求意见截止");
  EXPECT_EQ(events[1].summary, "《仓储用电管理办法》施行");
  EXPECT_EQ(events[1].day, "2023-05-01");
  EXPECT_EQ(events[1].stamp, "2023-03-14");
  EXPECT_TRUE(events[1].sure);
  EXPECT_TRUE(events[1].uid.starts_with("effective-"));
  EXPECT_EQ(events[2].summary, "《仓储用电管理办法》有效期满");
}

TEST(Calendar, ALaterReportMovesTheEvent) {
  ReportedPolicy first = report("仓储用电管理办法（试 ⾏）", "2023-03-14"), later = report("仓储用电管理办法（试行）", "2023-06-01"),
                 silent = report("仓储用电管理办法(试行)", "2023-07-01");
  first.policy.effective = "2023-05-01";
  first.policy.sure = later.policy.sure = true;
  later.policy.effective = "2023-09-01";
  const auto one = events_of({first}), both = events_of({silent, later, first});
  ASSERT_EQ(both.size(), 1u);
  EXPECT_EQ(both[0].day, "2023-09-01");
  EXPECT_EQ(both[0].stamp, "2023-06-01");
  EXPECT_EQ(both[0].uid, one[0].uid);
  EXPECT_TRUE(one[0].sure);
  EXPECT_FALSE(both[0].sure) << "reports differ";
  EXPECT_THAT(both[0].description, HasSubstr("2023-05-01: a.txt:7")) << "what another report says";
}

TEST(Calendar, AMonthIsNoDay) {
  ReportedPolicy r = report("仓储用电管理办法", "");
  r.policy.effective = "2023-05";
  r.policy.until = "2027-12-31";
  std::size_t left_out = 0;
  const auto events = events_of({r}, &left_out);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(left_out, 1u);
  EXPECT_EQ(events[0].stamp, "2000-01-01");
}

TEST(Calendar, IsReadByAnotherProgram) {
  ReportedPolicy r = report("网络零售包装减量，分级；与“标识”管理办法（试行）", "2023-03-14");
  r.policy.effective = "2023-12-31";
  const std::string text = calendar_text(events_of({r}), "x");
  EXPECT_EQ(text, calendar_text(events_of({r}), "x"));
  EXPECT_THAT(text, HasSubstr("DTSTART;VALUE=DATE:20231231\r\n"));
  EXPECT_THAT(text, HasSubstr("DTEND;VALUE=DATE:20240101\r\n"));
  EXPECT_THAT(text, HasSubstr("DTSTAMP:20230314T000000Z\r\n"));
  EXPECT_THAT(text, HasSubstr("STATUS:TENTATIVE\r\n"));
  for (std::size_t at = 0, end; (end = text.find("\r\n", at)) != text.npos; at = end + 2) EXPECT_LE(end - at, 75u) << "folded";
  icalcomponent* const read = icalparser_parse_string(text.c_str());
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(icalcomponent_count_errors(read), 0);
  icalcomponent* const event = icalcomponent_get_first_component(read, ICAL_VEVENT_COMPONENT);
  ASSERT_NE(event, nullptr);
  EXPECT_EQ(std::string(icalcomponent_get_summary(event)), "《网络零售包装减量，分级；与“标识”管理办法（试行）》施行");
  EXPECT_EQ(icalcomponent_get_dtstart(event).is_date, 1);
  icalcomponent_free(read);
}

TEST(Calendar, WithoutEventsIsACalendarAllTheSame) {
  const std::string text = calendar_text({}, "x");
  EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR\r\n"));
  EXPECT_TRUE(text.ends_with("END:VCALENDAR\r\n"));
}

}  // namespace
}  // namespace fengbiao
