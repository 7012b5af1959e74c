#include "base/disk.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <set>
#include <utility>

namespace fengbiao {

namespace {

namespace fs = std::filesystem;

// An open file that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool is_open() const { return fd_ >= 0; }
  int release() { return std::exchange(fd_, -1); }
  int close() { return fd_ < 0 ? 0 : ::close(std::exchange(fd_, -1)); }

 private:
  int fd_;
};

std::string words_of(int error) { return std::generic_category().message(error); }

std::unexpected<Error> cannot_read(const std::string& name, int error) {
  if (error == ENOENT || error == ENOTDIR) return fail(Cause::not_found, {name}, "there is no such file", "check the name");
  if (error == EACCES || error == EPERM)
    return fail(Cause::unreadable, {name}, "no permission to read it", "change its permissions or run as its owner");
  return fail(Cause::unreadable, {name}, "cannot be read: " + words_of(error));
}

std::unexpected<Error> cannot_write(const std::string& name, int error) {
  if (error == ENOSPC || error == EDQUOT || error == EFBIG)
    return fail(Cause::disk_full, {name}, "no room left on the disk; what was there before is unchanged", "make room and try again");
  if (error == ENOENT || error == ENOTDIR) return fail(Cause::not_found, {name}, "its folder does not exist", "make the folder first");
  return fail(Cause::not_writable, {name}, "cannot be written: " + words_of(error), "choose a folder you may write to");
}

std::unexpected<Error> over_limit(const std::string& name, std::uint64_t limit) {
  return fail(Cause::too_large, {name}, fmt::format("larger than the limit of {}", size_in_words(limit)),
              "split it, or leave it out if it is no bulletin");
}

// All bytes of an open file, at most `limit`.
Result<std::string> read_all(int fd, const std::string& name, std::uint64_t limit, std::uint64_t expected_size) {
  std::string out;
  std::size_t used = 0;
  // One byte more than expected, so that the end is seen without growing.
  out.resize(std::min<std::uint64_t>(expected_size, limit) + 1);
  for (;;) {
    if (used > limit) return over_limit(name, limit);
    if (used == out.size()) out.resize(std::min<std::uint64_t>(limit + 1, std::max<std::uint64_t>(65536, out.size() * 2)));
    const ssize_t got = ::read(fd, out.data() + used, out.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return cannot_read(name, errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  out.resize(used);
  return out;
}

int write_all(int fd, std::string_view bytes) {  // 0 or errno
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return 0;
}

// Devices and pipes (/dev/null, /dev/stdout) are written to, never replaced.
Result<void> write_through(const std::string& name, std::string_view bytes) {
  Descriptor out(::open(name.c_str(), O_WRONLY | O_CLOEXEC));
  if (!out.is_open()) return cannot_write(name, errno);
  if (const int error = write_all(out.get(), bytes)) return cannot_write(name, error);
  return {};
}

using FolderId = std::pair<dev_t, ino_t>;

struct Walker {
  Walk result;
  std::set<FolderId> seen;
  std::vector<FolderId> above;  // the folders from the root to here

  void trouble(std::unexpected<Error> error) { result.troubles.push_back(std::move(error.error())); }

  void visit_folder(const fs::path& folder, const struct stat& status) {
    const FolderId id{status.st_dev, status.st_ino};
    if (std::ranges::find(above, id) != above.end())
      return trouble(
          fail(Cause::unreadable, {folder.string()}, "a link back to a folder that contains it; passed over", "remove the link"));
    if (!seen.insert(id).second) return;  // reached before by another name, so nothing is lost
    DIR* dir = ::opendir(folder.c_str());
    if (!dir) return trouble(cannot_read(folder.string(), errno));
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = ::readdir(dir))
      if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    const int error = errno;
    ::closedir(dir);
    if (error != 0) trouble(cannot_read(folder.string(), error));
    std::ranges::sort(names);
    above.push_back(id);
    for (const std::string& name : names) visit_entry(folder / name);
    above.pop_back();
  }

  void visit_entry(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      const int error = errno;
      if (error == ENOENT) return trouble(fail(Cause::not_found, {path.string()}, "a link to nothing", "remove the link"));
      return trouble(cannot_read(path.string(), error));
    }
    if (S_ISDIR(status.st_mode)) return visit_folder(path, status);
    if (S_ISREG(status.st_mode)) result.files.push_back(path);
    else trouble(fail(Cause::unreadable, {path.string()}, "neither a file nor a folder; passed over"));
  }
};

}  // namespace

std::string size_in_words(std::uint64_t bytes) {
  if (bytes >= (1ull << 30) && bytes % (1ull << 30) == 0) return fmt::format("{} GB", bytes >> 30);
  if (bytes >= (1ull << 20)) return fmt::format("{} MB", bytes >> 20);
  if (bytes >= (1ull << 10)) return fmt::format("{} kB", bytes >> 10);
  return fmt::format("{} bytes", bytes);
}

namespace {

// Opens a file that can be read as one; `size` is 0 for devices.
Result<int> open_to_read(const std::string& name, std::uint64_t& size) {
  // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
  Descriptor in(::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!in.is_open()) {
    if (errno == ENXIO) return fail(Cause::unreadable, {name}, "a socket or device, not a file", "give a file, or - for standard input");
    return cannot_read(name, errno);
  }
  struct stat status {};
  if (::fstat(in.get(), &status) != 0) return cannot_read(name, errno);
  if (S_ISDIR(status.st_mode)) return fail(Cause::unreadable, {name}, "a folder, not a file");
  if (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode))
    return fail(Cause::unreadable, {name}, "a pipe or socket, not a file", "give a file, or - for standard input");
  size = S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
  return in.release();
}

}  // namespace

