#include "publish/compliance_sarif.h"

#include <fmt/format.h>

#include <map>

#include "base/json.h"
#include "publish/compliance_record.h"
#include "publish/sarif.h"

namespace fengbiao {
namespace {

constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";

void text_object(JsonWriter& w, std::string_view name, std::string_view en, std::string_view zh) {
  w.key(name);
  w.open('{');
  w.field("text", en);
  if (!zh.empty() && name != "message") {
    w.key("properties");
    w.open('{');
    w.field("zh", zh);
    w.close('}');
  }
  w.close('}');
}

void write_rule(JsonWriter& w, const CompliancePack& pack, const ComplyRule& rule) {
  w.open('{');
  w.field("id", rule.id);
  text_object(w, "shortDescription", rule.name.en, rule.name.zh);
  text_object(w, "fullDescription", rule.means.en, rule.means.zh);
  text_object(w, "help",
              fmt::format("{} {}: {}\n{}\nInstead: {}\n{}", pack.policy.title, rule.article, rule.clause.en, rule.clause.zh,
                          rule.instead.en, rule.instead.zh),
              "");
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
  const LinePlace from = lines.place(f.span.begin), to = lines.place(f.span.end);
  JsonWriter w;
  w.open('{');
  w.field("ruleId", f.rule->id);
  w.field("ruleIndex", static_cast<std::uint64_t>(rule));
  w.field("level", name_of(f.severity));
  text_object(w, "message",
              fmt::format("{} ({}): {} Instead: {}", f.rule->name.en, name_of(f.rule->demand), f.rule->means.en, f.rule->instead.en), "");
  w.key("locations");
  w.open('[');
  w.open('{');
  w.key("physicalLocation");
  w.open('{');
  w.key("artifactLocation");
  w.open('{');
  w.field("uri", sarif_uri(text.shown));
  w.close('}');
  w.key("region");
  w.open('{');
  w.field("startLine", from.line);
  w.field("startColumn", from.column);
  w.field("endLine", to.line);
  w.field("endColumn", to.column);
  w.key("snippet");
  w.open('{');
  w.field("text", f.quote);
  w.close('}');
  w.close('}');
  w.close('}');
  w.close('}');
  w.close(']');
  if (f.exemption) {
    w.key("suppressions");
    w.open('[');
    w.open('{');
    w.field("kind", "external");
    w.field("status", "accepted");
    w.field("justification", fmt::format("{}: {} {}", f.exemption->id, f.exemption->name.en, f.exemption->name.zh));
    w.close('}');
    w.close(']');
  }
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
  w.open('{');
  w.field("$schema", kSchema);
  w.field("version", "2.1.0");
  w.key("runs");
  w.open('[');
  w.open('{');
  w.key("tool");
  w.open('{');
  w.key("driver");
  w.open('{');
  w.field("name", "fengbiao");
  w.field("version", version_);
  w.field("language", "en");
  w.key("rules");
  w.open('[');
  for (const CompliancePack& pack : compliance_.packs())
    for (const ComplyRule& rule : pack.rules) write_rule(w, pack, rule);
  w.close(']');
  w.close('}');
  w.close('}');
  w.field("columnKind", "unicodeCodePoints");
  w.key("results");
  w.open('[');
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
  JsonWriter w;
  w.open('{');
  w.key("invocations");
  w.open('[');
  w.open('{');
  w.field("executionSuccessful", complete);
  w.close('}');
  w.close(']');
  w.key("properties");
  w.open('{');
  w.field("notice", kNoLegalAdvice);
  w.close('}');
  w.close('}');
  return sink_("\n]," + w.take().substr(1) + "]}\n");
}

}  // namespace fengbiao
