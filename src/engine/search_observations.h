// The observations of an archive as conditions of a query: 指标:网上零售额 数值:>10万亿 finds the articles with one observation that meets
// both. Tested by search_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/archive.h"
#include "search/index.h"
#include "search/matching.h"

namespace fengbiao {

class SearchObservations : public RecordRows {
 public:
  static Result<SearchObservations> gather(Archive& archive, const SearchIndex& index);
  [[nodiscard]] std::vector<std::uint32_t> rows(std::span<const QueryNode* const> conditions) const override;

 private:
  struct One {
    std::uint32_t row = 0, unit = 0, indicator = 0;  // numbers of words
    double low = 0, high = 0;
  };
  std::vector<One> all_;  // by row
  std::vector<std::string> units_;
  std::vector<std::string> indicators_;  // in normal form, printed name and code with a line end between
};

}  // namespace fengbiao
