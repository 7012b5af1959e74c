#include "check/told_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/code_points.h"
#include "quantity/calendar.h"
#include "quantity/latin_run.h"
#include "register/wording.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr double kNear = 0.05;                  // by how much a title may round away from the figure
constexpr double kNearBelow = 0.1;              // 近: how far below a bound its figure lies
constexpr double kSlight = 10;                  // numbers up to it are met by chance
constexpr double kLarge = 1e4;                  // likewise where two are held against each other that differ
constexpr double kTelling = 100;                // from here on a number without a unit is one of its own
constexpr int kFarthestRank = 64;               // figures looked back over for the rank that the next one follows
constexpr std::uint32_t kLongestClause = 1200;  // bytes
constexpr int kDaysOfEnd = 11;                  // the last days of a month that its end may be

bool equal(double a, double b) { return a == b || std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }

// Worth of the last printed digit that is not zero: 100亿 of 3000亿 has 1000亿.
double grain(const Quantity& q) {
  double step = q.step > 0 ? q.step : 1;
  double digits = std::round(std::abs(q.value) / step);
  while (digits >= 10 && std::fmod(digits, 10) == 0) digits /= 10, step *= 10;
  return step;
}

bool rounds_to(const Quantity& rough, const Quantity& fine) {
  const double v = std::abs(rough.value), difference = std::abs(fine.value) - v, g = grain(rough);
  const bool near = std::abs(difference) <= kNear * v;
  switch (rough.approx) {
    case Approx::above: return difference >= 0 && (difference < g || difference <= kNear * v);
    case Approx::below: return difference <= 0 && -difference <= std::min(g, kNearBelow * v);
    case Approx::about: return near && (fine.approx != Approx::about || std::abs(difference) <= g / 2);
    case Approx::exact: break;
  }
  if (std::abs(difference) <= rough.step / 2) return true;
  return near && (std::abs(difference) <= g / 2 || (difference > 0 && difference < g && fine.step < g * 0.99));
}

bool strict(UnitKind kind) {
  return kind == UnitKind::money || kind == UnitKind::percent || kind == UnitKind::points_of_percent || kind == UnitKind::multiple ||
         kind == UnitKind::rank;
}

enum class UnitFit : std::uint8_t { no, loose, yes };
UnitFit fit(const Quantity& a, const Quantity& b) {
  if (a.unit == b.unit && strict(a.kind) == strict(b.kind)) return UnitFit::yes;
  const bool unit_left_out = (a.unit.empty() || b.unit.empty()) && std::abs(a.value) >= kTelling;
  if (strict(a.kind) || strict(b.kind))
    return unit_left_out && a.kind != UnitKind::percent && b.kind != UnitKind::percent ? UnitFit::loose : UnitFit::no;
  if (a.unit.empty() || b.unit.empty()) return UnitFit::loose;
  return std::abs(a.value) > kSlight ? UnitFit::loose : UnitFit::no;
}

Agreement amounts(const Quantity& rough, const Quantity& fine) {
  const UnitFit units = fit(rough, fine);
  if (units == UnitFit::no) return Agreement::none;
  const double top = rough.value_max.value_or(rough.value), fine_top = fine.value_max.value_or(fine.value);
  const bool ranges = rough.value_max || fine.value_max;
  bool same = equal(rough.value, fine.value) && equal(top, fine_top);
  // A figure that is not hedged is not what another one was rounded to on its other side.
  const bool rounded =
      !ranges && (rounds_to(rough, fine) || (rough.approx == Approx::exact && fine.approx != Approx::exact && rounds_to(fine, rough)));
  if (!same && !rounded) return Agreement::none;
  if (units == UnitFit::loose) return Agreement::loosely;
  return same ? Agreement::same : Agreement::rounded;
}

bool is_rank(const ToldFigure& f) { return f.sort == ToldFigure::Sort::number && f.counter == "rank"; }

// Two days by what is printed of them; what one does not say is as the other says it.
Agreement days(const TimePoint& a, const TimePoint& b) {
  if (a.lunar != b.lunar || !a.named.empty() || !b.named.empty()) return Agreement::none;
  if (!a.month || !b.month || *a.month != *b.month) return Agreement::none;
  if (a.year && b.year && *a.year != *b.year) return Agreement::none;
  if (a.day && b.day) return *a.day == *b.day ? Agreement::same : Agreement::none;
  if (!a.day && !b.day) return a.edge == b.edge && a.third == b.third ? Agreement::same : Agreement::none;
  return !a.day && !a.third ? Agreement::rounded : Agreement::none;  // a month, and a day of it
}

