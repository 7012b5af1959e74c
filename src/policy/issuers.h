// Who acts: the bodies named before a verb, or behind 由, as a list in their printed form.
//
//   近日，甲部、乙委会同丙局等十三部门联合 | 印发        甲部 乙委 丙局
//   甲市十五届人大常委会第二十次会议表决 | 通过        甲市十五届人大常委会
//
// Tested by issuers_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "policy/scene.h"

namespace fengbiao::policy_room {

struct Issuers {
  std::vector<Span> list;  // in order of the text
  bool clean = true;       // all of them are names, and nothing unread stands around
  bool group = false;      // told as a number of bodies: 等十三部门
  std::string_view rule;
  std::uint32_t begin = kNowhere;  // of the first; where the list would begin if there are none
};

// Reads the list that ends before a verb, not further back than `from`.
Issuers issuers_before(const Scene& scene, std::uint32_t from, std::uint32_t verb);
// The bodies at the beginning of a stretch of text: the subject of a clause.
Issuers issuers_at(const Scene& scene, std::uint32_t from, std::uint32_t to);
// Whether a name may be an issuer.
bool may_issue(const Name& name);

}  // namespace fengbiao::policy_room
