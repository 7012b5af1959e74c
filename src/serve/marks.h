// Where the numbers, names and policies of an article stand in its paragraphs, so that a page can mark them: the places of records in the
// kept text turned into places of the paragraphs as the API gives them.
//
//   "2021年，上海网络零售额达1.3万亿元"  ->  {paragraph 0, [14, 19), number, "2023-03-20-6c2952ef-o12"}, {paragraph 0, [6, 8), name,
//   "310000"}
//
// Ends count UTF-16 units, as strings of browsers do. Marks of one kind do not overlap; those of different kinds may. Tested by
// service_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/issue.h"
#include "serve/issue_loader.h"
#include "serve/snapshot.h"

namespace fengbiao {

struct ArticleMark {
  std::uint32_t paragraph = 0, begin = 0, end = 0;
  enum class Kind : std::uint8_t { number, name, policy } kind = Kind::number;
  std::string record, entity, label;  // empty: none
};
std::string_view name_of(ArticleMark::Kind kind);

// The places of one article's paragraphs. `text` is the kept text.
class ParagraphPlaces {
 public:
  ParagraphPlaces(const Article& article, std::string_view text);
  // False where the span does not lie within a paragraph.
  bool place(Span span, ArticleMark& mark) const;

 private:
  struct Piece {
    Span span;                // in the kept text
    std::uint32_t begin = 0;  // of the same in the paragraph, in bytes
  };
  struct Lines {
    std::vector<Piece> pieces;
    std::string_view text;  // of the paragraph
  };
  std::vector<Lines> paragraphs_;
};

// In order of paragraphs and text. Names where the snapshot has them.
std::vector<ArticleMark> marks_of(const Article& article, const LoadedIssue& issue, const Snapshot& now);

}  // namespace fengbiao
