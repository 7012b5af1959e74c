#include "search/query_values.h"

#include <charconv>
#include <vector>

#include "quantity/calendar.h"

namespace fengbiao {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<int> number(std::string_view digits) {
  int out = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return error == std::errc() && end == digits.data() + digits.size() ? std::optional(out) : std::nullopt;
}

// 2022, 2022-05, 2022/5/1, 20220501
std::optional<QueryDays> iso_days(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("-/.", from), text.size());
    parts.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  if (parts.size() == 1 && text.size() == 8) parts = {text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)};
  if (parts.empty() || parts.size() > 3 || parts[0].size() != 4) return {};
  int values[3] = {0, 0, 0};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].empty() || (i > 0 && parts[i].size() > 2)) return {};
    for (const char c : parts[i])
      if (!is_digit(c)) return {};
    values[i] = number(parts[i]).value_or(0);
    if (values[i] == 0) return {};
  }
  if (values[1] > 12) return {};
  if (values[2] > 0 && values[2] > days_in_month(values[0], values[1])) return {};
  Date first, last;
  first.year = last.year = values[0];
  first.month = values[1] ? values[1] : 1;
  last.month = values[1] ? values[1] : 12;
  first.day = values[2] ? values[2] : 1;
  last.day = values[2] ? values[2] : days_in_month(last.year, last.month);
  return QueryDays{day_number(first), day_number(last)};
}

}  // namespace

std::optional<QueryDays> read_days(std::string_view folded, const QuantityReader& reader) {
  if (const auto iso = iso_days(folded)) return iso;
  QuantityReader::Reading reading;
  reader.read(folded, reading);
  if (reading.times.size() != 1) return {};
  const Time& time = reading.times.front();
  if (time.span.begin != 0 || time.span.end != folded.size()) return {};
  const ResolvedTime resolved = reader.resolve(time, {});
  if (!resolved.start || !resolved.end) return {};
  return QueryDays{day_number(*resolved.start), day_number(*resolved.end)};
}

std::optional<QueryAmount> read_amount(std::string_view folded, const QuantityReader& reader) {
  double plain = 0;
  const auto [end, error] = std::from_chars(folded.data(), folded.data() + folded.size(), plain);
  if (error == std::errc() && end == folded.data() + folded.size()) return QueryAmount{plain, plain, {}};
  QuantityReader::Reading reading;
  reader.read(folded, reading);
  if (reading.quantities.size() == 1) {
    const Quantity& q = reading.quantities.front();
    if (q.span.begin == 0 && q.span.end == folded.size()) return QueryAmount{q.value, q.value_max.value_or(q.value), q.unit};
  }
  // A bare number with its scale: 1万亿.
  if (reading.numbers.size() == 1 && reading.numbers.front().span.begin == 0 && reading.numbers.front().span.end == folded.size())
    return QueryAmount{reading.numbers.front().value, reading.numbers.front().value, {}};
  return {};
}

}  // namespace fengbiao
