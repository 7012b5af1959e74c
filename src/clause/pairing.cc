#include "clause/pairing.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "text/chars.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kReach = 600;  // bytes looked at on either side
constexpr std::uint32_t kNear = 24;    // eight characters
constexpr std::size_t kMostItems = 40;
constexpr std::uint32_t kMostClauses = 4;  // looked back at for items

struct List {
  std::vector<Span> items;
  Span shared;
};

class Pairer {
 public:
  Pairer(std::string_view folded, const Hits& hits, ReadText& text) : folded_(folded), hits_(hits), text_(text) {}

  void marker(const WordHit& hit, std::uint32_t c) {
    if (c == kNoClause) return;
    const std::vector<std::uint32_t> figures = figures_behind(hit.span.end, c);
    if (figures.size() == 1 && hit.is(WordUse::each)) return each(hit, c);  // 甲、乙各占5%
    if (figures.size() < 2) return;
    std::optional<List> list = items_before(hit.span.begin, c, figures.size());
    if (!list) return;
    text_.pairings.push_back({c, hit.span, std::move(list->items), list->shared, figures});
  }

  // 甲和乙居第三、第四: as many figures as names, though no word pairs them.
  void unmarked(std::uint32_t c) {
    const Clause& clause = text_.clauses[c];
    if (clause.quantities < 2 || clause.inside != kNoClause) return;
    for (const Pairing& p : text_.pairings)
      if (p.clause == c) return;
    const std::uint32_t first = clause.first_quantity;
    const std::vector<std::uint32_t> figures = figures_behind(text_.quantities[first].span.begin, c);
    if (figures.size() < 2 || text_.holdings[figures.back()].clause != c) return;
    std::optional<List> list = row_of_firms(clause, figures.size());
    if (!list) list = row_of_places(clause, text_.quantities[first], figures.size());
    if (!list || list->items.back().end > text_.quantities[first].span.begin) return;
    const std::uint32_t at = text_.quantities[first].span.begin;
    text_.pairings.push_back({c, {at, at}, std::move(list->items), list->shared, figures});
  }

  // 均: one figure for each of the items of the clause.
  void each(const WordHit& hit, std::uint32_t c) {
    if (c == kNoClause) return;
    const std::vector<std::uint32_t> figures = figures_behind(hit.span.end, c);
    if (figures.size() != 1 || text_.quantities[figures[0]].span.begin > hit.span.end + kNear) return;
    const Span before{std::max(text_.clauses[c].span.begin, hit.span.begin - std::min(hit.span.begin, kReach)), hit.span.begin};
    std::size_t items = 1;
    for (const WordHit& link : hits_.between(before.begin, before.end)) items += link.is(WordUse::link);
    std::optional<List> list = items > 1 && items <= kMostItems ? split(before, items) : std::nullopt;
    if (list) text_.pairings.push_back({c, hit.span, std::move(list->items), list->shared, std::vector(items, figures[0])});
  }

  // 前者 in one clause, 后者 in a later one of the sentence, two items before.
  void former(const WordHit& hit, std::uint32_t c) {
    if (c == kNoClause) return;
    const auto figure = [&](std::uint32_t in, std::uint32_t from) -> std::optional<std::uint32_t> {
      const Clause& clause = text_.clauses[in];
      for (std::uint32_t q = clause.first_quantity; q < clause.first_quantity + clause.quantities; ++q)
        if (text_.quantities[q].span.begin >= from) return q;
      return std::nullopt;
    };
    const auto first = figure(c, hit.span.end);
    const WordHit* latter = nullptr;
    std::uint32_t other = c;
    for (; other < last_of_sentence(c) && other < c + kMostClauses && !latter; ++other)
      latter = hits_.in(text_.clauses[other].span, WordUse::latter);
    if (!first || !latter) return;
    const auto second = figure(other - 1, latter->span.end);
    if (!second || *second == *first) return;
    std::optional<List> list = items_before(hit.span.begin, c, 2);
    if (list && name_at(list->items.front().begin) && name_at(list->items.back().begin)) return;  // turns.h
    if (list) text_.pairings.push_back({c, hit.span, std::move(list->items), list->shared, {*first, *second}});
  }

