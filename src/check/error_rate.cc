#include "check/error_rate.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "rules/pack.h"

namespace fengbiao {
namespace {

constexpr std::string_view kFile = "check/error_rate.yaml";

bool in_title(const Issue& issue, const Finding& finding) {
  if (finding.at.origin.article == 0 || finding.at.origin.article > issue.articles.size()) return false;
  const auto& pieces = issue.articles[finding.at.origin.article - 1].title_pieces;
  return std::ranges::any_of(pieces, [&](Span piece) { return finding.at.span.begin >= piece.begin && finding.at.span.begin < piece.end; });
}

}  // namespace

ErrorRate& ErrorRate::operator+=(const ErrorRate& more) {
  for (const Part& part : more.parts) {
    const auto here = std::ranges::lower_bound(parts, part.kind, {}, &Part::kind);
    if (here == parts.end() || here->kind != part.kind) {
      parts.insert(here, part);
      continue;
    }
    here->findings += part.findings;
    here->counted += part.counted;
    here->errors += part.errors;
  }
  characters += more.characters;
  errors += more.errors;
  pass_mark = more.pass_mark;
  standard = more.standard;
  return *this;
}

Result<ErrorWeights> ErrorWeights::load(const DataSet& data) {
  ErrorWeights out;
  FB_TRY(const DataSet::File* file, data.find(kFile));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"standard", "pass_mark", "title_factor", "severities", "weights"}));
  FB_TRY(out.standard_, pack["standard"].text());
  FB_TRY(out.pass_mark_, pack["pass_mark"].number_or(0));
  if (out.pass_mark_ <= 0) return pack["pass_mark"].complain("expected a number above 0: errors per ten thousand characters");
  FB_TRY(out.title_factor_, pack["title_factor"].number_or(1));
  FB_TRY(const auto severities, pack["severities"].texts());
  out.counts_.fill(false);
  for (const std::string& name : severities) {
    const auto severity = severity_named(name);
    if (!severity) return pack["severities"].complain("'" + name + "' is none of: error, warning, note");
    out.counts_[static_cast<std::size_t>(*severity)] = true;
  }
  FB_TRY(const auto entries, pack["weights"].entries());
  for (const auto& [name, node] : entries) {
    const auto kind = finding_kind_named(name);
    if (!kind) return node.complain("'" + name + "' is no kind of finding");
    FB_CHECK(node.only_keys({"weight", "most", "same", "title"}));
    Weight weight;
    FB_TRY(weight.weight, node["weight"].number_or(0));
    FB_TRY(weight.most, node["most"].number_or(0));
    FB_TRY(const double same, node["same"].number_or(0));
    weight.same = static_cast<std::size_t>(std::max(0.0, same));
    FB_TRY(weight.double_in_title, node["title"].flag_or(false));
    out.weights_[*kind] = weight;
  }
  return out;
}

ErrorRate ErrorWeights::rate(const Issue& issue, std::span<const Finding> findings, const CheckCoverage& coverage) const {
  ErrorRate out;
  out.characters = coverage.characters;
  out.pass_mark = pass_mark_;
  out.standard = standard_;
  std::map<FindingKind, ErrorRate::Part> parts;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> times;  // the same rule said the same
  for (const Finding& finding : findings) {
    ErrorRate::Part& part = parts[finding.kind];
    part.kind = finding.kind;
    std::size_t n = 1 + finding.not_listed;
    part.findings += n;
    const auto weight = weights_.find(finding.kind);
    if (weight == weights_.end() || weight->second.weight <= 0 || !counts_[static_cast<std::size_t>(finding.severity)]) continue;
    const Weight& w = weight->second;
    if (w.same > 0) {
      std::size_t& before = times[{finding.rule, finding.explain.zh}];
      n = std::min(n, w.same - std::min(w.same, before));
      before += n;
      if (n == 0) continue;
    }
    part.counted += n;
    part.errors += static_cast<double>(n) * w.weight * (w.double_in_title && in_title(issue, finding) ? title_factor_ : 1);
    if (w.most > 0) part.errors = std::min(part.errors, w.most);
  }
  for (const auto& [kind, part] : parts) {
    out.errors += part.errors;
    out.parts.push_back(part);
  }
  return out;
}

}  // namespace fengbiao
