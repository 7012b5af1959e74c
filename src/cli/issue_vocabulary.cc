#include "cli/vocabulary_rows.h"

#include <string>

namespace fengbiao {

Command issue_command(const Flag& data, std::string_view about_data) {
  return {
      "issue",
      "draft, check, publish and set an issue in seven forms",
      std::string(
          "An issue has one source, a readable text (docs/desk.md). Drafts are kept in the archive, every version of them; each action "
          "that "
          "changes a draft makes a new version.\n\n"
          "ACTION is one of: new (empty, --from an issue of the archive, or from a source --file), show (the source), list (drafts; with "
          "ID its "
          "versions and editions), add (--article of the archive, or articles of a --file; --section, --at), remove (--n), move (--n, "
          "--section, "
          "--at), edit (--set FIELD=VALUE, of the issue or with --n of an article; or the whole source from --file), undo, check, accept "
          "(--finding, --by, --why), publish (--by; what is published already takes --correction and gets a new edition), build.\n\n"
          "check runs the program's checks over the draft as it would be printed, and tells where print would be read back otherwise. An "
          "issue "
          "is not published while an error is open.\n\n"
          "build writes the forms of an issue into the folder DIR: of a source file, a draft or an issue of the archive. The same source "
          "gives "
          "the same bytes on any day. A file of the same name that it did not make is not replaced.") +
          std::string(about_data),
      {{"ACTION", ValueType::text, "new, show, list, add, remove, move, edit, undo, check, accept, publish or build"},
       {"ARCHIVE", ValueType::file, "the archive; of build also a source file"},
       {"ID", ValueType::text, "the issue, such as 2023-18", false, true}},
      {{"out", 0, ValueType::folder, "DIR", "of build: the folder to write into, made when missing"},
       {"format", 0, ValueType::text, "LIST", "of build: only these, parted by commas: pdf, epub, html, txt, atom, json, eml", "", false,
        true},
       {"edition", 0, ValueType::number, "N", "of build: this published edition instead of the draft"},
       {"from", 0, ValueType::text, "ISSUE", "of new: an issue of the archive"},
       {"file", 0, ValueType::file, "FILE", "a source, or articles in its form"},
       {"article", 0, ValueType::text, "ARTICLE", "of add: an article of the archive"},
       {"candidate", 0, ValueType::text, "CANDIDATE", "of add: what was fetched, into --section or the proposed column"},
       {"n", 0, ValueType::number, "N", "the article's number in the draft"},
       {"section", 0, ValueType::text, "NAME", "the column to put it into"},
       {"at", 0, ValueType::number, "N", "the place in the column; its end when left out"},
       {"set", 0, ValueType::text, "FIELD=VALUE", "a field and its value", "", false, true},
       {"version", 0, ValueType::number, "N", "of show: this version"},
       {"finding", 0, ValueType::text, "CODE", "of accept: as check gives it"},
       {"correction", 0, ValueType::text, "WORDS", "of publish: what the edition before had wrong"},
       {"why", 0, ValueType::text, "WORDS", "the reason"},
       {"by", 0, ValueType::text, "NAME", "who does it"},
       {"when", 0, ValueType::text, "MOMENT", "in UTC, such as 2026-11-27T08:00:00Z; now when left out"},
       data},
      "0  done, or nothing wrong\n1  refused with the reason, errors are open, or no such issue"};
}

}  // namespace fengbiao
