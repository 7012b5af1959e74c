// Two reports that say the same thing or contradict each other, of two articles or of two issues: what is made of the register's entries
// when they are checked. Plain records; the Report makes relations and findings of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/rule.h"
#include "model/finding.h"
#include "model/record.h"

namespace fengbiao {

struct ToldBetween {
  struct Side {
    std::string record;  // id of the observation or policy
    Origin origin;
    Span span, quote_span;  // in the kept text of its issue
    std::string quote;
    std::uint32_t line_start = 0, line_end = 0;
  };
  const CheckRule* rule = nullptr;
  Verdict verdict = Verdict::holds;
  Side first, second;  // the second told later, or behind the first in one issue
  std::string relation;
  Values values{};
  std::string_view variant{};
  std::string_view reason{};   // of cannot tell
  bool worth_telling = false;  // as in Report::Statement
  double confidence = -1;

  [[nodiscard]] bool in_one_issue() const { return first.origin.issue == second.origin.issue && first.origin.file == second.origin.file; }
};

template <class Record>
ToldBetween::Side side_of(const Origin& origin, const Record& r) {
  return {r.id, origin, r.span, r.quote_span, r.quote, r.line_start, r.line_end};
}

// A side as the place of a record; its span is shown in its sentence.
inline CheckedPlace place_of(const ToldBetween::Side& side) {
  return {side.origin, side.span, side.quote_span, side.quote, side.line_start, side.line_end};
}

}  // namespace fengbiao
