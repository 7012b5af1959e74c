#include "observation/period.h"

#include <charconv>

#include <fmt/format.h>

namespace fengbiao {
namespace {

std::optional<int> number(std::string_view text) {
  int out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return out;
}

std::string_view bare(std::string_view period) {
  if (period.starts_with('@')) period.remove_prefix(1);
  return period;
}

// The last day's part of a range, "2022-10" of "2022-01/2022-10".
std::string_view last(std::string_view period) {
  const std::size_t slash = period.find('/');
  return slash == period.npos ? period : period.substr(slash + 1);
}

// The end of a month is told by its month.
std::string since(std::string_view base) {
  constexpr std::string_view kLast[] = {"31", "28", "31", "30", "31", "30", "31", "31", "30", "31", "30", "31"};
  if (base.size() == 10 && base.find('/') == base.npos)
    if (const auto month = number(base.substr(5, 2)); month && *month >= 1 && *month <= 12)
      if (base.substr(8) == kLast[*month - 1] || (*month == 2 && base.substr(8) == "29")) return std::string(base.substr(0, 7));
  if (base.size() == 15 && base.substr(0, 4) == base.substr(8, 4)) {  // 2019年1至3月
    const std::string_view from = base.substr(5, 2), to = base.substr(13);
    const auto first = number(from), end = number(to);
    if (first && end && *end - *first == 2 && *end % 3 == 0) return fmt::format("{}-Q{}", base.substr(0, 4), *end / 3);
    if (first && end && *end - *first == 5 && *end % 6 == 0) return fmt::format("{}-H{}", base.substr(0, 4), *end / 6);
  }
  return std::string(base);
}

// Months since year 0, of a month or a day; of a quarter or half its last month.
std::optional<int> month_of(std::string_view p) {
  const auto year = number(p.substr(0, 4));
  if (!year || p.size() < 7 || p[4] != '-') return std::nullopt;
  if (p[5] == 'Q') return *year * 12 + (p[6] - '0') * 3;
  if (p[5] == 'H') return *year * 12 + (p[6] - '0') * 6;
  const auto month = number(p.substr(5, 2));
  if (!month) return std::nullopt;
  return *year * 12 + *month;
}

// 2月下旬: ten or eleven days; how many thirds of months since year 0.
std::optional<int> third_of(std::string_view p) {
  if (p.size() != 21 || p[10] != '/' || p.substr(0, 8) != p.substr(11, 8)) return std::nullopt;
  const auto month = month_of(p.substr(0, 10)), first = number(p.substr(8, 2)), last = number(p.substr(19));
  if (!month || !first || !last || *first % 10 != 1 || *first > 21) return std::nullopt;
  const bool third = *first == 21 ? *last >= 28 : *last == *first + 9;
  return third ? std::optional(*month * 3 + *first / 10) : std::nullopt;
}

}  // namespace

std::optional<std::string> year_before(std::string_view period) {
  std::string out;
  if (period.starts_with('@')) out = "@";
  std::string_view rest = bare(period);
  for (;;) {
    const auto year = number(rest.substr(0, 4));
    if (!year || *year < 1) return std::nullopt;
    const std::size_t slash = rest.find('/');
    out += fmt::format("{:04}", *year - 1);
    out += rest.substr(4, slash == rest.npos ? rest.npos : slash - 4);
    if (slash == rest.npos) return out;
    out += '/';
    rest.remove_prefix(slash + 1);
  }
}

std::string end_of_year_before(std::string_view period, std::string_view otherwise) {
  const auto year = number(last(bare(period)).substr(0, 4));
  return year ? fmt::format("@{:04}-12", *year - 1) : std::string(otherwise);
}

std::string basis_of(std::string_view base, std::string_view period, bool same_part) {
  base = bare(base);
  period = bare(period);
  if (base.empty()) return "yoy";
  const auto base_year = number(base.substr(0, 4)), year = number(last(period).substr(0, 4));
  if (!base_year || !year) return "since:" + since(base);
  if (base.size() == 4 && *base_year == *year - 1) return "yoy";
  if (const auto earlier = year_before(period); earlier && *earlier == base) return "yoy";
  if (const auto from = third_of(base), to = third_of(period); from && to && (*to - *from == 1 || *to - *from == 3)) return "period";
  const auto from = month_of(last(base)), to = month_of(last(period));
  if (from && to) {
    if (*to - *from == 12 && last(base).size() == last(period).size()) return "yoy";
    const bool quarters = base.find('Q') != base.npos && period.find('Q') != period.npos;
    if ((*to - *from == 1 && base.size() == 7 && period.size() == 7) || (quarters && *to - *from == 3)) return "period";
  }
  if (same_part && base.size() == 4 && period.size() > 4 && period.find('/') == period.npos)
    return fmt::format("since:{}{}", base, period.substr(4));
  return "since:" + since(base);
}

}  // namespace fengbiao
