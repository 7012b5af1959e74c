// A command line to a Call, by CLI11 set up from the table of commands. Wrong words get an Error that says what was wrong,
// what was perhaps meant and where help stands.
//
//   auto call = parse({"articles", "ec.fb", "--from", "2022-01-01"});
//   call->text("from") == "2022-01-01"
//
// Tested by parse_test.cc.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/vocabulary.h"

namespace fengbiao {

struct Call {
  const Command* command = nullptr;
  bool help = false;                                                       // its help page was asked for
  std::map<std::string, std::vector<std::string>, std::less<>> arguments;  // by Argument::name
  std::map<std::string, std::string, std::less<>> values;                  // by Flag::name, flags with a value; the first one given
  std::map<std::string, std::vector<std::string>, std::less<>> lists;      // by Flag::name, all values of flags that may have many
  std::set<std::string, std::less<>> switches;                             // Flag::name

  [[nodiscard]] bool has(std::string_view flag) const { return switches.contains(flag) || values.contains(flag); }
  [[nodiscard]] const std::string& argument(std::string_view name) const;  // the first; empty when left out
  [[nodiscard]] std::optional<std::string> text(std::string_view flag) const;
  [[nodiscard]] std::vector<std::string> all(std::string_view flag) const;  // of a flag that may be given several times
  [[nodiscard]] int number(std::string_view flag, int otherwise) const;
};

// `words` without the program's name. No word at all asks for `help`.
Result<Call> parse(const std::vector<std::string>& words);

// Whether the words ask for errors as JSON, known before they are understood.
bool wants_json(const std::vector<std::string>& words);

}  // namespace fengbiao
