#include "clause/hold.h"

#include <algorithm>

#include "text/chars.h"

namespace fengbiao {
namespace {

class Holder {
 public:
  Holder(std::string_view folded, const Hits& hits, const SpokenOf& spoken, const std::vector<OwnWords>& own,
         const std::vector<std::uint32_t>& name_clause, const std::vector<bool>& subject, ReadText& text)
      : folded_(folded), hits_(hits), spoken_(spoken), own_(own), name_clause_(name_clause), subject_(subject), text_(text) {}

  // Goes once through the text, keeping what each clause has said so far.
  struct Said {
    CarriedIndex subject, place, period;
    CarriedIndex period_before;  // of an origin, which holds for one quantity
    bool origin = false;
    bool listed = false;  // places that are told together
  };
  void run() {
    std::vector<Said> said(text_.clauses.size());
    text_.holdings.assign(text_.quantities.size(), {});
    std::uint32_t t = 0, p = 0, n = 0;
    ClauseWalk walk(text_.clauses);
    for (std::uint32_t q = 0; q < text_.quantities.size(); ++q) {
      const std::uint32_t at = text_.quantities[q].span.begin;
      for (; t < text_.times.size() && text_.times[t].time.span.begin < at; ++t)
        if (const std::uint32_t c = text_.times[t].clause; c != kNoClause) {
          const std::uint32_t around = text_.clauses[c].inside;
          if (is_period(text_.times[t])) say_period(said[c], t);
          else if (text_.times[t].use == TimeUse::base && !text_.times[t].resolved.value.empty() && is_of(t, q)) say_bound(said[c], t);
          if (around != kNoClause && own_[around].period.index == t && is_period(text_.times[t])) say_period(said[around], t);
        }
      for (; p < text_.places.size() && text_.places[p].span.begin < at; ++p) say_place(said, p);
      for (; n < text_.names.size() && text_.names[n].span.begin < at; ++n)
        if (subject_[n]) said[name_clause_[n]].subject = {n, Carried::own};
      Holding& h = text_.holdings[q];
      h.clause = walk.at(at);
      if (h.clause != kNoClause) fill(h, text_.quantities[q], said[h.clause], p);
    }
    find_edges();
  }

 private:
  void say_period(Said& said, std::uint32_t t) const {
    const TimeUse use = text_.times[t].use;
    if (use == TimeUse::window) return;
    if (use == TimeUse::origin) return say_bound(said, t);
    said.origin = false;
    said.period = CarriedIndex{t, Carried::own};
  }
  // A time that holds for the next quantity alone.
  static void say_bound(Said& said, std::uint32_t t) {
    if (!said.origin) said.period_before = said.period;
    said.origin = true;
    said.period = CarriedIndex{t, Carried::own};
  }
  // 较去年的4亿元: between them nothing but 的 and what bounds the quantity.
  [[nodiscard]] bool is_of(std::uint32_t t, std::uint32_t q) const {
    const Quantity& quantity = text_.quantities[q];
    const std::uint32_t to = quantity.hedge.empty() ? quantity.span.begin : std::min(quantity.hedge.begin, quantity.span.begin);
    std::uint32_t from = text_.times[t].time.span.end;
    if (quantity.kind == UnitKind::multiple || quantity.number.fraction) return false;  // 是去年的2.8倍, 不及去年的一半
    if (const std::uint32_t at = text_.times[t].time.span.begin;
        quantity.kind == UnitKind::percent && (hits_.before(at, WordUse::until) || hits_.before(at, WordUse::share_of_then)))
      return false;
    // 去年双11（10月31日至11月11日）的13.7%
    if (from < to && folded_[from] == '(')
      if (const std::size_t close = folded_.find(')', from); close < to) from = static_cast<std::uint32_t>(close) + 1;
    const WordHit* of = hits_.beginning_at(from);
    if (!of || !of->is(WordUse::of)) {  // 与年初9点的高位相比
      const bool rate = quantity.kind == UnitKind::percent || quantity.kind == UnitKind::points_of_percent;
      // 低于去年同期5%的增幅, but not 较去年同期5%的增长
      const bool own = !rate || (quantity.kind == UnitKind::percent && hits_.before(text_.times[t].time.span.begin, WordUse::toward));
      return own && trim(folded_, {from, std::max(to, from)}).empty();
    }
    // 2020年的高点4亿元
    const WordHit* record = hits_.beginning_at(of->span.end);
    from = record && record->is(WordUse::record) ? record->span.end : of->span.end;
    return trim(folded_, {from, std::max(to, from)}).empty();
  }

