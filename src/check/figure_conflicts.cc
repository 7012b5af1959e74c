#include "check/figure_conflicts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

#include "base/code_points.h"
#include "check/interval.h"
#include "check/told_figures.h"
#include "register/figure.h"
#include "register/wording.h"
#include "text/chars.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostOfACell = 200;  // reports of one cell that are looked at
constexpr std::size_t kMostPairs = 3;      // conflicts given of one cell
constexpr int kYear = 330;                 // days after which a figure of now should have moved
constexpr double kOtherThing = 1.5;        // figures that lie further apart, under other words, are of other things
constexpr int kSlip = 3;                   // digits that two figures must have where one is taken for a slip of the other
constexpr int kSlipOfOne = 2;              // the same where who tells, what and when are the same, word for word
constexpr std::size_t kWholeName = 6;      // characters of such words
constexpr std::size_t kMostOfAName = 60;   // figures of one name of which one is said to be of now
constexpr double kUnsure = 0.55;           // confidence, where one of them was not read surely
constexpr int kTelling = 2;                // digits that a figure must have to be known again

bool has(std::string_view text, const std::vector<std::string>& words) {
  return std::ranges::any_of(words, [&](const std::string& word) { return text.find(word) != text.npos; });
}

int significant(const Observation& o) {
  int digits = 0, zeros = 0;
  for (const char c : o.digits) {
    if (c < '0' || c > '9') continue;
    if (digits == 0 && c == '0') continue;
    if (c == '0') ++zeros;
    else digits += zeros + 1, zeros = 0;
  }
  return digits;
}

}  // namespace

class FigureConflicts::Comparer {
 public:
  Comparer(const FigureConflicts& rules, const SeriesRegister& all) : rules_(rules), all_(all) {}

  std::vector<ToldBetween> run() {
    for (const Series& series : all_.series()) {
      if (series.reports < 2) continue;
      if (series.measure != Measure::rank && series.frequency != Frequency::none)
        for (const SeriesCell& cell : series.cells) one_cell(series, cell);
      if (series.frequency == Frequency::stock) standing_still(series);
    }
    now_against_dated();
    drop_what_follows();
    return std::move(out_);
  }

 private:
  using Report = SeriesReport;
  [[nodiscard]] const ReportedObservation& at(const Report& r) const { return all_.at(r); }
  [[nodiscard]] const Observation& of(const Report& r) const { return all_.at(r).observation; }
  [[nodiscard]] bool one_article(const Report& a, const Report& b) const {
    const Origin &x = at(a).origin, &y = at(b).origin;
    return x.issue == y.issue && x.file == y.file && x.article == y.article;
  }

  void put(ToldBetween told, Measure measure) {
    out_.push_back(std::move(told));
    measures_.push_back(measure);
  }

  ToldBetween told(const Report& a, const Report& b, const CheckRule* rule, Verdict verdict, std::string_view sign) const {
    return {.rule = rule,
            .verdict = verdict,
            .first = side_of(at(a).origin, of(a)),
            .second = side_of(at(b).origin, of(b)),
            .relation = fmt::format("{} {} {}", of(a).text, sign, of(b).text),
            .values = {{"first", of(a).text}, {"second", of(b).text}, {"indicator", of(b).indicator}, {"period", of(b).period}}};
  }

  void one_cell(const Series& series, const SeriesCell& cell) {
    const std::size_t count = std::min(cell.reports.size(), kMostOfACell);
    std::size_t given = 0;
    for (std::size_t i = 1; i < count; ++i) {
      const Report& later = cell.reports[i];
      if (later.repeats) {
        const Report& first = cell.reports[*later.repeats];
        // Within an issue the texts themselves are held against each other (told_again.h).
        if (ToldBetween t = told(first, later, rules_.differ_, Verdict::holds, "="); !t.in_one_issue())
          put(std::move(t), of(later).measure);
        continue;
      }
      if (given >= kMostPairs || of(later).status != Status::actual) continue;
      for (std::size_t k = 0; k < i; ++k) {
        const Report& first = cell.reports[k];
        if (first.repeats || of(first).status != Status::actual || one_article(first, later)) continue;
        if (meet(stands_for(of(first)), stands_for(of(later)))) continue;
        ++given;
        differ(series, first, later);
        break;
      }
    }
  }

