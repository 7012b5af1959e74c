#include "cli/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

namespace fengbiao {
namespace {

constexpr std::string_view kDatabaseMark = "SQLite format 3";  // the first bytes of an archive

bool is_database(const std::filesystem::path& path) {
  std::array<char, kDatabaseMark.size()> head{};
  std::ifstream(path, std::ios::binary).read(head.data(), head.size());
  return std::string_view(head.data(), head.size()) == kDatabaseMark;
}

}  // namespace

Result<OutputFile> OutputFile::open(const std::filesystem::path& path) {
  std::error_code ignored;
  if (std::filesystem::is_regular_file(path, ignored) && is_database(path))
    return fail(Cause::conflict, {path.string(), 0, 0}, "this is an archive, which an export does not replace", "choose another name");
  // A device or pipe is written as it stands.
  const bool in_place = std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored);
  std::filesystem::path part = in_place ? path : std::filesystem::path(path.string() + ".part");
  const int fd = ::open(part.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | (in_place ? 0 : O_TRUNC), 0666);
  OutputFile file(path, in_place ? std::filesystem::path() : part, fd);
  if (fd < 0) return std::unexpected(file.trouble(errno));
  return file;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)), part_(std::exchange(other.part_, {})), fd_(std::exchange(other.fd_, -1)) {}

OutputFile::~OutputFile() {
  if (fd_ < 0) return;
  ::close(fd_);
  if (!part_.empty()) ::unlink(part_.c_str());
}

Error OutputFile::trouble(int number) const {
  const Cause cause = number == ENOSPC || number == EDQUOT ? Cause::disk_full : Cause::not_writable;
  return {cause, {path_.string(), 0, 0}, fmt::format("cannot be written: {}", std::strerror(number)), ""};
}

Result<void> OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return std::unexpected(trouble(errno));
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return {};
}

Result<void> OutputFile::finish() {
  if (!part_.empty() && (::fsync(fd_) != 0 || ::rename(part_.c_str(), path_.c_str()) != 0)) return std::unexpected(trouble(errno));
  ::close(std::exchange(fd_, -1));
  return {};
}

}  // namespace fengbiao
