// What was collected as JSON: feeds, candidates, the record of fetches, what a fetch came to. Tested by tests/e2e/collect.py.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/json.h"
#include "collect/collector.h"
#include "engine/candidate_pile.h"

namespace fengbiao {

std::string feeds_json(const std::vector<WatchedFeed>& feeds);
// `rows` of the pile, in this order.
void write_candidate_json(JsonWriter& w, const CandidatePile& pile, std::size_t row);
std::string candidates_json(const CandidatePile& pile, std::span<const std::size_t> rows);
std::string fetches_json(const std::vector<FetchRecord>& records);
std::string collect_report_json(const CollectReport& report, bool interrupted);

}  // namespace fengbiao
