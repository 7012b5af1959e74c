#include "cli/decide_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cli/screen.h"

namespace fengbiao {
namespace {

// The name of a line, then what it says, then the same in English and the clause below it.
void told(std::string& out, std::string_view name, std::size_t width, std::initializer_list<std::string_view> lines) {
  for (const std::string_view line : lines) {
    if (line.empty()) continue;
    out += fmt::format("  {}  {}\n", pad(name, width), line);
    name = "";
  }
}

std::string both(const Wording& words) { return words.zh + "  " + words.en; }

std::string days(const std::optional<Date>& from, const std::optional<Date>& until) {
  if (!from && !until) return "";
  return fmt::format("[{}{}{}]", from ? "from " + from->iso() : "", from && until ? " " : "", until ? "until before " + until->iso() : "");
}

std::string options_text(const DecisionFact& fact) {
  std::string out;
  for (const auto& option : fact.options) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", option.id, option.name.zh);
  return out;
}

std::string_view mark(DecisionOutcome::Tone tone) {
  return tone == DecisionOutcome::Tone::yes ? "\u2713" : tone == DecisionOutcome::Tone::no ? "\u2717" : "\u2022";
}

std::string outcome_names(const Decision& d, const std::vector<std::uint32_t>& outcomes) {
  std::string out;
  for (const std::uint32_t i : outcomes) out += fmt::format("{}{} {}", out.empty() ? "" : " | ", d.outcomes[i].id, d.outcomes[i].name.zh);
  return out;
}

template <class Rows, class Name>
std::size_t widest(const Rows& rows, Name&& name) {
  std::size_t out = 0;
  for (const auto& row : rows) out = std::max(out, display_width(name(row)));
  return out;
}

void outcome_text(std::string& out, const DecisionAnswer& a) {
  const Decision& d = a.decision;
  if (!a.decided.in_force) {
    const bool early = a.on < d.from;
    out +=
        fmt::format("\n? not in force: its {} is {}\n", early ? "first day" : "first day no more", early ? d.from.iso() : d.until->iso());
    return;
  }
  if (a.decided.outcomes.size() > 1) {
    out += fmt::format("\n? open: {}\n", outcome_names(d, a.decided.outcomes));
    return;
  }
  const DecisionOutcome& outcome = d.outcomes[a.decided.outcomes[0]];
  out += fmt::format("\n{} {}  {}\n", mark(outcome.tone), outcome.id, both(outcome.name));
  const auto follows = consequences_on(outcome, a.on);
  if (!follows.empty()) out += "\nwhat follows\n";
  for (const Consequence* c : follows) told(out, "-", 1, {c->says.zh, c->says.en, clause_text(c->clause)});
}

void path_text(std::string& out, const DecisionAnswer& a) {
  if (a.decided.path.empty()) return;
  out += "\npath\n";
  const Decision& d = a.decision;
  for (const Decided::Passed& passed : a.decided.path) {
    const DecisionStep& step = d.steps[passed.step];
    told(out, name_of(passed.holds), 7,
         {both(step.name), step.condition.text(), step.clause.says.zh, step.clause.says.en, clause_text(step.clause)});
    for (const std::uint32_t i : step.condition.parameters()) {
      const DecisionParameter& p = d.parameters[i];
      const DecisionParameter::Dated& dated = p.on(a.on);
      told(out, "", 7,
           {fmt::format("{} = {}, {}", p.id, value_text(p, dated.is), both(p.name)), "  " + dated.clause.says.zh,
            "  " + dated.clause.says.en, "  " + clause_text(dated.clause)});
    }
  }
}

void changes_text(std::string& out, const DecisionAnswer& a) {
  if (a.changes.empty()) return;
  const Decision& d = a.decision;
  out += "\nwould lead elsewhere\n";
  const std::size_t width = widest(a.changes, [&](const Change& c) { return d.facts[c.fact].id; });
  for (const Change& c : a.changes)
    told(out, d.facts[c.fact].id, width,
         {fmt::format("{} instead of {}: {}", d.text_of(c.fact, c.to), d.text_of(c.fact, a.facts[c.fact]), outcome_names(d, c.outcomes))});
}

void missing_text(std::string& out, const DecisionAnswer& a) {
  if (a.decided.missing.empty()) return;
  const Decision& d = a.decision;
  out += "\nmissing\n";
  const std::size_t width = widest(a.decided.missing, [&](std::uint32_t i) { return d.facts[i].id; });
  for (const std::uint32_t i : a.decided.missing)
    told(out, d.facts[i].id, width, {d.facts[i].ask.zh, d.facts[i].ask.en, options_text(d.facts[i])});
}

}  // namespace

std::string answer_text(const DecisionAnswer& a) {
  std::string out = fmt::format("{}  {}\non {}\n", a.decision.id, both(a.decision.name), a.on.iso());
  outcome_text(out, a);
  path_text(out, a);
  missing_text(out, a);
  changes_text(out, a);
  return out + fmt::format("\n{}\n", kNoLegalAdvice);
}

std::string answer_line(const DecisionAnswer& a, std::size_t line) {
  const Decision& d = a.decision;
  if (!a.decided.in_force) return fmt::format("{}: ? not in force\n", line);
  if (a.decided.outcomes.size() == 1) {
    const DecisionOutcome& outcome = d.outcomes[a.decided.outcomes[0]];
    return fmt::format("{}: {} {} {}\n", line, mark(outcome.tone), outcome.id, outcome.name.zh);
  }
  std::string missing;
  for (const std::uint32_t i : a.decided.missing) missing += (missing.empty() ? "" : ", ") + d.facts[i].id;
  return fmt::format("{}: ? {}; missing: {}\n", line, outcome_names(d, a.decided.outcomes), missing);
}

std::string decision_text(const Decision& d) {
  std::string out = fmt::format("{}  {}\n\n  {}\n  {}\n  from {}{}\n", d.id, both(d.name), d.about.zh, d.about.en, d.from.iso(),
                                d.until ? " until before " + d.until->iso() : "");
  out += "\nfacts\n";
  std::size_t width = widest(d.facts, [](const DecisionFact& f) { return f.id; });
  for (const DecisionFact& f : d.facts)
    told(out, f.id, width,
         {fmt::format("{}, {}{}", name_of(f.type), both(f.name), f.unit.empty() ? "" : fmt::format(" ({})", both(f.unit))), f.ask.zh,
          f.ask.en, options_text(f)});
  if (!d.parameters.empty()) out += "\nparameters\n";
  width = widest(d.parameters, [](const DecisionParameter& p) { return p.id; });
  for (const DecisionParameter& p : d.parameters) {
    told(out, p.id, width, {fmt::format("{}, {}", type_name(p), both(p.name))});
    for (const auto& dated : p.values)
      told(out, "", width, {fmt::format("from {}: {}", dated.from.iso(), value_text(p, dated.is)), "  " + clause_text(dated.clause)});
  }
  out += "\nsteps\n";
  width = widest(d.steps, [](const DecisionStep& s) { return s.id; });
  for (const DecisionStep& s : d.steps)
    told(out, s.id, width,
         {both(s.name), fmt::format("if {}", s.condition.text()), fmt::format("yes: {}, no: {}", way_name(d, s.yes), way_name(d, s.no)),
          days(s.from, s.until), s.clause.says.zh, s.clause.says.en, clause_text(s.clause)});
  out += "\noutcomes\n";
  width = widest(d.outcomes, [](const DecisionOutcome& o) { return o.id; });
  for (const DecisionOutcome& o : d.outcomes) {
    told(out, o.id, width, {fmt::format("{} {}", mark(o.tone), both(o.name))});
    for (const Consequence& c : o.consequences)
      told(out, "", width,
           {fmt::format("- {}{}{}", c.says.zh, c.from || c.until ? " " : "", days(c.from, c.until)), "  " + c.says.en,
            "  " + clause_text(c.clause)});
  }
  return out + fmt::format("\n{}\n", kNoLegalAdvice);
}

}  // namespace fengbiao
