// Words written with a character that sounds the same: 环结 for 环节, 赢亏 for 盈亏, what an input method offers a hurried writer.
//
//   补齐供应链的薄弱环结     homophone: 环结 -> 环节
//
// Where two to four characters are no word but differ in one from a common word that sounds the same, the words around are cut once as they
// stand and once with the other word; what is much likelier (Words, then LanguageModel) is what was meant. A number counts as one
// character of the row. Silent in names, in words set in quotes, and for what the issue prints again and again: that is a term. This is the
// noisy channel of Kernighan, Church and Gale 1990 with the sounds of Chinese as channel. Linear: a row is looked at piece by piece.
// The measures are data/check/homophones.yaml. Tested by homophones_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "check/report.h"
#include "check/rule.h"
#include "check/sounds.h"
#include "check/subject.h"
#include "entity/words.h"
#include "rules/data_set.h"
#include "text/language_model.h"

namespace fengbiao {

class HomophoneCheck {
 public:
  static Result<HomophoneCheck> load(const DataSet& data, RuleBook& book, std::shared_ptr<const Words> common);
  void check(const ArticleSubject& subject, Report& report) const;

 private:
  HomophoneCheck() = default;
  static constexpr std::size_t kLongestRight = 4;  // characters of a word that may be meant
  struct Unit {                                    // of a row: a Chinese character or a number
    std::uint32_t code, begin, end;
    std::uint16_t sound;  // 0: unknown, or a number
  };
  struct Right {  // a common word
    std::array<std::uint32_t, kLongestRight> units;
    std::uint32_t size, cost;
    bool is_unit;  // stands behind a number
  };
  struct Found {
    std::uint32_t first = 0, size = 0;  // units
    const Right* right = nullptr;
    double gain = 0;
  };
  struct Limits {
    std::uint32_t right_cost = 0, known_cost = 0, cut_gain = 0, context = 0;
    double model_gain = 0, known_gain = 0, unit_gain = 0;
    std::string number;
    std::vector<std::string> units;
  };
  Result<void> load_words(const DataSet& data);
  void row(const ArticleSubject& subject, std::size_t part, const std::vector<Unit>& units, Report& report) const;
  template <class Named>
  void look(const std::vector<Unit>& units, std::uint32_t first, Named&& named, Found& best) const;
  [[nodiscard]] std::string words(const std::vector<Unit>& units, std::uint32_t from, std::uint32_t to, std::uint32_t first,
                                  const Right* right) const;
  [[nodiscard]] bool is_meant(std::string_view kept, const std::string& printed, const std::string& right, double gain) const;

  std::shared_ptr<const Words> common_;
  std::shared_ptr<const LanguageModel> model_ = LanguageModel::built_in();
  Sounds sounds_;
  std::vector<Right> rights_;           // by the sounds of the first two characters
  std::vector<std::uint32_t> of_pair_;  // where those of a pair of sounds begin
  std::size_t sounds_count_ = 0;
  // Hashed bits: whether some right begins with this character and that sound, or with this sound and that character. Most pairs do not.
  std::vector<bool> one_as_it_is_ = std::vector<bool>(std::size_t{1} << kPairBits);
  static constexpr unsigned kPairBits = 18;
  static std::size_t bit_of(std::uint32_t first, std::uint32_t second) {
    return static_cast<std::size_t>((static_cast<std::uint64_t>(first) << 32 | second) * 0x9E3779B97F4A7C15ULL >> (64 - kPairBits));
  }
  std::unordered_set<std::uint64_t> terms_;  // pairs of characters
  Limits limits_;
  const CheckRule* rule_ = nullptr;
};

}  // namespace fengbiao
