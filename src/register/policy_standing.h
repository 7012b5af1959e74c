// What the reports say about a document on a day: draft, published, in force, expired; and what comes next.
//
//   甲办法, effective 2023-03-01, told 2022-12-05
//     on 2023-01-01   published   "takes effect on 2023-03-01; told 2022-12-05 by 乙报 (2022-12-05/3)"
//     on 2023-04-01   in force    "in effect since 2023-03-01; …"
//
// All of it is known by report: the reason says by whom and when. Where reports differ and the answer hangs on it, and where only a
// month is told and the day lies within it, it cannot be told. No clock: the day is the caller's. Tested by policy_standing_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "register/policies.h"

namespace fengbiao {

enum class Standing : std::uint8_t { not_yet_published, draft, published, in_force, expired, cannot_tell };
std::string_view name_of(Standing standing);  // "not yet published", "in force" …
std::optional<Standing> standing_named(std::string_view name);

struct PolicyStanding {
  Standing standing = Standing::cannot_tell;
  std::string reason;                  // in words, with who told it and when
  std::vector<std::uint32_t> reports;  // that it rests on
};

// `day` is an ISO day.
PolicyStanding status_on(const PolicyRegister& all, const PolicyEntry& entry, std::string_view day);

// What happens to a document on a day that lies ahead.
struct PolicyEvent {
  enum class What : std::uint8_t { takes_effect, expires, consultation_ends } what = What::takes_effect;
  std::string day;           // ISO day or month
  std::uint32_t entry = 0;   // index
  bool in_conflict = false;  // other reports give another day
  std::vector<std::uint32_t> reports;
};
std::string_view name_of(PolicyEvent::What what);
// Behind a day, by day, then entry.
std::vector<PolicyEvent> upcoming(const PolicyRegister& all, std::string_view after);

struct PolicyQuery {
  std::string topic{};   // a part of the name or of a headline that tells of it
  std::string issuer{};  // id or any printed name: all who are called so
  std::optional<PolicyKind> kind{};
  std::optional<Standing> standing{};  // on `day`
  std::string day{};
};
// Indexes of entries, in the order of the register.
std::vector<std::uint32_t> filtered(const PolicyRegister& all, const PolicyQuery& query);

}  // namespace fengbiao
