#include "check/told_again.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/code_points.h"
#include "register/wording.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kFew = 4;             // pairs of a clause that says little by itself: the next one is taken in
constexpr std::size_t kMostBefore = 6;      // places of one value that a place is held against
constexpr std::size_t kMostPlaces = 32;     // of one value in an issue
constexpr std::size_t kSameWords = 6;       // pairs of a clause told again whole
constexpr std::uint32_t kBehind = 24;       // bytes behind a count that say what is counted
constexpr std::size_t kMostOpenings = 200;  // of an issue
constexpr std::size_t kSameOpening = 8;     // pairs that tell one event
constexpr double kSameShare = 0.75;
constexpr double kLarge = 1e6;         // a count that few things reach
constexpr std::uint32_t kAround = 90;  // bytes on either side
constexpr std::size_t kMostFigures = 4000;
constexpr double kTwoDigits = 10;
constexpr std::uint32_t kWordsBefore = 15, kWordsBehind = 24;  // bytes of words that are the same around one figure told twice
constexpr std::size_t kYear = 4;
constexpr std::size_t kMostAround = 100000;

// The value as a name: places with one name tell one value. Empty: it says too little.
std::string value_name(const ToldFigure& f) {
  using Sort = ToldFigure::Sort;
  if (f.sort == Sort::number) return f.counter == "rank" ? "" : fmt::format("n{}{}", f.number, f.counter);
  if (f.sort == Sort::amount) {
    const Quantity& q = *f.quantity;
    if (q.value == 1) return "";
    const double power = std::log10(std::abs(q.value));
    if (q.unit.empty() && (std::abs(q.value) < 1000 || std::abs(power - std::round(power)) < 1e-9)) return "";  // 过亿: a threshold
    return fmt::format("a{:.9g}~{:.9g}{}", q.value, q.value_max.value_or(q.value), q.unit);
  }
  const TimePoint& p = f.time->time.from;
  if (!p.month || !p.day || p.lunar || f.time->time.kind != TimeKind::period) return "";
  return fmt::format("d{}-{}", *p.month, *p.day);
}

// How many pairs two places must share to tell the same thing: fewer where the value is met by chance less often.
double needed(const ToldFigure& f) {
  if (f.sort == ToldFigure::Sort::day) return 7;
  if (f.sort == ToldFigure::Sort::number) return 5;
  const double digits = std::round(std::abs(f.quantity->number.value / f.quantity->number.scale) * 1e4) / 1e4;
  std::string printed = fmt::format("{}", digits);
  std::erase(printed, '.');
  while (printed.size() > 1 && printed.back() == '0') printed.pop_back();
  if (f.quantity->kind == UnitKind::percent) return 6;  // 同比增长 says nothing of what grows
  return printed.size() >= 3 ? 3 : printed.size() == 2 ? 4 : 6;
}

// The same as a share of the smaller place.
double share_needed(const ToldFigure& f) { return f.quantity && f.quantity->kind != UnitKind::percent && needed(f) <= 3 ? 0.25 : 0.5; }

}  // namespace

