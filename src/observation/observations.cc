#include "observation/observations.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <span>

#include "base/utf8.h"
#include "model/period.h"
#include "observation/bounds.h"
#include "observation/confidence.h"
#include "observation/frame.h"
#include "observation/indicators.h"
#include "observation/measured.h"
#include "observation/period.h"
#include "observation/periods.h"
#include "observation/repetitions.h"
#include "observation/rows.h"
#include "observation/scene.h"
#include "observation/selection.h"
#include "observation/situation.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

// Spans of quantities, times and names in order: nothing in them is a word of its own.
std::vector<Span> wholes(const ReadText& read) {
  std::vector<Span> spans;
  for (const Quantity& q : read.quantities) spans.push_back(q.span);
  for (const TimeInText& t : read.times) spans.push_back(t.time.span);
  for (const Name& n : read.names) spans.push_back(n.span);
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return spans;
}

// A word of one character counts only where cutting the sentence into ordinary words leaves it one: 有 in 拥有, 使 in 使用率 are none.
void drop_parts_of_words(const ArticleText& text, const std::vector<Span>& whole, std::vector<WordHit>& found,
                         std::vector<std::uint8_t>& begins) {
  begins.assign(text.folded().size() + 1, 1);
  const Words* common = text.read_text().common;
  if (!common) return;
  std::size_t next_whole = 0, next_hit = 0, next_number = 0;
  std::size_t kept = 0;
  const std::vector<Quantity>& numbers = text.read_text().quantities;
  for (const Sentence& sentence : text.read_text().sentences) {
    while (next_number < numbers.size() && numbers[next_number].span.end <= sentence.span.begin) ++next_number;
    if (next_number == numbers.size() || numbers[next_number].span.begin >= sentence.span.end) {  // nothing is measured in it
      while (next_whole < whole.size() && whole[next_whole].begin < sentence.span.end) ++next_whole;
      for (; next_hit < found.size() && found[next_hit].span.begin < sentence.span.end; ++next_hit) found[kept++] = found[next_hit];
      continue;
    }
    std::fill(begins.begin() + sentence.span.begin, begins.begin() + sentence.span.end, 0);
    // Stretches between what is whole.
    std::uint32_t from = sentence.span.begin;
    const auto cut = [&](std::uint32_t to) {
      if (to > from)
        common->cut(
            text.read_text().characters, {from, to}, [](std::uint32_t, auto&&) {}, begins);
      begins[std::max(from, to)] = 1;
    };
    while (next_whole < whole.size() && whole[next_whole].begin < sentence.span.end) {
      if (whole[next_whole].begin >= from) cut(whole[next_whole].begin);
      from = std::max(from, whole[next_whole].end);
      ++next_whole;
    }
    cut(sentence.span.end);
    for (; next_hit < found.size() && found[next_hit].span.begin < sentence.span.end; ++next_hit) {
      const WordHit& hit = found[next_hit];
      if (hit.span.size() == 3 && !(begins[hit.span.begin] && begins[hit.span.end])) continue;
      found[kept++] = hit;
    }
  }
  found.resize(kept);
}

void take_area(const Observation& from, Observation& to) { to.area = from.area, to.area_code = from.area_code; }

Status status_of(Outlook outlook) {
  return outlook == Outlook::forecast ? Status::forecast : outlook == Outlook::target ? Status::target : Status::actual;
}

class Drawing {
 public:
  Drawing(const Scene& scene, const Indicators& indicators, const Confidence& confidence, std::vector<Observation>& out, bool reasons)
      : s_(scene),
        indicators_(indicators),
        confidence_(confidence),
        measuring_(scene),
        told_(scene),
        rows_(scene, told_, measuring_),
        situations_(scene),
        out_(out),
        reasons_(reasons),
        first_(out.size()),
        index_(scene.read.quantities.size(), kNoClause) {
    for (const Pairing& p : scene.read.pairings)
      for (std::size_t i = 0; i < p.quantities.size(); ++i) pairs_.emplace(p.quantities[i], std::pair{&p, i});
    numbers_.resize(scene.read.sentences.size(), 0);
    for (std::uint32_t q = 0; q < scene.read.quantities.size(); ++q)
      if (scene.counts[q]) ++numbers_[scene.clause_of(q)->sentence];
  }

