// Pairs of words that say the same, so that one of them is enough: side by side, or with a few words between that belong to both.
//
//   企业陆续相继复工                       same-sense-twice: 陆续 and 相继
//   协会联合三家机构共同评选               same-sense-twice: 联合 and 共同
//
// The pairs are data/check/same_sense.yaml. They count only where the text falls apart into them: 平均都 has 平均, no 均 before 都. Linear:
// what follows a word is looked through as far as its pairs reach. Tested by the rule's examples and same_sense_test.cc.
#pragma once

#include <cstdint>
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

class SameSense {
 public:
  // `common` is shared by the checks that cut text into words.
  static Result<SameSense> load(const DataSet& data, RuleBook& book, std::shared_ptr<const Words> common);
  void check(const ArticleSubject& subject, Report& report) const;

 private:
  SameSense() = default;
  struct Group {
    std::uint32_t within = 0;         // characters between the words
    bool among = false;               // any two different words of one list
    std::vector<std::string> unless;  // what must not stand between them nor right behind
  };
  struct Word {
    std::vector<std::uint32_t> first, then;  // groups, in order
    std::uint32_t within = 0;                // the widest of `first`
  };
  struct Pairs {
    std::vector<Group> groups;
    std::vector<Word> words;
    Trie trie;  // words
  };
  void check(const ArticleSubject& subject, std::size_t part, Report& report) const;
  [[nodiscard]] bool clash(std::string_view text, Span first, std::uint32_t one, Span second, std::uint32_t other) const;
  [[nodiscard]] bool falls_apart(std::string_view text, Span first, Span second) const;
  std::shared_ptr<const Pairs> pairs_;
  std::shared_ptr<const Words> common_;
  const CheckRule* rule_ = nullptr;
};

}  // namespace fengbiao
