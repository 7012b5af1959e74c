// Which records a filter lets through, and the corrections that hold laid over what was read. Tested by archive_records_test.cc.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/records.h"
#include "model/issue.h"
#include "model/period.h"

namespace fengbiao {

// The form in which words are compared: without widths, blanks and the case of Latin letters.
std::string comparable(std::string_view words);

class ObservationMatcher {
 public:
  static Result<ObservationMatcher> make(const ObservationFilter& filter);  // fails with invalid_argument: what is no period
  [[nodiscard]] bool matches(const Observation& observation) const;

 private:
  explicit ObservationMatcher(const ObservationFilter& filter) : filter_(filter) {}
  ObservationFilter filter_;  // words in their comparable form
  std::string first_, last_;  // days; empty: not asked
};

bool matches(const PolicyReportFilter& filter, const Policy& policy);

// The corrections that hold, by record and rising number, of each field the last one.
class HoldingCorrections {
 public:
  explicit HoldingCorrections(const std::vector<Correction>& all);
  [[nodiscard]] const std::vector<Correction>& of(const std::string& record) const;
  [[nodiscard]] const std::map<std::string, std::vector<Correction>>& all() const { return by_record_; }

 private:
  std::map<std::string, std::vector<Correction>> by_record_;
};

// Lays them over the record. One whose field or value today's program does not know is passed over. Where a name was set and its code
// was not (area and area_code, entity and entity_id ...), the code becomes unknown.
void lay_over(const std::vector<Correction>& corrections, Observation& observation);
void lay_over(const std::vector<Correction>& corrections, Policy& policy);

}  // namespace fengbiao
