#include "ledger/allowance.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include "rules/pack.h"

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, kReturnSteps> kStepNames{"received", "sorted", "declared", "relisted", "restored"};
constexpr std::int64_t kMostFen = 100'000'000'000;  // of one amount: a thousand million yuan
constexpr std::string_view kFile = "ledger/allowance.yaml";

std::unexpected<Error> conflict(std::string what, std::string advice = {}) {
  return fail(Cause::conflict, {}, std::move(what), std::move(advice));
}

std::int64_t number_of(std::string_view text) {
  std::int64_t out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

// Orders are found by their own number, whoever's they are.
std::string order_name(std::string_view order) { return fmt::format("order:{}", order); }

std::set<std::int64_t> undone_of(const std::vector<LedgerEntry>& entries) {
  std::set<std::int64_t> out;
  for (const LedgerEntry& e : entries)
    if (e.counters != 0) out.insert(e.counters);
  return out;
}

AllowanceBalance balance_of(const std::vector<AllowanceOrder>& orders, int year, std::int64_t limit) {
  AllowanceBalance out{.limit = limit};
  for (const AllowanceOrder& o : orders) {
    if (number_of(std::string_view(o.day).substr(0, 4)) != year) continue;
    out.used += o.amount;
    if (o.restored()) out.restored += o.amount;
  }
  return out;
}

}  // namespace

std::string_view name_of(ReturnStep step) { return kStepNames[static_cast<std::size_t>(step)]; }

std::optional<ReturnStep> return_step_named(std::string_view name) {
  const auto at = std::ranges::find(kStepNames, name);
  if (at == kStepNames.end()) return std::nullopt;
  return static_cast<ReturnStep>(at - kStepNames.begin());
}

std::string yuan_text(std::int64_t fen) {
  const std::int64_t size = fen < 0 ? -fen : fen;
  return fmt::format("{}{}.{:02}", fen < 0 ? "-" : "", size / 100, size % 100);
}

std::optional<std::int64_t> fen_from(std::string_view yuan) {
  const std::size_t point = std::min(yuan.find('.'), yuan.size());
  const std::string_view whole = yuan.substr(0, point), part = point < yuan.size() ? yuan.substr(point + 1) : std::string_view();
  const auto digits = [](std::string_view s) { return std::ranges::all_of(s, [](char c) { return c >= '0' && c <= '9'; }); };
  if (whole.empty() || whole.size() > 10 || part.size() > 2 || !digits(whole) || !digits(part) || yuan.ends_with('.')) return std::nullopt;
  std::int64_t out = number_of(whole) * 100;
  if (!part.empty()) out += number_of(part) * (part.size() == 1 ? 10 : 1);
  if (out <= 0 || out > kMostFen) return std::nullopt;
  return out;
}

Result<AllowanceLimits> AllowanceLimits::load(const DataSet& data) {
  AllowanceLimits out;
  FB_TRY(const DataSet::File* file, data.find(kFile));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"limits"}));
  FB_TRY(const auto rows, pack["limits"].items());
  for (const PackNode& row : rows) {
    FB_CHECK(row.only_keys({"from", "single", "yearly", "document", "number"}));
    Dated dated;
    FB_TRY(const std::string from, row["from"].text());
    const auto day = date_from_iso(from);
    if (!day) return row["from"].complain(fmt::format("\"{}\" is no day: expected YYYY-MM-DD", from));
    dated.from = *day;
    for (const auto& [name, fen] : {std::pair<std::string_view, std::int64_t*>{"single", &dated.single}, {"yearly", &dated.yearly}}) {
      FB_TRY(const std::string yuan, row[name].text());
      const auto amount = fen_from(yuan);
      if (!amount) return row[name].complain(fmt::format("\"{}\" is no amount in yuan", yuan));
      *fen = *amount;
    }
    FB_TRY(dated.document, row["document"].text());
    FB_TRY(dated.number, row["number"].text_or(""));
    if (!out.values.empty() && dated.from <= out.values.back().from)
      return row["from"].complain("expected a later day than the one before");
    out.values.push_back(std::move(dated));
  }
  if (out.values.empty()) return pack["limits"].complain("expected limits");
  return out;
}

const AllowanceLimits::Dated* AllowanceLimits::on(const Date& day) const {
  const Dated* out = nullptr;
  for (const Dated& dated : values)
    if (dated.from <= day) out = &dated;
  return out;
}

std::vector<AllowanceOrder> allowance_orders(const std::vector<LedgerEntry>& entries) {
  const std::set<std::int64_t> undone = undone_of(entries);
  std::vector<AllowanceOrder> out;
  for (const LedgerEntry& e : entries) {
    if (e.kind == "undo" || undone.contains(e.number)) continue;
    const std::string_view order = e.value("order");
    if (e.kind == "order") {
      out.push_back({.order = std::string(order),
                     .person = e.subject,
                     .day = e.day,
                     .amount = number_of(e.value("fen")),
                     .entry = e.number,
                     .steps = {}});
    } else if (const auto step = return_step_named(e.value("step"))) {
      const auto found = std::ranges::find(out, order, &AllowanceOrder::order);
      if (found != out.end()) found->steps.push_back(*step);
    }
  }
  return out;
}

