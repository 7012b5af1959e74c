// The indicators of the field, by the names they are printed under: data/lexicon/indicators. One statistic has one code, whatever a
// text calls it, so that figures of many reports can be lined up:
//
//   find("直播电商行业总规模", "CNY", Measure::level)  ->  live-commerce-market-size
//   find("直播电商用户规模", "人", Measure::level)     ->  live-commerce-users
//
// A phrase is compared in its normal form (indicators_form.h): first as it is, then without words that change nothing, then by its
// core, where the unit must fit. What fits two indicators, or none exactly, gets no code: a wrong code is worse than none.
// One lookup for most phrases; read-only after loading. Tested by indicators_test.cc; the examples beside the entries are checked at load.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "model/observation.h"
#include "observation/indicators_form.h"
#include "rules/data_set.h"

namespace fengbiao {

// flow: of a period (sales of a year). stock: at a point in time (users). index: points or a diffusion index. ratio: one thing in
// another, in % or per something.
enum class IndicatorKind : std::uint8_t { flow, stock, index, ratio };
std::string_view name_of(IndicatorKind kind);

struct Indicator {
  std::string id;       // stable, English: "live-commerce-market-size"
  std::string name;     // the usual one in Chinese
  std::string english;  // the same in English
  std::string topic;    // of its file: "live-commerce"
  IndicatorKind kind = IndicatorKind::flow;
  std::vector<std::string> units;    // codes of docs/formats.md; the first is the usual one
  std::vector<std::string> aliases;  // other printed forms
  std::vector<std::string> exact;    // forms that count only as they are, with their 规模 or 总额
  std::string definition;            // may be empty
  std::string of, over;              // ratios: ids of what is divided by what; may be empty
  std::string part_of;               // id of the whole; may be empty
  struct Example {
    std::string phrase, unit;  // unit empty: the usual one
    Measure measure = Measure::level;
    Place place;
  };
  std::vector<Example> examples;  // must be this one
  std::vector<Example> not_this;  // must not
  Place place;
};

class Indicators {
 public:
  static Result<Indicators> load(const DataSet& data);

  // The indicator that a folded phrase names, without area and period; nullptr where none is certain. `unit` is that of the record. A
  // growth, share, rank or change in %, pp or x tells nothing of what is counted: whoever knows the unit of the level beside it does
  // better to give that one.
  [[nodiscard]] const Indicator* find(std::string_view phrase, std::string_view unit, Measure measure) const {
    return match(phrase, unit, measure).indicator;
  }
  struct Match {
    const Indicator* indicator = nullptr;
    std::string_view name;  // the name or alias that was met
    bool whole = false;     // as it stands, nothing taken off
  };
  [[nodiscard]] Match match(std::string_view phrase, std::string_view unit, Measure measure) const;

  [[nodiscard]] const Indicator* by_id(std::string_view id) const;
  // For what a person asks: an id, a name, an alias, a part of one, English words; the best first.
  [[nodiscard]] std::vector<const Indicator*> query(std::string_view words, std::size_t most = 12) const;
  // "Did you mean": those whose id or name is near to the words. Nearest first.
  [[nodiscard]] std::vector<const Indicator*> near(std::string_view words, std::size_t most = 3) const;
  [[nodiscard]] std::span<const Indicator> all() const { return all_; }  // by topic, in the order of the files

 private:
  struct Named {
    std::string form;  // normal
    std::uint32_t indicator = 0;
    std::uint32_t alias = 0;  // 0: the name; then aliases, then exact ones
    bool exact = false;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  enum class Verdict : std::uint8_t { none, one, several };
  Result<void> add_names();
  Result<void> check_links() const;
  Result<void> check_examples() const;
  [[nodiscard]] bool fits(std::uint32_t indicator, std::string_view unit, Measure measure) const;
  [[nodiscard]] std::string_view words_of(const Named& named) const;
  Verdict resolve(std::string_view form, std::string_view unit, Measure measure, Match& out) const;
  [[nodiscard]] std::string ids_near(std::string_view id) const;

  IndicatorForms forms_;
  std::vector<Indicator> all_;
  std::vector<std::uint64_t> unit_groups_;  // by indicator
  std::vector<UnitFamily> families_;        // by indicator
  std::vector<Named> names_;
  std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>> by_core_;  // into names_
  std::map<std::string, std::uint32_t, std::less<>> by_id_;
};

}  // namespace fengbiao
