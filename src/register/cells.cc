#include "register/cells.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "register/figure.h"
#include "register/wording.h"

namespace fengbiao {
namespace {

// More different figures than this from one reporter for one cell are no revisions of each other.
constexpr std::size_t kMostRevisions = 32;

class Judge {
 public:
  Judge(SeriesCell& cell, const std::vector<ReportedObservation>& all) : cell_(cell), all_(all) {}

  void find_repetitions() {
    std::vector<std::uint32_t> order(cell_.reports.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto key = [&](std::uint32_t i) {
      const Observation& o = of(i);
      const auto place = [](double v) { return std::isnan(v) ? std::numeric_limits<double>::infinity() : v; };
      return std::tuple(o.status, o.approx, place(o.value), place(o.value_max.value_or(o.value)), i);
    };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    for (std::size_t i = 0; i < order.size();) {
      std::size_t end = i + 1;
      const auto same = [&](std::uint32_t j) { return of(j).status == of(order[i]).status && same_figure(of(j), of(order[i])); };
      while (end < order.size() && same(order[end])) ++end;
      const std::uint32_t first = *std::min_element(&order[i], order.data() + end);
      for (; i < end; ++i)
        if (order[i] != first) cell_.reports[order[i]].repeats = first;
    }
  }

  void find_revisions() {
    // The figures of each reporter, with the days on which it was told first and last.
    struct Figure {
      Interval values;
      std::string_view first, last;
      std::vector<std::uint32_t> reports;
    };
    std::map<std::pair<Status, std::string>, std::map<std::pair<double, double>, Figure>> told;
    for (std::uint32_t i = 0; i < cell_.reports.size(); ++i) {
      const Observation& o = of(i);
      const std::string_view day = at(i).origin.date;
      std::string reporter = o.reporter_id.empty() ? bare_words(o.reporter) : o.reporter_id;
      if (reporter.empty() || day.empty()) continue;
      const Interval values = stands_for(o);
      Figure& figure = told[{o.status, std::move(reporter)}][{values.low, values.high}];
      if (figure.reports.empty()) figure = {values, day, day, {}};
      figure.last = day;
      figure.reports.push_back(i);
    }
    for (const auto& [reporter, by_values] : told) {
      if (by_values.size() < 2 || by_values.size() > kMostRevisions) continue;
      std::vector<const Figure*> figures;
      for (const auto& [values, figure] : by_values) figures.push_back(&figure);
      for (const Figure* old : figures) {
        const auto replaces = [&](const Figure* later) {
          if (meet(old->values, later->values)) return false;
          // All that agrees with the later figure alone is told after all that agrees with the old one alone.
          std::string_view end, begin = later->first;
          for (const Figure* f : figures) {
            const bool with_old = meet(f->values, old->values), with_later = meet(f->values, later->values);
            if (with_old && !with_later) end = std::max(end, f->last);
            if (with_later && !with_old) begin = std::min(begin, f->first);
          }
          return end < begin;
        };
        if (std::any_of(figures.begin(), figures.end(), replaces))
          for (const std::uint32_t i : old->reports) cell_.reports[i].revised = true;
      }
    }
  }

  void find_conflict() {
    if (cannot_all_hold(true)) cell_.conflict = Conflict::sure;
    else if (cannot_all_hold(false)) cell_.conflict = Conflict::unsure;
  }

 private:
  const ReportedObservation& at(std::uint32_t report) const { return all_[cell_.reports[report].record]; }
  const Observation& of(std::uint32_t report) const { return at(report).observation; }

  // Whether two reports that still stand exclude each other, of different sentences: one sentence that tells two figures tells two things.
  // Strictly: both read surely, and in different articles.
  bool cannot_all_hold(bool strictly) const {
    using Teller = std::tuple<std::string_view, std::string_view, std::uint32_t, std::uint32_t>;
    struct End {
      Interval values;
      Teller teller;
    };
    // The highest low end and the lowest high end decide; of each also the next from another teller.
    std::vector<End> low, high;
    const auto keep = [&](std::vector<End>& ends, const End& e, auto further) {
      if (ends.empty()) {
        ends.push_back(e);
      } else if (further(e, ends[0])) {
        if (ends[0].teller != e.teller) {
          ends.resize(1);
          ends.push_back(ends[0]);
        }
        ends[0] = e;
      } else if (e.teller != ends[0].teller && (ends.size() < 2 || further(e, ends[1]))) {
        ends.resize(1);
        ends.push_back(e);
      }
    };
    for (std::uint32_t i = 0; i < cell_.reports.size(); ++i) {
      const Observation& o = of(i);
      if (o.status != Status::actual || cell_.reports[i].revised || (strictly && !o.sure)) continue;
      const Origin& origin = at(i).origin;
      const End e{stands_for(o), {origin.issue, origin.file, origin.article, strictly ? 0 : o.quote_span.begin}};
      keep(low, e, [](const End& a, const End& b) { return a.values.low > b.values.low; });
      keep(high, e, [](const End& a, const End& b) { return a.values.high < b.values.high; });
    }
    for (const End& a : low)
      for (const End& b : high)
        if (!meet(a.values, b.values) && a.teller != b.teller) return true;
    return false;
  }

  SeriesCell& cell_;
  const std::vector<ReportedObservation>& all_;
};

}  // namespace

void judge(SeriesCell& cell, const std::vector<ReportedObservation>& observations, bool comparable) {
  Judge judge(cell, observations);
  judge.find_repetitions();
  if (!comparable) return;
  judge.find_revisions();
  judge.find_conflict();
}

}  // namespace fengbiao
