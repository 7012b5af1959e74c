#include "check/extraction.h"

#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "text/chars.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kLetters = 4;  // single characters between blanks that are one word set apart

// Radicals, compatibility ideographs, small and half-width forms of Chinese marks.
bool lookalike(char32_t c) {
  const bool block =
      (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE50 && c <= 0xFE6B) || (c >= 0xFF61 && c <= 0xFF65);
  return block && fold(c) != c && fold(c) != 0;
}
bool lost(char32_t c) { return c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || (c < 0x20 && !is_blank(c)) || c == 0x7F; }
bool han_byte(unsigned char b) { return b >= 0xE4 && b <= 0xE9; }

struct Places {
  Span first;
  std::size_t count = 0;
  void add(Span span) {
    if (count++ == 0) first = span;
  }
};

}  // namespace

Result<ExtractionCheck> ExtractionCheck::load(RuleBook& book) {
  ExtractionCheck out;
  FB_TRY(out.lookalikes_, book.rule("look-alike-glyphs"));
  FB_TRY(out.lost_, book.rule("lost-characters"));
  FB_TRY(out.spaced_, book.rule("word-set-apart"));
  return out;
}

void ExtractionCheck::check(const ArticleSubject& subject, Report& report) const {
  const PrintedText& printed = subject.printed;
  const std::string& text = printed.text();
  Places lookalikes, losses, spaced;
  for (const PrintedPart& part : printed.parts()) {
    std::uint32_t letters = 0, run = 0;  // single characters, each behind a blank; where they begin
    bool words = false;                  // something stands before: a sign at the beginning is the bullet of a list
    for (std::uint32_t at = part.span.begin; at < part.span.end;) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (han_byte(byte) || (byte > 0x20 && byte < 0x7F)) {
        words = true;
        at += byte < 0x80 ? 1 : 3;
        continue;
      }
      if (byte == ' ') {
        const bool letter = at + 4 < part.span.end && han_byte(static_cast<unsigned char>(text[at + 1])) && text[at + 4] == ' ';
        if (!letter) letters = 0;
        else if (letters++ == 0) run = at + 1;
        if (letters == kLetters) spaced.add({run, at + 4});
        ++at;
        continue;
      }
      const Decoded d = decode(text, at);
      const Span here{at, at + static_cast<std::uint32_t>(d.size)};
      if (lookalike(d.code)) lookalikes.add(here);
      else if (lost(d.code) && (words || d.code == 0xFFFD)) losses.add(here);
      words = words || !is_blank(d.code);
      at = here.end;
    }
  }
  const auto flag = [&](const CheckRule* rule, const Places& places, std::string suggestion) {
    if (places.count == 0) return;
    report.flag({.rule = rule,
                 .at = {subject.article.n, printed.kept(places.first)},
                 .values = {{"mark", text.substr(places.first.begin, places.first.size())}, {"count", std::to_string(places.count)}},
                 .suggestion = std::move(suggestion)});
  };
  flag(lookalikes_, lookalikes, folded(slice(text, lookalikes.first)));
  flag(lost_, losses, "");
  flag(spaced_, spaced, squeezed(slice(text, spaced.first)));
}

}  // namespace fengbiao
