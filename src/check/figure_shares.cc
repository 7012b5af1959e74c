#include "check/figure_shares.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/code_points.h"
#include "check/figure_levels.h"
#include "register/wording.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kBack = 12;        // figures looked at for the whole
constexpr std::uint32_t kPartBack = 3;     // for the part
constexpr double kSameName = 0.99;         // letter pairs of the name that must stand in the indicator
constexpr std::size_t kLittle = 6;         // bytes of a name that say nothing: 盘子
constexpr double kLikeName = 0.5;          // likewise, where little is left of it
constexpr double kTelling = 0.35;          // how many of all shares a count of things allows, for one of them to tell something
constexpr std::uint32_t kMostListed = 16;  // of a list of shares
constexpr std::size_t kListMark = 4;       // bytes between two of a list: 、 or 和
constexpr std::size_t kOwnWords = 3;       // bytes beside the share's own words that name nothing

constexpr double kAlmostName = 0.75;  // as kSameName, where the words say that all of it is meant
constexpr std::string_view kCountry = "CN";

using Variables = std::vector<Constraints::Variable>;

// Share, part, whole.
void is_share(Constraints& c, Constraints::Statement s, const Variables& v) { c.share(s, v[1], v[2], v[0]); }

bool is_amount_told(const Figure& f) {
  return f.is_amount() && f.observation && (f.observation->measure == Measure::level || f.observation->measure == Measure::change) &&
         f.value > 0;
}

bool as_share(const Figure& f) {
  const Observation* o = f.observation;
  return o && o->measure == Measure::share && f.value > 0 && f.value <= 100 && (f.quantity->kind == UnitKind::percent || o->unit == "%");
}

// Words of the share alone: 占比, 约占, 占.
bool names_nothing(const FigureScene& scene, const Figure& share) {
  const Span label = trim(scene.folded(), share.label);
  std::size_t named = label.size();
  bool any = share.quantity->hedge.empty() ? false : scene.says(share.quantity->hedge, FigureWord::share);
  for (const WordHit& hit : scene.hits().between(label.begin, label.end)) {
    if (!hit.is(FigureWord::share) && !hit.is(FigureWord::share_noun)) continue;
    any = true;
    named -= std::min<std::size_t>(named, hit.span.size());
  }
  return any && named <= kOwnWords;
}

// Nothing else is spoken of before the share's own word: 仅占, not 茶饮订单占.
bool speaks_of_before(const FigureScene& scene, const Figure& share) {
  const Span label = trim(scene.folded(), share.label);
  const WordHit* word = scene.hits().in(label, FigureWord::share);
  return (word ? word->span.begin - label.begin : label.size()) <= kOwnWords;
}

// 同城件39亿件，异地件271亿件，占比分别为12.5%和87.5%: the amount in the share's place of the list, `none` where there are not so many.
// No list at all: nothing.
std::optional<const Figure*> part_in_list(const FigureScene& scene, const Figure& share) {
  const auto [from, to] = scene.of_sentence(share);
  const auto& figures = scene.figures();
  const auto goes_on = [&](std::uint32_t i) {  // figure i is listed with the one before it
    return i > from && i < to && as_share(figures[i]) && as_share(figures[i - 1]) && !scene.says(figures[i].label, FigureWord::each) &&
           scene.between(figures[i - 1], figures[i]).size() <= kListMark;
  };
  std::uint32_t first = share.index, last = share.index;
  while (last - first < kMostListed && goes_on(first)) --first;
  while (last - first < kMostListed && goes_on(last + 1)) ++last;
  const std::uint32_t n = last - first + 1;
  if (n < 2 || !scene.says(figures[first].label, FigureWord::each)) return {};
  if (first < from + n) return nullptr;
  for (std::uint32_t i = first - n; i < first; ++i)
    if (!is_amount_told(figures[i]) || !same_unit(figures[i], figures[first - 1])) return nullptr;
  return &figures[share.index - n];
}

