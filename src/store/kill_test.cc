// Whatever instant the writer is killed at: the archive opens, verifies, and has every issue that was acknowledged.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>

#include "store/archive_file.h"
#include "store/sample_issue.h"

namespace fengbiao {
namespace {

constexpr int kRounds = 20;
constexpr int kMicroseconds[kRounds] = {900,    61'000, 17'300, 33'100, 4'700,  48'200, 25'900, 9'100,  71'500, 12'800,
                                        38'600, 2'300,  55'400, 21'700, 29'300, 66'900, 7'200,  43'500, 14'600, 51'100};

// Puts issues two at a time and, once they are durable, writes their keys to `out`. Never returns.
[[noreturn]] void write_until_killed(const std::filesystem::path& path, int round, int out) {
  auto archive = ArchiveFile::open(path, OpenMode::create);
  for (int i = 0; archive; ++i) {
    const std::string first = fmt::format("{}-{}", round, i), again = fmt::format("again-{}", i % 3);
    if (!put(*archive, sample_issue(first, i, 2)) || !put(*archive, sample_issue(again, round * 1000 + i, 2)) || !archive->commit()) break;
    const std::string line = first + "\n";
    if (::write(out, line.data(), line.size()) != static_cast<ssize_t>(line.size())) break;
  }
  ::_exit(1);
}

TEST(Kill, NothingAcknowledgedIsLostAndNothingIsHalf) {
  const TestFolder folder;
  const auto path = folder / "a.fb";
  std::set<std::string> acknowledged;
  for (int round = 0; round < kRounds; ++round) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) write_until_killed(path, round, ends[1]);
    ::close(ends[1]);
    std::string said;
    char buffer[4096];
    // Every other round is killed well after its first acknowledgement, however slow the machine is.
    if (round % 2 == 1 && ::read(ends[0], buffer, 1) == 1) said.assign(buffer, 1);
    std::this_thread::sleep_for(std::chrono::microseconds(kMicroseconds[round]));
    ::kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the writer was not to end by itself";
    for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;) said.append(buffer, static_cast<std::size_t>(got));
    ::close(ends[0]);
    for (std::size_t at = 0; at < said.size();) {
      const std::size_t end = said.find('\n', at);
      acknowledged.insert(said.substr(at, end - at));
      at = end + 1;
    }
    auto archive = ArchiveFile::open(path, OpenMode::read);
    if (!archive) {  // killed before there was an archive
      ASSERT_TRUE(acknowledged.empty()) << archive.error().message();
      ASSERT_TRUE(archive.error().cause == Cause::not_found || archive.error().cause == Cause::not_an_archive) << archive.error().message();
      continue;
    }
    EXPECT_EQ(troubles_of(*archive), "") << round;
    std::set<std::string> kept;
    const auto issues = archive->issues();
    ASSERT_TRUE(issues);
    for (const IssueRow& row : *issues)
      if (!row.key.starts_with("again")) kept.insert(row.key);
    EXPECT_TRUE(std::ranges::includes(kept, acknowledged)) << round;
    EXPECT_LE(kept.size(), acknowledged.size() + static_cast<std::size_t>(round) + 1) << "at most one a round was durable but not yet told";
  }
  EXPECT_GE(acknowledged.size(), static_cast<std::size_t>(kRounds / 2));
}

}  // namespace
}  // namespace fengbiao
