// Keeps the snapshot of an archive fresh: a thread looks at the archive's generation now and then, gathers what another process wrote,
// and puts the new snapshot in the place of the old one, from which requests are answered meanwhile.
//
//   auto keeper = *SnapshotKeeper::open("ec.fb", options);     the lists are there, the rest comes
//   keeper->current()->contents->issues.size()
//
// First the lists, then series, policies, entities and findings, each shown as soon as it is there. No lock of the archive is held for
// longer than one issue's reading, so that a writer never waits. An archive that cannot be read just now (busy, replaced, gone) leaves
// the last snapshot standing. Tested by service_test.cc and tests/e2e/serve.py.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>

#include "serve/snapshot.h"

namespace fengbiao {

struct KeeperOptions {
  ReadOptions read{};
  std::chrono::milliseconds look_every{200};
  std::size_t look_ahead_articles = 100'000;  // neighbours are looked for ahead of those who ask in archives of up to so many
};

class SnapshotKeeper {
 public:
  // Fails where the archive cannot be opened or a rule cannot be loaded.
  static Result<std::unique_ptr<SnapshotKeeper>> open(const std::filesystem::path& path, const KeeperOptions& options);
  SnapshotKeeper(const SnapshotKeeper&) = delete;
  SnapshotKeeper& operator=(const SnapshotKeeper&) = delete;
  ~SnapshotKeeper();

  [[nodiscard]] std::shared_ptr<const Snapshot> current() const;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const DocumentChecker& checker() const { return checker_; }

  struct State {
    std::uint64_t refreshes = 0, failures = 0;  // gatherings of a part
    std::string trouble;                        // why the last one failed; empty: it did not
    double seconds = 0;                         // the last one took
  };
  [[nodiscard]] State state() const;
  // Looks at once instead of after the pause: after a correction.
  void look_now();

 private:
  SnapshotKeeper(std::filesystem::path path, KeeperOptions options, DocumentChecker checker)
      : path_(std::move(path)), options_(std::move(options)), checker_(std::move(checker)) {}
  void run();
  // Gathers the first part that is out of date; false: none is, but those that failed a moment ago.
  Result<bool> refresh();
  Result<void> gather(const std::function<Result<void>(Archive&, Snapshot&)>& part);
  bool pause(std::chrono::milliseconds time);  // false: stop
  bool stopping();
  // Looks for neighbours of some articles ahead of those who ask; false: there are none left to look for.
  bool look_ahead();

  const std::filesystem::path path_;
  const KeeperOptions options_;
  const DocumentChecker checker_;
  mutable std::mutex mutex_;  // of current_ and state_
  std::shared_ptr<const Snapshot> current_;
  State state_;
  std::mutex wake_mutex_;
  std::condition_variable wake_;
  bool stop_ = false, look_ = false;
  std::uint64_t numbered_ = 0;         // parts gathered so far; of the thread
  std::set<std::string_view> failed_;  // parts, since the last pause; of the thread
  std::uint64_t ahead_of_ = 0;         // the search part that is looked ahead in; of the thread, as
  std::uint32_t ahead_ = 0;            // the next document
  bool whole_ = false;                 // all parts were gathered once; of the thread
  std::thread thread_;
};

}  // namespace fengbiao
