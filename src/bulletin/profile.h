// What a kind of bulletin looks like: the names of its columns, how its source lines, covers, contents and imprints are
// worded. A profile is a YAML pack below data/bulletin/; the program ships some and a user may add his own.
// data/bulletin/README.md describes the keys. Tested by profile_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "quantity/date.h"
#include "rules/data_set.h"
#include "rules/pattern.h"

namespace fengbiao {

struct SectionName {
  std::string name;
  std::string squeezed;              // folded, without blanks
  std::vector<std::string> aliases;  // squeezed
  bool books = false;                // its articles are books: a title, a heading such as 内容简介, no source line
};

struct Profile {
  std::string name, about;
  std::vector<std::string> bulletin_names;  // squeezed
  std::vector<SectionName> sections;        // empty: a general text
  std::string section_marks;                // characters around a column's name
  std::string name_marks, bullets;          // around a bulletin's name; before an entry of the contents
  std::vector<std::string> book_intro;      // squeezed
  std::vector<std::string> lead_words;
  PatternList source_line, glued_source, author_note, masthead, contents, end_matter, page_number, enumerated;
  std::vector<std::string> source_words;  // no source line without one of them
  std::string desk_suffix;                // the bulletin's own desk as a source
  std::vector<std::string> desk_dropped;  // words behind it that are no part of the name

  [[nodiscard]] bool general() const { return sections.empty(); }
  [[nodiscard]] const SectionName* section(std::string_view squeezed_name) const;
};

// All that reading a bulletin needs to know, loaded once and shared by threads.
struct Knowledge {
  std::vector<Profile> profiles;  // sorted by name
  DateReader dates;

  static Result<Knowledge> load(const DataSet& data);
  [[nodiscard]] const Profile* profile(std::string_view name) const;
};

Result<Profile> load_profile(std::string_view bytes, std::string place);

}  // namespace fengbiao
