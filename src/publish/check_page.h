// A check as one page for editors: the text as printed in reading order, what was found in the margin beside its words, a summary above.
// Self-contained, no network; everything works without a script but the keys j, k and esc.
//
//   CheckPage page = *CheckPage::make(checker);
//   page.add(text);
//   write(page.finish(rate));
//
// Texts are escaped throughout. Words come from data/publish/phrases.yaml (checks), form and style from data/publish/check.*.
// Tested by check_page_test.cc and tests/cases/cli/check.test.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "engine/check_inputs.h"
#include "engine/phrases.h"
#include "publish/template.h"

namespace fengbiao {

class CheckPage {
 public:
  static Result<CheckPage> make(const DocumentChecker& checker);  // which must outlive it

  void add(const CheckedText& text);
  // `rate` where the error rate was asked for. The page is made once.
  [[nodiscard]] std::string finish(const std::optional<ErrorRate>& rate);

 private:
  CheckPage(const RuleBook& rules, Phrases phrases) : rules_(rules), phrases_(std::move(phrases)), page_(std::make_unique<View>()) {}
  void note(View& view, const ReportedFinding& f, std::size_t number, const CheckedText& text, const std::string& anchor);
  void relations(View& part, const CheckedText& text, std::uint32_t article);
  void set(View& view, std::string_view name, const Phrase& phrase) const;
  void summary(const std::optional<ErrorRate>& rate);

  const RuleBook& rules_;
  Phrases phrases_;
  std::unique_ptr<View> page_;
  std::size_t texts_ = 0, numbered_ = 0, accepted_ = 0;
  std::string only_;  // name of the one text
  CheckCoverage coverage_;
  std::map<FindingKind, std::size_t> kinds_, firsts_;  // how many, and the number of the first
  std::map<Severity, std::size_t> severities_;
};

}  // namespace fengbiao
