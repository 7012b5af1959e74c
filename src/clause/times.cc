#include "clause/times.h"

#include <algorithm>
#include <map>
#include <string>

#include "quantity/calendar.h"
#include "quantity/time_parts.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostBefore = 6;  // times looked back at
constexpr std::uint32_t kReach = 600;   // bytes looked at for words
constexpr std::uint32_t kNear = 24;     // eight characters
constexpr int kDays = 12;               // so few are a day, a few days or a third of a month
constexpr std::uint32_t kMostClauses = 40;

bool within(Span inner, Span outer) { return outer.begin <= inner.begin && inner.end <= outer.end; }

class Times {
 public:
  Times(std::string_view folded, const Hits& hits, const Writing& writing, const std::vector<std::uint32_t>& paragraphs,
        const Resolver& resolve, ReadText& text)
      : folded_(folded), hits_(hits), writing_(writing), paragraphs_(paragraphs), resolve_(resolve), text_(text) {}

  void run() {
    for (std::uint32_t i = 0; i < text_.times.size(); ++i) {
      TimeInText& t = text_.times[i];
      // 11月同期
      if (const WordHit* same = hits_.beginning_at(t.time.span.end); same && same->is(WordUse::same_time) && !t.time.same_period &&
                                                                     t.time.from.month && t.time.kind == TimeKind::period &&
                                                                     hits_.behind(same->span.end, WordUse::of))
        t.time.span.end = same->span.end;
      if (is_named(t) || is_of_title(t)) t.use = TimeUse::named;
      else if (is_base(t) || (i > 0 && explains(t, text_.times[i - 1]))) t.use = TimeUse::base;
      complete(t, i);
      if (t.use == TimeUse::base && is_what_is_told(t, i)) complete(t, i);
      if (t.use == TimeUse::flow && is_since(t)) {
        t.time.role = TimeRole::since;
        t.resolved.value = t.resolved.value.substr(0, t.resolved.value.find('/')) + "/";
        t.resolved.end.reset();
      }
      if (t.use == TimeUse::flow && runs_to_end(t, i)) t.time.kind = TimeKind::range;
      if (t.use == TimeUse::flow) t.use = use_of(t);
      const bool linked =
          i > 0 && text_.times[i - 1].use == TimeUse::aside && is_relative(t.time) && within_range_of(t, text_.times[i - 1]);
      if ((t.use == TimeUse::flow || t.use == TimeUse::stock) && (linked || is_beside(t, i) || is_around(t, i))) t.use = TimeUse::aside;
      if ((t.use == TimeUse::flow || t.use == TimeUse::stock) && tells_record(t)) t.use = TimeUse::aside;
      if (t.use == TimeUse::stock && ends_span(t, i)) t.use = TimeUse::flow;
      if (i > 0 && dates(t, text_.times[i - 1])) {
        exact_[text_.times[i - 1].resolved.value] = t.resolved;
        if (text_.times[i - 1].use == TimeUse::base) text_.times[i - 1].resolved = t.resolved;  // 较去年双11（…）的5亿元
      }
    }
  }

 private:
  // 发布2022年消费趋势: what is published is called so.
  [[nodiscard]] bool is_of_title(const TimeInText& t) const {
    const std::uint32_t at = t.time.span.begin;
    if (!hits_.before(at, WordUse::tell)) return false;
    const auto c = std::upper_bound(text_.clauses.begin(), text_.clauses.end(), at,
                                    [](std::uint32_t place, const Clause& clause) { return place < clause.span.begin; });
    if (c == text_.clauses.begin()) return false;
    const Clause& clause = *(c - 1);
    const auto words = hits_.between(t.time.span.end, clause.span.end);
    return !words.empty() && words.back().is(WordUse::title_noun) && words.back().span.end == clause.span.end &&
           !holds_quantity({t.time.span.end, clause.span.end});
  }

  // In 《…》, in a quote that says more than the time, or in a longer name.
  bool is_named(const TimeInText& t) {
    const auto inside = [&](const std::vector<Span>& spans, std::size_t& next) {
      while (next < spans.size() && spans[next].end <= t.time.span.begin) ++next;
      return next < spans.size() && within(t.time.span, spans[next]) && spans[next].size() > t.time.span.size();
    };
    if (inside(text_.cuts.titles, title_)) return true;
    if (inside(text_.cuts.quotes, quote_)) {
      const Span quote = text_.cuts.quotes[quote_];
      if (!trim(folded_, {quote.begin + 1, t.time.span.begin}).empty() || t.time.span.end + 1 < quote.end) return true;
    }
    while (name_ < text_.names.size() && text_.names[name_].span.end <= t.time.span.begin) ++name_;
    return name_ < text_.names.size() && within(t.time.span, text_.names[name_].span) &&
           text_.names[name_].span.size() > t.time.span.size();
  }

