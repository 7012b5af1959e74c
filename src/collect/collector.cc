#include "collect/collector.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/disk.h"
#include "base/hash.h"
#include "collect/moment.h"
#include "collect/page_links.h"
#include "collect/web_text.h"

namespace fengbiao {
namespace {

constexpr std::int64_t kFirstPause = 15 * 60, kLongestPause = 86'400;
constexpr int kMostTries = 3;
constexpr std::uint64_t kMostFeedBytes = 16ull << 20, kMostPageBytes = 32ull << 20;

std::string pause_after(int failures, std::int64_t now) {
  std::int64_t pause = kFirstPause;
  for (int i = 1; i < failures && pause < kLongestPause; ++i) pause *= 2;
  return moment_text(now + std::min(pause, kLongestPause));
}

bool looks_like_html(std::string_view content_type, std::string_view text) {
  return content_type.find("html") != content_type.npos || text.substr(0, 2'048).find("<html") != text.npos ||
         text.substr(0, 2'048).find("<!DOCTYPE html") != text.npos || text.substr(0, 2'048).find("<!doctype html") != text.npos;
}

std::string words_of(const Error& error) {
  if (error.place.line == 0) return error.what;
  const std::string column = error.place.column > 0 ? fmt::format(", column {}", error.place.column) : "";
  return fmt::format("line {}{}: {}", error.place.line, column, error.what);
}

void add_sentence(std::string& to, std::string_view sentence) {
  if (sentence.empty()) return;
  if (!to.empty()) to += "; ";
  to += sentence;
}

}  // namespace

std::size_t CollectReport::added() const {
  std::size_t n = 0;
  for (const FeedReport& f : feeds) n += f.added;
  return n;
}
std::size_t CollectReport::failed() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(feeds, [](const FeedReport& f) { return f.outcome == "failed" || f.outcome == "refused"; }));
}

struct Collector::Turn {
  WatchedFeed feed;
  FeedReport report;
  const CollectSettings& settings;
  const CollectHooks& hooks;
};

Result<void> Collector::keep_record(const Turn& turn, FetchRecord record) {
  if (turn.settings.dry_run) return {};
  record.feed = turn.feed.url;
  return book_.put_record(record, run_);
}

Result<CollectReport> Collector::run(const CollectSettings& settings, const CollectHooks& hooks) {
  CollectReport out;
  FB_TRY(const std::vector<WatchedFeed> feeds, book_.feeds());
  FB_TRY(run_, book_.last_run());
  ++run_;
  const std::string now = moment_text(clock_.now());
  // A record of robots.txt that cannot be kept ends the run like any other.
  Result<void> kept;
  visitor_.on_record = [&](FetchRecord record) {
    record.feed = feed_;
    if (!settings.dry_run && kept) kept = book_.put_record(record, run_);
  };
  for (const WatchedFeed& feed : feeds) {
    if (!settings.feeds.empty() && std::ranges::find(settings.feeds, feed.url) == settings.feeds.end()) continue;
    if (hooks.should_stop()) break;
    Turn turn{feed, {.url = feed.url, .title = feed.title}, settings, hooks};
    feed_ = feed.url;
    if (!settings.ask_waiting && feed.not_before > now) {
      turn.report.outcome = "waiting";
      turn.report.what = fmt::format("not asked before {}", feed.not_before);
    } else {
      FB_CHECK(ask(turn));
      FB_CHECK(std::move(kept));
    }
    hooks.on_feed(turn.report);
    out.feeds.push_back(std::move(turn.report));
  }
  return out;
}

