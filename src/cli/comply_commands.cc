// comply: what a text may not say, must prove or should say, by the packs in force on a day; packs: the packs, and what is wrong with them.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/json.h"
#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/comply_text.h"
#include "cli/interrupt.h"
#include "cli/report_outlet.h"
#include "engine/comply_inputs.h"
#include "publish/compliance_page.h"
#include "publish/compliance_record.h"
#include "publish/compliance_sarif.h"

namespace fengbiao {
namespace {

std::vector<std::string> parted(std::string_view names) {
  std::vector<std::string> out;
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(','));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    if (!name.empty()) out.emplace_back(name);
  }
  return out;
}

void count(ComplianceTotals& totals, const ComplianceReport& report) {
  ++totals.texts;
  totals.characters += report.characters;
  totals.exempt += report.exempt.size();
  for (const ComplianceFinding& f : report.findings) {
    ++totals.findings;
    ++(f.severity == Severity::error ? totals.errors : f.severity == Severity::warning ? totals.warnings : totals.notes);
  }
}

Result<void> write_text(ReportOutlet& out, const CompliedText& text) {
  const LineIndex lines(text.document.text);
  for (const ComplianceFinding& f : text.report.findings)
    FB_CHECK(out.write(compliance_finding_text(f, text.shown, lines, out.width()), Screen::Kind::text));
  return out.write(compliance_rest_text(text, lines), Screen::Kind::text);
}

Result<void> write_jsonl(ReportOutlet& out, const CompliedText& text) {
  const LineIndex lines(text.document.text);
  for (const auto* list : {&text.report.findings, &text.report.exempt})
    for (const ComplianceFinding& f : *list) {
      JsonWriter w;
      write_compliance_finding_json(w, f, text, lines);
      FB_CHECK(out.write(w.take() + "\n", Screen::Kind::json));
    }
  return {};
}

}  // namespace

Result<int> run_comply(const Session& session) {
  const Call& call = session.call;
  FB_TRY(const ReadOptions read, session.read_options());
  FB_TRY(const Compliance compliance, load_compliance(read, call.text("rules").value_or("")));
  ComplyAsked asked;
  if (const auto kind = call.text("as")) asked.kind = comply_kind_named(*kind);
  asked.day = call.text("on").value_or("");
  asked.packs = parted(call.text("pack").value_or(""));
  const std::string format = call.text("format").value_or(call.has("json") ? "jsonl" : "text");
  const Severity least = severity_named(call.text("severity").value_or("note")).value_or(Severity::note);
  watch_interrupts();
  FB_TRY(ReportOutlet out, ReportOutlet::open(session));
  std::optional<CompliancePage> page;
  if (format == "html") { FB_TRY(page, CompliancePage::make(asked.day)); }
  ComplianceSarif sarif(compliance, FENGBIAO_VERSION, [&](std::string_view json) { return out.write(json, Screen::Kind::json); });
  ComplianceTotals totals;
  std::vector<const CompliancePack*> used;  // by any of the texts
  bool failed = false;
  if (format == "sarif") FB_CHECK(sarif.begin());
  ComplyHooks hooks;
  hooks.on_trouble = [&](const Error& error) {
    failed = true;
    session.screen.complain(error);
  };
  hooks.should_stop = [&] { return interrupted() || session.screen.closed() || session.screen.failed(); };
  hooks.on_checked = [&](const CompliedText& whole) -> Result<void> {
    CompliedText text = whole;
    std::erase_if(text.report.findings, [&](const ComplianceFinding& f) { return f.severity > least; });
    count(totals, text.report);
    for (const CompliancePack* pack : text.report.used)
      if (std::ranges::find(used, pack) == used.end()) used.push_back(pack);
    if (format == "jsonl") return write_jsonl(out, text);
    if (format == "sarif") return sarif.add(text);
    if (format == "text") return write_text(out, text);
    page->add(text);
    return {};
  };
  if (const auto done = comply_inputs(call.arguments.at("FILE"), compliance, asked, read.limits, hooks); !done)
    return session.missing(done.error());
  if (format == "sarif") FB_CHECK(sarif.finish(!failed));
  if (format == "html") FB_CHECK(out.write(page->finish(), Screen::Kind::text));
  if (format == "text" && totals.texts > 0)
    FB_CHECK(out.write(compliance_acts_text(used) + compliance_totals_text(totals, asked.day), Screen::Kind::text));
  FB_CHECK(out.finish());
  if (interrupted()) return kInterrupted;
  if (failed) return kError;
  return totals.findings == 0 ? kFound : kNothing;
}

