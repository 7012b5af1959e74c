#include "engine/checks.h"

#include <algorithm>

#include "base/disk.h"
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
}

std::vector<BetweenIssues::Given> BetweenIssues::of(const Issue& issue) const {
  std::vector<Given> out;
  const auto stands_in = [&](const ToldBetween::Side& side) { return side.origin.issue == issue.key && side.origin.file == issue.file; };
  for (const ToldBetween& t : all_) {
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
  FB_CHECK(archive.for_each_observation({}, [&](const ReportedObservation& reported) -> Result<bool> {
    between.add(reported);
    return true;
  }));
  FB_CHECK(archive.for_each_policy({}, [&](const ReportedPolicy& reported) -> Result<bool> {
    between.add(reported);
    return true;
  }));
  between.close();
  if (reference) between.look_only_at(keys.front());
  for (const std::string& key : keys) {
    FB_TRY(StoredIssue stored, archive.issue(key));
    FB_TRY(std::string kept, archive.text_of(key));
    IssueRecords records;
    FB_TRY(auto observations, archive.observations({.issue = key}));
    FB_TRY(auto policies, archive.policies({.issue = key}));
    for (ReportedObservation& o : observations) records.observations.push_back(std::move(o.observation));
    for (ReportedPolicy& p : policies) records.policies.push_back(std::move(p.policy));
    stored.issue.key = key;
    FB_TRY(const bool more, visit(checker.check_issue(std::move(stored.issue), std::move(kept), std::move(records), &between)));
    if (!more) break;
  }
  return {};
}

}  // namespace fengbiao
