#include "quantity/date.h"

#include <charconv>

#include "base/digits.h"
#include "base/utf8.h"

namespace fengbiao {

std::string Date::iso() const { return day > 0 ? iso_day(year, month, day) : iso_month(year, month); }

bool is_real_date(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

std::optional<Date> date_from_iso(std::string_view t) {
  if (t.size() != 10 || t[4] != '-' || t[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t n) {
    int value = 0;
    const auto [end, ec] = std::from_chars(t.data() + at, t.data() + at + n, value);
    return ec == std::errc() && end == t.data() + at + n ? value : -1;
  };
  const Date d{number(0, 4), number(5, 2), number(8, 2)};
  if (!is_real_date(d.year, d.month, d.day)) return std::nullopt;
  return d;
}

Result<DateReader> DateReader::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find("units/date.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"parts", "dates", "digits", "tens"}));
  DateReader reader;
  const auto numbers = [](const PackNode& map, auto& out) -> Result<void> {
    FB_TRY(const auto entries, map.entries());
    for (const auto& [word, node] : entries) {
      FB_TRY(const double value, node.number_or(0));
      out.emplace_back(word, static_cast<int>(value));
    }
    return {};
  };
  FB_CHECK(numbers(pack["digits"], reader.digits_));
  FB_CHECK(numbers(pack["tens"], reader.tens_));
  FB_TRY(const Parts parts, load_parts(pack["parts"]));
  FB_TRY(reader.dates_, PatternList::load(pack["dates"], parts));
  return reader;
}

std::optional<DateReader::Found> DateReader::find(std::string_view text, std::size_t from) const {
  std::optional<Found> best;
  for (const Pattern& pattern : dates_.patterns()) {
    for (std::size_t at = from; at < text.size();) {
      const auto match = pattern.find(text, at);
      if (!match) break;
      const auto begin = static_cast<std::uint32_t>(match->whole().data() - text.data());
      const auto end = begin + static_cast<std::uint32_t>(match->whole().size());
      if (best && begin >= best->span.begin) break;
      const auto y = small_number(match->group("year")), m = small_number(match->group("month"));
      const auto d = match->has("day") ? small_number(match->group("day")) : std::optional<int>(0);
      if (y && m && d && is_real_date(*y, *m, std::max(*d, 1))) {
        best = Found{{*y, *m, *d}, {begin, end}, pattern.name()};
        break;
      }
      at = std::max<std::size_t>(end, at + 1);
    }
  }
  return best;
}

std::optional<int> DateReader::small_number(std::string_view text) const {
  int total = 0, digits = 0, last = -1;
  bool positional = true, any = false;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    const std::string_view c = text.substr(i, d.size);
    i += d.size;
    if (c == " ") continue;
    any = true;
    if (c[0] >= '0' && c[0] <= '9') {
      if (++digits > 6) return std::nullopt;
      total = total * 10 + (c[0] - '0');
      last = -1;
      continue;
    }
    const auto value = [&](const auto& table) {
      for (const auto& [word, v] : table)
        if (word == c) return v;
      return -1;
    };
    if (const int unit = value(tens_); unit > 0) {
      positional = false;
      total += (last < 0 ? 1 : last) * unit - (last < 0 ? 0 : last);
      last = -1;
    } else if (const int digit = value(digits_); digit >= 0) {
      if (++digits > 6) return std::nullopt;
      total = (positional ? total * 10 : total) + digit;
      last = digit;
    } else {
      return std::nullopt;
    }
  }
  if (!any) return std::nullopt;
  return total;
}

}  // namespace fengbiao