Result<void> Collector::ask(Turn& turn) {
  WatchedFeed& feed = turn.feed;
  turn.hooks.on_progress(feed.url);
  feed.asked = moment_text(clock_.now());
  if (feed.kind == WatchedFeed::Kind::folder) return walk_folder(turn);
  Visit visit = visitor_.visit({.url = feed.url, .etag = feed.etag, .modified = feed.modified, .limit = kMostFeedBytes});
  if (visit.answer) {
    FB_CHECK(answered(turn, visit));
  } else {
    turn.report.outcome = visit.record.outcome;
    turn.report.what = visit.record.what;
    ++feed.failures;
    feed.not_before = visit.not_before ? moment_text(*visit.not_before) : pause_after(feed.failures, clock_.now());
    FB_CHECK(keep_record(turn, visit.record));
  }
  return turn.settings.dry_run ? Result<void>() : book_.put_feed(feed);
}

// What the answer is, and what it names.
Result<void> Collector::answered(Turn& turn, const Visit& visit) {
  WatchedFeed& feed = turn.feed;
  FetchRecord record = visit.record;
  std::vector<FeedItem> items;
  bool read = true;
  const auto broken = [&](std::string what) {
    read = false;
    record.outcome = "failed";
    record.what = std::move(what);
  };
  if (visit.answer->status == 304 && feed.etag.empty() && feed.modified.empty()) {
    broken("an answer that nothing has changed (304), which was not asked for");
  } else if (visit.answer->status == 200) {
    const WebAnswer& answer = *visit.answer;
    const Result<WebText> text = web_text(answer.body, answer.content_type, visit.final_url);
    if (!text) {
      broken(words_of(text.error()));
    } else {
      if (text->damaged > 0) add_sentence(record.what, fmt::format("{} characters could not be read as {}", text->damaged, text->encoding));
      if (looks_like_html(answer.content_type, text->text) && !looks_like_feed(text->text)) {
        const auto page = page_links(text->text, visit.final_url);
        if (!page) broken(words_of(page.error()));
        else {
          feed.form = "page", feed.title = page->title, feed.home = visit.final_url;
          if (!page->feeds.empty()) add_sentence(record.what, "this page names a feed: " + page->feeds[0]);
          for (const PageLink& link : page->links) items.push_back({.url = link.url, .title = link.title});
          if (items.empty()) broken("no feed, and a page without links that look like articles");
        }
      } else {
        const auto found = read_feed(text->text, visit.final_url);
        if (!found) broken(words_of(found.error()));
        else {
          feed.form = found->kind, feed.title = found->title, feed.home = found->home;
          if (found->left_out > 0) add_sentence(record.what, fmt::format("{} items without an address that can be asked", found->left_out));
          items = found->items;
        }
      }
    }
    if (read) feed.etag = answer.etag, feed.modified = answer.modified;
  }
  if (read) {
    feed.failures = 0;
    feed.not_before.clear();
    feed.answered = feed.asked;
    if (!visit.moved_to.empty() && visit.moved_to != feed.url) {
      add_sentence(record.what, "moved for good to " + visit.moved_to);
      feed.url = visit.moved_to;
    }
  } else {
    ++feed.failures;
    feed.not_before = pause_after(feed.failures, clock_.now());
  }
  turn.report.outcome = record.outcome;
  turn.report.what = record.what;
  turn.report.title = feed.title;
  turn.report.items = items.size();
  FB_CHECK(keep_record(turn, record));
  FB_CHECK(take_items(turn, std::move(items)));
  // With articles left, the same answer is wanted again.
  if (turn.report.left > 0) feed.etag.clear(), feed.modified.clear();
  return {};
}

Result<void> Collector::take_items(Turn& turn, std::vector<FeedItem> items) {
  const std::string now = moment_text(clock_.now());
  std::size_t taken = 0;
  for (const FeedItem& item : items) {
    FB_TRY(const auto known, book_.state_of(item.url));
    if (known && (known->whole || known->tries >= kMostTries || known->not_before > now)) continue;
    if (taken >= turn.settings.most_items || turn.hooks.should_stop()) {
      ++turn.report.left;
      continue;
    }
    ++taken;
    if (turn.settings.dry_run) turn.report.found.push_back(item.url);
    else FB_CHECK(take_item(turn, item, known ? known->tries : 0));
  }
  return {};
}

