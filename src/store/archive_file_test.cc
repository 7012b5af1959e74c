#include "store/archive_file.h"

#include <gtest/gtest.h>

#include <sqlite3.h>

#include "base/disk.h"
#include "base/hash.h"
#include "model/issue_json.h"
#include "store/sample_issue.h"

namespace fengbiao {
namespace {

ArchiveFile opened(const std::filesystem::path& path, OpenMode mode) {
  auto archive = ArchiveFile::open(path, mode);
  if (!archive) {
    ADD_FAILURE() << archive.error().message();
    std::abort();
  }
  return std::move(*archive);
}

TEST(Archive, WhatIsPutComesBack) {
  const TestFolder folder;
  const Sample s = sample_issue("2031-05");
  {
    ArchiveFile archive = opened(folder / "a.fb", OpenMode::create);
    EXPECT_EQ(put(archive, s), PutOutcome::added);
    ASSERT_TRUE(archive.commit());
  }
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::read);
  const auto stored = archive.issue("2031-05");
  ASSERT_TRUE(stored) << stored.error().message();
  EXPECT_EQ(stored->issue, s.issue);
  EXPECT_EQ(stored->key, "2031-05");
  EXPECT_EQ(stored->version, 1);
  EXPECT_TRUE(stored->current);
  EXPECT_EQ(stored->document.file, "2031-05.txt");
  EXPECT_EQ(stored->document.hash, s.document.hash);
  EXPECT_EQ(stored->document.bytes, s.text.size());
  EXPECT_EQ(stored->document.encoding, "UTF-8");
  EXPECT_EQ(archive.text_of("2031-05"), s.text);
  EXPECT_EQ(archive.layout_of("2031-05"), s.layout);

  const auto rows = archive.issues();
  ASSERT_EQ(rows->size(), 1U);
  const IssueRow& r = rows->front();
  EXPECT_EQ(r.name, "样例动态");
  EXPECT_EQ(r.publisher, "");
  EXPECT_EQ(r.date, "2031-03-05");
  EXPECT_EQ(r.year, 2031);
  EXPECT_EQ(r.number, 5);
  EXPECT_EQ(r.total, 0);
  EXPECT_EQ(r.articles, 3U);
  EXPECT_EQ(r.unclaimed_lines, 1U);
  EXPECT_EQ(r.versions, 1);
  EXPECT_EQ(troubles_of(archive), "");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1) << "no side file at rest";
}

TEST(Archive, OutcomesOfPut) {
  const TestFolder folder;
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::create);
  Sample s = sample_issue("2031-05");
  EXPECT_EQ(put(archive, s), PutOutcome::added);
  EXPECT_EQ(put(archive, s), PutOutcome::unchanged) << "in the same transaction";
  ASSERT_TRUE(archive.commit());
  EXPECT_EQ(put(archive, s), PutOutcome::unchanged);

  Sample renamed = s;
  renamed.document.file = renamed.issue.file = "copy.txt";
  EXPECT_EQ(put(archive, renamed), PutOutcome::unchanged) << "the same bytes under another name";
  EXPECT_EQ(archive.issues()->front().file, "2031-05.txt");

  Sample again = renamed;
  again.issue.profile = "other";
  EXPECT_EQ(put(archive, again), PutOutcome::reread);
  EXPECT_EQ(archive.issue("2031-05")->issue.file, "2031-05.txt") << "the first name stays";
  EXPECT_EQ(archive.issue("2031-05")->document.file, "2031-05.txt");

  Sample other_text = again;  // today's intake reads other characters from the same bytes
  other_text.text += "\n";
  EXPECT_EQ(put(archive, other_text), PutOutcome::reread);

  const Sample corrected = sample_issue("2031-05", 1);
  EXPECT_EQ(put(archive, corrected), PutOutcome::replaced);
  EXPECT_EQ(put(archive, s), PutOutcome::replaced) << "back to the first bytes is a change too";
  ASSERT_TRUE(archive.commit());

  const auto history = archive.issues(true);
  ASSERT_EQ(history->size(), 5U);
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ((*history)[static_cast<std::size_t>(i)].version, i + 1);
    EXPECT_EQ((*history)[static_cast<std::size_t>(i)].versions, 5);
    EXPECT_EQ((*history)[static_cast<std::size_t>(i)].current, i == 4);
  }
  EXPECT_EQ(archive.issues()->size(), 1U);
  EXPECT_EQ(archive.text_of("2031-05", 3), other_text.text);
  EXPECT_EQ(archive.text_of("2031-05", 4), corrected.text);
  EXPECT_EQ(archive.issue("2031-05", 2)->issue.profile, "other");
  EXPECT_EQ(archive.articles({})->size(), 3U) << "only articles of the current version are listed";
  EXPECT_EQ(troubles_of(archive), "");

  sqlite3_stmt* count = nullptr;
  sqlite3_prepare_v2(archive.handle(), "SELECT count(*) FROM documents", -1, &count, nullptr);
  ASSERT_EQ(sqlite3_step(count), SQLITE_ROW);
  EXPECT_EQ(sqlite3_column_int(count, 0), 3) << "the same bytes read the same way are kept once";
  sqlite3_finalize(count);
}

