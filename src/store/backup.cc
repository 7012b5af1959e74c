// A copy made beside the target's name and given that name once it is whole and on the disk, so that there is never half
// a backup. An archive or anything else that has the name already is left alone. Tested by archive_file_test.cc.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>

#include "store/archive_state.h"
#include "store/format.h"

namespace fengbiao {

namespace {

std::unexpected<Error> taken(const std::filesystem::path& target) {
  return fail(Cause::conflict, {target.string()}, "there is a file of this name already; a backup replaces nothing", "choose another name");
}

std::unexpected<Error> cannot_write(const std::filesystem::path& target, int number) {
  if (number == EEXIST) return taken(target);
  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    return fail(Cause::disk_full, {target.string()}, "no room left on the disk; no backup was made", "make room and try again");
  if (number == ENOENT || number == ENOTDIR)
    return fail(Cause::not_found, {target.string()}, "its folder does not exist", "make the folder first");
  return fail(Cause::not_writable, {target.string()}, "cannot be written: " + std::generic_category().message(number),
              "choose a folder you may write to");
}

int sync(const std::filesystem::path& path, int flags) {  // 0 or errno
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC);
  if (fd < 0) return errno;
  const int failed = ::fsync(fd) == 0 ? 0 : errno;
  ::close(fd);
  return failed;
}

// Gives `from` the name `to` unless that is taken.
int rename_new(const std::filesystem::path& from, const std::filesystem::path& to) {  // 0 or errno
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // A file system that cannot rename so; the name was free a moment ago.
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

}  // namespace

Result<void> ArchiveFile::backup(const std::filesystem::path& target) {
  if (state_->begun) return fail(Cause::invalid_argument, {path().string()}, "a backup in the middle of a write", "commit first");
  struct stat status {};
  if (::lstat(target.c_str(), &status) == 0) return taken(target);
  const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
  static std::atomic<unsigned> count{0};
  const std::filesystem::path beside = folder / fmt::format(".fengbiao-backup-{}-{}.tmp", ::getpid(), count.fetch_add(1));
  const int fd = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0) return cannot_write(target, errno);
  ::close(fd);

  const auto copy = [&]() -> Result<void> {
    FB_TRY(const auto to, Connection::open(beside, SQLITE_OPEN_READWRITE, std::chrono::milliseconds(0)));
    to->set_path(target);
    FB_CHECK(to->run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF"));  // it is nobody's yet
    return copy_database(*state_->db, *to);
  };
  Result<void> done = copy();
  if (done)
    if (const int failed = sync(beside, O_RDWR)) done = cannot_write(target, failed);
  if (done)
    if (const int failed = rename_new(beside, target)) done = cannot_write(target, failed);
  if (!done) ::unlink(beside.c_str());
  else sync(folder, O_RDONLY | O_DIRECTORY);  // a folder that cannot be synced is no failure of the copy
  return done;
}

}  // namespace fengbiao
