// The days that the times of an article stand for, as far as acts and validity need them: 同日 is the day of the act told before, a day
// without a year the one nearest to the day of writing, whatever year a figure beside it speaks of.
//
//   written 2022-05-23   提出2025年达到…。5月18日印发    told 2022-05-18
//   written 2022-05-22   5月20日发布…至2024年底。同日    told 2022-05-20
//
// Days are written as ISO, a month alone as 2022-11. Tested by dates_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/scene.h"

namespace fengbiao::policy_room {

// What a time says as one or two days; empty where it says none.
struct Days {
  std::string first, last;
};

// Days within which an act without a year is rather of now than of a year told before.
inline constexpr int kLately = 75;

class Calendar {
 public:
  explicit Calendar(const Scene& scene);

  // Of the time at an index, told of something that has happened.
  [[nodiscard]] const Days& told(std::size_t time) const { return told_[time]; }
  // Told of something that holds from a day on; a day without a year lies near or behind the day of writing.
  [[nodiscard]] Days ahead(std::size_t time) const;
  // The last day before a place on which something happened; empty where none is told.
  [[nodiscard]] std::string_view last_before(std::uint32_t place) const;
  [[nodiscard]] Days told(const TimeInText& time) const { return told_[index(time)]; }
  [[nodiscard]] Days ahead(const TimeInText& time) const { return ahead(index(time)); }

 private:
  [[nodiscard]] std::size_t index(const TimeInText& time) const { return static_cast<std::size_t>(&time - scene_.read().times.data()); }
  [[nodiscard]] Days own(const TimeInText& time) const;
  [[nodiscard]] Days counted_from(std::string_view anchor, const TimeInText& time) const;
  const Scene& scene_;
  std::vector<Days> told_;
  std::vector<std::string> anchors_;  // before each time
};

// A day so many months and days after another; empty for what is no day. `last`: the last day of that time: 有效期5年.
std::string day_after(std::string_view day, int months, int days, bool last);
// Days from one to another; both may be months, which begin on their first day.
int days_between(std::string_view from, std::string_view to);

}  // namespace fengbiao::policy_room
