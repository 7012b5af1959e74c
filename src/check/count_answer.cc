#include "check/count_answer.h"

#include <algorithm>

#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kMostItems = 60;        // looked at of one list
constexpr std::size_t kMostPieces = 12;         // of a sentence, on either side of a count
constexpr std::uint32_t kLongestLastItem = 14;  // characters: what is longer may be more than an item
constexpr std::uint32_t kLongestItem = 24;
constexpr std::uint32_t kFarthestOff = 2;       // a count further from its list counts something else: 华东、华南十二个城市
constexpr std::uint32_t kNounBytes = 45;        // behind a count, in which its noun stands
constexpr std::uint32_t kRankBytes = 36;        // from 位列 to 前三
constexpr std::uint32_t kTwoCharacters = 6;     // bytes
constexpr std::uint32_t kLongestBracket = 400;  // bytes
constexpr std::uint32_t kLongestQuote = 1500;   // bytes
constexpr std::uint32_t kMostSurely = 30;       // counts beyond are seldom those of a list that is printed whole

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool stops(char32_t c) { return c == 0 || is_stop(c) || c == ';' || c == '\n'; }

Span trimmed(std::string_view text, Span span) {
  while (span.end > span.begin && text[span.end - 1] == ' ') --span.end;
  while (span.begin < span.end && text[span.begin] == ' ') ++span.begin;
  return span;
}

}  // namespace

// What stands between a list and its count, taken off its end.
CountReader::Tail CountReader::tail_of(Span span) const {
  Tail out;
  for (;;) {
    span = trimmed(s_.text, span);
    const std::string_view words = slice(s_.text, {std::max(span.begin, span.end > 48 ? span.end - 48 : 0), span.end});
    if (const std::size_t bridge = s_.words.tail(words, CountUse::bridge)) {
      span.end -= static_cast<std::uint32_t>(bridge);
    } else if (const std::size_t open = s_.words.tail(words, CountUse::and_so_on); open > 0 && !out.open) {
      // 平等, 高等: a word of its own
      const Hits near(s_.text, s_.hits);
      const WordHit* const hit = near.ending_at(span.end);
      if (hit && !hit->is(CountUse::and_so_on)) break;
      span.end -= static_cast<std::uint32_t>(open);
      out.open = true;
    } else {
      if (!out.open) {
        out.figure = s_.words.tail(words, CountUse::figure_verb) > 0;
        if (const std::size_t time = s_.words.tail(words, CountUse::time_end); time > 0 && words.size() > time) {
          const std::string_view before = words.substr(0, words.find_last_not_of(' ', words.size() - time - 1) + 1);
          out.timed = (!before.empty() && is_digit(before.back())) || s_.words.tail(before, CountUse::numeral) > 0;
          out.figure = out.figure || out.timed;
        }
        out.doubtful = s_.words.tail(words, CountUse::verb_end) > 0;
      }
      break;
    }
  }
  out.end = span.end;
  return out;
}

// A figure of its own: not in quotes or titles, and no part of a name such as 5G.
bool CountReader::has_digits(Span span) const {
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    if (!is_digit(s_.text[i])) continue;
    const std::uint32_t begin = i;
    while (i + 1 < span.end && is_digit(s_.text[i + 1])) ++i;
    const bool named = (begin > 0 && is_letter(s_.text[begin - 1])) || (i + 1 < s_.text.size() && is_letter(s_.text[i + 1]));
    if (!named && s_.cutter.atom_around(begin).empty()) return true;
  }
  return false;
}

