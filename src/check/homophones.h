// Words written with a character that sounds the same: 环结 for 环节, 赢亏 for 盈亏, what an input method offers a hurried writer.
//
//   补齐供应链的薄弱环结     homophone: 环结 -> 环节
//
// Where two to four characters are no word but differ in one from a common word that sounds the same, the words around are cut once as they
// stand and once with the other word; what is much likelier (Words over the row, then LanguageModel over the words around) is what was
// meant. A number counts as one character of the row. Silent in names, in words set in quotes, and for what the issue prints again and
// again: that is a term. This is the noisy channel of Kernighan, Church and Gale 1990 with the sounds of Chinese as channel. Linear: a row
// is looked at piece by piece. The measures are data/check/homophones.yaml. Tested by homophones_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
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
  static constexpr std::uint32_t kUnitSize = 3;    // bytes of a Chinese character
  struct Unit {                                    // of a row: a Chinese character or a number
    std::uint32_t code, begin, end;
    std::uint16_t sound;  // 0: unknown, or a number
  };
  struct Right {  // a common word
    std::array<std::uint32_t, kLongestRight> units;
    std::uint32_t size, cost;
    bool is_unit;  // stands behind a number
  };
  // A row of characters, and what the cheapest ways cost to cut it into words.
  struct Row {
    std::vector<Unit> units;
    std::string_view number;                   // what stands for each
    mutable std::string text;                  // kUnitSize bytes a unit; made when first asked for
    std::vector<std::uint32_t> before, after;  // costs of what stands before each unit, and from it on
    struct Word {
      std::uint32_t from, to, cost;
    };
    std::vector<Word> words;
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(units.size()); }
    // What units [first, end) cost where words begin at both; below 0 where they are cut through.
    [[nodiscard]] std::int64_t cost(std::uint32_t first, std::uint32_t end) const {
      return std::int64_t{before.back()} - before[first] - after[end];
    }
    [[nodiscard]] std::string_view printed(std::uint32_t from, std::uint32_t to) const;
    [[nodiscard]] std::string meant(std::uint32_t from, std::uint32_t to, std::uint32_t first, const Right& right) const;
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
  void check(const ArticleSubject& subject, std::size_t part, Row& row, Report& report) const;
  void cut(Row& row) const;
  template <class Named>
  void look(const Row& row, std::uint32_t first, std::span<const Right> sounding, Named&& named, Found& best) const;
  [[nodiscard]] bool is_meant(std::string_view kept, const std::string& printed, const std::string& right, double gain) const;

  std::shared_ptr<const Words> common_;
  std::shared_ptr<const LanguageModel> model_ = LanguageModel::built_in();
  Sounds sounds_;
  std::size_t sounds_count_ = 0;
  // Words that may be meant, by the sounds of their first two characters.
  class Rights {
   public:
    void build(std::vector<std::pair<std::size_t, Right>> by_pair, std::size_t pairs);
    [[nodiscard]] std::span<const Right> of(std::size_t pair) const {
      return some_[pair] ? std::span(rights_).subspan(begins_[pair], begins_[pair + 1] - begins_[pair]) : std::span<const Right>();
    }
    [[nodiscard]] std::uint32_t cheapest() const { return cheapest_; }

   private:
    std::vector<Right> rights_;
    std::vector<std::uint32_t> begins_;  // by pair
    std::vector<bool> some_;             // most pairs have none
    std::uint32_t cheapest_ = 0;         // cost
  };
  Rights short_, long_;                      // of two characters, and of more
  std::unordered_set<std::uint64_t> terms_;  // pairs of characters
  Limits limits_;
  const CheckRule* rule_ = nullptr;
};

}  // namespace fengbiao
