// The knowledge files of data/: those built into the program, and over them a user's own folder of the same shape. A file
// of the user with the name of a built-in one replaces it; a new name adds to it. Tested by data_set_test.cc.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fengbiao {

class DataSet {
 public:
  static DataSet built_in();
  // `folder` may hold bulletin/, units/ ... ; a folder that does not exist is an error, an empty path is none.
  static Result<DataSet> with_folder(const std::filesystem::path& folder);
  // The files of `folder` as if they stood below `prefix` ("rules/check/"), over what is there.
  Result<void> lay_over(const std::filesystem::path& folder, std::string_view prefix);

  struct File {
    std::string name;   // "bulletin/general.yaml"
    std::string place;  // for messages: the user's path, or "data/" + name
    std::string bytes;
  };
  // Files below `prefix` ("bulletin/") with the ending, sorted by name.
  [[nodiscard]] std::vector<const File*> list(std::string_view prefix, std::string_view ending) const;
  [[nodiscard]] Result<const File*> find(std::string_view name) const;

 private:
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace fengbiao
