// Damage of every kind is found: rows changed behind the archive's back, bytes flipped, the file cut short.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>

#include "base/compress.h"
#include "base/disk.h"
#include "base/hash.h"
#include "model/issue_json.h"
#include "store/archive_file.h"
#include "store/sample_issue.h"

namespace fengbiao {
namespace {

using testing::HasSubstr;

// The troubles of a small archive after `sql` was run on it by another program; ?1 is `blob`.
std::string troubles_after(const std::string& sql, const std::string& blob = {}) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("2031-04"), sample_issue("2031-05"), sample_issue("2031-05", 1)});
  sqlite3* db = nullptr;
  sqlite3_open((folder / "a.fb").c_str(), &db);
  const char* rest = sql.c_str();
  while (*rest != '\0') {
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(db, rest, -1, &statement, &rest), SQLITE_OK) << sqlite3_errmsg(db);
    if (statement == nullptr) break;
    if (sqlite3_bind_parameter_count(statement) > 0)
      sqlite3_bind_blob(statement, 1, blob.data(), static_cast<int>(blob.size()), SQLITE_STATIC);
    const int code = sqlite3_step(statement);
    EXPECT_TRUE(code == SQLITE_DONE || code == SQLITE_ROW) << sqlite3_errmsg(db);
    sqlite3_finalize(statement);
  }
  sqlite3_close(db);
  auto archive = ArchiveFile::open(folder / "a.fb", OpenMode::read);
  if (!archive) return archive.error().message();
  return troubles_of(*archive);
}