 private:
  [[nodiscard]] std::uint32_t last_of_sentence(std::uint32_t c) const {
    const Sentence& s = text_.sentences[text_.clauses[c].sentence];
    return s.first_clause + s.clauses;
  }
  [[nodiscard]] bool in_brackets_of(std::uint32_t inner, std::uint32_t outer) const {
    return inner != outer && text_.clauses[inner].inside == outer;
  }

  // The list of quantities that begins behind `from`: between them only links, commas, hedges and brackets.
  std::vector<std::uint32_t> figures_behind(std::uint32_t from, std::uint32_t c) {
    std::vector<std::uint32_t> out;
    const std::uint32_t end = std::min(text_.sentences[text_.clauses[c].sentence].span.end, from + kReach);
    const auto first = std::lower_bound(text_.quantities.begin(), text_.quantities.end(), from,
                                        [](const Quantity& q, std::uint32_t at) { return q.span.begin < at; });
    for (auto q = static_cast<std::uint32_t>(first - text_.quantities.begin()); q < text_.quantities.size(); ++q) {
      const Quantity& quantity = text_.quantities[q];
      if (quantity.span.begin >= end || out.size() > kMostItems) break;
      if (out.empty()) {
        if (quantity.span.begin >= text_.clauses[c].span.end) break;
        out.push_back(q);
        continue;
      }
      const Quantity& before = text_.quantities[out.back()];
      const std::uint32_t holder = text_.holdings[q].clause, last_holder = text_.holdings[out.back()].clause;
      if (holder != kNoClause && last_holder != kNoClause && in_brackets_of(holder, last_holder)) continue;
      if (!only_links({before.span.end, quantity.span.begin}, quantity.hedge)) break;
      // A figure of another kind belongs to another list: 分别为5亿元、4亿元,增长2%.
      if (quantity.unit != before.unit && !before.unit.empty() && !quantity.unit.empty()) break;
      out.push_back(q);
    }
    return out;
  }

  [[nodiscard]] bool only_links(Span between, Span hedge) const {
    if (between.size() > kReach) return false;
    int depth = 0;
    bool linked = false;
    for (std::uint32_t i = between.begin; i < between.end;) {
      if (hedge.begin <= i && i < hedge.end) {
        i = hedge.end;
        continue;
      }
      const char c = folded_[i];
      if (c == '(') ++depth;
      else if (c == ')') --depth;
      const auto hit = hits_.between(i, i + 1);
      if (depth == 0 && c != ' ' && c != ',' && c != ')') {
        // 分别增长5%和下降3%: a verb of growth stands behind the link.
        const bool turn = linked && !hit.empty() && hit.front().is(WordUse::turn);
        if (!turn && (hit.empty() || !hit.front().is(WordUse::link))) return false;
        linked = !turn;
        i = hit.front().span.end;
        continue;
      }
      ++i;
    }
    return depth == 0;
  }

  // In the marker's own clause, else in clauses before it, else what the last marker of the sentence had.
  std::optional<List> items_before(std::uint32_t at, std::uint32_t c, std::size_t wanted) {
    const Clause& own = text_.clauses[c];
    if (auto list = split({std::max(own.span.begin, at - std::min(at, kReach)), at}, wanted)) return list;
    const std::uint32_t first = text_.sentences[own.sentence].first_clause;
    std::uint32_t looked = 0;
    for (std::uint32_t i = c; i-- > first && looked < kMostClauses;) {
      if (text_.clauses[i].inside != own.inside) continue;
      ++looked;
      const auto last = std::find_if(text_.pairings.rbegin(), text_.pairings.rend(), [&](const Pairing& p) { return p.clause <= i; });
      if (last != text_.pairings.rend() && last->clause == i && last->items.size() == wanted) return List{last->items, last->shared};
      if (auto list = split(text_.clauses[i].span, wanted)) return list;
      if (auto list = row_of_firms(text_.clauses[i], wanted)) return list;
    }
    return std::nullopt;
  }

