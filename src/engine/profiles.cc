#include "engine/profiles.h"

#include "bulletin/profile.h"
#include "rules/data_set.h"

namespace fengbiao {

Result<std::vector<ProfileInfo>> bulletin_profiles(const ReadOptions& options) {
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  FB_TRY(const Knowledge knowledge, Knowledge::load(data));
  std::vector<ProfileInfo> out;
  for (const Profile& profile : knowledge.profiles) {
    auto& info = out.emplace_back(ProfileInfo{profile.name, profile.about, {}});
    for (const SectionName& section : profile.sections) info.sections.push_back(section.name);
  }
  return out;
}

}  // namespace fengbiao
