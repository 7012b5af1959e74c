// Folds a line to the form that patterns are written in, and keeps the way back. Full width becomes half width, Kangxi
// radicals and look-alike glyphs become the ordinary characters, all double quotes become `"`, all blanks a space (a
// tab two, as it sets things apart), zero-width marks vanish. Only single code points are mapped, so each folded byte has one origin.
//
//   fold("来源：“新华网”\u3000⽉")  ->  text `来源:"新华网" 月`, origin[i] = byte offset in the line
//
// Sources: Unicode NFKC (ICU) for the compatibility blocks, data/text/lookalikes.tsv for what NFKC leaves alone.
// It does not simplify traditional characters and does not change case. Tested by fold_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace fengbiao {

struct Folded {
  std::string text;
  std::vector<std::uint32_t> origin;  // one entry a folded byte, and one past the end: offsets into the original

  // The original bytes under folded [begin, end).
  [[nodiscard]] Span original(std::size_t begin, std::size_t end) const { return {origin[begin], origin[end]}; }
  [[nodiscard]] Span original(std::string_view part) const {
    const std::size_t begin = static_cast<std::size_t>(part.data() - text.data());
    return original(begin, begin + part.size());
  }
};

// One code point; 0 where it vanishes.
char32_t fold(char32_t code);

// Folds `line` into `out`, whose memory is used again. `base` is added to every origin.
void fold(std::string_view line, Folded& out, std::uint32_t base = 0);
std::string folded(std::string_view line);

// Folds the printed lines of a paragraph as one line: without a blank between them, except where two Latin letters or digits meet.
// Origins are offsets into `text`; a span that ends with a line may take the line end in, so trim() what original() gives.
void fold_pieces(std::string_view text, const std::vector<Span>& pieces, Folded& out);
// The same, the pieces being the lines of `text` without the blanks around them.
void fold_lines(std::string_view text, Folded& out);

// Folded and without any blank: what two printings of one title have in common.
std::string squeezed(std::string_view text);

}  // namespace fengbiao