Result<LedgerEntry> AllowanceLedger::order(std::string person, std::string order, std::int64_t fen, const Signed& by) {
  if (person.empty() || order.empty()) return fail(Cause::invalid_argument, {}, "an order has a person and a number");
  if (fen <= 0 || fen > kMostFen) return fail(Cause::invalid_argument, {}, "expected an amount above 0");
  const auto day = date_from_iso(by.day);
  if (!day) return fail(Cause::invalid_argument, {}, fmt::format("\"{}\" is no day", by.day), "YYYY-MM-DD");
  const AllowanceLimits::Dated* const limits = limits_.on(*day);
  if (!limits)
    return fail(Cause::invalid_argument, {}, fmt::format("no limits are known for {}", by.day),
                fmt::format("they begin on {}", limits_.values.front().from.iso()));
  return book_.add(kLedger, by.at, [&](LedgerView& view) -> Result<NewLedgerEntry> {
    FB_TRY(const auto holders, view.subjects_named(order_name(order)));
    for (const std::string& holder : holders) {
      FB_TRY(const auto entries, view.of_subject(holder));
      const auto orders = allowance_orders(entries);
      if (std::ranges::find(orders, order, &AllowanceOrder::order) != orders.end())
        return conflict(fmt::format("the order {} is entered already", order));
    }
    FB_TRY(const auto entries, view.of_subject(person));
    if (fen > limits->single)
      return conflict(fmt::format("{} yuan is more than one order may come to: {}", yuan_text(fen), yuan_text(limits->single)));
    const AllowanceBalance balance = balance_of(allowance_orders(entries), day->year, limits->yearly);
    if (fen > balance.left())
      return conflict(fmt::format("{} yuan is more than is left of {}'s allowance for {}: {}", yuan_text(fen), person, day->year,
                                  yuan_text(balance.left())));
    return NewLedgerEntry{.subject = person,
                          .kind = "order",
                          .day = by.day,
                          .data = {{"order", order}, {"fen", std::to_string(fen)}},
                          .names = {order_name(order)},
                          .by = by.by,
                          .why = by.why};
  });
}

Result<LedgerEntry> AllowanceLedger::take_step(std::string order, ReturnStep step, const Signed& by) {
  return book_.add(kLedger, by.at, [&](LedgerView& view) -> Result<NewLedgerEntry> {
    FB_TRY(const auto holders, view.subjects_named(order_name(order)));
    for (const std::string& holder : holders) {
      FB_TRY(const auto entries, view.of_subject(holder));
      for (const AllowanceOrder& o : allowance_orders(entries)) {
        if (o.order != order) continue;
        if (o.restored()) return conflict(fmt::format("the allowance of order {} was restored already", order));
        const auto due = static_cast<ReturnStep>(o.steps.size());
        if (step != due) return conflict(fmt::format("order {}: the next step of its return is \"{}\"", order, name_of(due)));
        if (by.day < o.day) return conflict(fmt::format("{} lies before the order, {}", by.day, o.day));
        return NewLedgerEntry{.subject = holder,
                              .kind = "return",
                              .day = by.day,
                              .data = {{"order", order}, {"step", std::string(name_of(step))}, {"rests_on", std::to_string(o.entry)}},
                              .by = by.by,
                              .why = by.why};
      }
    }
    return fail(Cause::not_found, {}, fmt::format("there is no order {}", order));
  });
}

Result<LedgerEntry> AllowanceLedger::undo(std::int64_t number, const Signed& by) {
  return book_.add(kLedger, by.at, [&](LedgerView& view) -> Result<NewLedgerEntry> {
    FB_TRY(const auto entry, view.entry(number));
    if (!entry) return fail(Cause::not_found, {}, fmt::format("there is no entry {}", number));
    if (entry->kind == "undo") return conflict("a counter-entry is not undone", "enter anew what it undid");
    FB_TRY(const auto entries, view.of_subject(entry->subject));
    const std::set<std::int64_t> undone = undone_of(entries);
    if (undone.contains(number)) return conflict(fmt::format("entry {} was undone already", number));
    for (const LedgerEntry& e : entries)
      if (e.number > number && e.kind == "return" && !undone.contains(e.number) && e.value("order") == entry->value("order"))
        return conflict(fmt::format("entry {} rests on entry {}", e.number, number), "undo that first");
    // Taking a restored amount back may not leave less than nothing.
    if (entry->value("step") == name_of(ReturnStep::restored)) {
      const auto orders = allowance_orders(entries);
      const auto found = std::ranges::find(orders, entry->value("order"), &AllowanceOrder::order);
      const auto day = found == orders.end() ? std::nullopt : date_from_iso(found->day);
      const AllowanceLimits::Dated* const limits = day ? limits_.on(*day) : nullptr;
      if (limits && balance_of(orders, day->year, limits->yearly).left() < found->amount)
        return conflict("what was restored is spent again", "undo a later order first");
    }
    return NewLedgerEntry{.subject = entry->subject,
                          .kind = "undo",
                          .day = by.day,
                          .data = {{"order", std::string(entry->value("order"))}},
                          .counters = number,
                          .by = by.by,
                          .why = by.why};
  });
}

Result<AllowanceBalance> AllowanceLedger::balance(std::string_view person, int year) {
  FB_TRY(const auto entries, book_.view(kLedger).of_subject(person));
  const AllowanceLimits::Dated* const limits = limits_.on({year, 12, 31});
  return balance_of(allowance_orders(entries), year, limits ? limits->yearly : 0);
}

Result<std::map<int, AllowanceBalance>> AllowanceLedger::balances(std::string_view person) {
  FB_TRY(const auto all, orders(person));
  std::map<int, AllowanceBalance> out;
  for (const AllowanceOrder& o : all) out[std::stoi(o.day.substr(0, 4))];
  for (auto& [year, balance] : out) { FB_TRY(balance, this->balance(person, year)); }
  return out;
}

Result<std::vector<AllowanceOrder>> AllowanceLedger::orders(std::string_view person) {
  FB_TRY(const auto entries, book_.view(kLedger).of_subject(person));
  return allowance_orders(entries);
}

}  // namespace fengbiao
