// Documents that two articles of an issue call by names which differ in a word or two, cited or reported.
//
//   四部门印发《甲物循环利用工作方案》，到2025年投用3000万个
//   此举是落实四部门《甲物循环使用实施方案》，到2025年投用3000万个       one document under two names
//
// Names alone say little, for bodies issue many documents of like names: they are one document only where two things that are told
// beside both agree (how many bodies, a day, a figure) and no article has both. What policy records say of each other is
// policy_agreement.h. Tested by document_names_test.cc and the examples of the rule policy-two-names.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"
#include "check/told_figures.h"
#include "register/policy_names.h"
#include "rules/data_set.h"

namespace fengbiao {

class DocumentNames {
 public:
  static Result<DocumentNames> load(const DataSet& data, RuleBook& book);

  // The names of an issue.
  class Named {
    friend class DocumentNames;
    struct Place {
      Report::Spot spot;
      std::string printed;
    };
    struct Document {
      std::u32string name;
      std::map<std::uint32_t, Place> articles;  // the first place in the body of each
      std::set<std::string> beside;             // what is told beside it
    };
    std::map<std::string, Document> all_;
  };

  // `figures` of the article, as ToldFigures reads them.
  void article(const ArticleSubject& subject, const std::vector<ToldFigure>& figures, Named& named) const;
  // `known`: pairs of printed names that were told already, the lesser first.
  void finish(Named& named, const std::set<std::pair<std::string, std::string>>& known, Report& report) const;

 private:
  explicit DocumentNames(PolicyNames names) : names_(std::move(names)) {}
  PolicyNames names_;
  std::vector<std::string> kinds_;
  const CheckRule* rule_ = nullptr;
};

}  // namespace fengbiao
