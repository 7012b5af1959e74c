#include "decide/decision.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/nearest.h"

namespace fengbiao {
namespace {

constexpr int kExactDigits = 15;  // of a fraction in JSON

std::string expected_of(const DecisionFact& fact) {
  switch (fact.type) {
    case FactType::flag: return "true or false";
    case FactType::number: return "a number from 0 on with at most four decimals";
    case FactType::date: return "a day YYYY-MM-DD";
    case FactType::choice: break;
  }
  std::string out = "one of ";
  for (const auto& option : fact.options) out += (&option == &fact.options.front() ? "" : ", ") + option.id;
  return out;
}

// The unit in which both numbers are whole, so that a neighbour is told as people count: 1,000,001 users, 5,000.01 yuan.
std::int64_t finest_of(std::int64_t a, std::int64_t b) {
  for (const std::int64_t unit : {kUnitsOfOne, kUnitsOfOne / 100})
    if (a % unit == 0 && b % unit == 0) return unit;
  return 1;
}

}  // namespace

std::optional<std::uint32_t> Decision::fact_named(std::string_view wanted) const {
  const auto found = std::ranges::find(facts, wanted, &DecisionFact::id);
  if (found == facts.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - facts.begin());
}

Result<FactValue> Decision::read_fact(std::uint32_t n, std::string_view text) const {
  const DecisionFact& fact = facts[n];
  std::optional<std::int64_t> is;
  switch (fact.type) {
    case FactType::flag:
      if (text == "true" || text == "yes" || text == "1") is = 1;
      if (text == "false" || text == "no" || text == "0") is = 0;
      break;
    case FactType::number:
      is = number_from(text);
      if (is && *is < 0) is.reset();
      break;
    case FactType::date:
      if (const auto day = date_from_iso(text)) is = day_number(*day);
      break;
    case FactType::choice: {
      const auto option = std::ranges::find_if(
          fact.options, [&](const DecisionFact::Option& o) { return o.id == text || o.name.zh == text || o.name.en == text; });
      if (option != fact.options.end()) is = option - fact.options.begin();
      break;
    }
  }
  if (!is) return fail(Cause::invalid_argument, {}, fmt::format("fact {}: \"{}\" is not {}", fact.id, text, expected_of(fact)));
  return FactValue{true, *is};
}

std::string Decision::text_of(std::uint32_t n, const FactValue& value) const {
  if (!value.known) return "?";
  switch (facts[n].type) {
    case FactType::flag: return value.is != 0 ? "true" : "false";
    case FactType::number: return number_text(value.is);
    case FactType::date: return date_of_day(value.is).iso();
    case FactType::choice: break;
  }
  return facts[n].options[static_cast<std::size_t>(value.is)].id;
}

Result<Case> Decision::read_case(std::string_view json) const {
  std::set<std::string> keys;
  std::string twice;
  const nlohmann::json::parser_callback_t look = [&](int depth, nlohmann::json::parse_event_t event, const nlohmann::json& key) {
    if (depth == 1 && event == nlohmann::json::parse_event_t::key && !keys.insert(key.get<std::string>()).second)
      twice = key.get<std::string>();
    return true;
  };
  const auto parsed = nlohmann::json::parse(json, look, false);
  if (!twice.empty()) return fail(Cause::malformed, {}, fmt::format("fact {} stands there twice", twice));
  if (parsed.is_discarded()) return fail(Cause::malformed, {}, "the facts are no JSON");
  if (!parsed.is_object()) return fail(Cause::malformed, {}, "expected one JSON object of facts: {\"name\": value}");
  Case out(facts.size());
  for (const auto& [key, value] : parsed.items()) {
    const auto fact = fact_named(key);
    if (!fact) {
      std::vector<std::string_view> names;
      for (const DecisionFact& f : facts) names.push_back(f.id);
      const std::string near(nearest(key, names));
      return fail(Cause::invalid_argument, {}, fmt::format("{} has no fact \"{}\"", id, key),
                  near.empty() ? fmt::format("its facts: {}", fmt::join(names, ", ")) : fmt::format("did you mean \"{}\"?", near));
    }
    if (value.is_null()) continue;
    const FactType type = facts[*fact].type;
    const bool fits = value.is_string()    ? type != FactType::flag && type != FactType::number
                      : value.is_boolean() ? type == FactType::flag
                                           : value.is_number() && (type == FactType::number || type == FactType::choice);
    const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
    if (value.is_number_float() && std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) > kExactDigits)
      return fail(Cause::invalid_argument, {}, fmt::format("fact {}: {} has more digits than can be told exactly", key, text));
    if (!fits) return fail(Cause::invalid_argument, {}, fmt::format("fact {}: {} is not {}", key, value.dump(), expected_of(facts[*fact])));
    FB_TRY(out[*fact], read_fact(*fact, text));
  }
  return out;
}

