#include "serve/route.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/nearest.h"
#include "model/period.h"

namespace fengbiao {

namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> out;
  for (std::size_t at = 1; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    out.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

bool fits(std::string_view path, const Target& target, Parameters& parameters) {
  const auto wanted = segments_of(path);
  if (wanted.size() != target.segments.size()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (!wanted[i].starts_with('{') && wanted[i] != target.segments[i]) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (wanted[i].starts_with('{')) parameters.set(wanted[i].substr(1, wanted[i].size() - 2), target.segments[i]);
  return true;
}

std::unexpected<Problem> wrong(const Parameter& parameter, std::string_view value) {
  constexpr std::size_t kShown = 60;
  const std::string form = form_of(parameter);
  std::string shown(value.substr(0, kShown));
  while (!shown.empty() && value.size() > kShown && (static_cast<unsigned char>(value[shown.size()]) & 0xC0) == 0x80) shown.pop_back();
  Problem problem{400, "invalid-parameter", fmt::format("'{}' of '{}': expected {}", shown, parameter.name, form)};
  problem.parameter = parameter.name;
  problem.expected = form;
  return std::unexpected(std::move(problem));
}

std::optional<std::uint32_t> whole_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool is_right(const Parameter& parameter, std::string_view value) {
  switch (parameter.type) {
    case ParameterType::text: return true;
    case ParameterType::day: return is_iso_day(value);
    case ParameterType::choice: {
      const auto words = words_of(parameter.choices);
      return std::ranges::find(words, value) != words.end();
    }
    case ParameterType::number: {
      const auto number = whole_number(value);
      return number && *number >= parameter.low && *number <= parameter.high;
    }
    // A place, and what the last item before was.
    case ParameterType::cursor: return whole_number(value.substr(0, value.find('.'))).has_value();
  }
  return false;
}

}  // namespace

const std::string& Parameters::text(std::string_view name) const {
  static const std::string kNothingGiven;
  const auto found = values_.find(name);
  return found == values_.end() ? kNothingGiven : found->second;
}

std::uint32_t Parameters::number(std::string_view name, std::uint32_t otherwise) const {
  const std::string& value = text(name);
  std::uint32_t number = otherwise;
  if (!value.empty()) std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

std::string form_of(const Parameter& p) {
  switch (p.type) {
    case ParameterType::text: return "a text";
    case ParameterType::number: return fmt::format("a whole number from {} to {}", p.low, p.high);
    case ParameterType::day: return "a day such as 2022-01-31";
    case ParameterType::cursor: return "what `next` of the answer before held";
    case ParameterType::choice: {
      std::string out = "one of ";
      for (const std::string_view word : words_of(p.choices)) out += fmt::format("{}{}", out.size() > 7 ? ", " : "", word);
      return out;
    }
  }
  return {};
}

Parameter limit_parameter() { return {"limit", ParameterType::number, "at most this many; 50 when left out", {}, 1, kHighestLimit}; }
Parameter cursor_parameter() { return {"cursor", ParameterType::cursor, "go on behind an earlier answer: its `next`"}; }
Parameter format_parameter() { return {"format", ParameterType::choice, "csv: all rows as a table instead", "json csv"}; }

std::span<const Route> api_routes() {
  static const std::vector<Route> kAll = [] {
    std::vector<Route> out;
    for (auto family : {archive_routes, article_routes, search_routes, series_routes, policy_routes, entity_routes, finding_routes,
                        decision_routes, comply_routes, ledger_routes, correction_routes, draft_routes, feed_routes, about_routes}) {
      std::vector<Route> some = family();
      out.insert(out.end(), some.begin(), some.end());
    }
    return out;
  }();
  return kAll;
}

std::expected<Matched, Problem> match_route(std::span<const Route> routes, std::string_view method, const Target& target) {
  std::string others;
  for (const Route& route : routes) {
    Matched out{&route, {}};
    if (!fits(route.path, target, out.parameters)) continue;
    if (route.method == method || (method == "HEAD" && route.method == "GET")) return out;
    others += fmt::format("{}{}", others.empty() ? "" : ", ", route.method);
  }
  if (!others.empty()) {
    Problem problem{405, "method-not-allowed", fmt::format("this address answers {}", others)};
    problem.expected = others;
    return std::unexpected(std::move(problem));
  }
  return std::unexpected(Problem{404, "not-found", "there is nothing at this address; /api/v1/openapi.json lists what there is"});
}

std::expected<void, Problem> check_parameters(const Route& route, const Target& target, Parameters& parameters) {
  for (const auto& [name, value] : target.parameters) {
    const auto known = std::ranges::find(route.parameters, name, &Parameter::name);
    if (known == route.parameters.end() || route.path.find(fmt::format("{{{}}}", name)) != std::string_view::npos) {
      std::vector<std::string_view> names;
      for (const Parameter& p : route.parameters)
        if (route.path.find(fmt::format("{{{}}}", p.name)) == std::string_view::npos) names.push_back(p.name);
      Problem problem{400, "invalid-parameter", fmt::format("no parameter '{}' here{}", name.substr(0, 60), perhaps(name, names))};
      problem.parameter = name;
      problem.expected = names.empty() ? "no parameter" : fmt::format("{}", fmt::join(names, ", "));
      return std::unexpected(std::move(problem));
    }
    if (value.empty()) continue;  // an empty field of a form: left out
    if (!is_right(*known, value)) return wrong(*known, value);
    parameters.set(name, value);
  }
  for (const Parameter& p : route.parameters) {
    if (p.required && !parameters.has(p.name)) return wrong(p, "");
    // Those of the path.
    if (parameters.has(p.name) && !is_right(p, parameters.text(p.name))) return wrong(p, parameters.text(p.name));
  }
  return {};
}

}  // namespace fengbiao
