// Dates as feeds and pages write them, whatever the shape: RFC 822, ISO 8601, asctime, "March 5, 2023", 2023/3/5, 20230305, seconds or
// milliseconds since 1970, a year, month and day parted by any signs or characters.
//
//   day_told("Sun, 05 Mar 2023 23:30:00 GMT") == "2023-03-06"       day_told("2023-03-05 23:30") == "2023-03-05"
//
// A moment with its zone becomes the day that it was in China (UTC+8), where the bulletin's readers live; without a zone the day is as
// printed. Impossible days are none. CST is China's time here. Tested by moment_test.cc and tests/e2e/collect.py.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fengbiao {

std::optional<std::string> day_told(std::string_view text);

// "2023-03-05T08:00:00Z" of seconds since 1970, and back.
std::string moment_text(std::int64_t seconds);
std::optional<std::int64_t> moment_seconds(std::string_view text);

}  // namespace fengbiao
