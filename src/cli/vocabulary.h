// The one table of what a user can type: every command, argument and flag with its help. The parser, `help`, the command
// reference of the manual, the man page and the shell completions are all made from it, so that none can lag behind.
//
//   const Command* command = find_command("articles");   // command->flags[0].name == "section"
//
// Examples stand in data/cli/examples.txt (they hold Chinese section names); the tests run each of them.
// Tested by vocabulary_test.cc.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fengbiao {

enum class ValueType {
  none,  // a switch
  text,
  file,
  folder,
  date,    // 2022-01-31
  number,  // 0, 1, 2 ...
  choice,  // one of Flag::choices
};

struct Flag {
  std::string_view name;  // "section", typed --section
  char letter = 0;        // 'o' for -o, 0 for none
  ValueType type = ValueType::none;
  std::string_view value;         // name of the value in help: "NAME"
  std::string_view help;          // one line
  std::string_view choices = {};  // "jsonl csv"
  bool required = false;
  bool many = false;  // may be given several times
};

struct Argument {
  std::string_view name;  // "ARCHIVE"
  ValueType type = ValueType::text;
  std::string_view help;
  bool many = false;  // one or more
  bool optional = false;
};

struct Command {
  std::string_view name;
  std::string_view summary;  // one line, no full stop
  std::string about;         // paragraphs parted by blank lines
  std::vector<Argument> arguments;
  std::vector<Flag> flags;  // --help is everywhere and not listed
  std::string_view exits;   // what exit codes 0 and 1 mean for it: "0 ...\n1 ..."
  bool hidden = false;
};

struct Example {
  std::string what;     // one line
  std::string command;  // "fengbiao articles ec.fb ..."
};

std::span<const Command> commands();
const Command* find_command(std::string_view name);
const Flag* find_flag(const Command& command, std::string_view name);
std::vector<Example> examples_of(const Command& command);

// "fengbiao show ARCHIVE ARTICLE [--lines] [--json]"
std::string usage_line(const Command& command);

inline constexpr std::string_view kProgramSummary =
    "reads e-commerce bulletins into an archive: every article whole, each traceable to its printed lines";

}  // namespace fengbiao
