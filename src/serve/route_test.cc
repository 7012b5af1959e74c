#include "serve/route.h"

#include <gtest/gtest.h>

#include <set>

namespace fengbiao {
namespace {

TEST(Route, TheTableIsSound) {
  std::set<std::string_view> names;
  std::set<std::pair<std::string_view, std::string_view>> addresses;
  for (const Route& r : api_routes()) {
    EXPECT_TRUE(names.insert(r.name).second) << r.name;
    EXPECT_TRUE(addresses.emplace(r.method, r.path).second) << r.path;
    EXPECT_TRUE(r.path.starts_with("/api/v1/")) << r.path;
    EXPECT_TRUE(r.answer != nullptr && !r.summary.empty()) << r.path;
    EXPECT_TRUE(r.method == "GET" || !r.kept) << r.path;
    for (const Parameter& p : r.parameters) EXPECT_FALSE(p.about.empty()) << r.path << " " << p.name;
    // Every name in brackets is a parameter with its words.
    for (std::size_t at = r.path.find('{'); at != r.path.npos; at = r.path.find('{', at + 1)) {
      const std::string_view name = r.path.substr(at + 1, r.path.find('}', at) - at - 1);
      EXPECT_TRUE(std::ranges::any_of(r.parameters, [&](const Parameter& p) { return p.name == name; })) << r.path;
    }
  }
}

TEST(Route, MatchesPathAndMethod) {
  const auto found = match_route(api_routes(), "GET", *parse_target("/api/v1/articles/x"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->route->name, "article");
  EXPECT_EQ(found->parameters.text("id"), "x");
  EXPECT_EQ(match_route(api_routes(), "HEAD", *parse_target("/api/v1/articles"))->route->name, "articles");
  EXPECT_EQ(match_route(api_routes(), "GET", *parse_target("/api/v1/nothing")).error().status, 404U);
  const auto other = match_route(api_routes(), "POST", *parse_target("/api/v1/articles"));
  EXPECT_EQ(other.error().status, 405U);
  EXPECT_EQ(other.error().expected, "GET");
  // A fixed address goes before one with a name in it.
  EXPECT_EQ(match_route(api_routes(), "GET", *parse_target("/api/v1/policies.ics"))->route->name, "calendar");
}

std::expected<void, Problem> checked(std::string_view target) {
  const Target t = *parse_target(target);
  auto found = match_route(api_routes(), "GET", t);
  return check_parameters(*found->route, t, found->parameters);
}

TEST(Route, ChecksParameters) {
  EXPECT_TRUE(checked("/api/v1/articles?limit=200&cursor=7&from=2022-01-31&q="));
  for (const char* bad :
       {"limit=0", "limit=201", "limit=2x", "limit=-1", "from=2022-02-30", "format=xml", "cursor=x", "id=3", "limit=99999999999"}) {
    const auto is = checked(std::string("/api/v1/articles?") + bad);
    ASSERT_FALSE(is) << bad;
    EXPECT_EQ(is.error().status, 400U);
    EXPECT_EQ(is.error().parameter, std::string(bad).substr(0, std::string(bad).find('=')));
    EXPECT_FALSE(is.error().expected.empty());
  }
  EXPECT_NE(checked("/api/v1/articles?sectoin=x").error().detail.find("did you mean `section`"), std::string::npos);
  EXPECT_EQ(checked("/api/v1/search").error().parameter, "q");
}

}  // namespace
}  // namespace fengbiao
