#include "ledger/hosts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

namespace fengbiao {
namespace {

constexpr std::int64_t kMostPoints = 1'000'000;

std::unexpected<Error> conflict(std::string what, std::string advice = {}) {
  return fail(Cause::conflict, {}, std::move(what), std::move(advice));
}

Result<void> known_field(std::string_view field) {
  if (std::ranges::find(HostLedger::kFields, field) != std::end(HostLedger::kFields)) return {};
  return fail(Cause::invalid_argument, {}, fmt::format("\"{}\" is no field that needs a qualification", field),
              fmt::format("one of {}", fmt::join(HostLedger::kFields, ", ")));
}

std::int64_t number_of(std::string_view text) {
  std::int64_t out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

// Nobody under one of these names is banned.
Result<void> none_banned(LedgerView& view, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    FB_TRY(const auto subjects, view.subjects_named(name));
    for (const std::string& subject : subjects) {
      FB_TRY(const auto entries, view.of_subject(subject));
      if (const auto state = host_state(entries); state && state->banned)
        return conflict(fmt::format("\"{}\" belongs to {}, who is banned (entry {})", name, subject, state->ban_entry));
    }
  }
  return {};
}

}  // namespace

std::string_view name_of(HostState::Review review) {
  switch (review) {
    case HostState::Review::filed: return "filed";
    case HostState::Review::approved: return "approved";
    case HostState::Review::refused: return "refused";
  }
  return "";
}

std::optional<HostState> host_state(const std::vector<LedgerEntry>& entries) {
  std::set<std::int64_t> undone;
  for (const LedgerEntry& e : entries)
    if (e.counters != 0) undone.insert(e.counters);
  std::optional<HostState> out;
  for (const LedgerEntry& e : entries) {
    if (e.kind == "undo" || undone.contains(e.number)) continue;
    if (!out) out.emplace().host = e.subject;
    for (const std::string& name : e.names)
      if (name != e.subject && std::ranges::find(out->names, name) == out->names.end()) out->names.push_back(name);
    if (e.kind == "file")
      out->qualifications[std::string(e.value("field"))] = {std::string(e.value("document")), HostState::Review::filed, e.number};
    if (e.kind == "review") {
      auto& q = out->qualifications[std::string(e.value("field"))];
      q.review = e.value("result") == "approved" ? HostState::Review::approved : HostState::Review::refused;
      q.entry = e.number;
    }
    if (e.kind == "train") out->trainings.emplace_back(e.value("course"));
    if (e.kind == "score") out->score += number_of(e.value("points"));
    if (e.kind == "card") ++(e.value("color") == "red" ? out->red_cards : out->yellow_cards);
    if (e.kind == "ban") out->banned = true, out->ban_entry = e.number;
  }
  return out;
}

Result<LedgerEntry> HostLedger::step(const std::string& host, NewLedgerEntry entry, const Signed& by,
                                     const std::function<Result<void>(LedgerView&, const HostState&)>& allowed) {
  return book_.add(kLedger, by.at, [&](LedgerView& view) -> Result<NewLedgerEntry> {
    FB_TRY(const auto entries, view.of_subject(host));
    const auto state = host_state(entries);
    if (!state) return fail(Cause::not_found, {}, fmt::format("there is no host \"{}\"", host), "`hosts ARCHIVE add` enters one");
    FB_CHECK(allowed(view, *state));
    entry.subject = host;
    entry.day = by.day;
    entry.by = by.by;
    entry.why = by.why;
    return entry;
  });
}

Result<LedgerEntry> HostLedger::add(std::string host, std::vector<std::string> names, const Signed& by) {
  if (host.empty()) return fail(Cause::invalid_argument, {}, "a host has an id");
  names.insert(names.begin(), host);
  return book_.add(kLedger, by.at, [&](LedgerView& view) -> Result<NewLedgerEntry> {
    FB_TRY(const auto entries, view.of_subject(host));
    if (host_state(entries)) return conflict(fmt::format("the host \"{}\" is there already", host));
    FB_CHECK(none_banned(view, names));
    return NewLedgerEntry{.subject = host, .kind = "add", .day = by.day, .data = {}, .names = names, .by = by.by, .why = by.why};
  });
}

Result<LedgerEntry> HostLedger::rename(std::string host, std::vector<std::string> more, const Signed& by) {
  NewLedgerEntry entry{.kind = "name", .names = more};
  return step(host, std::move(entry), by, [&](LedgerView& view, const HostState& state) -> Result<void> {
    if (more.empty()) return fail(Cause::invalid_argument, {}, "expected a name or account");
    if (state.banned) return conflict(fmt::format("{} is banned (entry {})", state.host, state.ban_entry));
    return none_banned(view, more);
  });
}

Result<LedgerEntry> HostLedger::file(std::string host, std::string field, std::string document, const Signed& by) {
  FB_CHECK(known_field(field));
  if (document.empty()) return fail(Cause::invalid_argument, {}, "expected the document that was filed", "--document WORDS");
  NewLedgerEntry entry{.kind = "file", .data = {{"field", field}, {"document", document}}};
  return step(host, std::move(entry), by, [](LedgerView&, const HostState&) -> Result<void> { return {}; });
}

Result<LedgerEntry> HostLedger::review(std::string host, std::string field, bool approved, const Signed& by) {
  FB_CHECK(known_field(field));
  NewLedgerEntry entry{.kind = "review", .data = {{"field", field}, {"result", approved ? "approved" : "refused"}}};
  return step(host, std::move(entry), by, [&](LedgerView&, const HostState& state) -> Result<void> {
    const auto filed = state.qualifications.find(field);
    if (filed == state.qualifications.end())
      return conflict(fmt::format("{} has filed nothing for {}", state.host, field), "`hosts ARCHIVE file`");
    if (filed->second.review != HostState::Review::filed)
      return conflict(fmt::format("what {} filed for {} is reviewed already (entry {})", state.host, field, filed->second.entry),
                      "file again, or undo it");
    return {};
  });
}

Result<LedgerEntry> HostLedger::train(std::string host, std::string course, const Signed& by) {
  if (course.empty()) return fail(Cause::invalid_argument, {}, "expected what was taught", "--course WORDS");
  NewLedgerEntry entry{.kind = "train", .data = {{"course", course}}};
  return step(host, std::move(entry), by, [](LedgerView&, const HostState&) -> Result<void> { return {}; });
}

Result<LedgerEntry> HostLedger::score(std::string host, std::int64_t points, const Signed& by) {
  if (points == 0 || points > kMostPoints || points < -kMostPoints)
    return fail(Cause::invalid_argument, {}, fmt::format("expected points between -{0} and {0}, not 0", kMostPoints));
  NewLedgerEntry entry{.kind = "score", .data = {{"points", std::to_string(points)}}};
  return step(host, std::move(entry), by, [](LedgerView&, const HostState&) -> Result<void> { return {}; });
}

Result<LedgerEntry> HostLedger::card(std::string host, bool red, const Signed& by) {
  NewLedgerEntry entry{.kind = "card", .data = {{"color", red ? "red" : "yellow"}}};
  return step(host, std::move(entry), by, [](LedgerView&, const HostState&) -> Result<void> { return {}; });
}

Result<LedgerEntry> HostLedger::ban(std::string host, const Signed& by) {
  NewLedgerEntry entry{.kind = "ban"};
  return step(host, std::move(entry), by, [](LedgerView&, const HostState& state) -> Result<void> {
    if (state.banned) return conflict(fmt::format("{} is banned already (entry {})", state.host, state.ban_entry));
    return {};
  });
}

Result<LedgerEntry> HostLedger::undo(std::int64_t number, const Signed& by) {
  return book_.add(kLedger, by.at, [&](LedgerView& view) -> Result<NewLedgerEntry> {
    FB_TRY(const auto entry, view.entry(number));
    if (!entry) return fail(Cause::not_found, {}, fmt::format("there is no entry {}", number), "`hosts ARCHIVE show` lists them");
    FB_TRY(const auto entries, view.of_subject(entry->subject));
    for (const LedgerEntry& e : entries)
      if (e.counters == number) return conflict(fmt::format("entry {} was undone already, by entry {}", number, e.number));
    if (entry->kind == "undo") return conflict("a counter-entry is not undone", "enter anew what it undid");
    std::set<std::int64_t> undone;
    for (const LedgerEntry& e : entries) undone.insert(e.counters);
    for (const LedgerEntry& e : entries) {
      const bool later = e.number > number && e.kind != "undo" && !undone.contains(e.number);
      if (later && (entry->kind == "add" || (entry->kind == "file" && e.kind == "review" && e.value("field") == entry->value("field"))))
        return conflict(fmt::format("entry {} rests on entry {}", e.number, number), "undo that first");
    }
    return NewLedgerEntry{.subject = entry->subject,
                          .kind = "undo",
                          .day = by.day,
                          .data = {{"undoes", entry->kind}},
                          .counters = number,
                          .by = by.by,
                          .why = by.why};
  });
}

Result<std::optional<HostState>> HostLedger::state(std::string_view host) {
  FB_TRY(const auto entries, book_.view(kLedger).of_subject(host));
  return host_state(entries);
}

Result<std::vector<std::string>> HostLedger::find(std::string_view wanted) {
  LedgerView view = book_.view(kLedger);
  FB_TRY(const auto entries, view.of_subject(wanted));
  if (!entries.empty()) return std::vector{std::string(wanted)};
  return view.subjects_named(wanted);
}

Result<std::vector<HostState>> HostLedger::states(std::string_view wanted) {
  FB_TRY(const auto ids, wanted.empty() ? book_.view(kLedger).subjects() : find(wanted));
  std::vector<HostState> out;
  for (const std::string& id : ids) {
    FB_TRY(auto now, state(id));
    if (now) out.push_back(std::move(*now));
  }
  return out;
}

Result<HostLedger::Answer> HostLedger::may(std::string_view host, std::string_view field) {
  if (!field.empty()) FB_CHECK(known_field(field));
  FB_TRY(const auto now, state(host));
  Answer out;
  if (!now) {
    out.reasons.push_back(fmt::format("{} is not entered", host));
    return out;
  }
  if (now->banned) out.reasons.push_back(fmt::format("banned by entry {}", now->ban_entry));
  if (!field.empty()) {
    const auto q = now->qualifications.find(field);
    if (q == now->qualifications.end()) out.reasons.push_back(fmt::format("no qualification for {} was filed", field));
    else if (q->second.review == HostState::Review::filed)
      out.reasons.push_back(fmt::format("the qualification for {} is not reviewed yet (entry {})", field, q->second.entry));
    else if (q->second.review == HostState::Review::refused)
      out.reasons.push_back(fmt::format("the qualification for {} was refused by entry {}", field, q->second.entry));
  }
  out.may = out.reasons.empty();
  return out;
}

}  // namespace fengbiao
