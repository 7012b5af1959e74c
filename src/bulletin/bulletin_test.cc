#include "bulletin/bulletin.h"

#include <gtest/gtest.h>

#include <chrono>
#include <set>

#include "intake/intake.h"

namespace fengbiao {
namespace {

const Knowledge& knowledge() {
  static const Knowledge made = Knowledge::load(DataSet::built_in()).value();
  return made;
}
Issue read(const std::string& text, std::string_view file = "x.txt", std::string_view profile = "") {
  return read_bulletin(document_from_text(text, file), knowledge(), profile).value();
}
const std::string kArticle = "旧书店开播\n近日，旧书店开播。\n来源：“某网” 2023年3月4日\n";

TEST(Bulletin, TheProfileIsChosenByEvidence) {
  EXPECT_EQ(read("【行业资讯】\n" + kArticle).profile, "ecommerce-news");
  EXPECT_EQ(read(kArticle).profile, "general");
  EXPECT_EQ(read("【行业资讯】\n" + kArticle, "x.txt", "general").profile, "general");
}

TEST(Bulletin, AnUnknownProfileIsAnErrorInWords) {
  const auto issue = read_bulletin(document_from_text(kArticle, "x.txt"), knowledge(), "nws");
  ASSERT_FALSE(issue);
  EXPECT_EQ(issue.error().cause, Cause::invalid_argument);
  EXPECT_EQ(issue.error().what, "no bulletin profile 'nws'");
  EXPECT_NE(issue.error().advice.find("ecommerce-news, general"), std::string::npos);
}

TEST(Bulletin, TheKeyIsTheDateElseTheFilesName) {
  EXPECT_EQ(issue_key(read("风标电商观察\n2023年3月20日\n【行业资讯】\n" + kArticle), "x.txt"), "2023-03-20");
  EXPECT_EQ(issue_key(Issue{}, "dynamics-2022-12-05.pdf"), "2022-12-05");
  EXPECT_EQ(issue_key(Issue{}, "第 3 期.v2.txt"), "第_3_期.v2");
  EXPECT_EQ(issue_key(Issue{}, "-"), "stdin");
  EXPECT_EQ(issue_key(Issue{}, "a\x1b/b.txt"), "a_b");  // no control characters, no slash
}

TEST(Bulletin, IdsHoldWhileThePrintedLinesAreTheSame) {
  const Issue one = read("【行业资讯】\n" + kArticle + "石桥杨梅\n近日，杨梅上市。\n来源：“某网” 2023年3月5日\n");
  const Issue moved = read("【行业资讯】\n\n\n石桥杨梅\n\n近日，杨梅上市。 \n来源：“某网” 2023年3月5日\n");
  EXPECT_EQ(one.articles.at(1).id, moved.articles.at(0).id);  // place and white space do not matter
  const Issue changed = read("【行业资讯】\n石桥杨梅\n近日，杨梅下市。\n来源：“某网” 2023年3月5日\n");
  EXPECT_NE(one.articles.at(1).id, changed.articles.at(0).id);
}

TEST(Bulletin, TheSameArticleTwiceHasTwoIds) {
  const Issue issue = read("【行业资讯】\n" + kArticle + kArticle);
  std::set<std::string> ids;
  for (const Article& a : issue.articles) ids.insert(a.id);
  EXPECT_EQ(issue.articles.size(), 2u);
  EXPECT_EQ(ids.size(), 2u);
}

TEST(Bulletin, ContentsAreMatchedWithHeadlines) {
  const Issue issue = read("目录\n【行业资讯】\n旧书店开播.....2\n没有的一篇.....3\n【行业资讯】\n" + kArticle);
  ASSERT_EQ(issue.contents.size(), 2u);
  EXPECT_EQ(issue.contents[0].article, 1u);
  EXPECT_EQ(issue.contents[1].article, 0u);
}

TEST(Bulletin, NothingIsLost) {
  const Issue issue = read("【行业资讯】\n" + kArticle + "邮政编码：000000\n");
  EXPECT_EQ(issue.lines, 5u);
  EXPECT_EQ(issue.unclaimed_lines, 0u);
  EXPECT_EQ(issue.zones.size(), 5u);
}

// Work grows with the text, whatever it repeats. Twice the text may not take much more than twice the time; the bound is wide,
// for machines are noisy.
TEST(Bulletin, HostileTextsTakeLinearTime) {
  const auto repeated = [](std::string_view text, int times) {
    std::string out = "【行业资讯】\n";
    for (int i = 0; i < times; ++i) out += text;
    return out;
  };
  const auto seconds = [](const std::string& text) {
    const auto start = std::chrono::steady_clock::now();
    read(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  for (const char* text : {"行业资讯\n", "【行业资讯】\n题目一\n近日，某市发布新规。\n来源：某网 2022年1月1日\n", "某市发布新规.....3\n",
                           "某市发布新规\n近日，别处的事情写了不少，读来却很有意思，大家都说写得好。\n", "来源：", "（《“", "来源：某网\n",
                           "第 1 期\n", "短行\n"}) {
    const double once = seconds(repeated(text, 10'000)), many = seconds(repeated(text, 40'000));
    EXPECT_LT(many, 4 * 4 * once + 0.5) << text;
  }
}

}  // namespace
}  // namespace fengbiao
