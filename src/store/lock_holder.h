// Who holds an archive: "process 4711 (fengbiao)", from the system's own list of file locks, so that nothing has to be
// written beside the archive. SQLite marks the writer by a lock on one fixed byte of the file. Where the system keeps no
// such list, "another program". Tested by trouble_test.cc.
#pragma once

#include <filesystem>
#include <string>

namespace fengbiao {

std::string holder_in_words(const std::filesystem::path& archive);

}  // namespace fengbiao
