// What an article reports, paragraph by paragraph: name|kind|issuers|issued|effective|until|status. Texts are ours; all are written on
// 2022-12-05 unless said otherwise.
#include "policy/policies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "policy/sample_article.h"

namespace fengbiao::policy_room {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> in(const SampleArticle& article) {
  std::vector<std::string> out;
  for (const Policy& p : article.policies()) out.push_back(in_short(p));
  return out;
}
std::vector<std::string> in(const std::string& paragraph) { return in(SampleArticle(paragraph)); }

Policy only(const std::string& paragraph, const std::string& date = "2022-12-05") {
  const std::vector<Policy> found = SampleArticle(paragraph, date).policies();
  EXPECT_EQ(found.size(), 1u) << paragraph;
  return found.empty() ? Policy{} : found.front();
}

// ---- that it is reported

TEST(Policies, VerbBeforeTheName) {
  EXPECT_THAT(in("近日，商务部印发《夜间市集管理办法》。"), ElementsAre("夜间市集管理办法|regulation|商务部||||published"));
  EXPECT_THAT(in("11月28日，苏州市商务局出台了《苏州市冷柜共享三年行动计划（2023—2025年）》。"),
              ElementsAre("苏州市冷柜共享三年行动计划（2023—2025年）|plan|苏州市商务局|2022-11-28|||published"));
  EXPECT_THAT(in("财政部在官网发布关于调整试吃装税率的公告，下月执行。"),
              ElementsAre("关于调整试吃装税率的公告|announcement|财政部||2023-01||in-force-later"));
}

TEST(Policies, VerbBehindTheName) {
  EXPECT_THAT(in("《夜间市集管理办法》日前正式发布。"), ElementsAre("夜间市集管理办法|regulation|||||published"));
  EXPECT_THAT(in("《夜间市集管理办法》由商务部会同公安部、海关总署联合印发。"),
              ElementsAre("夜间市集管理办法|regulation|商务部+公安部+海关总署||||published"));
  EXPECT_THAT(in("《苏州市夜市条例》自2023年3月1日起施行，发布单位为苏州市人大常委会。"),
              ElementsAre("苏州市夜市条例|regulation|苏州市人大常委会||2023-03-01||in-force-later"));
}

TEST(Policies, NameBehindWhoIssuedIt) {
  EXPECT_THAT(in("商务部日前发布的《夜间市集管理办法》给摊主吃了定心丸。"), ElementsAre("夜间市集管理办法|regulation|商务部||||published"));
  EXPECT_THAT(in("苏州市商务局12月1日起施行的《夜市灯光指引》分三章。"),
              ElementsAre("夜市灯光指引|guideline|苏州市商务局||2022-12-01||published"));
}

TEST(Policies, WhatIsOnlyCitedIsNone) {
  EXPECT_THAT(in("根据《消费者权益保护法》《夜间市集管理办法》的规定，摊主应当退款。"), IsEmpty());
  EXPECT_THAT(in("为贯彻落实《夜间市集管理办法》，街道办起了培训班。"), IsEmpty());
  EXPECT_THAT(in("摊主违反《夜间市集管理办法》第七条，被罚款两百元。"), IsEmpty());
  EXPECT_THAT(in("依据商务部印发的《夜间市集管理办法》，摊位每日清场。"), IsEmpty());
  EXPECT_THAT(in("《夜间市集管理办法》实施两年来，投诉少了一半。"), IsEmpty());
  EXPECT_THAT(in("协会说，《夜间市集管理办法》规定摊主应当公示价格。"), IsEmpty());
}

TEST(Policies, WhatIsOfAnEarlierTimeIsNone) {
  EXPECT_THAT(in("2020年6月，商务部印发《夜间市集管理办法》。"), IsEmpty());
  EXPECT_THAT(in("早在去年，商务部就印发了《夜间市集管理办法》。"), IsEmpty());
  EXPECT_THAT(in("近年来，商务部先后出台《夜间市集管理办法》等文件。"), IsEmpty());
  EXPECT_THAT(in("《夜间市集管理办法》等制度相继出台，摊主心里有了底。"), IsEmpty());
  // but for what takes effect now
  EXPECT_THAT(in("2020年6月印发的《夜间市集管理办法》自2023年1月1日起施行。"),
              ElementsAre("夜间市集管理办法|regulation||2020-06|2023-01-01||in-force-later"));
}

TEST(Policies, WhatIsToComeIsNone) {
  EXPECT_THAT(in("商务部将出台《夜间市集管理办法》。"), IsEmpty());
  EXPECT_THAT(in("专家建议，尽快制定《夜间经济促进法》。"), IsEmpty());
}

TEST(Policies, WhatIsNoPolicy) {
  EXPECT_THAT(in("协会发布《夜市消费报告》和《摊主信用白皮书》。"), IsEmpty());
  EXPECT_THAT(in("两地签署《夜市联办合作协议》。"), IsEmpty());
  EXPECT_THAT(in("网易发布公告称，第三季度亏损收窄。"), IsEmpty());
  EXPECT_THAT(in("抖音电商发布《摊主上云扶持计划》。"), IsEmpty());
  EXPECT_THAT(in("市场监管总局发布通报，点名七家摊位。"), IsEmpty());
  EXPECT_THAT(in("苏州市商务局制定夜市年度工作计划，摊位轮换。"), IsEmpty());
}

// ---- names

TEST(Policies, PartsOfANameInBrackets) {
  EXPECT_EQ(only("商务部发布《夜市摊位编码规则（试行）》。").name, "夜市摊位编码规则（试行）");
  EXPECT_EQ(only("商务部发布《夜市摊位编码规则》（试行）。").name, "夜市摊位编码规则（试行）");
  EXPECT_EQ(only("商务部发布《夜市摊位编码规则》（以下简称“规则”）。").short_name, "规则");
  EXPECT_EQ(only("商务部发布《夜市摊位编码规则》（商务部令2022年第9号）。").number, "商务部令2022年第9号");
}

TEST(Policies, ANoticeThatBringsADocumentIsTheDocument) {
  EXPECT_THAT(in("商务部等三部门关于印发《夜市照明方案》的通知近日公布。"), ElementsAre("夜市照明方案|plan|商务部||||published"));
  EXPECT_THAT(in("苏州市商务局发布《关于公开征求〈夜市照明方案〉意见的公告》。"), ElementsAre("夜市照明方案|plan|苏州市商务局||||draft"));
  EXPECT_THAT(in("商务部发布关于《夜市照明办法》公开征求意见的通知。"), ElementsAre("夜市照明办法|regulation|商务部||||draft"));
  EXPECT_THAT(in("商务部发布《关于落实〈夜市照明办法〉有关事项的通知》。"),
              ElementsAre("关于落实〈夜市照明办法〉有关事项的通知|notice|商务部||||published"));
}

TEST(Policies, NoticesWithoutAName) {
  EXPECT_THAT(in("近日，商务部、公安部联合印发通知，要求夜市错峰进场。"), ElementsAre("通知|notice|商务部+公安部||||published"));
  EXPECT_THAT(in("海关总署12月1日发布2022年第200号公告，放宽试吃品通关。"),
              ElementsAre("公告|announcement|海关总署|2022-12-01|||published"));
  EXPECT_EQ(only("海关总署发布公告2022年第200号，放宽试吃品通关。").number, "2022年第200号");
  // told beside a document it is that document
  EXPECT_THAT(in("商务部印发《夜市照明方案》，并发出通知，要求各地落实。"), ElementsAre("夜市照明方案|plan|商务部||||published"));
}

TEST(Policies, StandardsByWhatStandsBesideThem) {
  EXPECT_THAT(in("市场监管总局批准发布《烤炉油烟采样方法》《竹签安全要求》等6项国家标准，2023年5月1日起实施。"),
              ElementsAre("烤炉油烟采样方法|standard|市场监管总局||2023-05-01||in-force-later",
                          "竹签安全要求|standard|市场监管总局||2023-05-01||in-force-later"));
  EXPECT_THAT(in("团体标准《夜市选址指南》由中国烹饪协会发布。"), ElementsAre("夜市选址指南|standard|中国烹饪协会||||published"));
  EXPECT_EQ(only("小红书发布《探店笔记管理规范》。").kind, PolicyKind::regulation);
}

TEST(Policies, ShortNamesAndShorterForms) {
  const SampleArticle article("2022-12-05", "苏州夜市新规12月起执行",
                              {"近日，苏州市商务局印发《苏州市夜间市集摊位管理办法》（以下简称《办法》）。《办法》共八条。",
                               "《办法》自2022年12月10日起施行，有效期2年。《夜间市集摊位管理办法》附有摊位图。"});
  EXPECT_THAT(in(article), ElementsAre("苏州市夜间市集摊位管理办法|regulation|苏州市商务局||2022-12-10|2024-12-09|in-force-later"));
}

// ---- who

TEST(Policies, WhoIsCarriedOver) {
  EXPECT_THAT(in("商务部召开发布会，公布了《夜市照明方案》。"), ElementsAre("夜市照明方案|plan|商务部||||published"));
  EXPECT_THAT(in("12月1日，国务院总理签署国务院令，公布《夜市条例》。"), ElementsAre("夜市条例|regulation|国务院|2022-12-01|||published"));
  EXPECT_THAT(in(SampleArticle("2022-12-05", "商务部：夜市照明有章可循", {"会上出台了《夜市照明方案》。"})),
              ElementsAre("夜市照明方案|plan|商务部||||published"));
  EXPECT_THAT(in("商务部12月1日发布《夜市照明方案》。同日发布的《夜市排水方案》另有附图。"),
              ElementsAre("夜市照明方案|plan|商务部|2022-12-01|||published", "夜市排水方案|plan|商务部|2022-12-01|||published"));
}

TEST(Policies, WhoIsToldElsewhere) {
  EXPECT_THAT(in("中国烹饪协会牵头，联合美团、饿了么等8家平台发起《光盘倡议》。"),
              ElementsAre("光盘倡议|initiative|中国烹饪协会+美团+饿了么||||published"));
  EXPECT_THAT(in("抖音发布直播新规：《夜市直播规则》12月20日生效。"),
              ElementsAre("夜市直播规则|regulation|抖音||2022-12-20||in-force-later"));
  EXPECT_THAT(in("苏州发布《夜市合规指引》。该指引由苏州市司法局、苏州市商务局共同制定。"),
              ElementsAre("夜市合规指引|guideline|苏州市司法局+苏州市商务局||||published"));
  EXPECT_THAT(in("《中共中央 国务院关于发展夜间经济的意见》2日发布。"),
              ElementsAre("中共中央 国务院关于发展夜间经济的意见|opinion|中共中央+国务院|2022-12-02|||published"));
}

TEST(Policies, WhoOnlyWritesOrExplainsIsNone) {
  EXPECT_THAT(in("由中国烹饪协会牵头起草的《竹签安全要求》国家标准近日发布。"), ElementsAre("竹签安全要求|standard|||||published"));
  EXPECT_THAT(in("商务部召开新闻发布会，介绍《夜市照明方案》有关情况。"), ElementsAre("夜市照明方案|plan|||||published"));
}

TEST(Policies, ACongressWithoutTheNumberOfItsSession) {
  EXPECT_THAT(in("12月1日，江苏省十三届人大常委会第三十三次会议表决通过《江苏省夜市条例》。"),
              ElementsAre("江苏省夜市条例|regulation|江苏省十三届人大常委会|2022-12-01|||published"));
}

TEST(Policies, OneIssuerEach) {
  EXPECT_THAT(in("江苏的《夜市灯光细则》和浙江的《夜市排水细则》分别由江苏省商务厅、浙江省商务厅公布。"),
              ElementsAre("夜市灯光细则|regulation|江苏省商务厅||||published", "夜市排水细则|regulation|浙江省商务厅||||published"));
}

// ---- state, changes, doubts

TEST(Policies, Drafts) {
  const Policy p = only("12月1日，商务部就《夜市照明办法（征求意见稿）》公开征求意见，意见反馈截止时间为12月31日。");
  EXPECT_EQ(in_short(p), "夜市照明办法（征求意见稿）|regulation|商务部|2022-12-01|||draft");
  EXPECT_EQ(p.comments_until, "2022-12-31");
  EXPECT_EQ(only("商务部公布《夜市条例》草案。").status, PolicyStatus::draft);
  EXPECT_EQ(only("国务院常务会议审议通过《夜市条例（草案）》。").status, PolicyStatus::draft);
  EXPECT_EQ(only("苏州市人大常委会表决通过《苏州市夜市条例（草案）》。").status, PolicyStatus::published);
}

TEST(Policies, Changes) {
  const Policy amends = only("苏州市人大常委会通过《关于修改〈苏州市夜市条例〉的决定》。");
  EXPECT_EQ(amends.name, "关于修改〈苏州市夜市条例〉的决定");
  EXPECT_THAT(amends.changes, ElementsAre(PolicyChange{PolicyChange::What::amends, "苏州市夜市条例"}));
  const Policy extends = only("苏州市商务局发布《关于延长〈夜市补贴细则〉有效期的通知》，延长至2024年6月30日。");
  EXPECT_THAT(extends.changes, ElementsAre(PolicyChange{PolicyChange::What::extends, "夜市补贴细则"}));
  EXPECT_EQ(extends.until, "2024-06-30");
  const Policy repeals = only("商务部发布《夜市照明办法》，自2023年1月1日起施行。《夜市灯光暂行办法》同时废止。");
  EXPECT_THAT(repeals.changes, ElementsAre(PolicyChange{PolicyChange::What::repeals, "夜市灯光暂行办法"}));
  const Policy carries = only("为贯彻落实《夜间经济规划》，商务部印发《夜市照明方案》。");
  EXPECT_THAT(carries.changes, ElementsAre(PolicyChange{PolicyChange::What::implements, "夜间经济规划"}));
}

TEST(Policies, ContradictionsAreKeptAndToldAsDoubts) {
  const Policy p = only("商务部印发《夜市照明方案》，自2023年3月1日起施行，有效期至2022年12月31日。");
  EXPECT_EQ(p.effective, "2023-03-01");
  EXPECT_EQ(p.until, "2022-12-31");
  EXPECT_THAT(p.doubts, ElementsAre("until before effective"));
  EXPECT_FALSE(p.sure);
}

TEST(Policies, ReasonsAndWhatWasDropped) {
  std::vector<Candidate> dropped;
  const std::vector<Policy> found = SampleArticle("根据《电子商务法》，商务部印发《夜市照明方案》。").policies(&dropped);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found.front().sure);
  std::vector<std::string> fields;
  for (const Reason& reason : found.front().reasons) fields.push_back(reason.field);
  EXPECT_THAT(fields, ElementsAre("record", "name", "kind", "issuers", "issued", "status"));
  ASSERT_EQ(dropped.size(), 1u);
  EXPECT_EQ(dropped.front().why, "only cited");
}

TEST(Policies, PlacesAndQuote) {
  const SampleArticle article("2022-12-05", "夜市新规", {"天气转冷。", "商务部印发《夜市照明方案》。摊主叫好。"});
  const std::vector<Policy> found = article.policies();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().quote, "商务部印发《夜市照明方案》。");
  EXPECT_EQ(found.front().text, "夜市照明方案");
  EXPECT_EQ(article.kept.substr(found.front().span.begin, found.front().span.size()), "夜市照明方案");
  EXPECT_EQ(found.front().line_start, 3u);
  EXPECT_EQ(found.front().id, "sample-p14");
}

// A text that repeats itself takes a time that grows with it, not with its square.
TEST(Policies, ManyNamesInOneArticle) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "商务部印发《夜市照明方案" + std::to_string(i) + "号办法》，";
  EXPECT_LE(SampleArticle(text).policies().size(), 400u);
}

}  // namespace
}  // namespace fengbiao::policy_room