std::uint32_t CountReader::characters(Span span) const {
  std::uint32_t n = 0;
  for (const char c : slice(s_.text, span)) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

bool CountReader::lead_in(Span span) const {
  for (const WordHit& hit : Hits(s_.text, s_.hits).between(span.begin, span.end))
    if (hit.is(CountUse::lead)) return true;
  return false;
}

bool CountReader::counts_in(Span span, std::size_t but) const {
  const auto first = std::ranges::lower_bound(s_.counts, span.begin, {}, [](const Count& c) { return c.numeral.begin; });
  for (auto c = first; c != s_.counts.end() && c->numeral.begin < span.end; ++c)
    if (c != s_.counts.begin() + static_cast<std::ptrdiff_t>(but)) return true;
  return false;
}

bool CountReader::link_begins(const ListPiece& piece) const {
  const std::uint32_t begin = trimmed(s_.text, piece.span).begin;
  return s_.words.head(s_.text.substr(begin, 24), CountUse::link) > 0;
}

Span CountReader::quote_of(const Count& c, std::uint32_t begin, std::uint32_t end) const {
  Span out{std::min(begin, c.span.begin), std::max(end, c.noun.empty() ? c.span.end : std::max(c.span.end, c.noun.end))};
  if (out.size() > kLongestQuote) out = c.span;
  return trimmed(s_.text, out);
}

// “甲、乙和丙”三大板块
std::optional<CountAnswer> CountReader::inside_quotes(const Count& c, std::uint32_t end) const {
  const Span atom = s_.cutter.atom_ending_at(end);
  if (atom.size() < 6 || s_.text[atom.begin] != '"') return std::nullopt;
  TextLists inner;
  s_.cutter.cut_part({atom.begin + 1, atom.end - 1}, 0, inner);
  if (inner.pieces.empty()) return std::nullopt;
  Named all;
  for (const ListPiece& p : inner.pieces) {
    const Named some = named(inner, p.first_item, p.first_item + p.items, p.span.end);
    all.low += some.low;
    all.high += some.high;
    if (inner.pieces.size() == 1) all.by_links = some.by_links;
  }
  if (all.high < 2) return std::nullopt;
  const Span quote = quote_of(c, s_.lists.pieces[c.piece].span.begin, c.span.end);
  if (all.may_be(c.n)) return CountAnswer{.named = c.n, .quote = quote};
  const bool sure = c.sums_up && inner.pieces.size() == 1 && all.low >= 2 && !has_digits(atom);
  if (!sure) return std::nullopt;
  return CountAnswer{.verdict = Verdict::contradicts, .named = all.low, .quote = quote};
}

// An item that is a name or a quote from its first character on.
bool CountReader::whole_name(Span item) const {
  item = trimmed(s_.text, item);
  if (!s_.cutter.atom_at(item.begin).empty()) return true;
  const auto name = std::ranges::lower_bound(s_.read.names, item.begin, {}, [](const Name& n) { return n.span.begin; });
  return name != s_.read.names.end() && name->span.begin == item.begin;
}

bool CountReader::same_end(Span a, Span b) const {
  const std::string_view x = slice(s_.text, trimmed(s_.text, a)), y = slice(s_.text, trimmed(s_.text, b));
  return x.size() > kTwoCharacters && y.size() > kTwoCharacters &&
         x.substr(x.size() - kTwoCharacters) == y.substr(y.size() - kTwoCharacters);
}

// Two items of one make: as long as each other, or with the same beginning or end.
bool CountReader::parallel(Span a, Span b) const {
  const std::string_view x = slice(s_.text, trimmed(s_.text, a)), y = slice(s_.text, trimmed(s_.text, b));
  if (x.size() < kTwoCharacters * 2 || y.size() < kTwoCharacters * 2) return false;
  for (const WordHit& hit : Hits(s_.text, s_.hits).between(a.begin, a.end))  // 设有甲展示、甲发布
    if (hit.is(CountUse::lead) && hit.span.end < a.end && characters({hit.span.end, a.end}) == characters(b) &&
        slice(s_.text, {hit.span.end, a.end}).substr(0, kTwoCharacters) == y.substr(0, kTwoCharacters))
      return true;
  return characters(a) == characters(b) || x.substr(0, kTwoCharacters) == y.substr(0, kTwoCharacters) || same_end(a, b);
}

// Whether the one link in the last item of a list parts two items: each side is a name, or as long as all the items before.
bool CountReader::link_parts(std::uint32_t first, Span last) const {
  const auto at = std::ranges::lower_bound(s_.lists.links, last.begin);
  if (at == s_.lists.links.end() || *at >= last.end) return false;
  const auto link = static_cast<std::uint32_t>(s_.words.head(s_.text.substr(*at, 24), CountUse::link));
  const Span left = trimmed(s_.text, {last.begin, *at}), right = trimmed(s_.text, {*at + link, last.end});
  const auto name = [&](Span side) {
    if (const Span atom = s_.cutter.atom_at(side.begin); !atom.empty()) return atom.end == side.end;
    const auto n = std::ranges::lower_bound(s_.read.names, side.begin, {}, [](const Name& x) { return x.span.begin; });
    return n != s_.read.names.end() && n->span == side;
  };
  if (name(left) && name(right)) return true;
  const std::uint32_t length = characters(left);
  if (length < 3 || characters(right) != length) return false;
  // The first item may have words before it.
  std::uint32_t items = 0;
  for (std::uint32_t i = first + 1; i < s_.lists.items.size() && s_.lists.items[i].begin < last.begin; ++i, ++items)
    if (characters(trimmed(s_.text, s_.lists.items[i])) != length) return false;
  return items > 0;
}

// Whether a list that names more than its count cannot begin later than it seems to: the item at which it would begin is as short as the
// others, so that nothing of it belongs to the words before.
bool CountReader::surely_too_many(std::uint32_t first, std::uint32_t last, std::uint32_t n, Span last_item) const {
  const std::uint32_t count = last - first;
  if (n >= count || count - n > 2) return false;
  const std::uint32_t begin = last - n;
  std::uint32_t shortest = kLongestItem, longest = 0;
  const auto item_at = [&](std::uint32_t i) { return i + 1 < last ? s_.lists.items[i] : last_item; };
  for (std::uint32_t i = begin + 1; i < last; ++i) {
    shortest = std::min(shortest, characters(item_at(i)));
    if (i + 1 < last) longest = std::max(longest, characters(s_.lists.items[i]));
  }
  for (std::uint32_t i = first + 1; i <= begin; ++i) {
    const Span item = s_.lists.items[i];
    const bool alike = i + 1 < last && same_end(item, item_at(i + 1)) && characters(item) <= shortest + 4;
    if (!whole_name(item) && !alike && (characters(item) > shortest || lead_in(item))) return false;
  }
  return longest <= kLongestItem;
}

std::optional<CountAnswer> CountReader::list_before(std::size_t index) const {
  const Count& c = s_.counts[index];
  if (c.inside) return std::nullopt;
  const ListPiece& piece = s_.lists.pieces[c.piece];
  Span last = s_.lists.items[c.item];
  last.end = c.numeral.begin;
  if (c.first) {  // 甲、乙和丙位居前三
    last.end = c.span.begin;
    if (const std::size_t verb = s_.words.tail(slice(s_.text, last), CountUse::rank_verb); verb > 0) {
      last.end -= static_cast<std::uint32_t>(verb);
    } else {  // 位列销售额前三名
      const WordHit* const apart =
          Hits(s_.text, s_.hits).in({std::max(last.begin, last.end - std::min(last.end, kRankBytes)), last.end}, CountUse::rank_verb);
      if (!apart) return std::nullopt;
      last.end = apart->span.begin;
    }
  }
  const Tail tail = tail_of(last);
  last.end = tail.end;
  // 11年、16年、21年三种: times that are the items.
  const bool of_times =
      tail.timed && c.item > piece.first_item && last.size() > 3 &&
      slice(s_.text, trimmed(s_.text, s_.lists.items[c.item - 1])).ends_with(slice(s_.text, last).substr(last.size() - 3));
  if (last.empty() || (tail.figure && !c.first && !of_times)) return std::nullopt;
  if (const auto inside = inside_quotes(c, tail.end)) {
    // Quotes that are items themselves may hold lists of their own.
    if (inside->verdict == Verdict::holds || c.item == piece.first_item) return inside;
  }
  if (counts_in(last, index)) return std::nullopt;
  const std::uint32_t first = std::max(piece.first_item, c.item > kMostItems ? c.item - kMostItems : 0), end = c.item + 1;
  Named all = named(s_.lists, first, end, tail.end);
  if (const WordHit* const to = Hits(s_.text, s_.hits).in({last.begin + 1, last.end}, CountUse::until); to && to->span.end < last.end)
    ++all.high;                                                                                  // 从甲、乙到丙
  if (all.high == all.low + 1 && link_parts(first, last)) all.low = all.high, all.by_links = 0;  // each side of the link is an item
  if (all.high < 2) return std::nullopt;
  bool digits = false;
  for (std::uint32_t i = first; i < end; ++i) {
    const Span item = i + 1 < end ? s_.lists.items[i] : last;
    // What stands before the list may hold a figure, if it is none of the kind that is counted: 苏南9个、苏北10个.
    const std::string_view counter = slice(s_.text, {c.numeral.end, c.span.end});
    if (i == first && c.sums_up && slice(s_.text, item).find(counter) == std::string_view::npos) continue;
    digits = digits || has_digits(item);
  }
  if (digits && !c.sums_up) return std::nullopt;
  const Span quote = quote_of(c, piece.span.begin, c.span.end);
  const bool short_list = all.low < 2;  // 甲和乙
  if (all.may_be(c.n)) return CountAnswer{.named = c.n, .quote = quote};
  // The list may begin in the midst of an item.
  for (std::uint32_t i = first + 1; i < end; ++i) {
    const Named some = named(s_.lists, i, end, tail.end);
    if (some.may_be(c.n) && lead_in(i + 1 < end ? s_.lists.items[i] : last)) return CountAnswer{.named = c.n, .quote = quote};
  }
  // Or in a piece before: 甲、乙，以及丙、丁四类.
  Named more = all;
  bool wider = false;
  for (std::size_t p = c.piece; p-- > 0 && c.piece - p <= kMostPieces;) {
    const ListPiece& before = s_.lists.pieces[p];
    if (before.sentence != piece.sentence || (before.closed_by != ',' && before.closed_by != ';')) break;
    if (before.items < 2 && !link_begins(s_.lists.pieces[p + 1])) break;
    const Named some = named(s_.lists, before.first_item, before.first_item + before.items, before.span.end);
    more.low += some.low;
    more.high += some.high;
    wider = wider || (whole_name(s_.lists.items[before.first_item + before.items - 1]) &&
                      whole_name(s_.lists.items[s_.lists.pieces[p + 1].first_item]));
    if (c.n >= more.low && c.n <= more.high) return CountAnswer{.named = c.n, .quote = quote_of(c, before.span.begin, c.span.end)};
  }
  if ((tail.open || c.first) && all.high < c.n && all.low >= 2 && !digits)
    return CountAnswer{.named = all.low, .open = true, .quote = quote};
  // 甲商圈、乙商圈 … 12个示范商圈: what is counted is what the items are.
  bool sums_up = c.sums_up;
  if (!sums_up && last.size() > kTwoCharacters) {
    const std::string_view kind = s_.text.substr(last.end - kTwoCharacters, kTwoCharacters);
    std::uint32_t stop = std::min(c.span.end + kNounBytes, piece.span.end);
    sums_up = same_end(s_.lists.items[end - 2], last) && s_.text.substr(c.span.end, stop - c.span.end).find(kind) != std::string_view::npos;
  }
  // Does it contradict for sure?
  if (short_list || digits || (tail.doubtful && !parallel(s_.lists.items[end - 2], last)) || !sums_up || c.n > kMostSurely ||
      (link_begins(piece) && all.low <= c.n))
    return std::nullopt;
  std::uint32_t most = kLongestLastItem;  // as long as the others are
  for (std::uint32_t i = first + 1; i + 1 < end; ++i) most = std::max(most, std::min(kLongestItem, characters(s_.lists.items[i])));
  if (characters(last) > most && s_.cutter.atom_ending_at(last.end).empty()) return std::nullopt;
  if (slice(s_.text, {s_.lists.items[first].begin, last.end}).find_first_of("/+") != std::string_view::npos) return std::nullopt;
  if (all.low > c.n) {
    if (!surely_too_many(first, end, c.n, last)) return std::nullopt;
    return CountAnswer{.verdict = Verdict::contradicts, .named = all.low, .quote = quote};
  }
  if (all.high < c.n && c.n - all.high <= kFarthestOff && !tail.open && !wider && !c.first) {
    for (std::uint32_t i = first + 1; i + 1 < end; ++i)
      if (characters(s_.lists.items[i]) > kLongestItem) return std::nullopt;
    return CountAnswer{.verdict = Verdict::contradicts, .named = all.high, .quote = quote};
  }
  return std::nullopt;
}

// A list that begins at `from` in a piece; `whole` where what opened it says that nothing is left out.
std::optional<CountAnswer> CountReader::opened_at(const Count& c, std::uint32_t from, std::size_t at, bool whole) const {
  const std::vector<ListPiece>& pieces = s_.lists.pieces;
  const ListPiece& piece = pieces[at];
  const auto begin = s_.lists.items.begin();
  const auto item = static_cast<std::uint32_t>(std::upper_bound(begin + piece.first_item, begin + piece.first_item + piece.items, from,
                                                                [](std::uint32_t place, Span i) { return place < i.end; }) -
                                               begin);
  const std::uint32_t last = piece.first_item + piece.items;
  if (item >= last || last - item > kMostItems ||
      s_.words.head(s_.text.substr(trimmed(s_.text, {from, piece.span.end}).begin, 24), CountUse::point) > 0)
    return std::nullopt;  // points are counted by their marks
  const std::uint32_t start = s_.lists.items[item].begin;
  Named first = named(s_.lists, item, last, piece.span.end);
  if (start < from) {  // links of the words before do not count
    const std::uint32_t links = s_.lists.links_in({from, piece.span.end});
    first.high = first.low + links;
    first.by_links = links > 0 ? links + 1 : 0;
  }
  if (first.high == first.low + 1 && last - item > 1) {
    Span end_item = s_.lists.items[last - 1];
    end_item.end = std::min(end_item.end, piece.span.end);
    if (link_parts(item, end_item)) first.low = first.high, first.by_links = 0;
  }
  const std::uint32_t quote_begin = pieces[c.piece].span.begin;
  const auto holds = [&](std::uint32_t end) { return CountAnswer{.named = c.n, .quote = quote_of(c, quote_begin, end)}; };
  if (first.may_be(c.n)) return holds(piece.span.end);
  // Pieces to the end of the sentence: each one item, parted by semicolons, or lists that add up.
  std::uint32_t semicolons = 1, all = 0, until = piece.span.end;
  Named sum{};
  bool several = false;
  for (std::size_t p = at; p < pieces.size() && p - at < kMostPieces * 2 && pieces[p].sentence == piece.sentence; ++p) {
    const Named some = p == at ? first : named(s_.lists, pieces[p].first_item, pieces[p].first_item + pieces[p].items, pieces[p].span.end);
    sum.low += some.low;
    sum.high += some.high;
    ++all;
    until = pieces[p].span.end;
    several = several || (p > at && (link_begins(pieces[p]) || some.low >= 2));
    if (p > at && several && c.n >= sum.low && c.n <= sum.high) return holds(until);
    if (pieces[p].closed_by == ';') ++semicolons;
    else if (stops(pieces[p].closed_by)) break;
  }
  if (semicolons == c.n || all == c.n) return holds(until);
  const Hits near(s_.text, s_.hits);
  if (semicolons > 2 && semicolons <= c.n + 1 && c.n <= semicolons + 1 && c.sums_up && !c.inside && (whole || semicolons > c.n) &&
      !near.in({from, until}, CountUse::and_so_on))
    return CountAnswer{.verdict = Verdict::contradicts, .named = semicolons, .quote = quote_of(c, quote_begin, until)};
  if (!whole || c.inside || !(c.sums_up || !c.quoted.empty())) return std::nullopt;
  // A list that is cut off by a stop, or by a comma behind which none goes on.
  const bool next_goes_on = !stops(piece.closed_by) && at + 1 < pieces.size() && pieces[at + 1].sentence == piece.sentence &&
                            (pieces[at + 1].items > 1 || link_begins(pieces[at + 1]) || piece.closed_by != ',');
  if ((c.n > first.high ? c.n - first.high : first.low - c.n) > kFarthestOff) return std::nullopt;
  if (next_goes_on || first.low < 2 || semicolons > 1 || c.n > kMostSurely) return std::nullopt;
  const Span words{from, piece.span.end};
  const Tail tail = tail_of(words);
  if (tail.open || near.in(words, CountUse::and_so_on)) return std::nullopt;
  for (std::uint32_t i = item; i < last; ++i)
    if (characters(s_.lists.items[i]) > kLongestItem) return std::nullopt;
  const bool closed = s_.lists.links_in(s_.lists.items[last - 1]) > 0;  // 甲、乙和丙
  if (has_digits(words) || (c.n > first.high && all > 1 && !closed)) return std::nullopt;
  return CountAnswer{.verdict = Verdict::contradicts,
                     .named = c.n > first.high ? first.high : first.low,
                     .quote = quote_of(c, quote_begin, piece.span.end)};
}

std::optional<CountAnswer> CountReader::list_behind(std::size_t index) const {
  const Count& c = s_.counts[index];
  const ListPiece& piece = s_.lists.pieces[c.piece];
  const Hits near(s_.text, s_.hits);
  Span rest{std::max(c.span.end, c.quoted.end), piece.span.end};
  if (c.inside) {
    const Span atom = s_.cutter.atom_around(c.numeral.begin);
    if (atom.end > piece.span.end || atom.end < rest.begin) return std::nullopt;
    rest.begin = atom.end;
  }
  // (甲、乙、丙) directly behind it.
  if (const auto open = slice(s_.text, rest).substr(0, 60).find('('); open != std::string_view::npos) {
    const std::uint32_t begin = rest.begin + static_cast<std::uint32_t>(open) + 1;
    const auto length = s_.text.substr(begin, kLongestBracket).find(')');
    const std::size_t close = begin + length;
    if (length != std::string_view::npos && close < piece.span.end) {
      TextLists inner;
      s_.cutter.cut_part({begin, static_cast<std::uint32_t>(close)}, 0, inner);
      if (inner.pieces.size() == 1 && named(inner, 0, inner.pieces[0].items, static_cast<std::uint32_t>(close)).may_be(c.n))
        return CountAnswer{.named = c.n, .quote = quote_of(c, piece.span.begin, static_cast<std::uint32_t>(close) + 1)};
    }
  }
  // 三大功能分别是甲、乙和丙: the opener in the same piece, with no other count before it.
  for (const WordHit& hit : near.between(rest.begin, std::min(rest.end, rest.begin + 120))) {
    const bool whole = hit.is(CountUse::opener);
    if (!whole && !hit.is(CountUse::part_opener)) continue;
    if (counts_in({rest.begin, hit.span.begin}, index)) break;
    if (hit.span.end >= piece.span.end) break;
    if (auto answer = opened_at(c, hit.span.end, c.piece, whole)) {
      if (whole || answer->verdict == Verdict::holds) return answer;
    }
    if (whole) break;
  }
  if (c.item + 1 != piece.first_item + piece.items || counts_in({rest.begin, piece.span.end}, index)) return std::nullopt;
  const std::size_t next = c.piece + 1;
  if (next >= s_.lists.pieces.size() || s_.lists.pieces[next].sentence != piece.sentence) return std::nullopt;
  const ListPiece& behind = s_.lists.pieces[next];
  const std::uint32_t begin = trimmed(s_.text, behind.span).begin;
  const std::string_view words = s_.text.substr(begin, 48);
  const std::size_t whole = s_.words.head(words, CountUse::opener), part = s_.words.head(words, CountUse::part_opener);
  const auto from = begin + static_cast<std::uint32_t>(std::max(whole, part));
  if (piece.closed_by == ',' && whole + part == 0) return std::nullopt;
  if (piece.closed_by != ',' && piece.closed_by != ':' && piece.closed_by != kEmDash) return std::nullopt;
  if (from >= behind.span.end) {  // 分别是：甲、乙
    if (next + 1 >= s_.lists.pieces.size() || s_.lists.pieces[next + 1].sentence != piece.sentence) return std::nullopt;
    return opened_at(c, s_.lists.pieces[next + 1].span.begin, next + 1, whole >= part);
  }
  return opened_at(c, from, next, whole > 0 ? whole >= part : part == 0);
}

std::optional<CountAnswer> CountReader::list_around(std::size_t index) const {
  const Count& c = s_.counts[index];
  if (c.n < 3 || !(c.sums_up || c.inside || !c.quoted.empty())) return std::nullopt;
  const std::vector<ListPiece>& pieces = s_.lists.pieces;
  const std::uint32_t sentence = pieces[c.piece].sentence;
  // Only what a quote calls by its number (“年度十大商品”), or what a list is said to be or become.
  const Hits near(s_.text, s_.hits);
  const bool called = c.inside || !c.quoted.empty();
  const bool result =
      near.in({std::max(pieces[c.piece].span.begin, c.numeral.begin - std::min(c.numeral.begin, kLongestBracket)), c.numeral.begin},
              CountUse::result) != nullptr ||
      near.in({c.span.end, std::min(c.span.end + kNounBytes / 2, pieces[c.piece].span.end)}, CountUse::totalled) != nullptr;
  if (!called && !result) return std::nullopt;
  // Lists behind it that add up: 既有甲、乙，也有丙、丁. Of the next sentence only one that says it goes on.
  Named sum{};
  bool more = false;
  for (std::size_t p = c.piece; called && p < pieces.size() && p - c.piece < kMostPieces; ++p) {
    const ListPiece& piece = pieces[p];
    if (piece.sentence > sentence + 1) break;
    if (piece.sentence == sentence + 1 && !more) {
      const std::uint32_t begin = trimmed(s_.text, piece.span).begin;
      if (s_.words.head(s_.text.substr(begin, 24), CountUse::more) == 0) break;
      more = true;
    }
    std::uint32_t first = piece.first_item, begin = piece.span.begin;
    if (p == c.piece) {
      first = c.item;
      begin = std::max(c.span.end, s_.cutter.atom_around(c.numeral.begin).end);
      if (begin >= piece.span.end) continue;
    }
    Named some = named(s_.lists, first, piece.first_item + piece.items, piece.span.end);
    if (p == c.piece) some.high = some.low + s_.lists.links_in({begin, piece.span.end});
    if (some.low < 2) continue;
    if (p > c.piece && (c.n == some.low || c.n == some.high))
      return CountAnswer{.named = c.n, .quote = quote_of(c, pieces[c.piece].span.begin, c.span.end)};
    sum.low += some.low;
    sum.high += some.high;
    if (sum.low > some.low && c.n >= sum.low && c.n <= sum.high)
      return CountAnswer{.named = c.n, .quote = quote_of(c, pieces[c.piece].span.begin, c.span.end)};
    if (sum.low > c.n) break;
  }
  // Lists before it: 甲、乙，以及丙、丁，将成为四大趋势.
  sum = {};
  for (std::size_t p = c.piece; p-- > 0 && c.piece - p < kMostPieces;) {
    const ListPiece& piece = pieces[p];
    if (piece.sentence != sentence) break;
    const Named some = named(s_.lists, piece.first_item, piece.first_item + piece.items, piece.span.end);
    if (some.low < 2) continue;
    sum.low += some.low;
    sum.high += some.high;
    if (c.n == some.low || c.n == some.high || (c.n >= sum.low && c.n <= sum.high))
      return CountAnswer{.named = c.n, .quote = quote_of(c, piece.span.begin, c.span.end)};
    if (sum.low > c.n) break;
  }
  return std::nullopt;
}

}  // namespace fengbiao
