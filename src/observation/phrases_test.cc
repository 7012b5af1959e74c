#include "observation/phrases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace fengbiao {
namespace {

const TextReader& reader() {
  static const TextReader made = TextReader::load(DataSet::built_in()).value();
  return made;
}
const ObservationWords& words() {
  static const ObservationWords made = ObservationWords::load(DataSet::built_in()).value();
  return made;
}

// One paragraph of an article as this room looks at it.
class Sample {
 public:
  explicit Sample(std::string_view paragraph) : kept_("题\n" + std::string(paragraph)) {
    article_.id = "a";
    article_.n = 1;
    article_.date = "2022-12-05";
    article_.line_start = 1;
    article_.line_end = 2;
    article_.title_pieces = {{0, 3}};
    article_.paragraphs.push_back({{{4, static_cast<std::uint32_t>(kept_.size())}}, {}, false});
    text_.read(reader(), article_, kept_, std::nullopt);
    std::vector<Span> whole;  // numbers, times and names are cut into no words
    for (const Quantity& q : text_.read_text().quantities) whole.push_back(q.span);
    for (const TimeInText& t : text_.read_text().times) whole.push_back(t.time.span);
    for (const Name& n : text_.read_text().names) whole.push_back(n.span);
    std::sort(whole.begin(), whole.end(), [](Span a, Span b) { return a.begin < b.begin; });
    words().around.scan(text_.read_text().characters, whole, found_);
    begins_.assign(folded().size() + 1, 0);
    std::uint32_t from = 0;
    const auto cut = [&](std::uint32_t to) {
      if (to > from)
        text_.read_text().common->cut(
            text_.read_text().characters, {from, to}, [](std::uint32_t, auto&&) {}, begins_);
      begins_[std::max(from, to)] = 1;
    };
    for (const Span span : whole) {
      cut(span.begin);
      from = std::max(from, span.end);
    }
    cut(static_cast<std::uint32_t>(folded().size()));
    std::erase_if(found_, [&](const WordHit& hit) { return hit.span.size() == 3 && !(begins_[hit.span.begin] && begins_[hit.span.end]); });
    hits_.emplace(folded(), found_);
    scene_.emplace(Scene{text_, folded(), text_.read_text(), words(), *hits_, begins_});
    phrases_.emplace(*scene_);
  }
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;

  [[nodiscard]] std::string_view folded() const { return text_.folded(); }
  const ThingPhrases* operator->() const { return &*phrases_; }
  [[nodiscard]] Span of(std::string_view part) const {
    const std::size_t at = folded().find(part, text_.title_end());
    EXPECT_NE(at, std::string_view::npos) << part << " in " << folded();
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
  }
  // Where nothing stands: at the beginning of the text, between two characters, at its end.
  [[nodiscard]] std::vector<Span> nothing() const {
    const auto end = static_cast<std::uint32_t>(folded().size());
    return {{}, {text_.title_end(), text_.title_end()}, {end - 3, end - 3}, {end, end}};
  }
  [[nodiscard]] std::string at(Span span) const { return std::string(slice(folded(), span)); }

