#include "check/title_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "base/code_points.h"
#include "register/wording.h"
#include "text/chars.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostInTitle = 24;   // figures of a headline that are looked up
constexpr std::size_t kMostInBody = 4000;  // figures of a body they are looked up among
constexpr std::size_t kMostShared = 8;
constexpr std::size_t kMostCandidates = 64;  // figures that one of the headline is looked for a slip among
constexpr std::size_t kClearlyMore = 3;      // pairs by which one of several figures that could be meant stands out
constexpr std::uint32_t kMostContext = 400;  // bytes of a sentence before the clause of a figure
constexpr std::uint32_t kBehindDay = 12;     // bytes behind a day that say what happens on it
constexpr std::size_t kWholeNoun = 15;       // bytes of a name by which things that are counted are surely the same
constexpr double kNearCount = 2;
constexpr std::size_t kMostDocuments = 16;
constexpr std::size_t kMark = 3;  // bytes of a mark around a name

const Clause* clause_at(const ReadText& read, Span span) {
  auto it = std::ranges::upper_bound(read.clauses, span.begin, {}, [](const Clause& c) { return c.span.begin; });
  for (int back = 0; it != read.clauses.begin() && back < 4; ++back)
    if (--it; it->span.end >= span.end) return &*it;
  return nullptr;
}

}  // namespace

struct TitleBodyCheck::Sides {
  const ArticleSubject& subject;
  std::vector<Span> figures;  // of the whole text, in order
  const std::vector<std::string>& compared;

  // How many pairs of words they share where the figure of the headline may have come of this one by a slip, else 0: the fewer digits it
  // has, the more they must share.
  [[nodiscard]] std::size_t slipped(const ToldFigure& title, const ToldFigure& body, const WordPairs& clause) const {
    const int digits = slip(title, body);
    if (other_year(title, body) || is_compared(title, body)) return 0;
    const WordPairs told = pairs(title.clause);
    const std::size_t near = told.common(clause);
    // The sentence up to the end of the clause.
    Span context = body.clause;
    if (body.sentence != kNoClause) {
      const std::uint32_t begin = subject.text.read_text().sentences[body.sentence].span.begin;
      context.begin = context.begin - begin > kMostContext ? context.begin : begin;
    }
    const std::size_t shared = told.common(pairs(context));
    const double share = told.size() == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(told.size());
    const std::size_t weight = shared + near;
    if (title.sort == ToldFigure::Sort::day) return share >= 0.5 && shared >= 3 && behind(title, body) ? weight : 0;
    if (digits >= 3) return shared >= 1 ? weight : 0;
    if (digits == 2) return shared >= 2 && share >= 0.15 ? weight : 0;
    if (is_slight(title) && same_thing_behind(title, body)) return weight;
    // 9亿 is less likely to be met by chance than 9家.
    return (is_slight(title) ? near >= 4 && share >= 0.7 : shared >= 3 && share >= 0.4) ? weight : 0;
  }
  [[nodiscard]] bool other_year(const ToldFigure& title, const ToldFigure& body) const {
    if (!title.quantity || !body.quantity) return false;
    const ReadText& read = subject.text.read_text();
    const auto year = [&](const ToldFigure& f) {
      const std::string value = read.value_of(read.holdings[static_cast<std::size_t>(f.quantity - read.quantities.data())]);
      return value.substr(value.starts_with('@') ? 1 : 0, 4);
    };
    const std::string a = year(title), b = year(body);
    return a.size() == 4 && b.size() == 4 && a != b;
  }
  // 低于去年同期的15.1%: what the headline's figure was compared with.
  [[nodiscard]] bool is_compared(const ToldFigure& title, const ToldFigure& body) const {
    const std::string_view folded = subject.text.folded();
    const auto has = [&](Span span) {
      return std::ranges::any_of(compared, [&](const std::string& word) { return slice(folded, span).find(word) != folded.npos; });
    };
    return has({body.clause.begin, std::max(body.clause.begin, body.span.begin)}) && !has(title.clause);
  }
  // 四家快递上市公司, 六家快递上市公司: nearly as many of what is called by the same words.
  [[nodiscard]] bool same_thing_behind(const ToldFigure& title, const ToldFigure& body) const {
    if (!title.quantity || !body.quantity || std::abs(title.quantity->value - body.quantity->value) > kNearCount) return false;
    const std::string& folded = subject.text.folded();
    const std::string_view noun = std::string_view(folded).substr(title.span.end, kWholeNoun);
    return noun.size() == kWholeNoun && title.span.end + kWholeNoun <= subject.text.title_end() &&
           std::ranges::none_of(noun, [](char c) { return static_cast<unsigned char>(c) < 0x80; }) &&
           std::string_view(folded).substr(body.span.end).starts_with(noun);
  }
  // 起施行: the first two characters of a headline behind a day stand behind the other one too.
  [[nodiscard]] bool behind(const ToldFigure& title, const ToldFigure& body) const {
    const std::string& folded = subject.text.folded();
    const auto words = [&](const ToldFigure& f, std::uint32_t most) {
      return pairs(
          {f.span.end, std::min({f.span.end + most, std::max(f.clause.end, f.span.end), static_cast<std::uint32_t>(folded.size())})});
    };
    return words(title, kBehindDay).common(words(body, kBehindDay)) > 0;
  }
  [[nodiscard]] WordPairs pairs(Span span) const { return {subject.text.folded(), span, figures}; }
  [[nodiscard]] Report::Spot spot(const ToldFigure& f) const {
    return {subject.article.n, subject.text.printed(f.span), subject.text.printed(f.clause.empty() ? f.span : f.clause)};
  }
  [[nodiscard]] std::string words(const ToldFigure& f) const {
    Span span = f.span;
    if (f.quantity && !f.quantity->hedge.empty() && f.quantity->hedge.end == span.begin) span.begin = f.quantity->hedge.begin;
    return subject.text.words(span);
  }
};

