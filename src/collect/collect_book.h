// What is collected, inside an archive: the feeds that are watched, a record of every fetch, the candidates. Tables of this room's own,
// made when the first feed is added; an archive without them has no feeds.
//
//   FB_TRY(CollectBook book, CollectBook::open("ec.fb", OpenMode::write));   book.add_feeds({{.url = "https://a.example/rss.xml"}}, at);
//
// Each call that writes is one transaction, durable when it returns, so that a killed program leaves the archive whole and what it had
// reported in it. Tested through tests/e2e/collect.py, broken rows by tests/e2e/broken_rows.py.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "collect/candidate.h"
#include "collect/visitor.h"
#include "store/archive_file.h"
#include "store/sqlite.h"

namespace fengbiao {

// A feed, or another source of articles.
struct WatchedFeed {
  enum class Kind : std::uint8_t { web, folder };  // of the web: feed or plain page, as it turns out to be
  std::int64_t number = 0;
  std::string url{};  // canonical; of a folder file://…
  Kind kind = Kind::web;
  std::string form{};  // "rss", "atom", "json", "page", "folder", as it was found; empty before the first fetch
  std::string title{}, home{};
  std::string etag{}, modified{};  // of the last answer
  std::string added{}, asked{}, answered{};
  std::string not_before{};  // when it may be asked again; empty: at once
  int failures = 0;          // in a row
};

// An address that a feed named and whose article is not whole yet.
struct CandidateState {
  bool whole = false;
  int tries = 0;
  std::string not_before{};
  std::string hash{};  // of a file's bytes
};

class CollectBook {
 public:
  static Result<CollectBook> open(const std::filesystem::path& archive, OpenMode mode, const ArchiveOptions& options = {});

  Result<std::vector<WatchedFeed>> feeds();  // in the order in which they were added
  // All or none; for each, false where it is there already.
  Result<std::vector<bool>> add_feeds(const std::vector<WatchedFeed>& feeds, std::string_view at);
  Result<bool> remove_feed(std::string_view url);  // false where there is none; its candidates stay

  Result<std::int64_t> last_run();  // number of the last fetch, 0 before the first
  Result<std::optional<CandidateState>> state_of(std::string_view url);

  // What came of one feed, kept at once.
  Result<void> put_feed(const WatchedFeed& feed);
  Result<void> put_record(const FetchRecord& record, std::int64_t run);
  // New or instead of the one with its address; the record of the fetch that brought it goes with it.
  Result<void> put_candidate(const NewsCandidate& candidate, const CandidateState& state, const FetchRecord* record, std::int64_t run);

  // By date, newest first, those without one last. `run` above 0: only what that fetch brought.
  Result<std::vector<NewsCandidate>> candidates(std::int64_t run = 0);
  Result<std::int64_t> last_run_with_candidates();
  // The newest first; `limit` 0: all.
  Result<std::vector<FetchRecord>> records(std::size_t limit = 0, std::string_view feed = {}, bool failed_only = false);
  // What does not hold together, in words.
  Result<std::vector<std::string>> trouble();

 private:
  Result<bool> has_tables();
  template <class Write>
  Result<void> written(const Write& write);
  std::unique_ptr<Connection> db_;
};

std::string candidate_id(std::string_view url);

}  // namespace fengbiao
