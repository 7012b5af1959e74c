// What was collected as JSON: feeds, candidates, the record of fetches, what a fetch came to. Tested by tests/e2e/collect.py.
#pragma once

#include <string>
#include <vector>

#include "collect/collector.h"

namespace fengbiao {

std::string feeds_json(const std::vector<WatchedFeed>& feeds);
std::string candidates_json(const std::vector<NewsCandidate>& candidates);
std::string fetches_json(const std::vector<FetchRecord>& records);
std::string collect_report_json(const CollectReport& report, bool interrupted);

}  // namespace fengbiao
