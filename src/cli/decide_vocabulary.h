// The row of `decide` in the table of commands (vocabulary.h), apart because that is long. Tested by vocabulary_test.cc.
#pragma once

#include "cli/vocabulary.h"

namespace fengbiao {

Command decide_command(const Flag& data, const Flag& json, std::string_view about_data);

}  // namespace fengbiao
