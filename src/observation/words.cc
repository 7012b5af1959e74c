#include "observation/words.h"

#include <array>

namespace fengbiao {
namespace {

constexpr auto kRoles = std::to_array<std::string_view>({"level",
                                                         "to",
                                                         "up",
                                                         "down",
                                                         "more",
                                                         "less",
                                                         "gain",
                                                         "loss",
                                                         "fresh",
                                                         "share",
                                                         "rank",
                                                         "yoy",
                                                         "period_on_period",
                                                         "cagr",
                                                         "compare",
                                                         "compare_only",
                                                         "adverb",
                                                         "preposition",
                                                         "lead",
                                                         "possess",
                                                         "obtain",
                                                         "splitter",
                                                         "cut",
                                                         "verb_behind",
                                                         "change_to",
                                                         "threshold",
                                                         "in_bound",
                                                         "most",
                                                         "field",
                                                         "label",
                                                         "of",
                                                         "link",
                                                         "survey_of",
                                                         "takes_part",
                                                         "together",
                                                         "vague_teller",
                                                         "document_begin",
                                                         "document_end",
                                                         "duration_in",
                                                         "teller_before",
                                                         "teller_after",
                                                         "question",
                                                         "per",
                                                         "rate",
                                                         "marker",
                                                         "strong_verb",
                                                         "age",
                                                         "spread",
                                                         "cause",
                                                         "bound_behind",
                                                         "scale",
                                                         "no_subject",
                                                         "former_value",
                                                         "named_as",
                                                         "origin",
                                                         "ranking"});

constexpr auto kParts = std::to_array<std::string_view>({"share_noun",    "aspect",      "modifier",
                                                         "pronoun",       "list_noun",   "own_number",
                                                         "after_name",    "trim_front",  "trim_back",
                                                         "pause",         "be",          "in",
                                                         "region",        "and_so_on",   "coded_unit",
                                                         "verbs_said",    "scope",       "superlative",
                                                         "looking",       "aim",         "company_measure",
                                                         "doubling",      "grade",       "rate_aspect",
                                                         "rank_counter",  "vague",       "self",
                                                         "bare",          "each",        "survey",
                                                         "people",        "leading",     "kind_of_place",
                                                         "side",          "speaker",     "stage",
                                                         "stock",         "takes",       "than",
                                                         "listed",        "list_name",   "sort",
                                                         "done",          "prior",       "about",
                                                         "year_unit",     "total",       "toward",
                                                         "payment",       "pull",        "dispose",
                                                         "contested",     "comparative", "purpose",
                                                         "former",        "latter",      "seat",
                                                         "field_average", "whole_firm",  "few",
                                                         "below",         "above",       "speed",
                                                         "yearly",        "part_of_day", "firm_noun",
                                                         "packed",        "only",        "passive",
                                                         "joins",         "degree",      "legal_form",
                                                         "called",        "nth",         "ratio",
                                                         "half_of_land",  "head",        "asked",
                                                         "set_out",       "hundredth",   "ordered",
                                                         "along",         "under",       "averaged"});

}  // namespace

Result<ObservationWords> ObservationWords::load(const DataSet& data) {
  FB_TRY(UseWords around, UseWords::load(data, "observation/words.yaml", kRoles));
  FB_TRY(UseWords things, UseWords::load(data, "observation/things.yaml", kParts));
  return ObservationWords{std::move(around), std::move(things)};
}

}  // namespace fengbiao