  void say_place(std::vector<Said>& said, std::uint32_t p) const {
    const PlaceInText& place = text_.places[p];
    if (place.clause == kNoClause || place.field || place.object) return;
    Said& here = said[place.clause];
    if (spoken_.is_listed(p)) here.listed = true;
    else if (here.place.has() && !place.word && hits_.behind(place.span.end, WordUse::kind_of_firm)) return;  // 日本消费者在中国平台
    else if (here.place.has() && text_.places[here.place.index].facility && text_.places[here.place.index].span.end == place.span.begin)
      return;
    else if (place.covers || (place.body && here.place.has() && !text_.places[here.place.index].body)) return;
    else here.place = {p, Carried::own};
  }

  void fill(Holding& h, const Quantity& quantity, Said& said, std::uint32_t next_place) const {
    const Clause& clause = text_.clauses[h.clause];
    h.subject = said.subject.has() ? said.subject : clause.subject;
    h.place = said.place.has() ? said.place : said.listed ? own_[h.clause].place_before : clause.place;
    if (!h.place.has() && next_place > 0 && text_.places[next_place - 1].covers && text_.places[next_place - 1].clause == h.clause)
      h.place = {next_place - 1, Carried::own};
    // The field of a rank is the area of a firm's, and where there is no other.
    if (next_place > 0 && text_.places[next_place - 1].field && text_.places[next_place - 1].clause == h.clause)
      if (h.place.from == Carried::nothing ||
          (h.subject.has() && is_firm(text_.names[h.subject.index]) && !(said.place.has() && h.subject.from != Carried::own)))
        h.place = {next_place - 1, Carried::own};
    // 排名第二的美国
    if (const WordHit* of = hits_.beginning_at(quantity.span.end); quantity.kind == UnitKind::rank && of && of->is(WordUse::of) &&
                                                                   next_place < text_.places.size() &&
                                                                   text_.places[next_place].span.begin == of->span.end)
      h.place = {next_place, Carried::own};
    h.period = said.period.from != Carried::nothing ? said.period : clause.period;
    if (h.period == clause.period && quantity.kind != UnitKind::rank) h.since = clause.since;
    h.outlook = clause.outlook;
    const bool looked_back = said.period.has() && (own_[h.clause].ahead || said.origin) && !looks_ahead(text_.times[said.period.index].use);
    if (looked_back || is_of_persons(quantity, clause)) h.outlook = Outlook::actual;
    if (is_expected(quantity)) h.outlook = Outlook::forecast;
    if (looked_back && said.origin && is_revised(quantity)) {
      h.outlook = clause.outlook;
      h.period = said.period_before.from != Carried::nothing ? said.period_before : clause.period;
    }
    if (is_of_now(quantity)) {
      h.period = kNow;
      h.outlook = Outlook::actual;
    }
    if (said.origin) said.period = said.period_before;
    said.origin = false;
  }

  // 高于市场预期的9亿元
  [[nodiscard]] bool is_expected(const Quantity& quantity) const {
    return hits_.before(quantity.hedge.empty() ? quantity.span.begin : std::min(quantity.hedge.begin, quantity.span.begin),
                        WordUse::as_expected);
  }
  // 增速预期从年初的8%下调到5%, 全年指引由9亿元上调至10亿元: what was expected before.
  [[nodiscard]] bool is_revised(const Quantity& quantity) const {
    constexpr std::uint32_t kBefore = 45;  // bytes: fifteen characters
    const std::uint32_t at = quantity.span.begin;
    const WordHit* from = hits_.in({at - std::min(at, kBefore), at}, WordUse::range_from);
    return from && hits_.before(from->span.begin, WordUse::expectation);
  }

  // 由目前的5亿元升至9亿元: the first of them.
  [[nodiscard]] bool is_of_now(const Quantity& quantity) const {
    const WordHit* of = hits_.ending_at(quantity.hedge.empty() ? quantity.span.begin : std::min(quantity.hedge.begin, quantity.span.begin));
    if (!of || !of->is(WordUse::of)) return false;
    const WordHit* now = hits_.ending_at(of->span.begin);
    return now && now->is(WordUse::now) && hits_.before(now->span.begin, WordUse::range_from);
  }

  // 31%预计租金下降: what so many expect is no forecast.
  [[nodiscard]] bool is_of_persons(const Quantity& quantity, const Clause& clause) const {
    if (quantity.kind != UnitKind::percent || clause.outlook == Outlook::actual) return false;
    for (const WordHit& hit : hits_.between(clause.span.begin, clause.span.end))
      if (hit.is(WordUse::forecast) || hit.is(WordUse::target) || hit.is(WordUse::intent))
        return quantity.span.end <= hit.span.begin || takes_share(hit.span.end, quantity);
    return false;
  }

