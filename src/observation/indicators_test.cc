#include "observation/indicators.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "observation/indicators_file.h"
#include "rules/pack.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

const Indicators& known() {
  static const Indicators lexicon = Indicators::load(DataSet::built_in()).value();
  return lexicon;
}

std::string code(std::string_view phrase, std::string_view unit, Measure measure = Measure::level) {
  const Indicator* const found = known().find(folded(phrase), unit, measure);
  return found ? found->id : "-";
}

// A data folder with one file of indicators, or what is wrong with it.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("fengbiao-indicators-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_ / "lexicon" / "indicators");
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Result<Indicators> load(std::string_view text) {
    std::ofstream(path_ / "lexicon" / "indicators" / "mine.yaml") << text;
    const auto data = DataSet::with_folder(path_);
    return Indicators::load(*data);
  }
  std::string error(std::string_view text) {
    const auto loaded = load(text);
    return loaded ? "" : loaded.error().message();
  }

 private:
  std::filesystem::path path_;
};

std::string entry(std::string_view rest, std::string_view id = "own-thing") {
  return "topic: mine\nindicators:\n  - id: " + std::string(id) +
         "\n    name: 甲乙规模\n    english: own thing\n    kind: flow\n    unit: [CNY]\n" + std::string(rest);
}

TEST(Indicators, OneMarketUnderManyNames) {
  for (const char* phrase : {"直播电商市场规模", "直播电商行业总规模", "直播电商规模", "直播电商市场", "电商直播市场规模",
                             "我国直播电商行业规模", "直播电子商务市场总规模", "直播电商交易规模"})
    EXPECT_EQ(code(phrase, "CNY"), "live-commerce-market-size") << phrase;
  for (const char* phrase : {"跨境电商进出口规模", "跨境电商进出口额", "跨境电商进出口总额", "跨境电商进出口", "跨境电子商务进出口总值",
                             "全国跨境电商进出口金额"})
    EXPECT_EQ(code(phrase, "CNY"), "cross-border-ecommerce-trade") << phrase;
  EXPECT_EQ(code("跨境电商市场规模", "CNY"), "cross-border-market-size");
  EXPECT_EQ(code("跨境电商出口额", "USD"), "cross-border-ecommerce-exports");
}

TEST(Indicators, TheUnitDecides) {
  EXPECT_EQ(code("直播电商用户规模", "人"), "live-commerce-users");
  EXPECT_EQ(code("直播电商用户规模", "CNY"), "-");
  EXPECT_EQ(code("快递业务", "件"), "express-volume");
  EXPECT_EQ(code("快递业务", "CNY"), "express-revenue");
  EXPECT_EQ(code("移动支付业务", "笔"), "mobile-payments-count");
  EXPECT_EQ(code("移动支付业务", "CNY"), "mobile-payments-value");
  EXPECT_EQ(code("海外仓总面积", "m2"), "overseas-warehouse-area");
  EXPECT_EQ(code("海外仓总面积", "个"), "-");
}

TEST(Indicators, UnitsThatStandForEachOther) {
  EXPECT_EQ(code("电子商务交易额", "EGP"), "ecommerce-turnover");
  EXPECT_EQ(code("快递业务量", "票"), "express-volume");
  EXPECT_EQ(code("集装箱吞吐量", "标准箱"), "port-containers");
  EXPECT_EQ(code("网民规模", ""), "netizens");
  EXPECT_EQ(code("网上零售额", ""), "-");
}

TEST(Indicators, AGrowthIsOfWhatTheWordsOrTheUnitSay) {
  EXPECT_EQ(code("快递业务量", "%", Measure::growth), "express-volume");
  EXPECT_EQ(code("快递业务量增速", "%", Measure::growth), "express-volume");
  EXPECT_EQ(code("快递业务", "%", Measure::growth), "-");
  EXPECT_EQ(code("快递业务", "件", Measure::growth), "express-volume");
  EXPECT_EQ(code("网络零售额", "x", Measure::growth), "online-retail");
  EXPECT_EQ(code("快递业务量增速", "pp", Measure::change), "-");
}

