// /drafts: issues in the making, read and changed as on the command line (desk/draft_change.h, desk/publishing.h). Behind --desk and the
// token for writing. What was fetched stands at /candidates.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "collect/collect_book.h"
#include "desk/draft_change.h"
#include "desk/publishing.h"
#include "engine/candidate_pile.h"
#include "publish/build_issue.h"
#include "publish/candidate_record.h"
#include "publish/draft_record.h"
#include "serve/api_context.h"
#include "serve/json_body.h"
#include "serve/list_answer.h"

namespace fengbiao {

namespace {

constexpr std::size_t kLongestSource = 16u << 20;  // bytes

std::expected<DeskBook, Problem> desk_of(const Ask& ask, OpenMode mode) {
  if (!ask.context.settings().desk)
    return std::unexpected(Problem{403, "desk-is-off", "there is no desk here; start the server with --desk"});
  FB_ASK(DeskBook book, DeskBook::open(ask.context.keeper().path(), mode));
  return book;
}

// Where in the request or its text it is wrong.
std::unexpected<Problem> refused(const Error& error) {
  Problem problem = problem_of(error);
  if (error.place.line > 0) problem.detail = fmt::format("line {}: {}", error.place.line, problem.detail);
  if (error.cause == Cause::invalid_argument && !error.place.file.empty() && error.place.file.find('/') == std::string::npos)
    problem.parameter = error.place.file;
  return std::unexpected(std::move(problem));
}

Reply draft_answer(DeskBook& book, const std::string& issue, std::int64_t version, unsigned status = 200) {
  FB_ASK(const DraftView draft, draft_view(book, issue, version));
  JsonWriter w;
  write_draft_json(w, draft);
  return json_answer(w, status);
}

Reply answer_drafts(const Ask& ask) {
  FB_BODY(DeskBook book, desk_of(ask, OpenMode::read));
  FB_ASK(const std::vector<DraftRow> rows, draft_rows(book));
  return list_answer(ask.parameters, rows.size(), [&](JsonWriter& w, std::size_t i) { write_draft_row_json(w, rows[i]); });
}

Reply answer_draft(const Ask& ask) {
  FB_BODY(DeskBook book, desk_of(ask, OpenMode::read));
  return draft_answer(book, ask.parameters.text("issue"), ask.parameters.number("version", 0));
}

// The fields to set, with their values as the source has them.
std::expected<std::vector<std::pair<std::string, std::string>>, Problem> fields_of(const nlohmann::json& body) {
  constexpr std::size_t kMostFields = 20;
  std::vector<std::pair<std::string, std::string>> out;
  const auto set = body.find("set");
  if (set == body.end()) return out;
  if (!set->is_object() || set->size() > kMostFields) return wrong_body("set", "an object of fields with their values");
  for (const auto& [field, value] : set->items()) {
    if (!value.is_string()) return wrong_body(field.substr(0, 60), "a text, empty to take it out");
    if (value.get_ref<const std::string&>().size() > kLongestText) return wrong_body(field.substr(0, 60), "at most 2000 bytes");
    out.emplace_back(field, value.get<std::string>());
  }
  return out;
}

std::expected<std::int64_t, Problem> version_read(const nlohmann::json& body) {
  if (!body.contains("after")) return wrong_body("after", "the version that was read; 0 for a new draft");
  return number_of(body, "after", 0);
}

std::expected<DraftChange, Problem> change_of(const nlohmann::json& body) {
  DraftChange out;
  FB_BODY(out.op, text_of(body, "op"));
  FB_BODY(out.by, text_of(body, "by"));
  FB_BODY(out.section, text_of(body, "section", false));
  FB_BODY(out.from, text_of(body, "from", false));
  FB_BODY(out.article, text_of(body, "article", false));
  FB_BODY(out.candidate, text_of(body, "candidate", false));
  FB_BODY(const std::int64_t n, number_of(body, "n", 0));
  FB_BODY(const std::int64_t place, number_of(body, "at", 0));
  FB_BODY(out.set, fields_of(body));
  FB_BODY(out.after, version_read(body));
  out.n = static_cast<std::size_t>(n);
  out.place = static_cast<std::size_t>(place);
  out.at = moment();
  out.text_place = "text";
  if (body.contains("text")) { FB_BODY(out.text, text_of(body, "text", false, kLongestSource)); }
  if (out.op == "source") {
    if (!out.text) return wrong_body("text", "the source, whole");
    out.op = "edit";
    out.n = 0;
  }
  return out;
}

Reply answer_operation(const Ask& ask) {
  FB_BODY(const nlohmann::json body,
          body_of(ask, {"op", "after", "by", "from", "article", "candidate", "text", "section", "at", "n", "set"}));
  FB_BODY(const DraftChange change, change_of(body));
  FB_BODY(DeskBook book, desk_of(ask, change.op == "new" ? OpenMode::create : OpenMode::write));
  const std::string& issue = ask.parameters.text("issue");
  const auto made = change_draft(book, ask.context.keeper().path(), issue, change, ask.context.settings().read);
  if (!made) return refused(made.error());
  return draft_answer(book, issue, made->version.version, made->changed ? 201 : 200);
}

Reply findings_answer(const Ask& ask, DeskBook& book, const DraftChecker& checker) {
  FB_ASK(const DraftVersion draft, book.draft(ask.parameters.text("issue")));
  const auto check = checker.check(book, draft);
  if (!check) return refused(check.error());
  JsonWriter w;
  write_draft_findings_json(w, draft, *check);
  return json_answer(w);
}

Reply answer_findings(const Ask& ask) {
  FB_BODY(DeskBook book, desk_of(ask, OpenMode::read));
  FB_ASK(const DraftChecker* checker, ask.context.draft_checker());
  return findings_answer(ask, book, *checker);
}

Reply answer_accept(const Ask& ask) {
  FB_BODY(const nlohmann::json body, body_of(ask, {"after", "finding", "by", "why"}));
  Accepted acceptance;
  FB_BODY(acceptance.fingerprint, text_of(body, "finding"));
  FB_BODY(acceptance.by, text_of(body, "by"));
  FB_BODY(acceptance.why, text_of(body, "why"));
  FB_BODY(const std::int64_t after, version_read(body));
  acceptance.at = moment();
  FB_BODY(DeskBook book, desk_of(ask, OpenMode::write));
  FB_ASK(const DraftVersion draft, book.draft(ask.parameters.text("issue")));
  if (after != draft.version) return refused(DeskBook::overtaken(draft.issue).error());
  FB_ASK(const DraftChecker* checker, ask.context.draft_checker());
  const auto accepted = checker->accept(book, draft, std::move(acceptance));
  if (!accepted) return refused(accepted.error());
  return findings_answer(ask, book, *checker);
}

Reply answer_publish(const Ask& ask) {
  FB_BODY(const nlohmann::json body, body_of(ask, {"after", "by", "correction"}));
  ToPublish wanted;
  FB_BODY(wanted.after, version_read(body));
  FB_BODY(wanted.by, text_of(body, "by"));
  FB_BODY(wanted.correction, text_of(body, "correction", false));
  wanted.at = moment();
  FB_BODY(DeskBook book, desk_of(ask, OpenMode::write));
  FB_ASK(const DraftChecker* checker, ask.context.draft_checker());
  const auto done = checker->publish(book, ask.parameters.text("issue"), wanted);
  if (!done) return refused(done.error());
  if (!done->edition)
    return std::unexpected(
        Problem{409, "errors-open", fmt::format("{} errors are open, the issue is not published", done->check.open_errors())});
  return draft_answer(book, ask.parameters.text("issue"), 0, 201);
}

// --- what is printed of it

Reply built(const Ask& ask, const std::string& format, std::string_view media) {
  FB_BODY(DeskBook book, desk_of(ask, OpenMode::read));
  const std::string& issue = ask.parameters.text("issue");
  const std::uint32_t edition = ask.parameters.number("edition", 0);
  FB_ASK(const DraftVersion draft, edition > 0 ? book.edition(issue, edition) : book.draft(issue, ask.parameters.number("version", 0)));
  const auto made = [&]() -> Result<std::string> {
    FB_TRY(const IssueSource source, parse_issue_source(draft.text, issue));
    FB_TRY(const Pictures pictures, read_pictures(source, ask.context.keeper().path().parent_path()));
    FB_TRY(const DataSet data, DataSet::with_folder(ask.context.settings().read.data_folder));
    return issue_bytes(source, pictures, data, issue, format);
  }();
  if (!made) return refused(made.error());
  return answer_of(*made, media);
}

Reply answer_preview(const Ask& ask) { return built(ask, "html", "text/html; charset=utf-8"); }

Reply answer_file(const Ask& ask) {
  static const std::map<std::string_view, std::string_view> kMedia{{"pdf", "application/pdf"},
                                                                   {"epub", "application/epub+zip"},
                                                                   {"html", "text/html; charset=utf-8"},
                                                                   {"txt", kTextType},
                                                                   {"atom", "application/atom+xml; charset=utf-8"},
                                                                   {"json", "application/feed+json"},
                                                                   {"eml", "message/rfc822"}};
  const std::string& format = ask.parameters.text("format");
  Reply out = built(ask, format, kMedia.at(format));
  if (out) out->headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"issue.{}\"", format));
  return out;
}

