#include "publish/calendar.h"

#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "base/hash.h"
#include "engine/campaigns.h"
#include "model/period.h"
#include "publish/archive_summary.h"

namespace fengbiao {

namespace {

struct DateField {
  std::string_view name;
  PolicyValues PolicyEntry::*values;
};
constexpr std::array<DateField, 3> kDates{
    {{"effective", &PolicyEntry::effective}, {"until", &PolicyEntry::until}, {"comments_until", &PolicyEntry::comments_until}}};

constexpr std::string_view kNoDay = "2000-01-01";  // the stamp of a report without a date

icaltimetype day_of(std::string_view iso) {
  icaltimetype day = icaltime_null_date();
  std::from_chars(iso.data(), iso.data() + 4, day.year);
  std::from_chars(iso.data() + 5, iso.data() + 7, day.month);
  std::from_chars(iso.data() + 8, iso.data() + 10, day.day);
  return day;
}

struct FreeComponent {
  void operator()(icalcomponent* c) const { icalcomponent_free(c); }
};

icalcomponent* event_of(const CalendarEvent& e) {
  icaltimetype next = day_of(e.last.empty() ? e.day : e.last);
  icaltime_adjust(&next, 1, 0, 0, 0);
  icaltimetype stamp = day_of(e.stamp);
  stamp.is_date = stamp.hour = stamp.minute = stamp.second = 0;
  stamp.zone = icaltimezone_get_utc_timezone();
  icalcomponent* const event = icalcomponent_vanew(ICAL_VEVENT_COMPONENT, icalproperty_new_uid(e.uid.c_str()),
                                                   icalproperty_new_dtstamp(stamp), icalproperty_new_dtstart(day_of(e.day)),
                                                   icalproperty_new_dtend(next), icalproperty_new_summary(e.summary.c_str()),
                                                   icalproperty_new_status(e.sure ? ICAL_STATUS_CONFIRMED : ICAL_STATUS_TENTATIVE),
                                                   icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT), static_cast<void*>(nullptr));
  if (!e.description.empty()) icalcomponent_add_property(event, icalproperty_new_description(e.description.c_str()));
  return event;
}

}  // namespace

std::vector<CalendarEvent> policy_events(const PolicyRegister& all, const Phrases& phrases, std::size_t& left_out) {
  left_out = 0;
  std::vector<CalendarEvent> events;
  for (const PolicyEntry& entry : all.entries())
    for (const DateField& date : kDates) {
      const PolicyValues& values = entry.*date.values;
      if (!values.told()) continue;
      // Reports stand in order of telling, so the largest index is the latest.
      const auto latest = std::ranges::max_element(values.values, {}, [](const PolicyValue& v) { return v.reports.back(); });
      if (!is_iso_day(latest->value)) {
        ++left_out;
        continue;
      }
      const ReportedPolicy& r = all.report(latest->reports.back());
      CalendarEvent& e = events.emplace_back();
      e.uid = fmt::format("{}-{}@fengbiao", date.name, hash128_hex(entry.id));
      e.day = latest->value;
      e.stamp = is_iso_day(r.origin.date) ? r.origin.date : std::string(kNoDay);
      e.summary = phrases.text(fmt::format("policy_{}", date.name)).with("name", entry.name).zh;
      e.description = fmt::format("{}\n{}:{}", r.policy.quote, r.origin.file, r.policy.line_start);
      for (const PolicyValue& other : values.values) {
        if (&other == &*latest) continue;
        const ReportedPolicy& theirs = all.report(other.reports.back());
        e.description += fmt::format("\n{}: {}:{}", other.value, theirs.origin.file, theirs.policy.line_start);
      }
      e.sure = latest->sure && !values.conflict();
    }
  std::ranges::sort(events, {}, [](const CalendarEvent& e) { return std::pair(e.day, e.uid); });
  return events;
}

std::string calendar_text(const std::vector<CalendarEvent>& events, const std::string& name) {
  const std::unique_ptr<icalcomponent, FreeComponent> calendar(icalcomponent_vanew(
      ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"), icalproperty_new_prodid("-//fengbiao//policy dates//ZH"),
      icalproperty_new_calscale("GREGORIAN"), static_cast<void*>(nullptr)));
  icalproperty* const title = icalproperty_new_x(name.c_str());
  icalproperty_set_x_name(title, "X-WR-CALNAME");
  icalcomponent_add_property(calendar.get(), title);
  for (const CalendarEvent& e : events) icalcomponent_add_component(calendar.get(), event_of(e));
  char* const text = icalcomponent_as_ical_string_r(calendar.get());
  std::string out(text == nullptr ? "" : text);
  icalmemory_free_buffer(text);
  return out;
}

Result<std::vector<CalendarEvent>> campaign_events(Archive& archive) {
  std::vector<CalendarEvent> events;
  FB_TRY(const ArchiveSummary summary, ArchiveSummary::of(archive));
  if (summary.last.empty()) return events;
  const auto year_of = [](const std::string& day) { return day_of(day).year; };
  FB_TRY(const auto found, built_in_campaigns(year_of(summary.first), year_of(summary.last) + 1));
  for (const Campaign& c : found) {
    CalendarEvent& e = events.emplace_back();
    e.uid = fmt::format("campaign-{}-{}@fengbiao", c.id, c.first.substr(0, 4));
    e.day = c.first;
    e.last = c.last;
    e.stamp = summary.last;
    e.summary = c.name;
    e.sure = true;
  }
  return events;
}

Result<void> export_calendar(Archive& archive, bool with_campaigns, const std::function<Result<void>(std::string_view)>& sink,
                             std::size_t& left_out) {
  FB_TRY(const Phrases phrases, Phrases::built_in());
  FB_TRY(const PolicyRegister all, gather_policies(archive));
  std::vector<CalendarEvent> events = policy_events(all, phrases, left_out);
  if (with_campaigns) {
    FB_TRY(auto more, campaign_events(archive));
    std::ranges::move(more, std::back_inserter(events));
  }
  std::ranges::sort(events, {}, [](const CalendarEvent& e) { return std::pair(e.day, e.uid); });
  return sink(calendar_text(events, phrases.text("policy_calendar").zh));
}

}  // namespace fengbiao