Result<TitleBodyCheck> TitleBodyCheck::load(const DataSet& data, RuleBook& book) {
  TitleBodyCheck out;
  FB_TRY(const DataSet::File* file, data.find("check/agreement.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_TRY(out.compared_, pack["compared"].texts());
  FB_TRY(out.calendar_, pack["calendar"].texts());
  FB_TRY(out.windows_, pack["windows"].texts());
  FB_TRY(out.figure_, book.rule("title-figure"));
  FB_TRY(out.document_, book.rule("title-document"));
  FB_TRY(out.year_, book.rule("title-year"));
  return out;
}

void TitleBodyCheck::check(const ArticleSubject& subject, const std::vector<ToldFigure>& figures, Report& report) const {
  check_documents(subject, report);
  check_years(subject, figures, report);
  const std::uint32_t title_end = subject.text.title_end();
  const auto body = std::ranges::lower_bound(figures, title_end, {}, [](const ToldFigure& f) { return f.span.begin; });
  const auto in_title = static_cast<std::size_t>(body - figures.begin());
  const auto in_body = std::min<std::size_t>(static_cast<std::size_t>(figures.end() - body), kMostInBody);
  if (in_title == 0 || in_body == 0) return;

  Sides sides{subject, {}, compared_};
  for (const ToldFigure& f : figures) sides.figures.push_back(f.span);
  std::vector<WordPairs> clauses(in_body);  // made when first wanted
  std::vector<char> made(in_body);
  const auto clause_pairs = [&](std::size_t i) -> const WordPairs& {
    if (!made[i]) clauses[i] = sides.pairs(body[static_cast<std::ptrdiff_t>(i)].clause), made[i] = 1;
    return clauses[i];
  };
  std::size_t looked_up = 0, found = 0;
  std::string told;
  std::vector<std::size_t> unfound;
  std::vector<char> taken(in_body);  // agrees with a figure of the headline
  for (std::size_t t = 0; t < std::min(in_title, kMostInTitle); ++t) {
    const ToldFigure& title = figures[t];
    const bool only_year = title.sort == ToldFigure::Sort::day && !title.time->time.from.month && title.time->time.kind == TimeKind::period;
    const WordPairs title_pairs = sides.pairs(title.clause);
    std::size_t best = in_body, best_weight = 0;
    Agreement how = Agreement::none;
    for (std::size_t i = 0; i < in_body; ++i) {
      const ToldFigure& other = body[static_cast<std::ptrdiff_t>(i)];
      const Agreement a = agreement(title, other);
      if (a == Agreement::none) continue;
      const std::size_t shared = std::min(title_pairs.common(clause_pairs(i)), kMostShared);
      if (shared == 0 && (a == Agreement::loosely || is_slight(title))) continue;
      taken[i] = 1;
      const std::size_t weight = 1 + 4 * static_cast<std::size_t>(a) + 2 * shared;
      if (weight > best_weight) best = i, best_weight = weight, how = a;
    }
    if (only_year && best == in_body) continue;
    ++looked_up;
    if (best == in_body) {
      unfound.push_back(t);
      continue;
    }
    const ToldFigure& other = body[static_cast<std::ptrdiff_t>(best)];
    ++found;
    told += (told.empty() ? "" : ", ") + sides.words(title);
    report.state({.rule = figure_,
                  .at = sides.spot(other),
                  .relation = fmt::format("{} {} {}", sides.words(title), how == Agreement::rounded ? "~" : "=", sides.words(other)),
                  .verdict = Verdict::holds,
                  .other = sides.spot(title)});
  }
  if (found > 0 && found == looked_up)
    report.state({.rule = figure_,
                  .at = {subject.article.n, subject.text.printed({0, title_end}), subject.text.printed({0, title_end})},
                  .relation = fmt::format("{}: {} = {}", told, found, looked_up),
                  .verdict = Verdict::holds});

  for (const std::size_t t : unfound) {
    // The one value of the body that the figure may be a slip of, or that shares most words with it.
    const ToldFigure& title = figures[t];
    const ToldFigure* other = nullptr;
    std::size_t most = 0, next = 0;
    std::size_t looked_at = 0;
    for (std::size_t i = 0; i < in_body && looked_at < kMostCandidates; ++i) {
      const ToldFigure& candidate = body[static_cast<std::ptrdiff_t>(i)];
      if (taken[i] || !alike(title, candidate) || slip(title, candidate) == 0) continue;
      ++looked_at;
      const std::size_t shared = sides.slipped(title, candidate, clause_pairs(i));
      if (shared == 0) continue;
      const bool same = other && agreement(*other, candidate) == Agreement::same;
      if (shared > most) {
        if (!same) next = most;
        most = shared;
        other = &candidate;
      } else if (!same) {
        next = std::max(next, shared);
      }
    }
    if (next > 0 && most < next + kClearlyMore) other = nullptr;
    report.state({.rule = figure_,
                  .at = sides.spot(title),
                  .relation = other ? fmt::format("{} ≠ {}", sides.words(title), sides.words(*other)) : sides.words(title) + " ?",
                  .verdict = other ? Verdict::contradicts : Verdict::cannot_tell,
                  .values = {{"title", sides.words(title)}, {"body", other ? sides.words(*other) : ""}},
                  .reason = "not_printed",
                  .other = other ? std::optional(sides.spot(*other)) : std::nullopt});
  }
}

// 年内 in the headline, 未来一年 in the body: the calendar year is another time than the twelve months to come.
void TitleBodyCheck::check_years(const ArticleSubject& subject, const std::vector<ToldFigure>& figures, Report& report) const {
  const std::string& folded = subject.text.folded();
  const std::uint32_t title_end = subject.text.title_end();
  const std::string_view title = std::string_view(folded).substr(0, title_end);
  // 三年内 is a time of its own.
  const auto stands_alone = [&](std::size_t at) {
    return std::ranges::none_of(figures, [&](const ToldFigure& f) { return f.span.begin < at && f.span.end > at; });
  };
  const auto in_body = [&](const std::string& word) {
    for (std::size_t at = find_in(folded, word, title_end); at != folded.npos; at = find_in(folded, word, at + word.size()))
      if (stands_alone(at)) return true;
    return false;
  };
  for (const std::string& word : calendar_) {
    const std::size_t at = find_in(title, word);
    if (at == title.npos || !stands_alone(at) || in_body(word)) continue;
    for (const std::string& window : windows_) {
      const std::size_t there = find_in(folded, window, title_end);
      if (there == folded.npos) continue;
      const Span span{static_cast<std::uint32_t>(there), static_cast<std::uint32_t>(there + window.size())};
      const Clause* const clause = clause_at(subject.text.read_text(), span);
      if (!clause) return;
      // What is meant may stand in the next clause.
      Span around = clause->span;
      const auto& clauses = subject.text.read_text().clauses;
      if (const Clause* const next = clause + 1; next < clauses.data() + clauses.size() && next->sentence == clause->sentence)
        around.end = next->span.end;
      Sides sides{subject, {}, compared_};
      for (const ToldFigure& f : figures) sides.figures.push_back(f.span);
      const Span said{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())};
      if (sides.pairs({0, title_end}).common(sides.pairs(around)) < 2) return;
      report.state({.rule = year_,
                    .at = {subject.article.n, subject.text.printed(span)},
                    .relation = word + " ≠ " + window,
                    .verdict = Verdict::contradicts,
                    .values = {{"title", word}, {"body", window}},
                    .other = Report::Spot{subject.article.n, subject.text.printed(said), subject.text.printed({0, title_end})}});
      return;
    }
  }
}

// Names of documents in the headline: the body has them, shortened or not.
void TitleBodyCheck::check_documents(const ArticleSubject& subject, Report& report) const {
  const std::string& folded = subject.text.folded();
  const std::uint32_t title_end = subject.text.title_end();
  struct Named {
    Span span;
    std::u32string name;
  };
  std::vector<Named> title, body;
  for (const Span span : subject.text.read_text().cuts.titles) {
    if (span.begin >= title_end && title.empty()) return;
    std::vector<Named>& side = span.begin < title_end ? title : body;
    const std::string_view name = slice(folded, span).substr(kMark, span.size() - std::min<std::size_t>(span.size(), 2 * kMark));
    if (side.size() < kMostDocuments) side.push_back({span, code_points(bare_words(name))});
  }
  const auto spot = [&](Span span) -> Report::Spot {
    const Clause* const clause = span.begin < title_end ? nullptr : clause_at(subject.text.read_text(), span);
    const Span at = subject.text.printed(span);
    return {subject.article.n, at, clause ? subject.text.printed(clause->span) : at};
  };
  for (const Named& t : title) {
    const Named* nearest = nullptr;
    std::size_t distance = 3;
    for (const Named& b : body) {
      const std::size_t d = edit_distance(t.name, b.name, distance);
      if (d < distance || (d == 0 && !nearest)) nearest = &b, distance = d;
    }
    if (!nearest) continue;
    if (distance == 0) {
      report.state({.rule = document_,
                    .at = spot(nearest->span),
                    .relation = subject.text.words(t.span) + " = " + subject.text.words(nearest->span),
                    .verdict = Verdict::holds,
                    .other = spot(t.span)});
    } else if (t.name.size() >= nearest->name.size() && t.name.size() >= 8 && !t.name.starts_with(nearest->name)) {
      // A headline shortens a name, it does not put characters in or change them. What goes on behind the name is a mark set wrongly.
      report.state({.rule = document_,
                    .at = spot(t.span),
                    .relation = subject.text.words(t.span) + " ≠ " + subject.text.words(nearest->span),
                    .verdict = Verdict::contradicts,
                    .values = {{"title", subject.text.words(t.span)}, {"body", subject.text.words(nearest->span)}},
                    .other = spot(nearest->span)});
    }
  }
}

}  // namespace fengbiao