void write(const std::filesystem::path& path, std::string_view bytes) {  // without a sync, since there are many
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// The same with the structure of 2031-04 exchanged for that of a changed issue, its hash made to fit.
template <class Change>
std::string troubles_with(Change change) {
  Issue issue = sample_issue("2031-04").issue;
  change(issue);
  const std::string json = to_json(issue);
  return troubles_after(fmt::format("UPDATE issues SET structure = ?1, structure_hash = '{}' WHERE key = '2031-04'", hash128_hex(json)),
                        compress(json));
}

TEST(Verify, FindsRowsThatWereChanged) {
  EXPECT_EQ(troubles_after("SELECT 1"), "");
  EXPECT_EQ(troubles_after("UPDATE articles SET title = 'x' WHERE id = '2031-04/0-2'"),
            "2031-04: article 2: its row differs from the structure\n");
  EXPECT_EQ(troubles_after("UPDATE articles SET text_hash = text_hash + 1 WHERE id = '2031-04/0-2'"),
            "2031-04: article 2: its printed words have changed\n");
  EXPECT_EQ(troubles_after("UPDATE article_sources SET name = 'x' WHERE position = 1"),
            "2031-04: article 2: its row differs from the structure\n2031-05: article 2: its row differs from the structure\n");
  EXPECT_EQ(troubles_after("DELETE FROM article_sources WHERE article IN (SELECT article FROM articles WHERE id = '2031-04/0-3');"
                           "DELETE FROM articles WHERE id = '2031-04/0-3'"),
            ": a row of the table observations belongs to nothing\n2031-04: the listing has not the articles of the structure\n"
            "2031-04: 3 observations and 1 policies were put, 2 and 1 are there\n");
  EXPECT_EQ(troubles_after("DELETE FROM articles WHERE id = '2031-04/0-3'"),
            ": a row of the table article_sources belongs to nothing\n: a row of the table observations belongs to nothing\n"
            "2031-04: the listing has not the articles of the structure\n"
            "2031-04: 3 observations and 1 policies were put, 2 and 1 are there\n");
  EXPECT_EQ(troubles_after("UPDATE issues SET date = NULL WHERE key = '2031-04'"),
            "2031-04: version 1: its row differs from its structure\n");
  EXPECT_EQ(troubles_after("UPDATE issues SET lines = 1 WHERE version = 2"), "2031-05: version 2: its row differs from its structure\n");
  EXPECT_EQ(troubles_after("UPDATE documents SET pages = 9 WHERE document = 1"), "2031-04: what is said of its input has changed\n");
  EXPECT_EQ(troubles_after("UPDATE issues SET current = 0 WHERE key = '2031-04'"),
            "2031-04: its latest version is not the one current version\n2031-04: an earlier version has articles in the listing\n");
  EXPECT_EQ(troubles_after("DELETE FROM observations; DELETE FROM policy_issuers; DELETE FROM policy_changes; DELETE FROM policies; "
                           "DELETE FROM issue_records; DELETE FROM articles WHERE issue = 1; DELETE FROM article_sources; "
                           "DELETE FROM issues WHERE key = '2031-04'"),
            ": document 1 belongs to no issue\n2031-05: article 1: its row differs from the structure\n"
            "2031-05: article 2: its row differs from the structure\n2031-05: article 3: its row differs from the structure\n");
}

TEST(Verify, FindsRecordsThatWereChanged) {
  EXPECT_EQ(troubles_after("UPDATE observations SET value = value + 1 WHERE id = '2031-04/0-2-o40'"),
            "2031-04: its records have changed\n");
  EXPECT_EQ(troubles_after("UPDATE policies SET until = NULL WHERE id = '2031-04/0-2-p5'"), "2031-04: its records have changed\n");
  EXPECT_EQ(troubles_after("UPDATE policy_issuers SET name = 'x' WHERE policy = 1 AND position = 1"),
            "2031-04: its records have changed\n");
  EXPECT_EQ(troubles_after("DELETE FROM policy_changes WHERE policy = 1"), "2031-04: its records have changed\n");
  EXPECT_EQ(troubles_after("DELETE FROM observations WHERE id = '2031-04/0-2-o40'"),
            "2031-04: 3 observations and 1 policies were put, 2 and 1 are there\n");
  EXPECT_EQ(troubles_after("UPDATE observations SET measure = 'size' WHERE id = '2031-04/0-2-o40'"),
            "2031-04: the archive is damaged: a record says `size`, which is none of its words\n");
  EXPECT_EQ(troubles_after("DELETE FROM issue_records WHERE issue = 1"), "2031-04: it has records, but nothing says that they were made\n");
  EXPECT_EQ(troubles_after("DELETE FROM issue_records WHERE issue = 1; DELETE FROM observations WHERE id LIKE '2031-04%';"
                           "DELETE FROM policy_issuers WHERE policy = 1; DELETE FROM policy_changes WHERE policy = 1;"
                           "DELETE FROM policies WHERE policy = 1"),
            "")
      << "as in an archive that was brought up from format 1";
  EXPECT_EQ(troubles_after("INSERT INTO corrections VALUES (1, 'r', 'period', '2021', NULL, 'w', 'b', 't', NULL, NULL, NULL, 7)"),
            ": correction 1 has changed\n");
}

TEST(Verify, FindsBlocksThatWereChanged) {
  EXPECT_EQ(troubles_after("UPDATE documents SET text = ?1 WHERE document = 1", compress("other words")),
            "2031-04: the archive is damaged: the kept text has changed\n");
  EXPECT_EQ(troubles_after("UPDATE documents SET layout = ?1 WHERE document = 1", "no zstd"),
            "2031-04: the archive is damaged: the kept layout does not unpack\n");
  EXPECT_EQ(troubles_after("UPDATE issues SET structure = ?1 WHERE key = '2031-04'", compress("{}")),
            "2031-04: the archive is damaged: its structure has changed\n");
  EXPECT_EQ(troubles_after(fmt::format("UPDATE issues SET structure = ?1, structure_hash = '{}' WHERE key = '2031-04'", hash128_hex("{}")),
                           compress("{}")),
            "2031-04: the structure of an issue is broken: key: missing\n");
}

TEST(Verify, FindsSpansThatDoNotFit) {
  EXPECT_EQ(troubles_with([](Issue&) {}), "");
  EXPECT_THAT(troubles_with([](Issue& i) { i.zones.back().span.end = 1'000'000; }), HasSubstr("2031-04: version 1: the unclaimed in line"));
  EXPECT_THAT(troubles_with([](Issue& i) { std::swap(i.zones[1], i.zones[2]); }),
              HasSubstr("overlaps the zone before it or is out of order"));
  EXPECT_THAT(troubles_with([](Issue& i) { i.articles[1].source_pieces[0].end = 1'000'000; }),
              HasSubstr("the source line of article 2 has the span"));
  EXPECT_THAT(troubles_with([](Issue& i) { i.articles[1].paragraphs.pop_back(); }),
              HasSubstr("article 2: its row differs from the structure"));
}

TEST(Verify, FindsTablesThatAreNotOurs) {
  EXPECT_EQ(troubles_after("DROP INDEX issues_of_document"), ": the table or index issues_of_document is missing\n");
  EXPECT_EQ(troubles_after("ALTER TABLE articles ADD COLUMN more TEXT"), ": the table or index articles is not as it should be\n");
  EXPECT_EQ(troubles_after("CREATE TABLE of_another_room (x)"), "");
  EXPECT_THAT(troubles_after("PRAGMA foreign_keys = OFF; DROP TABLE issues"), HasSubstr(": the table or index issues is missing\n"));
}

// Every flipped byte is found, or it lay where nothing is kept and all is handed out as before.
TEST(Damage, FlippedBytes) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("2031-04", 0, 2), sample_issue("2031-05")});
  const std::string good = *read_file(folder / "a.fb");
  std::string content;
  {
    auto archive = ArchiveFile::open(folder / "a.fb", OpenMode::read);
    content = dump(*archive);
  }
  int found = 0, harmless = 0;
  for (std::size_t at = 0; at < good.size(); at += at < 200 ? 1 : 97) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << at % 8));
    write(folder / "b.fb", bytes);
    auto archive = ArchiveFile::open(folder / "b.fb", OpenMode::read);
    if (!archive || !troubles_of(*archive).empty()) {
      ++found;
      continue;
    }
    ++harmless;
    ASSERT_EQ(dump(*archive), content) << "byte " << at;
  }
  EXPECT_GT(found, 100);
  EXPECT_GT(harmless, 0);
}