  void run() {
    for (std::uint32_t q = 0; q < s_.read.quantities.size(); ++q) {
      if (!s_.counts[q]) continue;
      const auto [first, last] = pairs_.equal_range(q);
      if (const Item like = rows_.told_before(q, first == last ? nullptr : first->second.first); like.like != kNoClause) {
        draw(q, like);
        continue;
      }
      if (first == last) draw(q, {});
      for (auto it = first; it != last; ++it) {
        const Pairing& p = *it->second.first;
        Item item;
        item.span = p.items[it->second.second];
        item.first = p.quantities.front();
        if (const std::size_t region = s_.head(s_.at(p.items.back()), Part::region);
            region > 3 && region < p.items.back().size() && s_.head(s_.at(p.items.front()), Part::region) == p.items.front().size()) {
          // 东、中、西部地区业务量: what they have in common stands behind the last region.
          const Span last_region{p.items.back().begin, p.items.back().begin + static_cast<std::uint32_t>(region)};
          item.shared = {last_region.end, p.items.back().end};
          item.last = last_region;
          if (it->second.second + 1 == p.items.size()) item.span = last_region;
          item.first = p.quantities.front();
          item.is_name = true;
          draw(q, item);
          continue;
        }
        item.is_name = std::any_of(p.items.begin(), p.items.end(), [&](Span x) { return is_name_or_time(s_, x); });
        // What stands between the last item and the marker is what they have in common.
        const Span rest{p.items.back().end, p.marker.begin};
        const bool here = p.items.back().begin >= s_.read.clauses[p.clause].span.begin;
        item.shared = here && rest.begin < rest.end && !s_.at(trim(s_.folded, rest)).empty() ? rest : p.shared;
        item.last = p.items.back();
        item.toward = toward(p.items.front().begin);
        if (!here && p.marker.begin > s_.read.clauses[p.clause].span.begin) {
          const Span own{lead_in(s_, s_.read.clauses[p.clause].span.begin, p.marker.begin), p.marker.begin};
          if (!own.empty()) item.shared = own;
        }
        draw(q, item);
      }
    }
    drop_repetitions(out_, first_, s_.text.title_end() == 0 ? 0 : s_.text.printed({0, s_.text.title_end()}).end);
  }

 private:
  // 发往 of 发往甲、乙的包裹: whither or whence, before a list; empty where nothing of the kind stands there.
  [[nodiscard]] Span toward(std::uint32_t items) const {
    if (s_.hits.before(items, Role::origin)) return s_.hits.ending_at(items)->span;
    const auto n = static_cast<std::uint32_t>(s_.tail(s_.at({items - std::min(items, 12U), items}), Part::toward));
    return n > 3 ? Span{items - n, items} : Span{};
  }

  // 用户22亿户，同比增长26%: where the amount that growth leads to stands on a day, its growth does.
  [[nodiscard]] std::string leads_to(std::uint32_t q, const Frame& f, const Observation& o, const Measured& measured) const {
    if ((o.measure != Measure::growth && o.measure != Measure::change) || f.base != kNoClause || measured.from == kNoClause ||
        index_[measured.from] == kNoClause || o.period.starts_with('@'))
      return {};
    const Observation& level = out_[index_[measured.from]];
    // 12月营收9亿元；全年90亿元，增长5%: told beside, with its growth right behind.
    const Holding &to = s_.read.holdings[measured.from], &own = s_.read.holdings[q];
    if (to.period.from == Carried::own && own.clause == to.clause + 1 && s_.clause_of(q)->times == 0 && level.measure == Measure::level)
      if (const TimeInText& t = s_.read.times[to.period.index];
          t.use == TimeUse::aside && t.time.from.of_said && t.time.from.year_shift == 0)
        return level.period;
    const CarriedIndex& period = s_.read.holdings[q].period;  // 自2016年以来扩大了1.6倍
    if (period.from == Carried::own && s_.read.times[period.index].time.role == TimeRole::since && level.measure != Measure::share)
      return level.period;
    const bool same = s_.clause_of(measured.from)->sentence == s_.clause_of(q)->sentence &&
                      s_.read.holdings[measured.from].period.index == s_.read.holdings[q].period.index;
    return same && level.measure == Measure::level && level.period.starts_with('@') ? level.period : std::string();
  }

