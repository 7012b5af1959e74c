#include "comply/spoken_lines.h"

#include <gtest/gtest.h>

#include "intake/intake.h"

namespace fengbiao {
namespace {

std::vector<std::string> read(const std::string& text, ComplyKind kind) {
  static const SpokenLines lines = *SpokenLines::load(DataSet::built_in());
  const Document document = document_from_text(text, "t");
  std::vector<std::string> out;
  for (const SpokenLine& line : lines.read(document, kind)) {
    if (line.text.empty()) continue;
    std::string told = std::string(name_of(line.speaker)) + "|";
    told += line.at < 0 ? "" : time_text(line.at);
    told += "|" + std::string(slice(document.text, line.name)) + "|" + std::string(slice(document.text, line.text));
    out.push_back(told + (line.flows_on ? "+" : ""));
  }
  return out;
}
using Lines = std::vector<std::string>;

TEST(SpokenLines, ReadsTimeCodesAndSpeakers) {
  EXPECT_EQ(read("[00:12:31] 主播2：家人们看这里\n1:05 观众: 多少钱\n(02:03) 小美：好的\n接着说：今天上新\n", ComplyKind::transcript),
            (Lines{"host|00:12:31|主播2|家人们看这里", "viewer|00:01:05|观众|多少钱", "unknown|00:02:03|小美|好的",
                   "unknown|||接着说：今天上新"}));
}

TEST(SpokenLines, KnowsSpeakersByAPartOfTheirNames) {
  EXPECT_EQ(read("[00:01] 观众小鱼：好\n[00:02] 李老师：好\n[00:03] 小主：好\n", ComplyKind::transcript),
            (Lines{"viewer|00:00:01|观众小鱼|好", "guest|00:00:02|李老师|好", "unknown|00:00:03|小主|好"}));
}

TEST(SpokenLines, ReadsSrt) {
  EXPECT_EQ(read("1\n00:00:01,000 --> 00:00:04,000\n主播：家人们\n看这里\n\n2\n00:00:05,500 --> 00:00:07,000\n观众：多少钱\n",
                 ComplyKind::transcript),
            (Lines{"host|00:00:01|主播|家人们+", "host|00:00:01|主播|看这里", "viewer|00:00:05|观众|多少钱"}));
}

TEST(SpokenLines, ReadsWebVtt) {
  EXPECT_EQ(
      read("WEBVTT - 直播\n\nNOTE 第一场\n\nintro\n00:01.000 --> 00:04.000 align:start\n<v 主播>家人们</v>\n", ComplyKind::transcript),
      (Lines{"host|00:00:01|主播|家人们"}));
}

TEST(SpokenLines, ReadsAttributesOfAListing) {
  EXPECT_EQ(read("品牌：云上\n这款很好，价格：99\n", ComplyKind::listing),
            (Lines{"unknown||品牌|品牌：云上", "unknown|||这款很好，价格：99"}));
}

TEST(SpokenLines, TimeCodes) {
  std::int64_t ms = 0;
  EXPECT_EQ(time_code("1:02", ms), 4U);
  EXPECT_EQ(ms, 62000);
  EXPECT_EQ(time_code("00:12:31.5 x", ms), 10U);
  EXPECT_EQ(ms, 751500);
  EXPECT_EQ(time_code("12", ms), 0U);
  EXPECT_EQ(time_code("", ms), 0U);
  EXPECT_EQ(time_code("1:", ms), 0U);
}

TEST(GuessKind, TellsWhyOrNothing) {
  const auto guess = [](const std::string& text) {
    const auto told = guess_kind(document_from_text(text, "t"));
    return told ? std::string(name_of(told->kind)) + ": " + told->reason : "";
  };
  EXPECT_EQ(guess("[00:01:00] 主播：好\n[00:02:00] 主播：买\n"), "transcript: 2 of 2 lines begin with a time code");
  EXPECT_EQ(guess("1\n00:00:01,0 --> 00:00:04,0\n甲\n\n2\n00:00:05,0 --> 00:00:07,0\n乙\n"), "transcript: 2 time lines of captions");
  EXPECT_EQ(guess("品牌：云上\n产地：某省\n净重：五百克\n"), "listing: 3 of 3 lines are an attribute, a colon and a value");
  EXPECT_EQ(guess("家人们晚上好\n"), "");
  const auto page = guess_kind(*read_document("<!DOCTYPE html><html><body><p>全场好物</p></body></html>", "a.html"));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->kind, ComplyKind::page);
}

}  // namespace
}  // namespace fengbiao
