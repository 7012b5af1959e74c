// /policies: documents as many articles tell of them, what is in force on a day, and the calendar of their dates.
#include <fmt/format.h>

#include <algorithm>

#include "engine/record_match.h"
#include "publish/calendar.h"
#include "publish/cited_policy_record.h"
#include "publish/policy_entry_record.h"
#include "serve/answer_parts.h"
#include "serve/list_answer.h"
#include "serve/record_page.h"

namespace fengbiao {

namespace {

std::string day_asked(const Ask& ask) {
  if (ask.parameters.has("on")) return ask.parameters.text("on");
  return ask.now.contents->last_date.empty() ? "2000-01-01" : ask.now.contents->last_date;
}

// A draft whose last day for comments is told and not yet over.
bool is_open(const PolicyRegister& all, const PolicyEntry& e, const std::string& day) {
  if (status_on(all, e, day).standing != Standing::draft) return false;
  return std::ranges::any_of(e.comments_until.values, [&](const PolicyValue& v) { return v.value >= day; });
}

bool has_day_ahead(const PolicyEntry& e, const std::string& day) {
  return std::ranges::any_of(e.effective.values, [&](const PolicyValue& v) { return v.value > day; });
}

bool has_state(const PolicyRegister& all, const PolicyEntry& e, const std::string& day, std::string_view state) {
  if (state == "open") return is_open(all, e, day);
  const Standing standing = status_on(all, e, day).standing;
  if (state == "coming") return standing == Standing::published && has_day_ahead(e, day);
  if (state == "untold")
    return standing == Standing::cannot_tell || standing == Standing::not_yet_published ||
           (standing == Standing::published && !has_day_ahead(e, day));
  std::string name(name_of(standing));
  std::ranges::replace(name, ' ', '-');
  return name == state;
}

// In the order in which a reader asks of a state: what took effect or ended lately, what comes or closes next.
void sort_for(std::vector<std::uint32_t>& found, const PolicyRegister& all, std::string_view state) {
  const auto by = [&](PolicyValues PolicyEntry::*field, bool latest_first) {
    const auto day = [&](std::uint32_t i) -> std::string_view {
      const PolicyValues& v = all.entries()[i].*field;
      return v.told() ? std::string_view(v.values.front().value) : std::string_view();
    };
    std::ranges::stable_sort(found, [&](std::uint32_t a, std::uint32_t b) { return latest_first ? day(a) > day(b) : day(a) < day(b); });
  };
  if (state == "in-force") by(&PolicyEntry::effective, true);
  if (state == "expired") by(&PolicyEntry::until, true);
  if (state == "coming") by(&PolicyEntry::effective, false);
  if (state == "open") by(&PolicyEntry::comments_until, false);
}

Reply answer_policies(const Ask& ask) {
  const Parameters& p = ask.parameters;
  const PolicyRegister& all = ask.now.policies->all;
  const std::string day = day_asked(ask);
  PolicyQuery query;
  query.topic = p.text("q");
  query.issuer = p.text("issuer");
  query.kind = policy_kind_named(p.text("kind"));
  query.day = day;
  std::vector<std::uint32_t> found = filtered(all, query);
  if (p.has("state")) std::erase_if(found, [&](std::uint32_t i) { return !has_state(all, all.entries()[i], day, p.text("state")); });
  sort_for(found, all, p.text("state"));
  if (wants_csv(p)) {
    CsvWriter csv;
    csv.row(policy_entry_columns());
    for (const std::uint32_t i : found) csv.row(policy_entry_row(all, all.entries()[i], day));
    return csv_answer(std::move(csv));
  }
  return list_answer(
      p, found.size(), [&](JsonWriter& w, std::size_t i) { write_policy_entry_json(w, all, all.entries()[found[i]], day, false); },
      [&](JsonWriter& w) { w.field("on", day); });
}

Reply answer_coming(const Ask& ask) {
  const PolicyRegister& all = ask.now.policies->all;
  const std::string day = day_asked(ask);
  const std::vector<PolicyEvent> events = upcoming(all, day);
  if (wants_csv(ask.parameters)) {
    CsvWriter csv;
    csv.row(policy_event_columns());
    for (const PolicyEvent& event : events) csv.row(policy_event_row(all, event));
    return csv_answer(std::move(csv));
  }
  return list_answer(
      ask.parameters, events.size(), [&](JsonWriter& w, std::size_t i) { write_policy_event_json(w, all, events[i]); },
      [&](JsonWriter& w) { w.field("on", day); });
}

Answer entry_answer(const Ask& ask, const PolicyEntry& entry) {
  const PolicyRegister& all = ask.now.policies->all;
  JsonWriter w;
  write_policy_entry_json(w, all, entry, day_asked(ask), true, [&](JsonWriter& more) {
    more.key("followed_by");
    write_followers_json(more, followers_of(entry, all, ask.context.compliance().packs(), ask.context.decisions()));
  });
  return json_answer(w);
}

Reply answer_policy(const Ask& ask) {
  const PoliciesPart& part = *ask.now.policies;
  const std::string& id = ask.parameters.text("id");
  if (const auto found = part.by_id.find(id); found != part.by_id.end()) { return entry_answer(ask, part.all.entries()[found->second]); }
  if (part.entry_of.contains(id)) return answer_record(ask, id);
  if (const auto named = part.all.find(id); named.size() == 1) {
    return entry_answer(ask, *named.front());
  } else if (named.size() > 1) {
    std::string ids;
    for (const PolicyEntry* e : named) ids += (ids.empty() ? "" : ", ") + e->id;
    return std::unexpected(Problem{409, "ambiguous", fmt::format("several documents have this name: {}", ids)});
  }
  return std::unexpected(Problem{404, "not-found", "no article tells of this document; /api/v1/policies lists them"});
}

Reply answer_calendar(const Ask& ask) {
  std::size_t left_out = 0;
  const auto events = policy_events(ask.now.policies->all, ask.context.phrases(), left_out);
  return answer_of(calendar_text(events, ask.now.contents->name), "text/calendar; charset=utf-8");
}

}  // namespace

std::vector<Route> policy_routes() {
  return {
      {"GET",
       "/api/v1/policies",
       "policies",
       "Policy documents as articles tell of them, with their standing on a day",
       {{"on", ParameterType::day, "the day on which the standing is asked; that of the last issue when left out"},
        {"state", ParameterType::choice,
         "only in this state on that day; open: comments can still be sent; coming: with a day of effect ahead; untold: no report tells "
         "whether or since when it holds",
         "in-force coming open expired untold draft published not-yet-published cannot-tell"},
        {"q", ParameterType::text, "with these words in the name, or in a headline that tells of it"},
        {"issuer", ParameterType::text, "issued by this body: any of its names, or its id"},
        {"kind", ParameterType::choice, "only this kind", "law regulation plan notice opinion announcement standard guideline initiative"},
        limit_parameter(),
        cursor_parameter(),
        format_parameter()},
       "PolicyList",
       answer_policies,
       Route::policies},
      {"GET",
       "/api/v1/policies/{id}",
       "policy",
       "One document with every report of it, and the packs of rules and the decisions that follow it; or, by the id of a report, that "
       "report with its reasons",
       {{"id", ParameterType::text, "id of the document or of a report, or a name of the document"},
        {"on", ParameterType::day, "the day on which the standing is asked"}},
       "PolicyOrReport",
       answer_policy,
       Route::policies},
      {"GET",
       "/api/v1/coming",
       "coming",
       "Days to come on which something changes: what takes effect, expires, closes for comments",
       {{"on", ParameterType::day, "the day behind which; that of the last issue when left out"},
        limit_parameter(),
        cursor_parameter(),
        format_parameter()},
       "EventList",
       answer_coming,
       Route::policies},
      {"GET",
       "/api/v1/policies.ics",
       "calendar",
       "The dates of all documents as a calendar (RFC 5545)",
       {},
       "",
       answer_calendar,
       Route::policies,
       "text/calendar; charset=utf-8"},
  };
}

}  // namespace fengbiao