Result<ToldAgainCheck> ToldAgainCheck::load(const DataSet& data, RuleBook& book) {
  ToldAgainCheck out;
  FB_TRY(const DataSet::File* file, data.find("check/agreement.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_TRY(out.openings_, pack["openings"].texts());
  FB_TRY(out.day_, book.rule("event-day"));
  FB_TRY(out.rule_, book.rule("figure-told-again"));
  return out;
}

void ToldAgainCheck::check(const ArticleSubject& subject, const std::vector<ToldFigure>& figures, Told& told, Report& report) const {
  const ReadText& read = subject.text.read_text();
  const std::string& folded = subject.text.folded();
  const std::uint32_t title_end = subject.text.title_end();
  std::vector<Span> spans;
  for (const ToldFigure& f : figures) spans.push_back(f.span);

  struct Here {
    const ToldFigure* figure;
    WordPairs words;
    Span quote;  // folded
    std::string value;
  };
  std::vector<Here> here;
  std::map<std::string, std::vector<std::size_t>> by_value;
  std::map<std::pair<std::uint64_t, std::string_view>, std::size_t> by_words;  // of clauses with one figure, by their words and unit
  for (const ToldFigure& f : figures) {
    if (f.span.begin < title_end || f.clause.empty() || here.size() >= kMostFigures) continue;
    Here h{&f, {folded, f.clause, spans}, f.clause, value_name(f)};
    if (h.value.empty()) continue;
    if (h.words.size() < kFew && f.sentence != kNoClause) {
      const auto next = std::ranges::upper_bound(read.clauses, f.clause.end, {}, [](const Clause& c) { return c.span.begin; });
      if (next != read.clauses.end() && next->sentence == f.sentence) {
        h.words.add({folded, next->span, spans});
        h.quote.end = next->span.end;
      }
    }
    if (h.words.size() < 2) continue;
    here.push_back(std::move(h));
  }
  const auto spot = [&](const Here& h) -> Report::Spot {
    return {subject.article.n, subject.text.printed(h.figure->span), subject.text.printed(h.quote)};
  };
  const auto words = [&](const Here& h) { return subject.text.words(h.figure->span); };
  // The only amount of its clause.
  const auto alone = [&](const Here& h) {
    const auto inside = [&](const ToldFigure& f) { return f.quantity && f.span.begin >= h.quote.begin && f.span.begin < h.quote.end; };
    const auto* const begin = figures.data();
    const auto* const end = begin + figures.size();
    return !(h.figure != begin && inside(*(h.figure - 1))) && !(h.figure + 1 != end && inside(*(h.figure + 1))) &&
           !(h.figure + 2 < end && inside(*(h.figure + 2))) && !(h.figure - begin > 1 && inside(*(h.figure - 2)));
  };
  // Of the same subject, place and period, in another sentence, and by a slip.
  const auto differs = [&](const Here& a, const Here& b) {
    const Holding& x = read.holdings[static_cast<std::size_t>(a.figure->quantity - read.quantities.data())];
    const Holding& y = read.holdings[static_cast<std::size_t>(b.figure->quantity - read.quantities.data())];
    const auto subject_of = [&](const Holding& held) {
      return held.subject.has() ? read.names[held.subject.index].canonical : std::string();
    };
    const auto place_of = [&](const Holding& held) { return held.place.has() ? read.places[held.place.index].canonical : std::string(); };
    return a.figure->sentence != b.figure->sentence && x.outlook == y.outlook && subject_of(x) == subject_of(y) &&
           place_of(x) == place_of(y) && read.value_of(x) == read.value_of(y) && alike(*a.figure, *b.figure) &&
           agreement(*a.figure, *b.figure) == Agreement::none && agreement(*b.figure, *a.figure) == Agreement::none &&
           slip(*a.figure, *b.figure) > 0;
  };
  const auto around = [&](const Here& h) {
    const Span at = h.figure->span;
    Span span{at.begin > kAround ? at.begin - kAround : 0, std::min(at.end + kAround, static_cast<std::uint32_t>(folded.size()))};
    span.begin = std::max(span.begin, title_end);
    while (span.begin < at.begin && (static_cast<unsigned char>(folded[span.begin]) & 0xC0) == 0x80) ++span.begin;
    while (span.end > at.end && span.end < folded.size() && (static_cast<unsigned char>(folded[span.end]) & 0xC0) == 0x80) --span.end;
    return WordPairs(folded, span, spans);
  };
  // 十大趋势, 十大物流科技趋势: words behind both have something in common.
  const auto counts_the_same = [&](const Here& a, const Here& b) {
    const auto behind = [&](const Here& h) {
      return WordPairs(
          folded, {h.figure->span.end, std::max(h.figure->span.end, std::min(h.figure->clause.end, h.figure->span.end + kBehind))}, spans);
    };
    const WordPairs x = behind(a), y = behind(b);
    return x.size() == 0 || y.size() == 0 || x.common(y) > 0;
  };
  std::set<const Here*> confirmed;
  for (std::size_t i = 0; i < here.size(); ++i) {
    const Here& h = here[i];
    // In this article before: told again in the same words.
    std::vector<std::size_t>& same = by_value[h.value];
    const Here* first = nullptr;
    for (std::size_t k = same.size() > kMostBefore ? same.size() - kMostBefore : 0; k < same.size() && !first; ++k) {
      const Here& before = here[same[k]];
      if (before.figure->sentence == h.figure->sentence && h.figure->sentence != kNoClause) continue;
      const std::size_t shared = h.words.common(before.words);
      if (is_slight(*h.figure) && !counts_the_same(before, h)) continue;
      // 1000亿件: a large round value is told of few things, and known again by the words around.
      if (h.figure->quantity && h.figure->quantity->kind == UnitKind::counter && std::abs(h.figure->quantity->value) >= kLarge &&
          !h.figure->quantity->unit.empty() && around(before).common(around(h)) >= 2) {
        first = &before;
        continue;
      }
      const double least = std::min(3.0, needed(*h.figure)) - (is_slight(*h.figure) ? 0 : 1);
      if (static_cast<double>(shared) >= least && (h.figure->quantity || h.words.overlap(before.words) >= share_needed(*h.figure)))
        first = &before;
    }
    same.push_back(i);
    if (first) {
      // Every place that another one confirms is given, the first of them once.
      const auto state = [&](const Here& at, const Here& other) {
        report.state({.rule = rule_,
                      .at = spot(at),
                      .relation = fmt::format("{} = {}", words(at), words(other)),
                      .verdict = Verdict::holds,
                      .other = spot(other)});
      };
      if (confirmed.insert(first).second) state(*first, h);
      state(h, *first);
      confirmed.insert(&h);
    }
    if (!first && h.figure->quantity && h.words.size() >= kSameWords && alone(h)) {
      const auto [before, fresh] = by_words.emplace(std::pair{h.words.name(), std::string_view(h.figure->quantity->unit)}, i);
      if (!fresh && differs(here[before->second], h)) {
        const Here& other = here[before->second];
        report.state({.rule = rule_,
                      .at = spot(h),
                      .relation = fmt::format("{} ≠ {}", words(other), words(h)),
                      .verdict = Verdict::contradicts,
                      .values = {{"first", words(other)}, {"second", words(h)}},
                      .other = spot(other)});
      }
    }
    if (h.figure->time && h.figure->time->time.from.day && told.openings_.size() < kMostOpenings) {
      const std::string_view said = slice(folded, h.quote);
      for (const std::string& verb : openings_)
        if (const std::size_t at = said.find(verb); at != said.npos && h.quote.begin + at > h.figure->span.end) {
          const TimePoint& p = h.figure->time->time.from;
          const std::optional<Date>& day = h.figure->time->resolved.start;
          told.openings_.push_back({{spot(h), h.words, words(h), 0, 0}, verb, day ? day->year : 0, *p.month, *p.day});
          break;
        }
    }
    if (h.figure->quantity)
      same_words_around(subject, *h.figure, {spot(h), h.words, words(h), needed(*h.figure), share_needed(*h.figure)}, told, report);
    std::vector<Told::Place>& places = told.places_[h.value];
    if (places.size() < kMostPlaces) places.push_back({spot(h), h.words, words(h), needed(*h.figure), share_needed(*h.figure)});
  }
}

// 同意在甲地等33个城市和地区设立 in one article, 83 in another: the same words directly before and behind, of the same subject and period.
void ToldAgainCheck::same_words_around(const ArticleSubject& subject, const ToldFigure& f, const Told::Place& place, Told& told,
                                       Report& report) const {
  const ReadText& read = subject.text.read_text();
  const std::string& folded = subject.text.folded();
  const Quantity& q = *f.quantity;
  if (q.approx != Approx::exact || q.value_max || q.kind != UnitKind::counter || q.value < kTwoDigits) return;
  const Span number = q.number.span;
  if (number.begin < kWordsBefore || number.end + kWordsBehind > folded.size()) return;
  std::string words = folded.substr(number.begin - kWordsBefore, kWordsBefore);
  words += folded.substr(number.end, kWordsBehind);
  if (std::ranges::any_of(words, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return;
  if (std::ranges::any_of(code_points(words), [](char32_t c) { return !is_han(c); })) return;
  const Holding& held = read.holdings[static_cast<std::size_t>(f.quantity - read.quantities.data())];
  if (held.outlook != Outlook::actual) return;
  const std::string period = read.value_of(held);
  const std::array<std::string, 3> of{held.subject.has() ? read.names[held.subject.index].canonical : std::string(),
                                      held.place.has() ? read.places[held.place.index].canonical : std::string(),
                                      period.substr(period.starts_with('@') ? 1 : 0, kYear)};
  if (told.around_.size() >= kMostAround) return;
  const auto [at, fresh] = told.around_.emplace(std::move(words), Told::Around{place, q, of});
  const Told::Around& first = at->second;
  if (fresh || first.place.spot.article == place.spot.article || first.quantity.value == q.value) return;
  for (std::size_t i = 0; i < of.size(); ++i)
    if (of[i] != first.of[i] && !of[i].empty() && !first.of[i].empty()) return;
  report.state({.rule = rule_,
                .at = place.spot,
                .relation = fmt::format("{} ≠ {}", first.place.printed, place.printed),
                .verdict = Verdict::contradicts,
                .values = {{"first", first.place.printed}, {"second", place.printed}},
                .other = first.place.spot});
}

// One opening, told with two days in two articles.
void ToldAgainCheck::compare_openings(Told& told, Report& report) const {
  const auto& all = told.openings_;
  for (std::size_t i = 1; i < all.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      const Told::Opening &a = all[k], &b = all[i];
      if (a.place.spot.article == b.place.spot.article || a.verb != b.verb || a.year != b.year) continue;
      // One of the two must be right as it stands: the same month or the same day of the month.
      if ((a.month == b.month) == (a.day == b.day)) continue;
      if (a.place.words.common(b.place.words) < kSameOpening || a.place.words.overlap(b.place.words) < kSameShare) continue;
      report.state({.rule = day_,
                    .at = b.place.spot,
                    .relation = a.place.printed + " ≠ " + b.place.printed,
                    .verdict = Verdict::contradicts,
                    .values = {{"first", a.place.printed}, {"second", b.place.printed}},
                    .other = a.place.spot});
      break;
    }
}

void ToldAgainCheck::finish(Told& told, Report& report) const {
  compare_openings(told, report);
  for (const auto& [value, places] : told.places_) {
    if (places.size() < 2) continue;
    for (std::size_t i = 0; i < places.size(); ++i) {
      // The place of another article that shares most, told before where there is one.
      const Told::Place* best = nullptr;
      std::size_t most = 0;
      for (const Told::Place& other : places) {
        if (other.spot.article == places[i].spot.article) continue;
        const std::size_t shared = places[i].words.common(other.words);
        if (static_cast<double>(shared) < places[i].needs || shared <= most || places[i].words.overlap(other.words) < places[i].share)
          continue;
        most = shared;
        best = &other;
      }
      if (!best) continue;
      report.state({.rule = rule_,
                    .at = places[i].spot,
                    .relation = fmt::format("{} = {}", places[i].printed, best->printed),
                    .verdict = Verdict::holds,
                    .other = best->spot});
    }
  }
  told.places_.clear();
  told.openings_.clear();
  told.around_.clear();
}

}  // namespace fengbiao