// The amount before the share that it is the share of: over growth rates and changes told between.
const Figure* part_of(const FigureScene& scene, const Figure& share) {
  if (const auto listed = part_in_list(scene, share)) return *listed;
  const auto first = scene.of_sentence(share).first;
  for (std::uint32_t back = 1; back <= kPartBack && share.index >= first + back; ++back) {
    const Figure& f = scene.figures()[share.index - back];
    const bool compared = f.observation && f.observation->measure == Measure::change && !f.observation->basis.empty();
    const Clause* clause = scene.clause_of(f);
    if (f.clause != share.clause && clause && clause->inside != kNoClause) continue;  // a conversion in brackets
    // 7.54亿户，净增1.93亿户，占43.8%: of the level.
    if (is_amount_told(f) && f.observation->measure == Measure::change && f.index > first && scene.figures()[f.index - 1].is_level() &&
        same_unit(scene.figures()[f.index - 1], f))
      continue;
    if (is_amount_told(f) && !compared) return scene.words(scene.between(f, share)).find(';') == std::string_view::npos ? &f : nullptr;
    if (!f.is_growth() && !compared) break;
  }
  return nullptr;
}

// How many of the letter pairs of a name stand in another, both without words that only say that all is meant.
double found_in(std::string_view name, std::string_view in) {
  const std::u32string a = code_points(name), b = code_points(in);
  if (a.size() < 2) return 0;
  std::size_t found = 0;
  for (std::size_t i = 0; i + 1 < a.size(); ++i) found += b.find(std::u32string_view(a).substr(i, 2)) != b.npos;
  return static_cast<double>(found) / static_cast<double>(a.size() - 1);
}

// 占总申诉量: the name without the words that say that all of it is meant. Nothing where no word says so.
std::optional<std::string> told_as_all(const FigureScene& scene, const Figure& share) {
  std::string name = bare_words(share.observation->share_of);
  bool all = false;
  for (const WordHit& hit : scene.hits().between(share.label.begin, share.quantity->span.begin)) {
    if (!hit.is(FigureWord::all_of)) continue;
    const std::string word = bare_words(scene.words(hit.span));
    if (const auto at = name.find(word); at != name.npos) name.erase(at, word.size()), all = true;
  }
  return all ? std::optional(name) : std::nullopt;
}

// 其中 stands between whole and part, and no other amount of the unit.
bool told_as_part(const FigureScene& scene, const Figure& whole, const Figure& part) {
  if (part.sentence > whole.sentence + 1) return false;
  const WordHit* word = scene.hits().in({whole.quantity->span.end, part.quantity->span.begin}, FigureWord::part);
  if (!word) return false;
  for (std::uint32_t i = whole.index + 1; i < part.index; ++i) {
    const Figure& f = scene.figures()[i];
    if (f.quantity->span.begin < word->span.begin && is_amount_told(f) && same_unit(f, whole)) return false;
  }
  return true;
}

// The amount has a share of its own: it is a part like others.
bool has_share(const FigureScene& scene, const Figure& f) {
  for (std::uint32_t i = f.index + 1; i < scene.figures().size() && i <= f.index + kPartBack; ++i) {
    const Figure& next = scene.figures()[i];
    if (next.sentence != f.sentence || is_amount_told(next)) return false;
    if (as_share(next)) return true;
  }
  return false;
}

// What is left of a name once 总 and 全部 are taken off says nothing, or what the whole is called by.
bool is_called(const std::string& name, const Figure& whole) {
  return name.size() <= kLittle || found_in(name, bare_words(whole.observation->indicator)) >= kLikeName;
}

// 出口 is no part of 进口.
bool are_siblings(const FigureScene& scene, const Figure& a, const Figure& b) {
  const WordHit *x = scene.hits().in(a.label, FigureWord::member), *y = scene.hits().in(b.label, FigureWord::member);
  return x && y && scene.dictionary().attribute(*x, "of") == scene.dictionary().attribute(*y, "of") &&
         scene.dictionary().attribute(*x, "part") != scene.dictionary().attribute(*y, "part");
}

