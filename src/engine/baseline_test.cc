#include "engine/baseline.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

struct Text {
  std::string kept;
  Issue issue;

  // Each line a paragraph, the first the title.
  explicit Text(std::string text) : kept(std::move(text)) {
    Article& article = issue.articles.emplace_back();
    article.n = 1;
    for (std::uint32_t begin = 0; begin < kept.size();) {
      const auto end = static_cast<std::uint32_t>(std::min(kept.find('\n', begin), kept.size()));
      if (article.title_pieces.empty()) article.title_pieces = {{begin, end}};
      else article.paragraphs.push_back({{{begin, end}}, "", false});
      begin = end + 1;
    }
  }

  [[nodiscard]] std::string print(const std::string& words, const std::string& rule = "r", const std::string& other = "") const {
    Finding f;
    f.rule = rule;
    f.at.origin.article = 1;
    const auto at = static_cast<std::uint32_t>(kept.find(words));
    f.at.span = {at, static_cast<std::uint32_t>(at + words.size())};
    if (!other.empty()) f.other.emplace().quote = other;
    return finding_fingerprint(f, issue, kept);
  }
};

TEST(Fingerprint, SurvivesWhatMovesAround) {
  const std::string before = Text("一则消息\n前一句。甲市，，乙市都有。后一句。\n").print("，，");
  EXPECT_EQ(before.size(), 16u);
  EXPECT_EQ(Text("一则消息\n加的一段。\n另一句。甲市，，乙市都有。改了的后一句。\n").print("，，"), before);
  EXPECT_EQ(Text("一则消息\n前一句。甲市 ，，乙市　都有。\n").print("，，"), before);
}

TEST(Fingerprint, ChangesWithTheSentenceTheRuleAndTheOtherSide) {
  const Text text("一则消息\n前一句。甲市，，乙市，，都有。后一句。\n");
  const std::string before = text.print("，，");
  EXPECT_NE(Text("一则消息\n前一句。丙市，，乙市，，都有。后一句。\n").print("，，"), before);
  EXPECT_NE(text.print("，，都"), before);
  EXPECT_NE(text.print("，，", "s"), before);
  EXPECT_NE(text.print("，，", "r", "别处的话"), before);
}

TEST(Fingerprint, JoinsWrappedLinesAndReadsWhatIsNoArticle) {
  Text wrapped("一则消息\n前一句。甲市，\n，乙市都有。\n");
  auto& paragraphs = wrapped.issue.articles[0].paragraphs;
  paragraphs[0].pieces.push_back(paragraphs[1].pieces[0]);
  paragraphs.pop_back();
  EXPECT_EQ(wrapped.print("，\n，"), Text("一则消息\n前一句。甲市，，乙市都有。\n").print("，，"));
  Text bare("目录\n甲市，，乙市\n");
  bare.issue.articles.clear();
  EXPECT_EQ(bare.print("，，").size(), 16u);
}

Acceptance entry(std::string fingerprint, std::string file = "a.txt") {
  return {"r", std::move(file), "q", std::string(16 - fingerprint.size(), '0') + fingerprint, "甲", "2026-11-27", "因为"};
}
std::string full(const std::string& fingerprint) { return std::string(16 - fingerprint.size(), '0') + fingerprint; }

TEST(Baseline, KeepsTheOrderOfTheText) {
  Baseline baseline;
  const Baseline::Seen seen{{full("1"), full("2"), full("3"), full("4")}, {"a.txt"}};
  EXPECT_EQ(baseline.add({entry("3"), entry("1"), entry("3")}, seen), 2u);
  EXPECT_EQ(baseline.add({entry("2"), entry("1"), entry("4")}, seen), 2u);
  std::string order;
  for (const Acceptance& a : baseline.entries()) order += a.fingerprint.back();
  EXPECT_EQ(order, "1234");
  const auto again = Baseline::parse(baseline.text(), "b");
  ASSERT_TRUE(again) << again.error().message();
  EXPECT_EQ(again->text(), baseline.text());
  EXPECT_EQ(again->find(full("2"))->why, "因为");
  EXPECT_EQ(again->find(full("2"))->line, 2u);
}

TEST(Baseline, TellsWhatIsStale) {
  Baseline baseline;
  baseline.add({entry("1"), entry("2"), entry("3", "b.txt")}, {{full("1"), full("2"), full("3")}, {"a.txt", "b.txt"}});
  const auto stale = baseline.stale({{full("2")}, {"a.txt"}});  // b.txt was not looked at
  ASSERT_EQ(stale.size(), 1u);
  EXPECT_EQ(stale[0]->fingerprint, full("1"));
}

TEST(Baseline, SaysWhatIsWrongInAFile) {
  const auto message = [](const std::string& text) {
    const auto parsed = Baseline::parse(text, "b.jsonl");
    return parsed ? std::string("fine") : parsed.error().message().substr(0, parsed.error().message().find(" (each line"));
  };
  Baseline one;
  one.add({entry("1")}, {});
  const std::string good = one.text();
  EXPECT_EQ(message(""), "fine");
  EXPECT_EQ(message("# a word\n\n" + good), "fine");
  EXPECT_EQ(message(good + "oops\n"), "b.jsonl:2: expected a JSON object with rule, file, quote, fingerprint, by, at and why");
  EXPECT_EQ(message("[1]\n"), "b.jsonl:1: expected a JSON object with rule, file, quote, fingerprint, by, at and why");
  EXPECT_EQ(message(good + good), "b.jsonl:2: accepted already in line 1");
  EXPECT_EQ(message("{\"rul\":\"r\"}\n"), "b.jsonl:1: unknown key \"rul\"; did you mean `rule`?");
  EXPECT_EQ(message("{\"rule\":1}\n"), "b.jsonl:1: \"rule\": expected a text");
  EXPECT_EQ(message("{\"rule\":\"r\",\"fingerprint\":\"12\"}\n"), "b.jsonl:1: \"fingerprint\": expected 16 hex digits");
  EXPECT_EQ(message("{\"rule\":\"r\",\"fingerprint\":\"0123456789abcdef\",\"by\":\"x\"}"),
            "b.jsonl:1: \"why\": expected a text; who accepted what and why is kept for everyone");
}

}  // namespace
}  // namespace fengbiao
