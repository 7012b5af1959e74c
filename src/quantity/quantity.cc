#include "quantity/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace fengbiao {
namespace {

// Cuts off the part before `mark`.
std::string_view take(std::string_view& rest, std::string_view mark) {
  const std::size_t at = std::min(rest.find(mark), rest.size());
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(std::min(at + mark.size(), rest.size()));
  return part;
}

bool same_number(std::string_view a, std::string_view b) {
  double x = 0, y = 0;
  const auto read = [](std::string_view text, double& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
  };
  if (!read(a, x) || !read(b, y)) return a == b;
  return std::abs(x - y) <= 1e-4 * std::max(std::abs(x), std::abs(y));
}

}  // namespace

std::string_view name_of(UnitKind kind) {
  switch (kind) {
    case UnitKind::none: return "none";
    case UnitKind::counter: return "counter";
    case UnitKind::money: return "money";
    case UnitKind::percent: return "percent";
    case UnitKind::points_of_percent: return "points_of_percent";
    case UnitKind::multiple: return "multiple";
    case UnitKind::rank: return "rank";
    case UnitKind::index: return "index";
    case UnitKind::physical: return "physical";
    case UnitKind::data: return "data";
  }
  return "none";
}

char mark_of(Approx approx) {
  switch (approx) {
    case Approx::above: return '>';
    case Approx::below: return '<';
    case Approx::about: return '~';
    case Approx::exact: break;
  }
  return '=';
}

std::string normal_form(const Quantity& quantity) {
  std::string out = fmt::format("{}", quantity.value);
  if (quantity.value_max) out += fmt::format("..{}", *quantity.value_max);
  out += ' ';
  out += quantity.unit.empty() ? "-" : quantity.unit;
  if (quantity.approx != Approx::exact) {
    out += ' ';
    out += mark_of(quantity.approx);
  }
  return out;
}

bool same_normal_form(std::string_view a, std::string_view b) {
  std::string_view values_a = take(a, " "), values_b = take(b, " ");
  if (a != b) return false;
  const std::string_view low_a = take(values_a, ".."), low_b = take(values_b, "..");
  return same_number(low_a, low_b) && values_a.empty() == values_b.empty() && (values_a.empty() || same_number(values_a, values_b));
}

}  // namespace fengbiao
