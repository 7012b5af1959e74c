#include "engine/archive.h"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "base/disk.h"
#include "engine/pipeline.h"

namespace fengbiao {
namespace {

const std::filesystem::path kSamples = std::filesystem::path(FENGBIAO_SOURCE_DIR) / "samples";

class ArchiveTest : public testing::Test {
 protected:
  ArchiveTest() : folder_(std::filesystem::temp_directory_path() / ("fengbiao-archive-" + std::to_string(getpid()))) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~ArchiveTest() override { std::filesystem::remove_all(folder_); }

  Archive open(OpenMode mode = OpenMode::create) { return std::move(Archive::open(folder_ / "a.fb", mode).value()); }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  void write(const std::string& name, const std::string& text) const { ASSERT_TRUE(write_file(folder_ / name, text)); }
  static std::string sample(const std::string& name) { return read_file(kSamples / name).value(); }

  std::filesystem::path folder_;
};

TEST_F(ArchiveTest, KeepsEveryArticleWithItsLines) {
  Archive archive = open();
  const auto report = archive.ingest({(kSamples / "2023-03-20.txt").string(), (kSamples / "2023-04-05.txt").string()}, {}, {});
  ASSERT_TRUE(report);
  ASSERT_EQ(report->inputs.size(), 2u);
  EXPECT_EQ(report->failed(), 0u);
  EXPECT_EQ(report->inputs[0].articles, 21u);
  EXPECT_EQ(report->inputs[0].contents_matched, report->inputs[0].contents_entries);
  EXPECT_EQ(report->inputs[1].unclaimed_lines, 0u);
  const auto rows = archive.articles({.issue = "2023-04-05"});
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 18u);
  const auto view = archive.article("2023-04-05/3");
  ASSERT_TRUE(view);
  EXPECT_EQ(view->article.id, (*rows)[2].id);
  EXPECT_EQ(view->printed_lines.size(), view->article.line_end - view->article.line_start + 1);
  EXPECT_FALSE(view->article.because.empty());
}

TEST_F(ArchiveTest, TheSameFileAgainChangesNothing) {
  Archive archive = open();
  const std::vector<std::string> input{(kSamples / "2023-03-20.txt").string()};
  ASSERT_TRUE(archive.ingest(input, {}, {}));
  const std::string before = read_file(folder_ / "a.fb").value();
  const auto again = archive.ingest(input, {}, {});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->inputs[0].outcome, PutOutcome::unchanged);
  EXPECT_EQ(read_file(folder_ / "a.fb").value(), before);
  EXPECT_EQ(archive.issues(true)->size(), 1u);
}

TEST_F(ArchiveTest, ACorrectedFileReplacesItsIssueAndTheEarlierStaysInTheHistory) {
  Archive archive = open();
  std::string text = sample("2023-03-20.txt");
  write("issue.txt", text);
  ASSERT_TRUE(archive.ingest({path("issue.txt")}, {}, {}));
  const std::size_t at = text.find("。");
  ASSERT_NE(at, std::string::npos);
  text.replace(at, 3, "，此处更正。");
  write("issue.txt", text);
  const auto report = archive.ingest({path("issue.txt")}, {}, {});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->inputs[0].outcome, PutOutcome::replaced);
  EXPECT_EQ(archive.issues()->size(), 1u);
  EXPECT_EQ(archive.issues(true)->size(), 2u);
  const auto diff = archive.diff("2023-03-20", 1, 2);
  ASSERT_TRUE(diff);
  EXPECT_NE(diff->find("此处更正"), std::string::npos);
  EXPECT_TRUE(archive.verify()->empty());
}

