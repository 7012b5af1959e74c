#include "entity/token_rows.h"

#include "base/utf8.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::size_t kInside = 8;  // tokens in brackets

char32_t code(std::string_view text, const NameToken& token) { return decode(text, token.span.begin).code; }
bool links(std::string_view text, const NameToken& token) { return code(text, token) == kPauseMark || token.is(kJoin); }

}  // namespace

bool is_mark_or_blank(const NameToken& token) { return token.kind == NameToken::Kind::mark || token.kind == NameToken::Kind::blank; }

bool stops_brand(const NameToken& token) {
  if (is_mark_or_blank(token)) return true;
  if (token.is(kInner | kHead)) return false;
  if (token.is(kCount) && !token.is(kBorder)) return false;
  return token.is(kBorder | kJoin | kGeneric | kTitle | kSpeech) || token.kind == NameToken::Kind::digits;
}

std::size_t next_in_row(std::string_view text, const std::vector<NameToken>& tokens, std::size_t i) {
  std::size_t at = i + 1;
  if (at < tokens.size() && code(text, tokens[at]) == '(')
    for (std::size_t close = at + 1; close < tokens.size() && close <= at + kInside; ++close)
      if (code(text, tokens[close]) == ')') {
        at = close + 1;
        break;
      }
  return at < tokens.size() && links(text, tokens[at]) ? at + 1 : at;
}

std::size_t before_in_row(std::string_view text, const std::vector<NameToken>& tokens, std::size_t i) {
  if (i == 0) return tokens.size();
  std::size_t at = i - 1;
  if (links(text, tokens[at])) {
    if (at == 0) return tokens.size();
    --at;
  }
  if (code(text, tokens[at]) == ')')
    for (std::size_t open = at; open > 0 && at - open <= kInside; --open)
      if (code(text, tokens[open]) == '(') return open - 1;
  return at;
}

bool is_told_in_figures(const std::vector<NameToken>& tokens, std::size_t i) {
  if (i + 1 >= tokens.size() || (i > 0 && !is_mark_or_blank(tokens[i - 1]))) return false;
  return tokens[i + 1].kind == NameToken::Kind::digits || tokens[i + 1].is(kFigure);
}

Span sentence_around(std::string_view text, const std::vector<NameToken>& tokens, std::size_t i) {
  constexpr std::size_t kFar = 100;
  const auto ends = [&](std::size_t t) {
    return tokens[t].kind == NameToken::Kind::mark && (is_stop(code(text, tokens[t])) || code(text, tokens[t]) == '\n');
  };
  std::size_t first = i, last = i + 1;
  while (first > 0 && i - first < kFar && !ends(first - 1)) --first;
  while (last < tokens.size() && last - i < kFar && !ends(last)) ++last;
  return {tokens[first].span.begin, tokens[last - 1].span.end};
}

}  // namespace fengbiao
