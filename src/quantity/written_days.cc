#include "quantity/written_days.h"

#include <charconv>

#include "base/digits.h"
#include "quantity/calendar.h"

namespace fengbiao {

std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t size) {
  int value = 0;
  if (at + size > text.size()) return std::nullopt;
  const auto [end, ec] = std::from_chars(text.data() + at, text.data() + at + size, value);
  if (ec != std::errc() || end != text.data() + at + size) return std::nullopt;
  return value;
}

Days whole_month(int year, int month) { return {iso_month(year, month), {year, month, 1}, {year, month, days_in_month(year, month)}}; }
Days one_day(const Date& d) { return {d.iso(), d, d}; }
Days months_of(std::string text, int year, int first, int count) {
  return {std::move(text), {year, first, 1}, {year, first + count - 1, days_in_month(year, first + count - 1)}};
}
std::optional<Days> whole_week(const Date& day) {
  const IsoWeek w = iso_week(day);
  const auto start = plus_days(day, 1 - weekday(day)), end = plus_days(day, 7 - weekday(day));
  if (!start || !end) return std::nullopt;
  return Days{to_digits(w.year, 4) + "-W" + to_digits(w.week, 2), *start, *end};
}

std::optional<Days> days_of_value(std::string_view text) {
  const auto year = number_at(text, 0, 4);
  if (!year || *year < 1) return std::nullopt;
  if (text.size() == 4) return months_of(std::string(text), *year, 1, 12);
  if (text.size() < 7 || text[4] != '-') return std::nullopt;
  if (text[5] == 'H' || text[5] == 'Q') {
    const auto n = number_at(text, 6, 1);
    const int count = text[5] == 'H' ? 6 : 3;
    if (!n || *n < 1 || *n > 12 / count) return std::nullopt;
    return months_of(std::string(text), *year, (*n - 1) * count + 1, count);
  }
  if (text[5] == 'W') {
    const auto n = number_at(text, 6, 2);
    const auto monday = n ? monday_of({*year, *n}) : std::nullopt;
    return monday ? whole_week(*monday) : std::nullopt;
  }
  const auto month = number_at(text, 5, 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (text.size() == 7) return whole_month(*year, *month);
  const auto day = date_from_iso(text.substr(0, 10));
  if (!day) return std::nullopt;
  return Days{std::string(text), *day, *day};
}

std::optional<Said> said_before(std::string_view value) {
  Said out;
  out.stock = value.starts_with('@');
  if (out.stock) value.remove_prefix(1);
  const std::size_t slash = value.find('/');
  const auto first = days_of_value(value.substr(0, slash));
  if (!first) return std::nullopt;
  out.first = out.last = *first;
  if (slash != value.npos) {
    const auto last = days_of_value(value.substr(slash + 1));
    if (!last) return std::nullopt;
    out.last = *last;
    out.range = true;
  }
  return out;
}

std::string in_year(std::string_view text, int year) {
  std::string out = to_digits(year, 4);
  out += text.substr(4);
  if (out.size() >= 10 && out[7] == '-' && !date_from_iso(out.substr(0, 10))) out.replace(8, 2, "28");
  return out;
}

}  // namespace fengbiao
