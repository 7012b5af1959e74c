// Names of media, bodies, companies and platforms that sound or look like a known one and are none themselves.
//
//   来源：“彭拜新闻”     near-name: 澎湃新闻
//
// Every known name is turned into what it coarsely sounds like, and so is the text: where they meet, the characters are compared. A
// stretch counts only where it is set off as a name (marks, quotes, words before and behind), is no name or word of its own, and differs
// in characters that sound or look alike; names that tell a place apart (甲州日报) are left alone. Persons never. A name of four characters
// and more may also have any one character wrong (国家发展玫革委) where that character makes no word with those beside it; such a character
// also lets plain words beside the stretch set it off. So does a character that is missing, stands there once too often or has changed
// places. A name of three characters whose other two are a word (翼支付) is told by nothing
// but the first: other firms are called so. Linear: tries over the text. Tested by near_names_test.cc, one_off_test.cc and
// the rules' examples.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "check/name_slips.h"
#include "check/one_off.h"
#include "check/repeats.h"
#include "check/report.h"
#include "check/rule.h"
#include "check/sounds.h"
#include "check/subject.h"
#include "entity/words.h"
#include "rules/data_set.h"
#include "text/first_characters.h"
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
    FirstCharacters first{2};                      // kHalf and kStart: what may begin where
    FirstCharacters first_sounds{3};               // of the coarse ones
    Trie before, after;                            // words; before is built backwards
    Sounds sounds;
    OneOff one_off;
    NameSlips slips;
    std::vector<std::string> joining;  // characters that a name may have or not: 和, 省
    std::vector<std::string> apart;    // characters that tell names apart: 部 and 厅, 东 and 西
  };
  [[nodiscard]] const std::string* meant(std::string_view printed, std::uint32_t value) const;
  [[nodiscard]] bool tells_apart(std::string_view printed, std::string_view known) const;
  [[nodiscard]] bool of_another_place(std::string_view text, Span span, std::string_view name) const;
  [[nodiscard]] bool astray(std::string_view text, std::uint32_t at) const;
  static constexpr std::uint8_t kHalf = 1, kStart = 2;
  // What a paragraph holds that is near a name and none: in most it is nothing.
  struct Near {
    bool like = false;  // something sounds or looks like a name
    std::vector<OneOff::Hit> off;
    std::vector<NameSlips::Hit> slips;
  };
  void look(const Characters& characters, Near& near) const;
  std::vector<Span> tell(const ArticleSubject& subject, std::size_t part, Report& report) const;
  template <class Told>
  void check_one_off(const ArticleSubject& subject, std::size_t part, std::span<const OneOff::Hit> hits, Told&& told, Report& report) const;
  template <class Told>
  void check_slips(const ArticleSubject& subject, std::size_t part, std::span<const NameSlips::Hit> hits, Told&& told,
                   Report& report) const;
  [[nodiscard]] bool slipped(std::string_view text, const NameSlips::Hit& hit) const;
  [[nodiscard]] bool set_off(std::string_view text, Span span) const;
  [[nodiscard]] bool strays(std::string_view text, Span span, std::string_view name) const;
  [[nodiscard]] bool only_first_tells(std::string_view printed, std::string_view name) const;
  [[nodiscard]] bool between_words(const WordCut& cut, std::string_view text, Span span) const;
  std::shared_ptr<const Names> names_;
  std::shared_ptr<const Words> common_;
  const CheckRule* rule_ = nullptr;
};

}  // namespace fengbiao