TEST(Damage, AFileCutShort) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("2031-04"), sample_issue("2031-05"), sample_issue("2031-05", 1)});
  const std::string good = *read_file(folder / "a.fb");
  ASSERT_GT(good.size(), 40'000U);
  for (std::size_t size = 0; size < good.size(); size += size == 0 ? 100 : size == 100 ? 3996 : 4096)
    for (const OpenMode mode : {OpenMode::read, OpenMode::write}) {
      write(folder / "b.fb", good.substr(0, size));
      auto archive = ArchiveFile::open(folder / "b.fb", mode);
      if (archive) {
        EXPECT_NE(troubles_of(*archive), "") << size;
      } else {
        EXPECT_EQ(name_of(archive.error().cause), size == 0 ? "not_an_archive" : "damaged") << archive.error().message();
      }
    }
}

TEST(Verify, TellsItsProgress) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("2031-04"), sample_issue("2031-05"), sample_issue("2031-05", 1)});
  auto archive = ArchiveFile::open(folder / "a.fb", OpenMode::read);
  std::string seen;
  ASSERT_TRUE(archive->verify([&](std::size_t done, std::size_t all) { seen += fmt::format("{}/{} ", done, all); }));
  EXPECT_EQ(seen, "1/3 2/3 3/3 ");
}

TEST(Verify, InTheMiddleOfAWrite) {
  const TestFolder folder;
  auto archive = ArchiveFile::open(folder / "a.fb", OpenMode::create);
  ASSERT_TRUE(put(*archive, sample_issue("2031-04")));
  EXPECT_EQ(troubles_of(*archive), "");
  ASSERT_TRUE(archive->commit());
  EXPECT_EQ(archive->issues()->size(), 1U);
}

}  // namespace
}  // namespace fengbiao
