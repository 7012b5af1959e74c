#include "engine/checks.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/disk.h"
#include "base/hash.h"
#include "bulletin/bulletin.h"

namespace fengbiao {
namespace {

template <class Record>
std::span<const Record> of_article(const std::vector<Record>& records, std::uint32_t n) {
  const auto first = std::ranges::lower_bound(records, n, {}, &Record::article);
  const auto last = std::ranges::upper_bound(records, n, {}, &Record::article);
  return {first, last};
}

}  // namespace

Result<DocumentChecker> DocumentChecker::load(const ReadOptions& read, const CheckOptions& options) {
  DocumentChecker out;
  FB_TRY(out.reader_, Reader::make(read));
  FB_TRY(DataSet data, DataSet::with_folder(read.data_folder));
  if (!options.rules_folder.empty()) FB_CHECK(data.lay_over(options.rules_folder, "rules/check/"));
  FB_TRY(Checker checker, Checker::load(data, {.skip_broken = options.skip_broken_rules}));
  out.checker_ = std::make_shared<const Checker>(std::move(checker));
  return out;
}

Result<CheckedIssue> DocumentChecker::check_document(std::string_view bytes, std::string_view file) const {
  FB_TRY(Document document, read_document(bytes, file, reader_.limits));
  FB_TRY(Issue issue, read_bulletin(document, *reader_.knowledge, reader_.profile));
  return check_articles(std::move(issue), std::move(document.text));
}

CheckedIssue DocumentChecker::check_articles(Issue issue, std::string kept) const {
  CheckedIssue out{std::move(issue), std::move(kept), {}, {}};
  Checker::Session session(*checker_, out.issue, out.text);
  out.records = reader_.records->read(
      out.issue, out.text, [&](const ArticleText& text, std::span<const Observation> observations, std::span<const Policy> policies) {
        session.article(text, observations, policies);
      });
  out.checks = session.finish(out.records.observations, out.records.policies);
  return out;
}

BetweenIssues::BetweenIssues(const DocumentChecker& checker) : checker_(checker), policies_(checker.checks().policy_register()) {}

void BetweenIssues::add(const Issue& issue, const IssueRecords& records) {
  for (const Observation& o : records.observations) series_.add({origin_of(issue, o.article), o, {}});
  for (const Policy& p : records.policies) policies_.add({origin_of(issue, p.article), p, {}});
}

void BetweenIssues::close() {
  series_.close();
  policies_.close();
  all_ = checker_.checks().compare(series_, policies_);
  std::erase_if(all_, [](const ToldBetween& t) { return t.in_one_issue(); });
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    by_issue_[all_[i].first.origin.issue].push_back(i);
    if (all_[i].second.origin.issue != all_[i].first.origin.issue) by_issue_[all_[i].second.origin.issue].push_back(i);
  }
  series_ = {};  // what was told is a copy
  policies_ = PolicyRegister(checker_.checks().policy_register());
}

std::vector<BetweenIssues::Given> BetweenIssues::of(const Issue& issue) const {
  std::vector<Given> out;
  const auto stands_in = [&](const ToldBetween::Side& side) { return side.origin.issue == issue.key && side.origin.file == issue.file; };
  const auto here = by_issue_.find(issue.key);
  if (here == by_issue_.end()) return out;
  for (const std::uint32_t i : here->second) {
    const ToldBetween& t = all_[i];
    if (stands_in(t.second)) out.push_back({&t, true});
    else if (only_ == issue.key && stands_in(t.first)) out.push_back({&t, false});
  }
  return out;
}

CheckedIssue DocumentChecker::check_issue(Issue issue, std::string kept, IssueRecords records, const BetweenIssues* between) const {
  CheckedIssue out{std::move(issue), std::move(kept), std::move(records), {}};
  Checker::Session session(*checker_, out.issue, out.text);
  reader_.records->read_texts(out.issue, out.text, [&](const ArticleText& text) {
    const std::uint32_t n = text.article().n;
    session.article(text, of_article(out.records.observations, n), of_article(out.records.policies, n));
  });
  if (between)
    for (const auto& given : between->of(out.issue)) session.between(*given.told, given.second);
  out.checks = session.finish(out.records.observations, out.records.policies);
  return out;
}

