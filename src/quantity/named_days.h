// Days that have names: campaigns, feasts, public holidays, five-year plans; when they are in a year, from data/units/campaigns.yaml.
//
//   day("mid_autumn", 2022)    ->  2022-09-10                 computed: the 15th of the 8th lunar month
//   whole("mid_autumn", 2022)  ->  2022-09-10/2022-09-12      as the holiday was arranged; known only for the years of the list
//
// Solar terms are computed by the usual formula of centuries, good from 1900 to 2099. Tested by named_days_test.cc.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "quantity/date.h"
#include "rules/data_set.h"

namespace fengbiao {

class NamedDays {
 public:
  static Result<NamedDays> load(const DataSet& data);

  using Days = std::pair<Date, Date>;  // inclusive
  // The day itself; nothing when it has none or cannot be told for the year. Lunar feasts count by the lunar year: the one of its last
  // month mostly falls into January of the next.
  [[nodiscard]] std::optional<Date> day(std::string_view id, int year) const;
  // All its days; for what lasts one day that day.
  [[nodiscard]] std::optional<Days> whole(std::string_view id, int year) const;
  // First and last year of a plan.
  [[nodiscard]] std::optional<std::pair<int, int>> plan(std::string_view id) const;
  [[nodiscard]] bool knows(std::string_view id) const;

 private:
  struct Entry {
    enum class Kind { none, day, lunar, eve, term, weekday } kind = Kind::none;
    int month = 0, day = 0;
    double twentieth = 0, twenty_first = 0;  // constants of a solar term
    int nth = 0, weekday = 0, behind = 0;
    std::map<int, std::pair<Date, Date>> spans;  // from a year on; years of the dates are 0
    std::map<int, Days> years;
  };
  static Result<Entry> entry_of(const class PackNode& node);

  std::map<std::string, Entry, std::less<>> days_;
  std::map<std::string, std::pair<int, int>, std::less<>> plans_;
};

}  // namespace fengbiao
