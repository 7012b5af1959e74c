// Formats, old and new: a made-up step to a next format, and the archives of tests/golden that every later program reads.
#include "store/format.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "base/disk.h"
#include "store/sample_issue.h"

namespace fengbiao {
namespace {

const std::filesystem::path kGolden = std::filesystem::path(FENGBIAO_SOURCE_DIR) / "tests/golden";

// A next format whose step writes where the archive was from.
Format next_format() {
  Format next = todays_format();
  ++next.number;
  next.steps.resize(static_cast<std::size_t>(kArchiveFormat), [](Connection& db) {
    return db.run("CREATE TABLE origin (name TEXT) STRICT; INSERT INTO origin SELECT name FROM issues");
  });
  return next;
}

Format broken_next_format() {
  Format next = next_format();
  next.steps.back() = [](Connection& db) { return db.run("CREATE TABLE origin (name TEXT) STRICT; SELECT no_such FROM issues"); };
  return next;
}

std::int64_t ask(Connection& db, std::string_view sql) {
  const auto answer = db.integer(sql);
  return answer ? *answer : -1;
}

TEST(Format, AStepBringsAnEarlierArchiveUp) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("k"), sample_issue("l")});
  {
    const auto db = open_archive(folder / "a.fb", OpenMode::write, {}, next_format());
    ASSERT_TRUE(db) << db.error().message();
    EXPECT_EQ(ask(**db, "PRAGMA user_version"), kArchiveFormat + 1);
    EXPECT_EQ(ask(**db, "SELECT count(*) FROM origin"), 2);
  }
  {
    const auto again = open_archive(folder / "a.fb", OpenMode::write, {}, next_format());
    ASSERT_TRUE(again);
    EXPECT_EQ(ask(**again, "SELECT count(*) FROM origin"), 2) << "a step is taken once";
  }
  for (const OpenMode mode : {OpenMode::read, OpenMode::write, OpenMode::create}) {
    const auto earlier_program = ArchiveFile::open(folder / "a.fb", mode);
    ASSERT_FALSE(earlier_program);
    EXPECT_EQ(earlier_program.error().cause, Cause::newer_format);
    EXPECT_EQ(earlier_program.error().what, "written by a later version of fengbiao: its format is 3, this program reads up to 2");
  }
}

TEST(Format, ReadingAnEarlierArchiveLeavesItAsItIs) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("k")});
  const std::string before = *read_file(folder / "a.fb");
  const auto db = open_archive(folder / "a.fb", OpenMode::read, {}, next_format());
  ASSERT_TRUE(db) << db.error().message();
  EXPECT_EQ(ask(**db, "SELECT count(*) FROM origin"), 1) << "a private copy has the next format";
  EXPECT_EQ((*db)->path(), folder / "a.fb");
  EXPECT_EQ(*read_file(folder / "a.fb"), before);
}

TEST(Format, AStepThatFailsLeavesTheEarlierFormat) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("k")});
  EXPECT_FALSE(open_archive(folder / "a.fb", OpenMode::write, {}, broken_next_format()));
  auto archive = ArchiveFile::open(folder / "a.fb", OpenMode::write);
  ASSERT_TRUE(archive) << archive.error().message();
  EXPECT_EQ(troubles_of(*archive), "");
}

TEST(Format, HasAStepFromEachEarlierOne) {
  EXPECT_EQ(todays_format().number, kArchiveFormat);
  EXPECT_EQ(todays_format().steps.size(), static_cast<std::size_t>(kArchiveFormat - 1));
}

std::vector<Sample> golden_samples() {
  return {sample_issue("2031-04", 0, 2), sample_issue("2031-05", 0, 3), sample_issue("2031-05", 1, 3)};
}

std::vector<Correction> golden_corrections() {
  Correction c;
  c.record = "2031-04/0-1-o40";
  c.field = "period";
  c.value = "2031-Q1";
  c.read = "2031-H1";
  c.why = "见原文第5行";
  c.by = "甲";
  c.at = "2031-04-01T08:00:00Z";
  Correction unknown = c;
  unknown.record = "2031-05/1-2-p5";
  unknown.field = "until";
  unknown.value.reset();
  unknown.read.clear();
  return {c, unknown};
}

