// Findings as a SARIF 2.1.0 log (OASIS), which code hosts and editors show: rules with their help in both languages, results with places,
// fixes, fingerprints and, where a baseline accepts them, suppressions. Written text by text, so that an archive streams.
//
//   SarifLog log(rules, version, sink);  log.begin();  log.add(text);  log.finish(coverage);
//
// Lines are those of the kept text; columns count Unicode characters (columnKind unicodeCodePoints). What holds or cannot be told is given
// as results of kind pass and open where a text asks for relations. Tested by sarif_test.cc and tests/e2e/exports.py.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/check_inputs.h"

namespace fengbiao {

class SarifLog {
 public:
  using Sink = std::function<Result<void>(std::string_view)>;
  SarifLog(const RuleBook& rules, std::string version, Sink sink);  // `rules` must outlive it

  Result<void> begin();
  Result<void> add(const CheckedText& text);
  // `complete`: every input could be read.
  Result<void> finish(const CheckCoverage& coverage, bool complete);

 private:
  const RuleBook& rules_;
  const std::string version_;
  const Sink sink_;
  bool first_ = true;
};

}  // namespace fengbiao
