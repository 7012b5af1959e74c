#include <string>

#include "cli/vocabulary_rows.h"

namespace fengbiao {

Command sort_command(const Argument& archive, const Flag& data, const Flag& json, std::string_view about_data) {
  return {
      "sort",
      "sort texts by what an archive has printed",
      "Reads each FILE, a text or a bulletin of several, and tells for each story: who printed it first, its copies with the figures that "
      "changed on the way, whether an issue of ARCHIVE told it already, the column it fits with what speaks for it, how near it is to "
      "the field of the archive, and a summary of its own sentences.\n\n"
      "Columns and field are learned from the archive's articles each time. All of it is a proposal; nothing is written into the "
      "archive. docs/pile.md tells how it is done and how well." +
          std::string(about_data),
      {archive, {"FILE", ValueType::file, "a text, PDF, HTML or DOCX file, or - for standard input", true}},
      {{"summary", 0, ValueType::number, "N", "a summary of at most so many characters; 120 when left out"}, data, json},
      "0  sorted\n1  no text was found"};
}

}  // namespace fengbiao
