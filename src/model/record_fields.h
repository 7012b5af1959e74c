// The fields of a record by name, as text: what `explain` shows of them, and what a person may correct, with the form each value has.
//
//   field_text(observation, "period")            ->  "2022-H1", empty where it is unknown
//   set_field(observation, "period", "2021")  sets it; a value of another form is refused in words, with what was perhaps meant
//
// Values are those of docs/formats.md. Lists (issuers, changes) are joined with "; ". What is printed (text, quote, digits, places)
// is no field here: nobody corrects the print. Tested by record_fields_test.cc.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/observation.h"
#include "model/policy.h"

namespace fengbiao {

struct RecordField {
  std::string_view name;
  std::string_view form;  // what its values look like, for help and errors
  bool needed = false;    // cannot be unknown
};

std::span<const RecordField> observation_fields();
std::span<const RecordField> policy_fields();

// Empty for an unknown value and for a name that is no field.
std::string field_text(const Observation& record, std::string_view field);
std::string field_text(const Policy& record, std::string_view field);

// Nothing: the field is to be unknown. Fails with invalid_argument, the record as it was: no such field, or a value of another form.
Result<void> set_field(Observation& record, std::string_view field, const std::optional<std::string>& value);
Result<void> set_field(Policy& record, std::string_view field, const std::optional<std::string>& value);

// What stands in an exchange form between the items of a list.
inline constexpr std::string_view kListSeparator = "; ";

}  // namespace fengbiao
