// Entries and states of ledgers as JSON and as a line of text: what `hosts` and `allowance` print and the API gives.
//
//   {"number":3,"subject":"h1","kind":"card","day":"2023-10-01","data":{"color":"red"},"names":[],"counters":null,"by":…,"at":…,"why":…,"hash":…}
//
// Tested by tests/cases/cli/ledgers.test.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "ledger/allowance.h"
#include "ledger/hosts.h"
#include "publish/record_parts.h"

namespace fengbiao {

void write_ledger_entry_json(JsonWriter& w, const LedgerEntry& e);
std::string ledger_entry_text(const LedgerEntry& e);  // "3  2023-10-01  h1  card: color red  (clerk: words)"

// `more`: further keys, before the entries; a list leaves the entries out.
void write_host_json(JsonWriter& w, const HostState& state, const std::vector<LedgerEntry>* entries, const WriteMore& more = {});
std::string host_text(const HostState& state);  // one line

// Balances by year, orders with their steps, entries.
void write_allowance_json(JsonWriter& w, std::string_view person, const std::map<int, AllowanceBalance>& years,
                          const std::vector<AllowanceOrder>& orders, const std::vector<LedgerEntry>& entries);

}  // namespace fengbiao
