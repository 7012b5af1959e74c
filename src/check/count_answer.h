// What a count says of the list it sums up, by where the list stands: before it, behind it, around it. Each reading looks for a way in
// which the count fits before it says that none does.
//
//   甲、乙和丙三类            named 3 = 3, holds              甲、乙、丙等33个城市   named 3 of 33, holds: the list is open
//   甲、乙、丙四大板块        named 3, contradicts            分为四类：甲、乙、丙、丁   named 4 = 4
//
// Tested by counts_test.cc and the examples of data/rules/check/counts.yaml.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "check/count_finder.h"
#include "check/count_words.h"
#include "check/lists.h"
#include "check/points.h"
#include "clause/read_text.h"
#include "model/finding.h"

namespace fengbiao {

// Everything that is known of the text of an article.
struct CountScene {
  std::string_view text;
  const ReadText& read;
  const CountWords& words;
  std::span<const WordHit> hits;
  const ListCutter& cutter;
  const TextLists& lists;
  std::span<const Count> counts;
  std::span<const PointSequence> points;
  std::uint32_t title_end = 0;
};

struct CountAnswer {
  Verdict verdict = Verdict::holds;
  std::uint32_t named = 0;             // things that the list names
  bool open = false;                   // the list goes on: only named < n is known
  Span quote;                          // list and count, folded
  std::vector<std::uint32_t> parts{};  // of a sum: 4+3+3
};

class CountReader {
 public:
  explicit CountReader(const CountScene& scene) : s_(scene) {}

  // `index` into scene.counts.
  [[nodiscard]] std::optional<CountAnswer> list_before(std::size_t index) const;
  [[nodiscard]] std::optional<CountAnswer> list_behind(std::size_t index) const;
  // Lists of the same sentence, or of this and the next, that are just as many: only ever holds.
  [[nodiscard]] std::optional<CountAnswer> list_around(std::size_t index) const;
  [[nodiscard]] std::optional<CountAnswer> points_behind(std::size_t index) const;
  // 在…方面, 到2025年…到2035年: sides and stages told sentence by sentence; only ever holds.
  [[nodiscard]] std::optional<CountAnswer> sides_behind(std::size_t index) const;
  // Of a title, 五部门: the bodies that the text names first.
  [[nodiscard]] std::optional<CountAnswer> bodies_of_title(std::size_t index) const;

 private:
  struct Tail {
    std::uint32_t end = 0;
    bool open = false, figure = false, doubtful = false;
    bool timed = false;  // a figure that tells a time
  };
  [[nodiscard]] Tail tail_of(Span words) const;
  [[nodiscard]] bool has_digits(Span span) const;
  [[nodiscard]] std::uint32_t characters(Span span) const;
  [[nodiscard]] bool lead_in(Span span) const;
  [[nodiscard]] bool counts_in(Span span, std::size_t but) const;
  [[nodiscard]] bool link_begins(const ListPiece& piece) const;
  [[nodiscard]] std::optional<CountAnswer> inside_quotes(const Count& c, std::uint32_t end) const;
  [[nodiscard]] bool whole_name(Span item) const;
  [[nodiscard]] bool same_end(Span a, Span b) const;
  [[nodiscard]] bool link_parts(std::uint32_t first, Span last) const;
  [[nodiscard]] bool parallel(Span a, Span b) const;
  [[nodiscard]] bool surely_too_many(std::uint32_t first, std::uint32_t last, std::uint32_t n, Span last_item) const;
  [[nodiscard]] std::optional<CountAnswer> opened_at(const Count& c, std::uint32_t from, std::size_t piece, bool whole) const;
  [[nodiscard]] Span quote_of(const Count& c, std::uint32_t begin, std::uint32_t end) const;
  CountScene s_;
};

}  // namespace fengbiao
