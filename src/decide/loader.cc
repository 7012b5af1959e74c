#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/nearest.h"
#include "decide/decision.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostSteps = 500, kMostFacts = 200, kMostOptions = 64;
constexpr std::int64_t kLongestSpan = 100'000;  // days or months of a parameter

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 60 && text[0] >= 'a' && text[0] <= 'z' &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

Result<std::string> needed_text(const PackNode& node) {
  FB_TRY(std::string out, node.text());
  if (out.empty()) return node.complain("expected words");
  return out;
}

Result<std::string> read_id(const PackNode& node) {
  FB_TRY(std::string out, node.text());
  if (!is_id(out)) return node.complain(fmt::format("\"{}\" is no name: expected small letters, digits and _, a letter first", out));
  return out;
}

Result<Wording> read_wording(const PackNode& node) {
  FB_CHECK(node.only_keys({"zh", "en"}));
  Wording out;
  FB_TRY(out.zh, needed_text(node["zh"]));
  FB_TRY(out.en, needed_text(node["en"]));
  return out;
}

Result<Date> read_day(const PackNode& node) {
  FB_TRY(const std::string text, node.text());
  const auto day = date_from_iso(text);
  if (!day) return node.complain(fmt::format("\"{}\" is no day: expected YYYY-MM-DD", text));
  return *day;
}

Result<std::optional<Date>> read_day_or_none(const PackNode& node) {
  if (node.missing()) return std::nullopt;
  FB_TRY(const Date day, read_day(node));
  return day;
}

Result<DecisionClause> read_clause(const PackNode& node) {
  DecisionClause out;
  FB_CHECK(node.only_keys({"document", "number", "article", "zh", "en"}));
  FB_TRY(out.document, needed_text(node["document"]));
  FB_TRY(out.number, node["number"].text_or(""));
  FB_TRY(out.article, node["article"].text_or(""));
  FB_TRY(out.says.zh, needed_text(node["zh"]));
  FB_TRY(out.says.en, needed_text(node["en"]));
  return out;
}

}  // namespace

class DecisionLoader {
 public:
  explicit DecisionLoader(const PackNode& pack) : pack_(pack) {}

  Result<Decision> run() {
    FB_CHECK(pack_.only_keys({"decision", "name", "about", "from", "until", "facts", "parameters", "steps", "outcomes", "cases"}));
    FB_TRY(out_.id, pack_["decision"].text());
    FB_TRY(out_.name, read_wording(pack_["name"]));
    FB_TRY(out_.about, read_wording(pack_["about"]));
    FB_TRY(out_.from, read_day(pack_["from"]));
    FB_TRY(out_.until, read_day_or_none(pack_["until"]));
    FB_CHECK(read_facts());
    FB_CHECK(read_parameters());
    FB_CHECK(read_outcomes());
    FB_CHECK(read_steps());
    FB_CHECK(all_reached());
    FB_CHECK(read_samples());
    return std::move(out_);
  }

 private:
  // A name that no fact, parameter, step or outcome has yet.
  Result<std::string> new_id(const PackNode& node) {
    FB_TRY(std::string id, read_id(node));
    for (const std::string_view taken : {"and", "or", "not", "in", "next", "days", "months", "years"})
      if (id == taken) return node.complain(fmt::format("\"{}\" is a word of conditions", id));
    if (std::ranges::find(ids_, id) != ids_.end()) return node.complain(fmt::format("\"{}\" is there twice", id));
    ids_.push_back(id);
    return id;
  }

