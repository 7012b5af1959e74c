#include "check/figure_means.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "register/period.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kBack = 4;  // figures between the whole and its mean
constexpr double kUnitSlip = 0.02;  // powers of ten
constexpr double kManyTimes = 5;
constexpr std::uint32_t kFarBack = 16;  // between a number and the mean of what each has
constexpr int kMostDays = 3660;         // of a stretch told by its length

using Variables = std::vector<Constraints::Variable>;

// Mean, whole, number.
void is_mean(Constraints& c, Constraints::Statement s, const Variables& v) { c.product(s, v[1], v[0], v[2]); }

bool is_whole(const Figure& f) { return f.is_level() && f.is_amount() && f.value > 0 && !f.quantity->value_max; }

// 岗位12.9万个，1500人: work and who does it.
bool are_people(const Figure& a, const Figure& b) {
  return a.quantity->kind == UnitKind::counter && b.quantity->kind == UnitKind::counter && a.is_level() && b.is_level() &&
         a.quantity->value >= kManyTimes * b.quantity->value;
}

// What is many times as large is of something else; a unit that slipped is off by a power of ten.
bool is_near(double computed, double printed) {
  const double powers = std::log10(computed / printed);
  return std::abs(powers) < 1 || std::abs(powers - std::round(powers)) < kUnitSlip;
}

// Months of a period of whole months; 0 where it is none.
int months_of(const SeriesPeriod& period) {
  const CalendarDay first = calendar_day(period.first_day), behind = calendar_day(period.last_day + 1);
  if (first.day != 1 || behind.day != 1) return 0;
  return (behind.year - first.year) * 12 + behind.month - first.month;
}

// Days of a stretch that is told by its length: "P3W"; 0 for months and years, whose days differ.
int days_told(const std::string& duration) {
  int n = 0;
  const char* const end = duration.data() + duration.size();
  if (duration.size() < 3 || duration.front() != 'P') return 0;
  const auto [behind, failed] = std::from_chars(duration.data() + 1, end, n);
  if (failed != std::errc() || behind + 1 != end || n > kMostDays) return 0;
  return *behind == 'D' ? n : *behind == 'W' ? 7 * n : 0;
}

// Lengths of stretches that the sentence tells before the figure; 0 for those that are not of whole days.
std::vector<int> stretches(const FigureScene& scene, const Figure& f) {
  const Span sentence = scene.text().sentences[f.sentence].span;
  const auto& times = scene.text().times;
  std::vector<int> out;
  for (auto it = std::ranges::lower_bound(times, sentence.begin, {}, [](const TimeInText& t) { return t.time.span.begin; });
       it != times.end() && it->time.span.begin < f.quantity->span.begin && out.size() < kBack; ++it)
    if (!it->time.duration.empty()) out.push_back(days_told(it->time.duration));
  return out;
}

}  // namespace

Result<MeanCheck> MeanCheck::load(RuleBook& book) {
  MeanCheck out;
  FB_TRY(out.daily_, book.rule("mean-of-total"));
  FB_TRY(out.per_head_, book.rule("mean-per-head"));
  return out;
}

void MeanCheck::check(const FigureScene& scene, FigureReport& report) const {
  for (const Figure& f : scene.figures()) {
    if (f.index == 0 || f.sentence == kNoClause || !is_whole(f)) continue;
    if (scene.says(f.label, FigureWord::working)) continue;
    const bool daily = scene.says(f.label, FigureWord::daily), monthly = scene.says(f.label, FigureWord::monthly);
    if (daily || monthly) over_time(scene, f, monthly, report);
    else if (scene.says(f.label, FigureWord::per_head)) per_head(scene, f, report);
    else if (scene.says(f.label, FigureWord::average) && scene.says(f.label, FigureWord::per_each)) per_each(scene, f, report);
  }
}

void MeanCheck::over_time(const FigureScene& scene, const Figure& mean, bool monthly, FigureReport& report) const {
  const auto first = scene.of_sentence(mean).first;
  const std::vector<int> told = monthly ? std::vector<int>{} : stretches(scene, mean);
  std::optional<FigureRelation> nearest;
  std::uint32_t wholes = 0;
  for (std::uint32_t back = 1; back <= kBack && mean.index >= first + back; ++back) {
    const Figure& whole = scene.figures()[mean.index - back];
    if (!is_whole(whole) || !same_unit(whole, mean) || scene.says(whole.label, FigureWord::average) ||
        scene.says(whole.label, FigureWord::daily))
      continue;
    ++wholes;
    const SeriesPeriod period = series_period(whole.observation->period);
    std::vector<int> lengths = told;
    if (period.frequency != Frequency::none && period.frequency != Frequency::stock && period.first_day != 0)
      lengths.insert(lengths.begin(), monthly ? months_of(period) : period.last_day - period.first_day + 1);
    for (const int days : lengths) {
      if (days < 2) continue;
      FigureRelation r{.rule = daily_, .figures = {&mean, &whole}};
      r.readings = {[days](Constraints& c, auto s, const Variables& v) {
        c.sum(s, {{v[1], 1}, {v[0], -static_cast<double>(days)}}, exactly(0));
      }};
      const Interval computed = times(whole.interval, 1.0 / days);
      const std::string is = scene.written(computed, mean, 1);
      const bool fits = !is_empty(common(computed, mean.interval));
      r.relation = scene.printed(whole) + "/" + std::to_string(days) + " = " + is + (fits ? " = " : " ≠ ") + scene.printed(mean);
      r.values = {{"whole", scene.printed(whole)}, {"number", std::to_string(days)}, {"computed", is}, {"mean", scene.printed(mean)}};
      // A mean of working days, or one of another stretch, is told in the same words.
      const bool of_one_time = mean.observation->period == whole.observation->period;
      r.direct = of_one_time && period.frequency != Frequency::day && whole.value > mean.value;
      r.by_slip = of_one_time;
      if (fits) {
        report.tell(r);
        return;
      }
      if (!nearest) nearest = std::move(r);
    }
  }
  if (!nearest) return;
  // Of several amounts it may be the mean of any, and of a stretch that the sentence tells: 开业三周以来.
  if (wholes > 1 || !told.empty()) nearest->direct = nearest->by_slip = false;
  report.tell(*nearest);
}

