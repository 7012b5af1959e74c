#include "check/count_words.h"

#include <array>

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, 32> kUses{
    "numeral",     "ordinal",  "counter",     "weak_counter", "sum_noun", "adjective",   "link",   "and_so_on", "bridge",
    "figure_verb", "time_end", "verb_end",    "lead",         "opener",   "part_opener", "result", "totalled",  "below",
    "back",        "more",     "aspect_open", "aspect_close", "until",    "stage",       "body",   "joint",     "appositive_kind",
    "each_its",    "first",    "rank_verb",   "no_count",     "point"};

}  // namespace

Result<CountWords> CountWords::load(const DataSet& data) {
  FB_TRY(UseWords words, UseWords::load(data, "check/counts.yaml", kUses));
  return CountWords(std::move(words));
}

}  // namespace fengbiao
