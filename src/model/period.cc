#include "model/period.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "base/digits.h"

namespace fengbiao {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

// Exactly `width` digits.
std::optional<int> digits(std::string_view text, std::size_t width) {
  int value = 0;
  if (text.size() != width || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string iso(year_month_day d) {
  return iso_day(static_cast<int>(d.year()), static_cast<int>(static_cast<unsigned>(d.month())),
                 static_cast<int>(static_cast<unsigned>(d.day())));
}

struct Days {
  year_month_day first, last;
};

Days months(int y, unsigned from, unsigned to) { return {year(y) / month(from) / day(1), year(y) / month(to) / std::chrono::last}; }

std::optional<Days> week(int y, int number) {
  if (number < 1 || number > 53) return std::nullopt;
  // The week that holds 4 January is the first; Thursday tells the year a week belongs to.
  const auto monday_of_first = [](year of) {
    const sys_days fourth = of / month(1) / day(4);
    return fourth - std::chrono::days(std::chrono::weekday(fourth).iso_encoding() - 1);
  };
  const sys_days monday = monday_of_first(year(y)) + std::chrono::weeks(number - 1);
  if (monday >= monday_of_first(year(y + 1))) return std::nullopt;
  return Days{monday, monday + std::chrono::days(6)};
}

// One of the closed forms: no range, no mark of a stock.
std::optional<Days> plain(std::string_view text) {
  const auto y = digits(text.substr(0, 4), 4);
  if (!y || *y < 1) return std::nullopt;
  if (text.size() == 4) return months(*y, 1, 12);
  if (text[4] != '-') return std::nullopt;
  const std::string_view rest = text.substr(5);
  if (rest.size() == 2 && rest[0] == 'H') {
    if (rest[1] != '1' && rest[1] != '2') return std::nullopt;
    return rest[1] == '1' ? months(*y, 1, 6) : months(*y, 7, 12);
  }
  if (rest.size() == 2 && rest[0] == 'Q') {
    if (rest[1] < '1' || rest[1] > '4') return std::nullopt;
    const auto quarter = static_cast<unsigned>(rest[1] - '1');
    return months(*y, quarter * 3 + 1, quarter * 3 + 3);
  }
  if (rest.size() == 3 && rest[0] == 'W') {
    const auto number = digits(rest.substr(1), 2);
    return number ? week(*y, *number) : std::nullopt;
  }
  const auto m = digits(rest.substr(0, 2), 2);
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  if (rest.size() == 2) return months(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*m));
  const auto d = rest.size() == 5 && rest[2] == '-' ? digits(rest.substr(3), 2) : std::nullopt;
  if (!d) return std::nullopt;
  const year_month_day date = year(*y) / month(static_cast<unsigned>(*m)) / day(static_cast<unsigned>(*d));
  if (!date.ok()) return std::nullopt;
  return Days{date, date};
}

struct Ends {
  std::optional<year_month_day> first, last;
  bool stock = false;
};

std::optional<Ends> ends_of(std::string_view period) {
  Ends out;
  if (period.starts_with('@')) {
    out.stock = true;
    period.remove_prefix(1);
  }
  const std::size_t slash = period.find('/');
  if (slash == period.npos) {
    const auto days = plain(period);
    if (!days) return std::nullopt;
    return Ends{days->first, days->last, out.stock};
  }
  const std::string_view from = period.substr(0, slash), to = period.substr(slash + 1);
  if (out.stock || (from.empty() && to.empty())) return std::nullopt;
  const auto first = plain(from), last = plain(to);
  if ((!first && !from.empty()) || (!last && !to.empty())) return std::nullopt;
  if (first) out.first = first->first;
  if (last) out.last = last->last;
  if (first && last && *out.first > *out.last) return std::nullopt;
  return out;
}

}  // namespace

bool is_period(std::string_view text) { return ends_of(text).has_value(); }

std::optional<PeriodDays> days_of_period(std::string_view period) {
  const auto ends = ends_of(period);
  if (!ends) return std::nullopt;
  return PeriodDays{ends->first ? iso(*ends->first) : std::string(), ends->last ? iso(*ends->last) : std::string(), ends->stock};
}

std::string likely_period(std::string_view typed) {
  std::string out;
  for (const char c : typed) {
    if (c == ' ') continue;
    if (c >= 'a' && c <= 'z') out += static_cast<char>(c - 'a' + 'A');
    else if (c == '.' || c == '_') out += '-';
    else out += c;
  }
  // Each end of a range for itself.
  if (const std::size_t slash = out.find('/'); slash != out.npos) {
    const std::string from = out.substr(0, slash), to = out.substr(slash + 1);
    const std::string near_from = plain(from) ? from : likely_period(from), near_to = plain(to) ? to : likely_period(to);
    const std::string range = near_from + "/" + near_to;
    return is_period(range) ? range : std::string();
  }
  const bool stock = out.starts_with('@');
  std::string form = stock ? out.substr(1) : out;
  if (form.size() > 4 && form[4] != '-') form.insert(4, "-");
  std::string padded = form.substr(0, std::min<std::size_t>(4, form.size()));
  for (std::size_t at = 4; at < form.size();) {  // parts behind the year: one digit gets a nought before it
    std::size_t end = form.find('-', at + 1);
    end = std::min(end, form.size());
    std::string part = form.substr(at + 1, end - at - 1);
    if (part.size() == 2 && part[0] == 'S') part[0] = 'H';
    if (part.size() == 1 && part[0] >= '1' && part[0] <= '9') part.insert(0, "0");
    padded += "-" + part;
    at = end;
  }
  if (stock) padded.insert(0, "@");
  return is_period(padded) ? padded : std::string();
}

bool is_iso_day(std::string_view text) { return text.size() == 10 && text.find('W') == text.npos && plain(text).has_value(); }
bool is_iso_day_or_month(std::string_view text) {
  return is_iso_day(text) || (text.size() == 7 && text[5] != 'H' && text[5] != 'Q' && plain(text).has_value());
}

}  // namespace fengbiao