  Result<void> read_facts() {
    FB_TRY(const auto rows, pack_["facts"].items());
    if (rows.empty() || rows.size() > kMostFacts) return pack_["facts"].complain(fmt::format("expected 1 to {} facts", kMostFacts));
    for (const PackNode& row : rows) {
      FB_CHECK(row.only_keys({"id", "type", "name", "ask", "options", "unit"}));
      DecisionFact fact;
      fact.place = row.place();
      FB_TRY(fact.id, new_id(row["id"]));
      FB_TRY(const std::string type, row["type"].text());
      const auto named = fact_type_named(type);
      if (!named) return row["type"].complain(fmt::format("\"{}\" is none of: flag, choice, number, date", type));
      fact.type = *named;
      FB_TRY(fact.name, read_wording(row["name"]));
      FB_TRY(fact.ask, read_wording(row["ask"]));
      if (!row["unit"].missing()) { FB_TRY(fact.unit, read_wording(row["unit"])); }
      FB_TRY(const auto options, row["options"].entries());
      for (const auto& [id, node] : options) {
        FB_TRY(Wording name, read_wording(node));
        fact.options.push_back({id, std::move(name)});
      }
      if ((fact.type == FactType::choice) != !options.empty() || options.size() > kMostOptions || options.size() == 1)
        return row.complain(fmt::format("expected 2 to {} options of a choice, and of nothing else", kMostOptions));
      out_.facts.push_back(std::move(fact));
    }
    return {};
  }

  Result<void> read_parameters() {
    FB_TRY(const auto rows, pack_["parameters"].items());
    for (const PackNode& row : rows) {
      FB_CHECK(row.only_keys({"id", "type", "name", "values"}));
      DecisionParameter p;
      FB_TRY(p.id, new_id(row["id"]));
      FB_TRY(p.name, read_wording(row["name"]));
      FB_TRY(const std::string type, row["type"].text());
      if (type == "date") p.type = FactType::date;
      else if (type == "days") p.span = NamedValue::Span::days;
      else if (type == "months") p.span = NamedValue::Span::months;
      else if (type != "number") return row["type"].complain(fmt::format("\"{}\" is none of: number, date, days, months", type));
      FB_TRY(const auto values, row["values"].items());
      for (const PackNode& value : values) {
        FB_CHECK(value.only_keys({"from", "is", "clause"}));
        DecisionParameter::Dated dated;
        FB_TRY(dated.from, read_day(value["from"]));
        FB_TRY(dated.clause, read_clause(value["clause"]));
        FB_TRY(const std::string is, value["is"].text());
        const auto day = date_from_iso(is);
        const auto number = number_from(is);
        const bool span = p.span != NamedValue::Span::none;
        if (p.type == FactType::date
                ? !day
                : !number || (span && (*number < 0 || *number % kUnitsOfOne != 0 || *number / kUnitsOfOne > kLongestSpan)))
          return value["is"].complain(fmt::format("\"{}\" is no {}", is, type));
        dated.is = p.type == FactType::date ? day_number(*day) : span ? *number / kUnitsOfOne : *number;
        if (!p.values.empty() && dated.from <= p.values.back().from)
          return value["from"].complain("expected a later day than the one before");
        p.values.push_back(std::move(dated));
      }
      if (p.values.empty() || p.values.front().from > out_.from)
        return row["values"].complain(fmt::format("expected a value from {} on, the first day of the decision", out_.from.iso()));
      out_.parameters.push_back(std::move(p));
    }
    return {};
  }

  Result<void> read_outcomes() {
    FB_TRY(const auto rows, pack_["outcomes"].items());
    if (rows.size() < 2) return pack_["outcomes"].complain("expected two outcomes and more");
    for (const PackNode& row : rows) {
      FB_CHECK(row.only_keys({"id", "tone", "name", "follows"}));
      DecisionOutcome outcome;
      FB_TRY(outcome.id, new_id(row["id"]));
      FB_TRY(outcome.name, read_wording(row["name"]));
      FB_TRY(const std::string tone, row["tone"].text());
      if (tone == "yes") outcome.tone = DecisionOutcome::Tone::yes;
      else if (tone == "no") outcome.tone = DecisionOutcome::Tone::no;
      else if (tone != "open") return row["tone"].complain(fmt::format("\"{}\" is none of: yes, no, open", tone));
      FB_TRY(const auto follows, row["follows"].items());
      for (const PackNode& node : follows) {
        FB_CHECK(node.only_keys({"zh", "en", "clause", "from", "until"}));
        Consequence c;
        FB_TRY(c.says.zh, needed_text(node["zh"]));
        FB_TRY(c.says.en, needed_text(node["en"]));
        FB_TRY(c.clause, read_clause(node["clause"]));
        FB_TRY(c.from, read_day_or_none(node["from"]));
        FB_TRY(c.until, read_day_or_none(node["until"]));
        outcome.consequences.push_back(std::move(c));
      }
      out_.outcomes.push_back(std::move(outcome));
    }
    return {};
  }