  bool is_base(const TimeInText& t) const {
    const Span s = t.time.span;
    if (hits_.before(s.begin, WordUse::compare_before)) return true;
    if (is_of_multiple(t) || is_of_share(t) || is_standard(t)) return true;
    // 比该行业上年的水平高3%
    if (t.clause != kNoClause && is_relative(t.time)) {
      const std::uint32_t from = std::max(text_.clauses[t.clause].span.begin, s.begin - std::min(s.begin, kNear));
      if (const WordHit* word = hits_.in({from, s.begin}, WordUse::compare_before); word && !holds_quantity({word->span.end, s.begin}))
        return true;
    }
    if (t.clause != kNoClause) {
      const std::uint32_t last = end_of_row(s.end);  // 在2020年和2021年创下新高
      const WordHit* record = hits_.in({last, std::min(last + kNear, text_.clauses[t.clause].span.end)}, WordUse::record);
      if (record && !is_own_of_figure({last, record->span.begin})) return true;
    }
    // 与疫情前的2019年同期相比
    if (t.clause != kNoClause && hits_.behind(s.end, WordUse::compare_after)) {
      const std::uint32_t from = std::max(text_.clauses[t.clause].span.begin, s.begin - std::min(s.begin, kNear));
      if (const WordHit* with = hits_.in({from, s.begin}, WordUse::compare_with);
          with && with->span.end < s.begin && !holds_quantity({with->span.end, s.begin}) && !goes_on(s.begin))
        return true;
    }
    if (!hits_.before(s.begin, WordUse::compare_with)) return false;
    return t.clause != kNoClause && hits_.in(behind(t), WordUse::compare_after);
  }

  // 去年同月: another time stands right before.
  [[nodiscard]] bool goes_on(std::uint32_t at) const {
    const auto t = std::lower_bound(text_.times.begin(), text_.times.end(), at,
                                    [](const TimeInText& time, std::uint32_t place) { return time.time.span.end < place; });
    return t != text_.times.end() && t->time.span.end == at;
  }
  // 去年9月14.3%的高点: the figure between is that time's own.
  [[nodiscard]] bool is_own_of_figure(Span between) const {
    const auto q = quantity_from(between.begin);
    if (q == text_.quantities.cend() || q->span.begin != between.begin || q->span.end > between.end) return false;
    const WordHit* of = hits_.beginning_at(q->span.end);
    return of && of->is(WordUse::of) && of->span.end >= between.end;
  }
  // 距2021年9月9点的峰值: told only for comparison.
  [[nodiscard]] bool tells_record(const TimeInText& t) const {
    const auto q = quantity_from(t.time.span.end);
    if (t.clause == kNoClause || q == text_.quantities.cend() || q->span.begin != t.time.span.end) return false;
    const WordHit* of = hits_.beginning_at(q->span.end);
    return of && of->is(WordUse::of) && hits_.behind(of->span.end, WordUse::record);
  }
  // The end of the last of times told together.
  [[nodiscard]] std::uint32_t end_of_row(std::uint32_t end) const {
    for (int more = 0; more < 4; ++more) {
      const WordHit* link = hits_.beginning_at(end);
      if (!link || !link->is(WordUse::link)) break;
      std::uint32_t at = link->span.end;
      while (at < folded_.size() && folded_[at] == ' ') ++at;
      const auto next = std::lower_bound(text_.times.begin(), text_.times.end(), at,
                                         [](const TimeInText& time, std::uint32_t place) { return time.time.span.begin < place; });
      if (next == text_.times.end() || next->time.span.begin != at) break;
      end = next->time.span.end;
    }
    return end;
  }
  // 去年, 上年同期, 一年前: looked back at from what is told.
  static bool is_relative(const Time& time) {
    return time.same_period || time.ago ||
           (time.from.base != TimePoint::Base::absolute && time.from.base != TimePoint::Base::none &&
            (time.from.year_shift.value_or(0) < 0 || time.from.quarter_shift.value_or(0) < 0));
  }
  [[nodiscard]] std::vector<Quantity>::const_iterator quantity_from(std::uint32_t at) const {
    return std::lower_bound(text_.quantities.cbegin(), text_.quantities.cend(), at,
                            [](const Quantity& quantity, std::uint32_t place) { return quantity.span.begin < place; });
  }
  [[nodiscard]] bool holds_quantity(Span span) const {
    const auto q = quantity_from(span.begin);
    return q != text_.quantities.cend() && q->span.begin < span.end;
  }
  // 维持去年水平: nothing is told of that year itself.
  [[nodiscard]] bool is_standard(const TimeInText& t) const {
    if (t.clause == kNoClause || !is_relative(t.time)) return false;
    const WordHit* standard = hits_.beginning_at(t.time.span.end);
    if (!standard || !standard->is(WordUse::standard)) return false;
    const std::uint32_t end = text_.clauses[t.clause].span.end;
    return hits_.behind(standard->span.end, WordUse::of) || !holds_quantity({standard->span.end, end});
  }
  // 是去年的2.8倍: measured by it.
  [[nodiscard]] bool is_of_multiple(const TimeInText& t) const {
    const WordHit* of = hits_.beginning_at(t.time.span.end);
    if (!of || !of->is(WordUse::of)) return false;
    const auto q = quantity_from(of->span.end);
    return q != text_.quantities.cend() && q->kind == UnitKind::multiple && q->span.begin <= of->span.end + kNear / 2;
  }

