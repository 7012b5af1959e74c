#include "rules/use_words.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "text/fold.h"

namespace fengbiao {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

enum class Use : std::uint8_t { forecast, up, level };
constexpr std::string_view kUses[] = {"forecast", "up", "level"};

// A data folder with one file of words.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("fengbiao-use-words-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_ / "room");
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Result<UseWords> load(std::string_view text) {
    std::ofstream(path_ / "room" / "words.yaml") << text;
    return UseWords::load(*DataSet::with_folder(path_), "room/words.yaml", kUses);
  }
  std::string error(std::string_view text) {
    const auto loaded = load(text);
    return loaded ? "" : loaded.error().message();
  }

 private:
  std::filesystem::path path_;
};

constexpr std::string_view kWords =
    "words:\n"
    "  - class: forecast\n"
    "    list: {预计: {code: F}, 有望: {code: F}}\n"
    "  - class: up\n"
    "    list: [增长, 增长了, 升]\n"
    "  - class: [up, level]\n"
    "    list: [增至]\n"
    "  - class: level\n"
    "    list: [达]\n"
    "  - class: looks_like\n"
    "    list: [预计算, 达人, 升级]\n";

const UseWords& words() {
  static const UseWords loaded = Folder().load(kWords).value();
  return loaded;
}

std::vector<std::string> scanned(std::string_view text, std::vector<Span> skip = {}) {
  std::vector<WordHit> hits;
  words().scan(Characters(text), skip, hits);
  std::vector<std::string> out;
  for (const WordHit& hit : hits) out.emplace_back(slice(text, hit.span));
  return out;
}

