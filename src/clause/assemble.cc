#include "clause/assemble.h"

#include <algorithm>

#include "clause/carry.h"
#include "clause/clause_walk.h"
#include "clause/introduced.h"
#include "clause/outlook.h"
#include "clause/pairing.h"
#include "clause/places.h"

namespace fengbiao {
namespace {

// Spans of several lists in order, those that overlap put together.
std::vector<Span> merged(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
  std::vector<Span> out;
  for (const Span s : spans) {
    if (s.empty()) continue;
    if (!out.empty() && s.begin < out.back().end) out.back().end = std::max(out.back().end, s.end);
    else out.push_back(s);
  }
  return out;
}

// The items that begin in the clause, as a range; items are in order.
template <class Items, class Begin>
void set_range(const Items& items, Begin&& begin, Span span, std::uint32_t& first, std::uint32_t& count) {
  const auto at = [&](std::uint32_t place) {
    return std::lower_bound(items.begin(), items.end(), place, [&](const auto& item, std::uint32_t p) { return begin(item) < p; }) -
           items.begin();
  };
  first = static_cast<std::uint32_t>(at(span.begin));
  count = static_cast<std::uint32_t>(at(span.end)) - first;
}

void make_clauses(ReadText& text) {
  for (const Span span : text.cuts.sentences) text.sentences.push_back({span, 0, 0, false});
  for (const CutClause& cut : text.cuts.clauses) {
    Sentence& sentence = text.sentences[cut.sentence];
    if (sentence.clauses++ == 0) sentence.first_clause = static_cast<std::uint32_t>(text.clauses.size());
    Clause& clause = text.clauses.emplace_back();
    clause.span = cut.span;
    clause.sentence = cut.sentence;
    clause.inside = cut.inside;
    clause.closed_by = cut.closed_by;
    set_range(
        text.quantities, [](const Quantity& q) { return q.span.begin; }, cut.span, clause.first_quantity, clause.quantities);
    set_range(
        text.times, [](const TimeInText& t) { return t.time.span.begin; }, cut.span, clause.first_time, clause.times);
    set_range(
        text.names, [](const Name& n) { return n.span.begin; }, cut.span, clause.first_name, clause.names);
  }
  ClauseWalk walk(text.clauses);
  for (TimeInText& t : text.times) t.clause = walk.at(t.time.span.begin);
}

std::vector<std::uint32_t> paragraphs_of(const ReadText& text, const std::vector<std::uint32_t>& starts) {
  std::vector<std::uint32_t> out;
  std::uint32_t paragraph = 0;
  for (const Sentence& s : text.sentences) {
    while (paragraph < starts.size() && starts[paragraph] <= s.span.begin) ++paragraph;
    out.push_back(paragraph);
  }
  return out;
}

}  // namespace

void assemble(const Characters& characters, const ClauseWords& words, const Writing& writing,
              const std::vector<std::uint32_t>& paragraph_starts, const Resolver& resolve, const NameLore& lore, ReadText& text) {
  const std::string_view folded = characters.text();
  constexpr int kBegun = 3;  // days of a month of which nothing is counted yet
  if (writing.day) {
    const Date& day = *writing.day;
    text.now = "@" + Date{day.year, day.month, 0}.iso();
    text.done = day.day > kBegun ? text.now.substr(1)
                                 : Date{day.month == 1 ? day.year - 1 : day.year, day.month == 1 ? 12 : day.month - 1, 0}.iso();
  }
  std::vector<Span> whole;
  for (const Name& n : text.names) whole.push_back(n.span);
  for (const Quantity& q : text.quantities) whole.push_back(q.span);
  for (const TimeInText& t : text.times) whole.push_back(t.time.span);
  cut(folded, merged(std::move(whole)), paragraph_starts, text.cuts);
  make_clauses(text);

  std::vector<Span> skip = text.cuts.titles;
  for (const Name& n : text.names) skip.push_back(n.span);
  std::vector<WordHit> found;
  words.scan(characters, merged(std::move(skip)), found);
  find_introduced(folded, found, paragraph_starts.empty() ? 0 : paragraph_starts.front() - 1, lore.word_at, text);
  for (Clause& clause : text.clauses)
    set_range(
        text.names, [](const Name& n) { return n.span.begin; }, clause.span, clause.first_name, clause.names);
  const Hits hits(folded, found);
  for (Clause& clause : text.clauses)
    for (const WordHit& hit : hits.between(clause.span.begin, clause.span.end)) clause.words.add(hit.uses);
  const std::vector<std::uint32_t> paragraphs = paragraphs_of(text, paragraph_starts);

  find_outlooks(hits, paragraphs, text);
  find_places(folded, words, found, hits, lore.place, text);
  complete_times(folded, hits, writing, paragraphs, resolve, text);
  carry(folded, words, hits, paragraphs, text);
  find_pairings(folded, hits, found, text);
}

}  // namespace fengbiao
