#include "clause/words.h"

#include <array>

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, 77> kUses = {"part",           "now",           "forecast",
                                                    "target",         "until",         "compare_before",
                                                    "compare_with",   "compare_after", "record",
                                                    "standard",       "range_from",    "since_before",
                                                    "since_after",    "will",          "survey",
                                                    "intent",         "reach",         "act",
                                                    "ahead",          "tell",          "teller_before",
                                                    "teller_after",   "researcher",    "toward",
                                                    "area",           "aspect",        "opening",
                                                    "same_area",      "then",          "of_thing",
                                                    "kind_of_firm",   "and_so_on",     "facility",
                                                    "gate",           "facility_part", "region",
                                                    "same_body",      "its",           "done",
                                                    "ranking",        "list",          "lasts",
                                                    "at_most",        "no_measure",    "within",
                                                    "roughly",        "title_noun",    "to_level",
                                                    "so_far",         "publish",       "school",
                                                    "locate",         "in_place",      "some_teller",
                                                    "owner",          "marker",        "each",
                                                    "link",           "trail",         "of",
                                                    "former",         "latter",        "rest",
                                                    "same_firm",      "since_event",   "channel",
                                                    "kind_of_teller", "share",         "year_of_accounts",
                                                    "hedged",         "maker",         "copula",
                                                    "by_then",        "superlative",   "origin",
                                                    "those_places",   "those_firms"};

}  // namespace

Result<ClauseWords> ClauseWords::load(const DataSet& data) {
  FB_TRY(UseWords words, UseWords::load(data, "clause/clauses.yaml", kUses));
  return ClauseWords(std::move(words));
}

}  // namespace fengbiao
