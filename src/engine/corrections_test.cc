// Corrections by hand: checked, kept beside what was read, laid over records wherever they are asked for, undone; and the review queue.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/disk.h"
#include "engine/archive.h"

namespace fengbiao {
namespace {

const std::filesystem::path kSamples = std::filesystem::path(FENGBIAO_SOURCE_DIR) / "samples";
constexpr const char* kAt = "2026-11-27T08:00:00Z";

class CorrectionsTest : public testing::Test {
 protected:
  CorrectionsTest() : folder_(std::filesystem::temp_directory_path() / ("fengbiao-corrections-" + std::to_string(getpid()))) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    Archive archive = open(OpenMode::create);
    EXPECT_TRUE(archive.ingest({(kSamples / "2023-03-20.txt").string()}, {}, {}));
    first_ = archive.observations({.limit = 1})->front();
  }
  ~CorrectionsTest() override { std::filesystem::remove_all(folder_); }

  Archive open(OpenMode mode = OpenMode::write) { return std::move(Archive::open(folder_ / "a.fb", mode).value()); }
  CorrectionRequest request(std::vector<std::pair<std::string, std::optional<std::string>>> set) const {
    return {.record = first_.observation.id, .set = std::move(set), .why = "printed otherwise", .by = "desk", .at = kAt};
  }

