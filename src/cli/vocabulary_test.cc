#include "cli/vocabulary.h"

#include <gtest/gtest.h>

#include <set>

#include "cli/help.h"
#include "cli/screen.h"

namespace fengbiao {
namespace {

TEST(Vocabulary, NamesAreGivenOnceAndEveryFlagIsExplained) {
  std::set<std::string_view> names;
  for (const Command& command : commands()) {
    EXPECT_TRUE(names.insert(command.name).second) << command.name;
    EXPECT_FALSE(command.summary.empty()) << command.name;
    EXPECT_TRUE(command.exits.starts_with("0  ")) << command.name;
    std::set<std::string_view> flags{"help"};
    std::set<char> letters{'h'};
    for (const Flag& flag : command.flags) {
      EXPECT_TRUE(flags.insert(flag.name).second) << command.name << " --" << flag.name;
      EXPECT_TRUE(!flag.letter || letters.insert(flag.letter).second) << command.name << " -" << flag.letter;
      EXPECT_FALSE(flag.help.empty()) << command.name << " --" << flag.name;
      EXPECT_EQ(flag.type == ValueType::none, flag.value.empty()) << command.name << " --" << flag.name;
      EXPECT_EQ(flag.type == ValueType::choice, !flag.choices.empty()) << command.name << " --" << flag.name;
    }
  }
}

TEST(Vocabulary, EveryCommandThatReadsAnArchiveHasAnExample) {
  for (const Command& command : commands()) {
    if (command.arguments.empty() || command.arguments[0].name != "ARCHIVE") continue;
    EXPECT_FALSE(examples_of(command).empty()) << command.name;
  }
}

TEST(Help, PagesFitATerminalAndNameEveryFlag) {
  for (const Command& command : commands()) {
    const std::string page = help_page(command);
    for (const Flag& flag : command.flags) EXPECT_NE(page.find("--" + std::string(flag.name)), page.npos) << command.name;
    EXPECT_NE(page.find("  " + std::string(command.exits.substr(0, command.exits.find('\n')))), page.npos) << page;
    std::size_t at = 0;
    for (std::size_t end; (end = page.find('\n', at)) != page.npos; at = end + 1) {
      const std::string_view line = std::string_view(page).substr(at, end - at);
      if (line.starts_with("    fengbiao")) continue;  // a command stays on one line
      EXPECT_LE(display_width(line), 80u) << line;
    }
  }
}

TEST(Help, GeneratedTextsNameEveryCommandAndFlag) {
  const std::string bash = completion_script("bash"), zsh = completion_script("zsh"), fish = completion_script("fish");
  const std::string manual = manual_reference();
  for (const Command& command : commands()) {
    if (command.hidden) {
      EXPECT_EQ(manual.find("\n## " + std::string(command.name) + "\n"), manual.npos);
      continue;
    }
    EXPECT_NE(manual.find("\n## " + std::string(command.name) + "\n"), manual.npos);
    for (const Flag& flag : command.flags) {
      const std::string typed = "--" + std::string(flag.name);
      EXPECT_NE(manual.find(typed), manual.npos);
      EXPECT_NE(bash.find(typed), bash.npos);
      EXPECT_NE(zsh.find(typed), zsh.npos);
      EXPECT_NE(fish.find("-l " + std::string(flag.name)), fish.npos);
    }
  }
  EXPECT_EQ(completion_script("csh"), "");
}

}  // namespace
}  // namespace fengbiao
