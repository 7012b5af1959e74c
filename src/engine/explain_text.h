// How the records of a passage came about, as lines for people: each record, the tree of named rules and words that made it, and
// what else was tried on its words and lost. Tested by text_records_test.cc.
//
//   quantity  1.98万亿元  = 1980000000000 CNY
//     rule 'money with its unit' (amounts, data/units/quantities.yaml:120)
//       numeral 1.98万亿
//       word 元  (unit, money)
//     lost 'number with a counter' on 1.98万: 'money with its unit' fits more
#pragma once

#include <string>
#include <vector>

#include "engine/record_json.h"
#include "entity/names.h"
#include "rules/cascade.h"

namespace fengbiao {

struct ExplainedText {
  const RecordPlace& place;
  const ReadText& read;
  const Trace& trace;
  const std::vector<NameReader::Loser>& name_losers;
  const QuantityReader& grammar;
};

std::string explain_as_text(const ExplainedText& text);
std::string explain_as_json(const ExplainedText& text);

}  // namespace fengbiao
