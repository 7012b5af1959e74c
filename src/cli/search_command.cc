// search: articles by words, names, dates and figures.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>

#include "base/printable.h"
#include "cli/commands.h"
#include "cli/series_view.h"
#include "engine/search.h"
#include "engine/search_words.h"
#include "publish/search_record.h"

namespace fengbiao {
namespace {

constexpr std::size_t kUsualLimit = 10, kMonthsShown = 24;
constexpr std::string_view kMarkBegin = "\x1b[1m", kMarkEnd = "\x1b[0m";

// What was found is set bold on a terminal.
std::string marked(const std::vector<SnippetPiece>& pieces, bool on_terminal) {
  std::string out;
  for (const SnippetPiece& piece : pieces) {
    const std::string safe = printable(piece.text);
    out += piece.mark && on_terminal ? fmt::format("{}{}{}", kMarkBegin, safe, kMarkEnd) : safe;
  }
  return out;
}

std::string hit(const SearchItem& item, const Phrases& phrases, bool on_terminal, bool explain) {
  std::string out = marked(item.snippet.title, on_terminal) + "\n";
  std::vector<std::string> facts{item.id, item.issue};
  for (const std::string& fact : {item.section, fmt::format("{}", fmt::join(item.sources, ", ")), item.date})
    if (!fact.empty()) facts.push_back(fact);
  out += "  " + printable(fmt::format("{}", fmt::join(facts, "  "))) + "\n";
  if (!item.snippet.body.empty()) out += "  " + marked(item.snippet.body, on_terminal) + "\n";
  for (const NeighbourArticle& twin : item.same_story)
    out += "  told again: " + printable(fmt::format("{}  {}  {}", twin.id, twin.title, twin.date)) + "\n";
  if (explain && !item.reasons.empty()) {
    std::vector<std::string> why;
    for (const HitReason& reason : item.reasons) why.push_back(printable(reason_words(phrases, reason).en));
    out += fmt::format("  why: {} (score {:.2f})\n", fmt::join(why, "; "), item.score);
  }
  return out;
}

std::string facets(const SearchPage& page) {
  std::string out;
  for (const Facet& facet : page.facets) {
    if (facet.values.empty()) continue;
    std::vector<std::string> values;
    for (const FacetValue& v : facet.values) values.push_back(fmt::format("{} {}", printable(v.value), v.count));
    out += fmt::format("{:<8}  {}\n", name_of(facet.column), fmt::join(values, ", "));
  }
  if (!page.over_time.empty()) {
    std::vector<std::string> months;
    const std::size_t from = page.over_time.size() - std::min(page.over_time.size(), kMonthsShown);
    for (std::size_t i = from; i < page.over_time.size(); ++i)
      months.push_back(fmt::format("{} {}", page.over_time[i].first, page.over_time[i].second));
    out += fmt::format("{:<8}  {}\n", "month", fmt::join(months, ", "));
  }
  return out;
}

std::string answer(const SearchAnswer& a, std::size_t width) {
  std::string out;
  if (!a.exact && !a.series.empty()) out += "no series is called " + printable(a.words) + "; near ones:\n\n";
  for (const Series& s : a.series) out += series_table(a.gathered->all, s, width, false) + "\n";
  if (a.series.empty())
    out +=
        printable(fmt::format("no value of {} is told for {}; there are values for {}", a.words, a.period, fmt::join(a.told_for, ", "))) +
        "\n\n";
  return out;
}

}  // namespace

Result<int> run_search(const Session& session) {
  const Call& call = session.call;
  SearchRequest request;
  for (const std::string& word : call.arguments.at("QUERY")) request.query += (request.query.empty() ? "" : " ") + word;
  const int limit = call.number("limit", kUsualLimit);
  request.limit = static_cast<std::size_t>(limit);
  request.cursor = call.text("cursor").value_or("");
  if (const auto sort = call.text("sort")) request.sort = search_sort_named(*sort).value_or(SearchSort::relevance);
  request.section = call.all("section");
  request.source = call.all("source");
  request.area = call.all("area");
  request.body = call.all("body");
  request.year = call.all("year");
  request.widen = !call.has("exact");
  request.synonyms = request.widen && !call.has("no-synonyms");
  request.facets = call.has("facets") || call.has("json");

  FB_TRY(const ReadOptions options, session.read_options());
  FB_TRY(Archive archive, session.open(OpenMode::read));
  FB_TRY(const SearchEngine engine, SearchEngine::open(archive, {options.data_folder}));
  if (!engine.notice().empty()) session.screen.say(engine.notice());
  auto searched = engine.search(request);
  if (!searched) {
    if (searched.error().place.file.empty()) searched.error().place.file = "fengbiao search";
    return std::unexpected(std::move(searched.error()));
  }
  const SearchPage& page = *searched;
  const bool found = page.total > 0 || (page.answer && !page.answer->series.empty());
  if (call.has("json")) {
    session.print_json(search_json(page, engine));
    return found ? kFound : kNothing;
  }
  const std::size_t width = session.screen.width();
  const bool on_terminal = width > 0 && std::getenv("NO_COLOR") == nullptr;
  for (const QueryNote& note : page.query.notes) {
    const std::string perhaps = note.perhaps.empty() ? "" : fmt::format("; did you mean `{}`?", note.perhaps);
    session.screen.say(note_words(engine.phrases(), note).en + perhaps);
  }
  if (page.moved) session.screen.say("the archive has changed since the page before; this page goes on behind the same article");
  std::string out;
  if (page.read != page.query.typed) out += "read as: " + printable(page.read) + "\n";
  if (page.answer) out += answer(*page.answer, width);
  if (page.total > 0) {
    out += fmt::format("{} article{}{}\n", page.total, page.total == 1 ? "" : "s",
                       page.items.size() < page.total ? fmt::format(", {} shown", page.items.size()) : "");
    if (call.has("facets")) out += facets(page);
    for (const SearchItem& item : page.items) out += "\n" + hit(item, engine.phrases(), on_terminal, call.has("explain"));
  }
  session.screen.print(out);
  if (page.total == 0) session.screen.say(page.documents == 0 ? std::string(kNoIssues) : "no article matches");
  if (!page.did_you_mean.empty()) session.screen.say(fmt::format("did you mean: {}", fmt::join(page.did_you_mean, "  or  ")));
  if (!page.next.empty()) session.screen.say(fmt::format("the next page: --cursor {}", page.next));
  return found ? kFound : kNothing;
}

}  // namespace fengbiao