// --- what was fetched

Reply answer_candidates(const Ask& ask) {
  if (!ask.context.settings().desk)
    return std::unexpected(Problem{403, "desk-is-off", "there is no desk here; start the server with --desk"});
  const std::filesystem::path& path = ask.context.keeper().path();
  FB_ASK(CollectBook book, CollectBook::open(path, OpenMode::read));
  FB_ASK(std::vector<NewsCandidate> candidates, book.candidates());
  std::vector<std::string> fresh;
  const bool only_new = ask.parameters.text("new") == "true";
  if (only_new) {
    FB_ASK(const std::int64_t run, book.last_run_with_candidates());
    FB_ASK(const std::vector<NewsCandidate> brought, book.candidates(run));
    for (const NewsCandidate& c : brought) fresh.push_back(c.id);
  }
  FB_ASK(Archive archive, Archive::open(path, OpenMode::read));
  const ReadOptions& read = ask.context.settings().read;
  FB_ASK(const CandidatePile pile, sort_candidates(archive, std::move(candidates), read, {.threads = read.threads}));
  const std::string &section = ask.parameters.text("section"), &words = ask.parameters.text("q");
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < pile.candidates.size(); ++row) {
    const NewsCandidate& c = pile.candidates[row];
    const auto& columns = pile.sorted[row].column.columns;
    const auto has = [&](const std::string& text) { return text.find(words) != std::string::npos; };
    if (only_new && std::ranges::find(fresh, c.id) == fresh.end()) continue;
    if (!section.empty() && (columns.empty() || columns.front().label != section)) continue;
    if (!words.empty() && !has(c.title) && !has(c.source) && std::ranges::none_of(c.paragraphs, has)) continue;
    rows.push_back(row);
  }
  // Copies of one story stand together, where its first printing stands.
  std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return std::pair(pile.sorted[row].story, row != pile.sorted[row].story); });
  return list_answer(ask.parameters, rows.size(), [&](JsonWriter& w, std::size_t i) { write_candidate_json(w, pile, rows[i]); });
}

}  // namespace

