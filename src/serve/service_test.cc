#include "serve/service.h"

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/utf8.h"
#include "serve/sample_service.h"

namespace fengbiao {
namespace {

nlohmann::json json_of(const Answer& answer) { return nlohmann::json::parse(*answer.body); }

TEST(Service, AnswersAndKeepsAnswers) {
  SampleService s;
  const Answer first = s.get("/api/v1/articles?limit=1");
  ASSERT_EQ(first.status, 200U);
  const std::string id = json_of(first)["items"][0]["id"];
  const auto page = json_of(s.get("/api/v1/articles/" + id));
  EXPECT_EQ(page["id"], id);
  EXPECT_EQ(page["issue"]["id"], "2023-03-20");
  EXPECT_FALSE(page["lines"].empty());
  EXPECT_EQ(page["lines"][0]["number"], page["line_start"]);
  // The second time it is at hand, however the address is written.
  EXPECT_TRUE(s.service().prepare(SampleService::request("GET", "/api/v1/articles/" + id)).answer);
}

TEST(Service, APageIsThereWhateverItsQuery) {
  SampleService s;
  const Answer plain = s.get("/articles");
  ASSERT_EQ(plain.status, 200U);
  for (const char* target : {"/articles/", "/articles?lang=zh&lang=en", "/?q=%zz"}) {
    const Answer page = s.get(target);
    EXPECT_EQ(page.status, 200U) << target;
    EXPECT_EQ(*page.body, *plain.body) << target;
  }
  EXPECT_EQ(s.get("/api/v1/articles?limit=1&limit=2").status, 400U);
  EXPECT_EQ(s.get("/%61pi/v1/articles?limit=1&limit=2").status, 400U);
  EXPECT_EQ(s.get("/assets/none.js").status, 404U);
}

TEST(Service, MarksAreWhatTheySay) {
  SampleService s;
  for (const auto& row : json_of(s.get("/api/v1/articles?limit=200"))["items"]) {
    const auto page = json_of(s.get("/api/v1/articles/" + row["id"].get<std::string>()));
    std::map<std::string, std::string> texts;
    for (const auto& o : page["observations"]) texts[o["id"]] = o["text"];
    for (const auto& mark : page["marks"]) {
      if (mark["kind"] != "number") continue;
      // The samples have no character beyond the basic plane: code points are UTF-16 units.
      const std::string paragraph = page["paragraphs"][mark["paragraph"].get<std::size_t>()];
      std::size_t at = 0, unit = 0, begin = 0;
      for (; at < paragraph.size() && unit < mark["end"]; ++unit) {
        if (unit == mark["begin"]) begin = at;
        at += decode(paragraph, at).size;
      }
      EXPECT_EQ(paragraph.substr(begin, at - begin), texts[mark["record"]]) << row["id"];
    }
  }
}

TEST(Service, OnlyNamesOfThisMachineOnLoopback) {
  SampleService s({.hosts = {"desk.example"}});
  HttpRequest r = SampleService::request("GET", "/api/v1/archive");
  for (const char* good : {"127.0.0.1", "localhost:8080", "[::1]:80", "desk.example:8080"}) {
    r.host = good;
    EXPECT_EQ(s.service().answer(r).status, 200U) << good;
  }
  for (const char* bad : {"", "evil.example", "127.0.0.1.evil.example", "localhost.", "[::1", "[]"}) {
    r.host = bad;
    EXPECT_EQ(s.service().answer(r).status, 421U) << bad;
  }
}

TEST(Service, TokensOpenWhatTheyAreFor) {
  SampleService s({.read_token = "reading", .write_token = "writing"});
  const auto status = [&](const char* target, const char* authorization) {
    HttpRequest r = SampleService::request("GET", target);
    r.authorization = authorization;
    return s.service().answer(r).status;
  };
  EXPECT_EQ(status("/api/v1/archive", ""), 401U);
  EXPECT_EQ(status("/api/v1/archive", "Bearer readinG"), 401U);
  EXPECT_EQ(status("/api/v1/archive", "Basic reading"), 401U);
  EXPECT_EQ(status("/api/v1/archive", "bearer reading"), 200U);
  EXPECT_EQ(status("/api/v1/archive", "Bearer writing"), 200U);
  EXPECT_EQ(status("/api/v1/review", "Bearer reading"), 401U);
  EXPECT_EQ(status("/api/v1/review", "Bearer writing"), 200U);
  EXPECT_EQ(status("/healthz", ""), 200U);
}

TEST(Service, SecretsAreCompared) {
  EXPECT_TRUE(same_secret("abc", "abc"));
  for (const char* wrong : {"", "ab", "abcd", "abd", "abcabc"}) EXPECT_FALSE(same_secret(wrong, "abc")) << wrong;
  EXPECT_FALSE(same_secret("", ""));
}

TEST(Service, WhatAnotherProcessWritesShows) {
  SampleService s({.keeping = {.look_every = std::chrono::milliseconds(20)}});
  EXPECT_EQ(json_of(s.get("/api/v1/archive"))["issues"], 1);
  s.add("2023-04-05.txt");
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (json_of(s.get("/api/v1/archive"))["issues"] != 2 && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_EQ(json_of(s.get("/api/v1/archive"))["issues"], 2);
}

TEST(Service, AnAnswerStaysGoodWhileItsPartsDo) {
  SampleService s({.keeping = {.look_every = std::chrono::milliseconds(20)}});
  const auto kept = [&](const char* target) { return s.service().prepare(SampleService::request("GET", target)).answer.has_value(); };
  EXPECT_EQ(s.get("/api/v1/findings").status, 200U);  // the last part to be gathered
  EXPECT_FALSE(kept("/api/v1/series"));
  EXPECT_EQ(s.get("/api/v1/series").status, 200U);
  EXPECT_TRUE(kept("/api/v1/series"));
  EXPECT_EQ(json_of(s.get("/api/v1/articles"))["total"], json_of(s.get("/api/v1/archive"))["articles"]);
  s.add("2023-04-05.txt");
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (kept("/api/v1/articles") && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  EXPECT_FALSE(kept("/api/v1/articles"));
  EXPECT_EQ(s.get("/api/v1/articles").status, 200U);
  // Parts that are gathered behind do not touch it.
  const auto gathered = [&] {
    const auto now = s.service().context().keeper().current();
    return now->findings->generation == now->contents->generation;
  };
  while (!gathered() && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_TRUE(gathered());
  EXPECT_TRUE(kept("/api/v1/articles"));
}

}  // namespace
}  // namespace fengbiao
