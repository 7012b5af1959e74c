// profiles: the bulletin profiles that --profile may name.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/json.h"
#include "cli/commands.h"
#include "engine/profiles.h"

namespace fengbiao {

Result<int> run_profiles(const Session& session) {
  FB_TRY(const ReadOptions options, session.read_options());
  FB_TRY(const auto profiles, bulletin_profiles(options));
  if (session.call.has("json")) {
    JsonWriter w;
    w.open('{');
    w.key("profiles");
    w.open('[');
    for (const ProfileInfo& profile : profiles) {
      w.open('{');
      w.field("name", profile.name);
      w.field("about", profile.about);
      w.field("sections", profile.sections);
      w.close('}');
    }
    w.close(']');
    w.close('}');
    session.print_json(w.take());
    return kFound;
  }
  std::vector<std::vector<std::string>> rows;
  for (const ProfileInfo& profile : profiles)
    rows.push_back({profile.name, profile.about, fmt::format("{}", fmt::join(profile.sections, ", "))});
  session.screen.print(table({{"profile"}, {"about", false, true}, {"sections", false, true}}, rows, session.screen.width()));
  return kFound;
}

}  // namespace fengbiao