  // 甲公司、乙公司、丙公司先后公布业绩: so many firms told together, whatever is said of them.
  std::optional<List> row_of_firms(const Clause& clause, std::size_t wanted) const {
    const auto firm = [](const Name& n) { return n.kind == NameKind::company || n.kind == NameKind::platform; };
    List list;
    for (std::uint32_t n = clause.first_name; n < clause.first_name + clause.names; ++n) {
      const Name& name = text_.names[n];
      if (!firm(name)) continue;
      const WordHit* link = hits_.ending_at(name.span.begin);
      const bool goes_on =
          !list.items.empty() && link && link->is(WordUse::link) && trim(folded_, {list.items.back().end, link->span.begin}).empty();
      if (!goes_on) {
        if (list.items.size() == wanted) break;
        list.items.clear();
      }
      list.items.push_back(name.span);
    }
    if (list.items.size() != wanted) return std::nullopt;
    return list;
  }

  // 中部、西部地区为5%和4%: so many places, each an item, and nothing but the aspect told of them.
  std::optional<List> row_of_places(const Clause& clause, const Quantity& first, std::size_t wanted) const {
    const std::uint32_t end = first.hedge.empty() ? first.span.begin : std::min(first.hedge.begin, first.span.begin);
    const auto begins = [&](Span item) {
      const auto p = std::lower_bound(text_.places.begin(), text_.places.end(), item.begin,
                                      [](const PlaceInText& place, std::uint32_t at) { return place.span.begin < at; });
      return p != text_.places.end() && p->span.begin == item.begin ? &*p : nullptr;
    };
    std::optional<List> list = split({clause.span.begin, end}, wanted);
    if (!list) return std::nullopt;
    for (const Span item : list->items)
      if (const PlaceInText* place = begins(item); !place || (item != list->items.back() && place->span.end < item.end))
        return std::nullopt;
    if (const Span last = begins(list->items.back())->span; last.end < list->items.back().end) {
      if (list->shared.empty()) list->shared = trim(folded_, {last.end, list->items.back().end});
      list->items.back() = last;
    }
    return list;
  }

  // Cuts `span` at links into exactly `wanted` items; where there are too many, only the pause marks count, or nothing does.
  std::optional<List> split(Span span, std::size_t wanted) const {
    span = after_last_time(span);
    if (span.size() > kReach || holds_quantity(span)) return std::nullopt;
    std::vector<Span> all, pauses;  // links
    for (const WordHit& hit : hits_.between(span.begin, span.end)) {
      if (!hit.is(WordUse::link) || in_bracket(span, hit.span.begin) || in_quote_or_title(hit.span)) continue;
      all.push_back(hit.span);
      if (decode(folded_, hit.span.begin).code == kPauseMark) pauses.push_back(hit.span);
    }
    std::vector<Span> links = all;
    if (all.size() + 1 != wanted) {
      // 甲和乙、丙和丁: pause marks alone, or those and the last word behind them.
      links = pauses;
      if (pauses.size() + 2 == wanted && !all.empty() && !pauses.empty() && all.back().begin > pauses.back().begin)
        links.push_back(all.back());
      // 甲、乙和丙 are three and never two: a link behind the last pause mark wants one before it too.
      const bool closing = !pauses.empty() && all.back().begin > pauses.back().begin,
                 even = !pauses.empty() && all.front().begin < pauses.back().begin && all.front() != pauses.front();
      if (links.size() + 1 != wanted || (links.size() == pauses.size() && closing && !even)) return std::nullopt;
    }
    List list;
    std::uint32_t from = span.begin;
    for (const Span link : links) {
      list.items.push_back(trim(folded_, {from, link.begin}));
      from = link.end;
    }
    list.items.push_back(trim(folded_, {from, span.end}));
    for (const Span item : list.items)
      if (item.empty()) return std::nullopt;
    trim_to_names(list);
    cut_before_first(list);
    if (!cut_at_copula(list)) cut_at_of(list);
    cut_shared(list);
    cut_count(list);
    for (const Span item : list.items)
      if (item.empty()) return std::nullopt;
    return list;
  }

