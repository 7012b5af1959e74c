// The public form of a policy document as many bulletins tell it: every value of every field with the reports that give it, what is known
// of it on a day, and the reports themselves.
//
//   {"id":…,"name":…,"effective":[{"value":"2023-03-01","sure":true,"reports":["2022-12-05/3-p12"]}],"standing":"in force","reason":…}
//
// Tested by policy_entry_record_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "engine/policies.h"
#include "publish/record_parts.h"

namespace fengbiao {

// "2022-12-05/3-p12": how a listing names a report.
std::string report_name(const PolicyRegister& all, std::uint32_t report);
// All values of a field in one text, parted by " | ".
std::string values_text(const PolicyValues& field);

// `day`: on which the standing is asked. `with_reports`: every report with its sentence. `more`: further keys.
void write_policy_entry_json(JsonWriter& w, const PolicyRegister& all, const PolicyEntry& entry, std::string_view day, bool with_reports,
                             const WriteMore& more = {});
void write_policy_event_json(JsonWriter& w, const PolicyRegister& all, const PolicyEvent& event);

std::vector<std::string> policy_entry_columns();
std::vector<std::string> policy_entry_row(const PolicyRegister& all, const PolicyEntry& entry, std::string_view day);
std::vector<std::string> policy_event_columns();
std::vector<std::string> policy_event_row(const PolicyRegister& all, const PolicyEvent& event);

}  // namespace fengbiao
