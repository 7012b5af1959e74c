// The large zones of an issue, found line by line before anything small: cover, contents, columns, imprint, and what a page
// layout put at the head and foot of pages. Tested by outline_test.cc.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bulletin/ink.h"
#include "bulletin/profile.h"
#include "bulletin/setting.h"
#include "bulletin/source_line.h"
#include "model/issue.h"

namespace fengbiao {

struct SectionPart {
  const SectionName* section = nullptr;  // null: text before or without columns
  std::size_t begin = 0, end = 0;        // inks of its articles
};

struct Outline {
  Masthead masthead;
  std::vector<ContentsEntry> contents;
  std::vector<std::string> contents_keys;  // squeezed titles, same order
  std::set<std::string> contents_titles;   // the same, to ask whether a title is among them
  std::vector<SectionPart> parts;
  std::vector<std::string> sections;  // in printed order
  std::vector<ZoneKind> kinds;        // one an ink; `unclaimed` for the inks of parts, which articles will claim
  std::vector<Because> because;
};

// A column's name on one printed line with the first headline becomes two inks; running heads and page numbers leave the
// flow: they are moved to `furniture`.
void split_section_lines(std::vector<Ink>& inks, std::string_view text, const Profile& profile);
std::vector<Ink> take_furniture(std::vector<Ink>& inks, std::string_view text, const Profile& profile);

Outline outline_of(const std::vector<Ink>& inks, std::string_view text, const std::vector<SourceLine>& sources, const Profile& profile,
                   const DateReader& dates);

// Whether a line is the heading under a book's title, such as one that announces what the book is about.
bool introduces_book(const Ink& ink, std::string_view text, const Profile& profile);

// The column a line names, or null: its squeezed text between the profile's marks.
const SectionName* section_named(const Ink& ink, std::string_view text, const Profile& profile);

}  // namespace fengbiao
