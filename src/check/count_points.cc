// What follows a count point by point: see count_answer.h.
#include <algorithm>

#include "check/count_answer.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::size_t kSequences = 4;      // looked at behind a count
constexpr std::size_t kMostSums = 12;      // that are added up
constexpr std::uint32_t kFarthest = 6000;  // bytes from a count to its points
constexpr std::uint32_t kFewest = 3;       // points of a sequence that may be one off
constexpr std::uint32_t kFewBytes = 160;   // between a count and such points
constexpr std::size_t kMostBodies = 24;    // pieces looked at for the bodies of a title
constexpr std::string_view kSide = "side", kFirst = "first", kOrdinal = "ordinal";

}  // namespace

std::optional<CountAnswer> CountReader::points_behind(std::size_t index) const {
  const Count& c = s_.counts[index];
  const bool sums_up = c.sums_up || c.listed || !c.quoted.empty() || s_.lists.pieces[c.piece].closed_by == ':';
  const auto next = std::ranges::lower_bound(s_.points, c.span.end, {}, [](const PointSequence& p) { return p.marks.front().begin; });
  if (next == s_.points.end()) return std::nullopt;
  const ListPiece& piece = s_.lists.pieces[c.piece];
  const Span quote = quote_of(c, piece.span.begin, piece.span.end);
  if (!sums_up) {  // 提了三个醒。第一…: what follows at once
    const bool at_once =
        next->marks.front().begin - c.span.end < kFewBytes && next->marks.size() == c.n && next->last == c.n && c.n >= kFewest;
    return at_once ? std::optional(CountAnswer{.named = c.n, .quote = quote}) : std::nullopt;
  }
  std::size_t seen = 0;
  for (auto p = next; p != s_.points.end() && seen < kSequences && p->marks.front().begin - c.span.end < kFarthest; ++p, ++seen)
    if (p->marks.size() == c.n && p->last == c.n) return CountAnswer{.named = c.n, .quote = quote};
  CountAnswer sum{.named = c.n, .quote = quote};
  std::size_t total = 0;
  for (auto p = next; p != s_.points.end() && sum.parts.size() < kMostSums && total < c.n; ++p) {
    total += p->marks.size();
    sum.parts.push_back(static_cast<std::uint32_t>(p->marks.size()));
    if (total == c.n && sum.parts.size() > 1) return sum;
  }
  // The points follow at once, and no other count stands between.
  const PointSequence& points = *next;
  const std::uint32_t begin = points.marks.front().begin;
  if (points.slip || points.kind == kSide || counts_in({c.span.end, begin}, index)) return std::nullopt;
  const auto size = static_cast<std::uint32_t>(points.marks.size());
  const std::size_t at = s_.lists.piece_at(begin);
  if (at >= s_.lists.pieces.size() || size == c.n) return std::nullopt;
  const std::uint32_t sentence = s_.lists.pieces[at].sentence;
  const bool at_once = sentence == piece.sentence && piece.closed_by == ':' && at == c.piece + 1;
  const bool nearly = at_once || (c.listed && sentence <= piece.sentence + 1) ||
                      (sentence == piece.sentence + 1 && s_.read.sentences[sentence].span.begin + 8 > begin);
  // 做了四方面工作。第一…: no more than a few words between, and one too many or too few; a digest leaves out more than one.
  const bool off_by_one = size >= kFewest && (size + 1 == c.n || size == c.n + 1) && begin - c.span.end < kFewBytes &&
                          sentence <= piece.sentence + 1 && c.sums_up && c.span.begin >= s_.title_end && points.kind != kFirst;
  if (off_by_one) return CountAnswer{.verdict = Verdict::contradicts, .named = size, .quote = quote};
  if (!nearly) return std::nullopt;
  if (size < c.n && (!(at_once || c.listed) || points.kind == kFirst || points.kind == kOrdinal)) return std::nullopt;
  if (size > c.n && points.kind != "is") return std::nullopt;
  return CountAnswer{.verdict = Verdict::contradicts, .named = size, .quote = quote};
}

