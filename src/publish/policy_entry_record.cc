#include "publish/policy_entry_record.h"

#include <fmt/format.h>

#include "publish/policy_record.h"
#include "publish/record_parts.h"

namespace fengbiao {

namespace {

void write_reports(JsonWriter& w, const PolicyRegister& all, const std::vector<std::uint32_t>& reports) {
  w.key("reports");
  w.open('[');
  for (const std::uint32_t r : reports) w.value(report_name(all, r));
  w.close(']');
}

void write_values(JsonWriter& w, const PolicyRegister& all, std::string_view name, const PolicyValues& field) {
  w.key(name);
  w.open('[');
  for (const PolicyValue& v : field.values) {
    w.open('{');
    w.field("value", v.value);
    w.field("sure", v.sure);
    write_reports(w, all, v.reports);
    w.close('}');
  }
  w.close(']');
}

std::string names_of(const PolicyRegister& all, const std::vector<std::uint32_t>& reports) {
  std::vector<std::string> names;
  for (const std::uint32_t r : reports) names.push_back(report_name(all, r));
  return joined(names);
}

}  // namespace

std::string report_name(const PolicyRegister& all, std::uint32_t report) {
  const ReportedPolicy& r = all.report(report);
  return short_name(r.origin, r.policy.id);
}

std::string values_text(const PolicyValues& field) {
  std::string out;
  for (const PolicyValue& v : field.values) out += (out.empty() ? "" : " | ") + v.value;
  return out;
}

void write_policy_entry_json(JsonWriter& w, const PolicyRegister& all, const PolicyEntry& e, std::string_view day, bool with_reports,
                             const WriteMore& more) {
  w.open('{');
  w.field("id", e.id);
  w.field("name", e.name);
  w.key("called");
  w.open('{');
  for (const auto& [name, count] : e.called) w.field(name, count);
  w.close('}');
  w.field("draft", e.draft);
  w.text_or_null("first_told", e.first_told);
  w.text_or_null("last_told", e.last_told);
  write_values(w, all, "kind", e.kind);
  write_values(w, all, "issuers", e.issuers);
  write_values(w, all, "number", e.number);
  write_values(w, all, "issued", e.issued);
  write_values(w, all, "effective", e.effective);
  write_values(w, all, "until", e.until);
  write_values(w, all, "comments_until", e.comments_until);
  w.field("conflict", e.conflict());
  const PolicyStanding standing = status_on(all, e, day);
  w.field("on", day);
  w.field("standing", name_of(standing.standing));
  w.field("reason", standing.reason);
  w.key("changes");
  w.open('[');
  for (const PolicyLink& link : e.links) {
    w.open('{');
    w.field("what", name_of(link.what));
    w.field("name", link.name);
    w.text_or_null("id", link.entry == kNoEntry ? std::string_view() : std::string_view(all.entries()[link.entry].id));
    write_reports(w, all, link.reports);
    w.close('}');
  }
  w.close(']');
  w.key("drafts");
  w.open('[');
  for (const std::uint32_t draft : e.drafts) w.value(all.entries()[draft].id);
  w.close(']');
  w.text_or_null("final", e.final_entry == kNoEntry ? std::string_view() : std::string_view(all.entries()[e.final_entry].id));
  if (!with_reports) {
    write_reports(w, all, e.reports);
  } else {
    w.key("reports");
    w.open('[');
    for (const std::uint32_t r : e.reports) write_policy_json(w, {all.report(r), {}});
    w.close(']');
  }
  if (more) more(w);
  w.close('}');
}

void write_policy_event_json(JsonWriter& w, const PolicyRegister& all, const PolicyEvent& event) {
  w.open('{');
  w.field("day", event.day);
  w.field("what", name_of(event.what));
  w.field("id", all.entries()[event.entry].id);
  w.field("name", all.entries()[event.entry].name);
  w.field("conflict", event.in_conflict);
  write_reports(w, all, event.reports);
  w.close('}');
}

std::vector<std::string> policy_entry_columns() {
  return {"id",         "name",      "kind",     "issuers", "number",   "issued", "effective", "until", "comments_until",
          "first_told", "last_told", "conflict", "on",      "standing", "reason", "reports"};
}

std::vector<std::string> policy_entry_row(const PolicyRegister& all, const PolicyEntry& e, std::string_view day) {
  const PolicyStanding standing = status_on(all, e, day);
  return {e.id,
          e.name,
          values_text(e.kind),
          values_text(e.issuers),
          values_text(e.number),
          values_text(e.issued),
          values_text(e.effective),
          values_text(e.until),
          values_text(e.comments_until),
          e.first_told,
          e.last_told,
          e.conflict() ? "true" : "false",
          std::string(day),
          std::string(name_of(standing.standing)),
          standing.reason,
          names_of(all, e.reports)};
}

std::vector<std::string> policy_event_columns() { return {"day", "what", "id", "name", "conflict", "reports"}; }

std::vector<std::string> policy_event_row(const PolicyRegister& all, const PolicyEvent& event) {
  const PolicyEntry& e = all.entries()[event.entry];
  return {event.day, std::string(name_of(event.what)), e.id, e.name, event.in_conflict ? "true" : "false", names_of(all, event.reports)};
}

}  // namespace fengbiao
