// The checks over a document at hand or over an archive: what is wrong, what holds, and how much was looked at.
//
//   DocumentChecker checker = *DocumentChecker::load({.data_folder = {}}, {});
//   CheckedIssue checked = *checker.check_document(bytes, "draft.docx");
//   check_archive(archive, checker, {}, [](const CheckedIssue& issue) { use(issue.checks.findings); });
//
// Nothing is kept: the same text, records and rules give the same findings. Records of an archive are checked as corrected by hand.
// Tested by between_issues_test.cc, rule_examples_test.cc and tests/cases/check.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/checker.h"
#include "engine/archive.h"
#include "engine/reading.h"

namespace fengbiao {

struct CheckOptions {
  std::filesystem::path rules_folder{};  // *.yaml laid over data/rules/check, besides the data folder; may be empty
  bool skip_broken_rules = false;        // leave broken rules out instead of failing
};

struct CheckedIssue {
  Issue issue;       // texts filled
  std::string text;  // kept
  IssueRecords records;
  IssueChecks checks;
};

class DocumentChecker;

// What issues say against each other: of all of an archive, or of documents at hand. Both sides are named; each is given once, with the
// issue told later, or where one issue alone is looked at with that one.
//
//   BetweenIssues between(checker);
//   for each issue: between.add(issue, records);
//   between.close();
//   checker.check_issue(issue, kept, records, &between);
class BetweenIssues {
 public:
  explicit BetweenIssues(const DocumentChecker& checker);  // which must outlive it
  void add(const Issue& issue, const IssueRecords& records);
  void add(ReportedObservation observation) { series_.add(std::move(observation)); }
  void add(ReportedPolicy policy) { policies_.add(std::move(policy)); }
  void close();  // compares; once, after the last add

  // Of two issues each. With `only`, those that touch the issue with this key, given with it.
  [[nodiscard]] const std::vector<ToldBetween>& all() const { return all_; }
  void look_only_at(std::string issue_key) { only_ = std::move(issue_key); }
  // What is given with this issue: the record of `second` stands in it when told is true of it.
  struct Given {
    const ToldBetween* told;
    bool second;
  };
  [[nodiscard]] std::vector<Given> of(const Issue& issue) const;

 private:
  const DocumentChecker& checker_;
  SeriesRegister series_;
  PolicyRegister policies_;
  std::vector<ToldBetween> all_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_issue_;  // places in all_, by the key of either side's issue
  std::string only_;
};

class DocumentChecker {
 public:
  static Result<DocumentChecker> load(const ReadOptions& read, const CheckOptions& options);

  // Any document that can be read, bulletin or not.
  [[nodiscard]] Result<CheckedIssue> check_document(std::string_view bytes, std::string_view file) const;
  // A document that was cut into articles already; records are drawn from it here. Texts filled.
  [[nodiscard]] CheckedIssue check_articles(Issue issue, std::string kept) const;
  // An issue that was read before. Texts filled.
  [[nodiscard]] CheckedIssue check_issue(Issue issue, std::string kept, IssueRecords records, const BetweenIssues* between = nullptr) const;

  [[nodiscard]] const RuleBook& rules() const { return checker_->rules(); }
  [[nodiscard]] const Checker& checks() const { return *checker_; }

 private:
  Reader reader_;
  std::shared_ptr<const Checker> checker_;
};

// Every issue of an archive, or the one named, in order of keys, with what it says against the others (BetweenIssues); `visit` ends the
// walk with false.
Result<void> check_archive(Archive& archive, const DocumentChecker& checker, const std::optional<std::string>& issue,
                           const std::function<Result<bool>(const CheckedIssue&)>& visit);

// Findings of all issues of an archive, by key. An issue of which nothing changed that its findings follow from (its text, records and
// corrections, what other issues tell against it) is not checked again: it has those that were found before, by the same checker. Fails
// with busy when it is asked to stop.
struct IssueFindings {
  std::string state;              // of all that they follow from
  std::vector<Finding> findings;  // by place in the text
  CheckCoverage coverage;
};
using FindingsByIssue = std::map<std::string, std::shared_ptr<const IssueFindings>, std::less<>>;
Result<FindingsByIssue> gather_findings(Archive& archive, const DocumentChecker& checker, const FindingsByIssue& before = {},
                                        const std::function<bool()>& should_stop = {});

}  // namespace fengbiao