  // 恢复到2019年同期的88%: likewise.
  [[nodiscard]] bool is_of_share(const TimeInText& t) const {
    const WordHit* of = hits_.beginning_at(t.time.span.end);
    const bool share = hits_.before(t.time.span.begin, WordUse::share_of_then);
    if (!of || !of->is(WordUse::of) || !(share || hits_.before(t.time.span.begin, WordUse::until))) return false;
    const auto q = quantity_from(of->span.end);
    return q != text_.quantities.cend() && q->kind == UnitKind::percent && trim(folded_, {of->span.end, q->span.begin}).empty() &&
           (share || t.time.same_period);
  }

  // 较2020年1月（年初）: what stands in the brackets is the same time again.
  [[nodiscard]] bool explains(const TimeInText& t, const TimeInText& before) const {
    return before.use == TimeUse::base && trim(folded_, {before.time.span.end, t.time.span.begin}).size() == 1 &&
           folded_[t.time.span.begin - 1] == '(';
  }

  // 截至7月21日的四周, 截至6月30日止三个月, 截至3月底的整个财年: so long up to that day.
  [[nodiscard]] bool ends_span(TimeInText& t, std::uint32_t index) {
    if (!t.resolved.end || t.resolved.value.size() != 11) return false;
    const WordHit* of = hits_.beginning_at(t.time.span.end);
    if (!of || !(of->is(WordUse::of) || of->is(WordUse::ending))) return false;
    std::optional<Amount> amount;
    if (hits_.behind(of->span.end, WordUse::year_of_accounts) ||
        (of->is(WordUse::ending) && hits_.behind(of->span.end, WordUse::year_ended)))
      amount = Amount{1, "Y"};
    else if (hits_.behind(of->span.end, WordUse::half_of_accounts)) amount = Amount{6, "M"};
    else if (hits_.behind(of->span.end, WordUse::quarter_accounts)) amount = Amount{3, "M"};
    else if (index + 1 < text_.times.size() && text_.times[index + 1].time.span.begin == of->span.end &&
             text_.times[index + 1].time.kind == TimeKind::duration)
      amount = one_amount(text_.times[index + 1].time.duration);
    if (!amount || amount->first < 1 || amount->first > 400) return false;
    const int many = static_cast<int>(amount->first);
    std::optional<Date> first;
    if (amount->second == "D" || amount->second == "W") first = plus_days(*t.resolved.end, 1 - many * (amount->second == "W" ? 7 : 1));
    if (amount->second == "M" || amount->second == "Y")
      first = plus_months({t.resolved.end->year, t.resolved.end->month, 1}, 1 - many * (amount->second == "Y" ? 12 : 1));
    if (!first) return false;
    const bool months = amount->second == "M" || amount->second == "Y";
    t.resolved.start = *first;
    t.resolved.value =
        months ? first->iso().substr(0, 7) + "/" + t.resolved.end->iso().substr(0, 7) : first->iso() + "/" + t.resolved.end->iso();
    return true;
  }

