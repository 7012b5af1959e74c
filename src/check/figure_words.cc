#include "check/figure_words.h"

#include <array>

namespace fengbiao {

Result<FigureWords> FigureWords::load(const DataSet& data) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"share",   "share_noun", "rise_to",   "fall_to",    "from",       "above",   "below",    "next",     "converted",  "daily",
       "monthly", "per_head",   "sum",       "consists",   "contains",   "part",    "and_more", "each",     "comparable", "compared",
       "revised", "real_terms", "asked",     "extreme",    "other_base", "average", "loss",     "placed",   "place_unit", "narrows",
       "lasting", "working",    "all_of",    "nationwide", "among",      "member",  "whole_of", "rest",     "close",      "per_each",
       "remains", "leading",    "all_above", "all_below",  "total",      "outcome", "apart",    "lessened", "grows_by"});
  FB_TRY(UseWords words, UseWords::load(data, "check/figures.yaml", kNames));
  return FigureWords(std::move(words));
}

}  // namespace fengbiao
