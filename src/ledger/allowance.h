// The ledger of personal allowances for retail import: what each person has bought of the year's allowance, and what a return through a
// central warehouse gives back, once, when every step of it was taken.
//
//   AllowanceLedger ledger(book, limits);
//   ledger.order("p1", "o1", 480'000, {...});                 // 4,800 yuan, in fen
//   ledger.take_step("o1", ReturnStep::received, {...});  …  ledger.take_step("o1", ReturnStep::restored, {...});
//   ledger.balance("p1", 2023)  ->  used, restored, left
//
// Amounts are whole fen. An order is entered once, under its own number; a return goes through its steps in order, each once; restoring
// gives the order's whole amount back to the year in which it was bought. Who and when is in every entry (ledger_book.h); a wrong entry is
// undone by a counter-entry, as long as none rests on it. Limits are data (data/ledger/allowance.yaml), by day. Tested by
// allowance_test.cc, kill -9 and many writers by tests/e2e/ledgers.py.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/hosts.h"
#include "ledger/ledger_book.h"
#include "quantity/date.h"
#include "rules/data_set.h"

namespace fengbiao {

struct AllowanceLimits {
  struct Dated {
    Date from;
    std::int64_t single = 0, yearly = 0;  // fen
    std::string document, number;
  };
  std::vector<Dated> values;  // by day
  static Result<AllowanceLimits> load(const DataSet& data);
  [[nodiscard]] const Dated* on(const Date& day) const;  // nullptr before the first
};

enum class ReturnStep : std::uint8_t { received, sorted, declared, relisted, restored };
inline constexpr std::size_t kReturnSteps = 5;
std::string_view name_of(ReturnStep step);
std::optional<ReturnStep> return_step_named(std::string_view name);

struct AllowanceOrder {
  std::string order, person, day;
  std::int64_t amount = 0, entry = 0;
  std::vector<ReturnStep> steps;  // taken, in order
  [[nodiscard]] bool restored() const { return !steps.empty() && steps.back() == ReturnStep::restored; }
};

struct AllowanceBalance {
  std::int64_t limit = 0, used = 0, restored = 0;  // fen; used less restored counts
  [[nodiscard]] std::int64_t left() const { return limit - used + restored; }
};

class AllowanceLedger {
 public:
  static constexpr std::string_view kLedger = "allowance";
  AllowanceLedger(LedgerBook& book, const AllowanceLimits& limits) : book_(book), limits_(limits) {}

  // Fails with conflict where the order is there, is above the limit of one, or the year's allowance does not reach; words say by how much.
  Result<LedgerEntry> order(std::string person, std::string order, std::int64_t fen, const Signed& by);
  // The next step of a return. Fails with conflict where another one is due.
  Result<LedgerEntry> take_step(std::string order, ReturnStep step, const Signed& by);
  // A counter-entry, of an order that was not restored or of the last step taken.
  Result<LedgerEntry> undo(std::int64_t number, const Signed& by);

  Result<AllowanceBalance> balance(std::string_view person, int year);
  Result<std::map<int, AllowanceBalance>> balances(std::string_view person);  // of each year with an order
  Result<std::vector<AllowanceOrder>> orders(std::string_view person);

 private:
  LedgerBook& book_;
  const AllowanceLimits& limits_;
};

// What one person's entries come to.
std::vector<AllowanceOrder> allowance_orders(const std::vector<LedgerEntry>& entries);
std::string yuan_text(std::int64_t fen);                      // "4800.50"
std::optional<std::int64_t> fen_from(std::string_view yuan);  // "4800.5"; above 0

}  // namespace fengbiao