  std::filesystem::path folder_;
  ReportedObservation first_;
};

TEST_F(CorrectionsTest, AreLaidOverTheRecordAndSurviveReread) {
  {
    Archive archive = open();
    const auto done = archive.correct(request({{"period", "2019-Q4"}, {"area", "某地"}}));
    ASSERT_TRUE(done) << done.error().message();
    EXPECT_EQ(done->corrections[0].number, 1);
    EXPECT_EQ(done->corrections[0].read, first_.observation.period);
    EXPECT_EQ(done->corrections[1].value, "某地");
    EXPECT_EQ(field_text(done->record, "period"), "2019-Q4");
    ASSERT_TRUE(archive.reread({}, {}));
  }
  Archive archive = open(OpenMode::read);
  const auto found = archive.observations({.from = "2019-Q4", .to = "2019-Q4"});
  ASSERT_EQ(found->size(), 1u) << "found by the corrected value";
  EXPECT_EQ(found->front().observation.area, "某地");
  EXPECT_EQ(found->front().corrections.size(), 2u);
  const auto why = archive.explain_record(first_.observation.id);
  const auto period = std::ranges::find(why->fields, "period", &RecordExplanation::Field::name);
  EXPECT_EQ(period->value, "2019-Q4");
  EXPECT_EQ(period->read, first_.observation.period);
  ASSERT_TRUE(period->correction);
  EXPECT_EQ(period->correction->by, "desk");
  EXPECT_TRUE(archive.verify()->empty());
}

TEST_F(CorrectionsTest, ANameThatIsSetLeavesItsCodeBehind) {
  Archive archive = open();
  ASSERT_TRUE(archive.correct(request({{"area", "某地"}, {"area_code", "990000"}})));
  EXPECT_EQ(field_text(*archive.record(first_.observation.id), "area_code"), "990000");
  const auto other = archive.correct(request({{"entity", "某公司"}, {"entity_id", "company:x"}}));
  ASSERT_TRUE(other) << other.error().message();
  ASSERT_TRUE(archive.undo_correction(other->corrections[1].number, "desk", kAt, ""));
  EXPECT_EQ(field_text(*archive.record(first_.observation.id), "entity"), "某公司");
  EXPECT_EQ(field_text(*archive.record(first_.observation.id), "entity_id"), "");
  EXPECT_EQ(field_text(*archive.record(first_.observation.id), "area_code"), "990000");
}

TEST_F(CorrectionsTest, TheLastOneOfAFieldHoldsAndCanBeUndone) {
  Archive archive = open();
  ASSERT_TRUE(archive.correct(request({{"period", "2019"}})));
  ASSERT_TRUE(archive.correct(request({{"period", "2020"}})));
  const auto period = [&] { return field_text(*archive.record(first_.observation.id), "period"); };
  EXPECT_EQ(period(), "2020");
  EXPECT_EQ(corrections_of(*archive.record(first_.observation.id)).size(), 1u);
  EXPECT_EQ(archive.undo_correction(2, "desk", kAt, "", true)->number, 2);
  EXPECT_EQ(period(), "2020") << "a dry run";
  const auto undone = archive.undo_correction(2, "chief", kAt, "was right");
  ASSERT_TRUE(undone);
  EXPECT_EQ(undone->undone_by, "chief");
  EXPECT_EQ(period(), "2019") << "the one before holds again";
  ASSERT_TRUE(archive.undo_correction(1, "chief", kAt, ""));
  EXPECT_EQ(period(), first_.observation.period);
  EXPECT_EQ(archive.undo_correction(1, "chief", kAt, "").error().cause, Cause::conflict);
  EXPECT_EQ(archive.undo_correction(7, "chief", kAt, "").error().cause, Cause::not_found);
  EXPECT_TRUE(archive.corrections(false)->empty());
  const auto all = archive.corrections(true);
  ASSERT_EQ(all->size(), 2u);
  EXPECT_EQ((*all)[0].record, short_name(first_.origin, first_.observation.id));
}

TEST_F(CorrectionsTest, AreRefusedInWords) {
  Archive archive = open();
  const auto refused = [&](CorrectionRequest r) {
    const auto done = archive.correct(r);
    return done ? std::string("taken") : done.error().message();
  };
  EXPECT_EQ(refused(request({})), "nothing to set (give a field and its value)");
  EXPECT_THAT(refused(request({{"perod", "2019"}})),
              testing::StartsWith("there is no field `perod`; did you mean `period`? (the fields are: "));
  EXPECT_THAT(refused(request({{"period", "2019h1"}})), testing::EndsWith("got `2019h1`; did you mean `2019-H1`?"));
  EXPECT_EQ(refused(request({{"value", std::nullopt}})), "value: cannot be unknown");
  EXPECT_EQ(refused(request({{"period", "2019"}, {"period", "2020"}})), "period is set twice");
  EXPECT_EQ(refused(request({{"status", "actual"}})), "status is `actual` already");
  EXPECT_EQ(refused(request({{"share_of", std::nullopt}})), "share_of is unknown already");
  EXPECT_EQ(refused(request({{"value", "10"}, {"value_max", "7"}})), "value_max: 7 is below the value 10");
  EXPECT_THAT(refused(request({{"part_of", "2023-03-20/1-o9999"}})), testing::StartsWith("no record '2023-03-20/1-o9999' in the archive"));
  EXPECT_EQ(refused(request({{"part_of", first_.observation.id}})), "part_of: a record is no part of itself");
  CorrectionRequest r = request({{"period", "2019"}});
  r.why = "";
  EXPECT_EQ(refused(r), "why: expected words on one line, got ``");
  r = request({{"period", "2019"}});
  r.by = "a\nb";
  EXPECT_EQ(refused(r), "by: expected words on one line, got `a\\x0ab`");
  for (const char* at : {"", "2026-11-27", "2026-11-27T08:00:00", "2026-13-27T08:00:00Z", "2026-11-27T25:00:00Z", "2026-11-27 08:00:00Z"}) {
    r = request({{"period", "2019"}});
    r.at = at;
    EXPECT_THAT(refused(r), testing::StartsWith("at: expected a moment in UTC such as 2026-11-27T08:00:00Z, got ")) << at;
  }
  r = request({{"period", "2019"}});
  r.record = "nothing";
  EXPECT_THAT(refused(r), testing::StartsWith("no record 'nothing' in the archive"));
  EXPECT_TRUE(archive.corrections(true)->empty()) << "nothing of this was kept";

  r = request({{"period", "2019"}});
  r.dry_run = true;
  EXPECT_EQ(refused(r), "taken");
  EXPECT_TRUE(archive.corrections(true)->empty());
  Archive reader = open(OpenMode::read);
  EXPECT_EQ(reader.correct(request({{"period", "2019"}})).error().cause, Cause::not_writable);
  EXPECT_TRUE(reader.correct(r)) << "a dry run only reads";
}

TEST_F(CorrectionsTest, APartIsKeptByTheIdOfItsWhole) {
  Archive archive = open();
  const auto two = archive.observations({.limit = 2});
  const ReportedObservation& second = two->at(1);
  ASSERT_TRUE(archive.correct(request({{"part_of", short_name(second.origin, second.observation.id)}})));
  EXPECT_EQ(field_text(*archive.record(first_.observation.id), "part_of"), second.observation.id);
}

TEST_F(CorrectionsTest, TheReviewQueueIsOrderedAndForgetsWhatWasSeen) {
  Archive archive = open();
  const auto rows = archive.observations();
  std::size_t open_ones = 0;
  for (const ReportedObservation& r : *rows) open_ones += r.observation.sure && r.observation.doubts.empty() ? 0 : 1;
  const auto count = [&](ReviewItem::Why why) {
    std::size_t n = 0;
    const auto queue = archive.review();
    for (const ReviewItem& item : *queue) n += item.why == why ? 1 : 0;
    return n;
  };
  const auto of_observations = [&] {
    std::size_t n = 0;
    const auto queue = archive.review();
    for (const ReviewItem& item : *queue) n += item.record && std::holds_alternative<ReportedObservation>(*item.record) ? 1 : 0;
    return n;
  };
  EXPECT_EQ(of_observations(), open_ones);
  EXPECT_EQ(count(ReviewItem::Why::orphaned), 0u);

  const bool was_open = !first_.observation.sure || !first_.observation.doubts.empty();
  ASSERT_TRUE(archive.correct(request({{"period", "2019"}})));
  EXPECT_EQ(of_observations(), open_ones - (was_open ? 1 : 0)) << "what somebody corrected was seen";

  Correction stray;  // its record is gone
  stray.record = "2023-03-20-00000000-o1";
  stray.field = "period";
  stray.value = "2019";
  stray.why = "w";
  stray.by = "b";
  stray.at = kAt;
  ASSERT_TRUE(archive.file().add_correction(stray));
  Correction changed = stray;  // made when the program read something else
  changed.record = rows->at(1).observation.id;
  changed.field = "area";
  changed.value = "某地";
  changed.read = "别处";
  ASSERT_TRUE(archive.file().add_correction(changed));
  ASSERT_TRUE(archive.file().commit());
  const auto queue = archive.review(2);
  ASSERT_EQ(queue->size(), 2u);
  EXPECT_EQ((*queue)[0].why, ReviewItem::Why::orphaned);
  EXPECT_EQ((*queue)[0].name, stray.record);
  EXPECT_EQ((*queue)[0].reason, "its record is gone");
  EXPECT_FALSE((*queue)[0].record);
  EXPECT_EQ((*queue)[1].why, ReviewItem::Why::changed);
  EXPECT_THAT((*queue)[1].reason, testing::StartsWith("area: read `别处` when it was corrected to `某地`, "));
  EXPECT_EQ((*queue)[1].name, short_name(rows->at(1).origin, changed.record));
  const auto listed = archive.corrections(false);
  EXPECT_EQ((*listed)[1].record, "");
}

}  // namespace
}  // namespace fengbiao
