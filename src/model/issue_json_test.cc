#include "model/issue_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

namespace fengbiao {
namespace {

// A small issue with every field in use and texts not filled, as the structure form keeps it.
Issue sample() {
  Issue issue;
  issue.key = "2031-03-05";
  issue.file = "动态 \"三月\".txt";
  issue.profile = "ecommerce-news";
  issue.masthead = {"样例动态", 2031, 5, 120, "2031-03-05", std::nullopt};
  issue.sections = {"行业资讯", "数据观察"};
  issue.contents = {{"某平台试行新规", 3, 4, 1}, {"找不到的标题", std::nullopt, 5, 0}};
  Article a;
  a.id = "2031-03-05/abc";
  a.n = 1;
  a.section = "行业资讯";
  a.title_pieces = {{30, 40}, {41, 51}};
  a.sources = {"甲报", "乙网"};
  a.selected_by = "编辑部";
  a.date = "2031-03-01";
  a.source_pieces = {{160, 190}};
  a.author_note_pieces = {{150, 159}};
  a.paragraphs = {{{{52, 90}, {91, 100}}, "", false}, {{{101, 110}}, "", true}, {{}, "没有出处的一段", false}};
  a.line_start = 7;
  a.line_end = 15;
  a.because = {{"title", "line after a source line", 7, 8, "两行"}};
  Article bare;
  bare.n = 2;
  bare.title = "无处可指";
  bare.author_note = "某人";
  bare.compiled = true;
  issue.articles = {a, bare};
  issue.zones = {{ZoneKind::masthead, {0, 10}, 1, 0}, {ZoneKind::title, {30, 40}, 7, 1}, {ZoneKind::unclaimed, {200, 210}, 20, 0}};
  issue.lines = 21;
  issue.unclaimed_lines = 1;
  issue.because = {{"profile", "most source lines", 1, 21, ""}};
  return issue;
}

TEST(IssueJson, RoundTrip) {
  const Issue issue = sample();
  const auto back = issue_from_json(to_json(issue));
  ASSERT_TRUE(back) << back.error().message();
  EXPECT_EQ(*back, issue);
  EXPECT_EQ(*issue_from_json(to_json(Issue{})), Issue{});
}

TEST(IssueJson, KeepsNoTextThatSpansGiveBack) {
  Issue issue = sample();
  const std::string before = to_json(issue);
  issue.articles[0].title = "填好的标题";
  issue.articles[0].author_note = "填好的说明";
  issue.articles[0].paragraphs[0].text = "填好的正文";
  EXPECT_EQ(to_json(issue), before);
}

TEST(IssueJson, FormIsFixed) {  // the archive format: a change here needs a new format number
  Issue issue;
  issue.key = "k";
  issue.zones = {{ZoneKind::source_line, {3, 9}, 2, 1}};
  issue.contents = {{"t", std::nullopt, 1, 0}};
  Article a;
  a.n = 1;
  a.title_pieces = {{3, 4}};
  a.paragraphs = {{{{4, 5}, {6, 7}}, "", true}};
  issue.articles = {a};
  EXPECT_EQ(to_json(issue),
            R"({"key":"k","file":"","profile":"","masthead":{"name":null,"year":null,"number":null,"total":null,"date":null,)"
            R"("publisher":null},"sections":[],"contents":[["t",null,1,0]],"articles":[{"id":"","n":1,"section":"",)"
            R"("title_pieces":[[3,4]],"sources":[],"compiled":false,"selected_by":null,"date":null,"source_pieces":[],)"
            R"("author_note":null,"author_note_pieces":[],"paragraphs":[{"pieces":[[4,5],[6,7]],"heading":true}],)"
            R"("line_start":0,"line_end":0,"because":[]}],"zones":[[6,3,9,2,1]],"lines":0,"unclaimed_lines":0,"because":[]})");
  for (const auto& [kind, code] : {std::pair{ZoneKind::masthead, 0},
                                   {ZoneKind::contents, 1},
                                   {ZoneKind::section, 2},
                                   {ZoneKind::title, 3},
                                   {ZoneKind::paragraph, 4},
                                   {ZoneKind::author_note, 5},
                                   {ZoneKind::source_line, 6},
                                   {ZoneKind::end_matter, 7},
                                   {ZoneKind::page_furniture, 8},
                                   {ZoneKind::unclaimed, 9}})
    EXPECT_EQ(static_cast<int>(kind), code) << name_of(kind);
}

TEST(IssueJson, NamesThePlaceThatIsWrong) {
  const auto broken = [](auto change) {
    auto j = nlohmann::json::parse(to_json(sample()));
    change(j);
    const auto back = issue_from_json(j.dump());
    EXPECT_FALSE(back);
    if (back) return std::string();
    EXPECT_EQ(back.error().cause, Cause::damaged);
    const std::string lead = "the structure of an issue is broken: ";
    EXPECT_TRUE(back.error().what.starts_with(lead)) << back.error().what;
    return back.error().what.substr(lead.size());
  };
  EXPECT_EQ(broken([](auto& j) { j.erase("zones"); }), "zones: missing");
  EXPECT_EQ(broken([](auto& j) { j["lines"] = -1; }), "lines: not a whole number of 32 bits");
  EXPECT_EQ(broken([](auto& j) { j["lines"] = 4294967296; }), "lines: not a whole number of 32 bits");
  EXPECT_EQ(broken([](auto& j) { j["masthead"]["year"] = "2031"; }), "masthead.year: not a whole number");
  EXPECT_EQ(broken([](auto& j) { j["masthead"]["year"] = 2147483648; }), "masthead.year: not a whole number");
  EXPECT_EQ(broken([](auto& j) {
              j["articles"][0]["title_pieces"][1] = {51, 41};
            }),
            "articles[0].title_pieces[1]: a span that ends before it begins");
  EXPECT_EQ(broken([](auto& j) { j["articles"][0]["paragraphs"][0]["pieces"][0][1] = 1.5; }),
            "articles[0].paragraphs[0].pieces[0][1]: not a whole number of 32 bits");
  EXPECT_EQ(broken([](auto& j) { j["zones"][2][0] = 10; }), "zones[2][0]: no such kind of zone");
  EXPECT_EQ(broken([](auto& j) { j["zones"][0].push_back(1); }), "zones[0]: not a row of 5");
  EXPECT_EQ(broken([](auto& j) { j["articles"][1]["compiled"] = nullptr; }), "articles[1].compiled: neither true nor false");
  EXPECT_EQ(broken([](auto& j) { j["sections"] = "one"; }), "sections: not a list");
  EXPECT_EQ(broken([](auto& j) { j["articles"][0] = 3; }), "articles[0]: not an object");
  EXPECT_EQ(broken([](auto& j) { j["key"] = 3; }), "key: not a text");
  for (const char* text : {"", "{", "[]", "null", "{}", "\xFF", "{\"key\":\"\xC3\"}"}) {
    const auto back = issue_from_json(text);
    ASSERT_FALSE(back) << text;
    EXPECT_EQ(back.error().cause, Cause::damaged);
  }
}

// What is read back from mutated bytes is an error, or an issue that writes and reads again as itself.
TEST(IssueJson, MutatedBytesNeverThrow) {
  const std::string good = to_json(sample());
  const std::string_view marks = "{}[],:\"-019.eEtfn\\ \xE4\xFF";
  std::mt19937 random(20310305);
  std::size_t read = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = good;
    for (unsigned edits = 1 + random() % 3; edits > 0; --edits) {
      const std::size_t at = random() % bytes.size();
      switch (random() % 4) {
        case 0: bytes[at] = marks[random() % marks.size()]; break;
        case 1: bytes.erase(at, 1 + random() % 8); break;
        case 2: bytes.insert(at, 1, marks[random() % marks.size()]); break;
        default: bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 20)); break;
      }
      if (bytes.empty()) bytes = "0";
    }
    const auto issue = issue_from_json(bytes);
    if (!issue) {
      ASSERT_EQ(issue.error().cause, Cause::damaged);
      continue;
    }
    ++read;
    const auto again = issue_from_json(to_json(*issue));
    ASSERT_TRUE(again) << again.error().message();
    for (const Zone& zone : again->zones) ASSERT_LE(zone.span.begin, zone.span.end);
  }
  EXPECT_GT(read, 100U);
  for (std::size_t cut = 0; cut < good.size(); ++cut) ASSERT_FALSE(issue_from_json(good.substr(0, cut)));
  EXPECT_FALSE(issue_from_json(std::string(200'000, '['))) << "deep nesting is an error, not a crash";
}

TEST(ArticleJson, KeysInOrderAndNullWhereUnknown) {
  Article a;
  a.id = "i";
  a.n = 2;
  a.title = "标题";
  JsonWriter w;
  write_article_json(w, a, "f.txt", "2031-01");
  EXPECT_EQ(w.text(), R"({"id":"i","file":"f.txt","issue":"2031-01","section":null,"n":2,"title":"标题","sources":[],"compiled":false,)"
                      R"("selected_by":null,"date":null,"author_note":null,"paragraphs":[],"line_start":0,"line_end":0,"span":[0,0]})");
  a.section = "数据观察";
  a.sources = {"甲", "乙"};
  a.compiled = true;
  a.selected_by = "编";
  a.date = "2031-01-02";
  a.author_note = "丙";
  a.paragraphs = {{{{5, 9}}, "正文", false}};
  a.line_start = 3;
  a.line_end = 4;
  JsonWriter full;
  write_article_json(full, a, "-", "k");
  EXPECT_EQ(full.text(),
            R"({"id":"i","file":"-","issue":"k","section":"数据观察","n":2,"title":"标题","sources":["甲","乙"],"compiled":true,)"
            R"("selected_by":"编","date":"2031-01-02","author_note":"丙","paragraphs":["正文"],"line_start":3,"line_end":4,"span":[5,9]})");
}

}  // namespace
}  // namespace fengbiao
