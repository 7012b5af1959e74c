// What the table of commands looks like to a reader: help pages on a terminal, the command reference of the manual in
// Markdown, the man page (mdoc-free, plain man(7)) and the completion scripts. No words of its own beyond headings.
// docs/manual-commands.md, docs/fengbiao.1 and completions/ are these outputs, and a test checks that they are current.
#pragma once

#include <string>
#include <string_view>

#include "cli/vocabulary.h"

namespace fengbiao {

std::string help_overview();                            // `fengbiao help`
std::string help_page(const Command& command);          // `fengbiao help articles`
std::string manual_reference();                         // docs/manual-commands.md
std::string man_page(std::string_view version);         // docs/fengbiao.1
std::string completion_script(std::string_view shell);  // "bash", "zsh" or "fish"

}  // namespace fengbiao
