// How this document is set: are its lines wrapped, at which measure, and which sign marks the end of a paragraph. Texts
// that come from page layouts differ in all of this, and each is consistent in itself, so the document is asked:
//
//   trailing  a line that ends a paragraph has a blank behind it, a wrapped one has none
//   indent    a paragraph's first line is indented
//   gap       paragraphs stand apart by more white lines than wrapped lines do
//   measure   nothing of that: only a line shorter than the measure ends a paragraph
//   whole     one line a paragraph (but for pages that break one)
//
// Each is accepted only where it agrees with how sentences end. Tested by setting_test.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "bulletin/ink.h"

namespace fengbiao {

enum class ParagraphSign : std::uint8_t { format, layout, trailing, indent, gap, measure, whole };
std::string_view rule_name(ParagraphSign sign);  // "a blank behind a line ends its paragraph"

struct Setting {
  ParagraphSign sign = ParagraphSign::whole;
  bool wrapped = false;
  float measure = 40;           // em of a full line (of the printed page, where lines are not wrapped)
  std::uint16_t usual_gap = 0;  // blank lines between the lines of a paragraph

  [[nodiscard]] bool full(const Ink& ink, float slack = 2.5f) const { return ink.indent + ink.width >= measure - slack; }
  // A sentence ends far from the edge: whatever the sign, the paragraph ends too.
  [[nodiscard]] bool stops_short(const Ink& ink) const { return ink.ended && ink.indent + ink.width < measure - 6; }
  // A line that was cut in the middle of a paragraph, by its own looks.
  [[nodiscard]] bool unfinished(const Ink& ink) const;
  // Whether `next` goes on in the paragraph of `ink`.
  [[nodiscard]] bool joins(const Ink& ink, const Ink& next) const;
};

// `is_text`: one an ink, true where an article prints it. Source lines, cover, contents and imprint are set in ways of their
// own and are not asked.
Setting setting_of(const std::vector<Ink>& inks, const std::vector<bool>& is_text, bool has_layout);

// An extraction that drops blanks at line starts leaves first lines two em shorter than the others. Where that shows, the
// indents are given back, line by line, as the paragraphs before them end.
void restore_lost_indents(std::vector<Ink>& inks, const std::vector<bool>& is_text, const Setting& setting);

}  // namespace fengbiao
