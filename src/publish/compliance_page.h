// A report of `comply` as one page: a summary, each finding with its line, clause, meaning and remedy in both languages, then what was
// exempt, not in force, or for a person to judge. Self-contained, no script, no network; texts are escaped.
//
//   CompliancePage page = *CompliancePage::make("2023-03-01");  page.add(text);  write(page.finish());
//
// Words come from data/publish/phrases.yaml (comply), form and style from data/publish/comply.*. Tested by compliance_page_test.cc.
#pragma once

#include <memory>
#include <string>

#include "engine/comply_inputs.h"
#include "engine/phrases.h"
#include "publish/template.h"

namespace fengbiao {

class CompliancePage {
 public:
  static Result<CompliancePage> make(std::string day);
  void add(const CompliedText& text);
  [[nodiscard]] std::string finish();  // once

 private:
  CompliancePage(Phrases phrases, std::string day) : phrases_(std::move(phrases)), day_(std::move(day)), page_(std::make_unique<View>()) {}
  void set(View& view, std::string_view name, const Phrase& phrase) const;
  void finding(View& view, const ComplianceFinding& f, const CompliedText& text, const LineIndex& lines);

  Phrases phrases_;
  std::string day_;
  std::unique_ptr<View> page_;
  std::size_t texts_ = 0, findings_ = 0, exempt_ = 0, characters_ = 0;
};

}  // namespace fengbiao
