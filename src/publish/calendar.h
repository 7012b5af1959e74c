// Dates of policy documents as a calendar (iCalendar, RFC 5545): an all-day event each for the day a document takes effect, expires, or
// closes for comments. Written by libical.
//
//   BEGIN:VEVENT
//   UID:effective-9f0c...@fengbiao
//   DTSTART;VALUE=DATE:20230501
//   SUMMARY: the words of data/publish/phrases.yaml with the document's name
//
// A document told in many bulletins has one event a date: the latest report that knows the date gives it, what others say stands in the
// description, and the event keeps its UID when a later bulletin moves it. DTSTAMP is the day of that report, so the same archive gives
// the same bytes. A date of which only the
// month is known is no day and is left out; the caller is told how many. Tested by calendar_test.cc and tests/e2e/exports.py.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/phrases.h"
#include "engine/policies.h"

namespace fengbiao {

struct CalendarEvent {
  std::string uid;
  std::string day, last, stamp;  // ISO days; `last` empty for one day
  std::string summary, description;
  bool sure = false;
};

// In order of days. `left_out` counts dates without a day.
std::vector<CalendarEvent> policy_events(const PolicyRegister& all, const Phrases& phrases, std::size_t& left_out);

// Shopping campaigns of the years of the archive and the next one.
Result<std::vector<CalendarEvent>> campaign_events(Archive& archive);

std::string calendar_text(const std::vector<CalendarEvent>& events, const std::string& name);

Result<void> export_calendar(Archive& archive, bool with_campaigns, const std::function<Result<void>(std::string_view)>& sink,
                             std::size_t& left_out);

}  // namespace fengbiao
