// Collecting: every watched feed is asked, what it names and is not there yet becomes a candidate with its text, and every fetch leaves a
// record. A feed that cannot be read has a record that says why, and the others go on.
//
//   Collector collector(book, visitor, clock, reader);
//   FB_TRY(const CollectReport report, collector.run({}, hooks));
//
// Feeds are asked in the order in which they were added; what is reported as done is in the archive. Who failed is asked again later and
// later (a quarter of an hour, doubled each time up to a day), or when it said so itself. An article whose page cannot be had is kept with
// what its feed gave and tried again twice. Web, clock and disk are parameters. Tested through tests/e2e/collect.py.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "collect/article_of.h"
#include "collect/collect_book.h"
#include "collect/feed.h"
#include "collect/visitor.h"

namespace fengbiao {

struct CollectSettings {
  std::vector<std::string> feeds{};  // only these; empty: all
  bool dry_run = false;              // ask the feeds, tell what is new, fetch no page, keep nothing
  bool ask_waiting = false;          // also those whose time has not come
  std::size_t most_items = 50;       // new articles of one feed in one run
};

struct FeedReport {
  std::string url, title;
  std::string outcome{};                                         // fetched, unchanged, waiting, failed, refused
  std::string what{};                                            // what went wrong, or what is worth saying
  std::size_t items = 0, added = 0, without_text = 0, left = 0;  // left: for the next run
  std::vector<std::string> found{};                              // of a dry run: addresses that are new
};

struct CollectReport {
  std::vector<FeedReport> feeds;
  [[nodiscard]] std::size_t added() const;
  [[nodiscard]] std::size_t failed() const;
};

struct CollectHooks {
  std::function<void(const FeedReport&)> on_feed = [](const FeedReport&) {};
  std::function<void(std::string_view)> on_progress = [](std::string_view) {};  // the address that is asked
  std::function<bool()> should_stop = [] { return false; };
};

class Collector {
 public:
  Collector(CollectBook& book, Visitor& visitor, Clock& clock, const ArticleReader& reader)
      : book_(book), visitor_(visitor), clock_(clock), reader_(reader) {}
  // Fails with what the archive fails with; a feed's trouble is in the report.
  Result<CollectReport> run(const CollectSettings& settings, const CollectHooks& hooks);

 private:
  struct Turn;  // one feed's
  Result<void> ask(Turn& turn);
  Result<void> answered(Turn& turn, const Visit& visit);
  Result<void> take_items(Turn& turn, std::vector<FeedItem> items);
  Result<void> take_item(Turn& turn, const FeedItem& item, int tries);
  Result<void> walk_folder(Turn& turn);
  Result<void> take_file(Turn& turn, const std::filesystem::path& path);
  Result<void> keep_record(const Turn& turn, FetchRecord record);

  CollectBook& book_;
  Visitor& visitor_;
  Clock& clock_;
  const ArticleReader& reader_;
  std::int64_t run_ = 0;
  std::string feed_;  // whose turn it is, for records of robots.txt
};

}  // namespace fengbiao