  void draw(std::uint32_t q, Item item) {
    const Quantity& x = s_.quantity(q);
    const Holding& h = s_.read.holdings[q];
    Frame f = told_.of(q);
    if (f.linked != kNoClause || (item.first != kNoClause && item.first != q))
      take_over(f, item.first != kNoClause && item.first != q ? item.first : f.linked);
    if (frames_.size() < s_.read.quantities.size()) frames_.resize(s_.read.quantities.size());
    frames_[q] = f;
    if (item.like != kNoClause) {
      std::uint32_t first = q;
      while (first > 0 && rows_.like(first - 1) != kNoClause && s_.read.holdings[first - 1].clause == h.clause) --first;
      if (first != q) take_over(f, first);
    }
    const Span bracketed = item.span.empty() && f.in_brackets ? measuring_.bracket_item(q) : Span{};
    Item place = item;
    if (!bracketed.empty() && measuring_.outer(q) == kNoClause) {
      // 来自中国(57%)的平台: where the things come from is part of what they are, all along the list.
      const bool origin = s_.hits.before(bracketed.begin, Role::origin);
      const std::uint32_t sentence = s_.clause_of(q)->sentence;
      if (origin) origins_in_ = sentence;
      if (is_name_or_time(s_, bracketed) && origins_in_ != sentence) place.span = bracketed;
    }

    std::string period = s_.read.value_of(h);
    if (!item.span.empty()) {
      const auto& times = s_.read.times;
      const auto t = std::lower_bound(times.begin(), times.end(), item.span.begin,
                                      [](const TimeInText& y, std::uint32_t p) { return y.time.span.begin < p; });
      if (t != times.end() && t->time.span.begin == item.span.begin && t->time.span.end <= item.span.end && !t->resolved.value.empty())
        period = t->resolved.value;
    }
    if (period.size() == 9 && period[4] == '/') period = year_in_row(std::move(period), rows_.row_of(q), q);
    if (!is_period(period)) period.clear();
    Sense sense = read_measure(s_, q, f, period, measuring_.share_like(f));
    inherit(q, f, sense, period);
    const Measured measured = measuring_.tell(q, f, sense, item);
    const Situation where = situations_.of(q, place);

    Observation& o = out_.emplace_back();
    if (index_[q] == kNoClause) index_[q] = static_cast<std::uint32_t>(out_.size() - 1);
    o.article = s_.text.article().n;
    o.id = s_.text.article().id + "-o" + std::to_string(s_.text.position(x.span.begin));
    o.span = s_.text.printed(x.span);
    o.text = s_.text.words(x.span);
    const Span sentence = s_.text.sentence_at(x.span.begin);
    o.quote_span = s_.text.printed(sentence);
    o.quote = s_.text.words(sentence);
    o.line_start = s_.text.line_of(o.quote_span.begin);
    o.line_end = s_.text.line_of(o.quote_span.end);
    o.value = x.value * sense.sign;
    if (x.value_max) o.value_max = *x.value_max * sense.sign;
    o.unit = x.unit;
    if (x.number.fraction && x.unit.empty()) {
      o.value = std::round(o.value * 1e8) / 1e6;  // 三分之一 is 33.333333
      o.unit = "%";
    }
    if (is_hundredth(s_, q, f)) {
      o.unit = "CNY";
      o.value /= 100;
    }
    o.approx = mark_of(x.approx == Approx::exact ? bound_of(s_, q, f.own) : x.approx);
    if (const std::uint32_t base = converted(s_, measuring_, q, f); base != kNoClause && x.approx == Approx::exact)
      o.approx = mark_of(s_.quantity(base).approx);
    o.digits = s_.text.words(x.number.digits);
    o.step = x.step;
    o.measure = sense.measure;
    o.basis = sense.basis;
    o.indicator = measured.words;
    o.share_of = measured.share_of;
    o.area = where.area;
    o.area_code = where.area_code;
    // 来自美国的比重: where the things come from is not where it is told.
    const std::size_t origin = measured.from == kNoClause || index_[measured.from] == kNoClause ? 0 : s_.head(o.indicator, Role::origin);
    if (origin > 0 && !o.area.empty() && o.indicator.substr(origin).starts_with(o.area)) take_area(out_[index_[measured.from]], o);
    o.entity = where.entity;
    o.entity_id = where.entity_id;
    o.reporter = where.reporter;
    o.reporter_id = where.reporter_id;
    o.period = period_of(s_, q, sense, std::move(period));
    if (o.period.empty() && x.kind == UnitKind::rank) {
      if (measured.from != kNoClause && index_[measured.from] != kNoClause) o.period = out_[index_[measured.from]].period;
      else if (measured.carried && !measured.span.empty()) o.period = year_of_ranking(s_, measured.span);
    }
    if (x.kind == UnitKind::rank && sets_out(s_, q, f.own)) o.period = o.period.size() == 4 ? year_before(o.period).value_or("") : "";
    const bool stock = o.measure == Measure::level || (o.measure == Measure::change && !f.fresh && f.base != kNoClause);
    if (stock && (x.kind == UnitKind::counter || x.kind == UnitKind::none) && s_.tail(o.indicator, Part::stock) > 0)
      o.period = end_of_period(std::move(o.period));
    if (stands_on_a_day(s_, q, f, o.measure, o.period)) o.period = end_of_period(std::move(o.period));
    if (std::string at = leads_to(q, f, o, measured); !at.empty()) o.period = std::move(at);
    o.status = status_of(h.outlook);
    if (item.like != kNoClause && index_[item.like] != kNoClause) {
      const Observation& told = out_[index_[item.like]];
      take_area(told, o);
      o.entity = told.entity;
      o.entity_id = told.entity_id;
      o.period = told.period;
    }
    // 分列5-10位
    if (x.value_max && s_.tail(o.text, Part::rank_counter) > 0 && s_.hits.before(s_.begin(q), Role::rank)) {
      o.unit = "rank";
      o.measure = Measure::rank;
      o.basis.clear();
    }
    if (x.kind == UnitKind::physical && s_.head(x.unit, Part::coded_unit) != x.unit.size() && !x.printed_unit.empty() &&
        static_cast<unsigned char>(x.printed_unit[0]) >= 0x80)
      o.unit = x.printed_unit;
    // 其中: a part of what the clause before tells.
    if (const Clause* clause = s_.clause_of(q); clause && clause->part_of != kNoClause && o.measure == Measure::level) {
      const Clause& whole = s_.read.clauses[clause->part_of];
      for (std::uint32_t i = whole.first_quantity; i < whole.first_quantity + whole.quantities && i < q; ++i)
        if (index_[i] != kNoClause && out_[index_[i]].measure == Measure::level && out_[index_[i]].unit == o.unit) {
          const Observation& all = out_[index_[i]];
          o.part_of = all.id;
          if (all.period.starts_with('@') && end_of_period(o.period) == all.period) o.period = all.period;
        }
    }
    // A rate tells nothing of what is counted: the unit is that of the amount it goes with.
    std::string_view unit = o.unit;
    if (o.measure != Measure::level && measured.from != kNoClause && index_[measured.from] != kNoClause &&
        out_[index_[measured.from]].measure == Measure::level)
      unit = out_[index_[measured.from]].unit;
    if (const Indicator* known = indicators_.find(folded(o.indicator), unit, o.measure)) o.indicator_code = known->id;
    if (f.grown > 0 && x.value < 0) o.doubts.emplace_back("growth by a negative number");
    const auto told = grounds(q, o, sense, measured, where);
    judge(told, o);
    if (reasons_)
      for (const auto& [evidence, span] : told)
        o.reasons.push_back({std::string(evidence.first), std::string(evidence.second), span.empty() ? Span{} : s_.text.printed(span), {}});
  }

