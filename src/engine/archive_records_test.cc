// Records of real articles through the archive's door: asked by filter, named, explained, the same whatever the number of threads.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sqlite3.h>

#include "base/disk.h"
#include "engine/archive.h"
#include "engine/issue_records.h"
#include "engine/record_match.h"

namespace fengbiao {
namespace {

const std::filesystem::path kSamples = std::filesystem::path(FENGBIAO_SOURCE_DIR) / "samples";

class RecordsTest : public testing::Test {
 protected:
  RecordsTest() : folder_(std::filesystem::temp_directory_path() / ("fengbiao-records-" + std::to_string(getpid()))) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~RecordsTest() override { std::filesystem::remove_all(folder_); }

  Archive open(const std::string& name = "a.fb") { return std::move(Archive::open(folder_ / name, OpenMode::create).value()); }
  static std::vector<std::string> samples() { return {(kSamples / "2023-03-20.txt").string(), (kSamples / "2023-04-05.txt").string()}; }

  std::filesystem::path folder_;
};

TEST_F(RecordsTest, SameInputSameBytesWhateverTheThreads) {
  for (const unsigned threads : {1u, 2u, 7u}) {
    Archive archive = open(std::to_string(threads));
    ASSERT_TRUE(archive.ingest(samples(), {.threads = threads}, {}));
  }
  EXPECT_EQ(*read_file(folder_ / "1"), *read_file(folder_ / "2"));
  EXPECT_EQ(*read_file(folder_ / "1"), *read_file(folder_ / "7"));
  const std::string before = *read_file(folder_ / "1");
  const auto again = open("1").reread({.threads = 3}, {});
  ASSERT_TRUE(again);
  for (const InputReport& input : again->inputs) EXPECT_EQ(input.outcome, PutOutcome::unchanged);
  EXPECT_EQ(*read_file(folder_ / "1"), before);
}

TEST_F(RecordsTest, AreTheRecordsOfTheirArticlesWithWordsAndOrigin) {
  Archive archive = open();
  ASSERT_TRUE(archive.ingest(samples(), {}, {}));
  const auto all = archive.observations();
  ASSERT_TRUE(all);
  ASSERT_GT(all->size(), 50u);
  const std::string text = archive.text_of("2023-03-20").value();
  std::string before;
  for (const ReportedObservation& r : *all) {
    const Observation& o = r.observation;
    const std::string key = r.origin.issue + (r.origin.article < 10 ? "/0" : "/") + std::to_string(r.origin.article);
    EXPECT_LE(before, key) << "in order of issues and articles";
    before = key;
    EXPECT_TRUE(o.id.starts_with(r.origin.article_id + "-o")) << o.id;
    EXPECT_FALSE(o.text.empty());
    EXPECT_NE(o.quote.find(o.text), std::string::npos) << o.quote;
    EXPECT_FALSE(r.origin.title.empty());
    EXPECT_EQ(r.origin.date.size(), 10u);
    EXPECT_TRUE(r.corrections.empty());
    EXPECT_TRUE(r.origin.issue != "2023-03-20" || o.text.size() != o.span.size() || slice(text, o.span) == o.text) << o.text;
  }
  // As the reader of records gives them, before the archive.
  const RecordReader reader = std::move(RecordReader::load(DataSet::built_in()).value());
  const Issue issue = archive.issue("2023-04-05")->issue;
  const IssueRecords read = reader.read(issue, archive.text_of("2023-04-05").value());
  const auto kept = archive.observations({.issue = "2023-04-05"});
  ASSERT_EQ(kept->size(), read.observations.size());
  for (std::size_t i = 0; i < kept->size(); ++i) EXPECT_EQ((*kept)[i].observation, read.observations[i]);
}

TEST_F(RecordsTest, FiltersAreJoinedAndStop) {
  Archive archive = open();
  ASSERT_TRUE(archive.ingest(samples(), {}, {}));
  const auto all = archive.observations();
  const auto one = archive.observations({.issue = "2023-03-20"}), other = archive.observations({.issue = "2023-04-05"});
  EXPECT_EQ(one->size() + other->size(), all->size());
  EXPECT_EQ(archive.observations({.limit = 3})->size(), 3u);
  std::size_t seen = 0;
  ASSERT_TRUE(archive.for_each_observation({}, [&](const ReportedObservation&) -> Result<bool> { return ++seen < 5; }));
  EXPECT_EQ(seen, 5u);
  std::size_t by_measure = 0;
  for (const char* measure : {"level", "growth", "share", "rank", "change"})
    by_measure += archive.observations({.measure = measure_named(measure)})->size();
  EXPECT_EQ(by_measure, all->size());
  EXPECT_EQ(archive.observations({.issue = "1999"}).error().cause, Cause::not_found);
  EXPECT_EQ(archive.observations({.from = "2022Q5"}).error().message(),
            "from: expected a period such as 2021, 2022-H1, 2022-Q3, 2022-08 or 2022-11-25, got `2022Q5`");
  EXPECT_EQ(archive.observations({.from = "2023", .to = "2022-H1"}).error().message(), "from 2023 is later than to 2022-H1");
  EXPECT_EQ(archive.observations({.to = "2022q3"}).error().message(),
            "to: expected a period such as 2021, 2022-H1, 2022-Q3, 2022-08 or 2022-11-25, got `2022q3`; did you mean `2022-Q3`?");
}

TEST_F(RecordsTest, ARecordHasTwoNames) {
  Archive archive = open();
  ASSERT_TRUE(archive.ingest(samples(), {}, {}));
  const ReportedObservation first = archive.observations({.limit = 1})->front();
  const std::string name = short_name(first.origin, first.observation.id);
  EXPECT_TRUE(name.starts_with("2023-03-20/" + std::to_string(first.origin.article) + "-o")) << name;
  for (const std::string& reference : {first.observation.id, name}) {
    const auto found = archive.record(reference);
    ASSERT_TRUE(found) << found.error().message();
    EXPECT_EQ(std::get<ReportedObservation>(*found).observation, first.observation);
    EXPECT_EQ(std::get<ReportedObservation>(*found).origin, first.origin);
  }
  EXPECT_EQ(archive.record("2023-03-20/99-o1").error().message(),
            "no record '2023-03-20/99-o1' in the archive (2023-03-20 has 21 articles)");
  const auto near = archive.record("2023-03-20/" + std::to_string(first.origin.article) + "-o99999");
  EXPECT_NE(near.error().advice.find(name.substr(name.find("-o") + 1)), std::string::npos) << near.error().message();
  for (const char* none : {"", "/", "x", "2023-03-20/1", "2023-03-20/o1", "1999/1-o1", "2023-03-20/1-", "//1-o1"})
    EXPECT_EQ(archive.record(none).error().cause, Cause::not_found) << none;
}

TEST_F(RecordsTest, ExplainReadsTheArticleAgain) {
  Archive archive = open();
  ASSERT_TRUE(archive.ingest(samples(), {}, {}));
  const ReportedObservation first = archive.observations({.limit = 1})->front();
  const auto why = archive.explain_record(first.observation.id);
  ASSERT_TRUE(why) << why.error().message();
  EXPECT_TRUE(why->made_today);
  EXPECT_EQ(quote_of(why->record).substr(why->mark.begin, why->mark.size()), first.observation.text);
  ASSERT_FALSE(why->fields.empty());
  EXPECT_EQ(why->fields[0].name, "value");
  for (const auto& field : why->fields) EXPECT_EQ(field.read, "") << field.name << ": the same rules read the same";
  EXPECT_EQ(archive.explain_record("2023-03-20/1-o9999").error().cause, Cause::not_found);
}

TEST_F(RecordsTest, AnotherKeyRenamesTheRecords) {
  std::filesystem::create_directories(folder_ / "x");
  std::filesystem::create_directories(folder_ / "y");
  std::filesystem::copy_file(kSamples / "2023-04-05.txt", folder_ / "x/news.txt");
  std::filesystem::copy_file(kSamples / "general.txt", folder_ / "y/news.txt");
  Archive archive = open();
  ASSERT_TRUE(archive.ingest({(folder_ / "x").string(), (folder_ / "y").string()}, {}, {}));
  const auto renamed = archive.observations({.issue = "news-2"});
  ASSERT_FALSE(renamed->empty());
  for (const ReportedObservation& r : *renamed) {
    EXPECT_TRUE(r.observation.id.starts_with("news-2-")) << r.observation.id;
    EXPECT_TRUE(r.observation.id.starts_with(r.origin.article_id)) << r.observation.id;
  }
  EXPECT_TRUE(archive.verify()->empty());
  const auto again = archive.reread({}, {});
  for (const InputReport& input : again->inputs) EXPECT_EQ(input.outcome, PutOutcome::unchanged) << input.issue;
}

// As the step from format 1 leaves an archive.
TEST_F(RecordsTest, AnArchiveWithoutRecordsHasThemAfterReread) {
  std::size_t count = 0;
  {
    Archive archive = open();
    ASSERT_TRUE(archive.ingest(samples(), {}, {}));
    count = archive.observations()->size();
    ASSERT_EQ(sqlite3_exec(archive.file().handle(), "DELETE FROM issue_records; DELETE FROM observations; DELETE FROM policies", nullptr,
                           nullptr, nullptr),
              SQLITE_OK);
    EXPECT_EQ(archive.issues_without_records()->size(), 2u);
    EXPECT_TRUE(archive.observations()->empty());
    EXPECT_TRUE(archive.review()->empty());
    EXPECT_TRUE(archive.verify()->empty());
  }
  Archive archive = open();
  const auto report = archive.reread({}, {});
  ASSERT_TRUE(report);
  for (const InputReport& input : report->inputs) EXPECT_EQ(input.outcome, PutOutcome::reread);
  EXPECT_EQ(archive.issues(true)->size(), 2u) << "no new versions";
  EXPECT_TRUE(archive.issues_without_records()->empty());
  EXPECT_EQ(archive.observations()->size(), count);
  EXPECT_TRUE(archive.verify()->empty());
}

TEST(ObservationMatcher, ComparesWordsAndPeriods) {
  Observation o;
  o.indicator = "网上 零售额ＡＢ";
  o.indicator_code = "online_retail";
  o.area = "上海";
  o.area_code = "310000";
  o.entity = "某App";
  o.entity_id = "platform:x";
  o.period = "2022-Q3";
  const auto matches = [&](const ObservationFilter& filter) { return ObservationMatcher::make(filter)->matches(o); };
  EXPECT_TRUE(matches({}));
  EXPECT_TRUE(matches({.indicator = "零售额ab"}));
  EXPECT_TRUE(matches({.indicator = "online_retail"}));
  EXPECT_FALSE(matches({.indicator = "online"})) << "a code is named whole";
  EXPECT_TRUE(matches({.area = "上海"}));
  EXPECT_TRUE(matches({.area = "310000"}));
  EXPECT_FALSE(matches({.area = "上"}));
  EXPECT_TRUE(matches({.entity = "某APP"}));
  EXPECT_TRUE(matches({.entity = "platform:x"}));
  EXPECT_FALSE(matches({.sure = true}));
  EXPECT_FALSE(matches({.status = Status::target}));
  EXPECT_TRUE(matches({.from = "2022", .to = "2022"}));
  EXPECT_TRUE(matches({.from = "2022-Q3"}));
  EXPECT_TRUE(matches({.to = "2022-09"}));
  EXPECT_FALSE(matches({.from = "2022-08"})) << "it begins before";
  EXPECT_FALSE(matches({.to = "2022-08"})) << "it ends behind";
  o.period = "@2022-12-31";
  EXPECT_TRUE(matches({.from = "2022", .to = "2022"}));
  o.period = "2022/";
  EXPECT_TRUE(matches({.from = "2022"}));
  EXPECT_FALSE(matches({.to = "2099"}));
  o.period.clear();
  EXPECT_FALSE(matches({.from = "2000"})) << "a record without a period matches no period";
}

TEST(PolicyMatcher, ComparesWords) {
  Policy p;
  p.name = "网络零售管理办法";
  p.short_name = "办法";
  p.issuers = {{"商务部", "body:mofcom"}};
  EXPECT_TRUE(matches(PolicyReportFilter{}, p));
  EXPECT_TRUE(matches(PolicyReportFilter{.name = "管理"}, p));
  EXPECT_FALSE(matches(PolicyReportFilter{.name = "规划"}, p));
  EXPECT_TRUE(matches(PolicyReportFilter{.issuer = "商务"}, p));
  EXPECT_TRUE(matches(PolicyReportFilter{.issuer = "body:mofcom"}, p));
  EXPECT_FALSE(matches(PolicyReportFilter{.issuer = "海关"}, p));
  EXPECT_FALSE(matches(PolicyReportFilter{.kind = PolicyKind::law}, p));
}

}  // namespace
}  // namespace fengbiao