TEST(Indicators, SharesAndRatios) {
  EXPECT_EQ(code("数字经济占国内生产总值的比重", "%", Measure::share), "digital-economy-share");
  EXPECT_EQ(code("数字经济规模", "%", Measure::level), "-");
  EXPECT_EQ(code("互联网普及率", "%", Measure::level), "internet-penetration");
  EXPECT_EQ(code("互联网普及率", "pp", Measure::change), "internet-penetration");
  EXPECT_EQ(code("快递业务量占比", "%", Measure::share), "express-volume");
  // Beside a ratio of the same words.
  EXPECT_EQ(code("5G移动电话用户占比", "%", Measure::share), "users-5g-share");
  EXPECT_EQ(code("5G移动电话用户", "%", Measure::share), "users-5g-share");
  EXPECT_EQ(code("5G移动电话用户", "%", Measure::growth), "users-5g");
  EXPECT_EQ(code("店播成交", "%", Measure::growth), "shop-streaming-sales");
  EXPECT_EQ(code("网络支付用户占网民整体的比例", "%", Measure::share), "online-payment-usage-rate");
}

TEST(Indicators, RanksNameAFigureNotAField) {
  EXPECT_EQ(code("快递业务量", "rank", Measure::rank), "express-volume");
  EXPECT_EQ(code("数字贸易发展指数", "rank", Measure::rank), "digital-trade-index");
  EXPECT_EQ(code("月活", "rank", Measure::rank), "monthly-active-users");
  EXPECT_EQ(code("直播电商", "rank", Measure::rank), "-");
}

TEST(Indicators, IncreasesMayBeginWithNew) {
  EXPECT_EQ(code("新增跨境电商相关企业", "家", Measure::change), "cross-border-companies");
  EXPECT_EQ(code("新增跨境电商相关企业", "家", Measure::level), "-");
  EXPECT_EQ(code("新增用户", "人", Measure::change), "new-users");
}

TEST(Indicators, WhatIsNotItGivesNothing) {
  for (const char* phrase : {"出口", "进出口额", "跨境电商", "化妆", "规模", "总额", "全国", "", "某平台自办节日的成交额", "跨境电商数量"})
    EXPECT_EQ(code(phrase, "CNY"), "-") << phrase;
  EXPECT_EQ(code("农村实物商品网络零售额", "CNY"), "online-retail-rural-goods");
  EXPECT_EQ(code("县域农产品网络零售额", "CNY"), "online-retail-county-farm");
  EXPECT_EQ(code("生鲜产品网络零售额", "CNY"), "-");
  EXPECT_EQ(code("日均快递业务量", "件"), "express-daily-volume");
  EXPECT_EQ(code("工业互联网产业增加值规模", "CNY"), "industrial-internet-value-added");
}

TEST(Indicators, AnyBytesAreAPhrase) {
  for (const std::string_view phrase : {"\xff\xfe", "\xe7", "(((", "()", "全国全国全国", "总总总总额额额", "\"\"", "(abc", "增速"})
    for (const Measure measure : {Measure::level, Measure::growth, Measure::share, Measure::rank, Measure::change})
      EXPECT_EQ(known().find(phrase, "%", measure), nullptr) << phrase;
}

TEST(Indicators, AMatchTellsHow) {
  const auto whole = known().match("GMV", "USD", Measure::level);
  EXPECT_EQ(whole.name, "GMV");
  EXPECT_TRUE(whole.whole);
  const auto cut = known().match(folded("全国快递业务总量"), "件", Measure::level);
  ASSERT_NE(cut.indicator, nullptr);
  EXPECT_FALSE(cut.whole);
}

TEST(Indicators, EntriesAreOfUse) {
  EXPECT_GE(known().all().size(), 350u);
  std::set<std::string> topics;
  for (const Indicator& one : known().all()) {
    topics.insert(one.topic);
    EXPECT_EQ(known().by_id(one.id), &one);
    EXPECT_FALSE(one.examples.empty()) << one.id;
  }
  EXPECT_GE(topics.size(), 19u);
  const Indicator* const ratio = known().by_id("live-commerce-penetration");
  ASSERT_NE(ratio, nullptr);
  EXPECT_EQ(ratio->of, "live-commerce-market-size");
  EXPECT_EQ(ratio->over, "online-retail");
  EXPECT_EQ(known().by_id("online-retail-goods")->part_of, "online-retail");
  EXPECT_EQ(known().by_id("no-such-thing"), nullptr);
}

