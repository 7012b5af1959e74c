// Times where they stand: completed from what was named before them in the clause, the sentence and the paragraph and from the day
// of writing; and what each does: period, stock, forecast, base of a comparison, day of telling, part of a name.
//
//   6月28日，某协会发布报告。2021年交易额较2020年增长5%。    told | flow | base
//
// What is a base, a day of telling or part of a title is no ground for completing others. Tested by text_reader_test.cc.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "clause/clause_walk.h"
#include "clause/read_text.h"

namespace fengbiao {

struct Writing {
  std::optional<Date> day;
  std::string from;  // "article", "issue"
};
using Resolver = std::function<ResolvedTime(const Time&, const TimeAnchor&)>;

// Fills in resolved and use of text.times; times have their clauses already, clauses their outlook as far as own words say.
void complete_times(std::string_view folded, const Hits& hits, const Writing& writing,
                    const std::vector<std::uint32_t>& paragraph_of_sentence, const Resolver& resolve, ReadText& text);

}  // namespace fengbiao
