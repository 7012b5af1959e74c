// series: what many articles say of one thing, period after period.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/csv.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/output_file.h"
#include "cli/series_chart.h"
#include "cli/series_view.h"
#include "publish/chart_svg.h"
#include "publish/series_record.h"

namespace fengbiao {
namespace {

constexpr std::size_t kRelatedShown = 8;
constexpr std::size_t kDrawn = 4;  // series, where no limit is given

// Of the series asked for, those that a limit lets through.
std::vector<const Series*> first_of(const std::vector<const Series*>& series, std::size_t limit) {
  return {series.begin(), series.begin() + static_cast<std::ptrdiff_t>(limit == 0 ? series.size() : std::min(limit, series.size()))};
}

std::string as_json(const GatheredSeries& gathered, const SeriesMatches& found, const std::vector<const Series*>& shown, bool with_table) {
  JsonWriter w;
  w.open('{');
  w.key("series");
  w.open('[');
  for (const Series* s : shown) write_series_json(w, gathered.all, *s, with_table);
  w.close(']');
  if (with_table) {
    w.key("related");
    w.open('[');
    for (const Series* s : found.related) write_series_json(w, gathered.all, *s, false);
    w.close(']');
  }
  w.close('}');
  return w.take();
}

std::string as_csv(const GatheredSeries& gathered, const std::vector<const Series*>& shown, bool with_table) {
  CsvWriter csv;
  csv.row(with_table ? report_columns() : series_columns());
  for (const Series* s : shown) {
    if (!with_table) csv.row(series_row(*s));
    else
      for (const auto& row : report_rows(gathered.all, *s)) csv.row(row);
  }
  return csv.take();
}

Result<void> draw(const Session& session, const GatheredSeries& gathered, const std::vector<const Series*>& shown, std::size_t left_out) {
  const std::string target = *session.call.text("svg"), picture = chart_svg(gathered.all, shown, gathered.phrases, left_out);
  if (target == "-") {
    session.screen.print_text(picture);
    return {};
  }
  FB_TRY(OutputFile file, OutputFile::open(target));
  FB_CHECK(file.write(picture));
  return file.finish();
}

// Why nothing is shown.
std::string nothing(const GatheredSeries& gathered, const SeriesQuery& query, const SeriesMatches& found) {
  if (gathered.all.series().empty()) return "no observation was found";
  if (!found.left_out.empty()) {
    std::vector<std::string> others;
    for (const Series* s : found.left_out) {
      std::string name = series_name(*s);
      if (std::find(others.begin(), others.end(), name) == others.end() && others.size() < kRelatedShown) others.push_back(std::move(name));
    }
    return fmt::format("no such series; there are: {}", fmt::join(others, ", "));
  }
  if (query.words.empty()) return "no such series";
  const auto near = gathered.finder.near(gathered.all, query.words);
  return fmt::format("no series is called '{}'{}", query.words,
                     near.empty() ? "" : fmt::format("; did you mean {}?", fmt::join(near, " or ")));
}

}  // namespace

Result<int> run_series(const Session& session) {
  const Call& call = session.call;
  const Place place{"fengbiao series", 0, 0};
  const bool json = call.has("json"), csv = call.has("csv"), chart = call.has("chart");
  if (json + csv + chart > 1) return fail(Cause::invalid_argument, place, "expected one of --chart, --json, --csv");
  if (call.text("svg") == "-" && (json || csv || chart))
    return fail(Cause::invalid_argument, place, "standard output holds one thing: --svg - goes alone");
  SeriesQuery query;
  query.words = call.argument("QUERY");
  query.area = call.text("area").value_or("");
  query.entity = call.text("entity").value_or("");
  if (const auto measure = call.text("measure")) query.measure = measure_named(*measure);

  FB_TRY(const ReadOptions options, session.read_options());
  FB_TRY(Archive archive, session.open(OpenMode::read));
  FB_TRY(const auto unread, archive.issues_without_records());
  if (!unread.empty()) {
    session.screen.say(fmt::format("{} issue{} read before there were observations; `fengbiao reread` makes theirs", unread.size(),
                                   unread.size() == 1 ? " was" : "s were"));
  }
  FB_TRY(const GatheredSeries gathered, gather_series(archive, options));
  const SeriesMatches found = gathered.find(query);
  const bool drawing = chart || call.has("svg");
  const auto limit = static_cast<std::size_t>(call.number("limit", drawing ? kDrawn : 0));
  const std::vector<const Series*> shown = first_of(found.matches, limit);
  const bool with_table = !query.words.empty();
  if (json) session.print_json(as_json(gathered, found, shown, with_table));
  if (csv) session.screen.print_text(as_csv(gathered, shown, with_table));
  if (shown.empty()) {
    session.screen.say(nothing(gathered, query, found));
    return kNothing;
  }
  const std::size_t left_out = found.matches.size() - shown.size();
  if (call.has("svg")) FB_CHECK(draw(session, gathered, shown, left_out));
  if (chart) {
    for (const Series* s : shown) {
      const std::string drawn = terminal_chart(make_chart(gathered.all, *s, gathered.phrases), gathered.phrases, session.screen.width());
      session.screen.print((s == shown.front() ? "" : "\n") + drawn);
    }
  } else if (!json && !csv && !call.has("svg")) {
    if (!with_table) session.screen.print(series_list(shown, session.screen.width()));
    else
      for (const Series* s : shown)
        session.screen.print((s == shown.front() ? "" : "\n") + series_table(gathered.all, *s, session.screen.width(), call.has("quotes")));
    if (!found.related.empty())
      session.screen.print("\nrelated:\n" + series_list(first_of(found.related, kRelatedShown), session.screen.width()));
  }
  if (drawing && left_out > 0) {
    session.screen.say(fmt::format("{} more series {} not drawn; --area, --entity, --measure narrow, --limit widens", left_out,
                                   left_out == 1 ? "is" : "are"));
  }
  return kFound;
}

}  // namespace fengbiao