 private:
  std::string kept_;
  Article article_;
  ArticleText text_;
  std::vector<WordHit> found_;
  std::vector<std::uint8_t> begins_;
  std::optional<Hits> hits_;
  std::optional<Scene> scene_;
  std::optional<ThingPhrases> phrases_;
};

// What is made of a part of a paragraph; `part` as the folded text has it, in half width.
std::string printed(std::string_view paragraph, std::string_view part) {
  const Sample s(paragraph);
  return s->printed(s.of(part));
}
std::string cleaned(std::string_view paragraph, std::string_view part) {
  const Sample s(paragraph);
  return s.at(s->cleaned(s.of(part)));
}
std::string core(std::string_view paragraph, std::string_view part) {
  const Sample s(paragraph);
  return s.at(s->core(s.of(part)));
}
// Of words at the beginning of a paragraph.
bool is_no_subject(std::string_view words) {
  const Sample s(std::string(words) + "，订单达3亿笔。");
  return s->is_no_subject(s.of(words));
}
bool is_whole(std::string_view words) {
  const Sample s(std::string(words) + "，订单达3亿笔。");
  return s->is_whole(s.of(words));
}
const Sample& any() {
  static const Sample made("网店达5万家");
  return made;
}

TEST(ThingPhrases, PrintedAsItStands) {
  EXPECT_EQ(printed("云仓面积达3万平方米。", "云仓面积"), "云仓面积");
  EXPECT_EQ(printed("ＡＩ客服订单，达5万笔。", "AI客服订单,"), "ＡＩ客服订单，") << "as on paper, not as folded";
}

TEST(ThingPhrases, PrintedWithoutWhatStandsInBrackets) {
  EXPECT_EQ(printed("直播电商（含团购）销售额达5亿元。", "直播电商(含团购)销售额"), "直播电商销售额");
  EXPECT_EQ(printed("运单量（万件）为300。", "运单量(万件)"), "运单量");
  EXPECT_EQ(printed("（境内）运单量为300万件。", "(境内)运单量"), "运单量");
  EXPECT_EQ(printed("生鲜（冷藏（含冷冻）类）订单达5万笔。", "生鲜(冷藏(含冷冻)类)订单"), "生鲜订单") << "brackets in brackets";
  EXPECT_EQ(printed("生鲜（冷藏）达5万笔。", "(冷藏)"), "") << "nothing else";
}

TEST(ThingPhrases, PrintedOfBracketsCutInTwo) {
  EXPECT_EQ(printed("直播电商（含团购）销售额达5亿元。", "直播电商(含团"), "直播电商");
  EXPECT_EQ(printed("直播电商（含团购）销售额达5亿元。", "含团购)销售额"), "销售额");
  EXPECT_EQ(printed("直播电商（含团购）销售额达5亿元。", ")销售额"), "销售额");
  EXPECT_EQ(printed("直播电商（含团购）销售额达5亿元。", "直播电商("), "直播电商");
}

TEST(ThingPhrases, CleanedOfMarks) {
  EXPECT_EQ(cleaned("此外，云仓面积：3万平方米。", ",云仓面积:"), "云仓面积");
  EXPECT_EQ(cleaned("生鲜（冷藏）达5万笔。", "(冷藏"), "冷藏");
  EXPECT_EQ(cleaned("运单量（万件）为300。", "运单量(万件)"), "运单量(万件)") << "brackets that close at the end stay";
}

TEST(ThingPhrases, CleanedOfWordsThatLeadInOrTrailOff) {
  EXPECT_EQ(cleaned("其中，云仓面积已达3万平方米。", "其中,云仓面积已"), "云仓面积");
  EXPECT_EQ(cleaned("也已云仓面积从3万平方米起。", "也已云仓面积从"), "云仓面积");
  EXPECT_EQ(cleaned("云仓面积达3万平方米。", "云仓面积"), "云仓面积");
}

TEST(ThingPhrases, CleanedOfNoPartOfAWord) {
  EXPECT_EQ(cleaned("就业人数达5万人。", "就业人数"), "就业人数");
  EXPECT_EQ(cleaned("网店参与达5万家。", "网店参与"), "网店参与");
}

TEST(ThingPhrases, CleanedUntilNothingIsLeft) {
  for (const char* part : {"的已", ",", "已", "、"}) EXPECT_EQ(cleaned("商家，的已、也达5万家。", part), "") << part;
}

TEST(ThingPhrases, TheCoreOfAShortPhraseIsThePhrase) {
  EXPECT_EQ(core("云仓面积达3万平方米。", "云仓面积"), "云仓面积");
  EXPECT_EQ(core("其中，云仓面积已达3万平方米。", "其中,云仓面积已"), "云仓面积") << "cleaned";
}

TEST(ThingPhrases, TheCoreStandsBehindAList) {
  EXPECT_EQ(core("茶叶、菌菇等土特产订单达5万笔。", "茶叶、菌菇等土特产订单"), "土特产订单");
  EXPECT_EQ(core("高等院校网店达5家。", "高等院校网店"), "高等院校网店") << "no list";
}

TEST(ThingPhrases, TheCoreStandsBehindATime) {
  EXPECT_EQ(core("某商城二季度总收入5亿元。", "某商城二季度总收入"), "总收入");
  EXPECT_EQ(core("某商城二季度GMV达5亿元。", "某商城二季度GMV"), "GMV") << "short, but measured of firms";
  EXPECT_EQ(core("某商城二季度税5亿元。", "某商城二季度税"), "某商城二季度税") << "too short";
}

TEST(ThingPhrases, TheCoreStandsBehindAVerb) {
  EXPECT_EQ(core("已建成分拣中心8个。", "建成分拣中心"), "分拣中心");
  EXPECT_EQ(core("向骑手发放节日补贴300万元。", "向骑手发放节日补贴"), "节日补贴");
  EXPECT_EQ(core("平台计划补贴额5亿元。", "平台计划补贴额"), "补贴额");
  EXPECT_EQ(core("平台预计交易金额5亿元。", "平台预计交易金额"), "交易金额") << "words for an aspect alone";
}

TEST(ThingPhrases, NoCoreWhereOnlyATimeStandsBehindTheVerb) { EXPECT_EQ(core("有关部门预计一季度达5亿元。", "有关部门预计一季度"), ""); }

TEST(ThingPhrases, TheCoreOfALongPhraseStandsBehindTheLastOf) {
  EXPECT_EQ(
      core("在各县镇村口陆续挂牌开张起来的便民服务站点的代收包裹柜达300万个。", "各县镇村口陆续挂牌开张起来的便民服务站点的代收包裹柜"),
      "代收包裹柜");
  EXPECT_EQ(
      core("注册资本在1000万元以上的从事跨境业务的电商企业的客服坐席达3万个。", "注册资本在1000万元以上的从事跨境业务的电商企业的客服坐席"),
      "注册资本在1000万元以上的从事跨境业务的电商企业的客服坐席")
      << "a number tells which";
}

TEST(ThingPhrases, OfAnEmptySpan) {
  for (const Span span : any().nothing()) {
    EXPECT_EQ(any()->printed(span), "") << span.begin;
    EXPECT_TRUE(any()->cleaned(span).empty()) << span.begin;
    EXPECT_TRUE(any()->core(span).empty()) << span.begin;
    EXPECT_FALSE(any()->is_no_subject(span)) << span.begin;
    EXPECT_FALSE(any()->is_whole(span)) << span.begin;
  }
}

TEST(ThingPhrases, AtTheEndsOfTheText) {
  const Sample s("5万家网店、小店等");
  const auto end = static_cast<std::uint32_t>(s.folded().size());
  EXPECT_EQ(s.at(s->cleaned({s.of("网店").begin, end})), "网店、小店");
  EXPECT_EQ(s->printed({s.of("小店").begin, end}), "小店等");
  EXPECT_EQ(s.at(s->core({end - 3, end})), "");
  EXPECT_EQ(s.at(s->cleaned({0, 3})), "题");
  EXPECT_EQ(s.at(s->core({0, 3})), "题");
  EXPECT_EQ(s->printed({0, 3}), "题");
  EXPECT_FALSE(s->is_no_subject({0, end}));
}

TEST(ThingPhrases, StemsAndAspects) {
  struct Row {
    const char *words, *stem, *aspect;
  };
  for (const Row& row : {Row{"农村电商进出口", "农村电商", "进出口"},
                         {"农村电商的进出口额", "农村电商", "的进出口额"},
                         {"云仓日均订单量", "云仓", "日均订单量"},
                         {"网店", "网店", ""},
                         {"其他", "其他", ""},
                         {"规模", "", "规模"},
                         {"全年累计", "", "全年累计"},
                         {"日均订单", "", "日均订单"},
                         {"", "", ""}}) {
    EXPECT_EQ(any()->stem_of(row.words), row.stem) << row.words;
    EXPECT_EQ(any()->aspect_of(row.words), row.aspect) << row.words;
  }
}

TEST(ThingPhrases, GenericWhereOnlyAspectsAndModifiersStand) {
  for (const char* words : {"规模", "日均", "日均订单量", "全年累计", "其规模", "人均支出"}) EXPECT_TRUE(any()->is_generic(words)) << words;
  for (const char* words : {"", "云仓", "云仓规模", "规模云仓", "其他", "订单簿"}) EXPECT_FALSE(any()->is_generic(words)) << words;
}

TEST(ThingPhrases, OnlyModifiers) {
  for (const char* words : {"日均", "全年累计", "累计"}) EXPECT_TRUE(any()->only_modifiers(words)) << words;
  for (const char* words : {"日均订单", "规模", "云仓"}) EXPECT_FALSE(any()->only_modifiers(words)) << words;
}

TEST(ThingPhrases, Pronouns) {
  for (const char* words : {"其", "该数字", "其规模", "上述企业", "两者日均订单量", "前者"}) EXPECT_TRUE(any()->is_pronoun(words)) << words;
  for (const char* words : {"", "其他", "此类", "云仓", "该云仓", "规模"}) EXPECT_FALSE(any()->is_pronoun(words)) << words;
}

TEST(ThingPhrases, WhatIsNoSubject) {
  for (const char* words : {"增势最强的是甲", "各市中", "分地市看", "按品类来看", "全年目标", "历史新高", "其", "该数字", "领跑全网"})
    EXPECT_TRUE(is_no_subject(words)) << words;
  for (const char* words : {"网络零售额", "云仓", "村播带货", "城市圈零售额", "都市圈零售额", "贸易顺差"})
    EXPECT_FALSE(is_no_subject(words)) << words;
}

TEST(ThingPhrases, TheWholeOfWhichSharesAreTold) {
  for (const char* words : {"消费者中", "受访网民当中", "云仓订单里"}) EXPECT_TRUE(is_whole(words)) << words;
  for (const char* words : {"消费者", "中小网店", "云仓"}) EXPECT_FALSE(is_whole(words)) << words;
}

}  // namespace
}  // namespace fengbiao