// The place that the share is told of is that of the whole: 占全国 of the country, 占全省 of what the part is no whole of.
bool of_that_place(const FigureScene& scene, const Figure& share, const Figure& part, const Figure& whole) {
  const Observation &p = *part.observation, &w = *whole.observation;
  if (scene.says(share.label, FigureWord::nationwide)) return w.area_code == kCountry && p.area_code != kCountry;
  if (p.area == w.area && p.entity == w.entity) return bare_words(p.indicator) != bare_words(w.indicator);
  if (!p.entity.empty() && p.entity == w.entity) return true;
  return (p.area != w.area && w.area_code != p.area_code) || w.entity.empty();
}

// What may be the whole of a share.
struct Whole {
  const Figure* fits = nullptr;     // the nearest for which the share holds
  const Figure* by_part = nullptr;  // that 其中 speaks of
  const Figure* by_name = nullptr;  // that is called so
  const Figure* only = nullptr;     // the last one told
  const Figure* likely = nullptr;   // nearest of the same sort, time and place
  std::size_t likely_ones = 0;
  std::size_t named = 0, candidates = 0;
};

}  // namespace

Result<ShareCheck> ShareCheck::load(RuleBook& book) {
  ShareCheck out;
  FB_TRY(out.share_, book.rule("share-of-whole"));
  FB_TRY(out.counted_, book.rule("share-of-count"));
  return out;
}

void ShareCheck::check(const FigureScene& scene, FigureReport& report) const {
  for (const Figure& f : scene.figures()) {
    if (!as_share(f) || f.sentence == kNoClause) continue;
    of_whole(scene, f, report);
    of_counted(scene, f, report);
  }
}

void ShareCheck::of_whole(const FigureScene& scene, const Figure& share, FigureReport& report) const {
  const Figure* const part = part_of(scene, share);
  if (!part) return;
  const std::string& of = share.observation->share_of;
  const bool bare = names_nothing(scene, share);
  if (of.empty() ? !bare : !speaks_of_before(scene, share)) return;
  if (scene.says(share.label, FigureWord::sum) || scene.says(share.label, FigureWord::from))
    return;  // of several parts, or of another time
  const auto relation = [&](const Figure& whole) {
    FigureRelation r{.rule = share_, .figures = {&share, part, &whole}, .readings = {is_share}, .counts_first = true};
    const Interval percent = times(over(part->interval, whole.interval), 100);
    const std::string is = scene.written((part->value / whole.value) * 100, share, share.quantity->number.decimal ? 0 : 1);
    r.relation = scene.printed(*part) + "/" + scene.printed(whole) + " = " +
                 (percent.low == percent.high ? plain_number(percent.low, 2) + "%" : is) +
                 (is_empty(common(percent, share.interval)) ? " ≠ " : " = ") + scene.printed(share);
    r.values = {{"part", scene.printed(*part)},
                {"whole", scene.printed(whole)},
                {"share", scene.printed(share)},
                {"computed", plain_number(100 * part->value / whole.value, 2) + "%"}};
    return r;
  };
  // What could be the whole: amounts of the same unit before the part, in its paragraph.
  const auto& figures = scene.figures();
  const auto all = of.empty() ? std::nullopt : told_as_all(scene, share);
  const std::string name = bare_words(of);
  Whole whole;
  for (std::uint32_t back = 1; back <= kBack && part->index >= back; ++back) {
    const Figure& f = figures[part->index - back];
    const bool near = f.paragraph == share.paragraph || f.paragraph == 0;
    if (!near && of.empty()) break;
    if (!is_amount_told(f) || !same_unit(f, *part)) continue;
    if (!whole.fits && !f.is_bound() && is_possible(relation(f), {share.interval, part->interval, f.interval})) whole.fits = &f;
    if (f.observation->measure != Measure::level || f.paragraph == 0) continue;
    if (near && !whole.by_part && told_as_part(scene, f, *part)) whole.by_part = &f;
    const bool sibling = f.index + 1 < figures.size() && has_share(scene, f);
    if (near && !sibling && f.value >= part->value && f.observation->period == part->observation->period) {
      ++whole.candidates;
      whole.only = &f;
    }
    const double called = of.empty() ? 0
                                     : std::max(found_in(name, bare_words(f.observation->indicator)),
                                                all && all->size() > kLittle ? found_in(*all, bare_words(f.observation->indicator)) : 0);
    if ((near || all) && !sibling && f.observation->part_of.empty() && !scene.says(f.label, FigureWord::daily) &&
        !scene.says(f.label, FigureWord::average) && !are_siblings(scene, *part, f) && (of.empty() || all) &&
        same_time(*f.observation, *part->observation) && (of_one_sort(*part, f) || called >= kLikeName) &&
        of_that_place(scene, share, *part, f) && (!all || is_called(*all, f)) &&
        (whole.likely_ones == 0 || whole.likely->value != f.value)) {
      if (whole.likely_ones++ == 0) whole.likely = &f;
    }
    if (called >= (all ? kAlmostName : kSameName) && same_time(*f.observation, *part->observation) &&
        !scene.says(f.label, FigureWord::daily)) {
      ++whole.named;
      whole.by_name = &f;
    }
  }
  if (whole.fits) {
    report.tell(relation(*whole.fits));
    return;
  }
  FigureRelation r = relation(*part);
  if (of.empty() && whole.by_part) {
    r = relation(*whole.by_part);
    r.direct = bare;
  } else if (whole.named == 1) {
    r = relation(*whole.by_name);
    r.confidence = 0.7;
  } else if (all && whole.candidates == 1 && is_called(*all, *whole.only) && of_that_place(scene, share, *part, *whole.only)) {
    r = relation(*whole.only);
    r.confidence = 0.7;
  } else if (of.empty() && whole.candidates == 1 && scene.of_sentence(*whole.only).first == whole.only->index) {
    r = relation(*whole.only);
    r.confidence = 0.6;
  } else if (whole.likely_ones == 1) {
    r = relation(*whole.likely);
    r.confidence = 0.6;
  } else {
    r.figures.clear();
  }
  if (!r.figures.empty()) {
    if (scene.sentence_says(share, FigureWord::other_base)) r.reason = "other_scope";
    report.tell(r);
    return;
  }
  // The whole is not printed: what it must be.
  if (part->is_bound() || share.is_bound()) return;
  FigureRelation implied{.rule = share_, .figures = {&share, part}, .readings = {[](Constraints&, auto, const Variables&) {}}};
  const std::string computed = scene.written(over(part->interval, times(share.interval, 0.01)), *part, 1);
  implied.relation = scene.printed(*part) + "/" + scene.printed(share) + " = " + computed;
  report.tell(implied);
}

