// SQLite's FTS5 with its tokenizer of three characters, as it comes: a term of one or two finds nothing.
#include <sqlite3.h>

#include <algorithm>

#include "engine.h"
#include "measure.h"

namespace fengbiao::bench {
namespace {

class Fts5 final : public Engine {
 public:
  ~Fts5() override {
    sqlite3_finalize(best_);
    sqlite3_finalize(count_);
    sqlite3_finalize(all_);
    sqlite3_close(db_);
  }
  [[nodiscard]] std::string name() const override { return "SQLite FTS5, trigram"; }

  void build(const Corpus& corpus, const std::filesystem::path& folder) override {
    check(sqlite3_open((folder / "fts5.db").c_str(), &db_));
    run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; PRAGMA mmap_size=8000000000;"
        "CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='trigram case_sensitive 1'); BEGIN");
    sqlite3_stmt* insert = prepare("INSERT INTO texts(rowid, text) VALUES(?, ?)");
    for (std::size_t n = 0; n < corpus.documents(); ++n) {
      const std::string_view text = corpus.document(n);
      sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(n + 1));
      sqlite3_bind_text(insert, 2, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
      if (sqlite3_step(insert) != SQLITE_DONE) check(sqlite3_errcode(db_));
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    run("COMMIT");
    best_ = prepare("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 10");
    count_ = prepare("SELECT count(*) FROM texts WHERE texts MATCH ?");
    all_ = prepare("SELECT rowid FROM texts WHERE texts MATCH ?");
  }
  Answer ask(const Query& query) override { return {rows(count_, query).at(0), best(query)}; }
  std::vector<std::uint32_t> all(const Query& query) override { return less_one(rows(all_, query)); }

 private:
  std::vector<std::uint32_t> best(const Query& query) { return less_one(rows(best_, query)); }
  static std::vector<std::uint32_t> less_one(const std::vector<std::uint64_t>& rows) {
    std::vector<std::uint32_t> numbers;
    for (const std::uint64_t row : rows) numbers.push_back(static_cast<std::uint32_t>(row - 1));
    return numbers;
  }
  std::vector<std::uint64_t> rows(sqlite3_stmt* statement, const Query& query) {
    std::string words;
    for (const std::string& term : query.terms) {
      words += words.empty() ? "\"" : " AND \"";
      for (const char c : term) words.append(c == '"' ? 2 : 1, c);
      words += '"';
    }
    sqlite3_reset(statement);
    sqlite3_bind_text(statement, 1, words.data(), static_cast<int>(words.size()), SQLITE_TRANSIENT);
    std::vector<std::uint64_t> rows;
    while (sqlite3_step(statement) == SQLITE_ROW) rows.push_back(static_cast<std::uint64_t>(sqlite3_column_int64(statement, 0)));
    sqlite3_reset(statement);
    return rows;
  }
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr));
    return statement;
  }
  void run(const char* sql) { check(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr)); }
  void check(int code) {
    if (code != SQLITE_OK) stop({Cause::unreadable, {}, sqlite3_errmsg(db_), {}});
  }
  sqlite3* db_ = nullptr;
  sqlite3_stmt *best_ = nullptr, *count_ = nullptr, *all_ = nullptr;
};

}  // namespace

std::unique_ptr<Engine> make_fts5() { return std::make_unique<Fts5>(); }

}  // namespace fengbiao::bench