void MeanCheck::per_head(const FigureScene& scene, const Figure& mean, FigureReport& report) const {
  const auto first = scene.of_sentence(mean).first;
  const Figure *whole = nullptr, *heads = nullptr;
  std::size_t wholes = 0, counts = 0;
  for (std::uint32_t back = 1; back <= kBack && mean.index >= first + back; ++back) {
    const Figure& f = scene.figures()[mean.index - back];
    if (!is_whole(f) || scene.says(f.label, FigureWord::average)) continue;
    if (f.quantity->kind == mean.quantity->kind && same_unit(f, mean)) {
      if (wholes++ == 0) whole = &f;
    } else if (f.quantity->kind == UnitKind::counter || f.quantity->kind == UnitKind::none) {
      if (counts++ == 0) heads = &f;
    }
  }
  if (!whole || !heads || wholes != 1 || counts != 1 || whole->value <= mean.value) return;
  FigureRelation r{.rule = per_head_, .figures = {&mean, whole, heads}, .readings = {is_mean}};
  const Interval computed = over(whole->interval, heads->interval);
  const std::string is = scene.written(computed, mean, 1);
  r.relation = scene.printed(*whole) + "/" + scene.printed(*heads) + " = " + is +
               (is_empty(common(computed, mean.interval)) ? " ≠ " : " = ") + scene.printed(mean);
  r.values = {{"whole", scene.printed(*whole)}, {"number", scene.printed(*heads)}, {"computed", is}, {"mean", scene.printed(mean)}};
  // Heads of the kind that the word names: 人 of 人均.
  const WordHit* word = scene.hits().in(mean.label, FigureWord::per_head);
  const std::string_view of = word ? scene.dictionary().attribute(*word, "heads") : std::string_view{};
  r.direct = heads->quantity->unit.size() >= 3 && of.find(heads->quantity->unit.substr(0, 3)) != of.npos && !heads->is_bound() &&
             !whole->is_bound() && heads->observation->period == whole->observation->period &&
             is_near(whole->value / heads->value, mean.value);
  report.tell(r);
}

// 86个基地，带动就业12.9万人，平均每个基地1500人: told where some number of those it names, and some total, fit.
void MeanCheck::per_each(const FigureScene& scene, const Figure& mean, FigureReport& report) const {
  const WordHit* word = scene.hits().in(mean.label, FigureWord::per_each);
  if (!word) return;
  const std::string_view counted = scene.words({word->span.end, FigureScene::hedge_begin(mean)});
  const auto& figures = scene.figures();
  std::vector<const Figure*> wholes, numbers;
  for (std::uint32_t back = 1; back <= kFarBack && mean.index >= back; ++back) {
    const Figure& f = figures[mean.index - back];
    if (f.value <= 0 || f.quantity->value_max || !f.is_amount() ||
        (f.observation && !f.is_level() && f.observation->measure != Measure::change))
      continue;
    if (back <= kBack && f.paragraph == mean.paragraph && f.value > mean.value && (same_unit(f, mean) || are_people(f, mean)))
      wholes.push_back(&f);
    const std::string& unit = f.quantity->printed_unit;
    if (!unit.empty() && f.quantity->kind == UnitKind::counter && counted.starts_with(unit) && f.value > 1) numbers.push_back(&f);
  }
  const auto relation = [&](const Figure& whole, const Figure& number) {
    FigureRelation r{.rule = per_head_, .figures = {&mean, &whole, &number}, .readings = {is_mean}};
    const Interval computed = over(whole.interval, number.interval);
    const std::string is = scene.written(computed, mean, 1);
    r.relation = scene.printed(whole) + "/" + scene.printed(number) + " = " + is +
                 (is_empty(common(computed, mean.interval)) ? " ≠ " : " = ") + scene.printed(mean);
    r.values = {{"whole", scene.printed(whole)}, {"number", scene.printed(number)}, {"computed", is}, {"mean", scene.printed(mean)}};
    r.direct = false;
    return r;
  };
  for (const Figure* whole : wholes)
    for (const Figure* number : numbers)
      if (whole != number && report.tell(relation(*whole, *number))) return;
  // One total and one number, in the very sentence.
  if (wholes.size() != 1 || numbers.size() != 1 || wholes[0] == numbers[0] || wholes[0]->sentence != mean.sentence ||
      numbers[0]->sentence != mean.sentence || wholes[0]->is_bound() || numbers[0]->is_bound() ||
      !is_near(wholes[0]->value / numbers[0]->value, mean.value))
    return;
  FigureRelation r = relation(*wholes[0], *numbers[0]);
  r.direct = true;
  report.tell(r);
}

}  // namespace fengbiao