  // 自3月28日上线以来: the word of its end stands further behind.
  [[nodiscard]] bool is_since(const TimeInText& t) const {
    return t.time.role == TimeRole::over && t.time.kind == TimeKind::period && !t.resolved.value.empty() && t.clause != kNoClause &&
           hits_.before(t.time.span.begin, WordUse::since_before) && hits_.in(behind(t), WordUse::since_after);
  }

  // 一季度…，低于上季度的9元: the quarter before the one that is told of, and not before the day of writing.
  [[nodiscard]] bool is_what_is_told(TimeInText& t, std::uint32_t index) const {
    TimePoint& from = t.time.from;
    std::optional<int>& shift = from.quarter_shift ? from.quarter_shift : from.month_shift ? from.month_shift : from.week_shift;
    if (t.time.kind != TimeKind::period || from.base != TimePoint::Base::reference || shift != -1) return false;
    for (std::uint32_t i = index; i-- > 0 && index - i <= kMostBefore;) {
      const TimeInText& other = text_.times[i];
      if (!is_ground(other) || other.use == TimeUse::told) continue;
      if (other.resolved.start != t.resolved.start || other.resolved.end != t.resolved.end) return false;
      shift = -2;
      return true;
    }
    return false;
  }

  // 自5月20日开卖至收官: to the last day that was told.
  [[nodiscard]] bool runs_to_end(TimeInText& t, std::uint32_t index) const {
    constexpr int kLongest = 92;  // days
    if (t.time.kind != TimeKind::period || !t.resolved.start || t.clause == kNoClause || t.resolved.value.size() != 10 ||
        !(hits_.before(t.time.span.begin, WordUse::since_before) || hits_.before(t.time.span.begin, WordUse::range_from)) ||
        !hits_.in(behind(t), WordUse::event_end))
      return false;
    for (std::uint32_t i = index; i-- > 0 && index - i <= 4 * kMostBefore;) {
      const ResolvedTime& other = text_.times[i].resolved;
      if (!other.start || !other.end || !is_day(other) || *other.end <= *t.resolved.start) continue;
      if (days_apart(*t.resolved.start, *other.end) > kLongest) continue;
      t.resolved.end = other.end;
      t.resolved.value += "/" + other.end->iso();
      return true;
    }
    return false;
  }

  // 到2023年12月，…: over, and at the beginning of its clause: a stock, of which only the word is another.
  [[nodiscard]] bool is_by(const TimeInText& t) const {
    if (t.clause == kNoClause || t.time.kind != TimeKind::period || t.time.role != TimeRole::over || t.resolved.value.size() < 7)
      return false;
    const WordHit* to = hits_.ending_at(t.time.span.begin);
    return to && to->is(WordUse::until) && to->span.begin == text_.clauses[t.clause].span.begin &&
           t.time.span.end == text_.clauses[t.clause].span.end;
  }

  // 618（5月31日至6月18日）: the brackets say the days of a campaign, here and wherever it is named again.
  [[nodiscard]] bool dates(const TimeInText& t, const TimeInText& before) const {
    return !before.time.from.named.empty() && t.time.kind == TimeKind::range && t.resolved.start && t.resolved.end &&
           before.resolved.start && before.resolved.end && *t.resolved.start <= *before.resolved.end &&
           *before.resolved.start <= *t.resolved.end && folded_[t.time.span.begin - 1] == '(' &&
           trim(folded_, {before.time.span.end, t.time.span.begin - 1}).empty();
  }

