#include "search/index_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "search/index_builder.h"
#include "search/index_parts.h"

namespace fengbiao {
namespace {

constexpr auto kLookAgain = std::chrono::milliseconds(20);

class Handle {
 public:
  explicit Handle(int fd = -1) : fd_(fd) {}
  Handle(Handle&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Handle() {
    if (fd_ >= 0) close(fd_);
  }
  [[nodiscard]] int fd() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_;
};

std::string reason_of(int code) { return std::strerror(code); }

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

bool write_index(int fd, const IndexBytes& bytes) {
  static constexpr char kNothing[8] = {};
  if (!write_all(fd, index_header(bytes))) return false;
  for (const std::string_view part : bytes.parts)
    if (!write_all(fd, part) || !write_all(fd, {kNothing, padded(part.size()) - part.size()})) return false;
  return fsync(fd) == 0;
}

// The place of the one who makes the file: the unfinished file itself, locked. A lock ends with its process; the file that a dead one left
// is taken over.
class MakersPlace {
 public:
  explicit MakersPlace(std::filesystem::path path) : path_(std::move(path)) {}
  enum class Outcome { taken, busy, impossible };
  Outcome take() {
    Handle file(::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file) return impossible();
    if (flock(file.fd(), LOCK_EX | LOCK_NB) != 0) return errno == EWOULDBLOCK || errno == EINTR ? Outcome::busy : impossible();
    // Whoever had it may have finished meanwhile: then this is no unfinished file any more.
    struct stat held {
    }, named{};
    if (fstat(file.fd(), &held) != 0 || lstat(path_.c_str(), &named) != 0 || held.st_ino != named.st_ino || held.st_dev != named.st_dev)
      return Outcome::busy;
    file_ = std::move(file);
    return Outcome::taken;
  }
  // Puts the index at `target`, readable for whom the archive is.
  bool finish(const IndexBytes& bytes, const std::filesystem::path& archive, const std::filesystem::path& target) {
    struct stat status {};
    const mode_t mode = stat(archive.c_str(), &status) == 0 ? status.st_mode & 0666 : 0600;
    if (ftruncate(file_.fd(), 0) == 0 && fchmod(file_.fd(), mode | 0600) == 0 && write_index(file_.fd(), bytes) &&
        ::rename(path_.c_str(), target.c_str()) == 0)
      return true;
    trouble_ = reason_of(errno);
    leave();
    return false;
  }
  void leave() {
    if (file_) ::unlink(path_.c_str());
    file_ = Handle();
  }
  [[nodiscard]] const std::string& trouble() const { return trouble_; }

 private:
  Outcome impossible() {
    trouble_ = reason_of(errno);
    return Outcome::impossible;
  }
  std::filesystem::path path_;
  Handle file_;
  std::string trouble_;
};

// The file as it is: right for `stamp`; sound, but of another state; or of no use. In the two latter cases why it is not right.
struct FoundIndex {
  std::optional<SearchIndex> index;
  std::string why;
  [[nodiscard]] bool is_right() const { return index && why.empty(); }
};
FoundIndex look(const std::filesystem::path& path, std::string_view stamp) {
  auto index = read_search_index(path);
  if (index) {
    const bool right = index->stamp() == stamp;
    return {std::move(*index), right ? "" : "the search index was of another state of the archive"};
  }
  if (index.error().cause == Cause::not_found) return {std::nullopt, "there was no search index yet"};
  return {std::nullopt, "the search index was of no use (" + index.error().what + ")"};
}

Result<IndexBytes> make(const SearchSource& source, const FoundIndex& found) {
  SearchIndexBuilder builder;
  const PutDocument put = [&](const SearchDocument& document) { builder.add(document); };
  FB_TRY(const std::string stamp, source.documents(found.index ? &*found.index : nullptr, put));
  return builder.make(stamp);
}

Result<OpenedIndex> held(IndexBytes bytes, std::string notice) {
  FB_TRY(SearchIndex index, SearchIndex::over(std::move(bytes)));
  return OpenedIndex{std::move(index), IndexState::in_memory, std::move(notice)};
}

}  // namespace

std::string_view name_of(IndexState state) {
  switch (state) {
    case IndexState::found: return "found";
    case IndexState::made: return "made";
    case IndexState::in_memory: return "in_memory";
  }
  return "";
}

std::filesystem::path search_index_path(const std::filesystem::path& archive) {
  std::error_code error;
  std::filesystem::path path = std::filesystem::weakly_canonical(archive, error);
  if (error) path = archive;
  return path += ".index";
}

Result<SearchIndex> read_search_index(const std::filesystem::path& path) {
  const Handle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file) return fail(errno == ENOENT ? Cause::not_found : Cause::unreadable, {path.string()}, reason_of(errno));
  struct stat status {};
  if (fstat(file.fd(), &status) != 0 || !S_ISREG(status.st_mode)) return fail(Cause::unreadable, {path.string()}, "not a file");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return fail(Cause::damaged, {path.string()}, "cut short");
  void* const at = mmap(nullptr, size, PROT_READ, MAP_SHARED, file.fd(), 0);
  if (at == MAP_FAILED) return fail(Cause::unreadable, {path.string()}, reason_of(errno));
  std::shared_ptr<const void> keeper(at, [size](const void* bytes) { munmap(const_cast<void*>(bytes), size); });
  auto bytes = split_index({static_cast<const char*>(at), size}, std::move(keeper));
  auto index = bytes ? SearchIndex::over(std::move(*bytes)) : std::unexpected(bytes.error());
  if (!index) index.error().place.file = path.string();
  return index;
}

Result<OpenedIndex> open_search_index(const std::filesystem::path& archive, const SearchSource& source) {
  const std::filesystem::path path = search_index_path(archive);
  FoundIndex found = look(path, source.stamp);
  if (found.is_right()) return OpenedIndex{std::move(*found.index), IndexState::found, {}};
  std::filesystem::path unfinished = path;
  MakersPlace place(unfinished += ".new");
  MakersPlace::Outcome outcome = place.take();
  for (std::chrono::milliseconds waited{0}; outcome == MakersPlace::Outcome::busy && waited < source.wait_for_maker; waited += kLookAgain) {
    std::this_thread::sleep_for(kLookAgain);
    outcome = place.take();
  }
  if (outcome != MakersPlace::Outcome::taken) {
    FB_TRY(IndexBytes bytes, make(source, found));
    const std::string why = outcome == MakersPlace::Outcome::busy ? "another program has been making one for long"
                                                                  : "none can be kept beside the archive: " + place.trouble();
    return held(std::move(bytes), found.why + "; one is held in memory (" + why + ")");
  }
  // It may have been made while we waited.
  found = look(path, source.stamp);
  if (found.is_right()) {
    place.leave();
    return OpenedIndex{std::move(*found.index), IndexState::found, {}};
  }
  auto bytes = make(source, found);
  if (!bytes) {
    place.leave();
    return std::unexpected(bytes.error());
  }
  if (!place.finish(*bytes, std::filesystem::path(path).replace_extension(), path))
    return held(std::move(*bytes), found.why + "; one is held in memory (it could not be kept: " + place.trouble() + ")");
  FB_TRY(SearchIndex made, read_search_index(path));
  std::string notice = found.why + fmt::format(": made of {} articles", made.documents());
  return OpenedIndex{std::move(made), IndexState::made, std::move(notice)};
}

}  // namespace fengbiao