  void differ(const Series& series, const Report& first, const Report& later) {
    const Observation &a = of(first), &b = of(later);
    ToldBetween t = told(first, later, rules_.differ_, Verdict::contradicts, "≠");
    t.reason = doubt(first, later);
    const bool two_series = series.measure == Measure::level && implies_two_series(first, later, t);
    // 137, 173: one was written down wrongly, however they were read.
    const bool written_wrongly = !two_series && slip_of(a, b) >= (told_alike(a, b) ? kSlipOfOne : kSlip) &&
                                 (t.reason.empty() || t.reason == "not_read_surely") && one_period(a, b);
    if (written_wrongly) {
      t.reason = {};
      t.confidence = a.sure && b.sure ? -1 : kUnsure;
      return put(std::move(t), series.measure);
    }
    if (t.reason.empty() && bare_words(a.indicator) != bare_words(b.indicator) && !two_series) {
      // Other words for it: figures far apart are of other things.
      const double low = std::min(std::abs(a.value), std::abs(b.value)), high = std::max(std::abs(a.value), std::abs(b.value));
      if (high > kOtherThing * low) return;
      t.reason = "other_scope";
    }
    if (t.reason.empty() && !two_series && first.revised && at(first).origin.date < at(later).origin.date) {
      // Within one issue it may be either.
      if (t.in_one_issue()) t.reason = "revised";
      else t.rule = rules_.revised_;
    }
    if (t.reason.empty() && two_series) {  // each may be right in its own
      t.reason = "two_series";
      t.worth_telling = true;
    }
    if (!t.reason.empty()) {
      t.verdict = Verdict::cannot_tell;
      if (!t.worth_telling) t.variant = {};
      t.relation = fmt::format("{} ? {}", a.text, b.text);
    }
    put(std::move(t), series.measure);
  }

  static int slip_of(const Observation& a, const Observation& b) {
    const auto figure = [](const Observation& o, Quantity& q) {
      q.value = o.value;
      q.value_max = o.value_max;
      q.step = o.step;
      q.approx = o.approx == '=' ? Approx::exact : o.approx == '>' ? Approx::above : o.approx == '<' ? Approx::below : Approx::about;
      return ToldFigure{ToldFigure::Sort::amount, {}, {}, kNoClause, &q, nullptr, 0, {}};
    };
    Quantity x, y;
    const ToldFigure p = figure(a, x), q = figure(b, y);
    return std::min(slip(p, q), slip(q, p));
  }
  static bool one_period(const Observation& a, const Observation& b) { return !a.period.empty() && a.period == b.period; }

  // 120个, 130个: by one body, of one place and the same thing in the same words.
  static bool told_alike(const Observation& a, const Observation& b) {
    const std::string words = bare_words(a.indicator);
    return !a.reporter.empty() && a.reporter == b.reporter && !a.area.empty() && a.area == b.area && a.entity == b.entity &&
           code_points(words).size() >= kWholeName && words == bare_words(b.indicator);
  }

