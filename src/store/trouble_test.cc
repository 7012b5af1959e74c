// Other programs, full disks, folders that may only be read: each gives its cause and words, and loses nothing.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <random>

#include "base/disk.h"
#include "base/hash.h"
#include "store/archive_file.h"
#include "store/sample_issue.h"

namespace fengbiao {
namespace {

using std::chrono::milliseconds;

std::string cause_of_opening(const std::filesystem::path& path, OpenMode mode) {
  const auto archive = ArchiveFile::open(path, mode, {milliseconds(50)});
  return archive ? "open" : std::string(name_of(archive.error().cause));
}

// Runs `work` in a child process and gives back what it said.
std::string in_child(const std::function<std::string()>& work) {
  int ends[2];
  if (::pipe(ends) != 0) return "no pipe";
  const pid_t child = ::fork();
  if (child == 0) {
    const std::string said = work();
    const bool written = ::write(ends[1], said.data(), said.size()) == static_cast<ssize_t>(said.size());
    ::_exit(written ? 0 : 1);
  }
  ::close(ends[1]);
  std::string said;
  char buffer[4096];
  for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;) said.append(buffer, static_cast<std::size_t>(got));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? said : fmt::format("child ended with status {}", status);
}

// Permissions mean nothing to root, so the work is done as nobody.
std::string as_nobody(const std::function<std::string()>& work) {
  return in_child([&]() -> std::string {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) return "cannot become nobody";
    return work();
  });
}

// Text that does not compress.
Sample noise(std::string_view key, std::size_t size) {
  Sample s = sample_issue(key);
  std::mt19937 random(5);
  for (std::size_t i = 0; i < size; ++i) s.text += static_cast<char>('!' + random() % 90);
  return s;
}

TEST(Opening, WhatIsNoArchive) {
  const TestFolder folder;
  ASSERT_TRUE(write_file(folder / "empty", ""));
  ASSERT_TRUE(write_file(folder / "text", "本期动态"));
  ASSERT_TRUE(write_file(folder / "long", std::string(10'000, 'x')));
  ASSERT_TRUE(write_file(folder / "header", "SQLite format 3"));
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open((folder / "other").c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "CREATE TABLE t (x)", nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(other);
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);

  for (const OpenMode mode : {OpenMode::read, OpenMode::write}) {
    EXPECT_EQ(cause_of_opening(folder / "none", mode), "not_found");
    EXPECT_EQ(cause_of_opening(folder / "empty", mode), "not_an_archive");
  }
  for (const OpenMode mode : {OpenMode::read, OpenMode::write, OpenMode::create}) {
    for (const char* name : {"text", "long", "header", "other", "pipe", ""})
      EXPECT_EQ(cause_of_opening(folder / name, mode), "not_an_archive") << name;
    EXPECT_EQ(cause_of_opening(folder / "text/below", mode), "not_found");
  }
  EXPECT_EQ(cause_of_opening(folder / "none/a.fb", OpenMode::create), "not_found");
  EXPECT_EQ(cause_of_opening(folder / "empty", OpenMode::create), "open") << "an empty file becomes an archive";
  EXPECT_EQ(cause_of_opening(folder / "empty", OpenMode::read), "open");
  EXPECT_EQ(*read_file(folder / "text"), "本期动态");
  EXPECT_FALSE(std::filesystem::exists(folder / "none"));
}

TEST(Opening, OddNamesAreNames) {
  const TestFolder folder;
  for (const char* name : {":memory:", "file:a.fb?mode=memory", "a b%20\n\xFF.fb"}) {
    make_archive(folder / name, {sample_issue("k")});
    EXPECT_TRUE(std::filesystem::exists(folder / name)) << name;
    auto archive = ArchiveFile::open(folder / name, OpenMode::read);
    ASSERT_TRUE(archive);
    EXPECT_EQ(archive->issues()->size(), 1U);
  }
}

TEST(Opening, ForReadingOnlyRefusesToWrite) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("k")});
  auto archive = ArchiveFile::open(folder / "a.fb", OpenMode::read);
  ASSERT_TRUE(archive);
  EXPECT_EQ(put(*archive, sample_issue("l")).error().cause, Cause::not_writable);
  EXPECT_EQ(archive->remove("k").error().cause, Cause::not_writable);
  EXPECT_NE(sqlite3_exec(archive->handle(), "DELETE FROM issues", nullptr, nullptr, nullptr), SQLITE_OK);
}

