// Names of documents held against each other: what two printings of one name have in common.
//
//   《中华人民共和国电子商务法》, 电子商务法               one key
//   甲办法（试行）, 甲办法 〔试行〕                       one key, parts 试行
//   乙条例（征求意见稿）                                  the key of 乙条例, a draft
//   通知                                                  bare: no name
//
// The lists are data/register/policies.yaml. Tested by policy_names_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/data_set.h"

namespace fengbiao {

struct PolicyKey {
  std::string core;   // without marks, quotes, blanks, widths, brackets, and what it may lack
  std::string parts;  // digits in its brackets: "2022-2025"; other parts say nothing about which document it is
  bool draft = false;
  bool bare = false;
};

class PolicyNames {
 public:
  static Result<PolicyNames> load(const DataSet& data);
  [[nodiscard]] PolicyKey key(std::string_view name) const;

 private:
  std::vector<std::string> bare_, prefixes_, about_, drafts_;
};

}  // namespace fengbiao
