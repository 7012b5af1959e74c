// Rows of names over tokens: what goes on a row behind a token, or before it, brackets between them passed over.
//
//   甲（3%）、乙（2%）、丙     behind 甲 comes 乙, before 丙 too
//
// Tested by organisations_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "entity/lexicon_words.h"

namespace fengbiao {

bool is_mark_or_blank(const NameToken& token);
bool stops_brand(const NameToken& token);  // nothing of a brand can be in it
// The token itself may be no name; tokens.size() where none is.
std::size_t next_in_row(std::string_view text, const std::vector<NameToken>& tokens, std::size_t i);
std::size_t before_in_row(std::string_view text, const std::vector<NameToken>& tokens, std::size_t i);

// 三星卖出6000万部；苹果4870万部，小米占5%: a clause begins with the token, and its figure follows.
bool is_told_in_figures(const std::vector<NameToken>& tokens, std::size_t i);
// The sentence around a token, at most a hundred tokens before and behind.
Span sentence_around(std::string_view text, const std::vector<NameToken>& tokens, std::size_t i);

}  // namespace fengbiao
