#include "publish/policy_record.h"

#include <algorithm>
#include <map>

#include "engine/record_match.h"
#include "model/record_fields.h"
#include "publish/record_parts.h"

namespace fengbiao {

namespace {

// What of a document one report may know and another not.
constexpr std::string_view kFilled[] = {"short_name", "issuers", "number", "issued", "effective", "until", "comments_until", "changes"};

std::size_t known_fields(const Policy& p) {
  return static_cast<std::size_t>(std::ranges::count_if(kFilled, [&](std::string_view field) { return !field_text(p, field).empty(); }));
}

// A field that somebody set by hand is not filled, also where it was set to unknown.
void fill(ReportedPolicy& main, const ReportedPolicy& other) {
  Policy& to = main.policy;
  const Policy& from = other.policy;
  const auto open = [&](std::string_view field) {
    return field_text(to, field).empty() && std::ranges::find(main.corrections, field, &Correction::field) == main.corrections.end();
  };
  const auto take = [&](std::string_view field, auto member) {
    if (open(field)) to.*member = from.*member;
  };
  take("short_name", &Policy::short_name);
  take("issuers", &Policy::issuers);
  take("number", &Policy::number);
  take("issued", &Policy::issued);
  take("effective", &Policy::effective);
  take("until", &Policy::until);
  take("comments_until", &Policy::comments_until);
  take("changes", &Policy::changes);
}

std::vector<std::string> issuer_names(const Policy& p) {
  std::vector<std::string> out;
  for (const PolicyIssuer& issuer : p.issuers) out.push_back(issuer.name);
  return out;
}

}  // namespace

std::vector<PolicyRecord> policy_records(std::vector<ReportedPolicy> reports) {
  std::vector<std::vector<ReportedPolicy>> documents;
  std::map<std::string, std::size_t> by_name;
  for (ReportedPolicy& report : reports) {
    const auto [at, is_new] = by_name.emplace(comparable(report.policy.name), documents.size());
    if (is_new) documents.emplace_back();
    documents[at->second].push_back(std::move(report));
  }
  std::vector<PolicyRecord> out;
  for (auto& told : documents) {
    const auto most = std::ranges::max_element(told, {}, [](const ReportedPolicy& r) { return known_fields(r.policy); });
    PolicyRecord& record = out.emplace_back();
    record.main = *most;
    told.erase(most);
    for (const ReportedPolicy& other : told) fill(record.main, other);
    record.also = std::move(told);
  }
  return out;
}

Result<void> for_each_policy_record(Archive& archive, const PolicyReportFilter& filter,
                                    const std::function<Result<void>(const PolicyRecord&)>& visit) {
  std::vector<ReportedPolicy> issue;
  const auto flush = [&]() -> Result<void> {
    for (const PolicyRecord& record : policy_records(std::move(issue))) FB_CHECK(visit(record));
    issue.clear();
    return {};
  };
  const auto take = [&](const ReportedPolicy& p) -> Result<bool> {
    if (!issue.empty() && issue.back().origin.issue != p.origin.issue) FB_CHECK(flush());
    issue.push_back(p);
    return true;
  };
  FB_CHECK(archive.for_each_policy(filter, take));
  return flush();
}

void write_policy_json(JsonWriter& w, const PolicyRecord& record) {
  const Policy& p = record.main.policy;
  w.open('{');
  w.field("id", p.id);
  w.field("file", record.main.origin.file);
  w.field("article_title", record.main.origin.title);
  w.field("name", p.name);
  w.field("kind", name_of(p.kind));
  w.field("issuers", issuer_names(p));
  w.text_or_null("issued", p.issued);
  w.text_or_null("effective", p.effective);
  w.text_or_null("until", p.until);
  w.field("status", name_of(p.status));
  w.field("quote", p.quote);
  w.field("line_start", p.line_start);
  w.field("line_end", p.line_end);
  write_origin(w, record.main.origin);
  write_span(w, "span", p.span);
  write_span(w, "quote_span", p.quote_span);
  w.field("text", p.text);
  w.text_or_null("short_name", p.short_name);
  w.text_or_null("number", p.number);
  w.text_or_null("comments_until", p.comments_until);
  w.key("issuer_ids");
  w.open('[');
  for (const PolicyIssuer& issuer : p.issuers) {
    if (issuer.id.empty()) w.null();
    else w.value(issuer.id);
  }
  w.close(']');
  w.key("changes");
  w.open('[');
  for (const PolicyChange& change : p.changes) {
    w.open('{');
    w.field("what", name_of(change.what));
    w.field("name", change.name);
    w.close('}');
  }
  w.close(']');
  w.field("sure", p.sure);
  w.field("doubts", p.doubts);
  w.key("also");
  w.open('[');
  for (const ReportedPolicy& other : record.also) {
    w.open('{');
    w.field("id", other.policy.id);
    w.field("article", other.origin.article);
    w.field("quote", other.policy.quote);
    w.close('}');
  }
  w.close(']');
  write_corrections(w, record.main.corrections);
  w.close('}');
}

std::vector<TableColumn> policy_columns() {
  using enum CellType;
  return {
      {"id", text, true, "names the record"},
      {"file", text, true, "base name of the input"},
      {"article_title", text, true, "title of the article"},
      {"name", text, true, "full printed name of the document"},
      {"kind", text, true, "law, regulation, plan, notice, opinion, announcement, standard, guideline or initiative"},
      {"issuers", text, false, "who issued it, as printed"},
      {"issued", text, false, "day or month of issue"},
      {"effective", text, false, "day or month from which it applies"},
      {"until", text, false, "end of validity"},
      {"status", text, true, "published, draft or in-force-later"},
      {"quote", text, true, "the sentence as printed"},
      {"line_start", integer, true, "first line of the sentence in the text"},
      {"line_end", integer, true, "last line of the sentence"},
      {"issue", text, true, "key of the issue"},
      {"article", integer, true, "number of the article in the issue"},
      {"article_id", text, true, "names the article"},
      {"section", text, false, "column of the bulletin"},
      {"date", day, false, "of the article, else of the issue"},
      {"sources", text, false, "names in the source line of the article"},
      {"text", text, true, "the name as printed"},
      {"short_name", text, false, "the short name that the text gives it"},
      {"number", text, false, "document number"},
      {"comments_until", text, false, "last day of a public consultation"},
      {"issuer_ids", text, false, "ids of the issuers in the lexicons, - for an unknown one"},
      {"changes", text, false, "what it does to other documents: amends, repeals, extends, implements"},
      {"sure", boolean, true, "the program is sure of every field"},
      {"doubts", text, false, "why the program is not sure"},
      {"also", text, false, "ids of other reports of the document in this issue"},
      {"corrections", text, false, "fields that somebody corrected: what was read, what it was set to, who, when and why"},
  };
}

std::vector<Cell> policy_cells(const PolicyRecord& record) {
  const Policy& p = record.main.policy;
  const Origin& origin = record.main.origin;
  std::vector<std::string> ids, changes, also;
  for (const PolicyIssuer& issuer : p.issuers) ids.push_back(issuer.id.empty() ? "-" : issuer.id);
  for (const PolicyChange& change : p.changes) changes.push_back(std::string(name_of(change.what)) + " " + change.name);
  for (const ReportedPolicy& other : record.also) also.push_back(other.policy.id);
  return {
      p.id,
      origin.file,
      origin.title,
      p.name,
      std::string(name_of(p.kind)),
      text_cell(joined(issuer_names(p))),
      text_cell(p.issued),
      text_cell(p.effective),
      text_cell(p.until),
      std::string(name_of(p.status)),
      p.quote,
      std::int64_t{p.line_start},
      std::int64_t{p.line_end},
      origin.issue,
      std::int64_t{origin.article},
      origin.article_id,
      text_cell(origin.section),
      text_cell(origin.date),
      text_cell(joined(origin.sources)),
      p.text,
      text_cell(p.short_name),
      text_cell(p.number),
      text_cell(p.comments_until),
      text_cell(joined(ids)),
      text_cell(joined(changes)),
      p.sure,
      text_cell(joined(p.doubts)),
      text_cell(joined(also)),
      text_cell(corrections_text(record.main.corrections)),
  };
}

}  // namespace fengbiao
