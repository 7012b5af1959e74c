// The parts of a ZIP in memory that a reader asks for, through libarchive, with limits against archives that unpack to
// more than anyone has. Tested by docx_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fengbiao {

struct ZipParts {
  std::map<std::string, std::string> wanted;  // name to bytes
  std::vector<std::string> names;             // of all entries, in their order
};

// Fails with malformed (broken, cut off), locked (entries need a password), too_large (the wanted parts together over
// `limit`, or more than 10,000 entries).
Result<ZipParts> read_zip(std::string_view bytes, std::string_view file, std::uint64_t limit,
                          const std::function<bool(std::string_view)>& is_wanted);

}  // namespace fengbiao
