// Words that are commonly miswritten: 帐号, 迫不急待, 彩取. The list is data/check/miswritten.tsv.
//
// A wrong form counts only where the text falls apart into it: 究竟争论 has 究竟 and 争论, no 竟争. So the words around are cut with the
// wrong form offered at the cost of the right one, and a short form gives way where its ends belong to words beside it.
//
// Words that are right elsewhere are wrong in the company of others: 登陆 with 官网 is 登录, 泄漏 with 隐私 is 泄露. These stand in
// data/check/confusables.tsv with their company. Tested by miswritten_test.cc and the rules' examples.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"
#include "entity/words.h"
#include "rules/data_set.h"
#include "text/trie.h"

namespace fengbiao {

class MiswrittenCheck {
 public:
  static Result<MiswrittenCheck> load(const DataSet& data, RuleBook& book, std::shared_ptr<const Words> common);
  void check(const ArticleSubject& subject, Report& report) const;

 private:
  MiswrittenCheck() = default;
  struct Entry {
    std::string right;
    bool in_company = false;  // wrong only beside these
    std::vector<std::string> near{}, next{};
  };
  struct List {
    std::vector<Entry> entries;
    Trie wrong;
  };
  [[nodiscard]] static bool in_company(std::string_view text, Span span, const Entry& entry);
  [[nodiscard]] bool stands_alone(std::string_view text, Span span, std::string_view right) const;
  std::shared_ptr<const List> list_;
  std::shared_ptr<const Words> common_;
  const CheckRule* rule_ = nullptr;
  const CheckRule* confused_ = nullptr;
};

}  // namespace fengbiao
