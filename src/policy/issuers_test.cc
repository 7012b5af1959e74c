#include "policy/issuers.h"

#include <gtest/gtest.h>

#include "policy/sample_article.h"

namespace fengbiao::policy_room {
namespace {

// Those before the word 印发, joined with +; a question mark behind where something was not read for certain.
std::string before(const std::string& clause) {
  static const PolicyWords words = PolicyWords::load(DataSet::built_in()).value();
  static const DocumentKinds kinds = DocumentKinds::load(DataSet::built_in()).value();
  const SampleArticle article(clause);
  std::vector<WordHit> memory;
  const Scene scene(article.text, words, kinds, memory);
  const auto verb = static_cast<std::uint32_t>(article.text.folded().find("印发"));
  const Issuers found = issuers_before(scene, article.text.title_end() + 1, verb);
  std::string out;
  for (const Span span : found.list) out += (out.empty() ? "" : "+") + article.text.words(span);
  return out + (found.clean ? "" : "?");
}

TEST(Issuers, Lists) {
  EXPECT_EQ(before("商务部印发"), "商务部");
  EXPECT_EQ(before("近日，商务部、公安部和海关总署联合印发"), "商务部+公安部+海关总署");
  EXPECT_EQ(before("商务部会同公安部等九部门近日印发"), "商务部+公安部");
  EXPECT_EQ(before("国家发展和改革委员会、工业和信息化部、文化和旅游部于12月1日印发"), "国家发展和改革委员会+工业和信息化部+文化和旅游部");
  EXPECT_EQ(before("商务部办公厅 财政部办公厅印发"), "商务部办公厅+财政部办公厅");
  EXPECT_EQ(before("苏州市商务局联合市公安局印发"), "苏州市商务局+市公安局");
}

TEST(Issuers, WhatStandsAround) {
  EXPECT_EQ(before("商务部官网12月1日印发"), "商务部");
  EXPECT_EQ(before("江苏省十三届人大常委会第三十三次会议印发"), "江苏省十三届人大常委会");
  EXPECT_EQ(before("中国人民银行（央行）印发"), "中国人民银行");
  EXPECT_EQ(before("经国务院同意，商务部印发"), "商务部");
  EXPECT_EQ(before("商务部在苏州印发"), "商务部");
  EXPECT_EQ(before("多部门联合印发"), "");
}

TEST(Issuers, BodiesThatNoListKnows) {
  EXPECT_EQ(before("国家药监局综合司印发"), "国家药监局综合司");
  EXPECT_EQ(before("苏州市供销合作总社印发"), "苏州市供销合作总社");
  EXPECT_EQ(before("苏州市夜市工作专班办公室印发"), "苏州市夜市工作专班办公室?");
  EXPECT_EQ(before("商务部火线印发"), "商务部?");
  EXPECT_EQ(before("江苏省烧烤协会联合省夜市协会印发"), "江苏省烧烤协会+省夜市协会");
}

}  // namespace
}  // namespace fengbiao::policy_room
