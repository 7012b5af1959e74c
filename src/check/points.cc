#include "check/points.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kNear = 3000;  // bytes between two points of one sequence

constexpr std::string_view kNext = "next";  // n of a word that follows whatever came before
constexpr std::string_view kMark = "mark";
constexpr std::uint32_t kMostPoints = 200;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Point {
  Span span;
  std::string_view kind;
  std::uint32_t n = 0;  // 0: the next one
};

// Behind a mark, or at the beginning of a line.
bool opens_clause(std::string_view text, std::uint32_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  if (at == 0) return true;
  std::uint32_t size = 0;
  const std::uint32_t c = Characters::unit_before(text, at, size);
  return c == ',' || c == ';' || c == ':' || c == '\n' || c == '"' || c == '(' || c == ')' || is_stop(c) || c == kPauseMark ||
         c == kRightTitle || c == kEmDash || c == kEllipsis;
}

bool opens_sentence(std::string_view text, std::uint32_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  if (at == 0) return true;
  std::uint32_t size = 0;
  const std::uint32_t c = Characters::unit_before(text, at, size);
  return c == '\n' || is_stop(c) || c == ';' || c == ':';
}

// 1. and 1、 and (1) and 1) where a sentence begins.
std::optional<Point> digit_point(std::string_view text, std::uint32_t at) {
  const bool bracket = text[at] == '(';
  std::uint32_t i = at + bracket, n = 0;
  const std::uint32_t digits = i;
  while (i < text.size() && is_digit(text[i]) && i - digits < 3) n = n * 10 + static_cast<std::uint32_t>(text[i++] - '0');
  if (i == digits || n == 0 || n > kMostPoints || i >= text.size()) return std::nullopt;
  std::uint32_t size = 0;
  const std::uint32_t c = Characters::unit_at(text, i, size);
  std::string_view kind;
  if (bracket) kind = c == ')' ? "(1)" : "";
  else kind = c == '.' ? "1." : c == ')' ? "1)" : c == kPauseMark ? "1." : "";
  if (kind.empty()) return std::nullopt;
  const std::uint32_t end = i + size;
  if (end < text.size() && is_digit(text[end])) return std::nullopt;  // 1.5
  return Point{{at, end}, kind, n};
}

}  // namespace

std::vector<PointSequence> find_points(std::string_view folded, const ReadText& read, const CountWords& words,
                                       std::span<const WordHit> hits, std::span<const std::uint32_t> paragraphs) {
  std::vector<Point> points;
  for (const WordHit& hit : hits) {
    if (!hit.is(CountUse::point)) continue;
    const std::string_view kind = words.attribute(hit, "kind"), n = words.attribute(hit, "n");
    if (!(kind == kMark ? opens_sentence(folded, hit.span.begin) : opens_clause(folded, hit.span.begin))) continue;
    std::uint32_t number = 0;
    if (n != kNext) std::from_chars(n.data(), n.data() + n.size(), number);
    points.push_back({hit.span, kind, number});
  }
  // Digits open points only where a sentence begins.
  const std::size_t of_words = points.size();
  const auto look = [&](std::uint32_t at) {
    while (at < folded.size() && (folded[at] == ' ' || folded[at] == '\n')) ++at;
    if (at < folded.size() && (is_digit(folded[at]) || folded[at] == '('))
      if (const auto point = digit_point(folded, at)) points.push_back(*point);
  };
  for (const std::uint32_t p : paragraphs) look(p);
  for (const Sentence& s : read.sentences) look(s.span.begin);
  for (const Clause& c : read.clauses)
    if (opens_sentence(folded, c.span.begin)) look(c.span.begin);
  if (points.size() > of_words) {
    std::ranges::stable_sort(points, {}, [](const Point& p) { return p.span.begin; });
    const auto rest = std::ranges::unique(points, {}, [](const Point& p) { return p.span.begin; });
    points.erase(rest.begin(), rest.end());
  }

  std::vector<PointSequence> out;
  std::map<std::string_view, std::size_t> open;
  for (const Point& point : points) {
    const auto current = open.find(point.kind);
    if (point.n == 1) {
      open[point.kind] = out.size();
      out.push_back({point.kind, {point.span}, 1, std::nullopt});
      continue;
    }
    if (current == open.end()) continue;
    PointSequence& s = out[current->second];
    const std::uint32_t next = s.last + 1, n = point.n == 0 ? next : point.n;
    if (n != next && n + 1 != next && n != next + 1) continue;
    if (n != next && !s.slip) s.slip = {point.span, next, n};
    s.marks.push_back(point.span);
    s.last = n;
  }
  // 一是…一是…三是: the first point printed for the second.
  for (std::size_t i = 1; i < out.size(); ++i) {
    PointSequence &one = out[i - 1], &next = out[i];
    const bool slipped = one.kind == next.kind && one.marks.size() == 1 && next.slip && next.slip->expected == 2 && next.slip->found == 3;
    if (!slipped || next.marks.front().begin - one.marks.front().end > kNear) continue;
    one.slip = {next.marks.front(), 2, 1};
    one.marks.insert(one.marks.end(), next.marks.begin(), next.marks.end());
    one.last = next.last;
    next.marks.clear();
  }
  // What only orders (第一, 一、) is a sequence where something follows the first.
  std::erase_if(out, [](const PointSequence& s) { return s.marks.size() < 2; });
  return out;
}

}  // namespace fengbiao