// FENGBIAO_GOLDEN_OUT=FOLDER keeps what this makes; tests/golden/README.md tells when.
TEST(Golden, TodaysProgramMakesWhatTheGoldenArchiveHolds) {
  const TestFolder folder;
  const char* const keep = std::getenv("FENGBIAO_GOLDEN_OUT");
  const std::filesystem::path made = keep ? std::filesystem::path(keep) / "format-2.fb" : folder / "format-2.fb";
  make_archive(made, golden_samples());
  {
    auto archive = ArchiveFile::open(made, OpenMode::write);
    ASSERT_TRUE(archive);
    for (const Correction& c : golden_corrections()) ASSERT_TRUE(archive->add_correction(c));
    ASSERT_TRUE(archive->undo_correction(2, "乙", "2031-04-02T00:00:00Z", "看错了"));
    ASSERT_TRUE(archive->commit());
  }
  {
    const auto db = Connection::open(made, SQLITE_OPEN_READWRITE, std::chrono::milliseconds(0));
    ASSERT_TRUE(db && (*db)->run("PRAGMA page_size = 1024; VACUUM"));  // small enough for a repository
  }
  auto archive = ArchiveFile::open(made, OpenMode::read);
  ASSERT_TRUE(archive) << archive.error().message();
  EXPECT_EQ(troubles_of(*archive), "");
  ASSERT_TRUE(write_file(made.parent_path() / "format-2.txt", dump(*archive)));
  EXPECT_EQ(dump(*archive), read_file(kGolden / "format-2.txt").value_or(""));
}

// A golden archive is read as it is and written on in a copy; `put_again` is what putting the same issue again comes to.
void read_and_write_on(const std::string& name, PutOutcome put_again) {
  const TestFolder folder;
  const std::string content = *read_file(kGolden / (name + ".txt"));
  {
    auto archive = ArchiveFile::open(kGolden / (name + ".fb"), OpenMode::read);
    ASSERT_TRUE(archive) << archive.error().message();
    EXPECT_EQ(dump(*archive), content);
    EXPECT_EQ(troubles_of(*archive), "");
  }
  std::filesystem::copy_file(kGolden / (name + ".fb"), folder / "a.fb");
  std::filesystem::permissions(folder / "a.fb", std::filesystem::perms::owner_all);
  auto archive = ArchiveFile::open(folder / "a.fb", OpenMode::write);
  ASSERT_TRUE(archive) << archive.error().message();
  EXPECT_EQ(dump(*archive), content);
  EXPECT_EQ(troubles_of(*archive), "");
  EXPECT_EQ(put(*archive, sample_issue("2031-05", 1, 3)), put_again);
  EXPECT_EQ(put(*archive, sample_issue("2031-05", 1, 3)), PutOutcome::unchanged);
  EXPECT_EQ(archive->issue("2031-05")->version, 2) << "other records make no new version";
  EXPECT_EQ(put(*archive, sample_issue("2031-05", 2, 3)), PutOutcome::replaced);
  ASSERT_TRUE(archive->commit());
  EXPECT_EQ(archive->issue("2031-05")->version, 3);
  EXPECT_EQ(troubles_of(*archive), "");
}

TEST(Golden, Format1IsReadAndWrittenOn) {
  read_and_write_on("format-1", PutOutcome::reread);  // its records were never made
  auto archive = ArchiveFile::open(kGolden / "format-1.fb", OpenMode::read);
  EXPECT_EQ(*archive->issues_without_records(), (std::vector<std::string>{"2031-04", "2031-05"}));
  EXPECT_TRUE(archive->observations("2031-04")->empty());
}

TEST(Golden, Format2IsReadAndWrittenOn) {
  read_and_write_on("format-2", PutOutcome::unchanged);
  auto archive = ArchiveFile::open(kGolden / "format-2.fb", OpenMode::read);
  EXPECT_TRUE(archive->issues_without_records()->empty());
}

TEST(Golden, DamagedOnesAreToldApart) {
  const auto open = [](const char* name) { return ArchiveFile::open(kGolden / name, OpenMode::read); };
  EXPECT_EQ(open("newer-format.fb").error().cause, Cause::newer_format);
  EXPECT_EQ(open("other-program.fb").error().cause, Cause::not_an_archive);
  EXPECT_EQ(open("damaged-cut.fb").error().cause, Cause::damaged);

  auto page = open("damaged-page.fb");
  ASSERT_TRUE(page) << page.error().message();
  EXPECT_NE(troubles_of(*page), "");
  EXPECT_TRUE(dump(*page).find("error: ") != std::string::npos) << "damaged words are never handed out";

  auto words = open("damaged-words.fb");
  ASSERT_TRUE(words) << words.error().message();
  EXPECT_EQ(troubles_of(*words), "2031-04: article 2: its printed words have changed\n");

  auto records = open("damaged-records.fb");
  ASSERT_TRUE(records) << records.error().message();
  EXPECT_EQ(troubles_of(*records), "2031-04: its records have changed\n: correction 1 has changed\n");
  EXPECT_EQ(records->corrections().error().cause, Cause::damaged);
}

}  // namespace
}  // namespace fengbiao
