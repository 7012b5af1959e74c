// All checks of one issue: rules loaded once, articles given one by one as they are read, the issue as a whole at the end.
//
//   Checker checker = *Checker::load(data);
//   Checker::Session session(checker, {issue, kept, observations, policies});
//   for each article: session.article(article_text, its observations, its policies);
//   IssueChecks found = session.finish();
//
// One Checker serves many threads. It never changes what it looks at and opens no archive. Tested by checker_test.cc; every rule's
// examples are tested by engine/rule_examples_test.cc.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "check/contents_body.h"
#include "check/counts.h"
#include "check/days.h"
#include "check/document_names.h"
#include "check/each_times.h"
#include "check/extraction.h"
#include "check/figure_conflicts.h"
#include "check/figures.h"
#include "check/homophones.h"
#include "check/latin_names.h"
#include "check/marks.h"
#include "check/miswritten.h"
#include "check/near_names.h"
#include "check/pairs.h"
#include "check/pattern_rules.h"
#include "check/policy_agreement.h"
#include "check/repeated_sentences.h"
#include "check/repeats.h"
#include "check/report.h"
#include "check/rule.h"
#include "check/same_sense.h"
#include "check/source_lines.h"
#include "check/subject.h"
#include "check/title_body.h"
#include "check/title_counts.h"
#include "check/told_again.h"
#include "check/told_figures.h"
#include "check/wording.h"
#include "rules/data_set.h"

namespace fengbiao {

class Checker {
 public:
  // Fails with what is wrong in a file of data/rules, its place included.
  static Result<Checker> load(const DataSet& data, const RuleBook::Options& options);
  static Result<Checker> load(const DataSet& data) { return load(data, RuleBook::Options{}); }

  [[nodiscard]] const RuleBook& rules() const { return *rules_; }
  // Figures and documents told in several articles, of one issue or of many. Closed registers.
  [[nodiscard]] std::vector<ToldBetween> compare(const SeriesRegister& series, const PolicyRegister& policies) const;
  [[nodiscard]] PolicyRegister policy_register() const { return PolicyRegister(policy_agreement_->names()); }

  class Session {
   public:
    // Everything outlives the session.
    Session(const Checker& checker, const Issue& issue, std::string_view kept);
    // In printed order.
    void article(const ArticleText& text, std::span<const Observation> observations, std::span<const Policy> policies);
    // What an archive tells against this issue: `second` where its side is the second one.
    void between(const ToldBetween& told, bool second);
    IssueChecks finish(std::span<const Observation> observations, std::span<const Policy> policies);

   private:
    void keep_clauses(const ArticleSubject& subject);
    void compare_articles(std::span<const Observation> observations, std::span<const Policy> policies);
    const Checker& checker_;
    const Issue& issue_;
    std::string_view kept_;
    Report report_;
    MarkUsage marks_;
    PrintedText printed_;  // memory that is used again
    std::vector<ToldFigure> figures_;
    ToldAgainCheck::Told told_;
    std::map<std::string, Span, std::less<>> clauses_;  // of records, by id: what they are shown in
    CheckCoverage coverage_;
    RepeatedSentences::Memory said_;
    LatinNames::Seen latin_;
    DocumentNames::Named documents_;
  };

 private:
  std::unique_ptr<RuleBook> rules_;
  PatternRules patterns_;
  PairsCheck pairs_;
  MarksCheck marks_;
  ExtractionCheck extraction_;
  std::optional<CountCheck> counts_;
  ToldFigures told_figures_;
  TitleBodyCheck title_body_;
  std::unique_ptr<const TitleCounts> title_counts_;
  std::unique_ptr<const EachTimes> each_times_;
  std::unique_ptr<const DocumentNames> document_names_;
  std::unique_ptr<const FigureChecks> arithmetic_;
  ToldAgainCheck told_again_;
  std::optional<PolicyAgreement> policy_agreement_;
  FigureConflicts figure_conflicts_;
  ContentsCheck contents_;
  std::optional<DayCheck> days_;
  std::optional<WordingCheck> wording_;
  std::optional<MiswrittenCheck> miswritten_;
  std::optional<NearNames> near_names_;
  std::optional<HomophoneCheck> homophones_;
  std::optional<LatinNames> latin_names_;
  std::optional<RepeatCheck> repeats_;
  std::optional<SameSense> same_sense_;
  std::optional<SourceLineCheck> source_lines_;
  std::optional<RepeatedSentences> repeated_sentences_;
};

}  // namespace fengbiao
