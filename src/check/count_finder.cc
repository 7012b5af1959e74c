#include "check/count_finder.h"

#include <algorithm>
#include <charconv>

namespace fengbiao {
namespace {

constexpr std::uint32_t kMostCounted = 99;
constexpr std::size_t kNounCharacters = 6;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_han(std::uint32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

struct Numeral {
  Span span;
  std::uint32_t n = 0;
};

class Finder {
 public:
  Finder(std::string_view text, const ReadText& read, const CountWords& words, const TextLists& lists, const ListCutter& cutter)
      : text_(text), read_(read), words_(words), lists_(lists), cutter_(cutter) {}

  void take(Numeral numeral, const Hits& near, std::vector<Count>& out) const {
    const WordHit* const before = near.ending_at(numeral.span.begin);
    const bool of_ranking = before && before->is(CountUse::first);
    if (before && !of_ranking && (before->is(CountUse::ordinal) || before->is(CountUse::numeral))) return;
    if (before && before->is(CountUse::until)) {  // 3至5个
      const std::uint32_t at = before->span.begin;
      const WordHit* const from = near.ending_at(at);
      if ((at > 0 && is_digit(text_[at - 1])) || (from && from->is(CountUse::numeral))) return;
    }
    Count c;
    c.n = numeral.n;
    c.numeral = numeral.span;
    c.first = of_ranking;
    std::uint32_t at = blanks(numeral.span.end);
    const std::string_view rest = text_.substr(at, 64);
    const std::size_t strong = words_.head(rest, CountUse::counter), weak = words_.head(rest, CountUse::weak_counter);
    if (const Span around = cutter_.atom_around(numeral.span.begin); around.begin + 1 == numeral.span.begin && in_slogan(around, near, c)) {
      // “五难”, “两减一优一扶”
    } else if (const std::size_t none = words_.head(rest, CountUse::no_count); of_ranking ? none > 0 : none > std::max(strong, weak)) {
      return;
    } else if (of_ranking && strong == 0 && weak == 0) {  // 位居前三
      c.span = {before->span.begin, numeral.span.end};
    } else if (strong == 0 && weak == 0 && before && before->is(CountUse::figure_verb) && at < text_.size() && text_[at] == ':') {
      c.span = numeral.span;  // 共性有三：甲、乙、丙
      c.sums_up = true;
    } else if (strong == 0 && weak == 0) {
      const Span quoted = cutter_.atom_at(at);  // 五“难”
      if (quoted.empty() || quoted.size() > 10 || at != numeral.span.end) return;
      c.quoted = c.noun = quoted;
      c.span = {numeral.span.begin, quoted.end};
    } else {
      const auto counter = static_cast<std::uint32_t>(std::max(strong, weak));
      c.sums_up = strong >= weak;
      c.span = {numeral.span.begin, at + counter};
      std::uint32_t noun = blanks(c.span.end);
      for (int i = 0; i < 2 && words_.head(text_.substr(noun, 48), CountUse::sum_noun) == 0; ++i) {
        const std::size_t adjective = words_.head(text_.substr(noun, 48), CountUse::adjective);
        if (adjective == 0) break;
        noun = blanks(noun + static_cast<std::uint32_t>(adjective));
      }
      if (const Span quoted = cutter_.atom_at(blanks(c.span.end)); !quoted.empty() && quoted.size() <= 10) c.quoted = quoted;
      c.noun = noun_from(noun);
      if (words_.head(text_.substr(noun, 48), CountUse::sum_noun) > 0) c.sums_up = true;
      if (counter > 3 && c.noun.empty()) c.noun = {at, at + counter};
    }
    if (of_ranking) {
      c.sums_up = true;
      c.span.begin = before->span.begin;
    }
    // 三省一市 counts four.
    if (const WordHit* const next = near.beginning_at(c.span.end);
        next && next->span.begin == c.span.end && next->is(CountUse::numeral) && strong > 0 && strong >= weak) {
      const std::string_view behind = text_.substr(next->span.end, 48);
      const std::size_t counter = std::max(words_.head(behind, CountUse::counter), words_.head(behind, CountUse::weak_counter));
      if (counter > 0) {
        std::uint32_t n = 0;
        const std::string_view value = words_.attribute(*next, "value");
        std::from_chars(value.data(), value.data() + value.size(), n);
        c.n += n;
        c.span.end = next->span.end + static_cast<std::uint32_t>(counter);
        c.sums_up = false;
      }
    }
    c.listed = before && before->is(CountUse::below);
    c.back = before && before->is(CountUse::back);
    c.inside = !cutter_.atom_around(numeral.span.begin).empty();
    const std::size_t piece = lists_.piece_at(numeral.span.begin);
    if (piece == lists_.pieces.size()) return;
    c.piece = static_cast<std::uint32_t>(piece);
    const ListPiece& p = lists_.pieces[piece];
    const auto first = lists_.items.begin() + p.first_item, last = first + p.items;
    const auto after = std::upper_bound(first, last, numeral.span.begin, [](std::uint32_t place, Span item) { return place < item.begin; });
    if (after == first) return;
    c.item = static_cast<std::uint32_t>(after - lists_.items.begin()) - 1;
    if (numeral.span.begin >= lists_.items[c.item].end) return;
    out.push_back(c);
  }

 private:
  // A quote of numerals, each with a word of one or two characters: together they count so many things.
  [[nodiscard]] bool in_slogan(Span quote, const Hits& near, Count& c) const {
    if (quote.size() > 40 || text_[quote.begin] != '"') return false;
    std::uint32_t at = quote.begin + 1, sum = 0;
    while (at + 1 < quote.end) {
      const WordHit* const hit = near.beginning_at(at);
      if (!hit || hit->span.begin != at || !hit->is(CountUse::numeral)) return false;
      std::uint32_t n = 0;
      const std::string_view value = words_.attribute(*hit, "value");
      std::from_chars(value.data(), value.data() + value.size(), n);
      sum += n;
      const std::uint32_t word = at = hit->span.end;
      for (const WordHit* next = nullptr; at + 1 < quote.end; at += read_.characters.size(at)) {
        next = near.beginning_at(at);
        if ((next && next->span.begin == at && next->is(CountUse::numeral)) || !is_han(read_.characters.unit(at))) break;
      }
      if (at == word || at - word > 6) return false;
    }
    c.n = sum;
    c.quoted = c.noun = quote;
    c.span = {quote.begin, quote.end};
    return sum >= 2;
  }
  [[nodiscard]] std::uint32_t blanks(std::uint32_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    return at;
  }
  [[nodiscard]] Span noun_from(std::uint32_t begin) const {
    std::uint32_t end = begin;
    for (std::size_t i = 0; i < kNounCharacters && end < text_.size(); ++i) {
      if (!is_han(read_.characters.unit(end)) && !is_letter(text_[end])) break;
      end += read_.characters.size(end);
    }
    return {begin, end};
  }

  std::string_view text_;
  const ReadText& read_;
  const CountWords& words_;
  const TextLists& lists_;
  const ListCutter& cutter_;
};

}  // namespace

std::vector<Count> find_counts(std::string_view folded, const ReadText& read, const CountWords& words, std::span<const WordHit> hits,
                               const TextLists& lists, const ListCutter& cutter) {
  std::vector<Count> out;
  const Finder finder(folded, read, words, lists, cutter);
  const Hits near(folded, hits);
  for (const WordHit& hit : hits) {
    if (!hit.is(CountUse::numeral)) continue;
    std::uint32_t n = 0;
    const std::string_view value = words.attribute(hit, "value");
    std::from_chars(value.data(), value.data() + value.size(), n);
    if ((n >= 2 || (hit.span.begin > 0 && folded[hit.span.begin - 1] == '"')) &&
        (hit.span.begin == 0 || !is_digit(folded[hit.span.begin - 1])))
      finder.take({hit.span, n}, near, out);
  }
  for (std::uint32_t i = 0; i < folded.size();) {
    if (!is_digit(folded[i])) {
      ++i;
      continue;
    }
    const std::uint32_t begin = i;
    while (i < folded.size() && is_digit(folded[i])) ++i;
    if (i - begin > 2) continue;
    const char before = begin > 0 ? folded[begin - 1] : ' ';
    if (is_letter(before) || before == '.' || before == ',' || before == '-' || before == '~' || before == '/') continue;
    std::uint32_t n = 0;
    std::from_chars(folded.data() + begin, folded.data() + i, n);
    if (n >= 2 && n <= kMostCounted) finder.take({{begin, i}, n}, near, out);
  }
  std::ranges::sort(out, {}, [](const Count& c) { return c.numeral.begin; });
  return out;
}

}  // namespace fengbiao