Agreement times(const TimeInText& rough, const TimeInText& fine) {
  const Time &a = rough.time, &b = fine.time;
  if (a.kind == TimeKind::duration || b.kind == TimeKind::duration)
    return a.kind == b.kind && !a.duration.empty() && a.duration == b.duration ? Agreement::same : Agreement::none;
  const bool edge = a.kind != TimeKind::range && a.from.edge == TimePoint::Edge::end && !a.from.day;
  if (edge && rough.resolved.end && fine.resolved.start && b.from.day) {
    const int ahead = day_number(*rough.resolved.end) - day_number(*fine.resolved.start);
    if (ahead >= 0 && ahead < kDaysOfEnd) return Agreement::rounded;
  }
  if (a.kind == TimeKind::range && b.kind == TimeKind::range) {
    const Agreement first = days(a.from, b.from), last = days(a.to, b.to);
    if (first != Agreement::none && last != Agreement::none) return std::min(first, last);
    return Agreement::none;
  }
  Agreement best = days(a.from, b.from);
  if (a.kind == TimeKind::range) best = std::max(best, days(a.to, b.from));
  if (b.kind == TimeKind::range) best = std::max(best, days(a.from, b.to));
  if (best != Agreement::none) return best;
  // 去年同期: told by the same words.
  const bool said = !rough.resolved.value.empty() && rough.resolved.value == fine.resolved.value;
  if (said || (!a.partial.empty() && a.partial == b.partial)) best = Agreement::same;
  return best;
}

// The digits of a value counted in steps: 1.98万亿 by its own step is 198.
std::string digits_in(double value, double step) { return fmt::format("{:.0f}", std::abs(value) / (step > 0 ? step : 1)); }

// The next match; a pattern of the user's own may match nothing at all, and the search goes on behind that place.
std::optional<Match> next(const Pattern& pattern, std::string_view folded, std::size_t from) {
  return from <= folded.size() ? pattern.find(folded, from) : std::nullopt;
}

std::size_t behind(std::string_view folded, const Match& match) {
  const auto begin = static_cast<std::size_t>(match.whole().data() - folded.data());
  return begin + std::max<std::size_t>(match.whole().size(), 1);
}

bool one_slip(const std::string& left, const std::string& right) {
  if (left.size() == right.size()) {
    std::vector<std::size_t> wrong;
    for (std::size_t i = 0; i < left.size() && wrong.size() < 3; ++i)
      if (left[i] != right[i]) wrong.push_back(i);
    return wrong.size() == 1 || (wrong.size() == 2 && left[wrong[0]] == right[wrong[1]] && left[wrong[1]] == right[wrong[0]]);
  }
  return std::min(left.size(), right.size()) >= 2 && edit_distance(code_points(left), code_points(right), 1) <= 1;
}

}  // namespace

Agreement agreement(const ToldFigure& a, const ToldFigure& b) {
  using Sort = ToldFigure::Sort;
  const auto rank = [](const ToldFigure& f) {
    if (is_rank(f)) return f.number;
    return f.quantity && f.quantity->kind == UnitKind::rank ? static_cast<int>(f.quantity->value) : 0;
  };
  if (is_rank(a) || is_rank(b)) return rank(a) == rank(b) && rank(a) > 0 ? Agreement::same : Agreement::none;
  if (a.sort != b.sort) return Agreement::none;
  if (a.sort == Sort::amount) return amounts(*a.quantity, *b.quantity);
  if (a.sort == Sort::day) return std::max(times(*a.time, *b.time), times(*b.time, *a.time));
  return a.number == b.number && a.counter == b.counter ? Agreement::same : Agreement::none;
}

bool alike(const ToldFigure& a, const ToldFigure& b) {
  using Sort = ToldFigure::Sort;
  if (a.sort != b.sort || is_rank(a) || is_rank(b)) return false;
  if (a.sort == Sort::amount) {
    const UnitFit units = fit(*a.quantity, *b.quantity);
    return units == UnitFit::yes
               ? !a.quantity->unit.empty() || std::abs(a.quantity->value) >= kLarge
               : units == UnitFit::loose && std::abs(a.quantity->value) >= kLarge && (a.quantity->unit.empty() || b.quantity->unit.empty());
  }
  if (a.sort == Sort::number) return a.counter == b.counter;
  return a.time->time.kind == TimeKind::period && b.time->time.kind == TimeKind::period && a.time->time.from.day && b.time->time.from.day;
}

