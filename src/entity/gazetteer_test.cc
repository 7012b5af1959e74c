#include "entity/gazetteer.h"

#include <gtest/gtest.h>

#include <chrono>

#include "base/disk.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

const Gazetteer& known() {
  static const Gazetteer g = Gazetteer::load(DataSet::built_in()).value();
  return g;
}

std::vector<std::string> codes(std::string_view name) {
  std::vector<std::string> out;
  for (const auto& m : known().find(name)) out.emplace_back(known().place(m.place).code);
  return out;
}

TEST(Gazetteer, ANameGivesAllPlacesSoCalled) {
  EXPECT_EQ(codes("鼓楼区"), (std::vector<std::string>{"320106", "320302", "350102", "410204"}));
  EXPECT_EQ(codes("浦东新区"), std::vector<std::string>{"310115"});
  EXPECT_EQ(codes("吉林"), (std::vector<std::string>{"220000", "220200"}));
  EXPECT_EQ(codes("义乌"), std::vector<std::string>{"330782"});
  EXPECT_TRUE(known().find("云锦区").empty());
}

TEST(Gazetteer, PseudoLevelsOfTheStatisticsAreNoNames) {
  for (const char* name : {"市辖区", "省直辖县级行政区划", "自治区直辖县级行政区划", "县"}) EXPECT_TRUE(known().find(name).empty()) << name;
}

TEST(Gazetteer, FormsAreToldApart) {
  const auto form = [](std::string_view name) { return known().find(name).front().form; };
  EXPECT_EQ(form("上海市"), Gazetteer::Form::full);
  EXPECT_EQ(form("上海"), Gazetteer::Form::short_form);
  EXPECT_EQ(form("义乌"), Gazetteer::Form::usual);
  EXPECT_EQ(form("内蒙"), Gazetteer::Form::alias);
  EXPECT_EQ(form("襄樊市"), Gazetteer::Form::former);
  EXPECT_EQ(known().place(known().find("襄樊市").front().place).name, "襄阳市");
}

TEST(Gazetteer, LongestAndEach) {
  const auto hit = known().longest("在江苏省南京市", 3);
  EXPECT_EQ(hit.length, 9u);
  std::vector<std::uint32_t> lengths;
  known().each("江苏省南京市", 0, [&](const Gazetteer::Hit& h) { lengths.push_back(h.length); });
  EXPECT_EQ(lengths, (std::vector<std::uint32_t>{6, 9}));
}

TEST(Gazetteer, WhatLiesInWhat) {
  const auto id = [](std::string_view code) { return known().by_code(code).value(); };
  EXPECT_TRUE(known().within(id("320106"), id("320000")));
  EXPECT_TRUE(known().within(id("310115007"), id("310115")));
  EXPECT_TRUE(known().within(id("441900121"), id("441900")));
  EXPECT_TRUE(known().within(id("429004"), id("420000")));
  EXPECT_TRUE(known().within(id("320106"), id("area:yrd")));
  EXPECT_TRUE(known().within(id("area:lingang"), id("310000")));
  EXPECT_TRUE(known().within(id("320106"), id("CN")));
  EXPECT_FALSE(known().within(id("320106"), id("350000")));
  EXPECT_FALSE(known().within(id("320000"), id("320106")));
  EXPECT_FALSE(known().within(id("US"), id("CN")));
  EXPECT_EQ(known().full_name(id("320106")), "江苏省南京市鼓楼区");
  EXPECT_EQ(known().full_name(id("US")), "美国");
  EXPECT_EQ(known().full_name(id("429004")), "湖北省仙桃市");
  EXPECT_EQ(known().ancestor(id("320106001"), PlaceLevel::city), id("320100"));
}

TEST(Gazetteer, CodesOfOurOwnAreNotGivenAsOfficial) {
  EXPECT_EQ(known().place(known().by_code("310115").value()).official_code(), "310115");
  EXPECT_EQ(known().place(known().by_code("810000.0202").value()).official_code(), "");
  EXPECT_EQ(known().place(known().find("迪拜").front().place).official_code(), "");
}

TEST(Gazetteer, NamesAreFoundAsFolded) { EXPECT_EQ(codes(folded("中国（上海）自由贸易试验区")), std::vector<std::string>{"area:ftz-31"}); }

TEST(Gazetteer, VillagesComeFromAUsersFolder) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "gazetteer_villages";
  std::filesystem::create_directories(folder / "places");
  ASSERT_TRUE(write_file(folder / "places" / "villages.tsv",
                         "310115125201\t环东村委会\t\n310115125202\t环西一村委会\t\n310115125203\t环西二村委会\t\n"));
  const Gazetteer g = Gazetteer::load(DataSet::with_folder(folder).value()).value();
  const PlaceId town = g.by_code("310115125").value();
  EXPECT_EQ(g.village(town, "环东村").value_or(""), "310115125201");
  EXPECT_FALSE(g.village(town, "环西"));  // two begin so
  EXPECT_FALSE(known().village(town, "环东村"));

  ASSERT_TRUE(write_file(folder / "places" / "divisions.tsv", "310000\t上海市\t上海\n310115 浦东新区\n"));
  const auto broken = Gazetteer::load(DataSet::with_folder(folder).value());
  EXPECT_EQ(broken.error().message(), (folder / "places" / "divisions.tsv").string() + ":2: expected 3 cells with tabs between, got 1");
  std::filesystem::remove_all(folder);
}

TEST(Gazetteer, IsSmallAndSoonThere) {
  EXPECT_GT(known().size(), 42000u);
  EXPECT_LT(known().bytes(), 60u << 20);
  const DataSet data = DataSet::built_in();
  const auto start = std::chrono::steady_clock::now();
  ASSERT_TRUE(Gazetteer::load(data));
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count();
  RecordProperty("load_ms", static_cast<int>(ms));
  RecordProperty("bytes", static_cast<int>(known().bytes()));
  EXPECT_LT(ms, 5000);  // a guard against blow-up alone; the bench measures
}

}  // namespace
}  // namespace fengbiao