// N家中，p%: a number of things over N.
void ShareCheck::of_counted(const FigureScene& scene, const Figure& share, FigureReport& report) const {
  if (share.index == 0 || !share.quantity->number.decimal || share.approx != '=') return;
  const Figure& count = scene.figures()[share.index - 1];
  if (count.sentence != share.sentence || !count.is_exact() || !count.is_level() || count.quantity->kind != UnitKind::counter) return;
  if (count.value < 2 || count.value > kTelling * 100 / share.step) return;
  if (part_of(scene, share) == &count && names_nothing(scene, share)) return;
  const std::string_view between = scene.words(scene.between(count, share));
  if (!scene.says(scene.between(count, share), FigureWord::among) || between.size() > 60 || scene.sentence_says(share, FigureWord::asked))
    return;
  FigureRelation r{.rule = counted_, .figures = {&share, &count}};
  r.readings = {[](Constraints& c, auto s, const Variables& v) {
    const auto part = c.value();
    c.share(s, part, v[1], v[0]);
    c.whole(s, part);
  }};
  const double k = std::round(share.value * count.value / 100);
  const std::string near = plain_number(k, 0) + "/" + plain_number(count.value, 0), is = plain_number(100 * k / count.value, 2) + "%";
  const bool holds = is_possible(r, {share.interval, count.interval});
  r.relation = near + " = " + is + (holds ? " = " : " ≠ ") + scene.printed(share);
  r.values = {{"share", scene.printed(share)}, {"whole", scene.printed(count)}, {"near", near}, {"computed", is}};
  report.tell(r);
}

}  // namespace fengbiao