std::vector<std::string> ids(const std::vector<const Indicator*>& found) {
  std::vector<std::string> out;
  for (const Indicator* one : found) out.push_back(one->id);
  return out;
}

TEST(Indicators, Queries) {
  EXPECT_THAT(ids(known().query("live-commerce-market-size")), ElementsAre("live-commerce-market-size"));
  EXPECT_EQ(ids(known().query("直播电商市场")).front(), "live-commerce-market-size");
  EXPECT_THAT(ids(known().query("直播电商", 40)), Contains("live-commerce-users"));
  EXPECT_EQ(ids(known().query("网络零售额")).front(), "online-retail");
  EXPECT_THAT(ids(known().query("overseas warehouses area")), Contains("overseas-warehouse-area"));
  EXPECT_THAT(ids(known().query("移动支付业务")), testing::IsSupersetOf({"mobile-payments-count", "mobile-payments-value"}));
  EXPECT_LE(known().query("电商", 5).size(), 5u);
  EXPECT_TRUE(known().query("").empty());
  EXPECT_TRUE(known().query("不知何物之事").empty());
}

TEST(Indicators, DidYouMean) {
  EXPECT_EQ(ids(known().near("直播电商渗透律")).front(), "live-commerce-penetration");
  EXPECT_EQ(ids(known().near("online-retial")).front(), "online-retail");
  EXPECT_TRUE(known().near("不知何物之事情也").empty());
}

TEST(Indicators, AFolderOfOnesOwnAddsNames) {
  Folder folder;
  const auto own = folder.load(
      "topic: mine\nindicators:\n  - adds_to: live-commerce-market-size\n    aliases: [视频购物市场]\n"
      "    examples: [视频购物市场规模]\n  - id: own-thing   # ours\n    name: '甲乙, 丙'\n    english: own\n"
      "    kind: stock\n    unit: 个\n    aliases: [丁戊,\n      己庚]   # more\n    examples: [己庚数量, 丁戊 | % growth]\n");
  ASSERT_TRUE(own.has_value()) << own.error().message();
  EXPECT_EQ(own->find("视频购物市场", "CNY", Measure::level)->id, "live-commerce-market-size");
  EXPECT_EQ(own->by_id("own-thing")->name, "甲乙, 丙");
  EXPECT_EQ(own->by_id("own-thing")->topic, "mine");
}

TEST(Indicators, ErrorsNameTheLine) {
  Folder folder;
  EXPECT_THAT(folder.error(entry("    exmaples: [甲乙]\n")), HasSubstr("mine.yaml:8:5: unknown key 'exmaples' (did you mean 'examples'?)"));
  EXPECT_THAT(folder.error(entry("    aliases: [丙丁]\n")), HasSubstr("mine.yaml:3:5: own-thing: 'examples' is missing"));
  EXPECT_THAT(folder.error(entry("    examples: [丙丁]\n")), HasSubstr("mine.yaml:8: own-thing: example '丙丁' gives nothing"));
  EXPECT_THAT(folder.error(entry("    examples: [甲乙]\n    not: [甲乙额]\n")),
              HasSubstr("mine.yaml:9: own-thing: '甲乙额' gives it all the same"));
  EXPECT_THAT(folder.error(entry("    examples: [甲乙]\n    part_of: online-retial\n")),
              HasSubstr("part_of: there is no 'online-retial' (did you mean 'online-retail'?)"));
  EXPECT_THAT(folder.error(entry("    examples: [甲乙]\n    of: online-retail\n")), HasSubstr("of is for ratios"));
  EXPECT_THAT(folder.error(entry("    examples: [甲乙]\n", "online-retail")),
              HasSubstr("'online-retail' stands at data/lexicon/indicators/retail.yaml:"));
  EXPECT_THAT(folder.error(entry("    aliases: [网上零售额]\n    examples: [甲乙]\n")), HasSubstr("'网上零售额'"));
  EXPECT_THAT(folder.error(entry("    examples: [甲乙 | % grwoth]\n")), HasSubstr("mine.yaml:8: 'grwoth' is no measure"));
  EXPECT_THAT(folder.error(entry("    examples: [甲乙\n")), HasSubstr("expected ']' before the end of the file"));
  EXPECT_THAT(folder.error("topic: mine\nindicators:\n  - id: own\n    aliases: [ # no end"), HasSubstr("mine.yaml:4:"))
      << "a place in the file, though its last line does not end";
  EXPECT_THAT(folder.error(entry("    examples: ['甲乙]\n")), HasSubstr("mine.yaml:8:"));
  EXPECT_THAT(folder.error(entry("    examples:\n      - 甲乙\n")), HasSubstr("mine.yaml:9:"));
  EXPECT_THAT(folder.error(entry("    kind: flow\n")), HasSubstr("'kind' stands twice in one entry"));
  EXPECT_THAT(folder.error("topic: mine\nindicators:\n  - id: Own\n"), HasSubstr("mine.yaml:3:5: 'Own' is no id"));
  EXPECT_THAT(folder.error("topic: mine\nindicators:\n  - id: own\n    kind: flows\n"),
              HasSubstr("unknown kind 'flows' (did you mean 'flow'?)"));
  EXPECT_THAT(folder.error("topic: mine\nindicators:\n  - adds_to: onlin-retail\n    aliases: [甲乙]\n"),
              HasSubstr("there is no 'onlin-retail' (did you mean 'online-retail'?)"));
  EXPECT_THAT(folder.error("topic: mine\nindicators:\n  - adds_to: online-retail\n    unit: [个]\n"), HasSubstr("'unit' beside adds_to"));
  EXPECT_THAT(folder.error("topics: mine\n"), HasSubstr("mine.yaml:1:1: unexpected 'topics' at the top"));
  EXPECT_THAT(folder.error("indicators:\n"), HasSubstr("'topic' is missing"));
  EXPECT_THAT(folder.error("topic: mine\nindicators:\ntopic: other\n"), HasSubstr("mine.yaml:3:1: 'topic' stands twice in one file"));
  EXPECT_THAT(folder.error("indicators:\ntopic: mine\n"), HasSubstr("mine.yaml:2:1: expected 'topic:' before 'indicators:'"));
}

