// Records and corrections in the archive: what is put comes back, columns narrow, a corrected record is always given.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/archive_file.h"
#include "store/sample_issue.h"

namespace fengbiao {
namespace {

ArchiveFile opened(const std::filesystem::path& path, OpenMode mode) {
  auto archive = ArchiveFile::open(path, mode);
  if (!archive) std::abort();
  return std::move(*archive);
}

Correction correction(std::string record, std::string field, std::optional<std::string> value) {
  Correction c;
  c.record = std::move(record);
  c.field = std::move(field);
  c.value = std::move(value);
  c.why = "printed otherwise";
  c.by = "A";
  c.at = "2031-04-01T08:00:00Z";
  return c;
}

TEST(Records, WhatIsPutComesBack) {
  const TestFolder folder;
  Sample s = sample_issue("2031-05", 0, 4);
  s.records.observations[0].value = -0.0;
  s.records.observations[2].value = 1.0 / 3;
  make_archive(folder / "a.fb", {s});
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::read);
  EXPECT_EQ(archive.observations("2031-05"), s.records.observations);
  EXPECT_EQ(archive.policies("2031-05"), s.records.policies);
  EXPECT_EQ(troubles_of(archive), "");
  EXPECT_TRUE(archive.issues_without_records()->empty());
  EXPECT_EQ(archive.observations("2031-06").error().cause, Cause::not_found);

  const auto place = archive.find_record("2031-05/0-2-p5");
  ASSERT_TRUE(place && *place);
  EXPECT_EQ((*place)->issue, "2031-05");
  EXPECT_EQ((*place)->article, 2U);
  EXPECT_TRUE((*place)->policy);
  const auto observation = archive.find_record("2031-05/0-3-o40");
  ASSERT_TRUE(observation && *observation);
  EXPECT_FALSE((*observation)->policy);
  EXPECT_EQ(*archive.find_record("2031-05/0-3-o41"), std::nullopt);
}

TEST(Records, OtherRecordsAreExchangedWithoutANewVersion) {
  const TestFolder folder;
  Sample s = sample_issue("2031-05");
  make_archive(folder / "a.fb", {s});
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::write);
  s.records.observations.pop_back();
  s.records.policies[0].issuers.clear();
  EXPECT_EQ(put(archive, s), PutOutcome::reread);
  EXPECT_EQ(put(archive, s), PutOutcome::unchanged);
  ASSERT_TRUE(archive.commit());
  EXPECT_EQ(archive.observations("2031-05"), s.records.observations);
  EXPECT_EQ(archive.policies("2031-05"), s.records.policies);
  EXPECT_EQ(archive.issues(true)->size(), 1U);
  EXPECT_EQ(troubles_of(archive), "");

  const Sample second = sample_issue("2031-05", 1);
  EXPECT_EQ(put(archive, second), PutOutcome::replaced);
  EXPECT_EQ(archive.observations("2031-05"), second.records.observations) << "only records of the current version";
  ASSERT_TRUE(archive.remove("2031-05"));
  ASSERT_TRUE(archive.commit());
  EXPECT_EQ(*archive.find_record(second.records.observations[0].id), std::nullopt);
  EXPECT_EQ(troubles_of(archive), "");
}

TEST(Records, ColumnsNarrow) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("2031-05", 0, 4)});
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::write);
  const auto articles = [&](const ObservationColumns& columns) {
    std::vector<std::uint32_t> out;
    const auto rows = archive.observations("2031-05", columns);
    if (!rows) std::abort();
    for (const Observation& o : *rows) out.push_back(o.article);
    return out;
  };
  using testing::ElementsAre;
  EXPECT_THAT(articles({}), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(articles({.measure = Measure::level}), ElementsAre(1, 3));
  EXPECT_THAT(articles({.status = Status::forecast}), ElementsAre(2, 4));
  EXPECT_THAT(articles({.indicator_code = "count"}), ElementsAre(2, 4));
  EXPECT_THAT(articles({.indicator_code = "' OR 1"}), ElementsAre());
  EXPECT_THAT(articles({.sure = true}), ElementsAre(2, 4));
  EXPECT_THAT(articles({.measure = Measure::rank, .sure = true}), ElementsAre());
  ASSERT_TRUE(archive.add_correction(correction("2031-05/0-3-o40", "measure", "rank")));
  EXPECT_THAT(articles({.measure = Measure::rank, .sure = true}), ElementsAre(3)) << "corrected: its columns hold what was read";
  ASSERT_TRUE(archive.undo_correction(1, "A", "2031-04-02T00:00:00Z", ""));
  EXPECT_THAT(articles({.measure = Measure::rank, .sure = true}), ElementsAre());
}

