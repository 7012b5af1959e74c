// Names in Latin letters one letter off, or set in two words.
//
//   Cloudflar where the lexicon (or the issue, time and again) has Cloudflare      latin-name-off
//   Tik Tok                                                                        latin-name-split
//
// All names of an issue are gathered and compared with each other and with the lexicon at its end, through the forms that remain when one
// letter is dropped (symmetric deletion, Garbe 2012): linear in the letters. A word that ends otherwise only by s, d, r or the like is
// left alone. Tested by latin_names_test.cc and the rules'
// examples.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"
#include "rules/data_set.h"

namespace fengbiao {

class LatinNames {
 public:
  static Result<LatinNames> load(const DataSet& data, RuleBook& book);

  // What stood in the issue so far.
  struct Seen {
    struct Place {
      std::uint32_t article = 0;
      Span span;
    };
    std::map<std::string, std::vector<Place>, std::less<>> words;
  };
  void article(const ArticleSubject& subject, Seen& seen, Report& report) const;
  void finish(const Seen& seen, Report& report) const;

 private:
  LatinNames() = default;
  struct Names {
    std::vector<std::string> long_names;                                      // one word, long enough to be compared
    std::unordered_map<std::string, std::string> single;                      // small letters -> as written, of one word
    std::unordered_set<std::string> known;                                    // all, in small letters
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_deletion;  // of long_names
  };
  std::shared_ptr<const Names> names_;
  const CheckRule *off_ = nullptr, *split_ = nullptr;
};

}  // namespace fengbiao
