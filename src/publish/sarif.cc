#include "publish/sarif.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json.h"
#include "publish/sarif_parts.h"

namespace fengbiao {
namespace {

std::string_view level_of(Severity severity) { return name_of(severity); }  // error, warning, note: SARIF's own words

void location(JsonWriter& w, const CheckedText& text, const LineIndex& lines, const CheckedPlace& at) {
  w.open('{');
  w.key("physicalLocation");
  w.open('{');
  write_sarif_artifact(w, text.shown);
  write_sarif_region(w, "region", lines, text.checked.text, at.span, true);
  w.close('}');
  if (!at.origin.title.empty()) {
    w.key("logicalLocations");
    w.open('[');
    w.open('{');
    w.field("name", at.origin.title);
    w.field("fullyQualifiedName", at.origin.article_id);
    w.close('}');
    w.close(']');
  }
  w.close('}');
}

// The other side: in this text with its place, in another one with its line and words.
void related(JsonWriter& w, const CheckedText& text, const LineIndex& lines, const Finding& f) {
  if (!f.other) return;
  w.key("relatedLocations");
  w.open('[');
  w.open('{');
  w.field("id", 1);
  w.key("physicalLocation");
  w.open('{');
  const bool here = f.other->origin.issue == f.at.origin.issue;
  write_sarif_artifact(w, here ? std::string_view(text.shown) : std::string_view(f.other->origin.file));
  if (here) {
    write_sarif_region(w, "region", lines, text.checked.text, f.other->span, true);
  } else {
    w.key("region");
    w.open('{');
    w.field("startLine", f.other->line_start);
    w.close('}');
  }
  w.close('}');
  w.key("message");
  w.open('{');
  w.field("text", f.other->quote);
  w.close('}');
  w.close('}');
  w.close(']');
}

void fix(JsonWriter& w, const CheckedText& text, const LineIndex& lines, const Finding& f) {
  if (f.suggestion.empty()) return;
  w.key("fixes");
  w.open('[');
  w.open('{');
  w.key("artifactChanges");
  w.open('[');
  w.open('{');
  write_sarif_artifact(w, text.shown);
  w.key("replacements");
  w.open('[');
  w.open('{');
  write_sarif_region(w, "deletedRegion", lines, text.checked.text, f.at.span, false);
  w.key("insertedContent");
  w.open('{');
  w.field("text", f.suggestion);
  w.close('}');
  w.close('}');
  w.close(']');
  w.close('}');
  w.close(']');
  w.close('}');
  w.close(']');
}

std::string finding_json(const CheckedText& text, const LineIndex& lines, const ReportedFinding& r, std::size_t rule) {
  const Finding& f = *r.finding;
  JsonWriter w;
  w.open('{');
  w.field("ruleId", f.rule);
  w.field("ruleIndex", static_cast<std::uint64_t>(rule));
  w.field("level", level_of(f.severity));
  write_sarif_message(w, "message", f.explain, f.relation.empty() ? "" : ": " + f.relation);
  w.key("locations");
  w.open('[');
  location(w, text, lines, f.at);
  w.close(']');
  related(w, text, lines, f);
  fix(w, text, lines, f);
  w.key("partialFingerprints");
  w.open('{');
  w.field("fengbiao/v1", r.fingerprint);
  w.close('}');
  if (r.accepted) {
    write_sarif_suppression(
        w, fmt::format("{} ({}{}{})", r.accepted->why, r.accepted->by, r.accepted->at.empty() ? "" : ", ", r.accepted->at));
  }
  w.field("rank", f.confidence * 100);
  w.key("properties");
  w.open('{');
  w.field("id", f.id);
  w.field("kind", name_of(f.kind));
  w.field("messageZh", f.explain.zh);
  w.field("quote", f.at.quote);
  w.text_or_null("relation", f.relation);
  w.text_or_null("question", f.question.en);
  w.text_or_null("questionZh", f.question.zh);
  if (f.not_listed > 0) w.field("notListed", f.not_listed);
  w.close('}');
  w.close('}');
  return w.take();
}

std::string relation_json(const CheckedText& text, const LineIndex& lines, const Relation& r, std::size_t rule) {
  JsonWriter w;
  w.open('{');
  w.field("ruleId", r.rule);
  w.field("ruleIndex", static_cast<std::uint64_t>(rule));
  w.field("kind", r.verdict == Verdict::holds ? "pass" : "open");
  w.field("level", "none");
  write_sarif_message(w, "message", r.explain);
  w.key("locations");
  w.open('[');
  location(w, text, lines, r.at);
  w.close(']');
  w.key("properties");
  w.open('{');
  w.field("id", r.id);
  w.field("verdict", name_of(r.verdict));
  w.text_or_null("reason", r.reason);
  w.field("relation", r.relation);
  w.close('}');
  w.close('}');
  return w.take();
}

void write_rule(JsonWriter& w, const CheckRule& rule) {
  w.open('{');
  w.field("id", rule.id);
  write_sarif_message(w, "shortDescription", rule.name);
  write_sarif_message(w, "fullDescription", rule.about);
  w.key("help");
  w.open('{');
  std::string help = rule.about.en + "\n" + rule.about.zh + "\n";
  for (const std::string& example : rule.examples) help += "\nfound: " + example;
  for (const std::string& example : rule.counter_examples) help += "\npassed: " + example;
  w.field("text", help);
  w.close('}');
  w.key("defaultConfiguration");
  w.open('{');
  w.field("enabled", !rule.off);
  w.field("level", level_of(rule.severity));
  w.field("rank", rule.confidence * 100);
  w.close('}');
  w.key("properties");
  w.open('{');
  w.key("tags");
  w.open('[');
  w.value(name_of(rule.kind));
  w.close(']');
  w.close('}');
  w.close('}');
}

}  // namespace

SarifLog::SarifLog(const RuleBook& rules, std::string version, Sink sink)
    : rules_(rules), version_(std::move(version)), sink_(std::move(sink)) {}

Result<void> SarifLog::begin() {
  JsonWriter w;
  open_sarif_rules(w, version_);
  for (const auto& rule : rules_.rules()) write_rule(w, *rule);
  open_sarif_results(w);
  return sink_(w.take() + "\n");
}

Result<void> SarifLog::add(const CheckedText& text) {
  const LineIndex lines(text.checked.text);
  const auto index_of = [&](const std::string& id) {
    const auto& all = rules_.rules();
    return static_cast<std::size_t>(std::ranges::find(all, id, [](const auto& r) -> const std::string& { return r->id; }) - all.begin());
  };
  const auto give = [&](const std::string& json) {
    const std::string between = first_ ? "" : ",\n";
    first_ = false;
    return sink_(between + json);
  };
  for (const ReportedFinding& f : text.findings) FB_CHECK(give(finding_json(text, lines, f, index_of(f.finding->rule))));
  if (text.with_relations)
    for (const Relation& r : text.checked.checks.relations)
      if (r.verdict != Verdict::contradicts) FB_CHECK(give(relation_json(text, lines, r, index_of(r.rule))));
  return {};
}

Result<void> SarifLog::finish(const CheckCoverage& c, bool complete) {
  return sink_(sarif_end(complete, [&](JsonWriter& w) {
    for (const auto& [name, value] : {std::pair("articles", c.articles),
                                      {"characters", c.characters},
                                      {"relations", c.relations},
                                      {"holds", c.holds},
                                      {"contradicts", c.contradicts},
                                      {"undecided", c.cannot_tell}})
      w.field(name, static_cast<std::uint64_t>(value));
  }));
}

}  // namespace fengbiao
