#include "publish/sarif.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json.h"

namespace fengbiao {
namespace {

constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";

std::string_view level_of(Severity severity) { return name_of(severity); }  // error, warning, note: SARIF's own words

}  // namespace

std::string sarif_uri(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) out += c;
    else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out == "-" ? "stdin" : out;
}

namespace {

void message(JsonWriter& w, std::string_view name, const Wording& words, std::string_view more = "") {
  w.key(name);
  w.open('{');
  w.field("text", (words.en.empty() ? words.zh : words.en) + std::string(more));
  if (name != "message") {
    w.key("properties");
    w.open('{');
    w.field("zh", words.zh);
    w.close('}');
  }
  w.close('}');
}

void artifact(JsonWriter& w, std::string_view shown) {
  w.key("artifactLocation");
  w.open('{');
  w.field("uri", sarif_uri(shown));
  w.close('}');
}

void region(JsonWriter& w, std::string_view name, const LineIndex& lines, std::string_view kept, Span span, bool with_words) {
  const LinePlace from = lines.place(span.begin), to = lines.place(span.end);
  w.key(name);
  w.open('{');
  w.field("startLine", from.line);
  w.field("startColumn", from.column);
  w.field("endLine", to.line);
  w.field("endColumn", to.column);
  if (with_words) {
    w.key("snippet");
    w.open('{');
    w.field("text", slice(kept, span));
    w.close('}');
  }
  w.close('}');
}

void location(JsonWriter& w, const CheckedText& text, const LineIndex& lines, const CheckedPlace& at) {
  w.open('{');
  w.key("physicalLocation");
  w.open('{');
  artifact(w, text.shown);
  region(w, "region", lines, text.checked.text, at.span, true);
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
  artifact(w, here ? std::string_view(text.shown) : std::string_view(f.other->origin.file));
  if (here) {
    region(w, "region", lines, text.checked.text, f.other->span, true);
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
  artifact(w, text.shown);
  w.key("replacements");
  w.open('[');
  w.open('{');
  region(w, "deletedRegion", lines, text.checked.text, f.at.span, false);
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
  message(w, "message", f.explain, f.relation.empty() ? "" : ": " + f.relation);
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
    w.key("suppressions");
    w.open('[');
    w.open('{');
    w.field("kind", "external");
    w.field("status", "accepted");
    w.field("justification",
            fmt::format("{} ({}{}{})", r.accepted->why, r.accepted->by, r.accepted->at.empty() ? "" : ", ", r.accepted->at));
    w.close('}');
    w.close(']');
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
  message(w, "message", r.explain);
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
  message(w, "shortDescription", rule.name);
  message(w, "fullDescription", rule.about);
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
  for (const auto& rule : rules_.rules()) write_rule(w, *rule);
  w.close(']');
  w.close('}');
  w.close('}');
  w.field("columnKind", "unicodeCodePoints");
  w.key("results");
  w.open('[');
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
  for (const auto& [name, value] : {std::pair("articles", c.articles),
                                    {"characters", c.characters},
                                    {"relations", c.relations},
                                    {"holds", c.holds},
                                    {"contradicts", c.contradicts},
                                    {"undecided", c.cannot_tell}})
    w.field(name, static_cast<std::uint64_t>(value));
  w.close('}');
  w.close('}');
  return sink_("\n]," + w.take().substr(1) + "]}\n");
}

}  // namespace fengbiao