namespace {

Result<std::vector<const CompliancePack*>> chosen(const Compliance& compliance, const std::vector<std::string>& names) {
  std::vector<const CompliancePack*> out;
  for (const std::string& name : names) {
    const CompliancePack* const pack = compliance.book().find(name);
    if (!pack) {
      std::vector<std::string_view> known{"lint"};
      for (const CompliancePack& p : compliance.packs()) known.push_back(p.id);
      return fail(Cause::not_found, {"fengbiao packs", 0, 0}, fmt::format("no pack `{}`{}", name, perhaps(name, known)),
                  "`fengbiao packs` lists them");
    }
    out.push_back(pack);
  }
  if (names.empty())
    for (const CompliancePack& pack : compliance.packs()) out.push_back(&pack);
  return out;
}

Result<int> lint(const Session& session, const Compliance& compliance, const std::vector<std::string>& names) {
  FB_CHECK(chosen(compliance, names));
  const auto flaws = lint_packs(compliance, names);
  for (const PackFlaw& flaw : flaws) {
    if (session.call.has("json")) {
      JsonWriter w;
      write_pack_flaw_json(w, flaw);
      session.print_json(w.take());
    } else {
      session.screen.print_text(fmt::format("{}:{}: {}: {}\n", flaw.place.file, flaw.place.line, flaw.rule, flaw.what));
    }
  }
  if (flaws.empty() && !session.call.has("json")) session.screen.print("nothing is wrong with the packs\n");
  return flaws.empty() ? kFound : kNothing;
}

std::string pack_text(const CompliancePack& pack) {
  std::string out = fmt::format("{}{}  {} {}\n  {}, {}\n", pack.id, pack.draft ? " (draft)" : "", pack.name.en, pack.name.zh,
                                pack.policy.title, days_in_force(pack));
  for (const ComplyRule& rule : pack.rules)
    out += fmt::format("  {}: {}, {}, {:.2f}  {} {}\n      {} {}\n      {}\n", rule.id, name_of(rule.demand), name_of(rule.severity),
                       rule.confidence, rule.name.en, rule.name.zh, rule.article, rule.clause.zh, rule.clause.en);
  for (const ForPerson& act : pack.needs_person)
    out += fmt::format("  a person must judge: {} {} {}\n", act.article, act.act.en, act.act.zh);
  return out;
}

}  // namespace

Result<int> run_packs(const Session& session) {
  FB_TRY(const ReadOptions read, session.read_options());
  FB_TRY(const Compliance compliance, load_compliance(read, session.call.text("rules").value_or("")));
  std::vector<std::string> names;
  if (const auto given = session.call.arguments.find("NAME"); given != session.call.arguments.end()) names = given->second;
  if (!names.empty() && names.front() == "lint") {
    names.erase(names.begin());
    return lint(session, compliance, names);
  }
  FB_TRY(const auto packs, chosen(compliance, names));
  if (session.call.has("json")) {
    for (const CompliancePack* pack : packs) {
      JsonWriter w;
      write_pack_json(w, *pack);
      session.print_json(w.take());
    }
    return kFound;
  }
  if (!names.empty()) {
    for (const CompliancePack* pack : packs) session.screen.print_text(pack_text(*pack));
    return kFound;
  }
  std::vector<std::vector<std::string>> rows;
  for (const CompliancePack* pack : packs) {
    std::size_t tests = 0;
    std::vector<std::string> clauses;
    for (const ComplyRule& rule : pack->rules) {
      tests += rule.examples.size() + rule.counter_examples.size();
      if (std::ranges::find(clauses, rule.article) == clauses.end()) clauses.push_back(rule.article);
    }
    rows.push_back({pack->id, pack->draft ? "draft" : "in force", pack->from, pack->until, fmt::format("{}", pack->rules.size()),
                    fmt::format("{}", clauses.size()), fmt::format("{}", tests), fmt::format("{}", pack->needs_person.size()),
                    pack->name.en, pack->policy.title});
  }
  session.screen.print(table({{"PACK"},
                              {"STANDING"},
                              {"FROM"},
                              {"UNTIL"},
                              {"RULES", true},
                              {"CLAUSES", true},
                              {"TESTS", true},
                              {"PERSON", true},
                              {"NAME", false, true},
                              {"DOCUMENT", false, true}},
                             rows, session.screen.width()));
  return kFound;
}

}  // namespace fengbiao
