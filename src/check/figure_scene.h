// The figures of an article as the checks of arithmetic see them: each with its words, its clause, the observation it makes if it makes
// one, and what it stands for.
//
//   FigureScene scene; scene.read(subject, words);
//   for (const Figure& f : scene.figures()) f.interval, f.label (the words it is told by), scene.between(f, g)
//
// Plain integers that count things are taken as they stand; every other figure may have been rounded at its last printed digit.
// Tested by figure_scene_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/figure_words.h"
#include "check/interval.h"
#include "check/report.h"
#include "check/subject.h"

namespace fengbiao {

struct Figure {
  std::uint32_t index = 0;                   // in FigureScene::figures
  const Quantity* quantity = nullptr;        // of ReadText
  const Observation* observation = nullptr;  // that it makes; nullptr: none
  Span kept;                                 // the number with its unit, in the kept text
  double value = 0;                          // with the sign of the observation
  char approx = '=';
  double step = 1;
  Interval interval;
  std::uint32_t clause = kNoClause;    // innermost
  std::uint32_t sentence = kNoClause;  // kNoClause where no clause is
  std::uint32_t paragraph = 0;         // 0: the title
  Span lead;                           // words of its clause before it, from the last amount on: over rates told between
  Span label;                          // words between the figure before it, or the clause's beginning, and its own number; folded

  [[nodiscard]] bool is_level() const { return observation && observation->measure == Measure::level; }
  [[nodiscard]] bool is_share() const {
    return quantity->kind == UnitKind::percent && observation && observation->measure == Measure::share;
  }
  [[nodiscard]] bool is_growth() const { return observation && observation->measure == Measure::growth; }
  // A number of things or of money.
  [[nodiscard]] bool is_amount() const {
    return quantity->kind == UnitKind::counter || quantity->kind == UnitKind::money || quantity->kind == UnitKind::none ||
           quantity->kind == UnitKind::physical || quantity->kind == UnitKind::data;
  }
  [[nodiscard]] bool is_exact() const { return interval.low == interval.high; }
  [[nodiscard]] bool is_bound() const { return approx == '>' || approx == '<'; }
};

class FigureScene {
 public:
  // Everything outlives the scene. Memory is used again.
  void read(const ArticleSubject& subject, const FigureWords& words);

  [[nodiscard]] const ArticleSubject& subject() const { return *subject_; }
  [[nodiscard]] const ReadText& text() const { return subject_->text.read_text(); }
  [[nodiscard]] std::string_view folded() const { return subject_->text.folded(); }
  [[nodiscard]] std::string_view words(Span folded_span) const { return slice(folded(), folded_span); }
  [[nodiscard]] const std::vector<Figure>& figures() const { return figures_; }
  [[nodiscard]] const Hits& hits() const { return *hits_; }
  [[nodiscard]] const FigureWords& dictionary() const { return *words_; }

  // Figures of a sentence: from `first` up to `last`, not in.
  struct Range {
    std::uint32_t first = 0, last = 0;
  };
  [[nodiscard]] Range of_sentence(const Figure& figure) const;
  [[nodiscard]] const Clause* clause_of(const Figure& f) const { return f.clause == kNoClause ? nullptr : &text().clauses[f.clause]; }
  // The clause around all brackets.
  [[nodiscard]] Span outer_clause(const Figure& figure) const;
  // Whether a word of the use stands in the words.
  [[nodiscard]] bool says(Span folded_span, FigureWord use) const { return hits_->in(folded_span, use) != nullptr; }
  [[nodiscard]] bool sentence_says(const Figure& figure, FigureWord use) const;
  // What stands between two figures, the earlier first.
  [[nodiscard]] Span between(const Figure& a, const Figure& b) const { return {a.quantity->span.end, hedge_begin(b)}; }
  [[nodiscard]] static std::uint32_t hedge_begin(const Figure& f) {
    const Quantity& q = *f.quantity;
    return q.hedge.empty() || q.hedge.begin > q.span.begin ? q.span.begin : q.hedge.begin;
  }
  // The figure as printed, without blanks; another value in its form: 2786.87亿元.
  [[nodiscard]] std::string printed(const Figure& figure) const;
  [[nodiscard]] std::string written(double value, const Figure& like, int more_digits = 0) const;
  [[nodiscard]] std::string written(const Interval& value, const Figure& like, int more_digits = 0) const;

  // From the beginning of the clause of the first of them to the last, as far as they stand in the sentence of `at`.
  [[nodiscard]] Report::Spot spot(const Figure& at, std::initializer_list<const Figure*> others) const;
  [[nodiscard]] Report::Spot spot(const Figure& at, const std::vector<const Figure*>& others) const;

 private:
  const ArticleSubject* subject_ = nullptr;
  const FigureWords* words_ = nullptr;
  std::vector<Figure> figures_;
  std::vector<WordHit> found_;
  std::optional<Hits> hits_;
  std::vector<ClassSet> said_in_;                 // uses of the words of each sentence
  std::vector<std::uint32_t> first_of_sentence_;  // figures_ index by sentence, and one past the end
};

// Of a unit that can be added and divided: 家 and 家, CNY and CNY; things without a counter go with all that count.
bool same_unit(const Figure& a, const Figure& b);

// A plain number: no more than `digits` behind the point, no zeros at the end.
std::string plain_number(double value, int digits);

}  // namespace fengbiao
