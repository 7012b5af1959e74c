// Ledgers inside an archive: entries that are added and never changed or taken away. Each has a day, says who made it and why, and carries
// a hash over itself and the entry before it, so that a gap or a changed word is seen. What was wrong is undone by a counter-entry that
// names it. What entries mean, and which may be added, is said by the rooms' own ledgers (hosts.h, allowance.h).
//
//   LedgerBook book = *LedgerBook::open("ec.fb", OpenMode::write);
//   book.add("hosts", [&](LedgerView& so_far) -> Result<NewLedgerEntry> { … });      // durable when it returns
//
// One entry is decided on and written while no other writer can come between, so that of two programs which both see the last free place
// only one gets it. A killed program leaves the entry whole or not at all. The hashes are for accidents, not against somebody who may
// write the file. Tested by ledger_book_test.cc.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/archive_file.h"
#include "store/sqlite.h"

namespace fengbiao {

struct NewLedgerEntry {
  std::string subject{};                                    // whom or what it is about
  std::string kind{};                                       // "card"
  std::string day{};                                        // of what happened, YYYY-MM-DD
  std::vector<std::pair<std::string, std::string>> data{};  // by name, in the order in which it is shown
  std::vector<std::string> names{};                         // by which the subject is found from now on
  std::int64_t counters = 0;                                // number of the entry that it undoes; 0: none
  std::string by{}, why{};                                  // who made it; may not be empty
};

struct LedgerEntry : NewLedgerEntry {
  std::int64_t number = 0;  // in its ledger, from 1, without gaps
  std::string at;           // when it was written, UTC
  std::string hash;

  [[nodiscard]] std::string_view value(std::string_view name) const;  // of data; empty where there is none
};

// A ledger as it stands while an entry is decided on.
class LedgerView {
 public:
  LedgerView(Connection& db, std::string_view ledger) : db_(db), ledger_(ledger) {}
  Result<std::vector<LedgerEntry>> of_subject(std::string_view subject);  // by number
  Result<std::vector<LedgerEntry>> all();
  Result<std::optional<LedgerEntry>> entry(std::int64_t number);
  // Subjects that have the name, in order; a name may be shared.
  Result<std::vector<std::string>> subjects_named(std::string_view name);
  Result<std::vector<std::string>> subjects();

 private:
  friend class LedgerBook;
  Result<std::vector<LedgerEntry>> rows(Statement& q);
  Connection& db_;
  std::string ledger_;
};

class LedgerBook {
 public:
  static Result<LedgerBook> open(const std::filesystem::path& archive, OpenMode mode, const ArchiveOptions& options = {});

  using Make = std::function<Result<NewLedgerEntry>(LedgerView&)>;
  // `at` as "2023-10-01T08:00:00Z". Fails with what `make` fails with, busy, disk_full …; nothing is written then.
  Result<LedgerEntry> add(std::string_view ledger, std::string_view at, const Make& make);
  // An archive without ledgers has empty ones.
  [[nodiscard]] LedgerView view(std::string_view ledger) { return {*db_, ledger}; }
  // What does not hold together, in words: a gap in the numbers, an entry that has changed.
  Result<std::vector<std::string>> trouble();

 private:
  std::unique_ptr<Connection> db_;
};

}  // namespace fengbiao
