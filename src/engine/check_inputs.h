// Whatever a user names, checked one after another: documents, folders of them, standard input, archives. What a report is made of.
//
//   check_inputs({"drafts/", "ec.fb"}, checker, {}, hooks)
//
// Documents are held against each other as the issues of an archive are (up to 64 MB of text at once; reports come when all are read).
// An archive is told by its bytes. A bad input is told of and the others go on. Tested by check_inputs_test.cc and
// tests/cases/cli/check.test.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/error_rate.h"
#include "engine/baseline.h"
#include "engine/checks.h"
#include "intake/intake.h"

namespace fengbiao {

struct CheckHooks {
  // `shown`: how the text is called in a report: the path as it was named, for an issue of an archive its file.
  std::function<Result<void>(const CheckedIssue&, const std::string& shown)> on_checked{};
  std::function<void(const Error&)> on_trouble{};
  std::function<void(std::size_t done, std::size_t all, const std::string& current)> on_progress{};
  std::function<bool()> should_stop{};  // asked between inputs
};

// `issue`: only this one of the archives named. Fails where a hook fails.
Result<void> check_inputs(const std::vector<std::string>& names, const DocumentChecker& checker, const std::optional<std::string>& issue,
                          const IntakeLimits& limits, const CheckHooks& hooks);

// What of a checked text goes into a report: the findings asked for, each with what a baseline says of it.
struct ReportedFinding {
  const Finding* finding = nullptr;
  std::string fingerprint;
  const Acceptance* accepted = nullptr;  // by the baseline; then it is not counted
};
struct CheckedText {
  const CheckedIssue& checked;
  std::string shown;
  std::vector<ReportedFinding> findings;
  bool with_relations = false;  // tell also what holds and what cannot be told
};

// One finding of an archive, by its id or as ISSUE/N-f153; only its issue is checked. Fails with not_found.
struct FoundFinding {
  CheckedIssue checked;
  std::size_t index = 0;  // in checked.checks.findings
};
Result<FoundFinding> find_finding(Archive& archive, const DocumentChecker& checker, const std::string& reference);
// "2023-03-20/7-f153", the id where it stands in no article.
std::string short_name(const Finding& finding);

// The weights of the trade's error rate, with the user's data folder.
Result<ErrorWeights> error_weights(const ReadOptions& read);

// Where a place of the kept text stands for people: line and column from 1, columns in characters.
struct LinePlace {
  std::uint32_t line = 1, column = 1;
};
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);
  [[nodiscard]] LinePlace place(std::uint32_t at) const;
  [[nodiscard]] std::string_view line(std::uint32_t number) const;  // without its end
  [[nodiscard]] std::uint32_t begin(std::uint32_t number) const { return begins_[number - 1]; }

 private:
  static constexpr std::size_t kStep = 1024;
  [[nodiscard]] std::uint32_t characters_before(std::uint32_t at) const;
  std::string_view text_;
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> counted_;  // characters before every kStep bytes, so that a huge line is not counted over and over
};

}  // namespace fengbiao
