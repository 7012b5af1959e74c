// Days of what an article tells: anniversaries, documents in force, its own day. See days.h.
#include <fmt/format.h>

#include "check/day_scene.h"

namespace fengbiao {
namespace {

constexpr int kFarthestEvent = 45;            // days after that of the source line; beyond, the year is another
constexpr std::uint32_t kNumeralBytes = 12;   // before 周年
constexpr std::uint32_t kFoundedBytes = 36;   // between a year and 成立, on either side
constexpr std::uint32_t kFarthestYear = 300;  // before 周年
constexpr std::string_view kEffectiveBeforeIssued = "effective before issued", kUntilBeforeEffective = "until before effective",
                           kUntilBeforeIssued = "until before issued", kCommentsBefore = "consultation ends before it begins";

bool numeral_byte(char c) { return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9'); }

}  // namespace

// 2012年成立 … 10周年
void DayCheck::anniversaries(const Scene& s) const {
  const Hits near(s.text, s.hits);
  for (const WordHit& hit : s.hits) {
    if (!hit.is(DayUse::anniversary)) continue;
    // The longest numeral before it.
    std::optional<int> years;
    std::uint32_t begin = hit.span.begin;
    for (std::uint32_t from = hit.span.begin; from > 0 && hit.span.begin - from < kNumeralBytes && numeral_byte(s.text[from - 1]);) {
      do --from;
      while (from > 0 && (static_cast<unsigned char>(s.text[from]) & 0xC0) == 0x80);
      const auto n = numbers_.small_number(slice(s.text, {from, hit.span.begin}));
      if (!n) break;
      years = n;
      begin = from;
    }
    if (!years || *years < 1 || *years > 300) continue;
    // A year before it, in reach, with 成立 beside it; and the year of the feast.
    const auto after = std::ranges::lower_bound(s.times, begin, {}, [](const TimeInText& t) { return t.time.span.begin; });
    std::optional<std::size_t> founded;
    std::optional<int> feast = s.written ? std::optional(s.written->year) : std::nullopt;
    bool printed = false;
    for (auto t = after; t != s.times.begin() && begin - (t - 1)->time.span.end < kFarthestYear;) {
      --t;
      const TimePoint& p = t->time.from;
      if (t->time.kind != TimeKind::period && t->time.kind != TimeKind::range) continue;
      const Span beside{t->time.span.end, std::min(t->time.span.end + kFoundedBytes, begin)};
      const bool is_founded =
          p.year && !p.short_year && (near.before(t->time.span.begin, DayUse::founded) || near.in(beside, DayUse::founded) != nullptr);
      if (is_founded) {
        founded = static_cast<std::size_t>(t - s.times.begin());
        break;
      }
      if (!printed && t->resolved.start && t->clause != kNoClause) feast = t->resolved.start->year, printed = true;
    }
    if (!founded || !feast) continue;
    const std::uint32_t clause = s.times[*founded].clause;
    const int from = *s.times[*founded].time.from.year, apart = *feast - from;
    const int off = std::abs(apart - *years);
    const Span span{begin, hit.span.end};
    const bool same = clause != kNoClause && read_sentence(s, begin) == s.read.clauses[clause].sentence;
    if (off > 1 && !same) continue;
    Report::Statement statement{.rule = anniversary_,
                                .at = s.spot(span, {s.times[*founded].time.span.begin, hit.span.end}),
                                .relation = fmt::format("{}-{} = {}, printed {}", *feast, from, apart, *years),
                                .values = {{"from", std::to_string(from)},
                                           {"year", std::to_string(*feast)},
                                           {"apart", std::to_string(apart)},
                                           {"printed", s.subject.text.words(span)}}};
    if (off == 1) {
      statement.verdict = Verdict::cannot_tell;
      statement.reason = "counted_otherwise";
    } else if (off > 1) {
      if (!near.before(begin, DayUse::greets)) continue;  // 上市10周年: of something else that began
      statement.verdict = Verdict::contradicts;
    }
    s.report.state(statement);
  }
}

std::uint32_t DayCheck::read_sentence(const Scene& s, std::uint32_t place) {
  const auto after = std::ranges::upper_bound(s.read.sentences, place, {}, [](const Sentence& x) { return x.span.begin; });
  return static_cast<std::uint32_t>(after - s.read.sentences.begin()) - (after != s.read.sentences.begin());
}

// The day of the source line against the days on which the article says that something was told.
void DayCheck::source(const Scene& s) const {
  const Article& article = s.subject.article;
  const std::optional<Date> own = article.date ? date_from_iso(*article.date) : std::nullopt;
  if (!own || article.source_pieces.empty()) return;
  bool held = false;
  for (std::size_t t = 0; t < s.times.size(); ++t) {
    const TimeInText& told = s.times[t];
    const TimePoint& p = told.time.from;
    if (told.time.kind != TimeKind::period || !Scene::full_day(p) || told.clause == kNoClause || told.time.future) continue;
    if (told.use == TimeUse::forecast || told.use == TimeUse::target || told.use == TimeUse::base || told.use == TimeUse::named) continue;
    if (told.time.span.begin < s.subject.text.title_end()) continue;
    const int year = p.year.value_or(own->year);
    if (year != own->year || !is_real_date(year, *p.month, *p.day)) continue;
    const int after = day_number({year, *p.month, *p.day}) - day_number(*own);
    if (after <= 0 && held) continue;
    if (after > kFarthestEvent) continue;
    // Something told, in the clause of the day or the one behind it, and nothing that lies ahead.
    const Clause& clause = s.read.clauses[told.clause];
    if (clause.outlook != Outlook::actual) continue;
    Span words = clause.span;
    const Sentence& sentence = s.read.sentences[clause.sentence];
    if (clause.inside == kNoClause && told.clause + 1 < s.read.clauses.size()) {
      const Clause& next = s.read.clauses[told.clause + 1];
      if (next.sentence == clause.sentence && clause.span.end - told.time.span.end < 8) words.end = next.span.end;
    }
    const Hits near(s.text, s.hits);
    const WordHit* const act = near.in({told.time.span.end, std::min(words.end, told.time.span.end + 150)}, DayUse::told);
    if (!act) continue;
    const bool first = told.time.span.begin < sentence.span.begin + 30;  // what a sentence opens with
    if (near.in({clause.span.begin, act->span.begin}, DayUse::ahead) || !first) continue;
    if (after <= 0) {
      held = true;
      s.report.state({.rule = source_,
                      .at = s.spot(told.time.span, words.size() > 300 ? told.time.span : words),
                      .relation = fmt::format("{:02}-{:02} <= {}", *p.month, *p.day, own->iso()),
                      .verdict = Verdict::holds});
      continue;
    }
    const Span line{article.source_pieces.front().begin, article.source_pieces.back().end};
    s.report.state({.rule = source_,
                    .at = {article.n, line, line},
                    .relation = fmt::format("{} < {}-{:02}-{:02}", own->iso(), year, *p.month, *p.day),
                    .verdict = Verdict::contradicts,
                    .values = {{"own", own->iso()}, {"day", s.subject.text.words(told.time.span)}},
                    .other = s.spot(told.time.span)});
    return;
  }
}

// In force before it was issued.
void DayCheck::policies(const Scene& s) const {
  for (const Policy& p : s.subject.policies) {
    const auto doubt = std::ranges::find_if(p.doubts, [](const std::string& d) {
      return d == kEffectiveBeforeIssued || d == kUntilBeforeEffective || d == kUntilBeforeIssued || d == kCommentsBefore;
    });
    const std::string& later = p.effective.empty() ? p.until : p.effective;
    if (doubt != p.doubts.end()) {
      s.report.state({.rule = effective_,
                      .at = {s.subject.article.n, p.span},
                      .relation = fmt::format("issued {}, effective {}, until {}", p.issued, p.effective, p.until),
                      .verdict = Verdict::contradicts,
                      .values = {{"name", p.name}, {"issued", p.issued}, {"effective", p.effective}, {"until", p.until}}});
      continue;
    }
    const std::string issued = p.issued.empty() && p.status == PolicyStatus::in_force_later && s.written ? s.written->iso() : p.issued;
    if (issued.empty() || later.empty()) continue;
    // Shown where the later day is told.
    for (std::size_t t = 0; t < s.times.size(); ++t) {
      const std::string& value = s.times[t].resolved.value;
      const bool open = value.size() > later.size() && value.ends_with('/');  // 自…起
      if ((value != later && !(open && value.starts_with(later))) || s.times[t].time.span.begin < s.subject.text.title_end()) continue;
      s.report.state({.rule = effective_,
                      .at = s.spot(s.times[t].time.span, s.clause_of(t)),
                      .relation = fmt::format("{} <= {}", issued, later),
                      .verdict = Verdict::holds});
      break;
    }
  }
}

}  // namespace fengbiao
