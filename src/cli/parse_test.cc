#include "cli/parse.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

std::string error_of(const std::vector<std::string>& words) {
  const auto call = parse(words);
  return call ? "" : call.error().message();
}

TEST(Parse, FlagsAndArgumentsInAnyOrder) {
  const auto call = parse({"articles", "--section", "政策法规", "ec.fb", "--from=2022-01-01", "--json"});
  ASSERT_TRUE(call) << call.error().message();
  EXPECT_EQ(call->argument("ARCHIVE"), "ec.fb");
  EXPECT_EQ(call->text("section"), "政策法规");
  EXPECT_EQ(call->text("from"), "2022-01-01");
  EXPECT_TRUE(call->has("json"));
  EXPECT_FALSE(call->has("compiled"));
  EXPECT_EQ(call->text("to"), std::nullopt);
  EXPECT_EQ(call->number("limit", 7), 7);
}

TEST(Parse, ManyInputsAndStandardInput) {
  const auto call = parse({"ingest", "ec.fb", "a.txt", "-", "--quiet", "issues"});
  ASSERT_TRUE(call) << call.error().message();
  EXPECT_EQ(call->arguments.at("INPUT"), (std::vector<std::string>{"a.txt", "-", "issues"}));
}

TEST(Parse, AfterTwoDashesNothingIsAFlag) {
  const auto call = parse({"ingest", "ec.fb", "--", "--odd.txt"});
  ASSERT_TRUE(call) << call.error().message();
  EXPECT_EQ(call->arguments.at("INPUT"), std::vector<std::string>{"--odd.txt"});
}

TEST(Parse, ShortLetters) {
  const auto call = parse({"export", "ec.fb", "-o", "-"});
  ASSERT_TRUE(call) << call.error().message();
  EXPECT_EQ(call->text("output"), "-");
}

TEST(Parse, HelpIsReachedFromEverywhere) {
  EXPECT_EQ(parse({})->command->name, "help");
  EXPECT_EQ(parse({"--help"})->command->name, "help");
  EXPECT_TRUE(parse({"show", "--help"})->help);
  EXPECT_EQ(parse({"--version"})->command->name, "version");
}

TEST(Parse, SaysWhatWasPerhapsMeant) {
  EXPECT_EQ(error_of({"ingset", "ec.fb"}), "fengbiao: unknown command `ingset`; did you mean `ingest`? (see `fengbiao help`)");
  EXPECT_EQ(error_of({"frobnicate"}), "fengbiao: unknown command `frobnicate` (see `fengbiao help`)");
  EXPECT_EQ(error_of({"articles", "ec.fb", "--sectoin", "x"}),
            "fengbiao articles: unknown flag `--sectoin`; did you mean `--section`? (see `fengbiao help articles`)");
  EXPECT_EQ(error_of({"export", "ec.fb", "--format", "jsnl"}),
            "fengbiao export: --format: expected jsonl or csv or xlsx or datapackage or sdmx-csv or sdmx-structure or ics or sarif, got "
            "`jsnl`; did you mean `jsonl`? "
            "(see `fengbiao help export`)");
}

TEST(Parse, SaysWhatIsMissingOrTooMuch) {
  EXPECT_EQ(error_of({"issues"}), "fengbiao issues: ARCHIVE is missing (the archive, one file) (see `fengbiao help issues`)");
  EXPECT_EQ(error_of({"issues", "a.fb", "b.fb"}), "fengbiao issues: one argument too many: `b.fb` (see `fengbiao help issues`)");
  EXPECT_EQ(error_of({"print", "a.fb", "2022-01"}),
            "fengbiao print: --out DIR is missing (the folder to write into, made when missing) (see `fengbiao help print`)");
  EXPECT_EQ(error_of({"articles", "a.fb", "--limit", "1", "--limit", "2"}),
            "fengbiao articles: --limit was given more than once (see `fengbiao help articles`)");
  EXPECT_NE(error_of({"articles", "a.fb", "--limit"}), "");
}

TEST(Parse, ChecksDatesAndNumbers) {
  EXPECT_EQ(error_of({"articles", "a.fb", "--from", "2022-02-30"}),
            "fengbiao articles: --from: expected a day such as 2022-01-31, got `2022-02-30` (see `fengbiao help articles`)");
  EXPECT_EQ(error_of({"articles", "a.fb", "--limit", "many"}),
            "fengbiao articles: --limit: expected a number from 0 to 2147483647, got `many` (see `fengbiao help articles`)");
  EXPECT_EQ(error_of({"articles", "a.fb", "--limit", "99999999999"}),
            "fengbiao articles: --limit: expected a number from 0 to 2147483647, got `99999999999` (see `fengbiao help articles`)");
}

}  // namespace
}  // namespace fengbiao
