#include "engine/cited_policies.h"

#include <algorithm>

namespace fengbiao {
namespace {

void add(std::vector<CitedDocument>& all, const PolicyCitation& document, const std::string& article) {
  auto found = std::ranges::find(all, document.title, [](const CitedDocument& c) -> const std::string& { return c.document.title; });
  if (found == all.end()) found = all.insert(all.end(), {document, {}});
  if (found->document.number.empty()) found->document.number = document.number;
  if (!article.empty() && std::ranges::find(found->articles, article) == found->articles.end()) found->articles.push_back(article);
}

}  // namespace

std::vector<CitedDocument> cited_by(const CompliancePack& pack) {
  const PolicyCitation document{pack.policy.title, pack.policy.number, pack.policy.issued};
  std::vector<CitedDocument> out{{document, {}}};
  for (const ComplyRule& rule : pack.rules) add(out, document, rule.article);
  return out;
}

std::vector<CitedDocument> cited_by(const Decision& decision) {
  std::vector<CitedDocument> out;
  const auto cite = [&](const DecisionClause& clause) { add(out, {clause.document, clause.number, ""}, clause.article); };
  for (const DecisionStep& step : decision.steps) cite(step.clause);
  for (const DecisionParameter& parameter : decision.parameters)
    for (const DecisionParameter::Dated& value : parameter.values) cite(value.clause);
  for (const DecisionOutcome& outcome : decision.outcomes)
    for (const Consequence& follows : outcome.consequences) cite(follows.clause);
  return out;
}

PolicyFollowers followers_of(const PolicyEntry& entry, const PolicyRegister& all, const std::vector<CompliancePack>& packs,
                             const std::vector<Decision>& decisions) {
  PolicyFollowers out;
  const auto is_cited = [&](const CitedDocument& cited) {
    const auto found = all.cited(cited.document);
    return std::ranges::find(found, &entry) != found.end();
  };
  for (const CompliancePack& pack : packs)
    if (std::ranges::any_of(cited_by(pack), is_cited)) out.packs.push_back(&pack);
  for (const Decision& decision : decisions)
    for (const CitedDocument& cited : cited_by(decision))
      if (is_cited(cited)) out.decisions.push_back({&decision, cited.articles});
  return out;
}

}  // namespace fengbiao
