// A finding on a terminal, in the manner of a good compiler: the place, what is wrong, the printed line with a caret under the words, the
// computation, what to print instead, the other side.
//
//   draft.txt:12:31: error: 48 of 70 is 68.57%, not 78.33% [share-of-whole]
//      12 | …签约企业70家，其中外资企业48家，占比78.33%。
//         |                                        ^~~~~~
//         = 48/70 = 68.57% ≠ 78.33%
//
// Lines are cut around the words to the width given; wide characters take two columns. Tested by check_text_test.cc.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "engine/check_inputs.h"

namespace fengbiao {

// `width`: columns, 0 for the usual 100. The text is not made safe for terminals: Screen::print_text does that.
std::string finding_text(const Finding& finding, const std::string& shown, const LineIndex& lines, std::size_t width);
// The line on which the span begins, with its number, and a caret under the words.
std::string marked_line(const LineIndex& lines, Span span, std::size_t width);
std::string relation_text(const Relation& relation, const std::string& shown, const LineIndex& lines, const RuleBook& rules);

// What was looked at and found in a whole run.
struct CheckTotals {
  std::size_t inputs = 0, accepted = 0, stale = 0;
  CheckCoverage coverage;
  std::map<FindingKind, std::size_t> kinds;
  std::map<Severity, std::size_t> severities;
  [[nodiscard]] std::size_t findings() const;
};
std::string totals_text(const CheckTotals& totals);

}  // namespace fengbiao
