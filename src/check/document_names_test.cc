#include "check/document_names.h"

#include <gtest/gtest.h>

#include "check/checker.h"

namespace fengbiao {
namespace {

// "wrong ≠ right" of the findings of an issue; each text is an article, its title and one paragraph.
std::vector<std::string> found(const std::vector<std::string>& articles) {
  static const Checker* const checker = new Checker(*Checker::load(DataSet::built_in()));
  static const TextReader* const reader = new TextReader(*TextReader::load(DataSet::built_in()));
  std::string kept;
  Issue issue;
  issue.key = "2022-12-05";
  for (const std::string& words : articles) {
    Article& article = issue.articles.emplace_back();
    article.n = static_cast<std::uint32_t>(issue.articles.size());
    article.id = "a" + std::to_string(article.n);
    const auto begin = static_cast<std::uint32_t>(kept.size());
    kept += words + "\n";
    const auto line = begin + static_cast<std::uint32_t>(words.find('\n'));
    article.title_pieces = {{begin, line}};
    article.paragraphs.push_back({{{line + 1, static_cast<std::uint32_t>(kept.size()) - 1}}, "", false});
  }
  for (Article& article : issue.articles) fill_texts(article, kept);
  Checker::Session session(*checker, issue, kept);
  for (const Article& article : issue.articles) {
    ArticleText text;
    text.read(*reader, article, kept, Date{2022, 12, 5});
    session.article(text, {}, {});
  }
  std::vector<std::string> out;
  for (const Relation& r : session.finish({}, {}).relations)
    if (r.rule == "policy-two-names") out.push_back(r.relation);
  return out;
}
using Lines = std::vector<std::string>;

constexpr const char* kIssued = "五部门推进周转箱共用\n近日，五部门印发《生鲜物流周转箱循环共用工作方案》，到2025年投用量达到4500万个。";

TEST(DocumentNames, OneDocumentByWhatIsToldBesideIt) {
  EXPECT_EQ(found({kIssued, "甲公司投用周转箱\n此举是落实五部门《生鲜物流周转箱循环使用实施方案》，到2025年投用量达到4500万个。"}),
            (Lines{"生鲜物流周转箱循环共用工作方案 ≠ 生鲜物流周转箱循环使用实施方案"}));
}

TEST(DocumentNames, SilentWithoutTwoThingsThatAgree) {
  EXPECT_EQ(found({kIssued, "甲公司投用周转箱\n此举是落实五部门《生鲜物流周转箱循环使用实施方案》，到2025年投用量达到3200万个。"}),
            Lines{});
  EXPECT_EQ(found({kIssued, "甲公司投用周转箱\n此举是落实《生鲜物流周转箱循环使用实施方案》的行动。"}), Lines{});
}

TEST(DocumentNames, SilentWhereAnArticleHasBoth) {
  EXPECT_EQ(found({std::string(kIssued) + "《生鲜物流周转箱循环使用实施方案》同时废止。",
                   "甲公司投用周转箱\n此举是落实五部门《生鲜物流周转箱循环使用实施方案》，到2025年投用量达到4500万个。"}),
            Lines{});
}

}  // namespace
}  // namespace fengbiao
