// The lists of a text: every sentence cut at its commas into pieces, every piece at its pause marks into items. Titles, quotes and brackets
// are never cut; those that stand side by side are items of their own.
//
//   设置“首页”“商城”和服务三大板块   one piece, items 设置“首页” | “商城”和服务三大板块, a link in the second
//
// How many things a list names is often open, for 和 may join two of them or stand inside one: a list gives all numbers that it may be
// read as. Linear in time. Works on folded text. Tested by lists_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "clause/read_text.h"
#include "rules/use_words.h"

namespace fengbiao {

struct ListPiece {
  Span span;               // without the mark that closes it
  char32_t closed_by = 0;  // the mark; 0 at the end of what was cut
  std::uint32_t sentence = 0;
  std::uint32_t first_item = 0, items = 0;
};

struct TextLists {
  std::vector<ListPiece> pieces;
  std::vector<Span> items;
  std::vector<std::uint32_t> links;  // where links stand, rising; none at the beginning of an item

  void clear();
  [[nodiscard]] std::uint32_t links_in(Span span) const;
  // The piece that a place stands in; pieces.size() where it stands in none.
  [[nodiscard]] std::size_t piece_at(std::uint32_t place) const;
};

// How many things the items may name.
struct Named {
  std::uint32_t low = 0, high = 0;  // by pause marks; with every link as one more
  std::uint32_t by_links = 0;       // by links alone: 甲、乙和丙、丁 as two; 0 where there are none
  [[nodiscard]] bool may_be(std::uint32_t n) const { return (n >= low && n <= high) || (by_links > 0 && n == by_links); }
};

class ListCutter {
 public:
  // Of one text: `hits` have the links, `read` the titles and quotes. All outlive the cutter.
  ListCutter(std::string_view folded, const ReadText& read, std::span<const WordHit> hits);

  // All sentences of the text.
  void cut(TextLists& out) const;
  // What stands inside a title or quote, or any other part; `sentence` is put down in the pieces.
  void cut_part(Span part, std::uint32_t sentence, TextLists& out) const;

  // The title or quote that ends or begins at a place, marks included; empty where none does.
  [[nodiscard]] Span atom_ending_at(std::uint32_t place) const;
  [[nodiscard]] Span atom_at(std::uint32_t place) const;
  // The one that a place stands in.
  [[nodiscard]] Span atom_around(std::uint32_t place) const;

 private:
  std::string_view text_;
  const ReadText& read_;
  std::span<const WordHit> hits_;
  std::vector<Span> atoms_;  // titles and quotes, in order
};

// Of the items [first, last) of a text, whose words end at `end`.
Named named(const TextLists& lists, std::uint32_t first, std::uint32_t last, std::uint32_t end);

}  // namespace fengbiao
