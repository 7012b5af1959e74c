// The disk as a parameter: reading a file whole, walking folders in a fixed order, writing a file so that it is either all
// there or not at all. Tests use folders of their own; nothing else in the program touches paths. Tested by disk_test.cc.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace fengbiao {

inline constexpr std::uint64_t kDefaultFileLimit = 64ull << 20;  // bytes; a bulletin has some 70 kB of text

// "64 MB", for messages about limits.
std::string size_in_words(std::uint64_t bytes);

// The whole file. Fails with not_found, unreadable, too_large (also for endless devices) and reads at most `limit` bytes.
// A folder, socket or pipe named as a file is `unreadable`.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit = kDefaultFileLimit);

// Standard input to its end, with the same limit; `file` of errors is "-".
Result<std::string> read_stdin(std::uint64_t limit = kDefaultFileLimit);

// A file or standard input ("-") read piece by piece, so that its size does not matter.
class ByteStream {
 public:
  static Result<ByteStream> open(const std::filesystem::path& path);  // fails as read_file does
  ByteStream(ByteStream&& other) noexcept;
  ByteStream& operator=(ByteStream&&) = delete;
  ~ByteStream();
  // Appends up to `most` bytes to `out`; false at the end.
  Result<bool> read(std::string& out, std::size_t most);
  [[nodiscard]] const std::string& name() const { return name_; }  // base name, "-" for standard input

 private:
  ByteStream(int fd, std::string name) : fd_(fd), name_(std::move(name)) {}
  int fd_;
  std::string name_;
};

// Writes beside the target and renames over it; a full disk leaves the old file as it was. The file behind a link is
// replaced, not the link; a device or pipe (/dev/null) is written to. Fails with disk_full, not_writable, not_found.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

struct Walk {
  std::vector<std::filesystem::path> files;  // regular files, sorted by path bytes within each folder, depth first
  std::vector<Error> troubles;               // what could not be read, folder loops
};

// A file is itself; a folder is walked. Symbolic links are followed, each real folder once, so that a loop ends with a
// trouble instead of a hang. Names that begin with a dot are passed over in folders.
Walk walk(const std::filesystem::path& root);

}  // namespace fengbiao
