#include "entity/address_forms.h"

#include <map>
#include <string>
#include <utility>

#include "rules/pack.h"
#include "text/fold.h"

namespace fengbiao {

Result<AddressForms> AddressForms::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find("places/address.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  constexpr std::pair<std::string_view, Use> kLists[] = {
      {"separators", separator},
      {"pseudo_levels", pseudo_level},
      {"town_office", town_office},
      {"quarters", quarter},
      {"not_after_short", not_after_short},
      {"county_kinds", county_kind},
      {"town_kinds", town_kind},
      {"village_ends", village_end},
      {"zone_ends", zone_end},
      {"roads", road},
      {"small_roads", small_road},
      {"road_rest", road_rest},
      {"road_sides", road_side},
      {"road_middles", road_middle},
      {"house_units", house_unit},
      {"house_heads", house_head},
      {"numerals", numeral},
      {"crossings", crossing},
      {"and", and_word},
      {"buildings", building},
      {"upper_kinds", upper_kind},
  };
  FB_CHECK(pack.only_keys({"separators", "pseudo_levels", "town_office", "quarters",    "not_after_short", "county_kinds",
                           "town_kinds", "village_ends",  "zone_ends",   "roads",       "small_roads",     "road_rest",
                           "road_sides", "road_middles",  "house_units", "house_heads", "numerals",        "crossings",
                           "and",        "buildings",     "upper_kinds"}));
  std::map<std::string, std::uint32_t> table;
  for (const auto& [key, use] : kLists) {
    FB_TRY(const auto list, pack[key].texts());
    if (list.empty()) return pack.complain(std::string("no words under '") + std::string(key) + "'");
    for (const std::string& text : list) table[folded(text)] |= use;
  }
  AddressForms forms;
  forms.words = Trie::build({table.begin(), table.end()});
  return forms;
}

}  // namespace fengbiao
