// The words of the interface from one table, Chinese and English side by side: what statuses, measures, units and periods are called in
// charts and pages.
//
//   Phrases phrases = *Phrases::load(DataSet::built_in());
//   phrases.text("forecast").zh; phrases.unit("CNY").en; phrases.scale(1.98e12)->zh
//
// The table is data/publish/phrases.yaml. Messages and help stay where they arise. Tested by phrases_test.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "register/period.h"
#include "rules/data_set.h"

namespace fengbiao {

struct Phrase {
  std::string zh, en;
  // With {name} replaced by a text in both languages.
  [[nodiscard]] Phrase with(std::string_view name, std::string_view text) const;
};

struct Scale {
  double worth = 1;
  std::string zh, en;
};

// What stands below a tick: 三季度, and 2022年 in a second line where the year changes. Years alone have no second line, ranges have the
// day on which they end there.
struct PeriodLabel {
  std::string tick, year;
};

class Phrases {
 public:
  static Result<Phrases> load(const DataSet& data);
  static Result<Phrases> built_in();

  // Of the list ("texts", "measures", "bases", "frequencies", "bounds", "checks", "comply"); a key that is not there stands for itself.
  [[nodiscard]] Phrase in(std::string_view list, std::string_view key) const;
  [[nodiscard]] std::vector<std::pair<std::string_view, Phrase>> list(std::string_view name) const;  // all of it, by key
  [[nodiscard]] Phrase text(std::string_view key) const { return in("texts", key); }
  [[nodiscard]] Phrase unit(std::string_view code) const { return in("units", code); }
  // yoy, since:2020-03 ...; empty phrase for none.
  [[nodiscard]] Phrase basis(std::string_view basis) const;
  // The largest scale that the value fills; nullptr: none.
  [[nodiscard]] const Scale* scale(double value) const;
  [[nodiscard]] PeriodLabel label(const SeriesPeriod& period) const;

 private:
  Phrases() = default;
  std::map<std::string, std::map<std::string, Phrase, std::less<>>, std::less<>> lists_;
  std::map<std::string, std::vector<std::string>, std::less<>> periods_;
  std::vector<Scale> scales_;  // largest first
};

}  // namespace fengbiao
