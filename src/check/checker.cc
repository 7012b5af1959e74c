#include "check/checker.h"

#include <algorithm>

namespace fengbiao {

Result<Checker> Checker::load(const DataSet& data, const RuleBook::Options& options) {
  Checker out;
  FB_TRY(RuleBook book, RuleBook::load(data, options));
  out.rules_ = std::make_unique<RuleBook>(std::move(book));
  out.patterns_ = PatternRules::of(*out.rules_);
  FB_TRY(out.counts_, CountCheck::load(data, *out.rules_));
  FB_TRY(out.told_figures_, ToldFigures::load(data));
  FB_TRY(out.title_body_, TitleBodyCheck::load(data, *out.rules_));
  FB_TRY(FigureChecks figures, FigureChecks::load(data, *out.rules_));
  out.arithmetic_ = std::make_unique<const FigureChecks>(std::move(figures));
  FB_TRY(out.told_again_, ToldAgainCheck::load(*out.rules_));
  FB_CHECK(out.rules_->all_asked());
  return out;
}

Checker::Session::Session(const Checker& checker, const Issue& issue, std::string_view kept)
    : checker_(checker), issue_(issue), kept_(kept), report_(issue, kept) {}

void Checker::Session::article(const ArticleText& text, std::span<const Observation> observations, std::span<const Policy> policies) {
  printed_.read(text.article(), kept_);
  const ArticleSubject subject{issue_, text.article(), kept_, text, printed_, observations, policies};
  checker_.patterns_.check(subject, report_);
  checker_.counts_->check(subject, report_);
  checker_.told_figures_.read(text, figures_);
  checker_.title_body_.check(subject, figures_, report_);
  checker_.arithmetic_->check(subject, report_);
  checker_.told_again_.check(subject, figures_, told_, report_);
  ++coverage_.articles;
  for (const char c : printed_.text()) coverage_.characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 && c != ' ' && c != '\n';
}

IssueChecks Checker::Session::finish(std::span<const Observation> observations, std::span<const Policy> policies) {
  [[maybe_unused]] const IssueSubject subject{issue_, kept_, observations, policies};
  checker_.told_again_.finish(told_, report_);
  IssueChecks out = report_.finish();
  out.coverage.articles = coverage_.articles;
  out.coverage.characters = coverage_.characters;
  return out;
}

}  // namespace fengbiao
