// hosts and allowance: the ledgers of an archive. Entries are added, never changed; a wrong one is undone by a counter-entry.
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <chrono>

#include "base/json.h"
#include "base/printable.h"
#include "cli/commands.h"
#include "ledger/allowance.h"
#include "ledger/hosts.h"
#include "publish/ledger_record.h"

namespace fengbiao {
namespace {

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

struct LedgerCall {
  const Session& session;
  std::string command;  // "hosts"

  [[nodiscard]] std::unexpected<Error> wrong(std::string what) const {
    return fail(Cause::invalid_argument, {"fengbiao " + command, 0, 0}, std::move(what), "see `fengbiao help " + command + "`");
  }
  [[nodiscard]] Result<std::string> need(std::string_view flag) const {
    if (auto text = session.call.text(flag)) return *text;
    return wrong(fmt::format("this needs --{}", flag));
  }
  // Who adds an entry; the day is that of today where none is given.
  [[nodiscard]] Result<Signed> signature() const {
    Signed out;
    FB_TRY(out.by, need("by"));
    FB_TRY(out.why, need("why"));
    out.at = session.call.text("at").value_or(now());
    out.day = session.call.text("day").value_or(out.at.substr(0, 10));
    return out;
  }
  // What came of it: the entry. A refusal by the ledger is an answer, exit code 1.
  Result<int> added(const Result<LedgerEntry>& entry) const {
    if (!entry && (entry.error().cause == Cause::conflict || entry.error().cause == Cause::not_found)) {
      session.screen.complain(entry.error());
      return kNothing;
    }
    if (!entry) return std::unexpected(entry.error());
    if (session.call.has("json")) {
      JsonWriter w;
      write_ledger_entry_json(w, *entry);
      session.print_json(w.take());
    } else {
      session.screen.print(printable(ledger_entry_text(*entry)) + "\n");
    }
    return kFound;
  }
  Result<int> listed(const std::vector<LedgerEntry>& entries) const {
    for (const LedgerEntry& e : entries) session.screen.print(printable(ledger_entry_text(e)) + "\n");
    return kFound;
  }
};

Result<std::int64_t> whole(const LedgerCall& of, std::string_view flag) {
  FB_TRY(const std::string text, of.need(flag));
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return of.wrong(fmt::format("--{}: \"{}\" is no whole number", flag, text));
  return out;
}

Result<int> show_hosts(const LedgerCall& of, LedgerBook& book, HostLedger& hosts) {
  const std::string& wanted = of.session.call.argument("HOST");
  FB_TRY(const std::vector<HostState> states, hosts.states(wanted));
  if (of.session.call.has("json")) {
    JsonWriter w;
    w.open('{');
    w.key("hosts");
    w.open('[');
    for (const HostState& state : states) {
      FB_TRY(const auto entries, book.view(HostLedger::kLedger).of_subject(state.host));
      write_host_json(w, state, &entries);
    }
    w.close(']');
    w.close('}');
    of.session.print_json(w.take());
  } else {
    for (const HostState& state : states) {
      of.session.screen.print(printable(host_text(state)) + "\n");
      if (wanted.empty()) continue;
      FB_TRY(const auto entries, book.view(HostLedger::kLedger).of_subject(state.host));
      FB_CHECK(of.listed(entries));
    }
    if (states.empty())
      of.session.screen.say(wanted.empty() ? "the ledger holds no host yet" : fmt::format("there is no host \"{}\"", wanted));
  }
  return states.empty() ? kNothing : kFound;
}

}  // namespace

Result<int> run_hosts(const Session& session) {
  const Call& call = session.call;
  const LedgerCall of{session, "hosts"};
  const std::string &action = call.argument("ACTION"), &host = call.argument("HOST");
  const bool reads = action == "show" || action == "may";
  FB_TRY(LedgerBook book, LedgerBook::open(call.argument("ARCHIVE"), reads ? OpenMode::read : OpenMode::write));
  HostLedger hosts(book);
  if (action == "show") return show_hosts(of, book, hosts);
  if (action != "undo" && host.empty()) return of.wrong(fmt::format("{} needs a HOST", action));
  if (action == "may") {
    FB_TRY(const auto answer, hosts.may(host, call.text("field").value_or("")));
    if (call.has("json")) {
      JsonWriter w;
      w.open('{');
      w.field("may", answer.may);
      w.field("reasons", answer.reasons);
      w.close('}');
      session.print_json(w.take());
    } else {
      session.screen.print(printable(answer.may ? "yes" : fmt::format("no: {}", fmt::join(answer.reasons, "; "))) + "\n");
    }
    return answer.may ? kFound : kNothing;
  }
  FB_TRY(const Signed by, of.signature());
  if (action == "add") return of.added(hosts.add(host, call.all("name"), by));
  if (action == "name") return of.added(hosts.rename(host, call.all("name"), by));
  if (action == "ban") return of.added(hosts.ban(host, by));
  if (action == "file") {
    FB_TRY(const std::string field, of.need("field"));
    FB_TRY(const std::string document, of.need("document"));
    return of.added(hosts.file(host, field, document, by));
  }
  if (action == "review") {
    FB_TRY(const std::string field, of.need("field"));
    FB_TRY(const std::string result, of.need("result"));
    return of.added(hosts.review(host, field, result == "approved", by));
  }
  if (action == "train") {
    FB_TRY(const std::string course, of.need("course"));
    return of.added(hosts.train(host, course, by));
  }
  if (action == "score") {
    FB_TRY(const std::int64_t points, whole(of, "points"));
    return of.added(hosts.score(host, points, by));
  }
  if (action == "card") {
    FB_TRY(const std::string color, of.need("color"));
    return of.added(hosts.card(host, color == "red", by));
  }
  if (action == "undo") {
    FB_TRY(const std::int64_t number, whole(of, "entry"));
    return of.added(hosts.undo(number, by));
  }
  return of.wrong(fmt::format("there is no action \"{}\"", action));
}

Result<int> run_allowance(const Session& session) {
  const Call& call = session.call;
  const LedgerCall of{session, "allowance"};
  const std::string &action = call.argument("ACTION"), &person = call.argument("PERSON");
  FB_TRY(const ReadOptions options, session.read_options());
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  FB_TRY(const AllowanceLimits limits, AllowanceLimits::load(data));
  FB_TRY(LedgerBook book, LedgerBook::open(call.argument("ARCHIVE"), action == "show" ? OpenMode::read : OpenMode::write));
  AllowanceLedger ledger(book, limits);
  if (action == "show") {
    if (person.empty()) return of.wrong("show needs a PERSON");
    FB_TRY(const auto orders, ledger.orders(person));
    FB_TRY(const auto entries, book.view(AllowanceLedger::kLedger).of_subject(person));
    FB_TRY(const auto years, ledger.balances(person));
    if (call.has("json")) {
      JsonWriter w;
      write_allowance_json(w, person, years, orders, entries);
      session.print_json(w.take());
    } else {
      for (const auto& [year, balance] : years)
        session.screen.print(
            printable(fmt::format("{}  {}: used {}, restored {}, left {} of {} yuan", person, year, yuan_text(balance.used),
                                  yuan_text(balance.restored), yuan_text(balance.left()), yuan_text(balance.limit))) +
            "\n");
      FB_CHECK(of.listed(entries));
      if (entries.empty()) session.screen.say(fmt::format("the ledger has nothing of \"{}\"", person));
    }
    return entries.empty() ? kNothing : kFound;
  }
  FB_TRY(const Signed by, of.signature());
  if (action == "order") {
    if (person.empty()) return of.wrong("order needs a PERSON");
    FB_TRY(const std::string order, of.need("order"));
    FB_TRY(const std::string amount, of.need("amount"));
    const auto fen = fen_from(amount);
    if (!fen) return of.wrong(fmt::format("--amount: \"{}\" is no amount in yuan, such as 480 or 480.50", amount));
    return of.added(ledger.order(person, order, *fen, by));
  }
  if (action == "return") {
    FB_TRY(const std::string order, of.need("order"));
    FB_TRY(const std::string name, of.need("step"));
    const auto step = return_step_named(name);
    if (!step) return of.wrong(fmt::format("--step: there is no step \"{}\"", name));
    return of.added(ledger.take_step(order, *step, by));
  }
  if (action == "undo") {
    FB_TRY(const std::int64_t number, whole(of, "entry"));
    return of.added(ledger.undo(number, by));
  }
  return of.wrong(fmt::format("there is no action \"{}\"", action));
}

}  // namespace fengbiao
