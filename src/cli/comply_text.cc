#include "cli/comply_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/check_text.h"
#include "publish/record_parts.h"

namespace fengbiao {
namespace {

constexpr std::string_view kHead = "        = ";

std::string_view way_of(Disguise disguise) {
  switch (disguise) {
    case Disguise::gaps: return "blanks or signs between";
    case Disguise::sounds: return "by its sound";
    case Disguise::split: return "characters written as their parts";
    case Disguise::none: break;
  }
  return "";
}

std::string heading(const ComplianceFinding& f) {
  return fmt::format("{}: {} {} [{}]", f.missing ? "missing" : name_of(f.rule->demand), f.rule->name.en, f.rule->name.zh, f.rule->id);
}

}  // namespace

std::string days_in_force(const CompliancePack& pack, const ComplyRule* rule) {
  const std::string& from = rule && !rule->from.empty() ? rule->from : pack.from;
  const std::string& until = rule && !rule->until.empty() ? rule->until : pack.until;
  return until.empty() ? fmt::format("from {}", from) : fmt::format("from {}, until {}", from, until);
}

std::string compliance_finding_text(const ComplianceFinding& f, const std::string& shown, const LineIndex& lines, std::size_t width) {
  const LinePlace at = lines.place(f.span.begin);
  std::string out = fmt::format("{}:{}:{}: {}: {}\n", shown, at.line, at.column, name_of(f.severity), heading(f));
  out += marked_line(lines, f.span, width);
  if (f.at >= 0 || f.speaker != LineSpeaker::unknown)
    out += fmt::format("{}said{}{}\n", kHead, f.who.empty() ? "" : " by " + f.who, f.at >= 0 ? " at " + time_text(f.at) : "");
  if (f.disguise != Disguise::none) out += fmt::format("{}read as {} ({})\n", kHead, f.read_as, way_of(f.disguise));
  out += fmt::format("{}clause: {}{}{}, {}{}: {}\n", kHead, f.pack->policy.title, f.rule->article.empty() ? "" : " ", f.rule->article,
                     f.pack->draft ? "a draft " : "in force ", days_in_force(*f.pack, f.rule), f.rule->clause.en);
  out += fmt::format("{}means: {}\n{}instead: {}\n", kHead, f.rule->means.en, kHead, f.rule->instead.en);
  std::string also;
  for (const ComplyRule* rule : f.also) also += (also.empty() ? "" : ", ") + rule->id;
  out += fmt::format("{}confidence {:.2f}{}\n", kHead, f.confidence, also.empty() ? "" : "; told by " + also + " too");
  return out;
}

std::string compliance_rest_text(const CompliedText& text, const LineIndex& lines) {
  const ComplianceReport& r = text.report;
  std::string out;
  for (const ComplianceFinding& f : r.exempt) {
    const LinePlace at = lines.place(f.span.begin);
    out += fmt::format("{}:{}:{}: exempt: {} ({} {}): \"{}\" [{}]\n", text.shown, at.line, at.column, f.exemption->id, f.exemption->name.en,
                       f.exemption->name.zh, f.quote, f.rule->id);
  }
  for (const auto& more : r.not_listed)
    out += fmt::format("{}: {} more places of [{}] are not listed\n", text.shown, more.places, more.rule->id);
  if (text.guess) out += fmt::format("{}: read as a {}: {}\n", text.shown, name_of(r.kind), *text.guess);
  if (r.used.empty())
    out += fmt::format("{}: no pack that was asked for is in force on {} and about a {}\n", text.shown, r.day, name_of(r.kind));
  for (const CompliancePack* pack : r.not_in_force)
    out += fmt::format("{}: not in force on {}: {} ({})\n", text.shown, r.day, pack->id, days_in_force(*pack));
  return out;
}

std::string compliance_acts_text(const std::vector<const CompliancePack*>& packs) {
  std::string out;
  for (const CompliancePack* pack : packs) {
    if (pack->needs_person.empty()) continue;
    out += fmt::format("words cannot decide, a person must ({}):\n", pack->policy.title);
    for (const ForPerson& act : pack->needs_person) out += fmt::format("  {}: {} {}\n", act.article, act.act.en, act.act.zh);
  }
  return out;
}

std::string compliance_totals_text(const ComplianceTotals& t, const std::string& day) {
  const auto some = [](std::size_t n, std::string_view one) { return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s"); };
  std::string out = t.findings == 0 ? "no findings"
                                    : fmt::format("{} ({}, {}, {})", some(t.findings, "finding"), some(t.errors, "error"),
                                                  some(t.warnings, "warning"), some(t.notes, "note"));
  if (t.exempt > 0) out += fmt::format("; {} exempt", t.exempt);
  out += fmt::format("\nlooked at {}, {}, by the rules of {}\n", some(t.texts, "text"), some(t.characters, "character"), day);
  return out + fmt::format("{}\n", kNoLegalAdvice);
}

}  // namespace fengbiao
