// feeds, fetch, candidates, fetches: what is watched, what was fetched and what came of it.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

#include "base/disk.h"
#include "base/json.h"
#include "base/printable.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "collect/collector.h"
#include "collect/moment.h"
#include "collect/opml.h"
#include "collect/web_address.h"
#include "engine/candidate_pile.h"
#include "publish/candidate_record.h"

namespace fengbiao {
namespace {

std::unexpected<Error> wrong(const Session& session, std::string what) {
  const std::string name(session.call.command->name);
  return fail(Cause::invalid_argument, {"fengbiao " + name, 0, 0}, std::move(what), "see `fengbiao help " + name + "`");
}

Result<CollectBook> book_of(const Session& session, OpenMode mode) { return CollectBook::open(session.call.argument("ARCHIVE"), mode); }

// The clock of --at stands still; the time between two requests passes all the same.
Result<Clock> clock_of(const Session& session) {
  Clock clock = Clock::real();
  if (const auto at = session.call.text("at")) {
    const auto seconds = moment_seconds(*at);
    if (!seconds) return wrong(session, fmt::format("--at: \"{}\" is no moment", *at));
    clock.now = [moment = *seconds] { return moment; };
  }
  return clock;
}

// An address of the web, or a folder of this machine.
Result<WatchedFeed> feed_named(const Session& session, const std::string& name) {
  if (const auto address = web_address(name); address && name.find("://") != name.npos) return WatchedFeed{.url = address->text};
  std::error_code trouble;
  const std::filesystem::path path(name.starts_with("file://") ? name.substr(7) : name);
  const auto folder = std::filesystem::canonical(path, trouble);
  if (!trouble && std::filesystem::is_directory(folder, trouble))
    return WatchedFeed{.url = "file://" + folder.string(), .kind = WatchedFeed::Kind::folder};
  return wrong(session, fmt::format("\"{}\" is neither an address that begins with http:// or https:// nor a folder", name));
}

// The address that a feed is kept under, also where its folder is gone.
std::string kept_name(const Session& session, const std::string& name) {
  const auto feed = feed_named(session, name);
  return feed ? feed->url : name;
}

Result<int> list_feeds(const Session& session, CollectBook& book) {
  FB_TRY(const auto feeds, book.feeds());
  if (session.call.has("json")) {
    session.print_json(feeds_json(feeds));
  } else {
    std::vector<std::vector<std::string>> rows;
    for (const WatchedFeed& f : feeds) {
      const std::string state = f.asked.empty()  ? "not fetched yet"
                                : f.failures > 0 ? fmt::format("failed {}, not before {}", f.failures, f.not_before)
                                                 : f.answered;
      rows.push_back({f.form.empty() ? "-" : f.form, state, f.title, f.url});
    }
    if (feeds.empty()) session.screen.say("no feed is watched yet (`fengbiao feeds add ARCHIVE URL`)");
    else session.screen.print(table({{"form"}, {"answered"}, {"title", false, true}, {"address"}}, rows, 0));
  }
  return feeds.empty() ? kNothing : kFound;
}

Result<int> add_feeds(const Session& session, CollectBook& book, const std::vector<WatchedFeed>& feeds, std::size_t left_out = 0) {
  FB_TRY(const Clock clock, clock_of(session));
  FB_TRY(const std::vector<bool> fresh, book.add_feeds(feeds, moment_text(clock.now())));
  const auto added = static_cast<std::size_t>(std::ranges::count(fresh, true));
  for (std::size_t n = 0; n < feeds.size() && !session.call.has("json"); ++n)
    session.screen.print(printable(fmt::format("{}: {}", feeds[n].url, fresh[n] ? "added" : "there already")) + "\n");
  if (left_out > 0) session.screen.say(fmt::format("{} of the list left out: no addresses of the web", left_out));
  if (session.call.has("json"))
    session.print_json(fmt::format("{{\"added\":{},\"there\":{},\"left_out\":{}}}", added, feeds.size() - added, left_out));
  return added > 0 ? kFound : kNothing;
}

std::string report_line(const FeedReport& f) {
  std::string out = f.url + ": " + f.outcome;
  if (f.items > 0) out += fmt::format(", {} items", f.items);
  if (!f.found.empty()) out += fmt::format(", {} new", f.found.size());
  if (f.added > 0) out += fmt::format(", {} added", f.added);
  if (f.without_text > 0) out += fmt::format(", {} without text", f.without_text);
  if (f.left > 0) out += fmt::format(", {} left for the next time", f.left);
  if (!f.what.empty()) out += fmt::format(" ({})", f.what);
  for (const std::string& url : f.found) out += "\n  " + url;
  return out;
}

Result<std::int64_t> milliseconds_of(const Session& session, std::string_view flag, double otherwise) {
  const auto text = session.call.text(flag);
  double seconds = otherwise;
  if (text) {
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), seconds);
    if (error != std::errc() || end != text->data() + text->size() || !(seconds >= 0 && seconds <= 3'600))
      return wrong(session, fmt::format("--{}: \"{}\" is no number of seconds up to 3600", flag, *text));
  }
  return static_cast<std::int64_t>(seconds * 1'000);
}

void print_candidates(const Session& session, const CandidatePile& pile, const std::vector<std::size_t>& shown) {
  std::vector<std::vector<std::string>> rows;
  for (const std::size_t row : shown) {
    const NewsCandidate& c = pile.candidates[row];
    const SortedText& sorted = pile.sorted[row];
    const auto copies = std::ranges::count_if(pile.sorted, [&](const SortedText& other) { return other.story == sorted.story; }) - 1;
    const auto& columns = sorted.column.columns;
    rows.push_back({c.id, c.date, columns.empty() ? "" : fmt::format("{} {:.2f}", columns.front().label, columns.front().probability),
                    fmt::format("{:.2f}", sorted.relevance.value), copies > 0 ? std::to_string(copies) : "",
                    sorted.told ? fmt::format("{}/{}", sorted.told->issue, sorted.told->n) : "", c.source,
                    c.whole ? c.title : c.title + " (no text)"});
  }
  session.screen.print(
      table({{"id"}, {"date"}, {"column"}, {"near", true}, {"copies", true}, {"told in"}, {"source"}, {"title", false, true}}, rows,
            session.screen.width()));
}

}  // namespace

Result<int> run_feeds(const Session& session) {
  const std::string& action = session.call.argument("ACTION");
  const auto given = session.call.arguments.find("FEED");
  const std::vector<std::string> names = given == session.call.arguments.end() ? std::vector<std::string>() : given->second;
  if (action == "list" || action == "export") {
    FB_TRY(CollectBook book, book_of(session, OpenMode::read));
    if (action == "list") return list_feeds(session, book);
    FB_TRY(const auto feeds, book.feeds());
    std::vector<OpmlFeed> out;
    for (const WatchedFeed& f : feeds)
      if (f.kind == WatchedFeed::Kind::web) out.push_back({f.url, f.title, f.home});
    session.screen.print_text(write_opml(out));
    return out.empty() ? kNothing : kFound;
  }
  if (action != "add" && action != "remove" && action != "import") return wrong(session, fmt::format("there is no action \"{}\"", action));
  if (names.empty()) return wrong(session, fmt::format("{} needs a FEED", action));
  std::vector<WatchedFeed> feeds;
  std::size_t left_out = 0;
  if (action == "import") {
    for (const std::string& name : names) {
      FB_TRY(const std::string bytes, name == "-" ? read_stdin() : read_file(name));
      FB_TRY(const Opml opml, read_opml(bytes, name));
      left_out += opml.left_out;
      for (const OpmlFeed& f : opml.feeds) feeds.push_back({.url = f.url, .title = f.title, .home = f.home});
    }
  }
  if (action == "add") {
    for (const std::string& name : names) { FB_TRY(feeds.emplace_back(), feed_named(session, name)); }
  }
  FB_TRY(CollectBook book, book_of(session, action == "remove" ? OpenMode::write : OpenMode::create));
  if (action != "remove") return add_feeds(session, book, feeds, left_out);
  int code = kFound;
  for (const std::string& name : names) {
    FB_TRY(const bool removed, book.remove_feed(kept_name(session, name)));
    session.screen.print(printable(fmt::format("{}: {}", name, removed ? "removed" : "is not watched")) + "\n");
    if (!removed) code = kNothing;
  }
  return code;
}

Result<int> run_fetch(const Session& session) {
  const Call& call = session.call;
  CollectSettings settings{.dry_run = call.has("dry-run"), .ask_waiting = call.has("now") || !call.all("feed").empty()};
  for (const std::string& name : call.all("feed")) settings.feeds.push_back(kept_name(session, name));
  settings.most_items = static_cast<std::size_t>(call.number("limit", 50));
  FB_TRY(const std::int64_t delay, milliseconds_of(session, "delay", 1));
  FB_TRY(const std::int64_t timeout, milliseconds_of(session, "timeout", 60));
  FB_TRY(Clock clock, clock_of(session));
  FB_TRY(const ReadOptions options, session.read_options());
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  FB_TRY(const ArticleReader reader, ArticleReader::load(data));
  FB_TRY(CollectBook book, book_of(session, settings.dry_run ? OpenMode::read : OpenMode::write));
  FB_TRY(const auto watched, book.feeds());
  for (const std::string& url : settings.feeds) {
    if (std::ranges::none_of(watched, [&](const WatchedFeed& f) { return f.url == url; })) {
      session.screen.say(fmt::format("{} is not watched (`fengbiao feeds add {} {}`)", url, call.argument("ARCHIVE"), url));
      return kNothing;
    }
  }
  CurlWeb web(
      {.allow_private = call.has("allow-private"), .time = std::chrono::milliseconds(timeout), .agent = "fengbiao/" FENGBIAO_VERSION});
  Visitor visitor(web, clock, {.delay = std::chrono::milliseconds(delay)});
  Collector collector(book, visitor, clock, reader);
  watch_interrupts("\nstopping after the article at hand; once more ends at once\n");
  const bool lines = !call.has("json") && !call.has("quiet");
  CollectHooks hooks;
  hooks.should_stop = [] { return interrupted(); };
  hooks.on_progress = [&](std::string_view url) { session.screen.progress(url); };
  hooks.on_feed = [&](const FeedReport& feed) {
    session.screen.clear_progress();
    const std::string line = printable(report_line(feed), true);
    if (feed.outcome == "failed" || feed.outcome == "refused") session.screen.say(line);
    else if (lines) session.screen.print(line + "\n");
    session.screen.flush();
  };
  FB_TRY(const CollectReport report, collector.run(settings, hooks));
  session.screen.clear_progress();
  if (call.has("json")) session.print_json(collect_report_json(report, interrupted()));
  else if (lines)
    session.screen.print(fmt::format("{} {}: {} failed, {} added\n", report.feeds.size(), report.feeds.size() == 1 ? "feed" : "feeds",
                                     report.failed(), report.added()));
  if (interrupted()) {
    session.screen.say("stopped; what was reported as done is in the archive");
    return kInterrupted;
  }
  if (report.feeds.empty()) session.screen.say("no feed is watched yet (`fengbiao feeds add ARCHIVE URL`)");
  return report.feeds.empty() || report.failed() > 0 ? kNothing : kFound;
}

Result<int> run_candidates(const Session& session) {
  const Call& call = session.call;
  FB_TRY(CollectBook book, book_of(session, OpenMode::read));
  FB_TRY(auto candidates, book.candidates());
  std::set<std::string> fresh;  // ids
  if (call.has("new")) {
    FB_TRY(const std::int64_t run, book.last_run_with_candidates());
    FB_TRY(const auto brought, book.candidates(run));
    for (const NewsCandidate& c : brought) fresh.insert(c.id);
  }
  FB_TRY(const ReadOptions read, session.read_options());
  FB_TRY(Archive archive, session.open(OpenMode::read));
  FB_TRY(const CandidatePile pile, sort_candidates(archive, std::move(candidates), read, {.threads = read.threads}));
  const auto feed = call.text("feed"), section = call.text("section");
  const std::string address = feed ? kept_name(session, *feed) : "";
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < pile.candidates.size(); ++row) {
    const NewsCandidate& c = pile.candidates[row];
    const auto& columns = pile.sorted[row].column.columns;
    if ((call.has("new") && !fresh.contains(c.id)) || (feed && c.feed != address) ||
        (section && (columns.empty() || columns.front().label != *section)))
      continue;
    rows.push_back(row);
  }
  // A story has one line: its first printing, where that is among what is asked for.
  if (!call.has("json")) {
    const std::set<std::size_t> asked(rows.begin(), rows.end());
    std::erase_if(rows, [&](std::size_t row) { return pile.sorted[row].story != row && asked.contains(pile.sorted[row].story); });
  }
  const auto limit = static_cast<std::size_t>(call.number("limit", 0));
  if (limit > 0 && rows.size() > limit) rows.resize(limit);
  if (call.has("json")) {
    session.print_json(candidates_json(pile, rows));
  } else if (rows.empty()) {
    session.screen.say("there are no candidates (`fengbiao fetch` brings them)");
  } else {
    print_candidates(session, pile, rows);
  }
  return rows.empty() ? kNothing : kFound;
}

Result<int> run_fetches(const Session& session) {
  const Call& call = session.call;
  FB_TRY(CollectBook book, book_of(session, OpenMode::read));
  const auto feed = call.text("feed");
  FB_TRY(const auto records,
         book.records(static_cast<std::size_t>(call.number("limit", 0)), feed ? kept_name(session, *feed) : "", call.has("failed")));
  if (call.has("json")) {
    session.print_json(fetches_json(records));
  } else {
    std::vector<std::vector<std::string>> rows;
    for (const FetchRecord& r : records)
      rows.push_back({r.at, r.outcome, r.status > 0 ? std::to_string(r.status) : "", std::to_string(r.bytes), r.url, r.what});
    if (rows.empty()) session.screen.say("nothing was fetched yet");
    else session.screen.print(table({{"at"}, {"outcome"}, {"status", true}, {"bytes", true}, {"address"}, {"what"}}, rows, 0));
  }
  return records.empty() ? kNothing : kFound;
}

}  // namespace fengbiao