TEST_F(ArchiveTest, AFolderWithAnIssueAndItsCorrectionCanBeReadOverAndOver) {
  std::string text = sample("2023-03-20.txt");
  write("2023-03-20.a.txt", text);
  text.replace(text.find("。"), 3, "，此处更正。");
  write("2023-03-20.b.txt", text);
  const std::vector<std::string> both{path("2023-03-20.a.txt"), path("2023-03-20.b.txt")};
  Archive archive = open();
  const auto first = archive.ingest(both, {}, {});
  ASSERT_TRUE(first);
  EXPECT_EQ(first->inputs[1].outcome, PutOutcome::replaced);
  const auto again = archive.ingest(both, {}, {});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->inputs[0].outcome, PutOutcome::superseded);
  EXPECT_EQ(again->inputs[0].issue, "2023-03-20");
  EXPECT_EQ(again->inputs[1].outcome, PutOutcome::unchanged);
  EXPECT_EQ(archive.issues(true)->size(), 2u);
}

TEST_F(ArchiveTest, TwoIssuesThatOnlyShareANameAreBothKept) {
  std::filesystem::create_directories(folder_ / "x");
  std::filesystem::create_directories(folder_ / "y");
  write("x/news.txt", sample("2023-04-05.txt"));
  write("y/news.txt", sample("general.txt"));
  Archive archive = open();
  ASSERT_TRUE(archive.ingest({path("x"), path("y")}, {}, {}));
  const auto rows = archive.issues();
  ASSERT_EQ(rows->size(), 2u);
  EXPECT_EQ((*rows)[0].key, "news");
  EXPECT_EQ((*rows)[1].key, "news-2");
  // And again: each keeps its own key.
  const auto again = archive.ingest({path("x"), path("y")}, {}, {});
  EXPECT_EQ(again->inputs[0].outcome, PutOutcome::unchanged);
  EXPECT_EQ(again->inputs[1].outcome, PutOutcome::unchanged);
}

TEST_F(ArchiveTest, BadInputsAreReportedAndTheOthersAreRead) {
  write("1-empty.txt", "");
  write("2-binary.txt", std::string("\0\1\2", 3));
  write("3-good.txt", sample("general.txt"));
  Archive archive = open();
  const auto report =
      archive.ingest({folder_.string() + "/1-empty.txt", path("2-binary.txt"), path("missing.txt"), path("3-good.txt")}, {}, {});
  ASSERT_TRUE(report);
  ASSERT_EQ(report->inputs.size(), 4u);
  EXPECT_EQ(report->inputs[0].error->cause, Cause::empty);
  EXPECT_EQ(report->inputs[1].error->cause, Cause::not_text);
  EXPECT_EQ(report->inputs[2].error->cause, Cause::not_found);
  EXPECT_FALSE(report->inputs[3].error);
  EXPECT_EQ(report->failed(), 3u);
}

TEST_F(ArchiveTest, RereadFindsTheSameWithTheSameRulesAndKeepsANamedProfile) {
  Archive archive = open();
  ASSERT_TRUE(archive.ingest({(kSamples / "2023-03-20.pdf").string(), (kSamples / "2023-04-05.txt").string()}, {}, {}));
  write("note.txt", "给编辑的便条\n\n只有短语\n");
  ASSERT_TRUE(archive.ingest({path("note.txt")}, {.profile = "general"}, {}));
  const auto report = archive.reread({}, {});
  ASSERT_TRUE(report);
  ASSERT_EQ(report->inputs.size(), 3u);
  for (const InputReport& input : report->inputs) {
    EXPECT_FALSE(input.error) << input.file;
    EXPECT_EQ(input.outcome, PutOutcome::unchanged) << input.file;
  }
}

TEST_F(ArchiveTest, NamesThatFitSeveralAreRefusedWithTheCandidates) {
  Archive archive = open();
  ASSERT_TRUE(archive.ingest({(kSamples / "2023-03-20.txt").string(), (kSamples / "2023-04-05.txt").string()}, {}, {}));
  const auto issue = archive.issue("2023");
  ASSERT_FALSE(issue);
  EXPECT_EQ(issue.error().cause, Cause::conflict);
  EXPECT_NE(issue.error().what.find("2023-04-05"), std::string::npos);
  EXPECT_EQ(archive.article("2023-04-05/99").error().cause, Cause::not_found);
  EXPECT_EQ(archive.article("no such headline").error().cause, Cause::not_found);
  EXPECT_TRUE(archive.issue("2023-6") || archive.issue("2023-06"));  // year and number of the cover
}