  // Every field with the rule that gave it and where that stands.
  struct Ground {
    Evidence evidence;
    Span span;
  };
  [[nodiscard]] std::array<Ground, 13> grounds(std::uint32_t q, const Observation& o, const Sense& sense, const Measured& measured,
                                               const Situation& where) const {
    const auto or_else = [](std::string_view rule, std::string_view none) { return rule.empty() ? none : rule; };
    const Quantity& x = s_.quantity(q);
    const CarriedIndex& period = s_.read.holdings[q].period;
    return {{{{"measure", sense.rule}, {}},
             {{"basis", or_else(sense.basis_rule, "no growth and no change")}, {}},
             {{"indicator", measured.rule.empty() ? std::string_view("nothing names it") : measured.rule}, measured.span},
             {{"area", or_else(where.area_rule, "no place is told")}, where.area_span},
             {{"entity", or_else(where.entity_rule, "no firm is spoken of")}, where.entity_span},
             {{"period", period_rule(q)}, period.has() ? s_.read.times[period.index].time.span : Span{}},
             {{"status", name_of(o.status)}, {}},
             {{"words", words_rule(o.indicator)}, {}},
             {{"unit", name_of(x.kind)}, x.span},
             {{"sentence", sentence_rule(q)}, {}},
             {{"place", s_.text.title_end() > x.span.begin ? "the title"
                        : frames_[q].in_brackets           ? "brackets"
                                                           : "the body"},
              {}},
             {{"name", o.indicator_code.empty() ? "not in the lexicon" : "in the lexicon"}, {}},
             {{"reporter", or_else(where.reporter_rule, "nobody is named as the source")}, where.reporter_span}}};
  }

