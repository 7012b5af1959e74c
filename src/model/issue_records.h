// All records drawn from one issue: articles in order, the records of an article in order of the text. Tested by issue_records_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "model/issue.h"
#include "model/observation.h"
#include "model/policy.h"

namespace fengbiao {

struct IssueRecords {
  std::vector<Observation> observations;
  std::vector<Policy> policies;
  friend bool operator==(const IssueRecords&, const IssueRecords&) = default;
};

// Fills text and quote from their spans, which must lie within `kept`; a record of no article of the issue keeps none.
void fill_texts(IssueRecords& records, const Issue& issue, std::string_view kept);

}  // namespace fengbiao
