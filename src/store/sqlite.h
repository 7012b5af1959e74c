// SQLite, spoken to in the house's way: a connection that keeps its prepared statements, statements that give themselves
// back, and failures as Error values with the archive's name and words a user can act on. Knows nothing of issues.
//
//   FB_TRY(auto q, db.prepare("SELECT key FROM issues WHERE current = ?"));
//   q.bind(true);
//   for (;;) { FB_TRY(const bool more, q.row()); if (!more) break; use(q.text(0)); }
//
// Tested through archive_file_test.cc and trouble_test.cc.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace fengbiao {

class Connection;

// Bytes to bind as a BLOB; they must live until the statement has run.
struct Blob {
  std::string_view bytes;
};

// A prepared statement in use. Dropped, it goes back to its connection, ready for the next use. Texts and blobs that
// row() gave are valid until the next row().
class Statement {
 public:
  Statement(Statement&& other) noexcept : home_(other.home_), statement_(std::exchange(other.statement_, nullptr)), bound_(other.bound_) {}
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  // All parameters in their order. A failure to bind shows at the next row() or run().
  template <class... T>
  Statement& bind(const T&... values) {
    int at = 0;
    (bind_at(++at, values), ...);
    return *this;
  }
  void bind_at(int at, std::int64_t number) { note(sqlite3_bind_int64(statement_, at, number)); }
  void bind_at(int at, std::integral auto number) { bind_at(at, static_cast<std::int64_t>(number)); }
  void bind_at(int at, double number) { note(sqlite3_bind_double(statement_, at, number)); }
  void bind_at(int at, std::string_view text);
  void bind_at(int at, const std::string& text) { bind_at(at, std::string_view(text)); }
  void bind_at(int at, const char* text) { bind_at(at, std::string_view(text)); }
  void bind_at(int at, Blob blob);
  template <class T>
  void bind_at(int at, const std::optional<T>& maybe) {
    if (maybe) bind_at(at, *maybe);
    else note(sqlite3_bind_null(statement_, at));
  }

  Statement& rewind();  // to run it again with other parameters
  Result<bool> row();   // moves to the next row; false at the end
  Result<void> run();   // to the end, for statements without rows

  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  [[nodiscard]] double real(int column) const { return sqlite3_column_double(statement_, column); }
  template <class T>
  [[nodiscard]] T number(int column) const {
    return static_cast<T>(integer(column));
  }
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;
  [[nodiscard]] bool null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

 private:
  friend class Connection;
  Statement(Connection& home, sqlite3_stmt* statement) : home_(&home), statement_(statement) {}
  void note(int code) {
    if (bound_ == SQLITE_OK) bound_ = code;
  }

  Connection* home_;
  sqlite3_stmt* statement_;
  int bound_ = SQLITE_OK;
};

class Connection {
 public:
  // `flags` as of sqlite3_open_v2. `path` is the place of every error.
  static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& path, int flags, std::chrono::milliseconds wait);
  static Result<std::unique_ptr<Connection>> open_private();  // a nameless temporary database, gone when closed
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Result<void> run(const char* sql);  // one or several statements without parameters or rows
  Result<Statement> prepare(std::string_view sql);
  Result<std::int64_t> integer(std::string_view sql);  // the one number a query gives, 0 without rows

  [[nodiscard]] Error error(int code) const;  // of the call that just failed with `code`
  [[nodiscard]] std::unexpected<Error> failed(int code) const { return std::unexpected(error(code)); }
  [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(db_) == 0; }
  [[nodiscard]] sqlite3* handle() const { return db_; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  void set_path(std::filesystem::path path) { path_ = std::move(path); }

 private:
  friend class Statement;
  explicit Connection(std::filesystem::path path) : path_(std::move(path)) {}

  std::filesystem::path path_;
  sqlite3* db_ = nullptr;
  std::multimap<std::string, sqlite3_stmt*, std::less<>> kept_;  // at rest, by their SQL
};

}  // namespace fengbiao
