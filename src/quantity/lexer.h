// Cuts a folded text into the tokens a cascade works on: numerals, words of the lexicon, codes, and what lies between.
//
//   "GDP100亿元, 5G用户超3.2亿户"  ->  code GDP, number 100亿, word 元, gap, code 5G, gap, word 超, number 3.2亿, word 户
//
// Where a numeral and a word begin at one place the longer is taken; equally long, the token is both. Behind 多, 余, 几 a scale goes
// before any word (20余万家 holds no 万家), and behind a number a unit before a plain one (九家数据中心 holds no 家数). A run of Latin
// letters and digits is a code, unless it is a number with a unit of the lexicon (3kg) or a word of it. A word may say before which
// characters it is none (`unless`: 十分 before 钟), and is also found with single blanks inside, as PDF leaves them (百分 点). Two line
// ends close whatever stands before them. What no word knows costs one look-up a character. Tested by lexer_test.cc.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

#include "quantity/number_reader.h"
#include "rules/cascade.h"
#include "text/characters.h"

namespace fengbiao {

class Lexer {
 public:
  Lexer() = default;
  // Call when the lexicon is sealed. Reader and lexicon must outlive the lexer.
  static Result<Lexer> make(const NumberReader& numbers, const Lexicon& lexicon, Classes& classes);

  // Adds to `numbers`, to which `Token::value` of the class `number` (and `scale_number`: 百, 千万, 亿) points; `tokens` is written anew.
  void read(const Characters& folded, std::vector<Number>& numbers, std::vector<Token>& tokens) const;

 private:
  friend class LexerRun;
  enum Begins : std::uint8_t { numeral = 1, word = 2, alone = 4 };  // alone: the character is a word
  static constexpr std::size_t kPairs = 1 << 16;
  static std::size_t pair(char32_t a, char32_t b) { return (a * 0x9E3779B1u + b * 0x85EBCA6Bu) >> 16; }

  const NumberReader* numbers_ = nullptr;
  const Lexicon* lexicon_ = nullptr;
  std::vector<std::uint8_t> begins_;  // by code point
  std::bitset<kPairs> pairs_;         // of characters, by pair(), that words begin with
  std::vector<bool> picky_;           // words that say `unless`
  ClassId number_ = 0, scale_number_ = 0, code_ = 0, unit_ = 0, before_number_ = 0, tail_ = 0, few_ = 0, plain_ = 0, trap_ = 0, hiding_ = 0,
          money_ = 0, percent_ = 0;
};

}  // namespace fengbiao
