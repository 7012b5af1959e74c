// Statements are kept by their SQL and taken out while in use, so that two uses of one SQL at a time get two statements.
// Errors: SQLite's codes become the causes of base/result.h; the system's errno decides where SQLite only says "I/O".
#include "store/sqlite.h"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

#include "store/lock_holder.h"

namespace fengbiao {

namespace {

constexpr std::size_t kKeptStatements = 64;

Error disk_full(std::string file) {
  return {Cause::disk_full,
          {std::move(file)},
          "no room left on the disk; what was in the archive before is unchanged",
          "make room and try again"};
}

Error from_errno(std::string file, int number, const char* words) {
  if (number == ENOSPC || number == EDQUOT || number == EFBIG) return disk_full(std::move(file));
  if (number == EROFS || number == EACCES || number == EPERM)
    return {Cause::not_writable, {std::move(file)}, "the archive or its folder may only be read", "copy it to a folder you may write to"};
  const std::string system = number != 0 ? std::generic_category().message(number) : words;
  return {Cause::unreadable, {std::move(file)}, "the disk fails: " + system, "look after the disk; a backup of the archive may help"};
}

}  // namespace

Statement::~Statement() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  if (home_->kept_.size() < kKeptStatements) home_->kept_.emplace(sqlite3_sql(statement_), statement_);
  else sqlite3_finalize(statement_);
}

void Statement::bind_at(int at, std::string_view text) {
  note(sqlite3_bind_text64(statement_, at, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind_at(int at, Blob blob) {
  note(sqlite3_bind_blob64(statement_, at, blob.bytes.data() ? blob.bytes.data() : "", blob.bytes.size(), SQLITE_STATIC));
}

Statement& Statement::rewind() {
  sqlite3_reset(statement_);
  bound_ = SQLITE_OK;
  return *this;
}

Result<bool> Statement::row() {
  const int code = bound_ != SQLITE_OK ? bound_ : sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return home_->failed(code);
}

Result<void> Statement::run() {
  for (;;) {
    FB_TRY(const bool more, row());
    if (!more) return {};
  }
}

std::string_view Statement::text(int column) const {
  const auto* const bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : std::string_view();
}

std::string_view Statement::blob(int column) const {
  const auto* const bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : std::string_view();
}

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path& path, int flags, std::chrono::milliseconds wait) {
  // An absolute path can be taken neither for a URI nor for ":memory:".
  std::error_code lost;
  const std::filesystem::path absolute = path.empty() ? path : std::filesystem::absolute(path, lost);
  if (lost) return fail(Cause::not_found, {path.string()}, "the current folder is gone: " + lost.message());
  std::unique_ptr<Connection> made(new Connection(path));
  const int code = sqlite3_open_v2(absolute.c_str(), &made->db_, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  if (code != SQLITE_OK) return made->failed(code);
  sqlite3_busy_timeout(made->db_, static_cast<int>(wait.count()));
  sqlite3_db_config(made->db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  FB_CHECK(made->run("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON"));
  return made;
}

Result<std::unique_ptr<Connection>> Connection::open_private() {
  return open({}, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, std::chrono::milliseconds(0));
}

Connection::~Connection() {
  for (auto& [sql, statement] : kept_) sqlite3_finalize(statement);
  sqlite3_close_v2(db_);  // also rolls back what was not committed
}

Result<void> Connection::run(const char* sql) {
  const int code = sqlite3_exec(db_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return failed(code);
  return {};
}

Result<Statement> Connection::prepare(std::string_view sql) {
  if (const auto kept = kept_.find(sql); kept != kept_.end()) {
    sqlite3_stmt* const statement = kept->second;
    kept_.erase(kept);
    return Statement(*this, statement);
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return failed(code);
  return Statement(*this, statement);
}

Result<std::int64_t> Connection::integer(std::string_view sql) {
  FB_TRY(auto query, prepare(sql));
  FB_TRY(const bool any, query.row());
  return any ? query.integer(0) : 0;
}

Error Connection::error(int code) const {
  const int last = errno;  // SQLite does not keep it when a COMMIT fails
  const int kept = db_ ? sqlite3_system_errno(db_) : 0;
  const int number = kept != 0 ? kept : last;
  const std::string file = path_.string();
  const char* const words = db_ ? sqlite3_errmsg(db_) : sqlite3_errstr(code);
  switch (code & 0xFF) {
    case SQLITE_FULL: return disk_full(file);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Cause::busy, {file}, "the archive is being written by " + holder_in_words(path_), "wait until it is done and try again"};
    case SQLITE_NOTADB: return {Cause::not_an_archive, {file}, "not an archive of fengbiao", "check the name"};
    case SQLITE_CORRUPT:
      return {Cause::damaged,
              {file},
              fmt::format("the archive is damaged: {}", words),
              "put a backup in its place, or ingest the originals into a new archive"};
    case SQLITE_READONLY:
      if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY || code == SQLITE_READONLY_CANTLOCK)
        return {Cause::not_writable,
                {file},
                "a write was cut off here; undoing it needs a folder that may be written to",
                "copy the archive together with its -journal file to such a folder"};
      return {Cause::not_writable, {file}, "the archive or its folder may only be read", "copy it to a folder you may write to"};
    case SQLITE_PERM:
    case SQLITE_AUTH: return {Cause::unreadable, {file}, "no permission to open it", "change its permissions or run as its owner"};
    case SQLITE_CANTOPEN:
      if (number == ENOENT || number == ENOTDIR) return {Cause::not_found, {file}, "its folder does not exist", "make the folder first"};
      if (number == EACCES || number == EPERM) {
        if (db_ && in_transaction())
          return {Cause::not_writable,
                  {file},
                  "its folder may only be read, and writing needs a journal beside the archive",
                  "copy the archive to a folder you may write to"};
        return {Cause::unreadable, {file}, "no permission to open it", "change its permissions or run as its owner"};
      }
      return from_errno(file, number, words);
    case SQLITE_IOERR:
      if (code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS || code == SQLITE_IOERR_DATA)
        return {Cause::damaged,
                {file},
                "the archive is damaged: it ends too early",
                "put a backup in its place, or ingest the originals into a new archive"};
      return from_errno(file, number, words);
    case SQLITE_NOMEM: return {Cause::unreadable, {file}, "not enough memory", "close other programs and try again"};
    case SQLITE_TOOBIG: return {Cause::too_large, {file}, "a text over the limit of one record", "split the input"};
    case SQLITE_CONSTRAINT: return {Cause::conflict, {file}, fmt::format("the archive refuses the record: {}", words), {}};
    default:
      // A table or column that is not there: our number in the header, but not our tables.
      return {Cause::damaged,
              {file},
              fmt::format("the archive is damaged: {}", words),
              "put a backup in its place, or ingest the originals into a new archive"};
  }
}

}  // namespace fengbiao
