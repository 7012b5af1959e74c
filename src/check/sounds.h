// What Chinese characters sound like, and which look alike: how near one is to another that was printed in its place.
//
//   sounds.alike("彭", "澎") == Alike::same     sounds.alike("拜", "湃") == Alike::near     both bai and pai
//   sounds.alike("未", "末") == Alike::near     they look alike
//
// Sounds are without tones (data/text/sounds.tsv); near are those that input methods and ears confuse: zh and z, an and ang, b and p.
// Tested by sounds_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/data_set.h"

namespace fengbiao {

enum class Alike : std::uint8_t { none, near, same };

class Sounds {
 public:
  // `lookalikes`: groups of characters that look alike, each written as one word.
  static Result<Sounds> load(const DataSet& data, const std::vector<std::string>& lookalikes);

  // The syllable of a character, from 1 to count(); 0: unknown.
  [[nodiscard]] std::uint16_t sound(std::uint32_t unit) const {
    const Entry* const entry = find(unit);
    return entry ? entry->sound : 0;
  }
  [[nodiscard]] std::uint16_t count() const { return count_; }
  [[nodiscard]] Alike alike(std::uint32_t a, std::uint32_t b) const;
  // One that stands for all characters that may be near this one; itself when it is unknown.
  [[nodiscard]] std::uint32_t coarse(std::uint32_t unit) const {
    const Entry* const entry = find(unit);
    return entry ? entry->coarse : unit;
  }
  // The text with every character replaced by one that stands for all that may be near it: what is near in all its characters becomes
  // the same. Bytes stay where they are.
  [[nodiscard]] std::string coarse(std::string_view text) const;

 private:
  struct Entry {
    std::uint16_t sound = 0, near = 0, group = 0;  // 0: unknown
    std::uint32_t coarse = 0;
  };
  static constexpr std::uint32_t kFirst = 0x4E00, kLast = 0x9FFF;  // the ideographs that the table is about
  // nullptr: unknown.
  [[nodiscard]] const Entry* find(std::uint32_t unit) const {
    return unit >= kFirst && unit <= kLast && entries_[unit - kFirst].sound != 0 ? &entries_[unit - kFirst] : nullptr;
  }
  std::uint16_t count_ = 0;
  std::vector<Entry> entries_ = std::vector<Entry>(kLast - kFirst + 1);
};

}  // namespace fengbiao
