#include <string>

#include "cli/vocabulary_rows.h"

namespace fengbiao {

Command comply_command(const Flag& data, const Flag& json, std::string_view about_data) {
  const auto with_data = [&](std::string_view text) { return std::string(text) + std::string(about_data); };
  return {
      "comply",
      "check a text against the rules in force on a day",
      with_data(
          "Reads each FILE, a listing, a script, a transcript, a page or the text of an app, and tells what in it the packs of rules "
          "forbid, what it claims and would have to "
          "prove, and what it should say and does not: the line with the words marked, the clause with its document and days in force, "
          "what it means, what to do instead. Words that were disguised (blanks and signs between characters, other characters of the "
          "same sound, characters written as their parts) are read where a rule asks for it, and it is said what was read.\n\n"
          "The day is asked for because rules come and go: --on DAY. A pack that is not in force on it is named and not used; of a draft "
          "nothing is graver than a warning. The kind of text decides which rules are about it: --as. Where it is left out it is told "
          "from the text (time codes, captions, lines of attribute and value, HTML) and the reason is given, or it is asked for.\n\n"
          "What an exemption of a rule lets pass is told apart, and so are acts that words cannot decide: a person must. The report "
          "follows reports of the rules and is no legal advice. `fengbiao packs` lists the packs; docs/comply.md tells how they work."),
      {{"FILE", ValueType::file, "a text, PDF, HTML or DOCX file, or - for standard input", true}},
      {{"on", 0, ValueType::date, "DAY", "the day whose rules are asked for", {}, true},
       {"as", 0, ValueType::choice, "KIND", "what the text is: listing, script, transcript, app or page; told from the text when left out",
        "listing script transcript app page"},
       {"pack", 0, ValueType::text, "PACKS", "only these packs, parted by commas; all when left out"},
       {"severity", 0, ValueType::choice, "LEAST", "only findings at least this grave: error, warning or note", "error warning note"},
       {"format", 0, ValueType::choice, "FORMAT", "text (the default), jsonl, sarif or html", "text jsonl sarif html"},
       {"output", 'o', ValueType::file, "FILE", "write the report to FILE, which takes its name once it is whole"},
       {"rules", 0, ValueType::folder, "DIR", "packs of your own, over the built-in ones"},
       data,
       json},
      "0  nothing was found\n1  findings"};
}

Command packs_command(const Flag& data, const Flag& json, std::string_view about_data) {
  const auto with_data = [&](std::string_view text) { return std::string(text) + std::string(about_data); };
  return {
      "packs",
      "list the packs of compliance rules, or check them",
      with_data(
          "One line a pack: how many rules and clauses it has, from when to when it is in force, how many examples test it. With names, "
          "each pack with its rules.\n\n"
          "`packs lint` checks the packs themselves, or those named behind it: a rule that cannot match, that another of its pack "
          "shadows, that has no clause, fewer than two examples and two counter-examples, or whose examples do not do what they should. "
          "Each flaw is told with file and line."),
      {{"NAME", ValueType::text, "a pack; or `lint`, and packs behind it", true, true}},
      {{"rules", 0, ValueType::folder, "DIR", "packs of your own, over the built-in ones"}, data, json},
      "0  listed; with lint: nothing is wrong\n1  lint found something"};
}

}  // namespace fengbiao