TEST(Records, WhatDoesNotFitIsRefused) {
  const TestFolder folder;
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::create);
  const auto refused = [&](auto change) {
    Sample s = sample_issue("2031-05");
    change(s.records);
    const auto done = put(archive, s);
    return done ? std::string("taken") : done.error().what;
  };
  EXPECT_EQ(refused([](IssueRecords& r) { r.observations[0].article = 9; }),
            "record 2031-05/0-1-o40 belongs to article 9, which is not there");
  EXPECT_EQ(refused([](IssueRecords& r) { r.observations[1].id = r.observations[0].id; }), "two records have the id 2031-05/0-1-o40");
  EXPECT_EQ(refused([](IssueRecords& r) { r.policies[0].id = r.observations[0].id; }), "two records have the id 2031-05/0-1-o40");
  EXPECT_EQ(refused([](IssueRecords& r) { std::swap(r.observations[0], r.observations[1]); }), "record 2031-05/0-1-o40 is out of order");
  EXPECT_EQ(refused([](IssueRecords& r) { r.observations[0].quote_span.end = 1'000'000; }).substr(0, 36),
            "record 2031-05/0-1-o40 has the span ");
  EXPECT_EQ(refused([](IssueRecords& r) { ++r.observations[0].quote_span.begin; }).substr(0, 36), "record 2031-05/0-1-o40 has the span ");
  EXPECT_EQ(refused([](IssueRecords& r) { r.observations[0].value = 1e308 * 10; }), "record 2031-05/0-1-o40 has a value that is no number");
  EXPECT_EQ(refused([](IssueRecords&) {}), "taken");
}

TEST(Corrections, AreNumberedAndUndone) {
  const TestFolder folder;
  make_archive(folder / "a.fb", {sample_issue("2031-05")});
  {
    ArchiveFile archive = opened(folder / "a.fb", OpenMode::write);
    EXPECT_EQ(archive.add_correction(correction("r1", "period", "2021")), 1);
    EXPECT_EQ(archive.add_correction(correction("r2", "area", std::nullopt)), 2);
    EXPECT_EQ(archive.add_correction(correction("r1", "period", "2022")), 3);
    ASSERT_TRUE(archive.commit());
    EXPECT_EQ(archive.add_correction(correction("r3", "period", "2021")), 4);
    archive.rollback();
    const auto undone = archive.undo_correction(3, "B", "2031-04-02T00:00:00Z", "was right");
    ASSERT_TRUE(undone);
    EXPECT_FALSE(undone->holds());
    ASSERT_TRUE(archive.commit());
    EXPECT_EQ(archive.undo_correction(3, "B", "2031-04-02T00:00:00Z", "").error().cause, Cause::conflict);
    EXPECT_EQ(archive.undo_correction(9, "B", "2031-04-02T00:00:00Z", "").error().cause, Cause::not_found);
    EXPECT_EQ(archive.add_correction(correction("r1", "area", "x")), 4);
    archive.rollback();
  }
  ArchiveFile archive = opened(folder / "a.fb", OpenMode::read);
  EXPECT_EQ(archive.corrections()->size(), 2U);
  EXPECT_EQ(archive.corrections("r1")->size(), 1U);
  const auto all = archive.corrections("r1", true);
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ(all->back().undone_why, "was right");
  EXPECT_EQ(all->front().value, "2021");
  EXPECT_EQ(archive.corrections("r2")->front().value, std::nullopt);
  EXPECT_EQ(archive.add_correction(correction("r1", "area", "x")).error().cause, Cause::not_writable);
  EXPECT_EQ(troubles_of(archive), "");
}

}  // namespace
}  // namespace fengbiao
