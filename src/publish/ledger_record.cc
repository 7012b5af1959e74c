#include "publish/ledger_record.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace fengbiao {
namespace {

void write_entries(JsonWriter& w, const std::vector<LedgerEntry>& entries) {
  w.key("entries");
  w.open('[');
  for (const LedgerEntry& e : entries) write_ledger_entry_json(w, e);
  w.close(']');
}

}  // namespace

void write_ledger_entry_json(JsonWriter& w, const LedgerEntry& e) {
  w.open('{');
  w.field("number", e.number);
  w.field("subject", e.subject);
  w.field("kind", e.kind);
  w.field("day", e.day);
  w.key("data");
  w.open('{');
  for (const auto& [name, value] : e.data) w.field(name, value);
  w.close('}');
  w.field("names", e.names);
  w.key("counters");
  if (e.counters == 0) w.null();
  else w.value(e.counters);
  w.field("by", e.by);
  w.field("at", e.at);
  w.field("why", e.why);
  w.field("hash", e.hash);
  w.close('}');
}

std::string ledger_entry_text(const LedgerEntry& e) {
  std::vector<std::string> parts;
  if (e.counters != 0) parts.push_back(fmt::format("entry {}", e.counters));
  for (const auto& [name, value] : e.data) {
    if (name == "fen") parts.push_back(fmt::format("{} yuan", yuan_text(std::stoll(value))));
    else if (name != "rests_on" && name != "undoes") parts.push_back(fmt::format("{} {}", name, value));
  }
  if (e.kind == "add" || e.kind == "name")
    for (const std::string& name : e.names)
      if (name != e.subject) parts.push_back(name);
  return fmt::format("{}  {}  {}  {}{}{}  ({}: {})", e.number, e.day, e.subject, e.kind, parts.empty() ? "" : ": ", fmt::join(parts, ", "),
                     e.by, e.why);
}

void write_host_json(JsonWriter& w, const HostState& state, const std::vector<LedgerEntry>* entries, const WriteMore& more) {
  w.open('{');
  w.field("host", state.host);
  w.field("names", state.names);
  w.key("qualifications");
  w.open('[');
  for (const auto& [field, q] : state.qualifications) {
    w.open('{');
    w.field("field", field);
    w.field("document", q.document);
    w.field("review", name_of(q.review));
    w.field("entry", q.entry);
    w.close('}');
  }
  w.close(']');
  w.field("trainings", state.trainings);
  w.field("score", state.score);
  w.field("yellow_cards", static_cast<std::uint64_t>(state.yellow_cards));
  w.field("red_cards", static_cast<std::uint64_t>(state.red_cards));
  w.field("banned", state.banned);
  if (more) more(w);
  if (entries) write_entries(w, *entries);
  w.close('}');
}

std::string host_text(const HostState& state) {
  std::string out = state.host;
  if (!state.names.empty()) out += fmt::format(" ({})", fmt::join(state.names, ", "));
  if (state.banned) out += fmt::format("  BANNED by entry {}", state.ban_entry);
  for (const auto& [field, q] : state.qualifications) out += fmt::format("  {} {}", field, name_of(q.review));
  if (state.score != 0) out += fmt::format("  score {}", state.score);
  if (state.yellow_cards + state.red_cards > 0) out += fmt::format("  cards: {} yellow, {} red", state.yellow_cards, state.red_cards);
  if (!state.trainings.empty()) out += fmt::format("  trained {}", state.trainings.size());
  return out;
}

void write_allowance_json(JsonWriter& w, std::string_view person, const std::map<int, AllowanceBalance>& years,
                          const std::vector<AllowanceOrder>& orders, const std::vector<LedgerEntry>& entries) {
  w.open('{');
  w.field("person", person);
  w.key("years");
  w.open('[');
  for (const auto& [year, balance] : years) {
    w.open('{');
    w.field("year", year);
    w.field("limit", yuan_text(balance.limit));
    w.field("used", yuan_text(balance.used));
    w.field("restored", yuan_text(balance.restored));
    w.field("left", yuan_text(balance.left()));
    w.close('}');
  }
  w.close(']');
  w.key("orders");
  w.open('[');
  for (const AllowanceOrder& o : orders) {
    w.open('{');
    w.field("order", o.order);
    w.field("day", o.day);
    w.field("amount", yuan_text(o.amount));
    w.key("steps");
    w.open('[');
    for (const ReturnStep step : o.steps) w.value(name_of(step));
    w.close(']');
    w.field("restored", o.restored());
    w.close('}');
  }
  w.close(']');
  write_entries(w, entries);
  w.close('}');
}

}  // namespace fengbiao
