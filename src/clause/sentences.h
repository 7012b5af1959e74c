// Cuts a text into sentences and clauses. Full stops end sentences; commas, semicolons, colons and long dashes end clauses; what
// stands in brackets is cut on its own, inside the clause that holds the brackets.
//
//   零售额（含服务）达1.3万亿元，增长15%。   one sentence; clauses 零售额（含服务）达1.3万亿元 | 含服务 (inside the first) | 增长15%
//
// Titles 《…》 and short quotes are never cut; a quote is cut where it holds whole sentences or stands behind a colon. Brackets,
// titles and quotes that are not closed within reach are ordinary characters, so that none of them swallows the rest. A comma inside
// a number is none. Linear in time, whatever is nested. Works on folded text, in which quotes have no direction: where they do not
// come out even, neighbours decide. Tested by sentences_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace fengbiao {

inline constexpr std::uint32_t kNoClause = 0xFFFFFFFF;

enum class ClosedBy : std::uint8_t { stop, semicolon, comma, colon, dash, bracket, end };

struct CutClause {
  Span span;  // without the closing mark and blanks around
  std::uint32_t sentence = 0;
  std::uint32_t inside = kNoClause;  // the clause in whose brackets it stands
  ClosedBy closed_by = ClosedBy::end;
};

struct Cuts {
  std::vector<Span> sentences;     // with their closing mark
  std::vector<CutClause> clauses;  // by their beginning; the holder of brackets before what is in them
  std::vector<Span> titles;        // 《…》, marks included; outermost ones
  std::vector<Span> quotes;        // quotes that are not cut, marks included; never inside titles
  void clear();
};

// Nothing is cut inside the spans `whole` (in order): quantities, times, names. `paragraphs` are offsets at which a new paragraph
// begins; a sentence never goes across.
void cut(std::string_view folded, std::span<const Span> whole, std::span<const std::uint32_t> paragraphs, Cuts& out);

// The sentences alone.
std::vector<Span> sentence_spans(std::string_view folded);

}  // namespace fengbiao