std::optional<CountAnswer> CountReader::sides_behind(std::size_t index) const {
  const Count& c = s_.counts[index];
  if (!c.sums_up || c.n > kMostBodies) return std::nullopt;
  const std::vector<ListPiece>& pieces = s_.lists.pieces;
  const ListPiece& own = pieces[c.piece];
  const Span quote = quote_of(c, own.span.begin, own.span.end);
  const bool stages = s_.words.head(s_.text.substr(c.noun.begin, 24), CountUse::stage) > 0 ||
                      s_.words.head(s_.text.substr(std::min<std::size_t>(c.numeral.end, s_.text.size()), 24), CountUse::stage) > 0;
  std::uint32_t sides = 0, years = 0;
  for (std::size_t p = c.piece + 1; p < pieces.size() && pieces[p].span.begin - c.span.end < kFarthest; ++p) {
    std::uint32_t begin = pieces[p].span.begin;
    while (begin < pieces[p].span.end && s_.text[begin] == ' ') ++begin;
    const std::string_view words = slice(s_.text, {begin, pieces[p].span.end});
    const bool opens = p == 0 || pieces[p - 1].sentence != pieces[p].sentence || pieces[p - 1].closed_by == ';';
    if (opens && words.size() < 240 && s_.words.head(words, CountUse::aspect_open) > 0 && s_.words.tail(words, CountUse::aspect_close) > 0)
      ++sides;
    if (stages)
      if (const std::size_t until = s_.words.head(words, CountUse::until); until > 0) {
        const std::size_t digit = words.find_first_not_of(' ', until);
        years +=
            digit != words.npos && words.size() > digit + 4 && words[digit] == '2' && words[digit + 3] >= '0' && words[digit + 3] <= '9';
      }
  }
  if ((sides == c.n && c.n >= 2) || (stages && years == c.n)) return CountAnswer{.named = c.n, .quote = quote};
  return std::nullopt;
}

std::optional<CountAnswer> CountReader::bodies_of_title(std::size_t index) const {
  const Count& c = s_.counts[index];
  if (c.span.end > s_.title_end || !c.sums_up || c.n < 3) return std::nullopt;
  // 16条举措: of what they issued, none of themselves.
  const bool of_bodies = s_.words.head(slice(s_.text, {c.numeral.end, c.span.end}), CountUse::body) > 0 ||
                         s_.words.head(slice(s_.text, c.noun), CountUse::body) > 0;
  const std::vector<ListPiece>& pieces = s_.lists.pieces;
  const auto is_body = [&](std::uint32_t end) {
    const auto name = std::ranges::lower_bound(s_.read.names, end, {}, [](const Name& n) { return n.span.end; });
    return name != s_.read.names.end() && name->span.end == end && name->kind == NameKind::body;
  };
  std::size_t p = c.piece;
  while (p < pieces.size() && pieces[p].span.begin < s_.title_end) ++p;
  for (std::size_t last = std::min(p + kMostBodies, pieces.size()); p < last; ++p) {
    const ListPiece& piece = pieces[p];
    if (piece.items < 3) continue;
    std::uint32_t bodies = 0;
    for (std::uint32_t i = piece.first_item; i + 1 < piece.first_item + piece.items; ++i) bodies += is_body(s_.lists.items[i].end);
    const Span tail = s_.lists.items[piece.first_item + piece.items - 1];
    const WordHit* const joint = Hits(s_.text, s_.hits).in(tail, CountUse::joint);
    const Named all = named(s_.lists, piece.first_item, piece.first_item + piece.items, joint ? joint->span.begin : piece.span.end);
    const Span quote{piece.span.begin, joint ? joint->span.end : piece.span.end};
    if (all.may_be(c.n) && (bodies > 0 || joint)) return CountAnswer{.named = c.n, .quote = quote};
    // A list that is closed by 联合, all of bodies, none left out.
    if (bodies + 1 < piece.items || !joint || !of_bodies) continue;
    std::uint32_t end = joint->span.begin;
    while (end > tail.begin && s_.text[end - 1] == ' ') --end;
    if (!is_body(end)) continue;
    return CountAnswer{.verdict = Verdict::contradicts, .named = all.low, .quote = quote};
  }
  return std::nullopt;
}

}  // namespace fengbiao