TEST_F(ArchiveTest, TitlesAreComparedWithoutWidthsAndBlanks) {
  Archive archive = open();
  write("widths.txt", "App　２０２３年上架\n\n新版应用今日上架，功能有所增加。\n");
  ASSERT_TRUE(archive.ingest({path("widths.txt")}, {}, {}));
  EXPECT_EQ(archive.articles({.title_contains = "app 2023年"})->size(), 1u);
  EXPECT_EQ(archive.articles({.title_contains = "2024"})->size(), 0u);
}

TEST_F(ArchiveTest, RemoveTakesAllVersionsAndADryRunNone) {
  Archive archive = open();
  ASSERT_TRUE(archive.ingest({(kSamples / "2023-04-05.txt").string()}, {}, {}));
  EXPECT_TRUE(archive.remove("2023-04-05", true));
  EXPECT_EQ(archive.issues()->size(), 1u);
  EXPECT_TRUE(archive.remove("2023-04-05", false));
  EXPECT_TRUE(archive.issues(true)->empty());
  EXPECT_TRUE(archive.verify()->empty());
}

TEST_F(ArchiveTest, StopsBetweenInputsAndKeepsWhatWasDone) {
  Archive archive = open();
  std::size_t asked = 0;
  IngestHooks hooks;
  hooks.should_stop = [&] { return ++asked > 2; };  // asked twice an input
  const auto report = archive.ingest({(kSamples / "2023-04-05.txt").string(), (kSamples / "general.txt").string()}, {}, hooks);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->inputs.size(), 1u);
  EXPECT_EQ(archive.issues()->size(), 1u);
}

TEST_F(ArchiveTest, AUsersFolderAddsAProfile) {
  std::filesystem::create_directories(folder_ / "data/bulletin");
  write("data/bulletin/port.yaml",
        "profile: port\nnames: [港口简报]\nsections: [{name: 码头消息}, {name: 船期}]\nsection_marks: '#【】 '\n");
  write("port.txt",
        "【码头消息】\n\n三号泊位恢复作业\n\n检修于周一完成，三号泊位恢复作业。\n\n【船期】\n\n本周船期不变\n\n各航线船期与上周相同。\n");
  Archive archive = open();
  const auto report = archive.ingest({path("port.txt")}, {.data_folder = folder_ / "data"}, {});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->inputs[0].profile, "port");
  EXPECT_EQ(archive.articles({.section = "船期"})->size(), 1u);
  const auto unknown = archive.ingest({path("port.txt")}, {.profile = "nope"}, {});
  ASSERT_FALSE(unknown);
  EXPECT_NE(unknown.error().message().find("known: ecommerce-news, general"), std::string::npos) << unknown.error().message();
}

TEST(Pipeline, HandsResultsOverInOrderAndNeverReadsFarAhead) {
  std::atomic<int> under_way{0}, most{0};
  Pipeline pipeline(
      200,
      [&](std::size_t i) -> Result<Reading> {
        most = std::max<int>(most, ++under_way);
        std::this_thread::sleep_for(std::chrono::microseconds(i % 7 * 50));
        Reading reading;
        reading.issue.key = std::to_string(i);
        return reading;
      },
      [](std::size_t) { return 10; }, 4, 50);
  for (std::size_t i = 0; i < 200; ++i) {
    const auto reading = pipeline.next();
    --under_way;
    ASSERT_EQ(reading->issue.key, std::to_string(i));
  }
  EXPECT_LE(most, 7);  // 50 bytes of 10 each, one being handed over, one begun at the border
}

TEST(Pipeline, EndsEarlyWithoutWaitingForTheRest) {
  std::atomic<int> read{0};
  {
    Pipeline pipeline(
        1'000'000, [&](std::size_t) -> Result<Reading> { return ++read, Reading{}; }, [](std::size_t) { return 1; }, 3, 20);
    ASSERT_TRUE(pipeline.next());
  }
  EXPECT_LT(read, 100);
}

}  // namespace
}  // namespace fengbiao
