#include "publish/compliance_record.h"

namespace fengbiao {
namespace {

// "means" and "means_zh".
void wording(JsonWriter& w, std::string_view name, const Wording& words) {
  w.text_or_null(name, words.en);
  w.text_or_null(std::string(name) + "_zh", words.zh);
}

void kinds(JsonWriter& w, std::uint8_t mask) {
  w.key("as");
  w.open('[');
  for (unsigned kind = 0; kind < kComplyKinds; ++kind)
    if ((mask >> kind & 1) != 0) w.value(name_of(static_cast<ComplyKind>(kind)));
  w.close(']');
}

void days(JsonWriter& w, const std::string& from, const std::string& until) {
  w.text_or_null("from", from);
  w.text_or_null("until", until);
}

void document(JsonWriter& w, const CompliancePack& pack) {
  w.key("policy");
  w.open('{');
  w.field("title", pack.policy.title);
  w.field("issuers", pack.policy.issuers);
  w.text_or_null("number", pack.policy.number);
  w.text_or_null("issued", pack.policy.issued);
  w.field("draft", pack.draft);
  w.close('}');
}

void pack_ids(JsonWriter& w, std::string_view name, const std::vector<const CompliancePack*>& packs) {
  w.key(name);
  w.open('[');
  for (const CompliancePack* pack : packs) {
    w.open('{');
    w.field("pack", pack->id);
    days(w, pack->from, pack->until);
    w.field("draft", pack->draft);
    w.close('}');
  }
  w.close(']');
}

void acts(JsonWriter& w, const CompliancePack& pack, bool with_pack) {
  for (const ForPerson& act : pack.needs_person) {
    w.open('{');
    if (with_pack) w.field("pack", pack.id);
    w.field("article", act.article);
    wording(w, "act", act.act);
    w.close('}');
  }
}

void write_rule(JsonWriter& w, const CompliancePack& pack, const ComplyRule& rule) {
  w.open('{');
  w.field("rule", rule.id);
  wording(w, "name", rule.name);
  w.text_or_null("article", rule.article);
  wording(w, "clause", rule.clause);
  w.field("verdict", name_of(rule.demand));
  w.field("severity", name_of(rule.severity));
  w.field("confidence", rule.confidence);
  wording(w, "means", rule.means);
  wording(w, "instead", rule.instead);
  kinds(w, rule.kinds);
  days(w, rule.from.empty() ? pack.from : rule.from, rule.until.empty() ? pack.until : rule.until);
  for (const auto& [name, texts] : {std::pair("examples", &rule.examples), {"counter_examples", &rule.counter_examples}}) {
    w.key(name);
    w.open('[');
    for (const ComplyExample& example : *texts) w.value(example.text);
    w.close(']');
  }
  w.close('}');
}

}  // namespace

void write_compliance_finding_json(JsonWriter& w, const ComplianceFinding& f, const CompliedText& text, const LineIndex& lines) {
  const LinePlace from = lines.place(f.span.begin), to = lines.place(f.span.end);
  w.open('{');
  w.field("file", text.report.file);
  w.field("as", name_of(text.report.kind));
  w.field("on", text.report.day);
  w.field("pack", f.pack->id);
  w.field("rule", f.rule->id);
  wording(w, "name", f.rule->name);
  w.field("verdict", name_of(f.rule->demand));
  w.field("severity", name_of(f.severity));
  w.field("confidence", f.confidence);
  w.field("missing", f.missing);
  w.field("quote", f.quote);
  w.key("disguise");
  if (f.disguise == Disguise::none) w.null();
  else w.value(name_of(f.disguise));
  w.text_or_null("read_as", f.read_as);
  w.field("line_start", from.line);
  w.field("column_start", from.column);
  w.field("line_end", to.line);
  w.field("column_end", to.column);
  w.key("span");
  w.open('[');
  w.value(f.span.begin);
  w.value(f.span.end);
  w.close(']');
  w.text_or_null("who", f.who);
  w.text_or_null("speaker", f.speaker == LineSpeaker::unknown ? "" : name_of(f.speaker));
  w.text_or_null("at", f.at < 0 ? "" : time_text(f.at));
  document(w, *f.pack);
  w.text_or_null("article", f.rule->article);
  wording(w, "clause", f.rule->clause);
  days(w, f.rule->from.empty() ? f.pack->from : f.rule->from, f.rule->until.empty() ? f.pack->until : f.rule->until);
  wording(w, "means", f.rule->means);
  wording(w, "instead", f.rule->instead);
  w.key("also");
  w.open('[');
  for (const ComplyRule* rule : f.also) w.value(rule->id);
  w.close(']');
  w.text_or_null("exempt", f.exemption ? f.exemption->id : "");
  wording(w, "exempt_name", f.exemption ? f.exemption->name : Wording());
  w.close('}');
}

void write_compliance_report_json(JsonWriter& w, const CompliedText& text) {
  const LineIndex lines(text.document.text);
  const ComplianceReport& r = text.report;
  w.open('{');
  w.field("file", r.file);
  w.field("text", text.document.text);
  w.field("as", name_of(r.kind));
  w.key("guessed");
  w.value(text.guess);
  w.field("on", r.day);
  w.field("characters", static_cast<std::uint64_t>(r.characters));
  for (const auto& [name, list] : {std::pair("findings", &r.findings), {"exempt", &r.exempt}}) {
    w.key(name);
    w.open('[');
    for (const ComplianceFinding& f : *list) write_compliance_finding_json(w, f, text, lines);
    w.close(']');
  }
  w.key("not_listed");
  w.open('[');
  for (const auto& more : r.not_listed) {
    w.open('{');
    w.field("rule", more.rule->id);
    w.field("places", static_cast<std::uint64_t>(more.places));
    w.close('}');
  }
  w.close(']');
  pack_ids(w, "used", r.used);
  pack_ids(w, "not_in_force", r.not_in_force);
  pack_ids(w, "about_other_kinds", r.other_kinds);
  w.key("needs_person");
  w.open('[');
  for (const CompliancePack* pack : r.used) acts(w, *pack, true);
  w.close(']');
  w.field("notice", kNoLegalAdvice);
  w.close('}');
}

void write_pack_json(JsonWriter& w, const CompliancePack& pack, bool whole, const WriteMore& more) {
  w.open('{');
  w.field("pack", pack.id);
  wording(w, "name", pack.name);
  document(w, pack);
  days(w, pack.from, pack.until);
  wording(w, "addressee", pack.addressee);
  kinds(w, pack.kinds);
  if (whole) {
    w.key("rules");
    w.open('[');
    for (const ComplyRule& rule : pack.rules) write_rule(w, pack, rule);
    w.close(']');
    w.key("needs_person");
    w.open('[');
    acts(w, pack, false);
    w.close(']');
  } else {
    w.field("rules", static_cast<std::uint64_t>(pack.rules.size()));
    w.field("needs_person", static_cast<std::uint64_t>(pack.needs_person.size()));
  }
  if (more) more(w);
  w.close('}');
}

void write_pack_flaw_json(JsonWriter& w, const PackFlaw& flaw) {
  w.open('{');
  w.field("file", flaw.place.file);
  w.field("line", static_cast<std::uint64_t>(flaw.place.line));
  w.field("rule", flaw.rule);
  w.field("what", flaw.what);
  w.close('}');
}

}  // namespace fengbiao
