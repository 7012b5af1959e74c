// The trade's error rate: findings weighed as the published methods weigh errors, per ten thousand characters, with the pass mark for
// periodicals.
//
//   ErrorWeights weights = *ErrorWeights::load(data);
//   ErrorRate rate = weights.rate(issue, checks.findings, checks.coverage);
//   rate.per_ten_thousand() -> 1.4, rate.passes() -> true, rate.parts: what each kind adds
//
// Weights, caps and sources stand in data/check/error_rate.yaml, with what of it is our own mapping. Tested by error_rate_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/finding.h"
#include "model/issue.h"
#include "rules/data_set.h"

namespace fengbiao {

struct ErrorRate {
  struct Part {
    FindingKind kind = FindingKind::typo;
    std::size_t findings = 0;  // of the kind, notes and the like included
    std::size_t counted = 0;   // those that count: not beyond the cap for one error made again and again
    double errors = 0;         // what they weigh
    friend bool operator==(const Part&, const Part&) = default;
  };
  std::vector<Part> parts;  // kinds that were found, in their order
  std::size_t characters = 0;
  double errors = 0;
  double pass_mark = 0;  // errors per ten thousand characters that still pass
  std::string standard;  // what it is after

  [[nodiscard]] double per_ten_thousand() const { return characters == 0 ? 0 : errors * 10000 / static_cast<double>(characters); }
  [[nodiscard]] bool passes() const { return per_ten_thousand() <= pass_mark; }
  // Of several issues: their errors over all their characters; caps hold for each.
  ErrorRate& operator+=(const ErrorRate& more);
};

class ErrorWeights {
 public:
  static Result<ErrorWeights> load(const DataSet& data);
  // Of one issue. Findings in its contents and on its cover count as those of a text.
  [[nodiscard]] ErrorRate rate(const Issue& issue, std::span<const Finding> findings, const CheckCoverage& coverage) const;

 private:
  struct Weight {
    double weight = 0;
    double most = 0;       // errors an issue, 0: no cap
    std::size_t same = 0;  // times the same error counts, 0: always
    bool double_in_title = false;
  };
  std::map<FindingKind, Weight> weights_;
  std::array<bool, 3> counts_{true, true, false};  // by severity
  double title_factor_ = 1, pass_mark_ = 0;
  std::string standard_;
};

}  // namespace fengbiao
