// How far an observation can be relied on: every rule that gave one of its fields speaks for it or against it, with a weight learned
// from the open test set (tests/sets/calibrate writes data/observation/confidence.yaml). A record is sure when the weights together
// reach the threshold; those that spoke against it are its doubts. Method: logistic regression over the names of rules.
// Tested by confidence_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "rules/data_set.h"

namespace fengbiao {

// A field and the rule that gave it: {"indicator", "the thing before the number"}.
using Evidence = std::pair<std::string_view, std::string_view>;

class Confidence {
 public:
  static Result<Confidence> load(const DataSet& data);

  struct Verdict {
    bool sure = false;
    std::vector<Evidence> against;  // of an unsure record those that weigh clearly, the strongest first, three at most
  };
  // Rules the file does not know weigh nothing.
  [[nodiscard]] Verdict judge(std::span<const Evidence> evidence) const;

 private:
  [[nodiscard]] double weight_of(const Evidence& evidence) const;
  double base_ = 0, threshold_ = 0;
  void add(std::string_view field, std::string_view rule, double weight);

  // An open hash table, asked a dozen times for every number: twice as many slots as names, at the least; a power of two.
  struct Slot {
    std::uint64_t key = 0;
    std::string field, rule;  // no field: free
    double weight = 0;
  };
  std::vector<Slot> slots_ = std::vector<Slot>(8);
  std::size_t names_ = 0;
};

}  // namespace fengbiao
