// The form in which names of indicators are compared. Printings of one name differ in widths and blanks, in words of one meaning, in
// what stands before (全国, 累计) and in what the unit says anyway (规模, 总额):
//
//   normal("跨境电子商务 进出口总额")  ->  跨境电商进出口总额;   its core  ->  跨境电商进出口, of money
//
// The lists are data/lexicon/indicator_words.yaml. Forms are compared for being equal, never for being near. Tested by indicators_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/observation.h"
#include "rules/data_set.h"
#include "text/trie.h"

namespace fengbiao {

// What an indicator is counted in, as far as words such as 总额 and 数量 tell.
using UnitFamily = std::uint8_t;
inline constexpr UnitFamily kCountFamily = 1, kMoneyFamily = 2, kRatioFamily = 4, kAnyFamily = 7;

class IndicatorForms {
 public:
  static Result<IndicatorForms> load(const DataSet& data);

  // `folded` without blanks, quotes, Latin in brackets; Latin in small letters; one word for words of one meaning.
  void normal(std::string_view folded, std::string& out) const;

  struct Core {
    std::string_view text;  // the front of the normal form, tails off
    UnitFamily family = kAnyFamily;
  };
  [[nodiscard]] Core core(std::string_view normal) const;
  // Bytes of the word at the front that changes nothing; 0: none.
  [[nodiscard]] std::size_t head(std::string_view normal, Measure measure) const;
  // Without the end that says again that this is a growth or a share (or the change of a share).
  [[nodiscard]] std::string_view without_measure(std::string_view normal, std::string_view unit, Measure measure) const;

  // A bit for each group of units that may stand for each other; two units are alike when they share one.
  [[nodiscard]] std::uint64_t groups_of(std::string_view unit) const;
  [[nodiscard]] UnitFamily family_of(const std::vector<std::string>& units) const;

 private:
  struct Endings {
    std::vector<std::size_t> lengths;  // each once, falling
    Trie words;
    // The longest of the words that ends `text`; length 0: none.
    [[nodiscard]] Trie::Hit longest(std::string_view text) const;
  };
  static Endings endings(std::vector<std::pair<std::string, std::uint32_t>> words);
  static std::string_view shortened(std::string_view normal, const Endings& endings);

  Trie same_;
  std::vector<std::string> becomes_;
  Trie heads_, heads_of_change_;
  Endings tails_, of_growth_, of_share_, whole_;
  std::map<std::string, std::uint64_t, std::less<>> groups_;
};

}  // namespace fengbiao
