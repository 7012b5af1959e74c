#include "publish/decision_record.h"

#include <fmt/format.h>

namespace fengbiao {
namespace {

void write_wording(JsonWriter& w, std::string_view name, const Wording& words) {
  w.key(name);
  w.open('{');
  w.field("zh", words.zh);
  w.field("en", words.en);
  w.close('}');
}

void write_clause(JsonWriter& w, const DecisionClause& clause) {
  w.key("clause");
  w.open('{');
  w.field("document", clause.document);
  w.text_or_null("number", clause.number);
  w.text_or_null("article", clause.article);
  w.field("zh", clause.says.zh);
  w.field("en", clause.says.en);
  w.close('}');
}

void write_day(JsonWriter& w, std::string_view name, const std::optional<Date>& day) { w.text_or_null(name, day ? day->iso() : ""); }

void write_value(JsonWriter& w, std::string_view name, const DecisionFact& fact, const FactValue& value, const std::string& text) {
  w.key(name);
  if (!value.known) w.null();
  else if (fact.type == FactType::flag) w.value(value.is != 0);
  else if (fact.type == FactType::number) w.raw(text);
  else w.value(text);
}

void write_fact(JsonWriter& w, const DecisionFact& fact) {
  w.open('{');
  w.field("id", fact.id);
  w.field("type", name_of(fact.type));
  write_wording(w, "name", fact.name);
  write_wording(w, "ask", fact.ask);
  w.key("unit");
  if (fact.unit.empty()) {
    w.null();
  } else {
    w.open('{');
    w.field("zh", fact.unit.zh);
    w.field("en", fact.unit.en);
    w.close('}');
  }
  w.key("options");
  w.open('[');
  for (const auto& option : fact.options) {
    w.open('{');
    w.field("id", option.id);
    write_wording(w, "name", option.name);
    w.close('}');
  }
  w.close(']');
  w.close('}');
}

void write_dated(JsonWriter& w, const DecisionParameter& p, const DecisionParameter::Dated& dated) {
  w.field("from", dated.from.iso());
  w.key("is");
  if (p.type == FactType::date) w.value(value_text(p, dated.is));
  else w.raw(value_text(p, dated.is));
  write_clause(w, dated.clause);
}

void write_parameter(JsonWriter& w, const DecisionParameter& p) {
  w.open('{');
  w.field("id", p.id);
  w.field("type", type_name(p));
  write_wording(w, "name", p.name);
  w.key("values");
  w.open('[');
  for (const auto& dated : p.values) {
    w.open('{');
    write_dated(w, p, dated);
    w.close('}');
  }
  w.close(']');
  w.close('}');
}

void write_step(JsonWriter& w, const Decision& d, const DecisionStep& step) {
  w.open('{');
  w.field("id", step.id);
  write_wording(w, "name", step.name);
  w.field("if", step.condition.text());
  w.field("yes", way_name(d, step.yes));
  w.field("no", way_name(d, step.no));
  write_day(w, "from", step.from);
  write_day(w, "until", step.until);
  write_clause(w, step.clause);
  w.close('}');
}

void write_consequence(JsonWriter& w, const Consequence& c) {
  w.open('{');
  w.field("zh", c.says.zh);
  w.field("en", c.says.en);
  write_day(w, "from", c.from);
  write_day(w, "until", c.until);
  write_clause(w, c.clause);
  w.close('}');
}

void write_outcome_name(JsonWriter& w, const DecisionOutcome& outcome) {
  w.field("id", outcome.id);
  w.field("tone", name_of(outcome.tone));
  write_wording(w, "name", outcome.name);
}

void write_outcome_ids(JsonWriter& w, const Decision& d, const std::vector<std::uint32_t>& outcomes) {
  w.key("outcomes");
  w.open('[');
  for (const std::uint32_t i : outcomes) w.value(d.outcomes[i].id);
  w.close(']');
}

}  // namespace

std::string_view name_of(DecisionOutcome::Tone tone) {
  switch (tone) {
    case DecisionOutcome::Tone::yes: return "yes";
    case DecisionOutcome::Tone::no: return "no";
    case DecisionOutcome::Tone::open: return "open";
  }
  return "";
}

std::string type_name(const DecisionParameter& p) {
  if (p.span == NamedValue::Span::days) return "days";
  if (p.span == NamedValue::Span::months) return "months";
  return std::string(name_of(p.type));
}

std::string value_text(const DecisionParameter& p, std::int64_t is) {
  if (p.type == FactType::date) return date_of_day(is).iso();
  return p.span == NamedValue::Span::none ? number_text(is) : std::to_string(is);
}

std::string_view way_name(const Decision& d, DecisionStep::Way way) {
  return way < d.steps.size() ? std::string_view(d.steps[way].id) : std::string_view(d.outcomes[way - d.steps.size()].id);
}

std::string clause_text(const DecisionClause& clause) {
  std::string out = clause.document;
  if (!clause.number.empty()) out += " " + clause.number;
  if (!clause.article.empty()) out += " " + clause.article;
  return out;
}

std::vector<const Consequence*> consequences_on(const DecisionOutcome& outcome, const Date& on) {
  std::vector<const Consequence*> out;
  for (const Consequence& c : outcome.consequences)
    if ((!c.from || on >= *c.from) && (!c.until || on < *c.until)) out.push_back(&c);
  return out;
}

void write_decision_json(JsonWriter& w, const Decision& d, bool whole, const WriteMore& more) {
  w.open('{');
  w.field("id", d.id);
  write_wording(w, "name", d.name);
  write_wording(w, "about", d.about);
  w.field("from", d.from.iso());
  write_day(w, "until", d.until);
  if (whole) {
    const auto list = [&](std::string_view name, const auto& rows, const auto& write) {
      w.key(name);
      w.open('[');
      for (const auto& row : rows) write(row);
      w.close(']');
    };
    list("facts", d.facts, [&](const DecisionFact& fact) { write_fact(w, fact); });
    list("parameters", d.parameters, [&](const DecisionParameter& p) { write_parameter(w, p); });
    list("steps", d.steps, [&](const DecisionStep& step) { write_step(w, d, step); });
    list("outcomes", d.outcomes, [&](const DecisionOutcome& outcome) {
      w.open('{');
      write_outcome_name(w, outcome);
      list("follows", outcome.consequences, [&](const Consequence& c) { write_consequence(w, c); });
      w.close('}');
    });
  } else {
    w.field("facts", static_cast<std::uint64_t>(d.facts.size()));
    w.field("steps", static_cast<std::uint64_t>(d.steps.size()));
    w.field("outcomes", static_cast<std::uint64_t>(d.outcomes.size()));
  }
  w.field("cases", static_cast<std::uint64_t>(d.samples.size()));
  if (more) more(w);
  w.field("notice", kNoLegalAdvice);
  w.close('}');
}

std::string case_template(const Decision& d) {
  std::string out = "{";
  for (const DecisionFact& fact : d.facts) out += fmt::format("{}\n  \"{}\": null", &fact == &d.facts.front() ? "" : ",", fact.id);
  return out + "\n}\n";
}

void write_answer_json(JsonWriter& w, const DecisionAnswer& a) {
  const Decision& d = a.decision;
  const bool decided = a.decided.outcomes.size() == 1;
  w.open('{');
  w.field("decision", d.id);
  w.field("on", a.on.iso());
  w.field("in_force", a.decided.in_force);
  w.field("decided", decided);
  w.key("outcome");
  if (decided) {
    w.open('{');
    write_outcome_name(w, d.outcomes[a.decided.outcomes[0]]);
    w.close('}');
  } else {
    w.null();
  }
  write_outcome_ids(w, d, a.decided.outcomes);
  w.key("follows");
  w.open('[');
  if (decided)
    for (const Consequence* c : consequences_on(d.outcomes[a.decided.outcomes[0]], a.on)) write_consequence(w, *c);
  w.close(']');
  w.key("path");
  w.open('[');
  for (const Decided::Passed& passed : a.decided.path) {
    const DecisionStep& step = d.steps[passed.step];
    w.open('{');
    w.field("step", step.id);
    write_wording(w, "name", step.name);
    w.field("if", step.condition.text());
    w.field("holds", name_of(passed.holds));
    write_clause(w, step.clause);
    w.close('}');
  }
  w.close(']');
  w.key("facts");
  w.open('{');
  for (std::uint32_t i = 0; i < d.facts.size(); ++i) write_value(w, d.facts[i].id, d.facts[i], a.facts[i], d.text_of(i, a.facts[i]));
  w.close('}');
  w.key("parameters");
  w.open('[');
  for (const DecisionParameter& p : d.parameters) {
    w.open('{');
    w.field("id", p.id);
    write_dated(w, p, p.on(a.on));
    w.close('}');
  }
  w.close(']');
  w.key("missing");
  w.open('[');
  for (const std::uint32_t i : a.decided.missing) write_fact(w, d.facts[i]);
  w.close(']');
  w.key("changes");
  w.open('[');
  for (const Change& change : a.changes) {
    const DecisionFact& fact = d.facts[change.fact];
    w.open('{');
    w.field("fact", fact.id);
    write_value(w, "is", fact, a.facts[change.fact], d.text_of(change.fact, a.facts[change.fact]));
    write_value(w, "to", fact, change.to, d.text_of(change.fact, change.to));
    write_outcome_ids(w, d, change.outcomes);
    w.close('}');
  }
  w.close(']');
  w.field("notice", kNoLegalAdvice);
  w.close('}');
}

void write_brief_answer_json(JsonWriter& w, const DecisionAnswer& a, std::size_t line) {
  const Decision& d = a.decision;
  w.open('{');
  w.field("line", static_cast<std::uint64_t>(line));
  w.field("in_force", a.decided.in_force);
  write_outcome_ids(w, d, a.decided.outcomes);
  w.key("path");
  w.open('{');
  for (const Decided::Passed& passed : a.decided.path) w.field(d.steps[passed.step].id, name_of(passed.holds));
  w.close('}');
  w.key("missing");
  w.open('[');
  for (const std::uint32_t i : a.decided.missing) w.value(d.facts[i].id);
  w.close(']');
  w.key("changes");
  w.open('[');
  for (const Change& change : a.changes) {
    w.open('{');
    w.field("fact", d.facts[change.fact].id);
    write_value(w, "to", d.facts[change.fact], change.to, d.text_of(change.fact, change.to));
    write_outcome_ids(w, d, change.outcomes);
    w.close('}');
  }
  w.close(']');
  w.close('}');
}

}  // namespace fengbiao
