#include "serve/snapshot_keeper.h"

#include <sys/resource.h>

#include <algorithm>
#include <optional>

namespace fengbiao {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kLongestPause{5'000};
constexpr std::chrono::milliseconds kAfterFailure{1'000};
constexpr std::chrono::milliseconds kLookAhead{50};  // at a time, and as long a pause
constexpr int kNicer = 5;                            // the thread that gathers than those that answer: a third of their share

template <class Part>
bool stale(const Numbered<Part>& part, const Generation& now) {
  return !part || !(part->generation == now);
}

}  // namespace

Result<std::unique_ptr<SnapshotKeeper>> SnapshotKeeper::open(const std::filesystem::path& path, const KeeperOptions& options) {
  FB_TRY(Archive archive, Archive::open(path, OpenMode::read));
  FB_TRY(const Generation generation, generation_of(path));
  FB_TRY(DocumentChecker checker, DocumentChecker::load(options.read, {}));
  std::unique_ptr<SnapshotKeeper> out(new SnapshotKeeper(path, options, std::move(checker)));
  auto first = std::make_shared<Snapshot>();
  FB_TRY(first->contents.part, gather_contents(archive, generation));
  first->contents.number = ++out->numbered_;
  out->current_ = std::move(first);
  out->thread_ = std::thread([keeper = out.get()] {
    // Who asks goes before what is gathered: on Linux a nice value is a thread's own. Where it is refused, both share alike.
    (void)setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + kNicer);
    keeper->run();
  });
  return out;
}

SnapshotKeeper::~SnapshotKeeper() {
  {
    const std::lock_guard lock(wake_mutex_);
    stop_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

std::shared_ptr<const Snapshot> SnapshotKeeper::current() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

SnapshotKeeper::State SnapshotKeeper::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

bool SnapshotKeeper::stopping() {
  const std::lock_guard lock(wake_mutex_);
  return stop_;
}

void SnapshotKeeper::look_now() {
  {
    const std::lock_guard lock(wake_mutex_);
    look_ = true;
  }
  wake_.notify_all();
}

bool SnapshotKeeper::pause(std::chrono::milliseconds time) {
  std::unique_lock lock(wake_mutex_);
  wake_.wait_for(lock, time, [&] { return stop_ || look_; });
  look_ = false;
  return !stop_;
}

void SnapshotKeeper::run() {
  std::chrono::milliseconds wait{0};
  while (pause(wait)) {
    const auto begun = Clock::now();
    const auto gathered = refresh();
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun);
    const bool failed = !gathered, more = gathered && *gathered;
    {
      const std::lock_guard lock(mutex_);
      if (failed) {
        ++state_.failures;
        state_.trouble = gathered.error().message();
      } else if (more) {
        ++state_.refreshes;
        state_.seconds = static_cast<double>(took.count()) / 1000;
      } else if (failed_.empty()) {
        state_.trouble.clear();
      }
    }
    if (more || failed) {
      // While somebody writes all the time, gathering takes at most half of a core.
      wait = whole_ ? std::min(took, kLongestPause) : std::chrono::milliseconds(0);
    } else if (!failed_.empty()) {
      wait = kAfterFailure;  // then what failed is tried again
      failed_.clear();
    } else {
      whole_ = true;
      wait = look_ahead() ? kLookAhead : options_.look_every;
    }
  }
}

bool SnapshotKeeper::look_ahead() {
  const auto now = current();
  if (!now->search) return false;
  if (now->search.number != ahead_of_) {
    ahead_of_ = now->search.number;
    ahead_ = 0;
  }
  const std::uint32_t documents = now->search->engine.index().documents();
  if (documents > options_.look_ahead_articles) return false;
  for (const auto until = Clock::now() + kLookAhead; ahead_ < documents && Clock::now() < until; ++ahead_)
    now->search->engine.prepare_neighbours(ahead_);
  return ahead_ < documents;
}

Result<void> SnapshotKeeper::gather(const std::function<Result<void>(Archive&, Snapshot&)>& part) {
  FB_TRY(Archive archive, Archive::open(path_, OpenMode::read));
  auto next = std::make_shared<Snapshot>(*current());
  FB_CHECK(part(archive, *next));
  const std::lock_guard lock(mutex_);
  current_ = std::move(next);
  return {};
}

Result<bool> SnapshotKeeper::refresh() {
  const auto at = generation_of(path_);
  if (!at) {
    failed_.insert("generation");
    return std::unexpected(at.error());
  }
  const auto now = current();
  // True once the part was gathered; nothing where it is fresh, or failed a moment ago.
  const auto freshen = [&](std::string_view name, auto Snapshot::*part, auto make) -> std::optional<Result<bool>> {
    if (!stale(now.get()->*part, *at) || failed_.contains(name)) return std::nullopt;
    const auto done = gather([&](Archive& archive, Snapshot& next) -> Result<void> {
      FB_TRY((next.*part).part, make(archive));
      (next.*part).number = ++numbered_;
      return {};
    });
    if (done) return true;
    failed_.insert(name);
    return std::unexpected(done.error());
  };
  if (auto done = freshen("contents", &Snapshot::contents, [&](Archive& a) { return gather_contents(a, *at); })) return *done;
  if (auto done = freshen("search", &Snapshot::search, [&](Archive& a) { return gather_search_part(a, options_.read, *at); })) return *done;
  if (auto done = freshen("series", &Snapshot::series, [&](Archive& a) { return gather_series_part(a, options_.read, *at); })) return *done;
  if (auto done = freshen("policies", &Snapshot::policies, [&](Archive& a) { return gather_policies_part(a, options_.read, *at); }))
    return *done;
  if (auto done = freshen("entities", &Snapshot::entities, [&](Archive& a) { return gather_entities_part(a, options_.read, *at); }))
    return *done;
  if (auto done = freshen("findings", &Snapshot::findings, [&](Archive& a) {
        return gather_findings_part(
            a, checker_, now->findings.part.get(), [&] { return stopping(); }, *at);
      }))
    return *done;
  return false;
}

}  // namespace fengbiao
