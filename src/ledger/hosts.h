// The ledger of live-stream hosts: who is entered, under which names and accounts, which qualifications were filed and reviewed, training,
// score, cards, and bans that hold for every name and account of a person.
//
//   HostLedger hosts(book);   hosts.add({.host = "h1", .names = {"甲"}, …});   hosts.file("h1", "medicine", …);   hosts.state("h1")
//
// Follows what was reported of the Code of Conduct for Online Hosts (2022): qualification for what needs a profession, filing with the
// platform and its review, score files and cards, a black list that another account or platform does not get around. Every step is an entry
// (ledger_book.h); undone only by a counter-entry. Tested by hosts_test.cc.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger_book.h"

namespace fengbiao {

// Who makes an entry, when and why.
struct Signed {
  std::string day{};  // of what happened
  std::string by{}, why{};
  std::string at{};  // when it is written
};

struct HostState {
  enum class Review : std::uint8_t { filed, approved, refused };
  struct Qualification {
    std::string document;
    Review review = Review::filed;
    std::int64_t entry = 0;  // that said so last
  };
  std::string host;
  std::vector<std::string> names;                                    // and accounts, as entered
  std::map<std::string, Qualification, std::less<>> qualifications;  // by field
  std::vector<std::string> trainings;
  std::int64_t score = 0;
  std::size_t yellow_cards = 0, red_cards = 0;
  bool banned = false;
  std::int64_t ban_entry = 0;
};
std::string_view name_of(HostState::Review review);

class HostLedger {
 public:
  static constexpr std::string_view kLedger = "hosts";
  // Fields that need a qualification, by the code.
  static constexpr std::string_view kFields[] = {"medicine", "finance", "law", "education"};

  explicit HostLedger(LedgerBook& book) : book_(book) {}

  // Fails with conflict where the host is there, or where one of the names belongs to somebody who is banned.
  Result<LedgerEntry> add(std::string host, std::vector<std::string> names, const Signed& by);
  Result<LedgerEntry> rename(std::string host, std::vector<std::string> more_names, const Signed& by);
  Result<LedgerEntry> file(std::string host, std::string field, std::string document, const Signed& by);
  Result<LedgerEntry> review(std::string host, std::string field, bool approved, const Signed& by);  // of what was filed
  Result<LedgerEntry> train(std::string host, std::string course, const Signed& by);
  Result<LedgerEntry> score(std::string host, std::int64_t points, const Signed& by);
  Result<LedgerEntry> card(std::string host, bool red, const Signed& by);
  Result<LedgerEntry> ban(std::string host, const Signed& by);
  // A counter-entry. Fails with conflict where the entry is undone already or others rest on it.
  Result<LedgerEntry> undo(std::int64_t number, const Signed& by);

  Result<std::optional<HostState>> state(std::string_view host);
  // The host with this id, else those with this name or account.
  Result<std::vector<std::string>> find(std::string_view host_or_name);
  // Of the hosts found; of all where nobody is named.
  Result<std::vector<HostState>> states(std::string_view host_or_name = {});
  // Whether the host may go on air on this field (empty: any other), and why not.
  struct Answer {
    bool may = false;
    std::vector<std::string> reasons;  // in English, with the entries' numbers
  };
  Result<Answer> may(std::string_view host, std::string_view field);

 private:
  Result<LedgerEntry> step(const std::string& host, NewLedgerEntry entry, const Signed& by,
                           const std::function<Result<void>(LedgerView&, const HostState&)>& allowed);
  LedgerBook& book_;
};

// What the entries of one host come to; entries that were undone count no more. nullopt: none.
std::optional<HostState> host_state(const std::vector<LedgerEntry>& entries);

}  // namespace fengbiao