  // 截至6月，用户5.26亿人 and, in another article of the issue, 如今，用户已达5.62亿人: a figure of now whose period is that of its
  // telling.
  void now_against_dated() {
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::vector<const ReportedObservation*>> named;
    for (const ReportedObservation& r : all_.observations()) {
      const Observation& o = r.observation;
      if (o.measure != Measure::level || o.indicator_code.empty() || o.status != Status::actual || !o.period.starts_with('@')) continue;
      if (o.value_max || o.approx != '=' || !o.entity_id.empty() || !o.part_of.empty() || significant(o) < kSlip) continue;
      auto& all = named[{r.origin.issue, r.origin.file, o.indicator_code, o.unit}];
      if (all.size() < kMostOfAName) all.push_back(&r);
    }
    for (const auto& [_, all] : named)
      for (std::size_t i = 1; i < all.size(); ++i)
        for (std::size_t k = 0; k < i; ++k) {
          const Observation &a = all[k]->observation, &b = all[i]->observation;
          const Origin &x = all[k]->origin, &y = all[i]->origin;
          if (x.article == y.article || a.period == b.period) continue;
          if (a.area_code != b.area_code && !a.area.empty() && !b.area.empty()) continue;
          const bool now_a = is_of_now(a, x), now_b = is_of_now(b, y);
          if (now_a == now_b || !swapped(a.digits, b.digits) || slip_of(a, b) < kSlip || differing_scope(a, b)) continue;
          put({.rule = rules_.differ_,
               .verdict = Verdict::contradicts,
               .first = side_of(x, a),
               .second = side_of(y, b),
               .relation = fmt::format("{} ≠ {}", a.text, b.text),
               .values = {{"first", a.text}, {"second", b.text}, {"indicator", b.indicator}, {"period", now_a ? b.period : a.period}},
               .confidence = kUnsure},
              Measure::level);
        }
  }
  // Of the month in which it was told, by a word for now.
  [[nodiscard]] bool is_of_now(const Observation& o, const Origin& told) const {
    return o.period.size() >= 8 && told.date.size() >= 7 && o.period.substr(1, 7) == told.date.substr(0, 7) &&
           has(folded(o.quote), rules_.now_);
  }
  [[nodiscard]] bool differing_scope(const Observation& a, const Observation& b) const {
    return std::ranges::any_of(rules_.scopes_,
                               [&](const auto& s) { return has(folded(a.quote), s.second) != has(folded(b.quote), s.second); });
  }
  // 5.26, 5.62
  static bool swapped(std::string_view a, std::string_view b) {
    if (a.size() != b.size() || a == b) return false;
    std::size_t at = 0;
    while (a[at] == b[at]) ++at;
    return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
  }

  // Levels and growths that imply two levels of the year before.
  bool implies_two_series(const Report& first, const Report& later, ToldBetween& t) {
    const Observation *const x = growth_beside(first), *const y = growth_beside(later);
    // One growth told with two levels: a level is wrong.
    if (!x || !y || meet(stands_for(*x), stands_for(*y))) return false;
    const auto before = [](const Observation& level, const Observation& growth) {
      return over(stands_for(level), plus(exactly(1), times(stands_for(growth), 0.01)));
    };
    const Interval p = before(of(first), *x), q = before(of(later), *y);
    if (!std::isfinite(p.low + p.high + q.low + q.high) || meet(p, q)) return false;
    t.variant = "two_series";
    t.values.emplace_back("before_first", printed_as(of(first), (p.low + p.high) / 2));
    t.values.emplace_back("before_second", printed_as(of(later), (q.low + q.high) / 2));
    t.values.emplace_back("growth_first", fmt::format("{:+g}%", x->value));
    t.values.emplace_back("growth_second", fmt::format("{:+g}%", y->value));
    return true;
  }
  // A value in the scale and unit of a figure that was printed.
  static std::string printed_as(const Observation& like, double value) {
    const std::size_t at = like.text.find(like.digits);
    std::string digits = like.digits;
    std::erase(digits, ',');
    char* end = nullptr;
    const double told = std::strtod(digits.c_str(), &end);
    if (at == like.text.npos || told <= 0 || *end) return fmt::format("{:.4g}", value);
    const std::size_t point = digits.find('.');
    const int places = point == digits.npos ? 0 : static_cast<int>(digits.size() - point - 1);
    return like.text.substr(0, at) + fmt::format("{:.{}f}", value / (like.value / told), std::max(places, 2)) +
           like.text.substr(at + like.digits.size());
  }

  // A growth that differs where its level does is no second matter.
  void drop_what_follows() {
    using Sentences = std::tuple<std::string, std::uint32_t, std::uint32_t, std::string, std::uint32_t, std::uint32_t>;
    const auto sentences = [](const ToldBetween& t) -> Sentences {
      return {t.first.origin.issue + "/" + t.first.origin.file,   t.first.origin.article,  t.first.quote_span.begin,
              t.second.origin.issue + "/" + t.second.origin.file, t.second.origin.article, t.second.quote_span.begin};
    };
    std::set<Sentences> levels;
    for (std::size_t i = 0; i < out_.size(); ++i)
      if ((out_[i].verdict == Verdict::contradicts || out_[i].worth_telling) && measures_[i] == Measure::level)
        levels.insert(sentences(out_[i]));
    std::size_t i = 0;
    std::erase_if(out_, [&](const ToldBetween& t) {
      return measures_[i++] == Measure::growth && t.verdict != Verdict::holds && levels.contains(sentences(t));
    });
  }

