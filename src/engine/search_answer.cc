#include "engine/search_answer.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "quantity/calendar.h"
#include "register/wording.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostSeries = 8, kMostPeriods = 12, kMostIndicators = 3;
constexpr std::string_view kOwnCountry = "CN";
constexpr int kReachOfNone = 1;  // no area is told

// A period that stands in the words, and the words without it.
struct Taken {
  std::string period, words;
  QueryDays days;
};
std::optional<Taken> take_period(std::string_view words, const QuantityReader& reader) {
  QuantityReader::Reading reading;
  reader.read(words, reading);
  for (const Time& time : reading.times) {
    if (time.kind != TimeKind::period && time.kind != TimeKind::range) continue;
    const ResolvedTime resolved = reader.resolve(time, {});
    if (!resolved.start || !resolved.end) continue;
    Taken out;
    out.period = slice(words, time.span);
    out.words = std::string(words.substr(0, time.span.begin)) + std::string(words.substr(time.span.end));
    out.days = {day_number(*resolved.start), day_number(*resolved.end)};
    return out;
  }
  return {};
}

bool within(const SeriesCell& cell, const QueryDays& days) {
  return cell.period.frequency != Frequency::none && cell.period.first_day >= days.first && cell.period.last_day <= days.last;
}
bool equal(const SeriesCell& cell, const QueryDays& days) {
  return cell.period.first_day == days.first && cell.period.last_day == days.last;
}

// How far the area of a series reaches: the country, none told, the world and other countries, provinces, cities, districts, smaller ones,
// areas without a code.
int reach(const Series& s) {
  const std::string_view code = s.area_code;
  if (code.empty()) return s.area.empty() ? kReachOfNone : 7;
  if (code == kOwnCountry) return 0;
  if (code.size() < 6 || code.find_first_not_of("0123456789") != code.npos) return 2;
  if (code.size() > 6) return 6;
  return code.ends_with("0000") ? 3 : code.ends_with("00") ? 4 : 5;
}

// What is told of everybody before what is told of one, of the country before its parts, levels before what changes of them, years to
// months before days, stocks and other stretches, many values before few, late ones before early ones.
auto generality(const Series& s) {
  int last = std::numeric_limits<int>::min() + 1;
  for (const SeriesCell& cell : s.cells)
    if (cell.period.frequency != Frequency::none) last = std::max(last, cell.period.last_day);
  return std::tuple(!s.entity.empty(), reach(s), s.measure != Measure::level, s.frequency > Frequency::months_to_date,
                    -std::int64_t{static_cast<std::uint32_t>(s.cells.size())}, -std::int64_t{s.reports}, -last);
}

}  // namespace

Result<FigureNames> FigureNames::gather(Archive& archive, const Indicators& indicators, const DataSet& data) {
  FB_TRY(SeriesFinder finder, SeriesFinder::load(data));
  FigureNames out(std::move(finder));
  FB_TRY(const auto told, archive.file().told_indicators());
  const auto add = [&](std::string_view name, const std::string& area) {
    std::string bare = bare_words(name);
    if (bare.empty()) return;
    if (!area.empty()) out.names_.insert(area + bare);
    out.names_.insert(std::move(bare));
  };
  for (const auto& [indicator, code, area] : told) {
    const std::string where = bare_words(area);
    add(indicator, where);
    add(code, "");
    if (const Indicator* known = indicators.by_id(code)) {
      add(known->name, where);
      for (const std::string& alias : known->aliases) add(alias, where);
      for (const std::string& name : known->exact) add(name, where);
    }
  }
  // What somebody corrected is not in the columns.
  FB_TRY(const auto corrections, archive.file().corrections());
  for (const Correction& c : corrections)
    if (c.field == "indicator" && c.value) add(*c.value, "");
  return out;
}

bool FigureNames::may_name(const FigureQuestion& question) const {
  const std::string bare = bare_words(question.words);
  return names_.contains(bare) || (question.days && finder_.core(question.words) != bare);
}

std::optional<FigureQuestion> figure_question(const Query& query, const QueryParser& parser) {
  if (query.root.kind != QueryNode::Kind::words && query.root.kind != QueryNode::Kind::both) return {};
  if (std::ranges::any_of(query.root.parts, [](const QueryNode& part) { return !part.leaf(); })) return {};
  FigureQuestion out;
  bool plain = true;
  each_leaf(query.root, [&](const QueryNode& leaf, bool) {
    const auto period = [&](const QueryDays& days, std::string printed) {
      if (out.days) plain = false;
      out.days = days;
      out.period = std::move(printed);
    };
    const auto words = [&](std::string_view more) {
      const std::string_view asked = parser.words().asked(more);
      if (!asked.empty()) out.words += (out.words.empty() ? "" : " ") + std::string(asked);
    };
    if (leaf.kind == QueryNode::Kind::days) return period(leaf.days, leaf.words);
    if (leaf.kind != QueryNode::Kind::words) return void(plain = false);
    if (leaf.field == QueryField::area) return void(out.area = leaf.words);
    if (leaf.field != QueryField::any && leaf.field != QueryField::indicator) return void(plain = false);
    if (leaf.field == QueryField::any) {
      if (const auto days = read_days(leaf.words, parser.reader())) {
        out.period_leaves.push_back(leaf.number);
        return period(*days, leaf.words);
      }
      if (auto taken = take_period(leaf.words, parser.reader())) {
        words(taken->words);
        return period(taken->days, std::move(taken->period));
      }
    }
    words(leaf.words);
  });
  if (!plain || out.words.empty()) return {};
  return out;
}

