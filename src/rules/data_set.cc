#include "rules/data_set.h"

#include "base/disk.h"
#include "base/embedded.h"

namespace fengbiao {

DataSet DataSet::built_in() {
  DataSet set;
  for (const EmbeddedFile& file : embedded_files())
    set.files_[std::string(file.name)] = {std::string(file.name), "data/" + std::string(file.name), std::string(file.bytes)};
  return set;
}

Result<DataSet> DataSet::with_folder(const std::filesystem::path& folder) {
  DataSet set = built_in();
  if (folder.empty()) return set;
  FB_CHECK(set.lay_over(folder, ""));
  return set;
}

Result<void> DataSet::lay_over(const std::filesystem::path& folder, std::string_view prefix) {
  std::error_code ec;
  if (!std::filesystem::is_directory(folder, ec))
    return fail(Cause::not_found, {folder.string()}, "no such data folder",
                prefix.empty() ? "name a folder with bulletin/*.yaml in it" : "name a folder with *.yaml in it");
  Walk found = walk(folder);
  if (!found.troubles.empty()) return std::unexpected(found.troubles.front());
  for (const std::filesystem::path& path : found.files) {
    FB_TRY(std::string bytes, read_file(path));
    const std::string name = std::string(prefix) + path.lexically_relative(folder).generic_string();
    files_[name] = {name, path.string(), std::move(bytes)};
  }
  return {};
}

std::vector<const DataSet::File*> DataSet::list(std::string_view prefix, std::string_view ending) const {
  std::vector<const File*> out;
  for (const auto& [name, file] : files_)
    if (name.starts_with(prefix) && name.ends_with(ending)) out.push_back(&file);
  return out;
}

Result<const DataSet::File*> DataSet::find(std::string_view name) const {
  const auto it = files_.find(name);
  if (it == files_.end()) return fail(Cause::not_found, {"data/" + std::string(name)}, "no such data file");
  return &it->second;
}

}  // namespace fengbiao
