// The files of data/ that were built into the program. Names are paths below data/ with '/', sorted.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace fengbiao {

struct EmbeddedFile {
  std::string_view name;   // "bulletin/ecommerce-news.yaml"
  std::string_view bytes;  // lives as long as the program
};

std::vector<EmbeddedFile> embedded_files();
std::optional<std::string_view> embedded_file(std::string_view name);

}  // namespace fengbiao