std::optional<SearchAnswer> answer_of(const FigureQuestion& question, std::shared_ptr<const GatheredSeries> gathered,
                                      const Indicators& indicators) {
  SeriesMatches found = gathered->find({.words = question.words, .area = question.area, .related = false});
  const auto named = [&](const Series& s) {
    const std::string asked = bare_words(question.words), area = bare_words(s.area);
    const auto is = [&](std::string_view name) { return bare_words(name) == asked || (!area.empty() && area + bare_words(name) == asked); };
    return is(s.indicator) || s.indicator_code == question.words ||
           std::ranges::any_of(s.called, [&](const auto& c) { return is(c.first); }) ||
           std::ranges::any_of(gathered->all.aliases(s), [&](const std::string& alias) { return is(alias); });
  };
  if (!question.days) {
    if (std::ranges::none_of(found.matches, [&](const Series* s) { return named(*s); })) return {};
  } else if (found.matches.empty()) {
    // By what the lexicon understands: another ending, English words.
    for (const Indicator* indicator : indicators.query(question.words, kMostIndicators))
      for (const Series& s : gathered->all.series())
        if (s.indicator_code == indicator->id && (question.area.empty() || s.area == question.area)) found.matches.push_back(&s);
  }
  // Where names that were printed hold the words, those that hold them in another name alone are not meant.
  const auto printed = [&](const Series* s) {
    const std::string asked = bare_words(question.words);
    const auto holds = [&](std::string_view name) { return bare_words(name).find(asked) != std::string::npos; };
    return holds(s->area + s->indicator) || holds(s->entity + s->indicator) ||
           std::ranges::any_of(s->called, [&](const auto& c) { return holds(s->area + c.first); });
  };
  if (std::ranges::any_of(found.matches, printed) && std::ranges::none_of(found.matches, [&](const Series* s) { return named(*s); }))
    std::erase_if(found.matches, [&](const Series* s) { return !printed(s); });
  if (found.matches.empty()) return {};
  std::ranges::stable_sort(found.matches, {}, [](const Series* s) { return generality(*s); });

  SearchAnswer out;
  out.words = question.words;
  out.exact = std::ranges::any_of(found.matches, [&](const Series* s) { return named(*s); });
  out.period = question.period;
  out.gathered = gathered;
  if (!question.days) {
    for (const Series* s : found.matches)
      if (out.series.size() < kMostSeries) out.series.push_back(*s);
    return out;
  }
  out.from = iso_day(question.days->first);
  out.to = iso_day(question.days->last);
  std::vector<std::pair<int, Series>> kept;
  std::set<std::pair<int, std::string>> told_for;
  for (const Series* s : found.matches) {
    Series of_period = *s;
    std::erase_if(of_period.cells, [&](const SeriesCell& cell) { return !within(cell, *question.days); });
    for (const SeriesCell& cell : s->cells)
      if (cell.period.frequency != Frequency::none) told_for.emplace(-cell.period.last_day, cell.period.name);
    if (of_period.cells.empty()) continue;
    of_period.reports = of_period.conflicts = of_period.conflicts_unsure = 0;
    for (const SeriesCell& cell : of_period.cells) {
      of_period.reports += static_cast<std::uint32_t>(cell.reports.size());
      of_period.conflicts += cell.conflict == Conflict::sure;
      of_period.conflicts_unsure += cell.conflict == Conflict::unsure;
    }
    const bool exact = std::ranges::any_of(of_period.cells, [&](const SeriesCell& cell) { return equal(cell, *question.days); });
    kept.emplace_back(exact ? 0 : 1, std::move(of_period));
  }
  // What is told of the country and of everybody in it, then the period itself before parts of it.
  std::ranges::stable_sort(kept, {}, [](const auto& k) {
    const bool of_one = !k.second.entity.empty() || reach(k.second) > kReachOfNone;
    return std::tuple(of_one, k.first, generality(k.second));
  });
  for (auto& [order, series] : kept)
    if (out.series.size() < kMostSeries) out.series.push_back(std::move(series));
  if (out.series.empty())
    for (const auto& [day, name] : told_for)
      if (out.told_for.size() < kMostPeriods) out.told_for.push_back(name);
  return out;
}

}  // namespace fengbiao