  // Behind the last time that is not itself an item: one that a link stands behind is.
  [[nodiscard]] Span after_last_time(Span span) const {
    auto t = std::lower_bound(text_.times.begin(), text_.times.end(), span.end,
                              [](const TimeInText& time, std::uint32_t at) { return time.time.span.begin < at; });
    while (t != text_.times.begin() && (t - 1)->time.span.begin >= span.begin) {
      --t;
      const std::uint32_t end = t->time.span.end;
      if (end >= span.end || hits_.behind(end, WordUse::link) || hits_.before(t->time.span.begin, WordUse::link)) continue;
      return {end, span.end};
    }
    return span;
  }
  [[nodiscard]] std::vector<Quantity>::const_iterator quantity_from(std::uint32_t begin) const {
    return std::lower_bound(text_.quantities.cbegin(), text_.quantities.cend(), begin,
                            [](const Quantity& quantity, std::uint32_t at) { return quantity.span.begin < at; });
  }
  [[nodiscard]] bool holds_quantity(Span span) const {
    const auto q = quantity_from(span.begin);
    // A count of the things themselves is none: 甲、乙两省.
    for (auto i = q; i != text_.quantities.cend() && i->span.begin < span.end; ++i)
      if (i->kind != UnitKind::counter && i->kind != UnitKind::none) return true;
    return false;
  }
  [[nodiscard]] bool in_bracket(Span span, std::uint32_t at) const {
    const std::string_view before = folded_.substr(span.begin, at - span.begin);
    return std::count(before.begin(), before.end(), '(') > std::count(before.begin(), before.end(), ')');
  }
  [[nodiscard]] bool in_quote_or_title(Span span) const {
    const auto covers = [&](const std::vector<Span>& spans) {
      const auto next = std::upper_bound(spans.begin(), spans.end(), span.begin, [](std::uint32_t at, Span s) { return at < s.begin; });
      return next != spans.begin() && (next - 1)->end > span.begin;
    };
    return covers(text_.cuts.titles) || covers(text_.cuts.quotes);
  }

  [[nodiscard]] const Name* name_at(std::uint32_t begin) const {
    const auto n = std::lower_bound(text_.names.begin(), text_.names.end(), begin,
                                    [](const Name& name, std::uint32_t at) { return name.span.begin < at; });
    return n != text_.names.end() && n->span.begin == begin ? &*n : nullptr;
  }
  [[nodiscard]] const Name* name_ending(std::uint32_t end) const {
    const auto n = std::lower_bound(text_.names.begin(), text_.names.end(), end,
                                    [](const Name& name, std::uint32_t at) { return name.span.end < at; });
    return n != text_.names.end() && n->span.end == end ? &*n : nullptr;
  }

  // Where the items are names of one kind, what stands before the first and behind the last is no part of them.
  void trim_to_names(List& list) const {
    Span &first = list.items.front(), &last = list.items.back();
    const Name *head = name_ending(first.end), *tail = name_at(last.begin);
    if (!head || !tail || head->kind != tail->kind || head->span.begin < first.begin || tail->span.end > last.end) return;
    for (std::size_t i = 1; i + 1 < list.items.size(); ++i) {
      const Name* name = name_at(list.items[i].begin);
      if (!name || name->span != list.items[i] || name->kind != head->kind) return;
    }
    Span tail_span = tail->span;  // 川渝: names that touch are one item
    for (const Name* more = name_at(tail_span.end); more && more->kind == head->kind && more->span.end <= last.end;
         more = name_at(tail_span.end))
      tail_span.end = more->span.end;
    first = head->span;
    if (tail_span.end < last.end) list.shared = trim(folded_, {tail_span.end, last.end});
    last = tail_span;
  }