bool is_slight(const ToldFigure& f) {
  using Sort = ToldFigure::Sort;
  if (f.sort == Sort::day) return !(f.time->time.from.month && f.time->time.from.day);
  const double value = f.sort == Sort::number ? f.number : f.quantity->value;
  return std::abs(value) <= kSlight && (f.sort == Sort::number || !f.quantity->number.decimal);
}

int slip(const ToldFigure& a, const ToldFigure& b) {
  if (a.sort != ToldFigure::Sort::amount) return 3;
  const Quantity &x = *a.quantity, &y = *b.quantity;
  if (x.value_max || y.value_max || x.value == 0 || y.value == 0) return 0;
  if (x.kind == UnitKind::multiple) return 0;  // 翻倍 and 增长1倍 are one
  std::string told = digits_in(x.value, x.step);
  while (told.size() > 1 && told.back() == '0') told.pop_back();
  const auto digits = static_cast<int>(told.size());
  // As precisely as it is printed; a bound, 超2400万, down to its last digit that is not zero.
  for (const double step : {x.step > 0 ? x.step : 1, x.approx == Approx::exact ? 0 : grain(x)}) {
    if (step == 0) break;
    const std::string own = digits_in(x.value, step);
    if (own.size() == 1 && x.approx != Approx::exact) continue;  // 八成多: any figure is one digit off
    const double v = std::abs(y.value) / step;
    if (digits_in(std::round(v), 1) == own) return 0;
    for (const double rounded : {std::round(v), std::floor(v), std::ceil(v)})
      if (rounded >= 1 && rounded < 1e15 && one_slip(own, digits_in(rounded, 1))) return digits;
  }
  // 万 for 亿.
  std::string other = digits_in(y.value, y.step);
  while (other.size() > 1 && other.back() == '0') other.pop_back();
  return digits > 1 && other == told ? digits : 0;
}

Result<ToldFigures> ToldFigures::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find("check/agreement.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"parts", "numbers", "bodies", "own", "next_place", "compared", "calendar", "windows", "openings"}));
  ToldFigures out;
  FB_TRY(const Parts parts, load_parts(pack["parts"]));
  FB_TRY(const PatternList numbers, PatternList::load(pack["numbers"], parts));
  out.numbers_ = numbers.patterns();
  FB_TRY(out.bodies_, pack["bodies"].texts());
  FB_TRY(out.own_, pack["own"].texts());
  FB_TRY(out.next_place_, pack["next_place"].texts());
  FB_TRY(out.dates_, DateReader::load(data));
  return out;
}

std::vector<std::pair<int, std::string>> ToldFigures::numbers_in(std::string_view folded) const {
  std::vector<std::pair<int, std::string>> out;
  for (const Pattern& pattern : numbers_)
    for (std::size_t from = 0; const auto match = next(pattern, folded, from);) {
      from = behind(folded, *match);
      if (const auto number = dates_.small_number(match->group("number"))) out.emplace_back(*number, match->group("counter"));
    }
  return out;
}

bool ToldFigures::counts_bodies(std::string_view counter) const { return std::ranges::find(bodies_, counter) != bodies_.end(); }
bool ToldFigures::is_own(std::string_view counter) const { return std::ranges::find(own_, counter) != own_.end(); }