  std::optional<NamedValue> named(std::string_view name) const {
    NamedValue out;
    if (const auto fact = out_.fact_named(name)) {
      out.index = *fact;
      out.type = out_.facts[*fact].type;
      for (const auto& option : out_.facts[*fact].options) out.options.push_back(option.id);
      return out;
    }
    const auto found = std::ranges::find(out_.parameters, name, &DecisionParameter::id);
    if (found == out_.parameters.end()) return std::nullopt;
    out.kind = NamedValue::Kind::parameter;
    out.index = static_cast<std::uint32_t>(found - out_.parameters.begin());
    out.type = found->type;
    out.span = found->span;
    return out;
  }

  Result<void> read_steps() {
    FB_TRY(const auto rows, pack_["steps"].items());
    if (rows.empty() || rows.size() > kMostSteps) return pack_["steps"].complain(fmt::format("expected 1 to {} steps", kMostSteps));
    std::vector<std::string> names;
    for (const PackNode& row : rows) { FB_TRY(names.emplace_back(), new_id(row["id"])); }
    const auto way = [&](const PackNode& node, std::uint32_t self) -> Result<std::uint32_t> {
      FB_TRY(const std::string to, node.text_or("next"));
      if (to == "next") {
        if (self + 1 < rows.size()) return self + 1;
        return node.complain("the last step has none behind it: expected an outcome");
      }
      for (std::uint32_t i = 0; i < names.size(); ++i)
        if (names[i] == to && i > self) return i;
      for (std::uint32_t i = 0; i < out_.outcomes.size(); ++i)
        if (out_.outcomes[i].id == to) return static_cast<std::uint32_t>(rows.size()) + i;
      return node.complain(fmt::format("\"{}\" is no outcome and no later step", to));
    };
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      const PackNode& row = rows[i];
      FB_CHECK(row.only_keys({"id", "name", "if", "clause", "yes", "no", "from", "until"}));
      DecisionStep step;
      step.id = names[i];
      step.place = row.place();
      FB_TRY(step.name, read_wording(row["name"]));
      FB_TRY(const std::string condition, row["if"].text());
      auto parsed = Condition::parse(condition, [&](std::string_view name) { return named(name); });
      if (!parsed) return row["if"].complain(parsed.error().what);
      step.condition = std::move(*parsed);
      FB_TRY(step.clause, read_clause(row["clause"]));
      FB_TRY(step.from, read_day_or_none(row["from"]));
      FB_TRY(step.until, read_day_or_none(row["until"]));
      FB_TRY(step.yes, way(row["yes"], i));
      FB_TRY(step.no, way(row["no"], i));
      if (step.yes == step.no) return row.complain("both ways lead to the same");
      out_.steps.push_back(std::move(step));
    }
    return {};
  }

  // A step or outcome that no way leads to, and a fact or parameter that nothing asks, is a slip of the pen.
  Result<void> all_reached() const {
    std::vector<bool> reached(out_.steps.size() + out_.outcomes.size());
    std::vector<bool> facts(out_.facts.size()), parameters(out_.parameters.size());
    reached[0] = true;
    for (std::size_t i = 0; i < out_.steps.size(); ++i) {
      const DecisionStep& step = out_.steps[i];
      if (!reached[i]) return pack_["steps"].complain(fmt::format("no way leads to the step \"{}\"", step.id));
      reached[step.yes] = reached[step.no] = true;
      for (const std::uint32_t fact : step.condition.facts()) facts[fact] = true;
      for (const std::uint32_t p : step.condition.parameters()) parameters[p] = true;
    }
    for (std::size_t i = 0; i < out_.outcomes.size(); ++i)
      if (!reached[out_.steps.size() + i])
        return pack_["outcomes"].complain(fmt::format("no way leads to the outcome \"{}\"", out_.outcomes[i].id));
    for (std::size_t i = 0; i < facts.size(); ++i)
      if (!facts[i]) return pack_["facts"].complain(fmt::format("no step asks for \"{}\"", out_.facts[i].id));
    for (std::size_t i = 0; i < parameters.size(); ++i)
      if (!parameters[i]) return pack_["parameters"].complain(fmt::format("no step uses \"{}\"", out_.parameters[i].id));
    return {};
  }

  Result<void> read_samples() {
    FB_TRY(const auto rows, pack_["cases"].items());
    for (const PackNode& row : rows) {
      FB_CHECK(row.only_keys({"name", "on", "facts", "outcome"}));
      DecisionSample sample;
      sample.place = row.place();
      FB_TRY(sample.name, needed_text(row["name"]));
      FB_TRY(sample.on, read_day(row["on"]));
      sample.facts.resize(out_.facts.size());
      FB_TRY(const auto given, row["facts"].entries());
      for (const auto& [name, node] : given) {
        const auto fact = out_.fact_named(name);
        if (!fact) return node.complain(fmt::format("there is no fact \"{}\"", name));
        FB_TRY(const std::string text, node.text());
        auto value = out_.read_fact(*fact, text);
        if (!value) return node.complain(value.error().what);
        sample.facts[*fact] = *value;
      }
      FB_TRY(const auto expected, row["outcome"].texts());
      for (const std::string& id : expected) {
        const auto found = std::ranges::find(out_.outcomes, id, &DecisionOutcome::id);
        if (found == out_.outcomes.end()) return row["outcome"].complain(fmt::format("\"{}\" is no outcome", id));
        sample.outcomes.push_back(static_cast<std::uint32_t>(found - out_.outcomes.begin()));
      }
      std::ranges::sort(sample.outcomes);
      const Decided decided = out_.decide(sample.facts, sample.on);
      if (decided.outcomes != sample.outcomes) {
        std::vector<std::string_view> got;
        for (const std::uint32_t i : decided.outcomes) got.push_back(out_.outcomes[i].id);
        return row.complain(
            fmt::format("the case \"{}\" leads to {}, not to {}", sample.name,
                        got.empty() ? std::string("nothing: it is not in force then") : fmt::format("{}", fmt::join(got, ", ")),
                        fmt::join(expected, ", ")));
      }
      out_.samples.push_back(std::move(sample));
    }
    return {};
  }

  const PackNode& pack_;
  Decision out_;
  std::vector<std::string> ids_;
};

Result<Decision> Decision::load(const DataSet::File& file) {
  FB_TRY(const PackNode pack, PackNode::parse(file.bytes, file.place));
  return DecisionLoader(pack).run();
}

Result<std::vector<Decision>> Decision::load_all(const DataSet& data) {
  std::vector<Decision> out;
  for (const DataSet::File* file : data.list("decisions/", ".yaml")) {
    FB_TRY(Decision decision, load(*file));
    for (const Decision& other : out)
      if (other.id == decision.id)
        return fail(Cause::malformed, {file->place, 1}, fmt::format("the decision \"{}\" stands in another file too", decision.id));
    out.push_back(std::move(decision));
  }
  return out;
}

}  // namespace fengbiao
