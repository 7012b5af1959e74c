// What holds for the findings and relations of every text: they lie in it and cut no character, have a rule, words and an id of their
// own, and the counts of what was looked at are theirs.
#pragma once

#include <set>
#include <string_view>

#include "base/utf8.h"
#include "check/report.h"
#include "check_document.h"

namespace fengbiao {

inline void check_place(const CheckedPlace& at, std::string_view kept) {
  for (const Span span : {at.span, at.quote_span}) {
    demand(span.begin <= span.end && span.end <= kept.size(), "a span lies within the text");
    demand(!first_malformed(slice(kept, span)), "a span cuts no character");
  }
  demand(!first_malformed(at.quote), "a quote is UTF-8");
  demand(at.line_start >= 1 && at.line_start <= at.line_end, "lines rise");
}

template <class Record>
void check_found(const std::vector<Record>& records, const RuleBook& rules, std::string_view kept) {
  std::set<std::string_view> ids;
  const Record* before = nullptr;
  for (const Record& r : records) {
    check_place(r.at, kept);
    if (r.other) check_place(*r.other, kept);
    demand(!r.id.empty() && ids.insert(r.id).second, "no two have one id");
    demand(rules.find(r.rule) != nullptr, "a rule says what is found");
    demand(!first_malformed(r.explain.zh) && !first_malformed(r.explain.en) && !first_malformed(r.relation), "the words are UTF-8");
    demand(!before || before->at.origin.article <= r.at.origin.article, "they stand in order");
    before = &r;
  }
}

inline void check_findings(const IssueChecks& checks, const RuleBook& rules, std::string_view kept) {
  check_found(checks.findings, rules, kept);
  check_found(checks.relations, rules, kept);
  for (const Finding& f : checks.findings) {
    demand(f.confidence >= 0 && f.confidence <= 1, "a confidence is a share");
    demand(!first_malformed(f.suggestion), "a suggestion is UTF-8");
  }
  for (const Relation& r : checks.relations) {
    demand((r.verdict == Verdict::cannot_tell) == !r.reason.empty(), "what cannot be told has a reason");
    demand(r.reason.empty() || rules.reason(r.reason) != nullptr, ("a reason is a known one: " + r.reason).c_str());
  }
  const CheckCoverage& c = checks.coverage;
  demand(c.relations == checks.relations.size() && c.relations == c.holds + c.contradicts + c.cannot_tell, "relations are counted");
}

}  // namespace fengbiao
