#include "ledger/ledger_book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "ledger/sample_book.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

LedgerBook::Make entry(std::string subject, std::string why = "noted") {
  return [=](LedgerView&) -> Result<NewLedgerEntry> {
    return NewLedgerEntry{.subject = subject,
                          .kind = "note",
                          .day = "2023-10-01",
                          .data = {{"a", "甲"}},
                          .names = {subject, "shared"},
                          .by = "clerk",
                          .why = why};
  };
}

int change(const std::filesystem::path& path, const char* sql) {
  sqlite3* db = nullptr;
  sqlite3_open(path.c_str(), &db);
  const int code = sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
  sqlite3_close(db);
  return code;
}

TEST(LedgerBook, EntriesAreNumberedAndFoundAgain) {
  const SampleArchive archive;
  LedgerBook book = archive.book();
  EXPECT_THAT(book.view("x").all().value(), IsEmpty());
  ASSERT_TRUE(book.add("x", "2023-10-01T08:00:00Z", entry("s1")));
  ASSERT_TRUE(book.add("x", "2023-10-01T08:00:01Z", entry("s2")));
  ASSERT_TRUE(book.add("y", "2023-10-01T08:00:02Z", entry("s1")));
  const auto rows = archive.book().view("x").all().value();
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1].number, 2);
  EXPECT_EQ(rows[1].value("a"), "甲");
  EXPECT_NE(rows[0].hash, rows[1].hash);
  EXPECT_THAT(book.view("x").subjects_named("shared").value(), ElementsAre("s1", "s2"));
  EXPECT_THAT(book.view("x").subjects().value(), ElementsAre("s1", "s2"));
  EXPECT_THAT(book.trouble().value(), IsEmpty());
}

TEST(LedgerBook, AnEntryWithoutAReasonOrNameIsRefusedAndNothingIsWritten) {
  const SampleArchive archive;
  LedgerBook book = archive.book();
  EXPECT_FALSE(book.add("x", "", entry("s1", "")));
  EXPECT_FALSE(book.add("x", "", [](LedgerView&) -> Result<NewLedgerEntry> { return fail(Cause::conflict, {}, "no"); }));
  EXPECT_THAT(book.view("x").all().value(), IsEmpty());
  EXPECT_TRUE(book.add("x", "", entry("s1"))) << "the ledger is free again";
}

TEST(LedgerBook, NobodyChangesOrRemovesAnEntry) {
  const SampleArchive archive;
  LedgerBook book = archive.book();
  ASSERT_TRUE(book.add("x", "", entry("s1")));
  EXPECT_NE(change(archive.path(), "UPDATE ledger_entries SET why = 'other'"), SQLITE_OK);
  EXPECT_NE(change(archive.path(), "DELETE FROM ledger_entries"), SQLITE_OK);
}

TEST(LedgerBook, WhatWasChangedPastTheTriggersIsSeen) {
  const SampleArchive archive;
  LedgerBook book = archive.book();
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(book.add("x", "", entry("s1")));
  ASSERT_EQ(change(archive.path(),
                   "DROP TRIGGER ledger_entries_stay; DROP TRIGGER ledger_entries_remain;"
                   "UPDATE ledger_entries SET why = 'other' WHERE number = 3; DELETE FROM ledger_entries WHERE number = 1"),
            SQLITE_OK);
  EXPECT_THAT(book.trouble().value(), ElementsAre(HasSubstr("entries 1 to 1 are missing"), HasSubstr("entry 3 has changed")));
}

}  // namespace
}  // namespace fengbiao