namespace {

Result<void> hear_all(Archive& archive, BetweenIssues& between) {
  FB_CHECK(archive.for_each_observation({}, [&](const ReportedObservation& reported) -> Result<bool> {
    between.add(reported);
    return true;
  }));
  FB_CHECK(archive.for_each_policy({}, [&](const ReportedPolicy& reported) -> Result<bool> {
    between.add(reported);
    return true;
  }));
  between.close();
  return {};
}

Result<CheckedIssue> check_stored(Archive& archive, const DocumentChecker& checker, const std::string& key, const BetweenIssues& between) {
  FB_TRY(StoredIssue stored, archive.issue(key));
  FB_TRY(std::string kept, archive.text_of(key));
  IssueRecords records;
  FB_TRY(auto observations, archive.observations({.issue = key}));
  FB_TRY(auto policies, archive.policies({.issue = key}));
  for (ReportedObservation& o : observations) records.observations.push_back(std::move(o.observation));
  for (ReportedPolicy& p : policies) records.policies.push_back(std::move(p.policy));
  stored.issue.key = key;
  return checker.check_issue(std::move(stored.issue), std::move(kept), std::move(records), &between);
}

// All that a comparison tells, so that two that tell the same are equal.
std::string told(const BetweenIssues::Given& given) {
  const ToldBetween& t = *given.told;
  std::string out = fmt::format("{}{}\n{}\n{}\n{}\n{}\n{}{}", t.rule->id, given.second, name_of(t.verdict), t.relation, t.variant, t.reason,
                                t.worth_telling, t.confidence);
  for (const auto& [name, value] : t.values) out.append("\n").append(name).append("=").append(value);
  for (const ToldBetween::Side* side : {&t.first, &t.second}) {
    const Origin& o = side->origin;
    out += fmt::format("\n{}\n{} {} {} {} {} {}\n{}", side->record, side->span.begin, side->span.end, side->quote_span.begin,
                       side->quote_span.end, side->line_start, side->line_end, side->quote);
    out += fmt::format("\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", o.issue, o.file, o.article, o.article_id, o.title, o.section, o.date,
                       fmt::join(o.sources, "\t"));
  }
  return out;
}

}  // namespace

Result<void> check_archive(Archive& archive, const DocumentChecker& checker, const std::optional<std::string>& reference,
                           const std::function<Result<bool>(const CheckedIssue&)>& visit) {
  std::vector<std::string> keys;
  if (reference) {
    FB_TRY(const StoredIssue stored, archive.issue(*reference));
    keys.push_back(stored.key);
  } else {
    FB_TRY(const auto rows, archive.issues());
    for (const IssueRow& row : rows) keys.push_back(row.key);
  }
  BetweenIssues between(checker);
  FB_CHECK(hear_all(archive, between));
  if (reference) between.look_only_at(keys.front());
  for (const std::string& key : keys) {
    FB_TRY(const CheckedIssue checked, check_stored(archive, checker, key, between));
    FB_TRY(const bool more, visit(checked));
    if (!more) break;
  }
  return {};
}

Result<FindingsByIssue> gather_findings(Archive& archive, const DocumentChecker& checker, const FindingsByIssue& before,
                                        const std::function<bool()>& should_stop) {
  FB_TRY(const auto states, archive.file().issue_states());
  FB_TRY(const auto rows, archive.issues());
  BetweenIssues between(checker);
  FB_CHECK(hear_all(archive, between));
  FindingsByIssue out;
  for (const auto& [key, stored] : states) {
    if (should_stop && should_stop()) return fail(Cause::busy, {}, "asked to stop");
    const auto row = std::ranges::find(rows, key, &IssueRow::key);
    if (row == rows.end()) continue;  // another process wrote meanwhile: its issue comes with the next round
    Issue named;
    named.key = key;
    named.file = row->file;
    std::string state = stored;
    for (const auto& given : between.of(named)) state += hash128_hex(told(given));
    state = hash128_hex(state);
    if (const auto same = before.find(key); same != before.end() && same->second->state == state) {
      out.emplace(key, same->second);
      continue;
    }
    FB_TRY(CheckedIssue checked, check_stored(archive, checker, key, between));
    out.emplace(key, std::make_shared<const IssueFindings>(
                         IssueFindings{std::move(state), std::move(checked.checks.findings), checked.checks.coverage}));
  }
  return out;
}

}  // namespace fengbiao
