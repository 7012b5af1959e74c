#include "publish/export.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace fengbiao {
namespace {

// An archive of the clean sample, in a folder of its own.
class Export : public testing::Test {
 protected:
  std::filesystem::path folder = std::filesystem::path(testing::TempDir()) /
                                 (std::string("fengbiao_export_") + testing::UnitTest::GetInstance()->current_test_info()->name());

  void SetUp() override {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
  }
  void TearDown() override { std::filesystem::remove_all(folder); }

  std::string exported(const ExportOptions& options) {
    auto archive = Archive::open(folder / "ec.fb", OpenMode::create);
    EXPECT_TRUE(archive.has_value()) << archive.error().message();
    const auto report = archive->ingest({FENGBIAO_SOURCE_DIR "/samples/2023-03-20.txt"}, {}, {});
    EXPECT_TRUE(report.has_value() && report->failed() == 0);
    std::string out;
    const auto done = export_records(*archive, options, [&](std::string_view block) -> Result<void> {
      out += block;
      return {};
    });
    EXPECT_TRUE(done.has_value()) << done.error().message();
    return out;
  }
};

TEST_F(Export, ALineForEveryArticle) {
  const std::string out = exported({});
  EXPECT_EQ(std::ranges::count(out, '\n'), 21);
  EXPECT_TRUE(out.starts_with("{\"id\":\"2023-03-20-"));
  EXPECT_NE(out.find("\"paragraphs\":[\"3月10日，青禾商贸"), std::string::npos);
}

TEST_F(Export, TheTableHasAHeaderAndAMarkOnRequest) {
  const std::string plain = exported({.format = ExportFormat::csv});
  EXPECT_TRUE(plain.starts_with("id,file,issue,section,n,title,sources,"));
  const std::string marked = exported({.format = ExportFormat::csv, .bom = true});
  EXPECT_EQ(marked, "\xEF\xBB\xBF" + plain);
}

TEST_F(Export, AnUnknownKindIsSaid) {
  auto archive = Archive::open(folder / "ec.fb", OpenMode::create);
  ASSERT_TRUE(archive.has_value()) << archive.error().message();
  const auto done = export_records(*archive, {.kind = "recipes"}, [](std::string_view) -> Result<void> { return {}; });
  ASSERT_FALSE(done.has_value());
  EXPECT_EQ(done.error().cause, Cause::invalid_argument);
  EXPECT_EQ(done.error().message(),
            "there are no records of the kind \"recipes\" (choose one of: articles, observations, policies, findings, relations)");
}

TEST_F(Export, AFormatForOneKindRefusesAnother) {
  auto archive = Archive::open(folder / "ec.fb", OpenMode::create);
  ASSERT_TRUE(archive.has_value());
  const auto nowhere = [](std::string_view) -> Result<void> { return {}; };
  const auto refused = [&](ExportFormat format) {
    return export_records(*archive, {.kind = "articles", .format = format}, nowhere).error();
  };
  EXPECT_EQ(refused(ExportFormat::sdmx_csv).message(), "the format sdmx-csv is for observations");
  EXPECT_EQ(refused(ExportFormat::ics).message(), "the format ics is for policies");
  for (const char* name : {"jsonl", "csv", "xlsx", "sdmx-csv", "sdmx-structure", "datapackage", "ics"})
    EXPECT_EQ(name_of(*export_format_named(name)), name);
  EXPECT_EQ(export_format_named("doc"), std::nullopt);
}

TEST_F(Export, EveryFormatGivesTheSameBytesTwice) {
  for (const auto& [kind, format] :
       {std::pair("articles", ExportFormat::xlsx), std::pair("observations", ExportFormat::xlsx),
        std::pair("observations", ExportFormat::sdmx_csv), std::pair("observations", ExportFormat::sdmx_structure),
        std::pair("observations", ExportFormat::data_package), std::pair("policies", ExportFormat::ics),
        std::pair("policies", ExportFormat::csv)}) {
    const std::string once = exported({.kind = kind, .format = format});
    EXPECT_GT(once.size(), 100u) << kind;
    ::setenv("TZ", "Asia/Shanghai", 1);
    ::tzset();
    EXPECT_EQ(exported({.kind = kind, .format = format}), once) << kind << " " << name_of(format);
    ::unsetenv("TZ");
    ::tzset();
  }
}

TEST_F(Export, AFullDiskEndsIt) {
  auto archive = Archive::open(folder / "ec.fb", OpenMode::create);
  ASSERT_TRUE(archive.has_value()) << archive.error().message();
  ASSERT_TRUE(archive->ingest({FENGBIAO_SOURCE_DIR "/samples/2023-03-20.txt"}, {}, {}).has_value());
  const auto done =
      export_records(*archive, {}, [](std::string_view) -> Result<void> { return fail(Cause::disk_full, {"out"}, "no room"); });
  ASSERT_FALSE(done.has_value());
  EXPECT_EQ(done.error().cause, Cause::disk_full);
}

}  // namespace
}  // namespace fengbiao
