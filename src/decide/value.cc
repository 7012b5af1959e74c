#include "decide/value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, 4> kTypes{"flag", "choice", "number", "date"};
constexpr std::size_t kDecimals = 4;

}  // namespace

std::string_view name_of(FactType type) { return kTypes[static_cast<std::size_t>(type)]; }

std::optional<FactType> fact_type_named(std::string_view name) {
  const auto at = std::ranges::find(kTypes, name);
  if (at == kTypes.end()) return std::nullopt;
  return static_cast<FactType>(at - kTypes.begin());
}

std::string_view name_of(Truth truth) {
  switch (truth) {
    case Truth::no: return "no";
    case Truth::unknown: return "unknown";
    case Truth::yes: return "yes";
  }
  return "";
}

Date date_of_day(std::int64_t day) {
  day += 719468;
  const std::int64_t era = (day >= 0 ? day : day - 146096) / 146097;
  const std::int64_t of_era = day - era * 146097;
  const std::int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t month = (5 * of_year + 2) / 153;
  Date out;
  out.day = static_cast<int>(of_year - (153 * month + 2) / 5 + 1);
  out.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  out.year = static_cast<int>(year + era * 400 + (out.month <= 2 ? 1 : 0));
  return out;
}

std::int64_t months_later(std::int64_t day, std::int64_t months) {
  Date date = date_of_day(day);
  std::int64_t month = std::int64_t{date.year} * 12 + date.month - 1 + months;
  date.year = static_cast<int>(month >= 0 ? month / 12 : (month - 11) / 12);
  date.month = static_cast<int>(month - std::int64_t{date.year} * 12) + 1;
  while (date.day > 28 && !is_real_date(date.year, date.month, date.day)) --date.day;
  return day_number(date);
}

std::optional<std::int64_t> number_from(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point), part = point < text.size() ? text.substr(point + 1) : std::string_view();
  const auto digits = [](std::string_view s) { return std::ranges::all_of(s, [](char c) { return c >= '0' && c <= '9'; }); };
  if (whole.empty() || whole.size() > 15 || !digits(whole) || !digits(part) || part.size() > kDecimals || text.ends_with('.'))
    return std::nullopt;
  std::int64_t out = 0;
  for (const char c : whole) out = out * 10 + (c - '0');
  if (out > kLargestNumber) return std::nullopt;
  for (std::size_t i = 0; i < kDecimals; ++i) out = out * 10 + (i < part.size() ? part[i] - '0' : 0);
  return negative ? -out : out;
}

std::string number_text(std::int64_t units) {
  const std::int64_t size = units < 0 ? -units : units;
  std::string out = fmt::format("{}{}", units < 0 ? "-" : "", size / kUnitsOfOne);
  if (size % kUnitsOfOne == 0) return out;
  std::string part = fmt::format("{:04}", size % kUnitsOfOne);
  while (part.ends_with('0')) part.pop_back();
  return out + "." + part;
}

}  // namespace fengbiao
