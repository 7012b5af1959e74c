// A document read as a bulletin: the one call of this room.
//
//   Issue issue = read_bulletin(document, knowledge, "");
//   // issue.zones tile the document: every non-blank character lies in exactly one of them
//
// Large zones first (cover, contents, columns, imprint), then articles, then lines of articles; each decision by a named
// rule that the records keep (Because). Order of work after GROBID's cascade of large to small. It does not judge what it
// reads and never changes the text. Tested by bulletin_test.cc, tests/cases/bulletin and the tiling test.
#pragma once

#include <string_view>

#include "base/result.h"
#include "bulletin/profile.h"
#include "intake/document.h"
#include "model/issue.h"

namespace fengbiao {

// `profile_name` empty: the profile is chosen by evidence. Fails with invalid_argument for an unknown name; reads anything
// else. Article ids, issue key and texts are filled.
Result<Issue> read_bulletin(const Document& document, const Knowledge& knowledge, std::string_view profile_name);

// The rule by which an issue has its profile when a user named it; reread keeps such a profile.
inline constexpr std::string_view kNamedByUser = "named by the user";

// Whether it is worth keeping: columns or source lines were found, or at least one paragraph that ends as a sentence and is
// mostly Chinese. Program text, tables of data and English pages are not.
bool reads_as_news(const Issue& issue);

// The name a user gives an issue: the date on its cover, else a date in its file name, else the file's name without ending.
std::string issue_key(const Issue& issue, std::string_view file);

// Gives the issue another key and its articles the ids that go with it.
void assign_key(Issue& issue, std::string key, std::string_view text);

}  // namespace fengbiao
