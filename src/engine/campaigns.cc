#include "engine/campaigns.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "quantity/named_days.h"
#include "rules/pack.h"

namespace fengbiao {

Result<std::vector<Campaign>> campaigns(const DataSet& data, int from_year, int to_year) {
  FB_TRY(const NamedDays days, NamedDays::load(data));
  FB_TRY(const DataSet::File* file, data.find("units/campaigns.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  std::vector<std::pair<std::string, std::string>> named;  // id and first name, in order of the file
  FB_TRY(const auto groups, pack["words"].items());
  for (const PackNode& group : groups) {
    FB_TRY(const std::string kind, group["class"].text());
    if (kind != "campaign") continue;
    FB_TRY(const auto words, group["list"].entries());
    for (const auto& [word, node] : words) {
      FB_TRY(std::string id, node.text());
      if (std::ranges::find(named, id, [](const auto& n) { return n.first; }) == named.end()) named.emplace_back(std::move(id), word);
    }
  }
  std::vector<Campaign> out;
  for (int year = from_year; year <= to_year; ++year)
    for (const auto& [id, name] : named)
      if (const auto whole = days.whole(id, year)) out.push_back({id, name, whole->first.iso(), whole->second.iso()});
  std::ranges::sort(out, {}, [](const Campaign& c) { return std::tuple(c.first, c.last, c.id); });
  return out;
}

Result<std::vector<Campaign>> built_in_campaigns(int from_year, int to_year) { return campaigns(DataSet::built_in(), from_year, to_year); }

}  // namespace fengbiao