TEST(Busy, ASecondWriterIsToldWhoHoldsTheArchive) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("k")});
  int ready[2], done[2];
  ASSERT_EQ(::pipe(ready), 0);
  ASSERT_EQ(::pipe(done), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    char c = 'x';
    auto writer = ArchiveFile::open(folder / "a.fb", OpenMode::write);
    if (!writer || !put(*writer, sample_issue("l")) || ::write(ready[1], &c, 1) != 1 || ::read(done[0], &c, 1) != 1 || !writer->commit())
      ::_exit(1);
    ::_exit(0);
  }
  char c = 0;
  ASSERT_EQ(::read(ready[0], &c, 1), 1);
  auto archive = ArchiveFile::open(folder / "a.fb", OpenMode::write, {milliseconds(50)});
  ASSERT_TRUE(archive);
  EXPECT_EQ(archive->issues()->size(), 1U) << "reading goes on";
  const auto refused = put(*archive, sample_issue("m"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().cause, Cause::busy);
  const bool known = std::filesystem::exists("/proc/locks");
  EXPECT_EQ(refused.error().what,
            "the archive is being written by " + (known ? fmt::format("process {} (test_store)", child) : "another program"));
  ASSERT_EQ(::write(done[1], &c, 1), 1);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_TRUE(put(*archive, sample_issue("m"))) << "once the other is done";
  ASSERT_TRUE(archive->commit());
  EXPECT_EQ(archive->issues()->size(), 3U);
  for (const int end : {ready[0], ready[1], done[0], done[1]}) ::close(end);
}

TEST(Busy, ASecondWriterOfTheSameProgram) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {});
  auto first = ArchiveFile::open(folder / "a.fb", OpenMode::write);
  auto second = ArchiveFile::open(folder / "a.fb", OpenMode::write, {milliseconds(0)});
  ASSERT_TRUE(first && second && first->begin());
  EXPECT_EQ(second->begin().error().cause, Cause::busy);
  first->rollback();
  EXPECT_TRUE(second->begin());
}

TEST(Busy, CommitCanBeTriedAgainAfterALongReader) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("k")});
  auto reader = ArchiveFile::open(folder / "a.fb", OpenMode::read);
  auto writer = ArchiveFile::open(folder / "a.fb", OpenMode::write, {milliseconds(20)});
  ASSERT_TRUE(reader && writer);
  ASSERT_EQ(sqlite3_exec(reader->handle(), "BEGIN; SELECT count(*) FROM issues", nullptr, nullptr, nullptr), SQLITE_OK);
  ASSERT_TRUE(put(*writer, sample_issue("l")));
  EXPECT_EQ(writer->commit().error().cause, Cause::busy);
  ASSERT_EQ(sqlite3_exec(reader->handle(), "COMMIT", nullptr, nullptr, nullptr), SQLITE_OK);
  ASSERT_TRUE(writer->commit());
  EXPECT_EQ(reader->issues()->size(), 2U);
}

