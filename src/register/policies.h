// The register of policy documents: the reports of many articles on one document gathered into one entry, every field with the reports
// that give it. Where reports differ both values stand with theirs; nothing is chosen among them.
//
//   甲办法   regulation   issuers 甲部              told 2022-12-05, 2023-01-05
//            effective   2023-03-01  told 2022-12-05
//                        2023-05-01  told 2023-01-05      <- in conflict
//            draft: 甲办法（征求意见稿）, told 2022-06-05
//
// One document: names that have a key in common (policy_names.h), issuers that meet, days of issue that lie within half a year of each
// other. The same name by other issuers is another document; a draft and its final version are entries that point at each other; a name
// that is none (通知) belongs to its article, unless a number says which it is. Same reports in, in any order, same register out.
// Tested by policies_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy.h"
#include "register/policy_names.h"

namespace fengbiao {

inline constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;

// One value of a field, and who gives it.
struct PolicyValue {
  std::string value;                   // a day, the name of a kind, a number; of issuers their names joined with "; "
  std::vector<PolicyIssuer> issuers;   // of the field issuers
  std::vector<std::uint32_t> reports;  // indexes into PolicyRegister::policies(), by day of telling
  bool sure = false;                   // a report that was read surely, or corrected by hand, gives it
};

// A field of an entry. Values that only say more or less (a month and a day of it, one issuer and all of them) are one value, the fullest.
struct PolicyValues {
  std::vector<PolicyValue> values;  // by first telling; none: no report gives any
  [[nodiscard]] bool conflict() const { return values.size() > 1; }
  [[nodiscard]] bool told() const { return !values.empty(); }
};

// What the document does to another one, as its reports say.
struct PolicyLink {
  PolicyChange::What what = PolicyChange::What::amends;
  std::string name;  // as printed
  std::uint32_t entry = kNoEntry;
  std::vector<std::uint32_t> reports;
};

struct PolicyEntry {
  std::string id;    // key of the name, with a number for another document of this name; a bare name with its article
  std::string name;  // the fullest printed form
  std::map<std::string, std::uint32_t> called;  // printed form -> how often
  bool draft = false;
  std::vector<std::uint32_t> reports;  // by day of telling, then issue and place
  std::string first_told, last_told;   // empty when no report has a day
  PolicyValues kind, issuers, number, issued, effective, until, comments_until;
  std::vector<PolicyLink> links;
  std::vector<std::uint32_t> changed_by;  // entries whose links lead here
  std::vector<std::uint32_t> drafts;      // entries of its drafts
  std::uint32_t final_entry = kNoEntry;   // of a draft: what became of it
  [[nodiscard]] bool conflict() const;    // of any field
};

// How a text names a document that it rests on.
struct PolicyCitation {
  std::string title, number, issued;  // number and day of issue may be empty
};

class PolicyRegister {
 public:
  explicit PolicyRegister(PolicyNames names) : names_(std::move(names)) {}

  void add(ReportedPolicy reported);
  void close();  // gathers; call once after the last add

  [[nodiscard]] const std::vector<PolicyEntry>& entries() const { return entries_; }       // by first telling, then by id
  [[nodiscard]] const std::vector<ReportedPolicy>& policies() const { return policies_; }  // by day of telling, then issue and place
  [[nodiscard]] const ReportedPolicy& report(std::uint32_t index) const { return policies_[index]; }
  // By id, or by a name however it is printed; several when documents share it.
  [[nodiscard]] std::vector<const PolicyEntry*> find(std::string_view name) const;
  // The document cited, by its title; a draft is another than its final version. Where several have the title, those with the number or
  // else the day of issue, if any have. An entry told under a bare name is found by its number.
  [[nodiscard]] std::vector<const PolicyEntry*> cited(const PolicyCitation& citation) const;
  // Names near to one that is not there, for "did you mean".
  [[nodiscard]] std::vector<std::string> near(std::string_view name, std::size_t most = 3) const;
  // Ids of who is called so in any report: the name itself where none has one.
  [[nodiscard]] std::vector<std::string> issuer_ids(std::string_view name) const;

 private:
  PolicyNames names_;
  std::vector<ReportedPolicy> policies_;
  std::vector<PolicyEntry> entries_;
  std::vector<PolicyKey> keys_;                          // of the entries' names
  std::multimap<std::string, std::uint32_t> by_core_;    // of these keys
  std::multimap<std::string, std::uint32_t> by_number_;  // bare words of every number told
};

}  // namespace fengbiao