Span of(std::string_view text, std::string_view part) {
  const auto at = static_cast<std::uint32_t>(text.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

TEST(UseWords, TheLongestAtEachPlaceFromLeftToRight) {
  EXPECT_THAT(scanned("预计增长了5%，达9"), ElementsAre("预计", "增长了", "达"));
  EXPECT_THAT(scanned(""), ElementsAre());
  EXPECT_THAT(scanned("没有"), ElementsAre());
}

TEST(UseWords, WhatOnlyLooksLikeAWordHidesIt) { EXPECT_THAT(scanned("预计算达人升级，升了"), ElementsAre("升")); }

TEST(UseWords, NothingInsideWhatIsSkipped) {
  const std::string_view text = "增长达人有望达到";
  EXPECT_THAT(scanned(text, {of(text, "有望")}), ElementsAre("增长", "达"));
  EXPECT_THAT(scanned(text, {of(text, "增长"), of(text, "有望")}), ElementsAre("达"));
}

TEST(UseWords, AWordThatRunsIntoWhatIsSkippedIsNoneButAShorterOneMayBe) {
  EXPECT_THAT(scanned("增长了", {of("增长了", "了")}), ElementsAre("增长"));
  EXPECT_THAT(scanned("达人", {of("达人", "人")}), ElementsAre("达"));
  EXPECT_THAT(scanned("增至", {of("增至", "至")}), ElementsAre());
}

TEST(UseWords, AWordMayHaveSeveralUsesAndSaySomething) {
  const std::string_view text = "增至预计";
  std::vector<WordHit> hits;
  words().scan(Characters(text), {}, hits);
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_TRUE(hits[0].is(Use::up));
  EXPECT_TRUE(hits[0].is(Use::level));
  EXPECT_FALSE(hits[0].is(Use::forecast));
  EXPECT_EQ(words().attribute(hits[0], "code"), "");
  EXPECT_EQ(words().attribute(hits[1], "code"), "F");
}

TEST(UseWords, HeadsAndTails) {
  EXPECT_EQ(words().head("增长了5%", Use::up), std::string_view("增长了").size());
  EXPECT_EQ(words().head("增至5", Use::level), std::string_view("增至").size());
  EXPECT_EQ(words().head("增至5", Use::forecast), 0u);
  EXPECT_EQ(words().head("", Use::up), 0u);
  EXPECT_EQ(words().tail("同比增长了", Use::up), std::string_view("增长了").size());
  EXPECT_EQ(words().tail("同比增长", Use::up), std::string_view("增长").size());
  EXPECT_EQ(words().tail("同比增长", Use::level), 0u);
  EXPECT_TRUE(words().ends_in("规模达", Use::level));
  EXPECT_FALSE(words().ends_in("规模达人", Use::level));
  EXPECT_EQ(words().tail("长", Use::up), 0u) << "shorter than any word of the use";
}

TEST(UseWords, AnyBytes) {
  for (const std::string_view text : {"\xff\xfe", "\xe5", "\xe9\xa2", "增\xe9", "\xf0\x9f\x98"}) {
    EXPECT_THAT(scanned(text), ElementsAre());
    EXPECT_EQ(words().head(text, Use::up), 0u);
    EXPECT_EQ(words().tail(text, Use::up), 0u);
  }
}

TEST(Hits, WhatStandsBeforeBehindAndBetween) {
  const std::string text = "有望达 5 升，增长";
  std::vector<WordHit> found;
  words().scan(Characters(text), {}, found);
  const Hits hits(text, found);
  const Span five = of(text, "5");
  EXPECT_TRUE(hits.before(five.begin, Use::level)) << "blanks between do not count";
  EXPECT_FALSE(hits.before(five.begin, Use::forecast));
  EXPECT_TRUE(hits.behind(five.end, Use::up));
  EXPECT_FALSE(hits.behind(five.end, Use::level));
  EXPECT_EQ(hits.ending_at(0), nullptr);
  EXPECT_EQ(hits.beginning_at(static_cast<std::uint32_t>(text.size())), nullptr);
  ASSERT_NE(hits.in({five.end, static_cast<std::uint32_t>(text.size())}, Use::up), nullptr);
  EXPECT_EQ(slice(text, hits.in({five.end, static_cast<std::uint32_t>(text.size())}, Use::up)->span), "升");
  EXPECT_EQ(hits.in({0, five.begin}, Use::up), nullptr);
  EXPECT_EQ(hits.between(0, five.begin).size(), 2u);
  EXPECT_EQ(hits.between(five.end, five.begin).size(), 0u) << "an empty stretch holds none";
  EXPECT_EQ(hits.between(0, 1).size(), 1u) << "those that begin there";
}

TEST(UseWords, ErrorsNameFileAndLine) {
  Folder folder;
  EXPECT_THAT(folder.error("words:\n  - class: forecast\n    list: [预计]\n  - class: upp\n    list: [升]\n"),
              HasSubstr("room/words.yaml:4:12: words[1].class: class \"upp\" is not known here (the README.md beside data/room/words.yaml "
                        "lists the classes)"));
  EXPECT_THAT(folder.error("# words\nwords:\n  - class: forecast\n    list: [预计]\n  - class: up\n    list: [升]\n"),
              HasSubstr("room/words.yaml:3:3: words: there are no words of the class \"level\""));
  EXPECT_THAT(folder.error(std::string(kWords) + "word:\n  - class: up\n    list: [涨]\n"), HasSubstr("room/words.yaml:12:"));
  EXPECT_THAT(folder.error("words: [\n"), HasSubstr("room/words.yaml:"));
  EXPECT_THAT(
      folder.error(
          "words:\n  - class: forecast\n    list: {预计: {code: A}, 有望: {code: B}}\n  - class: up\n    list: {预计: {code: C}}\n"),
      HasSubstr("room/words.yaml:5"));
}

TEST(UseWords, AFileThatIsNotThere) {
  const auto loaded = UseWords::load(DataSet::built_in(), "room/no-words.yaml", kUses);
  ASSERT_FALSE(loaded);
  EXPECT_THAT(loaded.error().message(), HasSubstr("room/no-words.yaml"));
}

}  // namespace
}  // namespace fengbiao