// A limit on the number of pages is to SQLite a full disk.
TEST(FullDisk, TheArchiveStaysAsItWas) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("k")});
  auto archive = ArchiveFile::open(folder / "a.fb", OpenMode::write);
  ASSERT_TRUE(archive);
  ASSERT_EQ(sqlite3_exec(archive->handle(), "PRAGMA max_page_count = 40", nullptr, nullptr, nullptr), SQLITE_OK);
  ASSERT_TRUE(put(*archive, sample_issue("l")));
  EXPECT_EQ(put(*archive, noise("m", 1 << 20)).error().cause, Cause::disk_full);
  const auto more = put(*archive, sample_issue("n"));
  const auto committed = archive->commit();
  if (committed) {  // only the one input was undone
    EXPECT_TRUE(more);
    EXPECT_EQ(archive->issues()->size(), 3U);
  } else {  // all since begin() is undone, and whoever asks is told
    EXPECT_EQ(more.error().cause, Cause::disk_full);
    EXPECT_EQ(committed.error().cause, Cause::disk_full);
    EXPECT_TRUE(committed.error().what.ends_with("what was put since the last commit is undone")) << committed.error().what;
    EXPECT_EQ(archive->issues()->size(), 1U);
  }
  EXPECT_EQ(troubles_of(*archive), "");
  ASSERT_EQ(sqlite3_exec(archive->handle(), "PRAGMA max_page_count = 4000", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_TRUE(put(*archive, noise("m", 1 << 20)));
  EXPECT_TRUE(archive->commit());
}

// A limit on the size of files, at many sizes, so that the disk is full at every step of a write.
TEST(FullDisk, AtAnySize) {
  const TestFolder folder;
  for (const rlim_t limit : {0, 1, 100, 4096, 5000, 9000, 40'000, 70'000, 100'000, 200'000, 300'000, 500'000}) {
    const auto path = folder / fmt::format("{}.fb", limit);
    make_archive(path, {sample_issue("k")});
    const std::string said = in_child([&]() -> std::string {
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit small{limit, RLIM_INFINITY};
      ::setrlimit(RLIMIT_FSIZE, &small);
      auto archive = ArchiveFile::open(path, OpenMode::write);
      if (!archive) return archive.error().message();
      sqlite3_exec(archive->handle(), "PRAGMA cache_size = 10", nullptr, nullptr, nullptr);
      Result<void> done;
      for (const Sample& s : {sample_issue("l"), noise("m", 400'000)})
        if (auto outcome = put(*archive, s); !outcome) done = std::unexpected(outcome.error());
      if (auto committed = archive->commit(); !committed) done = committed;
      return done ? "done" : std::string(name_of(done.error().cause));
    });
    EXPECT_EQ(said, limit == 500'000 ? "done" : "disk_full") << limit;
    auto archive = ArchiveFile::open(path, OpenMode::write);
    ASSERT_TRUE(archive) << archive.error().message();
    EXPECT_EQ(troubles_of(*archive), "") << limit;
    EXPECT_EQ(*archive->text_of("k"), sample_issue("k").text);
  }
}

TEST(FullDisk, NoHalfArchiveAndNoHalfBackup) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {noise("m", 400'000)});
  const std::string said = in_child([&]() -> std::string {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{20'000, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto made = ArchiveFile::open(folder / "new.fb", OpenMode::create);
    auto archive = ArchiveFile::open(folder / "a.fb", OpenMode::read);
    const auto copied = archive->backup(folder / "copy.fb");
    return fmt::format("{} {}", made ? "made" : name_of(made.error().cause), copied ? "copied" : name_of(copied.error().cause));
  });
  EXPECT_EQ(said, "disk_full disk_full");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(ReadOnly, AFolderThatMayOnlyBeRead) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("k")});
  make_archive(folder / "open.fb", {sample_issue("k")});
  make_archive(folder / "closed.fb", {sample_issue("k")});
  ::chmod((folder / "a.fb").c_str(), 0444);
  ::chmod((folder / "open.fb").c_str(), 0666);
  ::chmod((folder / "closed.fb").c_str(), 0);
  ::chmod(folder.path().c_str(), 0555);
  const std::string said = as_nobody([&]() -> std::string {
    std::string out;
    for (const char* name : {"a.fb", "open.fb"}) {
      auto archive = ArchiveFile::open(folder / name, OpenMode::read);
      if (!archive) return archive.error().message();
      out +=
          fmt::format("{} {}{}; ", archive->articles({})->size(), archive->text_of("k") == sample_issue("k").text, troubles_of(*archive));
    }
    for (const char* name : {"a.fb", "closed.fb"})
      for (const OpenMode mode : {OpenMode::read, OpenMode::write}) out += cause_of_opening(folder / name, mode) + " ";
    out += cause_of_opening(folder / "new.fb", OpenMode::create) + " ";
    auto writer = ArchiveFile::open(folder / "open.fb", OpenMode::write);
    if (!writer) return out + writer.error().message();
    const auto refused = put(*writer, sample_issue("l"));
    return out + (refused ? "written" : refused.error().what);
  });
  ::chmod(folder.path().c_str(), 0755);
  EXPECT_EQ(said,
            "3 true; 3 true; open not_writable unreadable unreadable not_writable "
            "the archive or its folder may only be read");
}

TEST(CutOffWrite, IsUndoneByWhoeverOpensNext) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("k")});
  std::filesystem::create_directory(folder / "fixed");
  {
    auto writer = ArchiveFile::open(folder / "a.fb", OpenMode::write);
    ASSERT_TRUE(writer && put(*writer, sample_issue("k", 1)) && put(*writer, sample_issue("l")));
    ASSERT_EQ(sqlite3_db_cacheflush(writer->handle()), SQLITE_OK);  // half of it is on the disk now
    for (const char* name : {"b.fb", "fixed/b.fb"})
      for (const char* tail : {"", "-journal"})
        std::filesystem::copy_file((folder / "a.fb").string() + tail, (folder / name).string() + tail);
  }
  EXPECT_NE(*read_file(folder / "b.fb"), *read_file(folder / "a.fb"));
  auto archive = ArchiveFile::open(folder / "b.fb", OpenMode::read);
  ASSERT_TRUE(archive) << archive.error().message();
  EXPECT_EQ(archive->issues(true)->size(), 1U);
  EXPECT_EQ(*archive->text_of("k"), sample_issue("k").text);
  EXPECT_EQ(troubles_of(*archive), "");
  EXPECT_FALSE(std::filesystem::exists(folder / "b.fb-journal"));

  for (const char* name : {"fixed/b.fb", "fixed/b.fb-journal"}) ::chmod((folder / name).c_str(), 0444);
  ::chmod((folder / "fixed").c_str(), 0555);
  ::chmod(folder.path().c_str(), 0755);
  const std::string said = as_nobody([&]() -> std::string {
    const auto opened = ArchiveFile::open(folder / "fixed/b.fb", OpenMode::read);
    return opened ? "open" : opened.error().what;
  });
  ::chmod((folder / "fixed").c_str(), 0755);
  EXPECT_EQ(said, "a write was cut off here; undoing it needs a folder that may be written to");
}

}  // namespace
}  // namespace fengbiao
