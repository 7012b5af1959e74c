// The checks over a document at hand or over an archive: what is wrong, what holds, and how much was looked at.
//
//   DocumentChecker checker = *DocumentChecker::load({.data_folder = {}}, {});
//   CheckedIssue checked = *checker.check_document(bytes, "draft.docx");
//   check_archive(archive, checker, {}, [](const CheckedIssue& issue) { use(issue.checks.findings); });
//
// Nothing is kept: the same text, records and rules give the same findings. Records of an archive are checked as corrected by hand.
// Tested by checks_test.cc, rule_examples_test.cc and tests/cases/check.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

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

class DocumentChecker {
 public:
  static Result<DocumentChecker> load(const ReadOptions& read, const CheckOptions& options);

  // Any document that can be read, bulletin or not.
  [[nodiscard]] Result<CheckedIssue> check_document(std::string_view bytes, std::string_view file) const;
  // A document that was cut into articles already; records are drawn from it here. Texts filled.
  [[nodiscard]] CheckedIssue check_articles(Issue issue, std::string kept) const;
  // An issue that was read before. Texts filled.
  [[nodiscard]] CheckedIssue check_issue(Issue issue, std::string kept, IssueRecords records) const;

  [[nodiscard]] const RuleBook& rules() const { return checker_->rules(); }

 private:
  Reader reader_;
  std::shared_ptr<const Checker> checker_;
};

// Every issue of an archive, or the one named, in order of keys; `visit` ends the walk with false.
Result<void> check_archive(Archive& archive, const DocumentChecker& checker, const std::optional<std::string>& issue,
                           const std::function<Result<bool>(const CheckedIssue&)>& visit);

}  // namespace fengbiao
