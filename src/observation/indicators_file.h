// Reads one file of data/lexicon/indicators. The files are YAML of the plainest form: a `topic`, then `indicators`, each with one key a
// line whose value is one text or a list in brackets. That much is read here, as the whole of YAML would take longer than all the rest
// of loading (a test reads the files both ways and compares). Complaints name file, line and column. Tested by indicators_test.cc.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "observation/indicators.h"
#include "rules/data_set.h"

namespace fengbiao {

struct IndicatorFile {
  std::string topic;
  std::vector<Indicator> indicators;  // an `adds_to` has the id of another entry, and `name` is empty
};
Result<IndicatorFile> read_indicator_file(const DataSet::File& file);

}  // namespace fengbiao
