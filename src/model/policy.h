// One report of a policy document in an article: its name, kind, who issued it, its dates, its status, and what it changes.
//
//   商务部印发《甲办法》，自2023年3月1日起施行  ->  甲办法, regulation, issuers 商务部, effective 2023-03-01
//
// Plain records: the policy room makes them, the store keeps them, the register puts the reports of one document together. Tested by
// policy_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/record.h"

namespace fengbiao {

enum class PolicyKind : std::uint8_t { law, regulation, plan, notice, opinion, announcement, standard, guideline, initiative };
std::string_view name_of(PolicyKind kind);
std::optional<PolicyKind> policy_kind_named(std::string_view name);

enum class PolicyStatus : std::uint8_t { published, draft, in_force_later };
std::string_view name_of(PolicyStatus status);  // "in-force-later"
std::optional<PolicyStatus> policy_status_named(std::string_view name);

// What a document does to another one.
struct PolicyChange {
  enum class What : std::uint8_t { amends, repeals, extends, implements } what = What::amends;
  std::string name;  // of the other document, without 《》
  friend bool operator==(const PolicyChange&, const PolicyChange&) = default;
};
std::string_view name_of(PolicyChange::What what);
std::optional<PolicyChange::What> policy_change_named(std::string_view name);

struct PolicyIssuer {
  std::string name;  // as printed
  std::string id;    // of the lexicons, empty when unknown
  friend bool operator==(const PolicyIssuer&, const PolicyIssuer&) = default;
};

struct Policy {
  std::string id;             // article id + "-p" + non-blank characters of the article before the name
  std::uint32_t article = 0;  // n in the issue
  Span span;                  // the name, in the kept text
  Span quote_span;            // the sentence that names it
  std::uint32_t line_start = 0, line_end = 0;
  std::string text, quote;  // the words under the spans, lines joined

  std::string name;        // without 《》
  std::string short_name;  // 以下简称
  PolicyKind kind = PolicyKind::notice;
  std::vector<PolicyIssuer> issuers;
  std::string number;          // document number: 2022年第12号
  std::string issued;          // ISO day, "2022-11" when only the month is told; empty: not told
  std::string effective;       // likewise
  std::string until;           // end of validity
  std::string comments_until;  // last day of a public consultation
  PolicyStatus status = PolicyStatus::published;
  std::vector<PolicyChange> changes;
  bool sure = false;
  std::vector<std::string> doubts;  // "effective before issued" …

  std::vector<Reason> reasons;  // only when asked for
  friend bool operator==(const Policy& a, const Policy& b);
};

struct ReportedPolicy {
  Origin origin;
  Policy policy;
  std::vector<Correction> corrections;  // those that hold, already applied to `policy`
};

}  // namespace fengbiao