// The plain reader and the reader of all YAML read the same.
TEST(Indicators, FilesAreYaml) {
  const DataSet data = DataSet::built_in();
  const auto files = data.list("lexicon/indicators/", ".yaml");
  ASSERT_GE(files.size(), 19u);
  for (const DataSet::File* file : files) {
    const auto mine = read_indicator_file(*file);
    ASSERT_TRUE(mine.has_value()) << mine.error().message();
    const auto pack = PackNode::parse(file->bytes, file->place);
    ASSERT_TRUE(pack.has_value()) << pack.error().message();
    EXPECT_EQ((*pack)["topic"].text().value(), mine->topic);
    const auto items = (*pack)["indicators"].items().value();
    ASSERT_EQ(items.size(), mine->indicators.size()) << file->name;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Indicator& one = mine->indicators[i];
      EXPECT_EQ(items[i]["id"].text().value(), one.id);
      EXPECT_EQ(items[i]["name"].text().value(), one.name);
      EXPECT_EQ(items[i]["english"].text().value(), one.english);
      EXPECT_EQ(items[i]["kind"].text().value(), name_of(one.kind));
      EXPECT_EQ(items[i]["unit"].texts().value(), one.units);
      EXPECT_EQ(items[i]["aliases"].texts().value(), one.aliases);
      EXPECT_EQ(items[i]["exact"].texts().value(), one.exact);
      EXPECT_EQ(items[i]["part_of"].text_or("").value(), one.part_of);
      EXPECT_EQ(items[i]["definition"].text_or("").value(), one.definition);
      EXPECT_EQ(items[i]["examples"].texts().value().size(), one.examples.size());
      EXPECT_EQ(items[i]["not"].texts().value().size(), one.not_this.size());
    }
  }
}

TEST(Indicators, BrokenFilesAreErrorsNotMore) {
  const DataSet::File whole = *DataSet::built_in().find("lexicon/indicators/live-commerce.yaml").value();
  for (std::size_t cut = 0; cut < std::min<std::size_t>(whole.bytes.size(), 1200); ++cut) {
    DataSet::File file{whole.name, whole.place, whole.bytes.substr(0, cut)};
    const auto read = read_indicator_file(file);
    if (!read) { EXPECT_FALSE(read.error().what.empty()) << cut; }
  }
}

}  // namespace
}  // namespace fengbiao
