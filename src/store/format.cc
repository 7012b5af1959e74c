// A file is ours when its header says so (application_id); which format it has stands beside that (user_version). An empty
// file is nobody's: `create` makes it an archive. All steps to today's format are one transaction, so that a kill leaves
// the old format or the new one.
#include "store/format.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <thread>

#include "base/disk.h"
#include "store/tables.h"

namespace fengbiao {

namespace {

constexpr int kCopyPages = 1024;  // a step; 4 MB
constexpr int kCopyRestarts = 5;  // a writer may make the copy begin again so often, then it is copied in one step

std::unexpected<Error> not_ours(const std::filesystem::path& path, std::string what) {
  return fail(Cause::not_an_archive, {path.string()}, std::move(what), "check the name");
}

// Before SQLite sees the name: what is there at all?
Result<void> look_at(const std::filesystem::path& path, OpenMode mode, bool& is_new) {
  struct stat status {};
  is_new = false;
  if (::stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT && mode == OpenMode::create) {
      is_new = true;
      return {};
    }
    if (errno == ENOENT || errno == ENOTDIR) return fail(Cause::not_found, {path.string()}, "there is no such archive", "ingest makes one");
    if (errno == EACCES)
      return fail(Cause::unreadable, {path.string()}, "no permission to open it", "change its permissions or run as its owner");
    return not_ours(path, "cannot be an archive: " + std::generic_category().message(errno));
  }
  if (S_ISDIR(status.st_mode)) return not_ours(path, "a folder, not an archive");
  if (!S_ISREG(status.st_mode)) return not_ours(path, "not a file, so not an archive");
  if (status.st_size == 0 && mode != OpenMode::create) return not_ours(path, "an empty file, not an archive");
  return {};
}

// Runs `work` as one transaction that only one writer can be in.
template <class Work>
Result<void> in_one_go(Connection& db, Work work) {
  FB_CHECK(db.run("BEGIN IMMEDIATE"));
  Result<void> done = work();
  if (done) done = db.run("COMMIT");
  if (!done && db.in_transaction()) sqlite3_exec(db.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  return done;
}

Result<void> make_tables(Connection& db, const Format& format) {
  return in_one_go(db, [&]() -> Result<void> {
    FB_TRY(const auto id, db.integer("PRAGMA application_id"));
    if (id == kApplicationId) return {};  // another program was first
    FB_CHECK(db.run(format.tables));
    FB_CHECK(db.run(fmt::format("PRAGMA application_id = {}", kApplicationId).c_str()));
    return db.run(fmt::format("PRAGMA user_version = {}", format.number).c_str());
  });
}

// A new archive appears under its name whole or not at all, and never over another that came first: its bytes are made in
// memory, written beside it and renamed.
Result<void> make_archive(const std::filesystem::path& path, const Format& format) {
  FB_TRY(auto db, Connection::open_private());
  db->set_path(path);
  FB_CHECK(make_tables(*db, format));
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> bytes(sqlite3_serialize(db->handle(), "main", &size, 0), sqlite3_free);
  if (!bytes) return db->failed(SQLITE_NOMEM);
  const std::filesystem::path beside = path.string() + fmt::format(".new-{}", ::getpid());
  FB_CHECK(write_file(beside, {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)}));
  if (::renameat2(AT_FDCWD, beside.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0) return {};
  const int code = errno;
  if (code == EINVAL && ::rename(beside.c_str(), path.c_str()) == 0) return {};  // a file system without NOREPLACE
  ::unlink(beside.c_str());
  if (code == EEXIST) return {};
  return fail(Cause::not_writable, {path.string()}, "no archive can be made here: " + std::generic_category().message(code),
              "choose a folder you may write to");
}

Result<void> bring_up(Connection& db, const Format& format) {
  return in_one_go(db, [&]() -> Result<void> {
    FB_TRY(const auto found, db.integer("PRAGMA user_version"));  // again, now that nobody else can change it
    for (auto at = found; at < format.number; ++at) FB_CHECK(format.steps[static_cast<std::size_t>(at - 1)](db));
    return db.run(fmt::format("PRAGMA user_version = {}", format.number).c_str());
  });
}

}  // namespace

const Format& todays_format() {
  static const std::string tables = std::string(kTables) + kRecordTables;
  static const Format format{kArchiveFormat, tables.c_str(), {[](Connection& db) { return db.run(kRecordTables); }}};
  return format;
}

Result<std::unique_ptr<Connection>> open_archive(const std::filesystem::path& path, OpenMode mode, const ArchiveOptions& options,
                                                 const Format& format) {
  bool is_new = false;
  FB_CHECK(look_at(path, mode, is_new));
  if (is_new) FB_CHECK(make_archive(path, format));
  // A reader too may have to roll back what a killed writer left; it is kept from writing by query_only.
  FB_TRY(auto db, Connection::open(path, SQLITE_OPEN_READWRITE, options.wait_for_writer));
  // EXTRA: the end of a commit is the removal of the journal, and that must survive a power failure too.
  FB_CHECK(db->run("PRAGMA temp_store = MEMORY; PRAGMA synchronous = EXTRA; PRAGMA cache_size = -16384"));
  if (mode != OpenMode::read && sqlite3_db_readonly(db->handle(), "main") == 1)
    return fail(Cause::not_writable, {path.string()}, "the archive or its folder may only be read", "copy it to a folder you may write to");

  FB_TRY(const auto pages, db->integer("PRAGMA page_count"));
  if (pages == 0 && mode == OpenMode::create) FB_CHECK(make_tables(*db, format));
  FB_TRY(const auto id, db->integer("PRAGMA application_id"));
  if (id != kApplicationId)
    return not_ours(path, pages == 0 ? "an empty file, not an archive" : "a database of another program, not an archive of fengbiao");
  FB_TRY(const auto number, db->integer("PRAGMA user_version"));
  if (number > format.number)
    return fail(Cause::newer_format, {path.string()},
                fmt::format("written by a later version of fengbiao: its format is {}, this program reads up to {}", number, format.number),
                "use the later version");
  if (number < 1)
    return fail(Cause::damaged, {path.string()}, fmt::format("the archive is damaged: it has no format {}", number),
                "put a backup in its place");
  if (number < format.number) {
    if (mode == OpenMode::read) {
      FB_TRY(auto copy, Connection::open_private());
      copy->set_path(path);
      FB_CHECK(copy_database(*db, *copy));
      db = std::move(copy);
    }
    FB_CHECK(bring_up(*db, format));
  }
  if (mode == OpenMode::read) FB_CHECK(db->run("PRAGMA query_only = ON"));
  else FB_CHECK(db->run("PRAGMA journal_mode = DELETE"));
  return db;
}

Result<std::vector<std::string>> schema_trouble(Connection& db, const Format& format) {
  constexpr std::string_view kList = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
  FB_TRY(auto fresh, Connection::open_private());
  FB_CHECK(fresh->run(format.tables));
  FB_TRY(auto wanted, fresh->prepare(kList));
  std::vector<std::string> troubles;
  for (;;) {
    FB_TRY(const bool more, wanted.row());
    if (!more) return troubles;
    const std::string name(wanted.text(0));
    FB_TRY(auto found, db.prepare("SELECT sql FROM sqlite_schema WHERE name = ?"));
    FB_TRY(const bool there, found.bind(name).row());
    if (!there) troubles.push_back(fmt::format("the table or index {} is missing", name));
    else if (found.text(0) != wanted.text(1)) troubles.push_back(fmt::format("the table or index {} is not as it should be", name));
  }
}

Result<void> copy_database(Connection& from, Connection& to) {
  sqlite3_backup* const copy = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
  if (copy == nullptr) return to.failed(sqlite3_extended_errcode(to.handle()));
  int code = SQLITE_OK;
  int restarts = 0;
  for (int left = 0; code == SQLITE_OK;) {
    code = sqlite3_backup_step(copy, restarts < kCopyRestarts ? kCopyPages : -1);
    const int remaining = sqlite3_backup_remaining(copy);
    if (left != 0 && remaining >= left) ++restarts;
    left = remaining;
  }
  const int finished = sqlite3_backup_finish(copy);
  if (code == SQLITE_DONE && finished == SQLITE_OK) return {};
  // The error is told by the side that has it; a busy or damaged source is the usual one.
  const int cause = code == SQLITE_DONE ? finished : code;
  return sqlite3_errcode(to.handle()) == SQLITE_OK ? from.failed(cause) : to.failed(cause);
}

}  // namespace fengbiao
