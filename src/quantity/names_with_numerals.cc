#include "quantity/names_with_numerals.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

// Calls with each part of `text` between any of `marks`.
template <class Call>
void each_part(std::string_view text, std::string_view marks, Call&& call) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(marks), text.size());
    if (end > 0) call(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

bool is_code(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; }) || text.find(':') != text.npos;
}

}  // namespace

Result<void> add_names_with_numerals(const DataSet& data, const NumberReader& numbers, Classes& classes, Lexicon& lexicon) {
  FB_TRY(const ClassId name_class, classes.intern("name"));
  FB_TRY(const ClassId unit, classes.intern("unit"));
  FB_TRY(const ClassId period, classes.intern("period_unit"));
  const auto is_unit = [&](std::string_view rest) {
    const Word* word = lexicon.find(rest);
    return word && (word->classes.has(unit) || word->classes.has(period));
  };
  const auto add = [&](std::string_view text) {
    const std::string name = folded(text);
    if (name.size() < 4 && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; })) return;
    bool numeral = false;
    for (std::size_t i = 0; i < name.size() && !numeral;) {
      const Decoded d = decode(name, i);
      numeral = d.code != '.' && numbers.may_begin(d.code);
      i += d.size;
    }
    if (!numeral || count_code_points(name) < 2) return;
    const NumberReader::Hit hit = numbers.read(name, 0);
    if (hit.length != 0 && hit.length < name.size() && is_unit(std::string_view(name).substr(hit.length))) return;
    lexicon.add(name, name_class);
  };
  for (const std::string_view folder : {"lexicon/", "places/"})
    for (const DataSet::File* file : data.list(folder, ".tsv"))
      each_part(file->bytes, "\n", [&](std::string_view line) {
        if (line.front() == '#') return;
        int column = 0;
        each_part(line, "\t\r", [&](std::string_view cell) {
          if (column++ > 2 || is_code(cell)) return;
          each_part(cell, folder == "places/" ? "| " : "|", [&](std::string_view name) {
            if (name.front() != '!' && !is_code(name)) add(name);
          });
        });
      });
  return {};
}

}  // namespace fengbiao