Result<void> Collector::take_item(Turn& turn, const FeedItem& item, int tries) {
  NewsCandidate candidate = article_of_item(item, turn.feed.title);
  candidate.feed = turn.feed.url;
  candidate.fetched = moment_text(clock_.now());
  CandidateState state{.whole = candidate.whole, .tries = tries + 1};
  if (candidate.whole) {
    FB_CHECK(book_.put_candidate(candidate, state, nullptr, run_));
    ++turn.report.added;
    return {};
  }
  turn.hooks.on_progress(item.url);
  Visit visit = visitor_.visit({.url = item.url, .limit = kMostPageBytes});
  FetchRecord& record = visit.record;
  record.feed = turn.feed.url;
  if (visit.answer && visit.answer->status == 200) {
    if (const auto read = read_article(*visit.answer, visit.final_url, reader_, candidate); !read) {
      record.outcome = "failed";
      record.what = read.error().what;
    } else {
      add_sentence(record.what, *read);
    }
  }
  if (!candidate.whole) state.not_before = visit.not_before ? moment_text(*visit.not_before) : pause_after(tries + 1, clock_.now());
  state.whole = candidate.whole;
  turn.report.added += tries == 0 || candidate.whole;
  turn.report.without_text += !candidate.whole;
  return book_.put_candidate(candidate, state, &record, run_);
}

Result<void> Collector::walk_folder(Turn& turn) {
  const std::filesystem::path folder(turn.feed.url.substr(std::string_view("file://").size()));
  const Walk walked = walk(folder);
  FetchRecord record{.at = turn.feed.asked, .url = turn.feed.url, .outcome = "fetched"};
  if (walked.files.empty() && !walked.troubles.empty()) {
    record.outcome = "failed";
    record.what = walked.troubles[0].what;
  }
  turn.feed.form = "folder";
  turn.report.outcome = record.outcome;
  turn.report.what = record.what;
  turn.report.items = walked.files.size();
  FB_CHECK(keep_record(turn, record));
  for (const auto& path : walked.files) {
    if (turn.hooks.should_stop()) break;
    FB_CHECK(take_file(turn, path));
  }
  turn.feed.failures = record.outcome == "failed" ? turn.feed.failures + 1 : 0;
  if (record.outcome != "failed") turn.feed.answered = turn.feed.asked;
  return turn.settings.dry_run ? Result<void>() : book_.put_feed(turn.feed);
}

Result<void> Collector::take_file(Turn& turn, const std::filesystem::path& path) {
  const std::string url = "file://" + path.string();
  FetchRecord record{.at = moment_text(clock_.now()), .feed = turn.feed.url, .url = url, .outcome = "fetched"};
  const auto bytes = read_file(path);
  const auto failed = [&](const Error& error) {
    record.outcome = "failed";
    record.what = error.what;
    ++turn.report.without_text;
    return keep_record(turn, record);
  };
  if (!bytes) return failed(bytes.error());
  const std::string hash = hash128_hex(*bytes);
  FB_TRY(const auto known, book_.state_of(url));
  if (known && known->hash == hash) return {};
  if (turn.settings.dry_run) {
    turn.report.found.push_back(url);
    return {};
  }
  record.bytes = bytes->size();
  const auto articles = articles_of_file(*bytes, path.filename().string(), reader_);
  if (!articles) return failed(articles.error());
  // The first has the file's own address, which keeps the hash; of several the others have a number behind it.
  for (std::size_t n = articles->size(); n-- > 0;) {
    NewsCandidate candidate = (*articles)[n];
    candidate.url = n == 0 ? url : fmt::format("{}#{}", url, n + 1);
    candidate.feed = turn.feed.url;
    candidate.fetched = record.at;
    FB_CHECK(book_.put_candidate(candidate, {.whole = true, .tries = 1, .hash = hash}, n == 0 ? &record : nullptr, run_));
    ++turn.report.added;
  }
  return {};
}

}  // namespace fengbiao