  // 打算增加的占3%
  [[nodiscard]] bool takes_share(std::uint32_t from, const Quantity& quantity) const {
    const auto words = hits_.between(from, quantity.span.begin);
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
      if (words[i].is(WordUse::of) && words[i].span.end + 6 >= words[i + 1].span.begin && words[i + 1].is(WordUse::toward)) return true;
    // 打算购买的用户降到66%
    return false;
  }

  // 从5亿元增至9亿元: of a range the end that counts; where no time is told, what it grew from is of an earlier one.
  void find_edges() {
    const auto begin = [&](std::uint32_t q) {
      const Quantity& quantity = text_.quantities[q];
      return quantity.hedge.empty() ? quantity.span.begin : std::min(quantity.hedge.begin, quantity.span.begin);
    };
    for (std::uint32_t q = 0; q + 1 < text_.quantities.size(); ++q) {
      Holding &from = text_.holdings[q], &to = text_.holdings[q + 1];
      if (from.clause != to.clause || !(hits_.before(begin(q), WordUse::range_from) || is_of_once(begin(q))) ||
          !(hits_.before(begin(q + 1), WordUse::until) || hits_.before(begin(q + 1), WordUse::to_level)))
        continue;
      if (from.period.from != Carried::own && from.period == to.period && !is_revised(text_.quantities[q])) {
        if (const TimeInText* time = time_of(from.period); !time || time->resolved.value.size() != 9 || time->resolved.value[4] != '/') {
          from.period = from.outlook == Outlook::actual ? looked_back_at(q) : kNow;
          from.since = {};
          from.outlook = Outlook::actual;
          continue;
        }
      }
      from.edge = Holding::Edge::start;
      to.edge = Holding::Edge::end;
    }
  }

  // 从早年的30%
  [[nodiscard]] bool is_of_once(std::uint32_t at) const {
    const WordHit* of = hits_.ending_at(at);
    const WordHit* once = of && of->is(WordUse::of) ? hits_.ending_at(of->span.begin) : of;
    return once && once->is(WordUse::once) && hits_.before(once->span.begin, WordUse::range_from);
  }

  // 较2020年增长45%，占比由12%升至14%: what it grew from is of the time that was looked back at before, in its sentence.
  [[nodiscard]] CarriedIndex looked_back_at(std::uint32_t q) const {
    constexpr int kMost = 4;
    const std::uint32_t begin = text_.sentences[text_.clauses[text_.holdings[q].clause].sentence].span.begin;
    auto t = std::lower_bound(text_.times.begin(), text_.times.end(), text_.quantities[q].span.begin,
                              [](const TimeInText& time, std::uint32_t at) { return time.time.span.begin < at; });
    for (int looked = 0; t != text_.times.begin() && (t - 1)->time.span.begin >= begin && looked < kMost; ++looked) {
      --t;
      if ((t->use == TimeUse::base || t->use == TimeUse::aside || t->use == TimeUse::origin) && !t->resolved.value.empty() &&
          t->resolved.end)
        return {static_cast<std::uint32_t>(t - text_.times.begin()), Carried::sentence};
    }
    return {};
  }

  // 恢复到2019年同期的88%
  [[nodiscard]] bool is_share_base(const TimeInText& t) const {
    const WordHit* of = hits_.beginning_at(t.time.span.end);
    const auto q = std::lower_bound(text_.quantities.begin(), text_.quantities.end(), t.time.span.end,
                                    [](const Quantity& x, std::uint32_t at) { return x.span.begin < at; });
    return of && of->is(WordUse::of) && q != text_.quantities.end() && q->kind == UnitKind::percent &&
           trim(folded_, {of->span.end, q->span.begin}).empty() && t.time.same_period;
  }

  [[nodiscard]] const TimeInText* time_of(const CarriedIndex& period) const { return period.has() ? &text_.times[period.index] : nullptr; }

  static constexpr CarriedIndex kNow{kNoClause, Carried::date};
  std::string_view folded_;
  const Hits& hits_;
  const SpokenOf& spoken_;
  const std::vector<OwnWords>& own_;
  const std::vector<std::uint32_t>& name_clause_;
  const std::vector<bool>& subject_;
  ReadText& text_;
};

}  // namespace

void hold(std::string_view folded, const Hits& hits, const SpokenOf& spoken, const std::vector<OwnWords>& own,
          const std::vector<std::uint32_t>& name_clause, const std::vector<bool>& subject, ReadText& text) {
  Holder(folded, hits, spoken, own, name_clause, subject, text).run();
}

}  // namespace fengbiao
