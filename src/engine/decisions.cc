#include "engine/decisions.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"

namespace fengbiao {

Result<std::vector<Decision>> load_decisions(const ReadOptions& options) {
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  return Decision::load_all(data);
}

Result<const Decision*> decision_named(const std::vector<Decision>& all, std::string_view id) {
  const auto found = std::ranges::find(all, id, &Decision::id);
  if (found != all.end()) return &*found;
  std::vector<std::string_view> known;
  for (const Decision& d : all) known.push_back(d.id);
  return fail(Cause::not_found, {}, fmt::format("no decision `{}`{}", id, perhaps(id, known)), "`fengbiao decide --list` lists them");
}

}  // namespace fengbiao
