// Points that follow one another in a text: 一是…二是…三是…, 第一…第二…, （一）（二）, 1. 2. 3., 首先…其次…最后…, 一方面…另一方面….
//
//   主要有两点：一是降费，二是提速。三点建议：一是…   two sequences, of two points and of one
//
// A sequence begins with its first point and goes on over paragraphs; another first point of its kind ends it. What is missing inside
// it or stands twice is told. Tested by points_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "check/count_words.h"
#include "clause/read_text.h"

namespace fengbiao {

struct PointSequence {
  std::string_view kind;  // "is", "ordinal" … as in data/check/counts.yaml; "1." "(1)" "1)" of digits
  std::vector<Span> marks;
  std::uint32_t last = 0;  // number of the last point
  struct Slip {
    Span mark;
    std::uint32_t expected = 0, found = 0;
  };
  std::optional<Slip> slip;  // the first point whose number is not the next one
};

// By their first mark. `hits` are the words of the text; points open only behind a mark or at the beginning of a line.
std::vector<PointSequence> find_points(std::string_view folded, const ReadText& read, const CountWords& words,
                                       std::span<const WordHit> hits, std::span<const std::uint32_t> paragraphs);

}  // namespace fengbiao
