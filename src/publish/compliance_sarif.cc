#include "publish/compliance_sarif.h"

#include <fmt/format.h>

#include <map>

#include "base/json.h"
#include "publish/compliance_record.h"
#include "publish/sarif_parts.h"

namespace fengbiao {
namespace {

void write_rule(JsonWriter& w, const CompliancePack& pack, const ComplyRule& rule) {
  w.open('{');
  w.field("id", rule.id);
  write_sarif_message(w, "shortDescription", rule.name);
  write_sarif_message(w, "fullDescription", rule.means);
  write_sarif_text(w, "help",
                   fmt::format("{} {}: {}\n{}\nInstead: {}\n{}", pack.policy.title, rule.article, rule.clause.en, rule.clause.zh,
                               rule.instead.en, rule.instead.zh));
  w.key("defaultConfiguration");
  w.open('{');
  w.field("level", name_of(pack.draft ? std::max(rule.severity, Severity::warning) : rule.severity));
  w.field("rank", rule.confidence * 100);
  w.close('}');
  w.key("properties");
  w.open('{');
  w.key("tags");
  w.open('[');
  w.value(pack.id);
  w.value(name_of(rule.demand));
  w.close(']');
  w.close('}');
  w.close('}');
}

std::string result_json(const ComplianceFinding& f, const CompliedText& text, const LineIndex& lines, std::size_t rule) {
  JsonWriter w;
  w.open('{');
  w.field("ruleId", f.rule->id);
  w.field("ruleIndex", static_cast<std::uint64_t>(rule));
  w.field("level", name_of(f.severity));
  write_sarif_text(w, "message",
                   fmt::format("{} ({}): {} Instead: {}", f.rule->name.en, name_of(f.rule->demand), f.rule->means.en, f.rule->instead.en));
  w.key("locations");
  w.open('[');
  w.open('{');
  w.key("physicalLocation");
  w.open('{');
  write_sarif_artifact(w, text.shown);
  write_sarif_region(w, "region", lines, text.document.text, f.span, true);
  w.close('}');
  w.close('}');
  w.close(']');
  if (f.exemption) { write_sarif_suppression(w, fmt::format("{}: {} {}", f.exemption->id, f.exemption->name.en, f.exemption->name.zh)); }
  w.field("rank", f.confidence * 100);
  w.key("properties");
  w.open('{');
  w.field("verdict", name_of(f.rule->demand));
  w.field("missing", f.missing);
  w.field("messageZh", fmt::format("{}{}", f.rule->means.zh, f.rule->instead.zh));
  w.field("clause", fmt::format("{} {}", f.pack->policy.title, f.rule->article));
  w.text_or_null("readAs", f.read_as);
  w.close('}');
  w.close('}');
  return w.take();
}

}  // namespace

ComplianceSarif::ComplianceSarif(const Compliance& compliance, std::string version, Sink sink)
    : compliance_(compliance), version_(std::move(version)), sink_(std::move(sink)) {}

Result<void> ComplianceSarif::begin() {
  JsonWriter w;
  open_sarif_rules(w, version_);
  for (const CompliancePack& pack : compliance_.packs())
    for (const ComplyRule& rule : pack.rules) write_rule(w, pack, rule);
  open_sarif_results(w);
  return sink_(w.take() + "\n");
}

Result<void> ComplianceSarif::add(const CompliedText& text) {
  const LineIndex lines(text.document.text);
  std::map<const ComplyRule*, std::size_t> numbers;
  for (const CompliancePack& pack : compliance_.packs())
    for (const ComplyRule& rule : pack.rules) numbers.emplace(&rule, numbers.size());
  for (const auto* list : {&text.report.findings, &text.report.exempt})
    for (const ComplianceFinding& f : *list) {
      FB_CHECK(sink_((first_ ? "" : ",\n") + result_json(f, text, lines, numbers[f.rule])));
      first_ = false;
    }
  return {};
}

Result<void> ComplianceSarif::finish(bool complete) {
  return sink_(sarif_end(complete, [](JsonWriter& w) { w.field("notice", kNoLegalAdvice); }));
}

}  // namespace fengbiao
