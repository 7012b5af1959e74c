// From when and until when a document holds, and until when opinions on it are taken.
//
//   自2022年3月1日起施行，有效期5年               effective 2022-03-01, until counted from it
//   自发布之日起30日后施行                        effective counted from the day of issue
//   前者自3月1日起施行，后者自5月1日起施行          of the first and of the last of those told together
//
// Tested by validity_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/calendar.h"

namespace fengbiao::policy_room {

// What a clause says about the validity of a document.
struct Validity {
  enum class Field : std::uint8_t { effective, until, comments } field = Field::effective;
  std::string day;           // empty where it is counted from another one
  bool from_issue = false;   // counted from the day of issue
  int days = 0, months = 0;  // added to what it is counted from
  std::uint32_t place = 0;   // where it is said
  Span subject;              // the document it speaks of: a title or a word such as 该办法; empty: the one told before
  enum class Which : std::uint8_t { any, former, latter } which = Which::any;  // 前者, 后者
  bool direct = true;                                                          // nothing unread stands between subject and day
  std::string_view rule;
  Span span;
};
void find_validity(const Scene& scene, const Calendar& calendar, std::vector<Validity>& out);

}  // namespace fengbiao::policy_room
