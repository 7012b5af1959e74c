// An article in so many characters, made of its own sentences: whole ones, word for word, in their order.
//
//   summarize(text, 120)      sentences 1 and 4, 113 characters: where each stands, and why it was taken
//
// A sentence counts for what it shares with the headline and with the rest of the article, for its figures, and for standing first (Luhn
// 1958, Edmundson 1969); one that says what a taken one says counts for less. Where even the best sentence is too long the shortest is
// given and said to be over. Nothing is joined, cut or written. Tested by summary_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pile/pile_text.h"

namespace fengbiao {

struct SummarySentence {
  std::size_t paragraph = 0;  // 1: the first one
  Span span{};                // in it
  std::string text;           // as printed there
  std::size_t characters = 0;
  std::size_t figures = 0;
  double of_title = 0, of_text = 0;  // share of the headline's pairs of characters that it has; how much of the rest says the same
  bool first = false;                // of the article
};

struct Summary {
  std::vector<SummarySentence> sentences;
  std::size_t characters = 0;
  bool over = false;  // longer than wanted
};

Summary summarize(const PileText& text, std::size_t characters);

}  // namespace fengbiao
