// The rows of `hosts` and `allowance` in the table of commands (vocabulary.h), apart because they are long. Tested by vocabulary_test.cc.
#pragma once

#include <string_view>

#include "cli/vocabulary.h"

namespace fengbiao {

Command hosts_command(const Argument& archive, const Flag& json);
Command allowance_command(const Argument& archive, const Flag& data, const Flag& json, std::string_view about_data);

}  // namespace fengbiao
