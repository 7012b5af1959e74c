// The two grammars of this room: what the rules of data/units/times.yaml and data/units/quantities.yaml make of what they fit. `scratch` of
// Productions::make is a Scratch.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "quantity/scratch.h"
#include "rules/cascade.h"
#include "rules/data_set.h"

namespace fengbiao {

// Classes that productions set on tokens beside what the rule gives.
struct TimeProductions : Productions {
  static Result<std::unique_ptr<TimeProductions>> load(const DataSet& data, Classes& classes);
};
struct QuantityProductions : Productions {
  static Result<std::unique_ptr<QuantityProductions>> load(const DataSet& data, Classes& classes);
};

}  // namespace fengbiao