TEST(Archive, FindDocumentKnowsWhatIsCurrentAndWhatWas) {
  const TestFolder folder;
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::create);
  const Sample first = sample_issue("2031-05"), second = sample_issue("2031-05", 1);
  EXPECT_EQ(*archive.find_document(first.document.hash), std::nullopt);
  ASSERT_TRUE(put(archive, first));
  const auto known = archive.find_document(first.document.hash);
  ASSERT_TRUE(known && *known);
  EXPECT_EQ((*known)->key, "2031-05");
  EXPECT_EQ((*known)->structure_hash, hash128_hex(to_json(first.issue)));
  ASSERT_TRUE(put(archive, second));
  const auto earlier = archive.find_document(first.document.hash);
  ASSERT_TRUE(earlier && *earlier);
  EXPECT_EQ((*earlier)->key, "2031-05");
  EXPECT_FALSE((*earlier)->current) << "only in the history";
  EXPECT_TRUE((*archive.find_document(second.document.hash))->current);
}

TEST(Archive, ArticlesByEveryFilter) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("2031-05", 0, 4), sample_issue("2031-04", 2, 2)});
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::read);
  const auto ids = [&](const ArticleFilter& filter) {
    std::string out;
    const auto rows = archive.articles(filter);
    if (!rows) return rows.error().message();
    for (const ArticleRow& r : *rows) out += (out.empty() ? "" : " ") + r.id;
    return out;
  };
  EXPECT_EQ(ids({}), "2031-04/2-1 2031-04/2-2 2031-05/0-1 2031-05/0-2 2031-05/0-3 2031-05/0-4");
  EXPECT_EQ(ids({.issue = "2031-04"}), "2031-04/2-1 2031-04/2-2");
  EXPECT_EQ(ids({.section = "数据观察"}), "2031-04/2-2 2031-05/0-2 2031-05/0-4");
  EXPECT_EQ(ids({.source = "乙网"}), "2031-04/2-2 2031-05/0-2 2031-05/0-4");
  EXPECT_EQ(ids({.source = "乙"}), "") << "a source is named whole";
  EXPECT_EQ(ids({.title_contains = "之3：某"}), "2031-05/0-3");
  EXPECT_EQ(ids({.title_contains = "%"}), "") << "no wildcards";
  EXPECT_EQ(ids({.selected_by = "样例编辑部"}), "2031-04/2-2 2031-05/0-2 2031-05/0-4");
  EXPECT_EQ(ids({.from = "2031-03-02"}), "2031-04/2-2 2031-05/0-4");
  EXPECT_EQ(ids({.to = "2031-03-01"}), "2031-05/0-2") << "an article without a date never matches";
  EXPECT_EQ(ids({.from = "2031-03-03", .to = "2031-03-03"}), "2031-04/2-2");
  EXPECT_EQ(ids({.compiled = true}), "2031-04/2-1 2031-05/0-1 2031-05/0-3");
  EXPECT_EQ(ids({.issue = "2031-05", .section = "数据观察", .compiled = false, .limit = 1}), "2031-05/0-2");
  EXPECT_EQ(ids({.issue = "' OR 1 --"}), "");
  const ArticleRow row = archive.articles({.issue = "2031-05"})->at(1);
  EXPECT_EQ(row.title, "样例标题之2：某地网上零售再上 一个台阶");
  EXPECT_EQ(row.sources, (std::vector<std::string>{"甲报", "乙网"}));
  EXPECT_EQ(row.file, "2031-05.txt");
  EXPECT_EQ(row.paragraphs, 3U);
  EXPECT_GT(row.line_end, row.line_start);
}