Result<std::string> read_file(const fs::path& path, std::uint64_t limit) {
  const std::string name = path.string();
  std::uint64_t size = 0;
  FB_TRY(const int fd, open_to_read(name, size));
  const Descriptor in(fd);
  if (size > limit) return over_limit(name, limit);
  return read_all(in.get(), name, limit, size);
}

Result<ByteStream> ByteStream::open(const fs::path& path) {
  if (path == "-") return ByteStream(::dup(STDIN_FILENO), "-");
  std::uint64_t size = 0;
  FB_TRY(const int fd, open_to_read(path.string(), size));
  return ByteStream(fd, path.filename().string());
}

ByteStream::ByteStream(ByteStream&& other) noexcept : fd_(std::exchange(other.fd_, -1)), name_(std::move(other.name_)) {}

ByteStream::~ByteStream() {
  if (fd_ >= 0) ::close(fd_);
}

Result<bool> ByteStream::read(std::string& out, std::size_t most) {
  const std::size_t before = out.size();
  out.resize(before + most);
  ssize_t got = 0;
  do got = ::read(fd_, out.data() + before, most);
  while (got < 0 && errno == EINTR);
  out.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  if (got < 0) return cannot_read(name_, errno);
  return got > 0;
}

Result<std::string> read_stdin(std::uint64_t limit) { return read_all(STDIN_FILENO, "-", limit, 0); }

Result<void> write_file(const fs::path& path, std::string_view bytes) {
  const std::string name = path.string();
  fs::path target = path;
  struct stat status {};
  const bool exists = ::stat(name.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return fail(Cause::not_writable, {name}, "a folder stands there", "give the name of a file");
  if (exists && !S_ISREG(status.st_mode)) return write_through(name, bytes);
  std::error_code error;
  if (fs::is_symlink(target, error))  // the file behind the link is replaced, the link stays
    if (const fs::path real = fs::weakly_canonical(target, error); !error) target = real;

  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  static std::atomic<unsigned> count{0};
  const fs::path beside = folder / fmt::format(".fengbiao-{}-{}.tmp", ::getpid(), count.fetch_add(1));
  Descriptor out(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, exists ? status.st_mode & 0777 : 0666));
  if (!out.is_open()) return cannot_write(name, errno);
  int failed = write_all(out.get(), bytes);
  if (failed == 0 && ::fsync(out.get()) != 0) failed = errno;
  if (out.close() != 0 && failed == 0) failed = errno;
  if (failed == 0 && ::rename(beside.c_str(), target.c_str()) != 0) failed = errno;
  if (failed != 0) {
    ::unlink(beside.c_str());
    return cannot_write(name, failed);
  }
  // So that the new name survives a power failure too; a folder that cannot be synced is no failure of the write.
  const Descriptor dir(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (dir.is_open()) ::fsync(dir.get());
  return {};
}

Walk walk(const fs::path& root) {
  Walker walker;
  struct stat status {};
  if (::stat(root.c_str(), &status) != 0) walker.trouble(cannot_read(root.string(), errno));
  else if (S_ISDIR(status.st_mode)) walker.visit_folder(root, status);
  else walker.result.files.push_back(root);
  return std::move(walker.result);
}

}  // namespace fengbiao
