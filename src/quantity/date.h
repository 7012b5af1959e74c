// Calendar dates and counted issues as typed values with spans, digits as printed: the part of times that mastheads and
// source lines need. Patterns are data/units/date.yaml over folded text.
//
//   find_date("来源:... 2022 年 12 月 01 日")  ->  2022-12-01
//
// Impossible dates (2月30日) are no dates. Tested by date_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/span.h"
#include "rules/data_set.h"
#include "rules/pattern.h"

namespace fengbiao {

struct Date {
  int year = 0, month = 0, day = 0;       // day 0: only the month is known
  [[nodiscard]] std::string iso() const;  // "2022-12-01", "2022-12"
  friend bool operator==(const Date&, const Date&) = default;
  friend auto operator<=>(const Date&, const Date&) = default;
};

bool is_real_date(int year, int month, int day);           // Gregorian, years 1..9999
std::optional<Date> date_from_iso(std::string_view text);  // exactly YYYY-MM-DD

class DateReader {
 public:
  static Result<DateReader> load(const DataSet& data);

  struct Found {
    Date date;
    Span span;         // in the folded text given
    std::string rule;  // name of the pattern
  };
  // The first date at or after `from`; `whole` wants nothing but blanks around it.
  [[nodiscard]] std::optional<Found> find(std::string_view folded, std::size_t from = 0) const;
  // A small number in Arabic or Chinese digits: "23", "二十三", "一二三". Nothing above 999,999.
  [[nodiscard]] std::optional<int> small_number(std::string_view folded) const;

 private:
  PatternList dates_;
  std::vector<std::pair<std::string, int>> digits_, tens_;
};

}  // namespace fengbiao
