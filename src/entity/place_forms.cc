#include "entity/place_forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "entity/table.h"
#include "rules/pack.h"
#include "text/fold.h"

namespace fengbiao {

Result<PlaceForms> PlaceForms::load(const DataSet& data, const Gazetteer& gazetteer) {
  PlaceForms forms;
  std::map<std::string, Entry> table;
  FB_TRY(const DataSet::File* file, data.find("places/forms.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"sentence_ends", "kind_begins", "tails", "heads", "words", "never_alone", "needs_context", "joiners",
                           "list_closers", "pauses", "town_kinds", "locatives", "never_short", "zones"}));
  const PackNode tails = pack["tails"];
  FB_CHECK(tails.only_keys({"any", "division", "product", "province_product", "list"}));
  const std::pair<PackNode, Use> kinds[] = {
      {pack["sentence_ends"], sentence_end},
      {pack["kind_begins"], kind_begin},
      {tails["any"], tail_any},
      {tails["division"], tail_division},
      {tails["product"], tail_product},
      {tails["province_product"], tail_province_product},
      {tails["list"], tail_list},
      {pack["never_alone"], never_alone},
      {pack["needs_context"], needs_context},
      {pack["joiners"], joiner},
      {pack["list_closers"], list_closer},
      {pack["pauses"], pause},
      {pack["words"], word},
      {pack["town_kinds"], town_kind},
      {pack["locatives"], locative},
      {pack["never_short"], never_short},
  };
  for (const auto& [node, use] : kinds) {
    FB_TRY(const auto list_of_words, node.texts());
    for (const std::string& text : list_of_words) table[folded(text)].uses |= use;
  }
  FB_TRY(const auto heads, pack["heads"].entries());
  for (const auto& [name, before] : heads) {
    FB_TRY(auto texts, before.texts());
    forms.heads.emplace_back(folded(name), std::move(texts));
  }
  FB_TRY(const auto zones, pack["zones"].items());
  for (const PackNode& zone : zones) {
    FB_CHECK(zone.only_keys({"suffixes", "canonical", "in_full"}));
    FB_TRY(const auto suffixes, zone["suffixes"].texts());
    Zone form;
    const std::pair<const char*, std::pair<std::string*, std::string*>> patterns[] = {{"canonical", {&form.before, &form.behind}},
                                                                                      {"in_full", {&form.full_before, &form.full_behind}}};
    for (const auto& [key, parts] : patterns) {
      FB_TRY(const std::string pattern, zone[key].text());
      const std::size_t gap = pattern.find("{}");
      if (gap == pattern.npos) return zone[key].complain("expected {} where the place stands");
      *parts.first = pattern.substr(0, gap);
      *parts.second = pattern.substr(gap + 2);
    }
    form.bracket = folded(form.full_before);
    for (const std::string& suffix : suffixes) {
      form.suffix = folded(suffix);
      forms.zones.push_back(form);
    }
  }
  std::ranges::stable_sort(forms.zones, std::ranges::greater(), [](const Zone& z) { return z.suffix.size(); });

  FB_TRY(const DataSet::File* lists, data.find("places/lists.tsv"));
  FB_CHECK(each_row<2>(lists->bytes, lists->place, [&](const std::array<std::string_view, 2>& cells, std::size_t line) -> Result<void> {
    std::vector<std::vector<PlaceId>> places;
    std::string_view unknown;
    const std::size_t characters = count_code_points(cells[0]);
    each_part(cells[1], ',', [&](std::string_view code) {
      const auto id = gazetteer.by_code(code);
      if (!id) unknown = code;
      if (characters == 1 && !places.empty()) places.back().push_back(id.value_or(kNoPlace));
      else places.push_back({id.value_or(kNoPlace)});
    });
    if (!unknown.empty()) return fail(Cause::malformed, {lists->place, line}, fmt::format("no place has the code '{}'", unknown));
    if (places.size() != characters) return fail(Cause::malformed, {lists->place, line}, "expected a code for each character");
    Entry& entry = table[std::string(cells[0])];
    entry.uses |= list;
    entry.list = static_cast<std::uint32_t>(forms.lists.size());
    forms.lists.push_back(std::move(places));
    return {};
  }));

  std::vector<std::pair<std::string, std::uint32_t>> keys;
  for (const auto& [text, entry] : table) {
    keys.emplace_back(text, static_cast<std::uint32_t>(forms.entries.size()));
    forms.entries.push_back(entry);
  }
  forms.words = Trie::build(std::move(keys));
  return forms;
}

PlaceForms::Found PlaceForms::longest(std::string_view text, std::size_t from, std::uint32_t uses) const {
  Found best;
  words.each(text, from, [&](Trie::Hit hit) {
    if (entries[hit.value].uses & uses) best = {hit.length, entries[hit.value]};
  });
  return best;
}

}  // namespace fengbiao