TEST(Archive, WhatIsNotThereIsNotFound) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("2031-05")});
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::write);
  EXPECT_EQ(archive.issue("2031-06").error().what, "there is no issue 2031-06 in the archive");
  EXPECT_EQ(archive.text_of("2031-05", 2).error().what, "there is no version 2 of issue 2031-05 in the archive");
  EXPECT_EQ(archive.layout_of("").error().cause, Cause::not_found);
  EXPECT_EQ(archive.remove("2031-06").error().cause, Cause::not_found);
}

TEST(Archive, RemoveTakesAllVersionsAndTheirTexts) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("2031-04"), sample_issue("2031-05"), sample_issue("2031-05", 1)});
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::write);
  ASSERT_TRUE(archive.remove("2031-05"));
  archive.rollback();
  EXPECT_EQ(archive.issues(true)->size(), 3U);
  ASSERT_TRUE(archive.remove("2031-05"));
  ASSERT_TRUE(archive.commit());
  EXPECT_EQ(archive.issues(true)->size(), 1U);
  EXPECT_EQ(archive.articles({})->size(), 3U);
  EXPECT_EQ(troubles_of(archive), "") << "no document is left over";
  EXPECT_EQ(put(archive, sample_issue("2031-05")), PutOutcome::added);
}

TEST(Archive, AFailedPutUndoesOnlyItself) {
  const TestFolder folder;
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::create);
  ASSERT_TRUE(put(archive, sample_issue("2031-04")));
  Sample clash = sample_issue("2031-05");
  clash.issue.articles[1].id = "2031-04/0-2";
  const auto refused = put(archive, clash);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().cause, Cause::conflict);
  EXPECT_EQ(refused.error().what, "article 2 of issue 2031-05 has the id 2031-04/0-2, which an article of issue 2031-04 has already");
  Sample twice = sample_issue("2031-05");
  twice.issue.articles[1].id = twice.issue.articles[0].id;
  EXPECT_EQ(put(archive, twice).error().what, "two articles of issue 2031-05 have the id 2031-05/0-1");
  ASSERT_TRUE(put(archive, sample_issue("2031-06")));
  ASSERT_TRUE(archive.commit());
  ASSERT_EQ(archive.issues()->size(), 2U);
  EXPECT_EQ(archive.issues()->at(1).key, "2031-06");
  EXPECT_EQ(troubles_of(archive), "") << "no document of the refused issue is left";
}

TEST(Archive, RefusesSpansOutsideTheText) {
  const TestFolder folder;
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::create);
  Sample s = sample_issue("2031-05");
  s.issue.zones.back().span.end = static_cast<std::uint32_t>(s.text.size()) + 1;
  EXPECT_EQ(put(archive, s).error().cause, Cause::invalid_argument);
  s = sample_issue("2031-05");
  s.issue.articles[0].paragraphs[0].pieces[0].begin += 1;
  EXPECT_TRUE(put(archive, s).error().what.starts_with("the text of article 1 has the span ")) << "in the middle of a character";
  s = sample_issue("2031-05");
  s.issue.key = "";
  EXPECT_EQ(put(archive, s).error().cause, Cause::invalid_argument);
}