  // 上年同期为4亿元: a time over before the one that was told, looked back at for comparison: said by its distance from that, or behind
  // it in the same sentence.
  [[nodiscard]] bool is_beside(const TimeInText& t, std::uint32_t index) const {
    if (t.clause == kNoClause || !t.resolved.end || (index > 0 && within_range_of(t, text_.times[index - 1]))) return false;
    const std::uint32_t sentence = text_.clauses[t.clause].sentence;
    const bool leads = text_.sentences[sentence].first_clause == t.clause;
    const bool relative = is_relative(t.time);
    if (leads && !t.time.same_period) return false;
    std::size_t looked = 0;
    for (std::uint32_t i = index; i-- > 0 && looked < kMostBefore;) {
      const TimeInText& other = text_.times[i];
      if (other.clause == kNoClause) continue;
      ++looked;
      if ((other.use != TimeUse::flow && other.use != TimeUse::stock) || !other.resolved.start || !other.resolved.end) continue;
      if (is_day(other.resolved) && !is_day(t.resolved)) continue;
      if (!relative && text_.clauses[other.clause].sentence != sentence) return false;
      if (other.use == TimeUse::stock) return (relative || t.use == TimeUse::stock) && *t.resolved.end < *other.resolved.end;
      return *t.resolved.end < *other.resolved.start;
    }
    return false;
  }
  // 年内, 全年 further inside a sentence where a part of that year is spoken of.
  [[nodiscard]] bool is_around(const TimeInText& t, std::uint32_t index) const {
    if (!t.time.from.of_said || t.time.from.year_shift != 0 || t.clause == kNoClause || !t.resolved.start || !t.resolved.end) return false;
    const std::uint32_t sentence = text_.clauses[t.clause].sentence;
    if (text_.sentences[sentence].first_clause == t.clause) return false;
    for (std::uint32_t i = index; i-- > 0 && index - i <= kMostBefore;) {
      const TimeInText& other = text_.times[i];
      if (other.clause == kNoClause) continue;
      if ((other.use != TimeUse::flow && other.use != TimeUse::stock) || !other.resolved.start || !other.resolved.end) continue;
      return *t.resolved.start <= *other.resolved.start && *other.resolved.end <= *t.resolved.end;
    }
    return false;
  }
  static bool is_day(const ResolvedTime& time) {
    return time.value.size() >= 10 && time.value[0] != '@' && days_apart(*time.start, *time.end) < kDays;
  }
  // 2021年、2022年: told together.
  [[nodiscard]] bool within_range_of(const TimeInText& t, const TimeInText& before) const {
    return hits_.before(t.time.span.begin, WordUse::link) && before.clause == t.clause;
  }

  static int days_apart(const Date& first, const Date& last) { return day_number(last) - day_number(first); }

  // The rest of the clause, as far as words are looked for.
  [[nodiscard]] Span behind(const TimeInText& t) const {
    return {t.time.span.end, std::min(text_.clauses[t.clause].span.end, t.time.span.end + kReach)};
  }

  void complete(TimeInText& t, std::uint32_t index) {
    TimeAnchor anchor;
    anchor.written = writing_.day;
    anchor.written_from = writing_.from;
    const Clause* clause = t.clause == kNoClause ? nullptr : &text_.clauses[t.clause];
    if (clause) {
      const std::uint32_t begin = t.time.span.begin;
      const Span before{std::max(clause->span.begin, begin - std::min(begin, kReach)), begin};
      anchor.future = (!t.time.from.named.empty() && clause->outlook != Outlook::actual) || hits_.in(before, WordUse::forecast) ||
                      hits_.in(before, WordUse::target) || hits_.in(before, WordUse::intent) ||
                      hits_.behind(t.time.span.end, WordUse::will) || means_to(t, *clause);
      for (std::uint32_t i = index; i-- > 0 && anchor.before.size() < kMostBefore;) {
        const TimeInText& other = text_.times[i];
        if (other.clause == kNoClause) continue;
        const std::uint32_t sentence = text_.clauses[other.clause].sentence;
        const bool far = paragraphs_[sentence] != paragraphs_[clause->sentence];
        if (index - i > 4 * kMostBefore || (far && !looks_back(t.time))) break;
        if (!is_ground(other)) continue;
        anchor.before.push_back({without_hours(other.resolved.value),
                                 other.clause == t.clause       ? "clause"
                                 : sentence == clause->sentence ? "sentence"
                                 : far                          ? "article"
                                                                : "paragraph",
                                 says_year(other.time), other.use == TimeUse::told, !other.time.from.named.empty(), far,
                                 other.use == TimeUse::origin || other.time.role == TimeRole::since});
      }
    }
    if (clause && reaches_ahead(t, *clause, anchor.future)) {
      t.time.kind = TimeKind::range;
      t.time.future = true;
    }
    t.resolved = resolve_(t.time, anchor);
    if (const auto known = exact_.find(t.resolved.value); known != exact_.end() && !t.time.from.named.empty()) t.resolved = known->second;
  }
  // 力争三年内建成5个, 用三年时间培育5家: from the day of writing on, where something is aimed at or expected.
  [[nodiscard]] bool reaches_ahead(const TimeInText& t, const Clause& clause, bool future) const {
    if (t.time.kind != TimeKind::duration || t.time.up_to_now || (clause.outlook == Outlook::actual && !future)) return false;
    const auto amount = one_amount(t.time.duration);
    if (!amount || amount->first < 1 || (amount->second != "Y" && amount->second != "M")) return false;
    const WordHit* within = hits_.beginning_at(t.time.span.end);
    return within && within->is(WordUse::within) && !hits_.before(t.time.span.begin, WordUse::compare_before);
  }
  // 四季度还将再开4家: what is meant or expected stands near behind the time.
  [[nodiscard]] bool means_to(const TimeInText& t, const Clause& clause) const {
    if (clause.outlook == Outlook::actual) return false;
    const Span near{t.time.span.end, std::min(clause.span.end, t.time.span.end + kNear)};
    for (const WordHit& hit : hits_.between(near.begin, near.end))
      if (hit.is(WordUse::will) || hit.is(WordUse::intent) || hit.is(WordUse::forecast) || hit.is(WordUse::target)) return true;
    return false;
  }
  // 上年同期, 全年, 翌日, 季末: counted from what was told.
  static bool looks_back(const Time& time) {
    return time.same_period || time.ago || time.from.of_said || (time.from.base == TimePoint::Base::previous && time.from.day_shift) ||
           (time.from.base == TimePoint::Base::previous && time.from.edge == TimePoint::Edge::end);
  }
  static std::string without_hours(std::string value) {
    for (std::size_t hours = 0; (hours = value.find('T', 1)) != value.npos;)
      value.erase(hours, std::min(value.find('/', hours), value.size()) - hours);
    return value;
  }
  static bool is_ground(const TimeInText& t) {
    return t.use != TimeUse::named && t.use != TimeUse::base && t.use != TimeUse::aside && !t.resolved.value.empty() &&
           (t.time.kind == TimeKind::period || t.time.kind == TimeKind::range);
  }

