#include "check/told_again.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "check/checker.h"
#include "check/sample_text.h"

namespace fengbiao {
namespace {

// Relations "relation verdict" of an issue; articles are set apart by an empty line, the first line of each is its title.
std::vector<std::string> relations(const std::vector<std::string>& articles) {
  static const Checker* const checker = new Checker(*Checker::load(DataSet::built_in()));
  static const TextReader* const reader = new TextReader(*TextReader::load(DataSet::built_in()));
  SampleIssue sample(articles.front());
  for (std::size_t i = 1; i < articles.size(); ++i) {
    const SampleIssue next(articles[i]);
    Article article = next.issue.articles.front();
    const auto base = static_cast<std::uint32_t>(sample.kept.size() + 1);
    const auto move = [&](Span& span) { span = {span.begin + base, span.end + base}; };
    sample.kept += "\n" + articles[i];
    for (Span& span : article.title_pieces) move(span);
    for (Paragraph& paragraph : article.paragraphs)
      for (Span& span : paragraph.pieces) move(span);
    article.n = static_cast<std::uint32_t>(i + 1);
    article.id += std::to_string(i);
    sample.issue.articles.push_back(article);
  }
  Checker::Session session(*checker, sample.issue, sample.kept);
  for (const Article& article : sample.issue.articles) {
    ArticleText text;
    text.read(*reader, article, sample.kept, Date{2022, 12, 5});
    session.article(text, {}, {});
  }
  std::vector<std::string> out;
  for (const Relation& r : session.finish({}, {}).relations)
    if (r.rule == "figure-told-again") out.push_back(r.relation + " " + std::string(name_of(r.verdict)));
  return out;
}
using Lines = std::vector<std::string>;

TEST(ToldAgain, FiguresOfOneArticle) {
  EXPECT_EQ(relations({"标准发布\n涉及数字贸易领域的有4项。\n数字贸易领域的四项标准明年实施。"}),
            (Lines{"4项 = 四项 holds", "四项 = 4项 holds"}));
  EXPECT_EQ(relations({"报告发布\n报告总结了产业的五大特点。\n报告还预测了产业的五大趋势。"}), Lines{});
}

TEST(ToldAgain, ALargeRoundCount) {
  EXPECT_EQ(relations({"快递业发展\n一件快件成为今年第1000亿件快件。\n今年快递业务量提前达到千亿件，快件不断增多。"}),
            (Lines{"1000亿件 = 千亿件 holds", "千亿件 = 1000亿件 holds"}));
}

TEST(ToldAgain, ASlipInOneArticle) {
  EXPECT_EQ(relations({"甲市发展\n甲市直播电商零售额达到1358亿元。业内看好。\n甲市直播电商零售额达到1385亿元。"}),
            (Lines{"1358亿元 ≠ 1385亿元 contradicts"}));
  EXPECT_EQ(relations({"甲市发展\n2020年甲市直播电商零售额达到1358亿元。\n2021年甲市直播电商零售额达到1385亿元。"}), Lines{});
}

TEST(ToldAgain, FiguresOfTwoArticles) {
  EXPECT_EQ(relations({"试验区增加\n全国数字贸易试验区达到265个。", "专家谈试验区\n目前，我国数字贸易试验区数量达到265个。"}),
            (Lines{"265个 = 265个 holds", "265个 = 265个 holds"}));
  EXPECT_EQ(relations({"大会开幕\n首届数字商业大会11月25日在甲市开幕。", "甲市发展\n11月25日，首届数字商业大会在甲市开幕。"}),
            (Lines{"11月25日 = 11月25日 holds", "11月25日 = 11月25日 holds"}));
}

TEST(ToldAgain, OneValueOfTwoThings) {
  EXPECT_EQ(relations({"试验区增加\n全国数字贸易试验区达到265个。", "乙市建设仓库\n乙市建成仓库265个。"}), Lines{});
}

}  // namespace
}  // namespace fengbiao
