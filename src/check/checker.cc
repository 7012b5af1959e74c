#include "check/checker.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>

#include "register/wording.h"

namespace fengbiao {

Result<Checker> Checker::load(const DataSet& data, const RuleBook::Options& options) {
  Checker out;
  FB_TRY(RuleBook book, RuleBook::load(data, options));
  out.rules_ = std::make_unique<RuleBook>(std::move(book));
  out.patterns_ = PatternRules::of(*out.rules_);
  FB_TRY(out.pairs_, PairsCheck::load(*out.rules_));
  FB_TRY(out.marks_, MarksCheck::load(*out.rules_));
  FB_TRY(out.extraction_, ExtractionCheck::load(*out.rules_));
  FB_TRY(out.counts_, CountCheck::load(data, *out.rules_));
  FB_TRY(out.told_figures_, ToldFigures::load(data));
  FB_TRY(out.title_body_, TitleBodyCheck::load(data, *out.rules_));
  FB_TRY(TitleCounts title_counts, TitleCounts::load(data, *out.rules_));
  FB_TRY(EachTimes each_times, EachTimes::load(data, *out.rules_));
  out.each_times_ = std::make_unique<const EachTimes>(std::move(each_times));
  out.title_counts_ = std::make_unique<const TitleCounts>(std::move(title_counts));
  FB_TRY(FigureChecks figures, FigureChecks::load(data, *out.rules_));
  out.arithmetic_ = std::make_unique<const FigureChecks>(std::move(figures));
  FB_TRY(out.told_again_, ToldAgainCheck::load(data, *out.rules_));
  FB_TRY(out.policy_agreement_, PolicyAgreement::load(data, *out.rules_));
  FB_TRY(DocumentNames document_names, DocumentNames::load(data, *out.rules_));
  out.document_names_ = std::make_unique<const DocumentNames>(std::move(document_names));
  FB_TRY(out.figure_conflicts_, FigureConflicts::load(data, *out.rules_));
  FB_TRY(out.contents_, ContentsCheck::load(*out.rules_));
  FB_TRY(out.days_, DayCheck::load(data, *out.rules_));
  FB_TRY(out.wording_, WordingCheck::load(data, *out.rules_));
  FB_TRY(out.source_lines_, SourceLineCheck::load(data, *out.rules_));
  FB_TRY(Words words, Words::load(data));
  const auto common = std::make_shared<const Words>(std::move(words));
  FB_TRY(out.miswritten_, MiswrittenCheck::load(data, *out.rules_, common));
  FB_TRY(out.homophones_, HomophoneCheck::load(data, *out.rules_, common));
  FB_TRY(out.near_names_, NearNames::load(data, *out.rules_, common));
  FB_TRY(out.latin_names_, LatinNames::load(data, *out.rules_));
  FB_TRY(out.repeats_, RepeatCheck::load(data, *out.rules_, common));
  FB_TRY(out.same_sense_, SameSense::load(data, *out.rules_, common));
  FB_TRY(out.repeated_sentences_, RepeatedSentences::load(data, *out.rules_));
  FB_CHECK(out.rules_->all_asked());
  return out;
}

Checker::Session::Session(const Checker& checker, const Issue& issue, std::string_view kept)
    : checker_(checker), issue_(issue), kept_(kept), report_(issue, kept, &checker.rules().listing()), marks_(MarkUsage::of(kept)) {
  marks_.count_ends(issue, kept);
}

void Checker::Session::article(const ArticleText& text, std::span<const Observation> observations, std::span<const Policy> policies) {
  printed_.read(text.article(), kept_);
  const ArticleSubject subject{issue_, text.article(), kept_, text, printed_, observations, policies};
  checker_.patterns_.check(subject, report_);
  checker_.pairs_.check(subject, marks_, report_);
  checker_.marks_.check(subject, marks_, report_);
  checker_.extraction_.check(subject, report_);
  checker_.counts_->check(subject, report_);
  checker_.told_figures_.read(text, figures_);
  checker_.title_body_.check(subject, figures_, report_);
  checker_.each_times_->check(subject, report_);
  checker_.title_counts_->check(subject, report_);
  checker_.arithmetic_->check(subject, report_);
  checker_.told_again_.check(subject, figures_, told_, report_);
  checker_.document_names_->article(subject, figures_, documents_);
  keep_clauses(subject);
  checker_.days_->check(subject, report_);
  checker_.wording_->check(subject, report_);
  checker_.miswritten_->check(subject, report_);
  checker_.homophones_->check(subject, report_);
  checker_.near_names_->check(subject, report_);
  checker_.latin_names_->article(subject, latin_, report_);
  checker_.repeats_->check(subject, report_);
  checker_.same_sense_->check(subject, report_);
  checker_.repeated_sentences_->article(subject, said_, report_);
  ++coverage_.articles;
  for (const char c : printed_.text()) coverage_.characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 && c != ' ' && c != '\n';
}

IssueChecks Checker::Session::finish(std::span<const Observation> observations, std::span<const Policy> policies) {
  const IssueSubject subject{issue_, kept_, observations, policies};
  checker_.told_again_.finish(told_, report_);
  compare_articles(observations, policies);
  checker_.contents_.check(subject, report_);
  checker_.source_lines_->check(subject, report_);
  checker_.latin_names_->finish(latin_, report_);
  IssueChecks out = report_.finish();
  out.coverage.articles = coverage_.articles;
  out.coverage.characters = coverage_.characters;
  return out;
}

std::vector<ToldBetween> Checker::compare(const SeriesRegister& series, const PolicyRegister& policies) const {
  std::vector<ToldBetween> out = policy_agreement_->compare(policies, told_figures_);
  std::vector<ToldBetween> more = figure_conflicts_.compare(series);
  out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  return out;
}

// The clauses that records stand in, for those that may be told again.
void Checker::Session::keep_clauses(const ArticleSubject& subject) {
  const auto& clauses = subject.text.read_text().clauses;
  const auto keep = [&](const std::string& id, Span span) {
    auto it = std::ranges::upper_bound(clauses, span.begin, {}, [&](const Clause& c) { return subject.text.printed(c.span).begin; });
    for (int back = 0; it != clauses.begin() && back < 4; ++back) {
      const Span clause = subject.text.printed((--it)->span);
      if (clause.begin > span.begin || clause.end < span.end) continue;
      clauses_.emplace(id, clause);
      return;
    }
  };
  for (const Policy& p : subject.policies) keep(p.id, p.span);
  for (const Observation& o : subject.observations) keep(o.id, o.span);
}

void Checker::Session::compare_articles(std::span<const Observation> observations, std::span<const Policy> policies) {
  SeriesRegister series;
  // Those of one name, measure and unit in several articles alone can be of one series.
  std::unordered_map<std::string, std::uint32_t> told_in;  // article; none: in several
  constexpr std::uint32_t kSeveral = 0xFFFFFFFF;
  const auto name = [](const Observation& o) {
    return (o.indicator_code.empty() ? bare_words(o.indicator) : o.indicator_code) + name_of(o.measure).front() + o.unit;
  };
  std::vector<std::string> names;
  for (const Observation& o : observations) {
    const auto [at, fresh] = told_in.emplace(names.emplace_back(name(o)), o.article);
    if (!fresh && at->second != o.article) at->second = kSeveral;
  }
  for (std::size_t i = 0; i < observations.size(); ++i)
    if (told_in.at(names[i]) == kSeveral) series.add({origin_of(issue_, observations[i].article), observations[i], {}});
  series.close();
  PolicyRegister documents = checker_.policy_register();
  for (const Policy& p : policies) documents.add({origin_of(issue_, p.article), p, {}});
  documents.close();
  const auto spot = [&](const ToldBetween::Side& side) -> Report::Spot {
    const auto clause = clauses_.find(side.record);
    return {side.origin.article, side.span, clause == clauses_.end() ? side.quote_span : clause->second};
  };
  std::set<std::pair<std::string, std::string>> two_names;
  for (const ToldBetween& t : checker_.compare(series, documents)) {
    if (t.rule->id == "policy-two-names" && t.values.size() >= 2) two_names.insert(std::minmax(t.values[0].second, t.values[1].second));
    report_.state({.rule = t.rule,
                   .at = spot(t.second),
                   .relation = t.relation,
                   .verdict = t.verdict,
                   .values = t.values,
                   .variant = t.variant,
                   .reason = t.reason,
                   .worth_telling = t.worth_telling,
                   .confidence = t.confidence,
                   .other = spot(t.first)});
  }
  checker_.document_names_->finish(documents_, two_names, report_);
}

void Checker::Session::between(const ToldBetween& t, bool second) {
  const ToldBetween::Side &own = second ? t.second : t.first, &other = second ? t.first : t.second;
  report_.state({.rule = t.rule,
                 .at = {own.origin.article, own.span, own.quote_span},
                 .relation = t.relation,
                 .verdict = t.verdict,
                 .values = t.values,
                 .variant = t.variant,
                 .reason = t.reason,
                 .worth_telling = t.worth_telling,
                 .confidence = t.confidence,
                 .elsewhere = place_of(other)});
}

}  // namespace fengbiao
