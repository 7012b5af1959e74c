#include "rules/pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fengbiao {
namespace {

using testing::ElementsAre;

PackNode pack(std::string_view yaml) { return PackNode::parse(yaml, "data/x.yaml").value(); }

template <class T>
std::string complaint(const Result<T>& result) {
  return result ? "no complaint" : result.error().message();
}

TEST(Pack, ReadsValuesListsAndMaps) {
  const PackNode p = pack("name: 甲\nshare: 0.5\nlist: [a, b]\none: a\nmap: {k: v}\nyes: true\n");
  EXPECT_EQ(p["name"].text().value(), "甲");
  EXPECT_DOUBLE_EQ(p["share"].number_or(0).value(), 0.5);
  EXPECT_THAT(p["list"].texts().value(), ElementsAre("a", "b"));
  EXPECT_THAT(p["one"].texts().value(), ElementsAre("a"));
  EXPECT_EQ(p["map"].entries().value().at(0).first, "k");
  EXPECT_TRUE(p["yes"].flag_or(false).value());
}

TEST(Pack, WhatIsMissingHasADefaultOrAComplaint) {
  const PackNode p = pack("a: 1\n");
  EXPECT_TRUE(p["b"].missing());
  EXPECT_TRUE(p["b"]["c"].missing());
  EXPECT_EQ(p["b"].text_or("x").value(), "x");
  EXPECT_THAT(p["b"].texts().value(), ElementsAre());
  EXPECT_EQ(complaint(p["b"]["c"].text()), "data/x.yaml: b.c: missing");
}

// Messages are part of the product: their exact words.
TEST(Pack, AnUnknownKeyIsAnErrorWithItsPlace) {
  EXPECT_EQ(complaint(pack("name: x\n\npaterns: []\n").only_keys({"name", "patterns"})),
            "data/x.yaml:3:1: unknown key 'paterns' (did you mean 'patterns'?)");
  EXPECT_EQ(complaint(pack("name: x\nzzzzzz: []\n").only_keys({"name", "patterns"})), "data/x.yaml:2:1: unknown key 'zzzzzz'");
  EXPECT_EQ(complaint(pack("name: x\n").only_keys({"name", "patterns"})), "no complaint");
}

TEST(Pack, AWrongKindIsAnErrorWithItsPlace) {
  const PackNode p = pack("a: [1]\nb: word\nc:\n  - {d: 1}\n");
  EXPECT_EQ(complaint(p["a"].text()), "data/x.yaml:1:4: a: expected one value");
  EXPECT_EQ(complaint(p["b"].number_or(0)), "data/x.yaml:2:4: b: expected a number");
  EXPECT_EQ(complaint(p["b"].flag_or(false)), "data/x.yaml:2:4: b: expected true or false");
  EXPECT_EQ(complaint(p["b"].items()), "data/x.yaml:2:4: b: expected a list");
  EXPECT_EQ(complaint(p["b"].entries()), "data/x.yaml:2:4: b: expected a map of keys");
  EXPECT_EQ(complaint(p["c"].items().value().at(0)["e"].text()), "data/x.yaml: c[0].e: missing");
}

TEST(Pack, BrokenYamlIsAnErrorWithItsPlace) {
  EXPECT_THAT(complaint(PackNode::parse("a: [1\nb: 2\n", "data/x.yaml")), testing::StartsWith("data/x.yaml:2:"));
  EXPECT_EQ(complaint(PackNode::parse("- a\n", "data/x.yaml")), "data/x.yaml:1:1: expected a map of keys at the top");
  EXPECT_EQ(complaint(PackNode::parse("a: 1\nb: 甲\xFF\n", "data/x.yaml")), "data/x.yaml:2:5: not UTF-8 (save it as UTF-8)");
}

TEST(Pack, NearestIsNearOrNothing) {
  EXPECT_EQ(nearest("exmaples", {"examples", "pattern"}), "examples");
  EXPECT_EQ(nearest("nam", {"name", "needs"}), "name");
  EXPECT_EQ(nearest("completely", {"name", "needs"}), "");
}

}  // namespace
}  // namespace fengbiao