  TimeUse use_of(TimeInText& t) const {
    const ResolvedTime& r = t.resolved;
    const Clause* clause = t.clause == kNoClause ? nullptr : &text_.clauses[t.clause];
    const bool ahead = t.time.future || (r.start && writing_.day && *r.start > *writing_.day) ||
                       (t.time.kind == TimeKind::range && r.end && writing_.day && r.end->year > writing_.day->year);
    if (ahead) {
      const bool until = hits_.before(t.time.span.begin, WordUse::until) || hits_.behind(t.time.span.begin, WordUse::until) ||
                         t.time.role == TimeRole::until;
      const Outlook said = clause ? outlook_near(*clause, t.clause) : Outlook::actual;
      // 公布2023财年第二季度业绩: in a year of accounts of its own that quarter is over.
      const bool accounts = hits_.in(t.time.span, WordUse::accounts) && !t.time.future && !until && said == Outlook::actual;
      if (accounts && r.start && r.start->year <= writing_.day->year + 1 && t.time.kind == TimeKind::period) return TimeUse::flow;
      return said == Outlook::forecast                               ? TimeUse::forecast
             : said == Outlook::target                               ? TimeUse::target
             : until && !(clause && was_expected(*clause, t.clause)) ? TimeUse::target
                                                                     : TimeUse::forecast;
    }
    if (is_by(t) && r.value[0] != '@' && r.value.find('/') == r.value.npos) {
      t.resolved.value.insert(0, "@");
      return TimeUse::stock;
    }
    if (t.time.up_to_now && !t.time.duration.empty()) return TimeUse::window;
    if (t.time.kind == TimeKind::period && (t.time.role == TimeRole::over || t.time.role == TimeRole::at) &&
        hits_.before(t.time.span.begin, WordUse::range_from) && !(clause && looks_at(*clause, t)))
      return TimeUse::origin;
    if (is_told(t, clause)) return TimeUse::told;
    return t.time.role == TimeRole::at || r.value.starts_with('@') ? TimeUse::stock : TimeUse::flow;
  }

  // 从上半年看: the whole clause says for when things are told.
  [[nodiscard]] bool looks_at(const Clause& clause, const TimeInText& t) const {
    const WordHit* last = clause.quantities == 0 ? hits_.ending_at(clause.span.end) : nullptr;
    return last && last->is(WordUse::aspect) && last->span.begin <= t.time.span.end + kNear / 2 &&
           hits_.before(t.time.span.begin, WordUse::range_from) && hits_.ending_at(t.time.span.begin)->span.begin == clause.span.begin;
  }

