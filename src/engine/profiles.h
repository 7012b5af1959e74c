// Which bulletin profiles a reading may choose from: the built-in ones and those of the user's data folder, by name.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "engine/archive.h"

namespace fengbiao {

struct ProfileInfo {
  std::string name, about;
  std::vector<std::string> sections;  // none in a general profile
};

Result<std::vector<ProfileInfo>> bulletin_profiles(const ReadOptions& options = {});

}  // namespace fengbiao
