// Names that hold numerals, out of the lists of names and places: 百度, 三亚, 58同城, 36氪. In a text they are no numbers. A short
// name that reads as a numeral with its unit (三台, 九台) is left out: the numeral is the likelier reading. Tested by reader_test.cc.
#pragma once

#include "quantity/number_reader.h"
#include "rules/data_set.h"
#include "rules/lexicon.h"

namespace fengbiao {

// Adds them to the lexicon with the class `name`. Folders that are not there add nothing.
Result<void> add_names_with_numerals(const DataSet& data, const NumberReader& numbers, Classes& classes, Lexicon& lexicon);

}  // namespace fengbiao