  // What the clause expects or aims at; where it says nothing, the next that does: 到2025年，规模将达9亿元.
  [[nodiscard]] Outlook outlook_near(const Clause& clause, std::uint32_t at) const {
    const std::uint32_t last = text_.sentences[clause.sentence].first_clause + text_.sentences[clause.sentence].clauses;
    for (std::uint32_t next = at; next < std::min(last, at + 3); ++next) {
      if (next > at && text_.clauses[next].times > 0) break;
      if (text_.clauses[next].outlook != Outlook::actual) return text_.clauses[next].outlook;
    }
    return Outlook::actual;
  }

  // An earlier clause of the sentence expects something: 预计今年达4亿元, 到2025年升至9亿元.
  [[nodiscard]] bool was_expected(const Clause& clause, std::uint32_t at) const {
    for (std::uint32_t before = at; before-- > text_.sentences[clause.sentence].first_clause;)
      if (text_.clauses[before].outlook != Outlook::actual) return text_.clauses[before].outlook == Outlook::forecast;
    return false;
  }

  // 截至9月5日，三家公司均已公布8月简报: the day by which what is told of another time was made known.
  [[nodiscard]] bool is_by_now(const TimeInText& t, const Clause& clause) const {
    if (t.time.role != TimeRole::at || t.time.kind != TimeKind::period || !t.time.from.day) return false;
    const std::uint32_t end = text_.sentences[clause.sentence].first_clause + text_.sentences[clause.sentence].clauses;
    const std::uint32_t next = t.clause + (t.time.span.end < clause.span.end ? 0 : 1);
    if (next >= end || text_.clauses[next].inside != clause.inside) return false;
    const WordHit* publish =
        hits_.in({std::max(t.time.span.end, text_.clauses[next].span.begin), text_.clauses[next].span.end}, WordUse::publish);
    if (!publish || holds_quantity({publish->span.end, text_.clauses[next].span.end})) return false;
    const Clause& after = text_.clauses[next];
    return std::any_of(text_.times.begin() + after.first_time, text_.times.begin() + after.first_time + after.times,
                       [&](const TimeInText& other) { return other.time.span.begin >= publish->span.end; });
  }

  // A day beside a word of telling, in its clause or, where the clause is nothing but the day, in the next.
  bool is_told(const TimeInText& t, const Clause* clause) const {
    if (clause && t.time.role == TimeRole::at && t.time.kind == TimeKind::period && hits_.behind(t.time.span.end, WordUse::tell))
      return true;
    if (clause && is_by_now(t, *clause)) return true;
    if (!clause || t.time.kind != TimeKind::period || t.time.role != TimeRole::over ||
        !(t.time.from.day || t.time.from.weekday || t.time.from.third || t.time.from.day_shift || t.time.from.week_shift))
      return false;
    if (hits_.in(behind(t), WordUse::tell)) return true;
    if (t.time.span.end < clause->span.end) return false;
    const std::uint32_t end = text_.sentences[clause->sentence].first_clause + text_.sentences[clause->sentence].clauses;
    const std::uint32_t last = std::min(end, t.clause + kMostClauses);
    for (std::uint32_t next = t.clause + 1; next < last; ++next) {
      const Clause& after = text_.clauses[next];
      if (after.inside != clause->inside) continue;
      const WordHit* tell = hits_.in(after.span, WordUse::tell);
      return tell && (after.quantities == 0 || tell->span.begin < text_.quantities[after.first_quantity].span.begin);
    }
    return false;
  }

  std::string_view folded_;
  const Hits& hits_;
  const Writing& writing_;
  const std::vector<std::uint32_t>& paragraphs_;
  const Resolver& resolve_;
  ReadText& text_;
  std::map<std::string, ResolvedTime, std::less<>> exact_;  // of campaigns, by their usual days
  std::size_t title_ = 0, quote_ = 0, name_ = 0;
};

}  // namespace

void complete_times(std::string_view folded, const Hits& hits, const Writing& writing,
                    const std::vector<std::uint32_t>& paragraph_of_sentence, const Resolver& resolve, ReadText& text) {
  Times(folded, hits, writing, paragraph_of_sentence, resolve, text).run();
}

}  // namespace fengbiao
