// A file that is written in blocks and is either all there or not at all: the blocks go into a file beside it, which takes
// its name at the end. Without finish() nothing is left behind. An archive is never replaced.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"

namespace fengbiao {

class OutputFile {
 public:
  static Result<OutputFile> open(const std::filesystem::path& path);
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

  Result<void> write(std::string_view bytes);
  Result<void> finish();

 private:
  OutputFile(std::filesystem::path path, std::filesystem::path part, int fd) : path_(std::move(path)), part_(std::move(part)), fd_(fd) {}
  [[nodiscard]] Error trouble(int number) const;
  std::filesystem::path path_, part_;
  int fd_ = -1;
};

}  // namespace fengbiao