TEST(Archive, NothingIsThereBeforeCommit) {
  const TestFolder folder;
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::create);
  ASSERT_TRUE(put(archive, sample_issue("2031-05")));
  EXPECT_TRUE(opened(folder / "a.fb", OpenMode::read).issues()->empty()) << "a reader beside the writer sees what was committed";
  archive.rollback();
  EXPECT_TRUE(archive.issues()->empty());
  ASSERT_TRUE(archive.commit()) << "nothing to do is no failure";
  ASSERT_TRUE(archive.begin());
  ASSERT_TRUE(archive.begin());
  ASSERT_TRUE(put(archive, sample_issue("2031-05")));
  ASSERT_TRUE(archive.commit());
  EXPECT_EQ(opened(folder / "a.fb", OpenMode::read).issues()->size(), 1U);
}

TEST(Archive, EmptyTextsAndOddBytesComeBack) {
  const TestFolder folder;
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::create);
  Issue issue;
  issue.key = "k\n'\"";
  issue.file = "-";
  ASSERT_TRUE(archive.put({"-", "text/plain", "UTF-8", 0, "h", 0}, "", "", issue, {}));
  EXPECT_EQ(archive.text_of(issue.key), "");
  EXPECT_EQ(archive.issue(issue.key)->issue, issue);
  Article a;
  a.n = 1;
  a.id = "zero";
  a.title = std::string("a\0b", 3);
  issue.articles = {a};
  issue.key = "z";
  ASSERT_TRUE(archive.put({"-", "text/plain", "UTF-8", 0, "h", 0}, "", "", issue, {}));
  EXPECT_EQ(archive.articles({.issue = "z"})->at(0).title, a.title);
  ASSERT_TRUE(archive.commit());
  EXPECT_EQ(troubles_of(archive), "");
}

TEST(Archive, SameInputSameBytes) {
  const TestFolder folder;
  const std::vector<Sample> samples = {sample_issue("2031-04"), sample_issue("2031-05"), sample_issue("2031-04", 1)};
  make_archive(folder / "a.fb", samples);
  make_archive(folder / "b.fb", samples);
  EXPECT_EQ(*read_file(folder / "a.fb"), *read_file(folder / "b.fb"));
}

TEST(Backup, IsAnArchiveOfTheSame) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("2031-04"), sample_issue("2031-05"), sample_issue("2031-05", 1)});
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::read);
  ASSERT_TRUE(archive.backup(folder / "b.fb"));
  ArchiveFile copy = opened(folder / "b.fb", OpenMode::write);
  EXPECT_EQ(dump(copy), dump(archive));
  EXPECT_EQ(troubles_of(copy), "");
  EXPECT_EQ(put(copy, sample_issue("2031-05", 1)), PutOutcome::unchanged);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 2) << "nothing is left beside it";
}

TEST(Backup, ReplacesNothing) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("2031-04")});
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::write);
  ASSERT_TRUE(write_file(folder / "b.fb", "mine"));
  EXPECT_EQ(archive.backup(folder / "b.fb").error().cause, Cause::conflict);
  EXPECT_EQ(read_file(folder / "b.fb"), "mine");
  EXPECT_EQ(archive.backup(folder / "a.fb").error().cause, Cause::conflict);
  EXPECT_EQ(archive.backup(folder / "none/b.fb").error().cause, Cause::not_found);
  ASSERT_TRUE(archive.begin());
  EXPECT_EQ(archive.backup(folder / "c.fb").error().cause, Cause::invalid_argument);
}

TEST(Backup, WhileAnotherWrites) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("2031-04")});
  ArchiveFile writer = opened(folder / "a.fb", OpenMode::write);
  ASSERT_TRUE(put(writer, sample_issue("2031-05")));
  ArchiveFile reader = opened(folder / "a.fb", OpenMode::read);
  ASSERT_TRUE(reader.backup(folder / "b.fb"));
  ASSERT_TRUE(writer.commit());
  EXPECT_EQ(opened(folder / "b.fb", OpenMode::read).issues()->size(), 1U) << "what was committed when it was made";
}

}  // namespace
}  // namespace fengbiao
