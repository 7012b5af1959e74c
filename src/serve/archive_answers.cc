// /archive, /overview, /issues: what is in the archive, what came last, what comes next, what disagrees.
#include <fmt/format.h>

#include <algorithm>

#include "publish/finding_record.h"
#include "publish/policy_entry_record.h"
#include "publish/series_record.h"
#include "serve/answer_parts.h"
#include "serve/api_context.h"
#include "serve/list_answer.h"

namespace fengbiao {

namespace {

constexpr std::size_t kComing = 10, kConflicts = 20;

void archive_fields(JsonWriter& w, const Ask& ask) {
  const Contents& c = *ask.now.contents;
  w.field("name", c.name);
  w.field("version", ask.context.settings().version);
  w.field("issues", static_cast<std::uint64_t>(c.issues.size()));
  w.field("articles", static_cast<std::uint64_t>(c.articles.size()));
  const auto count = [&](std::string_view name, bool there, auto number) {
    w.key(name);
    if (there) w.value(static_cast<std::uint64_t>(number()));
    else w.null();
  };
  count("observations", static_cast<bool>(ask.now.series), [&] { return ask.now.series->gathered.all.observations().size(); });
  count("policies", static_cast<bool>(ask.now.policies), [&] { return ask.now.policies->all.entries().size(); });
  count("entities", static_cast<bool>(ask.now.entities), [&] { return ask.now.entities->all.entries().size(); });
  w.field("generation", c.generation.counter);
  w.text_or_null("first_date", c.first_date);
  w.text_or_null("last_date", c.last_date);
}

Reply answer_archive(const Ask& ask) {
  JsonWriter w;
  w.open('{');
  archive_fields(w, ask);
  w.close('}');
  return json_answer(w);
}

void issue_fields(JsonWriter& w, const Contents& c, std::uint32_t index) {
  const IssueRow& row = c.issues[index];
  w.field("id", row.key);
  w.field("title", row.name.empty() ? row.key : row.name);
  w.text_or_null("date", date_of(row));
  w.key("number");
  if (row.number > 0) w.value(row.number);
  else w.null();
  w.key("year");
  if (row.year > 0) w.value(row.year);
  else w.null();
  w.key("total_number");
  if (row.total > 0) w.value(row.total);
  else w.null();
  w.text_or_null("publisher", row.publisher);
  w.field("file", row.file);
  w.field("articles", static_cast<std::uint64_t>(row.articles));
  w.field("version", row.version);
}

void issue_json(JsonWriter& w, const Contents& c, std::uint32_t index) {
  w.open('{');
  issue_fields(w, c, index);
  w.close('}');
}

// Issues from the newest on; those without a day by their keys.
std::vector<std::uint32_t> newest_first(const Contents& c) {
  std::vector<std::uint32_t> out(c.issues.size());
  for (std::uint32_t i = 0; i < out.size(); ++i) out[i] = i;
  std::ranges::stable_sort(out, [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(date_of(c.issues[a]), c.issues[a].key) > std::pair(date_of(c.issues[b]), c.issues[b].key);
  });
  return out;
}

struct InConflict {
  const Series* series;
  const SeriesCell* cell;
  std::string told;  // last
};

std::vector<InConflict> conflicts(const SeriesRegister& all) {
  std::vector<InConflict> out;
  for (const Series& s : all.series())
    for (const SeriesCell& cell : s.cells) {
      if (cell.conflict != Conflict::sure) continue;
      std::string told;
      for (const SeriesReport& r : cell.reports) told = std::max(told, all.at(r).origin.date);
      out.push_back({&s, &cell, std::move(told)});
    }
  std::ranges::stable_sort(out, std::greater(), &InConflict::told);
  return out;
}

void conflict_json(JsonWriter& w, const SeriesRegister& all, const InConflict& c) {
  w.open('{');
  w.key("series");
  write_series_json(w, all, *c.series, false);
  w.text_or_null("period", c.cell->period.name);
  w.key("values");
  w.open('[');
  for (const SeriesReport& r : c.cell->reports) {
    if (r.repeats) continue;
    const ReportedObservation& o = all.at(r);
    w.open('{');
    w.field("id", o.observation.id);
    w.field("text", o.observation.text);
    w.field("value", o.observation.value);
    w.field("value_max", o.observation.value_max);
    w.text_or_null("unit", o.observation.unit);
    w.field("measure", name_of(o.observation.measure));
    w.text_or_null("basis", o.observation.basis);
    w.field("approx", std::string_view(&o.observation.approx, 1));
    w.field("status", name_of(o.observation.status));
    w.field("revised", r.revised);
    w.text_or_null("reporter", o.observation.reporter);
    w.key("article");
    write_article_link(w, o.origin);
    w.close('}');
  }
  w.close(']');
  w.close('}');
}

Reply answer_overview(const Ask& ask) {
  const Contents& c = *ask.now.contents;
  const std::string day = ask.parameters.has("on") ? ask.parameters.text("on") : c.last_date.empty() ? "2000-01-01" : c.last_date;
  JsonWriter w;
  w.open('{');
  w.key("archive");
  w.open('{');
  archive_fields(w, ask);
  w.close('}');
  const auto order = newest_first(c);
  w.key("issues");
  w.open('[');
  for (const std::uint32_t i : order) issue_json(w, c, i);
  w.close(']');
  w.key("latest");
  if (order.empty()) {
    w.null();
  } else {
    w.open('{');
    w.key("issue");
    issue_json(w, c, order.front());
    w.key("articles");
    w.open('[');
    const auto [first, end] = c.articles_of[order.front()];
    for (std::uint32_t i = first; i < end; ++i) write_article_row(w, c, i);
    w.close(']');
    w.close('}');
  }
  w.field("on", day);
  w.key("coming");
  w.open('[');
  std::size_t shown = 0;
  for (const PolicyEvent& event : upcoming(ask.now.policies->all, day)) {
    if (shown++ == kComing) break;
    write_policy_event_json(w, ask.now.policies->all, event);
  }
  w.close(']');
  const SeriesRegister& all = ask.now.series->gathered.all;
  const auto found = conflicts(all);
  w.key("conflicts");
  w.open('[');
  for (std::size_t i = 0; i < std::min(kConflicts, found.size()); ++i) conflict_json(w, all, found[i]);
  w.close(']');
  w.field("conflicts_total", static_cast<std::uint64_t>(found.size()));
  w.key("findings");
  if (!ask.now.findings) {
    w.null();
  } else {
    write_severities(w, ask.now.findings->all);
  }
  w.close('}');
  return json_answer(w);
}

Reply answer_issues(const Ask& ask) {
  const Contents& c = *ask.now.contents;
  const auto order = newest_first(c);
  if (wants_csv(ask.parameters)) {
    CsvWriter csv;
    csv.row({"id", "title", "date", "year", "number", "total_number", "publisher", "file", "articles", "version"});
    for (const std::uint32_t i : order) {
      const IssueRow& row = c.issues[i];
      const auto number = [](int n) { return n > 0 ? fmt::format("{}", n) : ""; };
      csv.row({row.key, row.name, date_of(row), number(row.year), number(row.number), number(row.total), row.publisher, row.file,
               fmt::format("{}", row.articles), fmt::format("{}", row.version)});
    }
    return csv_answer(std::move(csv));
  }
  return list_answer(ask.parameters, order.size(), [&](JsonWriter& w, std::size_t i) { issue_json(w, c, order[i]); });
}

Reply answer_issue(const Ask& ask) {
  const Contents& c = *ask.now.contents;
  const auto found = c.issue_by_key.find(ask.parameters.text("id"));
  if (found == c.issue_by_key.end()) return std::unexpected(Problem{404, "not-found", "there is no such issue; /api/v1/issues lists them"});
  const std::uint32_t index = found->second;
  JsonWriter w;
  w.open('{');
  issue_fields(w, c, index);
  w.text_or_null("previous", index > 0 ? std::string_view(c.issues[index - 1].key) : std::string_view());
  w.text_or_null("next", index + 1 < c.issues.size() ? std::string_view(c.issues[index + 1].key) : std::string_view());
  w.field("lines", c.issues[index].lines);
  w.field("unclaimed_lines", c.issues[index].unclaimed_lines);
  w.key("sections");
  w.open('[');
  const auto [first, end] = c.articles_of[index];
  for (std::uint32_t i = first; i < end; ++i) {
    const ArticleRow& row = c.articles[i];
    if (i == first || row.section != c.articles[i - 1].section) {
      if (i > first) {
        w.close(']');
        w.close('}');
      }
      w.open('{');
      w.text_or_null("name", row.section);
      w.key("articles");
      w.open('[');
    }
    write_article_row(w, c, i);
  }
  if (end > first) {
    w.close(']');
    w.close('}');
  }
  w.close(']');
  w.close('}');
  return json_answer(w);
}

}  // namespace

std::vector<Route> archive_routes() {
  return {
      {"GET",
       "/api/v1/archive",
       "archive",
       "What the archive holds",
       {},
       "Archive",
       answer_archive,
       Route::takes(Route::series | Route::policies | Route::entities)},
      {"GET",
       "/api/v1/overview",
       "overview",
       "What is in the archive, what came last, which rules change next, which figures disagree",
       {{"on", ParameterType::day, "the day whose future is asked; that of the last issue when left out"}},
       "Overview",
       answer_overview,
       Route::series | Route::policies | Route::takes(Route::entities | Route::findings)},
      {"GET",
       "/api/v1/issues",
       "issues",
       "Issues, the newest first",
       {limit_parameter(), cursor_parameter(), format_parameter()},
       "IssueList",
       answer_issues},
      {"GET",
       "/api/v1/issues/{id}",
       "issue",
       "One issue with its sections and articles",
       {{"id", ParameterType::text, "key of the issue"}},
       "Issue",
       answer_issue},
  };
}

}  // namespace fengbiao