void ToldFigures::read(const ArticleText& text, std::vector<ToldFigure>& out) const {
  using Sort = ToldFigure::Sort;
  out.clear();
  const ReadText& read = text.read_text();
  const std::string& folded = text.folded();
  for (std::uint32_t i = 0; i < read.quantities.size(); ++i) {
    ToldFigure f{Sort::amount, read.quantities[i].span, {}, kNoClause, &read.quantities[i], nullptr, 0, {}};
    if (const std::uint32_t c = read.holdings[i].clause; c != kNoClause)
      f.clause = read.clauses[c].span, f.sentence = read.clauses[c].sentence;
    out.push_back(f);
  }
  for (const TimeInText& t : read.times) {
    if (t.time.kind == TimeKind::clock || t.time.kind == TimeKind::set) continue;
    ToldFigure f{Sort::day, t.time.span, {}, kNoClause, nullptr, &t, 0, {}};
    if (t.clause != kNoClause) f.clause = read.clauses[t.clause].span, f.sentence = read.clauses[t.clause].sentence;
    out.push_back(f);
  }
  const auto clause_of = [&](ToldFigure& f) {
    auto it = std::ranges::upper_bound(read.clauses, f.span.begin, {}, [](const Clause& c) { return c.span.begin; });
    for (int back = 0; it != read.clauses.begin() && back < 4; ++back) {
      --it;
      if (it->span.end < f.span.end) continue;
      f.clause = it->span;
      f.sentence = it->sentence;
      return;
    }
  };
  for (const Pattern& pattern : numbers_)
    for (std::size_t from = 0; const auto match = next(pattern, folded, from);) {
      const auto begin = static_cast<std::uint32_t>(match->whole().data() - folded.data());
      from = behind(folded, *match);
      const auto number = dates_.small_number(match->group("number"));
      if (!number) continue;
      ToldFigure f{Sort::number, {begin, static_cast<std::uint32_t>(begin + match->whole().size())},
                   {},           kNoClause,
                   nullptr,      nullptr,
                   *number,      match->group("counter")};
      clause_of(f);
      out.push_back(f);
    }
  std::ranges::sort(out, [](const ToldFigure& a, const ToldFigure& b) {
    return std::tuple(a.span.begin, b.span.end, a.sort) < std::tuple(b.span.begin, a.span.end, b.sort);
  });
  // What stands inside another figure is a part of it.
  std::uint32_t end = 0;
  std::erase_if(out, [&](const ToldFigure& f) {
    if (f.span.begin < end) return true;
    end = f.span.end;
    return false;
  });

  // 甲居首位，紧随其后的是乙: the second place.
  std::vector<ToldFigure> next;
  for (const std::string& word : next_place_)
    for (std::size_t at = find_in(folded, word); at != folded.npos; at = find_in(folded, word, at + word.size())) {
      ToldFigure f{
          Sort::number, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())}, {}, kNoClause, nullptr, nullptr, 0,
          "rank"};
      clause_of(f);
      auto before = std::ranges::upper_bound(out, f.span.begin, {}, [](const ToldFigure& x) { return x.span.begin; });
      for (int back = 0; back < kFarthestRank && before != out.begin() && (before - 1)->sentence == f.sentence && f.sentence != kNoClause;
           --before, ++back) {
        const Quantity* const q = (before - 1)->quantity;
        if (!q || q->kind != UnitKind::rank) continue;
        f.number = static_cast<int>(q->value) + 1;
        next.push_back(f);
        break;
      }
    }
  if (!next.empty()) {
    out.insert(out.end(), next.begin(), next.end());
    std::ranges::sort(out, {}, [](const ToldFigure& f) { return std::pair(f.span.begin, f.span.end); });
  }

  // Titles are set apart by blanks where texts have commas.
  const std::string_view title = std::string_view(folded).substr(0, text.title_end());
  std::vector<std::uint32_t> cuts;
  for (std::size_t at = title.find(' ', 1); at != title.npos && at + 1 < title.size(); at = title.find(' ', at + 1))
    if (!is_latin(title[at - 1]) && !is_latin(title[at + 1])) cuts.push_back(static_cast<std::uint32_t>(at));
  for (ToldFigure& f : out) {
    if (f.span.end > text.title_end()) break;
    if (f.clause.empty()) f.clause = {0, text.title_end()};
    f.clause.end = std::min(f.clause.end, text.title_end());
    const auto behind = std::ranges::upper_bound(cuts, f.span.begin);
    if (behind != cuts.begin() && *(behind - 1) > f.clause.begin) f.clause.begin = *(behind - 1) + 1;
    const auto ahead = std::ranges::lower_bound(cuts, f.span.end);
    if (ahead != cuts.end() && *ahead < f.clause.end) f.clause.end = *ahead;
  }

  // Of a clause that goes on and on, what stands around the figure.
  const auto inside = [&](std::uint32_t at) { return at < folded.size() && (static_cast<unsigned char>(folded[at]) & 0xC0) == 0x80; };
  for (ToldFigure& f : out) {
    if (f.clause.size() <= kLongestClause) continue;
    f.clause.begin = std::max(f.clause.begin, f.span.begin - std::min(f.span.begin, kLongestClause / 2));
    f.clause.end = std::min(f.clause.end, f.span.end + kLongestClause / 2);
    while (inside(f.clause.begin)) ++f.clause.begin;
    while (inside(f.clause.end)) --f.clause.end;
  }
}

}  // namespace fengbiao
