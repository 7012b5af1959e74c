#include "clause/times.h"

#include <algorithm>

#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostBefore = 6;  // times looked back at
constexpr std::uint32_t kReach = 600;   // bytes looked at for words
constexpr std::uint32_t kNear = 24;     // eight characters
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
      if (is_named(t)) t.use = TimeUse::named;
      else if (is_base(t) || (i > 0 && explains(t, text_.times[i - 1]))) t.use = TimeUse::base;
      complete(t, i);
      if (t.use == TimeUse::flow) t.use = use_of(t);
    }
  }

 private:
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
    if (t.clause != kNoClause && hits_.in({s.end, std::min(s.end + kNear, text_.clauses[t.clause].span.end)}, WordUse::record)) return true;
    if (!hits_.before(s.begin, WordUse::compare_with)) return false;
    return t.clause != kNoClause && hits_.in(behind(t), WordUse::compare_after);
  }

  // 较2020年1月（年初）: what stands in the brackets is the same time again.
  [[nodiscard]] bool explains(const TimeInText& t, const TimeInText& before) const {
    return before.use == TimeUse::base && trim(folded_, {before.time.span.end, t.time.span.begin}).size() == 1 &&
           folded_[t.time.span.begin - 1] == '(';
  }

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
      anchor.future =
          hits_.in(before, WordUse::forecast) || hits_.in(before, WordUse::target) || hits_.behind(t.time.span.end, WordUse::forecast);
      for (std::uint32_t i = index; i-- > 0 && anchor.before.size() < kMostBefore;) {
        const TimeInText& other = text_.times[i];
        if (other.clause == kNoClause) continue;
        const std::uint32_t sentence = text_.clauses[other.clause].sentence;
        if (paragraphs_[sentence] != paragraphs_[clause->sentence] || index - i > 4 * kMostBefore) break;
        if (!is_ground(other)) continue;
        anchor.before.push_back({other.resolved.value,
                                 other.clause == t.clause       ? "clause"
                                 : sentence == clause->sentence ? "sentence"
                                                                : "paragraph",
                                 says_year(other.time)});
      }
    }
    t.resolved = resolve_(t.time, anchor);
  }
  static bool is_ground(const TimeInText& t) {
    return t.use != TimeUse::named && t.use != TimeUse::base && !t.resolved.value.empty() &&
           (t.time.kind == TimeKind::period || t.time.kind == TimeKind::range);
  }

  TimeUse use_of(const TimeInText& t) const {
    const ResolvedTime& r = t.resolved;
    const Clause* clause = t.clause == kNoClause ? nullptr : &text_.clauses[t.clause];
    const bool ahead = t.time.future || (r.start && writing_.day && *r.start > *writing_.day);
    if (ahead) {
      const bool until = hits_.before(t.time.span.begin, WordUse::until) || hits_.behind(t.time.span.begin, WordUse::until) ||
                         t.time.role == TimeRole::until;
      const Outlook said = clause ? outlook_near(*clause, t.clause) : Outlook::actual;
      return said == Outlook::forecast ? TimeUse::forecast : said == Outlook::target || until ? TimeUse::target : TimeUse::forecast;
    }
    if (t.time.up_to_now && !t.time.duration.empty()) return TimeUse::window;
    if (t.time.kind == TimeKind::period && t.time.role == TimeRole::over && hits_.before(t.time.span.begin, WordUse::range_from))
      return TimeUse::origin;
    if (t.time.role == TimeRole::at || r.value.starts_with('@')) return TimeUse::stock;
    return is_told(t, clause) ? TimeUse::told : TimeUse::flow;
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

  // A day beside a word of telling, in its clause or, where the clause is nothing but the day, in the next.
  bool is_told(const TimeInText& t, const Clause* clause) const {
    if (!clause || t.time.kind != TimeKind::period || t.time.role != TimeRole::over || !(t.time.from.day || t.time.from.weekday))
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
  std::size_t title_ = 0, quote_ = 0, name_ = 0;
};

}  // namespace

void complete_times(std::string_view folded, const Hits& hits, const Writing& writing,
                    const std::vector<std::uint32_t>& paragraph_of_sentence, const Resolver& resolve, ReadText& text) {
  Times(folded, hits, writing, paragraph_of_sentence, resolve, text).run();
}

}  // namespace fengbiao
