// The public record of a text of the pile as it was sorted, a JSON object; its keys stay.
//
//   {"id":"a.txt","title":"…","source":["…"],"date":"2023-03-01","story":"b.txt","first_sure":true,"changes":[…],"told":null, … }
//
// Tested by tests/cases/cli/sort.test.
#pragma once

#include "base/json.h"
#include "engine/pile_inputs.h"

namespace fengbiao {

void write_sorted_text_json(JsonWriter& w, const std::vector<PileText>& texts, const SortedPile& pile, std::size_t row);

}  // namespace fengbiao
