// /findings, /rules and /check: what is wrong in the archive, by which rules; and a document of a visitor, checked and not kept.
#include <fmt/format.h>

#include "publish/finding_record.h"
#include "publish/rule_record.h"
#include "serve/answer_parts.h"
#include "serve/api_context.h"
#include "serve/list_answer.h"

namespace fengbiao {

namespace {

constexpr std::uint32_t kNeighbours = 2;

Reply answer_findings(const Ask& ask) {
  const Parameters& p = ask.parameters;
  const auto& all = ask.now.findings->all;
  Found found;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    const Finding& f = *all[i];
    if (p.has("issue") && f.at.origin.issue != p.text("issue")) continue;
    if (p.has("article") && f.at.origin.article_id != p.text("article")) continue;
    if (p.has("kind") && name_of(f.kind) != p.text("kind")) continue;
    if (p.has("severity") && name_of(f.severity) != p.text("severity")) continue;
    if (p.has("rule") && f.rule != p.text("rule")) continue;
    found.push_back(i);
  }
  if (wants_csv(p)) {
    CsvWriter csv;
    std::vector<std::string> names;
    for (const TableColumn& column : finding_columns()) names.emplace_back(column.name);
    csv.row(names);
    for (const std::uint32_t i : found) csv.row(cell_texts(finding_cells(*all[i])));
    return csv_answer(std::move(csv));
  }
  return list_answer(p, found.size(), [&](JsonWriter& w, std::size_t i) { write_finding_json(w, *all[found[i]]); });
}

Reply answer_finding(const Ask& ask) {
  const auto found = ask.now.findings->by_id.find(ask.parameters.text("id"));
  if (found == ask.now.findings->by_id.end())
    return std::unexpected(Problem{404, "not-found", "there is no such finding; /api/v1/findings lists them"});
  const Finding& f = *ask.now.findings->all[found->second];
  FB_ASK(const std::shared_ptr<const LoadedIssue> issue, ask.context.loader().load(ask.now.contents->generation, f.at.origin.issue));
  JsonWriter w;
  w.open('{');
  w.key("record");
  write_finding_json(w, f);
  w.key("rule");
  if (const CheckRule* rule = ask.context.keeper().checker().rules().find(f.rule)) write_rule_json(w, *rule);
  else w.null();
  w.key("article");
  if (f.at.origin.article_id.empty()) w.null();
  else write_article_link(w, f.at.origin);
  w.key("lines");
  write_lines(w, *issue, f.at.line_start > kNeighbours ? f.at.line_start - kNeighbours : 1, f.at.line_end + kNeighbours);
  w.close('}');
  return json_answer(w);
}

Reply answer_rules(const Ask& ask) {
  const auto& rules = ask.context.keeper().checker().rules().rules();
  return list_answer(ask.parameters, rules.size(), [&](JsonWriter& w, std::size_t i) { write_rule_json(w, *rules[i]); });
}

void write_score(JsonWriter& w, const ErrorRate& rate) {
  w.key("score");
  w.open('{');
  w.field("rate", rate.per_ten_thousand());  // errors in ten thousand characters
  w.field("mark", rate.pass_mark);
  w.field("passes", rate.passes());
  w.field("errors", rate.errors);
  w.field("characters", static_cast<std::uint64_t>(rate.characters));
  w.field("standard", rate.standard);
  w.close('}');
}

Reply answer_check(const Ask& ask) {
  if (ask.request.body.empty()) return std::unexpected(Problem{400, "invalid-request", "expected a document in the body"});
  const DocumentChecker& checker = ask.context.keeper().checker();
  FB_ASK(const CheckedIssue checked, checker.check_document(ask.request.body, name_of_document(ask.parameters)));
  FB_ASK(const ErrorWeights weights, error_weights(ask.context.settings().read));
  const CheckCoverage& coverage = checked.checks.coverage;
  JsonWriter w;
  w.open('{');
  w.field("file", checked.issue.file);
  w.field("text", checked.text);
  w.key("findings");
  w.open('[');
  for (const Finding& f : checked.checks.findings) write_finding_json(w, f);
  w.close(']');
  write_score(w, weights.rate(checked.issue, checked.checks.findings, coverage));
  w.key("summary");
  w.open('{');
  w.field("articles", static_cast<std::uint64_t>(coverage.articles));
  w.field("characters", static_cast<std::uint64_t>(coverage.characters));
  w.field("relations", static_cast<std::uint64_t>(coverage.relations));
  w.field("holds", static_cast<std::uint64_t>(coverage.holds));
  w.field("contradicts", static_cast<std::uint64_t>(coverage.contradicts));
  w.field("cannot_tell", static_cast<std::uint64_t>(coverage.cannot_tell));
  w.key("severities");
  write_severities(w, checked.checks.findings);
  w.close('}');
  w.close('}');
  return json_answer(w);
}

}  // namespace

std::vector<Route> finding_routes() {
  return {
      {"GET",
       "/api/v1/findings",
       "findings",
       "What the checks find in the archive, in order of issues and text",
       {{"issue", ParameterType::text, "only of this issue, by its key"},
        {"article", ParameterType::text, "only of this article, by its id"},
        {"kind", ParameterType::choice, "only of this kind", "arithmetic conflict typo punctuation duplicate format style extraction"},
        {"severity", ParameterType::choice, "only of this severity", "error warning note"},
        {"rule", ParameterType::text, "only by this rule"},
        limit_parameter(),
        cursor_parameter(),
        format_parameter()},
       "FindingList",
       answer_findings,
       Route::findings},
      {"GET",
       "/api/v1/findings/{id}",
       "finding",
       "One finding with its rule, its article and the printed lines around it",
       {{"id", ParameterType::text, "id of the finding"}},
       "FindingPage",
       answer_finding,
       Route::findings},
      {"GET",
       "/api/v1/rules",
       "rules",
       "The rules of the checks, with their examples",
       {limit_parameter(), cursor_parameter()},
       "RuleList",
       answer_rules},
      {"POST",
       "/api/v1/check",
       "check",
       "Checks a document: text, DOCX, HTML or PDF, up to 20 MB. Nothing is kept",
       {kDocumentName},
       "CheckedDocument",
       answer_check,
       Route::nothing,
       kJsonType,
       Route::Access::read,
       false,
       kDocumentTypes},
  };
}

}  // namespace fengbiao
