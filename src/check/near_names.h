// Names of media, bodies, companies and platforms that sound or look like a known one and are none themselves.
//
//   来源：“彭拜新闻”     near-name: 澎湃新闻
//
// Every known name is turned into what it coarsely sounds like, and so is the text: where they meet, the characters are compared. A
// stretch counts only where it is set off as a name (marks, quotes, words before and behind), is no name or word of its own, and differs
// in characters that sound or look alike; names that tell a place apart (甲州日报) are left alone. Persons never. Linear: a trie over the
// text. Tested by the rules' examples.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "check/report.h"
#include "check/rule.h"
#include "check/sounds.h"
#include "check/subject.h"
#include "entity/words.h"
#include "rules/data_set.h"
#include "text/trie.h"

namespace fengbiao {

class NearNames {
 public:
  static Result<NearNames> load(const DataSet& data, RuleBook& book, std::shared_ptr<const Words> common);
  void check(const ArticleSubject& subject, Report& report) const;

 private:
  NearNames() = default;
  struct Names {
    std::vector<std::string> names;                // all that are compared
    std::vector<std::vector<std::uint32_t>> like;  // by value of the trie: those that sound so
    Trie coarse, exact, places;                    // exact: all names of the lexicon
    Trie before, after;                            // words; before is built backwards
    Sounds sounds;
  };
  [[nodiscard]] const std::string* meant(std::string_view printed, std::uint32_t value) const;
  [[nodiscard]] bool set_off(std::string_view text, Span span) const;
  std::shared_ptr<const Names> names_;
  std::shared_ptr<const Words> common_;
  const CheckRule* rule_ = nullptr;
};

}  // namespace fengbiao