  void judge(std::span<const Ground> grounds, Observation& o) const {
    std::array<Evidence, 13> all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = grounds[i].evidence;
    const Confidence::Verdict verdict = confidence_.judge(all);
    o.sure = verdict.sure && o.doubts.empty();
    for (const Evidence& e : verdict.against) o.doubts.push_back(std::string(e.first) + ": " + std::string(e.second));
  }
  [[nodiscard]] std::string_view period_rule(std::uint32_t q) const {
    switch (s_.read.holdings[q].period.from) {
      case Carried::own: return "told in the clause";
      case Carried::clause: return "of the whole it is a part of";
      case Carried::sentence: return "carried from the sentence";
      case Carried::paragraph: return "carried from the paragraph";
      case Carried::article: return "carried from an earlier paragraph";
      case Carried::date: return "the day of writing";
      case Carried::nothing: break;
    }
    return "no time is told";
  }
  static std::string_view words_rule(std::string_view words) {
    const std::size_t characters = count_code_points(words);
    return characters <= 2    ? "very short"
           : characters <= 4  ? "short"
           : characters <= 12 ? "of usual length"
           : characters <= 18 ? "long"
                              : "very long";
  }
  [[nodiscard]] std::string_view sentence_rule(std::uint32_t q) const {
    const std::uint32_t numbers = numbers_[s_.clause_of(q)->sentence];
    return numbers == 1 ? "one number" : numbers <= 3 ? "two or three numbers" : numbers <= 6 ? "four to six numbers" : "many numbers";
  }

  // What a list in brackets goes on with, and what growth was compared with last in the sentence.
  void inherit(std::uint32_t q, const Frame& f, Sense& sense, std::string_view period) {
    const std::uint32_t sentence = s_.clause_of(q)->sentence;
    const bool same = last_.sentence == sentence;
    if (sense.measure == Measure::share && f.in_brackets && same && last_.sense.measure == Measure::growth &&
        measuring_.outer(q) == kNoClause && s_.quantity(q).kind == UnitKind::percent)
      sense = last_.sense;
    if (sense.measure == Measure::share && f.in_brackets && s_.quantity(q).kind == UnitKind::percent && measuring_.list_of_growth(q)) {
      sense.measure = Measure::growth;
      sense.rule = "what is said of the items before them grows";
      sense.basis = "yoy";
    }
    if (f.linked != kNoClause && sense.measure == Measure::share && same && last_.sense.measure == Measure::growth &&
        last_.quantity == f.linked)
      sense = last_.sense;
    // 2022年增速5%，2021年则为4%; 毛利率4%，2021年是-1%
    const bool bare = s_.quantity(q).kind == UnitKind::percent && !f.in_brackets && f.grown == 0 && !f.is_rate && !f.to && !f.share &&
                      s_.at(trim(s_.folded, f.left)).empty() && !f.of && s_.at(trim(s_.folded, f.right)).empty();
    if (bare && same && q > 0 && !measuring_.share_said_before(q) && s_.counts[q - 1] && s_.quantity(q - 1).kind == UnitKind::percent &&
        q - 1 < senses_.size()) {
      const Sense& before_it = senses_[q - 1];
      if (before_it.measure == Measure::growth && sense.measure == Measure::share && last_.quantity == q - 1) sense = before_it;
      else if (before_it.measure == Measure::share && sense.measure == Measure::growth && !sense.stated) sense = before_it;
    }
    // 增长5%，高于行业的4%
    if (sense.measure == Measure::share && same && last_.sense.measure == Measure::growth && measuring_.compares(q)) sense = last_.sense;
    // 增速由84%降到46%
    const std::uint32_t before = s_.before_in_clause(q);
    if (sense.measure == Measure::share && f.to && before != kNoClause && before < frames_.size() && frames_[before].is_rate && same &&
        s_.quantity(before).kind == s_.quantity(q).kind)
      sense = last_.sense;
    const bool growing = sense.measure == Measure::growth || sense.measure == Measure::change;
    if (growing && !sense.stated && sense.basis == "yoy" && last_.sense.basis == "period" &&
        (same || (last_.sentence != kNoClause && last_.sentence + 2 >= sentence))) {
      const bool year = period.size() == 4 || (period.find('/') != period.npos && !same) || period.find('H') != period.npos;
      if (!year && yoy_in_ != last_.sentence) {
        sense.basis = "period";
        sense.basis_rule = "compared as the number before";
      }
    }
    senses_.resize(s_.read.quantities.size());
    senses_[q] = sense;
    if (growing && sense.stated && sense.basis == "yoy") yoy_in_ = sentence;
    if (growing || sense.measure == Measure::growth) last_ = {sense, sentence, q};
  }