const DecisionParameter::Dated& DecisionParameter::on(const Date& day) const {
  const Dated* out = &values.front();
  for (const Dated& dated : values)
    if (dated.from <= day) out = &dated;
  return *out;
}

std::vector<std::int64_t> Decision::parameters_on(const Date& day) const {
  std::vector<std::int64_t> out;
  for (const DecisionParameter& p : parameters) out.push_back(p.on(day).is);
  return out;
}

void Decision::follow(const Case& known, const Date& on, const std::vector<std::int64_t>& values, Decided& out) const {
  out.outcomes.clear();
  out.path.clear();
  out.missing.clear();
  const auto count = static_cast<std::uint32_t>(steps.size());
  std::vector<bool> reached(steps.size() + outcomes.size());
  reached[0] = true;
  bool told = true;  // every step so far
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!reached[i]) continue;
    const DecisionStep& step = steps[i];
    const Truth holds = asked(step, on) ? step.condition.holds(known, values) : Truth::yes;
    if (told && asked(step, on)) out.path.push_back({i, holds});
    if (holds == Truth::unknown) {
      told = false;
      for (const std::uint32_t fact : step.condition.facts())
        if (!known[fact].known && std::ranges::find(out.missing, fact) == out.missing.end()) out.missing.push_back(fact);
    }
    if (holds != Truth::no) reached[step.yes] = true;
    if (holds != Truth::yes) reached[step.no] = true;
  }
  for (std::uint32_t i = 0; i < outcomes.size(); ++i)
    if (reached[count + i]) out.outcomes.push_back(i);
  if (out.outcomes.size() == 1) out.missing.clear();
}

void Decision::decide(const Case& known, const Date& on, Decided& out) const {
  out.in_force = in_force(on);
  if (!out.in_force) {
    out.outcomes.clear();
    out.path.clear();
    out.missing.clear();
    return;
  }
  follow(known, on, parameters_on(on), out);
}

Decided Decision::decide(const Case& known, const Date& on) const {
  Decided out;
  decide(known, on, out);
  return out;
}

std::vector<Change> Decision::changes(const Case& known, const Date& on) const {
  std::vector<Change> out;
  if (!in_force(on)) return out;
  const std::vector<std::int64_t> values = parameters_on(on);
  Decided now, other;
  follow(known, on, values, now);
  Case changed = known;
  for (std::uint32_t fact = 0; fact < facts.size(); ++fact) {
    if (!known[fact].known) continue;
    std::vector<std::int64_t> tries;
    if (facts[fact].type == FactType::flag) tries = {1 - known[fact].is};
    if (facts[fact].type == FactType::choice)
      for (std::size_t i = 0; i < facts[fact].options.size(); ++i) tries.push_back(static_cast<std::int64_t>(i));
    if (facts[fact].type == FactType::number || facts[fact].type == FactType::date) {
      std::vector<std::int64_t> turns;
      for (const DecisionStep& step : steps)
        if (asked(step, on)) step.condition.turning_points(fact, known, values, turns);
      for (const std::int64_t turn : turns) {
        const std::int64_t step = facts[fact].type == FactType::number ? finest_of(known[fact].is, turn) : 1;
        tries.insert(tries.end(), {turn - step, turn, turn + step});
      }
      std::erase_if(tries, [&](std::int64_t t) {
        return facts[fact].type == FactType::number ? t < 0 : t < day_number({1, 1, 1}) || t > day_number({9999, 12, 31});
      });
      // The nearest that leads anywhere else is told for it.
      std::ranges::sort(tries, {}, [&](std::int64_t t) { return std::pair(std::abs(t - known[fact].is), t); });
    }
    std::set<std::vector<std::uint32_t>> told;
    for (const std::int64_t to : tries) {
      if (to == known[fact].is) continue;
      changed[fact] = {true, to};
      follow(changed, on, values, other);
      if (other.outcomes != now.outcomes && (facts[fact].type == FactType::choice || told.insert(other.outcomes).second))
        out.push_back({fact, changed[fact], other.outcomes});
    }
    changed[fact] = known[fact];
  }
  return out;
}

}  // namespace fengbiao