std::vector<Route> draft_routes() {
  const Parameter issue{"issue", ParameterType::text, "the issue in the making, such as 2023-18"};
  const Parameter version{"version", ParameterType::number, "this version; the current one when left out", {}, 1, 0x7FFFFFFF};
  const auto route = [](std::string_view method, std::string_view path, std::string_view name, std::string_view summary,
                        std::vector<Parameter> parameters, std::string_view schema, Reply (*answer)(const Ask&)) {
    return Route{method, path, name, summary, std::move(parameters), schema, answer, Route::nothing, kJsonType, Route::Access::write,
                 false};
  };
  const auto taking = [](Route made, std::string_view body) {
    made.accepts = kJsonType;
    made.body_schema = body;
    made.creates = body != "AcceptRequest";
    return made;
  };
  std::vector<Route> out{
      route("GET", "/api/v1/drafts", "drafts", "Issues in the making; these routes are there with `--desk` alone",
            {limit_parameter(), cursor_parameter()}, "DraftList", answer_drafts),
      route("GET", "/api/v1/drafts/{issue}", "draft",
            "A draft: its source and what is read of it, versions, editions, findings that were accepted", {issue, version}, "Draft",
            answer_draft),
      taking(route("POST", "/api/v1/drafts/{issue}/operations", "change_draft",
                   "Makes the next version of a draft by one operation (docs/desk.md); 409 where there is a later version than `after`",
                   {issue}, "Draft", answer_operation),
             "DraftOperation"),
      route("GET", "/api/v1/drafts/{issue}/findings", "draft_findings", "What the checks find in the draft as it would be printed", {issue},
            "DraftFindings", answer_findings),
      taking(route("POST", "/api/v1/drafts/{issue}/accept", "accept_finding",
                   "Takes a finding out, by a name and with a reason; both are kept", {issue}, "DraftFindings", answer_accept),
             "AcceptRequest"),
      taking(route("POST", "/api/v1/drafts/{issue}/publish", "publish_draft",
                   "Publishes the draft as an edition; 409 while an error is open. A later edition takes the words of a correction",
                   {issue}, "Draft", answer_publish),
             "PublishRequest"),
      route("GET", "/api/v1/drafts/{issue}/preview", "draft_preview", "The page that would be published", {issue, version}, "",
            answer_preview),
      route("GET", "/api/v1/drafts/{issue}/files/{format}", "draft_file", "A printed form of the draft, or of an edition of it",
            {issue,
             {"format", ParameterType::choice, "the form", "pdf epub html txt atom json eml"},
             version,
             {"edition", ParameterType::number, "this edition instead", {}, 1, 0x7FFFFFFF}},
            "", answer_file),
      route("GET", "/api/v1/candidates", "candidates",
            "What was fetched, sorted: one story with its copies, the proposed column, nearness to the field, what was told before "
            "(docs/pile.md)",
            {limit_parameter(),
             cursor_parameter(),
             {"new", ParameterType::choice, "true: only what the last fetch brought", "true false"},
             {"section", ParameterType::text, "only with this column proposed"},
             {"q", ParameterType::text, "only with these words in title, source or text"}},
            "CandidateList", answer_candidates),
  };
  for (Route& r : out) {
    if (r.name == "change_draft") r.long_body = true;
    if (r.name == "draft_preview") r.media = "text/html; charset=utf-8";
    if (r.name == "draft_file")
      r.media = "application/pdf application/epub+zip text/html text/plain application/atom+xml application/feed+json message/rfc822";
  }
  return out;
}

}  // namespace fengbiao
