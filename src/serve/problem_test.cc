#include "serve/problem.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Problem, IsOneShape) {
  Problem p{400, "invalid-parameter", "a \"detail\""};
  p.parameter = "limit";
  p.expected = "a number";
  const Answer a = answer_of(p);
  EXPECT_EQ(a.status, 400U);
  EXPECT_EQ(a.type, "application/problem+json");
  EXPECT_EQ(*a.body,
            "{\"type\":\"urn:fengbiao:problem:invalid-parameter\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"a \\\"detail\\\"\","
            "\"parameter\":\"limit\",\"expected\":\"a number\"}\n");
}

TEST(Problem, SaysWhenToComeAgainAndWhatTokenIsWanted) {
  EXPECT_EQ(answer_of(Problem{503, "too-busy", "", {}, {}, 2}).headers.front().second, "2");
  EXPECT_EQ(answer_of(Problem{401, "no-token", ""}).headers.front().second, "Bearer");
}

TEST(Problem, OfAnErrorTellsNoPlaceOfThisMachine) {
  const Error error{Cause::damaged, {"/data/ec.fb", 0, 0}, "the archive is damaged: /data/ec.fb", "call"};
  const Problem p = problem_of(error);
  EXPECT_EQ(p.status, 503U);
  EXPECT_EQ(p.detail.find("/data"), std::string::npos);
  EXPECT_EQ(problem_of({Cause::not_found, {}, "no such article", ""}).status, 404U);
  EXPECT_EQ(problem_of({Cause::disk_full, {}, "", ""}).status, 507U);
  EXPECT_EQ(problem_of({Cause::not_text, {}, "", ""}).status, 422U);
}

}  // namespace
}  // namespace fengbiao
