// The public form of an entity, what an archive tells of under many names, and of its mentions. docs/formats.md promises the keys.
//
//   {"kind":"body","name":"…","id":"body:miit","code":null,"called":{"…":3},"mentions":3,"articles":2,"issues":1,"first":…,"last":…}
//
// Tested by tests/cases/cli/entities.test.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "engine/entities.h"

namespace fengbiao {

// Its keys, into an open object.
void write_entity_fields(JsonWriter& w, const EntityEntry& entry);
void write_mention_json(JsonWriter& w, const Mention& mention);

std::vector<std::string> entity_columns();
std::vector<std::string> entity_row(const EntityEntry& entry);

}  // namespace fengbiao
