// issues and articles: listings as tables or as one JSON object.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/json.h"
#include "cli/commands.h"

namespace fengbiao {
namespace {

constexpr std::size_t kSourcesShown = 5;

std::string number(std::uint64_t n) { return n == 0 ? "" : fmt::format("{}", n); }

void write_number_or_null(JsonWriter& w, std::string_view key, int n) {
  w.key(key);
  if (n == 0) w.null();
  else w.value(n);
}

std::string as_json(const std::vector<IssueRow>& rows) {
  JsonWriter w;
  w.open('{');
  w.key("issues");
  w.open('[');
  for (const IssueRow& row : rows) {
    w.open('{');
    w.field("issue", row.key);
    w.field("version", row.version);
    w.field("versions", row.versions);
    w.field("current", row.current);
    w.field("file", row.file);
    w.field("media_type", row.media_type);
    w.field("hash", row.document_hash);
    w.field("profile", row.profile);
    w.text_or_null("name", row.name);
    w.text_or_null("publisher", row.publisher);
    w.text_or_null("date", row.date);
    write_number_or_null(w, "year", row.year);
    write_number_or_null(w, "number", row.number);
    write_number_or_null(w, "total", row.total);
    w.field("articles", row.articles);
    w.field("lines", row.lines);
    w.field("unclaimed_lines", row.unclaimed_lines);
    w.field("pages", row.pages);
    w.close('}');
  }
  w.close(']');
  w.close('}');
  return w.take();
}

std::string as_json(const std::vector<ArticleRow>& rows) {
  JsonWriter w;
  w.open('{');
  w.key("articles");
  w.open('[');
  for (const ArticleRow& row : rows) {
    w.open('{');
    w.field("id", row.id);
    w.field("issue", row.issue);
    w.field("n", row.n);
    w.field("file", row.file);
    w.text_or_null("section", row.section);
    w.field("title", row.title);
    w.field("sources", row.sources);
    w.field("compiled", row.compiled);
    w.text_or_null("selected_by", row.selected_by);
    w.text_or_null("date", row.date);
    w.field("paragraphs", row.paragraphs);
    w.field("line_start", row.line_start);
    w.field("line_end", row.line_end);
    w.close('}');
  }
  w.close(']');
  w.close('}');
  return w.take();
}

// A name that no article has is answered with the names there are, or for sources the nearest ones.
Result<std::string> why_nothing(Archive& archive, const ArticleFilter& filter) {
  if (!filter.section && !filter.source) return "";
  std::vector<std::string> sections, sources;
  FB_TRY(const auto rows, archive.articles({}));
  for (const ArticleRow& row : rows) {
    if (std::ranges::find(sections, row.section) == sections.end()) sections.push_back(row.section);
    for (const std::string& source : row.sources)
      if (std::ranges::find(sources, source) == sources.end()) sources.push_back(source);
  }
  std::erase(sections, "");
  if (filter.section && std::ranges::find(sections, *filter.section) == sections.end() && !sections.empty())
    return fmt::format(": no section `{}`; there are {}", *filter.section, fmt::join(sections, ", "));
  if (!filter.source || std::ranges::find(sources, *filter.source) != sources.end()) return "";
  std::erase_if(sources, [&](const std::string& name) { return name.find(*filter.source) == name.npos; });
  std::ranges::sort(sources);
  if (sources.size() > kSourcesShown) sources.resize(kSourcesShown);
  return fmt::format(": no source `{}`{}{}", *filter.source, sources.empty() ? "" : "; there is ", fmt::join(sources, ", "));
}

}  // namespace

Result<int> run_issues(const Session& session) {
  const bool history = session.call.has("history");
  FB_TRY(Archive archive, session.open(OpenMode::read));
  FB_TRY(const auto rows, archive.issues(history));
  if (session.call.has("json")) {
    session.print_json(as_json(rows));
  } else if (rows.empty()) {
    session.screen.say(kNoIssues);
  } else {
    std::vector<std::vector<std::string>> cells;
    for (const IssueRow& row : rows) {
      std::string version = fmt::format("{}", row.version);
      if (history && row.current) version += " now";
      cells.push_back({row.key, version, row.name, number(static_cast<unsigned>(row.year)), number(static_cast<unsigned>(row.number)),
                       row.date, fmt::format("{}", row.articles), fmt::format("{}", row.unclaimed_lines), row.file});
    }
    session.screen.print(table({{"issue"},
                                {"version"},
                                {"name", false, true},
                                {"year", true},
                                {"no.", true},
                                {"date"},
                                {"articles", true},
                                {"unclaimed", true},
                                {"file", false, true}},
                               cells, session.screen.width()));
  }
  return rows.empty() ? kNothing : kFound;
}

Result<int> run_articles(const Session& session) {
  const Call& call = session.call;
  if (call.has("compiled") && call.has("not-compiled")) {
    return fail(Cause::invalid_argument, {"fengbiao articles", 0, 0}, "--compiled and --not-compiled exclude each other");
  }
  const auto from = call.text("from"), to = call.text("to");
  if (from && to && *from > *to) {
    return fail(Cause::invalid_argument, {"fengbiao articles", 0, 0}, fmt::format("--from {} is later than --to {}", *from, *to));
  }
  FB_TRY(Archive archive, session.open(OpenMode::read));
  ArticleFilter filter;
  if (const auto reference = call.text("issue")) {
    const auto issue = archive.issue(*reference);
    if (!issue) return session.missing(issue.error());
    filter.issue = issue->key;
  }
  filter.section = call.text("section");
  filter.source = call.text("source");
  filter.title_contains = call.text("title");
  filter.selected_by = call.text("selected-by");
  filter.from = from;
  filter.to = to;
  if (call.has("compiled")) filter.compiled = true;
  if (call.has("not-compiled")) filter.compiled = false;
  filter.limit = static_cast<std::size_t>(call.number("limit", 0));
  FB_TRY(const auto rows, archive.articles(filter));
  if (call.has("json")) {
    session.print_json(as_json(rows));
  } else if (rows.empty()) {
    FB_TRY(const std::string why, why_nothing(archive, filter));
    session.screen.say("no article matches" + why);
  } else {
    std::vector<std::vector<std::string>> cells;
    for (const ArticleRow& row : rows) {
      cells.push_back({fmt::format("{}/{}", row.issue, row.n), row.section, row.title, fmt::format("{}", fmt::join(row.sources, ", ")),
                       row.date, fmt::format("{}:{}", row.file, row.line_start)});
    }
    session.screen.print(
        table({{"article"}, {"section"}, {"title", false, true}, {"sources", false, true}, {"date"}, {"place", false, true}}, cells,
              session.screen.width()));
  }
  return rows.empty() ? kNothing : kFound;
}

}  // namespace fengbiao