  // 投诉集中在甲、乙, 投诉较多的是甲、乙: what is said of all of them stands before the first.
  void cut_before_first(List& list) const {
    constexpr std::uint32_t kLeast = 6;  // two characters
    Span& first = list.items.front();
    for (const WordHit& hit : hits_.between(first.begin, first.end)) {
      const bool said = hit.is(WordUse::locate) || (hit.is(WordUse::copula) && hits_.before(hit.span.begin, WordUse::of));
      if (said && hit.span.begin >= first.begin + kLeast && hit.span.end + kLeast <= first.end) {
        first = trim(folded_, {hit.span.end, first.end});
        return;
      }
    }
  }

  // 甲、乙是销量靠前的品类: the last item ends where something is said of all.
  bool cut_at_copula(List& list) const {
    Span& last = list.items.back();
    const WordHit* is = hits_.in(last, WordUse::copula);
    if (!list.shared.empty() || !is || is->span.begin < last.begin + 6 || !hits_.in({is->span.end, last.end}, WordUse::of)) return false;
    last = trim(folded_, {last.begin, is->span.begin});
    return true;
  }

  // The last item ends at 的 where no other has one: 甲、乙的零售额.
  void cut_at_of(List& list) const {
    if (!list.shared.empty()) return;
    for (const Span item : list.items)
      if (hits_.in(item, WordUse::of)) {
        if (item != list.items.back()) return;
        const Span of = hits_.in(item, WordUse::of)->span;
        list.shared = trim(folded_, {of.end, item.end});
        list.items.back() = trim(folded_, {item.begin, of.begin});
        return;
      }
  }

  // 同比 and the like before the marker are no part of the last item.
  void cut_shared(List& list) const {
    Span& last = list.items.back();
    Span& end = list.shared.empty() ? last : list.shared;
    for (bool again = true; again && !end.empty();) {
      again = false;
      for (const WordHit& hit : hits_.between(end.begin, end.end))
        if (hit.is(WordUse::trail) && hit.span.end == end.end && (hit.span.begin > last.begin)) {
          end = trim(folded_, {end.begin, hit.span.begin});
          again = true;
          break;
        }
    }
  }

  // 甲、乙和丙三个类目: how many they are is no part of the last item.
  void cut_count(List& list) const {
    Span& last = list.items.back();
    for (auto q = quantity_from(last.begin); q != text_.quantities.cend() && q->span.begin < last.end; ++q)
      if (q->span.begin > last.begin && q->value == static_cast<double>(list.items.size()) && q->kind == UnitKind::counter)
        last = trim(folded_, {last.begin, q->span.begin});
  }

  std::string_view folded_;
  const Hits& hits_;
  ReadText& text_;
};

}  // namespace

void find_pairings(std::string_view folded, const Hits& hits, std::span<const WordHit> found, ReadText& text) {
  text.pairings.clear();
  Pairer pairer(folded, hits, text);
  ClauseWalk walk(text.clauses);
  for (const WordHit& hit : found) {
    if (!hit.is(WordUse::marker) && !hit.is(WordUse::each) && !hit.is(WordUse::former)) continue;
    const std::uint32_t c = walk.at(hit.span.begin);
    if (hit.is(WordUse::marker)) pairer.marker(hit, c);
    else if (hit.is(WordUse::each)) pairer.each(hit, c);
    else pairer.former(hit, c);
  }
  const std::size_t marked = text.pairings.size();
  for (std::uint32_t c = 0; c < text.clauses.size(); ++c) pairer.unmarked(c);
  if (text.pairings.size() > marked)
    std::stable_sort(text.pairings.begin(), text.pairings.end(),
                     [](const Pairing& a, const Pairing& b) { return a.marker.begin < b.marker.begin; });
}

}  // namespace fengbiao