  // Why two figures of one cell need not contradict each other; empty: they do.
  [[nodiscard]] std::string_view doubt(const Report& first, const Report& later) const {
    const Observation &a = of(first), &b = of(later);
    for (const auto& [reason, words] : rules_.scopes_)
      if (has(folded(a.quote), words) != has(folded(b.quote), words)) return reason;
    const auto reporter = [](const Observation& o) { return o.reporter_id.empty() ? bare_words(o.reporter) : o.reporter_id; };
    if (!reporter(a).empty() && !reporter(b).empty() && reporter(a) != reporter(b)) return "other_body";
    if (!a.sure || !b.sure) return "not_read_surely";
    if (a.indicator.empty() || b.indicator.empty()) return "other_scope";
    if (a.area_code.empty() && a.entity.empty() && a.area.empty()) return "other_scope";
    if (a.part_of.empty() != b.part_of.empty()) return "other_scope";
    return {};
  }

  // The growth told with a level: of its sentence, indicator and period.
  [[nodiscard]] const Observation* growth_beside(const Report& report) {
    if (growths_.empty())
      for (const ReportedObservation& r : all_.observations())
        if (r.observation.measure == Measure::growth && r.observation.basis == "yoy") growths_[key(r)] = &r.observation;
    const auto found = growths_.find(key(at(report)));
    return found == growths_.end() ? nullptr : found->second;
  }
  using Key = std::tuple<std::string, std::string, std::uint32_t, std::uint32_t, std::string, std::string, std::string>;
  static Key key(const ReportedObservation& r) {
    const Observation& o = r.observation;
    return {r.origin.issue,         r.origin.file, r.origin.article,
            o.quote_span.begin,     o.period,      o.indicator_code.empty() ? bare_words(o.indicator) : o.indicator_code,
            o.area + "/" + o.entity};
  }

  // 目前, and a year later the same.
  void standing_still(const Series& series) {
    std::vector<const Report*> reports;
    for (const SeriesCell& cell : series.cells)
      for (const Report& r : cell.reports)
        if (of(r).status == Status::actual && of(r).measure == Measure::level && significant(of(r)) >= kTelling &&
            has(folded(of(r).quote), rules_.now_))
          reports.push_back(&r);
    for (std::size_t i = 1; i < std::min(reports.size(), kMostOfACell); ++i)
      for (std::size_t k = 0; k < i; ++k) {
        const Report &first = *reports[k], &later = *reports[i];
        if (!same_figure(of(first), of(later)) || bare_words(of(first).indicator) != bare_words(of(later).indicator)) continue;
        const int days = series_period(of(later).period).first_day - series_period(of(first).period).first_day;
        if (days < kYear) continue;
        ToldBetween t = told(first, later, rules_.stale_, Verdict::contradicts, "=");
        t.values.emplace_back("since", of(first).period);
        put(std::move(t), Measure::level);
        break;
      }
  }

  const FigureConflicts& rules_;
  const SeriesRegister& all_;
  std::map<Key, const Observation*> growths_;
  std::vector<ToldBetween> out_;
  std::vector<Measure> measures_;  // of each
};

Result<FigureConflicts> FigureConflicts::load(const DataSet& data, RuleBook& book) {
  FigureConflicts out;
  FB_TRY(out.differ_, book.rule("figure-conflict"));
  FB_TRY(out.revised_, book.rule("revised-figure"));
  FB_TRY(out.stale_, book.rule("stale-figure"));
  FB_TRY(const DataSet::File* file, data.find("check/conflicts.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"now", "scopes"}));
  FB_TRY(out.now_, pack["now"].texts());
  FB_TRY(const auto scopes, pack["scopes"].entries());
  for (const auto& [reason, list] : scopes) {
    if (!book.reason(reason)) return list.complain("'" + reason + "' is no reason of rules/check/reasons.yaml");
    FB_TRY(std::vector<std::string> words, list.texts());
    out.scopes_.emplace_back(reason, std::move(words));
  }
  return out;
}

std::vector<ToldBetween> FigureConflicts::compare(const SeriesRegister& all) const { return Comparer(*this, all).run(); }

}  // namespace fengbiao
