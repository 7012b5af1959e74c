// What the levels of the grammar have made so far of one text. A token's `value` is an index into the vector that its class
// names: `number` into numbers, every class of times into times, `quantity` into quantities.
#pragma once

#include <string_view>
#include <vector>

#include "quantity/quantity.h"
#include "quantity/time.h"
#include "rules/lexicon.h"

namespace fengbiao {

struct Scratch {
  std::string_view text;  // folded
  const Lexicon* lexicon = nullptr;
  std::vector<Number> numbers;
  std::vector<Time> times;
  std::vector<Quantity> quantities;
  void clear(std::string_view folded) {
    text = folded;
    numbers.clear();
    times.clear();
    quantities.clear();
  }
};

}  // namespace fengbiao
