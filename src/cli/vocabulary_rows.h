// Rows of the table of commands (vocabulary.h) that are long and stand in files of their own, NAME_vocabulary.cc. They are given what
// rows have in common: the argument ARCHIVE, the flags --data and --json, what is said of a user's own data folder. Tested by
// vocabulary_test.cc.
#pragma once

#include <string_view>

#include "cli/vocabulary.h"

namespace fengbiao {

Command comply_command(const Flag& data, const Flag& json, std::string_view about_data);
Command packs_command(const Flag& data, const Flag& json, std::string_view about_data);
Command sort_command(const Argument& archive, const Flag& data, const Flag& json, std::string_view about_data);
Command decide_command(const Flag& data, const Flag& json, std::string_view about_data);
Command issue_command(const Flag& data, std::string_view about_data);
Command hosts_command(const Argument& archive, const Flag& json);
Command feeds_command(const Argument& archive, const Flag& json);
Command fetch_command(const Argument& archive, const Flag& data, const Flag& json, const Flag& quiet, std::string_view about_data);
Command candidates_command(const Argument& archive, const Flag& data, const Flag& limit, const Flag& json, std::string_view about_data);
Command fetches_command(const Argument& archive, const Flag& limit, const Flag& json);
Command allowance_command(const Argument& archive, const Flag& data, const Flag& json, std::string_view about_data);

}  // namespace fengbiao