  // What the words of the first number of a list say holds for the others too.
  void take_over(Frame& f, std::uint32_t from) {
    if (from >= frames_.size()) return;
    const Frame& first = frames_[from];
    if (f.grown == 0 && !f.is_rate && !f.to && !f.share) {
      f.grown = first.grown;
      f.is_rate = first.is_rate;
      f.to = first.to;
      f.fresh = first.fresh;
      f.share = first.share;
      if (!f.yoy && !f.period_on_period) {
        f.yoy = first.yoy;
        f.period_on_period = first.period_on_period;
        f.cagr = first.cagr;
      }
      if (f.base == kNoClause) f.base = first.base;
      f.compared |= first.compared;
      f.over_years |= first.over_years;
    }
  }

  const Scene& s_;
  const Indicators& indicators_;
  const Confidence& confidence_;
  Measuring measuring_;
  Frames told_;
  Rows rows_;
  Situations situations_;
  std::vector<Observation>& out_;
  const bool reasons_;
  const std::size_t first_;
  std::vector<std::uint32_t> index_;
  std::vector<Frame> frames_;
  std::vector<std::uint32_t> numbers_;    // by sentence
  std::uint32_t origins_in_ = kNoClause;  // sentence with a list of origins
  std::uint32_t yoy_in_ = kNoClause;      // the last sentence that compares with the year before
  std::vector<Sense> senses_;             // by quantity
  struct Last {
    Sense sense;
    std::uint32_t sentence = kNoClause;
    std::uint32_t quantity = kNoClause;
  } last_;
  std::multimap<std::uint32_t, std::pair<const Pairing*, std::size_t>> pairs_;
};

}  // namespace

struct ObservationReader::Parts {
  ObservationWords words;
  Indicators indicators;
  Confidence confidence;
};

ObservationReader::ObservationReader(ObservationReader&&) noexcept = default;
ObservationReader& ObservationReader::operator=(ObservationReader&&) noexcept = default;
ObservationReader::~ObservationReader() = default;
ObservationReader::ObservationReader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Result<ObservationReader> ObservationReader::load(const DataSet& data) {
  FB_TRY(ObservationWords words, ObservationWords::load(data));
  FB_TRY(Indicators indicators, Indicators::load(data));
  FB_TRY(Confidence confidence, Confidence::load(data));
  return ObservationReader(std::make_unique<Parts>(Parts{std::move(words), std::move(indicators), std::move(confidence)}));
}

void ObservationReader::read(const ArticleText& text, std::vector<Observation>& out, std::vector<Candidate>* dropped) const {
  const ReadText& read = text.read_text();
  if (read.quantities.empty()) return;
  thread_local std::vector<WordHit> found;
  const std::vector<Span> whole = wholes(read);
  parts_->words.around.scan(read.characters, whole, found);
  thread_local std::vector<std::uint8_t> begins;
  drop_parts_of_words(text, whole, found, begins);
  const Hits hits(text.folded(), found);
  Scene scene{text, text.folded(), read, parts_->words, hits, begins};
  std::vector<std::string_view> why;
  select(scene, dropped ? &why : nullptr);
  if (dropped)
    for (std::uint32_t q = 0; q < why.size(); ++q)
      if (!why[q].empty()) dropped->push_back({text.printed(read.quantities[q].span), "observation", std::string(why[q])});
  Drawing(scene, parts_->indicators, parts_->confidence, out, dropped != nullptr).run();
}

}  // namespace fengbiao
