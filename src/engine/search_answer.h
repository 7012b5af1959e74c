// Questions for figures: an indicator, and a period where one is told. The answer is what the archive reports, nothing else.
//
//   网上零售额 2022                    words 网上零售额, 2022-01-01 to 2022-12-31
//   2022年上半年 跨境电商进出口额是多少   words 跨境电商进出口额, 2022-01-01 to 2022-06-30
//
// A query is a question when it is made of words alone, with fields of area and date at most, and the words that are no period name an
// indicator: without a period exactly so, with one at least by a word of measuring (规模, 总额: data/register). Tested by search_test.cc.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "engine/search.h"
#include "observation/indicators.h"

namespace fengbiao {

struct FigureQuestion {
  std::string words, area, period;
  std::optional<QueryDays> days;
  std::vector<std::uint32_t> period_leaves;  // leaves that tell the period and nothing else
};

// What the indicators of an archive are called, so that a query which is no question costs nothing more.
class FigureNames {
 public:
  static Result<FigureNames> gather(Archive& archive, const Indicators& indicators, const DataSet& data);
  // Whether the question is worth looking into: its words name an indicator, or with a period at least end like one (规模, 总额).
  [[nodiscard]] bool may_name(const FigureQuestion& question) const;

 private:
  explicit FigureNames(SeriesFinder finder) : finder_(std::move(finder)) {}
  std::unordered_set<std::string> names_;  // bare, alone and behind their areas
  SeriesFinder finder_;
};

std::optional<FigureQuestion> figure_question(const Query& query, const QueryParser& parser);
// Nothing where the words name no indicator of the archive.
std::optional<SearchAnswer> answer_of(const FigureQuestion& question, std::shared_ptr<const GatheredSeries> gathered,
                                      const Indicators& indicators);

}  // namespace fengbiao
