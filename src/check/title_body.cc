#include "check/title_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "register/wording.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostInTitle = 24;   // figures of a headline that are looked up
constexpr std::size_t kMostInBody = 4000;  // figures of a body they are looked up among
constexpr std::size_t kMostShared = 8;
constexpr std::size_t kFewestShared = 4;  // pairs of characters that make two clauses tell the same
constexpr double kSameClause = 0.7;       // share of the headline's words that the clause must have to contradict
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

Result<TitleBodyCheck> TitleBodyCheck::load(const DataSet&, RuleBook& book) {
  TitleBodyCheck out;
  FB_TRY(out.figure_, book.rule("title-figure"));
  FB_TRY(out.document_, book.rule("title-document"));
  return out;
}

void TitleBodyCheck::check(const ArticleSubject& subject, const std::vector<ToldFigure>& figures, Report& report) const {
  check_documents(subject, report);
  const std::uint32_t title_end = subject.text.title_end();
  const auto body = std::ranges::lower_bound(figures, title_end, {}, [](const ToldFigure& f) { return f.span.begin; });
  const auto in_title = static_cast<std::size_t>(body - figures.begin());
  const auto in_body = std::min<std::size_t>(static_cast<std::size_t>(figures.end() - body), kMostInBody);
  if (in_title == 0 || in_body == 0) return;

  Sides sides{subject, {}};
  for (const ToldFigure& f : figures) sides.figures.push_back(f.span);
  std::vector<WordPairs> clauses(in_body);  // made when first wanted
  std::vector<char> made(in_body);
  const auto clause_pairs = [&](std::size_t i) -> const WordPairs& {
    if (!made[i]) clauses[i] = sides.pairs(body[static_cast<std::ptrdiff_t>(i)].clause), made[i] = 1;
    return clauses[i];
  };
  std::size_t looked_up = 0, found = 0;
  std::string told;
  for (std::size_t t = 0; t < std::min(in_title, kMostInTitle); ++t) {
    const ToldFigure& title = figures[t];
    const bool only_year = title.sort == ToldFigure::Sort::day && !title.time->time.from.month && title.time->time.kind == TimeKind::period;
    const WordPairs title_pairs = sides.pairs(title.clause);
    std::size_t best = in_body, best_weight = 0;
    Agreement how = Agreement::none;
    bool met_by_chance = false;
    for (std::size_t i = 0; i < in_body; ++i) {
      const ToldFigure& other = body[static_cast<std::ptrdiff_t>(i)];
      const Agreement a = std::max(agreement(title, other), agreement(other, title));
      if (a == Agreement::none) continue;
      const std::size_t shared = std::min(title_pairs.common(clause_pairs(i)), kMostShared);
      if (shared == 0 && (a == Agreement::loosely || is_slight(title))) {
        met_by_chance = true;
        continue;
      }
      const std::size_t weight = 1 + 4 * static_cast<std::size_t>(a) + 2 * shared;
      if (weight > best_weight) best = i, best_weight = weight, how = a;
    }
    if (only_year && best == in_body) continue;
    ++looked_up;
    if (best < in_body) {
      const ToldFigure& other = body[static_cast<std::ptrdiff_t>(best)];
      ++found;
      told += (told.empty() ? "" : ", ") + sides.words(title);
      report.state({.rule = figure_,
                    .at = sides.spot(other),
                    .relation = fmt::format("{} {} {}", sides.words(title), how == Agreement::rounded ? "~" : "=", sides.words(other)),
                    .verdict = Verdict::holds,
                    .other = sides.spot(title)});
      continue;
    }
    // The one figure of the body that is told in the same words.
    const bool could_be_wrong = !met_by_chance && title_pairs.size() >= kFewestShared;
    std::size_t same = in_body, others = 0;
    for (std::size_t i = 0; could_be_wrong && i < in_body; ++i) {
      const ToldFigure& other = body[static_cast<std::ptrdiff_t>(i)];
      if (!alike(title, other)) continue;
      const std::size_t shared = title_pairs.common(clause_pairs(i));
      if (shared < kFewestShared || static_cast<double>(shared) < kSameClause * static_cast<double>(title_pairs.size())) continue;
      if (same < in_body) ++others;
      same = i;
    }
    const ToldFigure* const other = same < in_body && others == 0 ? &body[static_cast<std::ptrdiff_t>(same)] : nullptr;
    if (other && slip(title, *other)) {
      report.state({.rule = figure_,
                    .at = sides.spot(title),
                    .relation = fmt::format("{} ≠ {}", sides.words(title), sides.words(*other)),
                    .verdict = Verdict::contradicts,
                    .values = {{"title", sides.words(title)}, {"body", sides.words(*other)}},
                    .other = sides.spot(*other)});
    } else {
      report.state({.rule = figure_,
                    .at = sides.spot(title),
                    .relation = other ? fmt::format("{} ? {}", sides.words(title), sides.words(*other)) : sides.words(title) + " ?",
                    .verdict = Verdict::cannot_tell,
                    .reason = other ? "other_scope" : "not_printed"});
    }
  }
  if (found > 0 && found == looked_up)
    report.state({.rule = figure_,
                  .at = {subject.article.n, subject.text.printed({0, title_end}), subject.text.printed({0, title_end})},
                  .relation = fmt::format("{}: {} = {}", told, found, looked_up),
                  .verdict = Verdict::holds});
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
