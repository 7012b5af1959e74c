// explain: which rules made an article, a record, or what is read in a text.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/json.h"
#include "cli/commands.h"
#include "publish/explanation_record.h"
#include "publish/observation_record.h"
#include "publish/policy_record.h"
#include "publish/record_parts.h"

namespace fengbiao {
namespace {

std::string lines_of(std::uint32_t from, std::uint32_t to) {
  return from == to ? fmt::format("line {}", from) : fmt::format("lines {}-{}", from, to);
}

// What a field says, in one line.
std::string value_of(const Article& a, std::string_view field) {
  if (field == "title") return a.title;
  if (field == "section") return a.section;
  if (field == "source" || field == "sources" || field == "source_line") return fmt::format("{}", fmt::join(a.sources, ", "));
  if (field == "compiled") return a.compiled ? "yes" : "no";
  if (field == "selected_by") return a.selected_by.value_or("");
  if (field == "date") return a.date.value_or("");
  if (field == "author_note") return a.author_note.value_or("");
  if (field == "paragraphs") return fmt::format("{}", a.paragraphs.size());
  return "";
}

std::string value_of(const StoredIssue& stored, std::string_view field) {
  const Masthead& m = stored.issue.masthead;
  const auto number = [](const std::optional<int>& n) { return n ? fmt::format("{}", *n) : ""; };
  if (field == "profile") return stored.issue.profile;
  if (field == "key") return stored.key;
  if (field == "masthead" || field == "name") return m.name.value_or("");
  if (field == "year") return number(m.year);
  if (field == "number") return number(m.number);
  if (field == "total") return number(m.total);
  if (field == "date") return m.date.value_or("");
  if (field == "publisher") return m.publisher.value_or("");
  if (field == "sections") return fmt::format("{}", fmt::join(stored.issue.sections, ", "));
  return "";
}

template <class Record>
void explain_text(std::string& out, const Record& record, const std::vector<Because>& because, std::string_view file) {
  for (const Because& b : because) {
    const std::string value = value_of(record, b.field);
    out += fmt::format("  {}{}\n    rule   {}\n", b.field, value.empty() ? "" : ": " + value, b.rule);
    if (b.line_start > 0) out += fmt::format("    from   {}, {}\n", file, lines_of(b.line_start, b.line_end));
    if (!b.note.empty()) out += fmt::format("    seen   {}\n", b.note);
  }
}

template <class Record>
void explain_json(JsonWriter& w, const Record& record, const std::vector<Because>& because) {
  w.open('[');
  for (const Because& b : because) {
    w.open('{');
    w.field("field", b.field);
    w.field("value", value_of(record, b.field));
    w.field("rule", b.rule);
    w.field("line_start", b.line_start);
    w.field("line_end", b.line_end);
    w.field("note", b.note);
    w.close('}');
  }
  w.close(']');
}

Result<int> explain_article(const Session& session, Archive& archive, const std::string& reference) {
  const auto view = archive.article(reference);
  if (!view) return session.missing(view.error());
  FB_TRY(const StoredIssue stored, archive.issue(view->issue));
  if (session.call.has("json")) {
    JsonWriter w;
    w.open('{');
    w.field("id", view->article.id);
    w.field("file", view->file);
    w.field("issue", view->issue);
    w.key("because");
    explain_json(w, view->article, view->article.because);
    w.key("issue_because");
    explain_json(w, stored, stored.issue.because);
    w.close('}');
    session.print_json(w.take());
    return kFound;
  }
  std::string out = fmt::format("article {}/{}\n", view->issue, view->article.n);
  explain_text(out, view->article, view->article.because, view->file);
  out += fmt::format("issue {}\n", view->issue);
  explain_text(out, stored, stored.issue.because, view->file);
  session.screen.print_text(out);
  return kFound;
}

// --- records

// "-o153" or "-p12-2" at its end: a record, where there is one.
bool looks_like_record(std::string_view reference, std::string_view letters) {
  std::size_t at = reference.find_last_not_of("0123456789-");
  return at != reference.npos && at > 0 && at + 1 < reference.size() && letters.find(reference[at]) != letters.npos &&
         reference[at - 1] == '-' && reference[at + 1] != '-';
}

std::string said(const std::string& value) { return value.empty() ? "unknown" : value; }

std::string record_text(const RecordExplanation& why) {
  const Origin& origin = origin_of(why.record);
  const bool policy = std::holds_alternative<ReportedPolicy>(why.record);
  std::string quote = quote_of(why.record);
  quote.insert(std::min<std::size_t>(quote.size(), why.mark.end), "<<");
  quote.insert(std::min<std::size_t>(quote.size(), why.mark.begin), ">>");
  std::uint32_t from = 0, to = 0;
  if (const auto* o = std::get_if<ReportedObservation>(&why.record)) from = o->observation.line_start, to = o->observation.line_end;
  else if (const auto* p = std::get_if<ReportedPolicy>(&why.record)) from = p->policy.line_start, to = p->policy.line_end;

  std::string out = fmt::format("{} {}\n", policy ? "policy" : "observation", short_name(origin, id_of(why.record)));
  out += fmt::format("  {}\n", quote);
  out += fmt::format("    from   {}, {}\n    title  {}\n", origin.file, lines_of(from, to), origin.title);
  if (!why.rule.empty()) out += fmt::format("    rule   {}\n", why.rule);
  if (!why.note.empty()) out += fmt::format("    seen   {}\n", why.note);
  if (!why.made_today) out += "    today's rules make no such record; `reread` takes it away\n";
  std::vector<std::string> unknown;
  for (const RecordExplanation::Field& f : why.fields) {
    if (f.value.empty() && f.rule.empty() && f.note.empty() && !f.correction && !f.differs) {
      unknown.push_back(f.name);
      continue;
    }
    out += fmt::format("  {}: {}\n", f.name, said(f.value));
    if (f.correction)
      out += fmt::format("    read   {}, corrected to {} by {} on {}: {}\n", said(f.correction->read),
                         f.correction->value.value_or("unknown"), f.correction->by, f.correction->at, f.correction->why);
    if (f.differs && !(f.correction && f.read == f.correction->read))
      out += fmt::format("    today  {}; `reread` takes it over\n", said(f.read));
    if (!f.rule.empty()) out += fmt::format("    rule   {}\n", f.rule);
    if (!f.words.empty()) out += fmt::format("    words  {}\n", f.words);
    if (!f.note.empty()) out += fmt::format("    seen   {}\n", f.note);
  }
  if (!unknown.empty()) out += fmt::format("  unknown: {}\n", fmt::join(unknown, ", "));
  if (!why.dropped.empty()) out += "dropped in this sentence\n";
  for (const RecordExplanation::Dropped& d : why.dropped) out += fmt::format("  {}  as {}: {}\n", d.words, d.what, d.why);
  if (!why.corrections.empty()) out += "corrections\n";
  for (const Correction& c : why.corrections) {
    out += fmt::format("  {}  {}: {} -> {} by {} on {}: {}\n", c.number, c.field, said(c.read), c.value.value_or("unknown"), c.by, c.at,
                       c.why);
    if (!c.holds())
      out += fmt::format("     undone by {} on {}{}{}\n", c.undone_by, c.undone_at, c.undone_why.empty() ? "" : ": ", c.undone_why);
  }
  return out;
}

std::string record_json(const RecordExplanation& why) {
  JsonWriter w;
  w.open('{');
  w.key("record");
  if (const auto* o = std::get_if<ReportedObservation>(&why.record)) write_observation_json(w, *o);
  else write_policy_json(w, {std::get<ReportedPolicy>(why.record), {}});
  write_explanation_fields(w, why);
  w.close('}');
  return w.take();
}

Result<int> explain_record(const Session& session, const RecordExplanation& why) {
  if (session.call.has("json")) session.print_json(record_json(why));
  else session.screen.print_text(record_text(why));
  return kFound;
}

}  // namespace

Result<int> run_explain(const Session& session) {
  const std::string& reference = session.call.argument("NAME");
  if (const auto text = session.call.text("text")) {
    if (!session.call.argument("ARCHIVE").empty())
      return fail(Cause::invalid_argument, {"fengbiao explain", 0, 0}, "expected either --text or an archive and a name");
    return explain_text(session, *text);
  }
  if (reference.empty())
    return fail(Cause::invalid_argument, {"fengbiao explain", 0, 0}, "expected an archive and an article or record, or --text TEXT",
                "`fengbiao help explain` shows them");
  FB_TRY(Archive archive, session.open(OpenMode::read));
  if (looks_like_record(reference, "f")) {
    if (!archive.article(reference)) return explain_finding(session, archive, reference);
  }
  if (!looks_like_record(reference, "op")) return explain_article(session, archive, reference);
  if (const auto record = archive.record(reference); !record) return session.missing(record.error());
  FB_TRY(const ReadOptions options, session.read_options());
  FB_TRY(const RecordExplanation why, archive.explain_record(reference, options));
  return explain_record(session, why);
}

}  // namespace fengbiao
