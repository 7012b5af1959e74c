#include "check/lists.h"

#include <algorithm>

#include "check/count_words.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kLongestBracket = 400;  // bytes; a bracket that is not closed so soon is an ordinary character
constexpr char32_t kDash = kEmDash;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Ends a piece.
bool closes_piece(char32_t c) { return c == ',' || c == ';' || c == ':' || c == kFullStop || c == '!' || c == '?' || c == '\n'; }

}  // namespace

void TextLists::clear() {
  pieces.clear();
  items.clear();
  links.clear();
}

std::uint32_t TextLists::links_in(Span span) const {
  const auto first = std::ranges::lower_bound(links, span.begin);
  return static_cast<std::uint32_t>(std::ranges::lower_bound(links, span.end) - first);
}

std::size_t TextLists::piece_at(std::uint32_t place) const {
  const auto after = std::ranges::upper_bound(pieces, place, {}, [](const ListPiece& p) { return p.span.begin; });
  if (after == pieces.begin()) return pieces.size();
  const auto at = static_cast<std::size_t>(after - pieces.begin()) - 1;
  return place < pieces[at].span.end ? at : pieces.size();
}

ListCutter::ListCutter(std::string_view folded, const ReadText& read, std::span<const WordHit> hits)
    : text_(folded), read_(read), hits_(hits) {
  atoms_.reserve(read.cuts.titles.size() + read.cuts.quotes.size());
  std::ranges::merge(read.cuts.titles, read.cuts.quotes, std::back_inserter(atoms_), {}, &Span::begin, &Span::begin);
  std::erase_if(atoms_, [last = std::uint32_t{0}](const Span& s) mutable {  // one inside another
    const bool inside = s.begin < last;
    if (!inside) last = s.end;
    return inside;
  });
}

Span ListCutter::atom_ending_at(std::uint32_t place) const {
  const auto at = std::ranges::lower_bound(atoms_, place, {}, &Span::end);
  return at != atoms_.end() && at->end == place ? *at : Span{};
}

Span ListCutter::atom_at(std::uint32_t place) const {
  const auto at = std::ranges::lower_bound(atoms_, place, {}, &Span::begin);
  return at != atoms_.end() && at->begin == place ? *at : Span{};
}

Span ListCutter::atom_around(std::uint32_t place) const {
  const auto at = std::ranges::upper_bound(atoms_, place, {}, &Span::end);
  return at != atoms_.end() && at->begin < place ? *at : Span{};
}

void ListCutter::cut(TextLists& out) const {
  out.clear();
  for (std::uint32_t s = 0; s < read_.sentences.size(); ++s) cut_part(read_.sentences[s].span, s, out);
}

void ListCutter::cut_part(Span part, std::uint32_t sentence, TextLists& out) const {
  auto atom = std::ranges::lower_bound(atoms_, part.begin, {}, &Span::begin);
  auto hit = std::ranges::lower_bound(hits_, part.begin, {}, [](const WordHit& h) { return h.span.begin; });
  std::uint32_t begin = part.begin, item = part.begin, atom_end = 0;
  auto first = static_cast<std::uint32_t>(out.items.size());
  const auto blank = [&](Span s) { return slice(text_, s).find_first_not_of(' ') == std::string_view::npos; };
  const auto close_item = [&](std::uint32_t end) {
    if (!blank({item, end})) out.items.push_back({item, end});
  };
  const auto close_piece = [&](std::uint32_t end, std::uint32_t next, char32_t mark) {
    close_item(end);
    const auto items = static_cast<std::uint32_t>(out.items.size()) - first;
    if (items > 0) out.pieces.push_back({{begin, end}, mark, sentence, first, items});
    first += items;
    begin = item = next;
    atom_end = 0;
  };
  std::uint32_t i = part.begin;
  while (i < part.end) {
    while (atom != atoms_.end() && atom->begin < i) ++atom;
    if (atom != atoms_.end() && atom->begin == i && atom->end <= part.end) {
      if (atom_end > 0 && blank({atom_end, i})) {  // 《甲》《乙》
        close_item(i);
        item = i;
      }
      atom_end = i = atom->end;
      continue;
    }
    const std::uint32_t code = read_.characters.unit(i), size = std::max<std::uint32_t>(read_.characters.size(i), 1);
    if (code == '(') {
      const auto close = text_.substr(i, std::min(kLongestBracket, part.end - i)).find(')');
      if (close != std::string_view::npos) {
        i += static_cast<std::uint32_t>(close) + 1;
        continue;
      }
    }
    while (hit != hits_.end() && hit->span.begin < i) ++hit;
    if (hit != hits_.end() && hit->span.begin == i && hit->is(CountUse::link) && hit->span.end <= part.end) {
      if (!blank({item, i})) out.links.push_back(i);
      i = hit->span.end;
      continue;
    }
    const bool in_number = code == ',' && i > part.begin && i + 1 < part.end && is_digit(text_[i - 1]) && is_digit(text_[i + 1]);
    if (code == kPauseMark) {
      close_item(i);
      item = i + size;
      atom_end = 0;
    } else if (code == kDash) {
      std::uint32_t next = i + size;
      while (next < part.end && read_.characters.unit(next) == kDash) next += size;
      if (next > i + size) close_piece(i, next, kDash);  // a single one joins places and days
      i = next;
      continue;
    } else if (closes_piece(code) && !in_number) {
      close_piece(i, i + size, code);
    }
    i += size;
  }
  close_piece(part.end, part.end, 0);
}

Named named(const TextLists& lists, std::uint32_t first, std::uint32_t last, std::uint32_t end) {
  Named out;
  if (first >= last) return out;
  const std::uint32_t links = lists.links_in({lists.items[first].begin, end});
  out.low = last - first;
  out.high = out.low + links;
  out.by_links = links > 0 ? links + 1 : 0;
  return out;
}

}  // namespace fengbiao
