#include "check/each_times.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "text/characters.h"
#include "text/chars.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::size_t kAround = 240;  // bytes before 每 and behind it in which the other two stand
constexpr std::size_t kNumeralBytes = 12;
constexpr std::size_t kMostTotal = 6;   // bytes of what is counted
constexpr std::size_t kMostEach = 500;  // places of an article
constexpr std::size_t kCharacter = 3;   // bytes
constexpr int kMost = 9999;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool inside(std::string_view text, std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; }

std::uint32_t unit_at(std::string_view text, std::size_t at) {
  std::uint32_t size = 0;
  return Characters::unit_at(text, at, size);
}

}  // namespace

Result<EachTimes> EachTimes::load(const DataSet& data, RuleBook& book) {
  FB_TRY(DateReader numbers, DateReader::load(data));
  EachTimes out(std::move(numbers));
  FB_TRY(const DataSet::File* file, data.find("check/each_times.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"each", "units", "fillers", "loose", "totals"}));
  FB_TRY(out.each_, pack["each"].text());
  FB_TRY(out.units_, pack["units"].texts());
  FB_TRY(out.fillers_, pack["fillers"].texts());
  FB_TRY(out.loose_, pack["loose"].texts());
  FB_TRY(out.totals_, pack["totals"].texts());
  FB_TRY(out.rule_, book.rule("parts-times-each"));
  return out;
}

EachTimes::Number EachTimes::number_before(std::string_view folded, std::size_t end) const {
  while (end > 0 && folded[end - 1] == ' ') --end;
  Number out;
  for (std::size_t at = end; at > 0 && end - at < kNumeralBytes;) {
    do --at;
    while (at > 0 && inside(folded, at));
    const auto n = numbers_.small_number(folded.substr(at, end - at));
    if (!n) break;
    out = {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, *n};
  }
  if (out.n > 0 && out.span.begin > 0 && (is_digit(folded[out.span.begin - 1]) || folded[out.span.begin - 1] == '.')) out.n = 0;
  return out.n > kMost ? Number{} : out;
}

EachTimes::Number EachTimes::number_at(std::string_view folded, std::size_t begin) const {
  while (begin < folded.size() && folded[begin] == ' ') ++begin;
  Number out;
  for (std::size_t at = begin; at < folded.size() && at - begin < kNumeralBytes;) {
    do ++at;
    while (inside(folded, at));
    const auto n = numbers_.small_number(folded.substr(begin, at - begin));
    if (!n) break;
    out = {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}, *n};
  }
  if (out.n > 0 && out.span.end < folded.size() && (is_digit(folded[out.span.end]) || folded[out.span.end] == '.')) out.n = 0;
  return out.n > kMost ? Number{} : out;
}

void EachTimes::check(const ArticleSubject& subject, Report& report) const {
  const std::string& folded = subject.text.folded();
  const auto head = [&](std::size_t at, const std::vector<std::string>& words) -> std::size_t {
    std::size_t best = 0;
    for (const std::string& word : words)
      if (at <= folded.size() && std::string_view(folded).substr(at).starts_with(word)) best = std::max(best, word.size());
    return best;
  };
  std::size_t seen = 0;
  for (std::size_t at = find_in(folded, each_, subject.text.title_end()); at != folded.npos && seen < kMostEach;
       at = find_in(folded, each_, at + each_.size()), ++seen) {
    // 每编四章: what, how many, of what.
    std::size_t place = at + each_.size();
    const std::size_t unit_size = head(place, units_);
    if (unit_size == 0) continue;
    const std::string unit = folded.substr(place, unit_size);
    place += unit_size;
    while (const std::size_t filler = head(place, fillers_)) place += filler;
    const Number each = number_at(folded, place);
    if (each.n < 1) continue;
    std::size_t counted = each.span.end;
    while (counted < folded.size() && folded[counted] == ' ') ++counted;
    std::size_t end = counted;
    while (end < folded.size() && end - counted < kMostTotal && is_han(unit_at(folded, end))) {
      do ++end;
      while (inside(folded, end));
    }
    if (end == counted) continue;
    const std::string whole = folded.substr(counted, end - counted);
    const std::size_t known = head(counted, units_);
    const std::string what = known > 0 ? folded.substr(counted, known) : whole.substr(0, 2 * kCharacter);
    if (head(counted + what.size(), loose_) > 0) continue;
    // Its paragraph, near it.
    const auto& paragraphs = subject.text.paragraphs();
    const auto next = std::ranges::upper_bound(paragraphs, static_cast<std::uint32_t>(at));
    const std::size_t low = std::max<std::size_t>(at > kAround ? at - kAround : 0, next == paragraphs.begin() ? 0 : *(next - 1));
    const std::size_t high =
        std::min<std::size_t>(std::min(folded.size(), end + kAround), next == paragraphs.end() ? folded.size() : *next);
    const std::string_view near = std::string_view(folded).substr(0, high);
    // 三编: numbers with the same unit; 共十二章: totals of the same things.
    std::set<int> parts, totals;
    Span total_at;
    std::uint32_t first = static_cast<std::uint32_t>(at), last = static_cast<std::uint32_t>(end);
    for (std::size_t found = find_in(near, unit, low); found < high; found = find_in(near, unit, found + unit.size())) {
      if (const Number n = number_before(folded, found);
          n.n > 1 && n.span.begin >= low && !(n.span.begin > 0 && found > at && n.span.begin < end))
        parts.insert(n.n), first = std::min(first, n.span.begin);
    }
    for (const std::string& word : totals_)
      for (std::size_t found = find_in(near, word, low); found < high; found = find_in(near, word, found + word.size())) {
        const Number n = number_at(folded, found + word.size());
        if (n.n < 2 || n.span.end >= high) continue;
        std::size_t behind = n.span.end;
        while (behind < folded.size() && folded[behind] == ' ') ++behind;
        if (!std::string_view(folded).substr(behind).starts_with(what) || head(behind + what.size(), loose_) > 0) continue;
        totals.insert(n.n);
        total_at = n.span;
        first = std::min(first, n.span.begin);
        last = std::max(last, n.span.end);
      }
    if (parts.empty() || totals.size() != 1) continue;
    const int total = *totals.begin();
    const bool holds = std::ranges::any_of(parts, [&](int n) { return n * each.n == total; });
    if (!holds && parts.size() > 1) continue;
    const int n = holds ? total / each.n : *parts.begin();
    // What each has belongs to it where it stands in the sentence of the total.
    if (Span sentence = subject.text.sentence_at(total_at.begin); !sentence.empty() && last > sentence.end && first >= sentence.begin) {
      last = sentence.end;
      first = sentence.begin;
    }
    report.state({.rule = rule_,
                  .at = {subject.article.n, subject.text.printed(total_at), subject.text.printed({first, std::max(first, last)})},
                  .relation = fmt::format("{} x {} = {}{}", n, each.n, n * each.n, holds ? "" : fmt::format(" ≠ {}", total)),
                  .verdict = holds ? Verdict::holds : Verdict::contradicts,
                  .values = {{"parts", std::to_string(n)},
                             {"each", std::to_string(each.n)},
                             {"product", std::to_string(n * each.n)},
                             {"total", subject.text.words(total_at)}}});
  }
}

}  // namespace fengbiao
