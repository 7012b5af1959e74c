// policies and policy: what many bulletins say of one document, and what is known of it on a day.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/csv.h"
#include "base/json.h"
#include "cli/commands.h"
#include "engine/policies.h"
#include "publish/archive_summary.h"
#include "publish/policy_entry_record.h"

namespace fengbiao {
namespace {

// A register with the day on which it is asked.
struct Asked {
  PolicyRegister all;
  std::string day;
};

// Without a day the register is asked on that of the last issue: what the archive itself knows as its present.
Result<Asked> gather(const Session& session, Archive& archive, std::string day) {
  FB_TRY(const ReadOptions options, session.read_options());
  FB_TRY(PolicyRegister all, gather_policies(archive, options));
  if (day.empty()) {
    FB_TRY(const ArchiveSummary summary, ArchiveSummary::of(archive));
    day = summary.last.empty() ? "2000-01-01" : summary.last;
  }
  return Asked{std::move(all), std::move(day)};
}

std::string told(const PolicyEntry& e) { return e.first_told == e.last_told ? e.first_told : e.first_told + " .. " + e.last_told; }

void print_entries(const Session& session, const Asked& asked, const std::vector<const PolicyEntry*>& shown) {
  const Call& call = session.call;
  if (call.has("json")) {
    JsonWriter w;
    w.open('{');
    w.field("on", asked.day);
    w.key("policies");
    w.open('[');
    for (const PolicyEntry* e : shown) write_policy_entry_json(w, asked.all, *e, asked.day, false);
    w.close(']');
    w.close('}');
    session.print_json(w.take());
  } else if (call.has("csv")) {
    CsvWriter csv;
    csv.row(policy_entry_columns());
    for (const PolicyEntry* e : shown) csv.row(policy_entry_row(asked.all, *e, asked.day));
    session.screen.print_text(csv.text());
  } else if (!shown.empty()) {
    std::vector<std::vector<std::string>> cells;
    for (const PolicyEntry* e : shown)
      cells.push_back({e->name, values_text(e->kind), values_text(e->issuers), values_text(e->issued), values_text(e->effective),
                       values_text(e->until), std::string(name_of(status_on(asked.all, *e, asked.day).standing)), told(*e),
                       e->conflict() ? "reports differ" : ""});
    session.screen.print(table({{"name", false, true},
                                {"kind"},
                                {"issuers", false, true},
                                {"issued"},
                                {"effective"},
                                {"until"},
                                {"on " + asked.day},
                                {"told"},
                                {"note"}},
                               cells, session.screen.width()));
  }
}

void print_events(const Session& session, const PolicyRegister& all, const std::vector<PolicyEvent>& events) {
  const Call& call = session.call;
  if (call.has("json")) {
    JsonWriter w;
    w.open('{');
    w.key("events");
    w.open('[');
    for (const PolicyEvent& event : events) write_policy_event_json(w, all, event);
    w.close(']');
    w.close('}');
    session.print_json(w.take());
  } else if (call.has("csv")) {
    CsvWriter csv;
    csv.row(policy_event_columns());
    for (const PolicyEvent& event : events) csv.row(policy_event_row(all, event));
    session.screen.print_text(csv.text());
  } else if (!events.empty()) {
    std::vector<std::vector<std::string>> cells;
    for (const PolicyEvent& event : events)
      cells.push_back({event.day, std::string(name_of(event.what)), all.entries()[event.entry].name,
                       event.reports.empty() ? "" : report_name(all, event.reports.back()), event.in_conflict ? "reports differ" : ""});
    session.screen.print(table({{"day"}, {"what"}, {"name", false, true}, {"told by"}, {"note"}}, cells, session.screen.width()));
  }
}

// A field of an entry with who gives each of its values.
void field_text(std::string& out, const PolicyRegister& all, std::string_view name, const PolicyValues& field) {
  for (const PolicyValue& v : field.values) {
    std::vector<std::string> reports;
    for (const std::uint32_t r : v.reports) reports.push_back(report_name(all, r));
    out += fmt::format("  {:<14}  {}  ({}{})\n", name, v.value, fmt::join(reports, ", "), v.sure ? "" : "; unsure");
    name = "";
  }
  if (field.conflict()) out += fmt::format("  {:<14}  reports differ\n", "");
}

std::string entry_text(const Asked& asked, const PolicyEntry& e) {
  const PolicyRegister& all = asked.all;
  std::string out = e.name + "\n\n";
  std::vector<std::string> others;
  for (const auto& [name, count] : e.called)
    if (name != e.name) others.push_back(name);
  if (!others.empty()) out += fmt::format("  {:<14}  {}\n", "called", fmt::join(others, ", "));
  field_text(out, all, "kind", e.kind);
  field_text(out, all, "issuers", e.issuers);
  field_text(out, all, "number", e.number);
  field_text(out, all, "issued", e.issued);
  field_text(out, all, "effective", e.effective);
  field_text(out, all, "until", e.until);
  field_text(out, all, "comments until", e.comments_until);
  const PolicyStanding standing = status_on(all, e, asked.day);
  out += fmt::format("  {:<14}  {}: {}\n", "on " + asked.day, name_of(standing.standing), standing.reason);
  for (const PolicyLink& link : e.links) out += fmt::format("  {:<14}  {}\n", name_of(link.what), link.name);
  for (const std::uint32_t draft : e.drafts) out += fmt::format("  {:<14}  {}\n", "draft", all.entries()[draft].name);
  if (e.final_entry != kNoEntry) out += fmt::format("  {:<14}  {}\n", "became", all.entries()[e.final_entry].name);
  out += "\n";
  for (const std::uint32_t index : e.reports) {
    const ReportedPolicy& r = all.report(index);
    out += fmt::format("{:<10}  {}  {}\n            {}\n", r.origin.date, report_name(all, index), r.origin.title, r.policy.quote);
    for (const Correction& c : r.corrections)
      out += fmt::format("            {}: read {}, corrected to {} by {} on {}: {}\n", c.field, c.read.empty() ? "unknown" : c.read,
                         c.value.value_or("unknown"), c.by, c.at, c.why);
  }
  return out;
}

std::unexpected<Error> wrong(std::string what) {
  return fail(Cause::invalid_argument, {"fengbiao policies", 0, 0}, std::move(what), "see `fengbiao help policies`");
}

// "in-force" on the command line, "in force" in words.
std::optional<Standing> standing_asked(const Call& call) {
  if (call.has("in-force-on")) return Standing::in_force;
  auto word = call.text("status");
  if (!word) return std::nullopt;
  std::ranges::replace(*word, '-', ' ');
  return standing_named(*word);
}

}  // namespace

Result<int> run_policies(const Session& session) {
  const Call& call = session.call;
  if (call.has("json") && call.has("csv")) return wrong("--json and --csv exclude each other");
  if (call.has("upcoming-after") && (call.has("in-force-on") || call.has("on") || call.has("status")))
    return wrong("--upcoming-after lists days to come; --on, --in-force-on and --status go with documents");
  if (call.has("in-force-on") && (call.has("on") || call.has("status"))) return wrong("--in-force-on is --on with --status in-force");
  FB_TRY(Archive archive, session.open(OpenMode::read));
  FB_TRY(const Asked asked, gather(session, archive, call.text("in-force-on").value_or(call.text("on").value_or(""))));
  FB_CHECK(session.tell_issues_without_records(archive));
  PolicyQuery query;
  query.topic = call.text("topic").value_or("");
  query.issuer = call.text("issuer").value_or("");
  if (const auto kind = call.text("kind")) query.kind = policy_kind_named(*kind);
  query.standing = standing_asked(call);
  query.day = asked.day;
  const std::vector<std::uint32_t> found = filtered(asked.all, query);
  if (const auto after = call.text("upcoming-after")) {
    std::vector<PolicyEvent> events = upcoming(asked.all, *after);
    std::erase_if(events, [&](const PolicyEvent& event) { return std::ranges::find(found, event.entry) == found.end(); });
    print_events(session, asked.all, events);
    if (events.empty() && !call.has("json")) session.screen.say(fmt::format("nothing is told of a day behind {}", *after));
    return events.empty() ? kNothing : kFound;
  }
  std::vector<const PolicyEntry*> shown;
  for (const std::uint32_t index : found) shown.push_back(&asked.all.entries()[index]);
  print_entries(session, asked, shown);
  if (shown.empty() && !call.has("json")) session.screen.say("no policy matches");
  return shown.empty() ? kNothing : kFound;
}

Result<int> run_policy(const Session& session) {
  FB_TRY(Archive archive, session.open(OpenMode::read));
  FB_TRY(const Asked asked, gather(session, archive, session.call.text("on").value_or("")));
  FB_CHECK(session.tell_issues_without_records(archive));
  const std::string& name = session.call.argument("NAME");
  const auto found = asked.all.find(name);
  if (found.empty()) {
    const auto near = asked.all.near(name);
    session.screen.say(
        fmt::format("no article tells of '{}'{}", name, near.empty() ? "" : fmt::format("; did you mean {}?", fmt::join(near, " or "))));
    return kNothing;
  }
  if (session.call.has("json")) {
    JsonWriter w;
    w.open('{');
    w.key("policies");
    w.open('[');
    for (const PolicyEntry* entry : found) write_policy_entry_json(w, asked.all, *entry, asked.day, true);
    w.close(']');
    w.close('}');
    session.print_json(w.take());
    return kFound;
  }
  std::string out;
  for (const PolicyEntry* entry : found) out += (out.empty() ? "" : "\n") + entry_text(asked, *entry);
  session.screen.print_text(out);
  return kFound;
}

}  // namespace fengbiao
