#include "decide/condition.h"

#include <gtest/gtest.h>

#include <array>

namespace fengbiao {
namespace {

constexpr FactValue kUnknown;
constexpr FactValue yes{true, 1}, no{true, 0};

// Facts: a, b flags; c a choice of x, y, z; n, m numbers; d, e days. Parameters: limit 5000, span 6 months, wait 30 days.
std::optional<NamedValue> names(std::string_view name) {
  using Kind = NamedValue::Kind;
  using Span = NamedValue::Span;
  const std::array<std::pair<std::string_view, NamedValue>, 10> all{{
      {"a", {Kind::fact, 0, FactType::flag, Span::none, {}}},
      {"b", {Kind::fact, 1, FactType::flag, Span::none, {}}},
      {"c", {Kind::fact, 2, FactType::choice, Span::none, {"x", "y", "z"}}},
      {"n", {Kind::fact, 3, FactType::number, Span::none, {}}},
      {"m", {Kind::fact, 4, FactType::number, Span::none, {}}},
      {"d", {Kind::fact, 5, FactType::date, Span::none, {}}},
      {"e", {Kind::fact, 6, FactType::date, Span::none, {}}},
      {"limit", {Kind::parameter, 0, FactType::number, Span::none, {}}},
      {"span", {Kind::parameter, 1, FactType::number, Span::months, {}}},
      {"wait", {Kind::parameter, 2, FactType::number, Span::days, {}}},
  }};
  for (const auto& [known, value] : all)
    if (known == name) return value;
  return std::nullopt;
}

const std::vector<std::int64_t> kParameters{*number_from("5000"), 6, 30};

struct Facts {
  FactValue a{}, b{}, c{}, n{}, m{}, d{}, e{};
};

Truth holds(std::string_view text, const Facts& f) {
  const auto condition = Condition::parse(text, names);
  EXPECT_TRUE(condition) << condition.error().message();
  const std::array<FactValue, 7> facts{f.a, f.b, f.c, f.n, f.m, f.d, f.e};
  return condition ? condition->holds(facts, kParameters) : Truth::unknown;
}

FactValue number(std::string_view text) { return {true, *number_from(text)}; }
FactValue day(const Date& date) { return {true, day_number(date)}; }

TEST(Condition, WhatIsUnknownStaysSoWhereItMatters) {
  EXPECT_EQ(holds("a and b", {.a = no}), Truth::no);
  EXPECT_EQ(holds("b and a", {.a = no}), Truth::no);
  EXPECT_EQ(holds("a and b", {.a = yes}), Truth::unknown);
  EXPECT_EQ(holds("a or b", {.b = yes}), Truth::yes);
  EXPECT_EQ(holds("a or b", {.b = no}), Truth::unknown);
  EXPECT_EQ(holds("not a", {}), Truth::unknown);
  EXPECT_EQ(holds("not a", {.a = no}), Truth::yes);
  EXPECT_EQ(holds("a = b", {.a = no}), Truth::unknown);
  EXPECT_EQ(holds("a != b", {.a = no, .b = yes}), Truth::yes);
  EXPECT_EQ(holds("n + m <= limit", {.n = number("1")}), Truth::unknown);
}

TEST(Condition, AndBindsCloserThanOr) {
  EXPECT_EQ(holds("a or b and not a", {.a = yes, .b = no}), Truth::yes);
  EXPECT_EQ(holds("(a or b) and not a", {.a = yes, .b = no}), Truth::no);
}

TEST(Condition, EdgesAreExact) {
  EXPECT_EQ(holds("n <= limit", {.n = number("5000")}), Truth::yes);
  EXPECT_EQ(holds("n <= limit", {.n = number("5000.0001")}), Truth::no);
  EXPECT_EQ(holds("limit > n", {.n = number("5000")}), Truth::no);
  EXPECT_EQ(holds("n + m < limit", {.n = number("4999.99"), .m = number("0.01")}), Truth::no);
  EXPECT_EQ(holds("d <= e + span", {.d = day({2024, 2, 29}), .e = day({2023, 8, 31})}), Truth::yes);
  EXPECT_EQ(holds("d <= e + span", {.d = day({2024, 3, 1}), .e = day({2023, 8, 31})}), Truth::no);
  EXPECT_EQ(holds("d - e <= wait", {.d = day({2023, 1, 31}), .e = day({2023, 1, 1})}), Truth::yes);
  EXPECT_EQ(holds("d - e <= 29 days", {.d = day({2023, 1, 31}), .e = day({2023, 1, 1})}), Truth::no);
  EXPECT_EQ(holds("d >= 2023-01-30", {.d = day({2023, 1, 30})}), Truth::yes);
  EXPECT_EQ(holds("d - 1 years >= 2022-02-28", {.d = day({2023, 2, 28})}), Truth::yes);
}

TEST(Condition, ChoicesAreOneOfTheirOptions) {
  EXPECT_EQ(holds("c in [x, z]", {.c = {true, 2}}), Truth::yes);
  EXPECT_EQ(holds("c in [x, z]", {.c = {true, 1}}), Truth::no);
  EXPECT_EQ(holds("c != y", {.c = {true, 1}}), Truth::no);
  EXPECT_EQ(holds("c = y", {.c = kUnknown}), Truth::unknown);
}

TEST(Condition, MistakesAreToldWithTheirPlace) {
  const auto says = [](std::string_view text) {
    const auto condition = Condition::parse(text, names);
    return condition ? std::string("fine") : condition.error().what;
  };
  EXPECT_NE(says("a and").find("character 6"), std::string::npos);
  EXPECT_NE(says("a and q").find("name of a fact"), std::string::npos);
  EXPECT_NE(says("n").find("a condition"), std::string::npos);
  EXPECT_NE(says("n < d").find("a number"), std::string::npos);
  EXPECT_NE(says("c = w").find("one of x, y, z"), std::string::npos);
  EXPECT_NE(says("c < x").find("=, != or in"), std::string::npos);
  EXPECT_NE(says("d <= e + 1.5 months").find("whole"), std::string::npos);
  EXPECT_NE(says("a b").find("the end"), std::string::npos);
  EXPECT_NE(says("a and 热").find("found \"热\""), std::string::npos);
  EXPECT_NE(says("a < b").find("= or !="), std::string::npos);
  EXPECT_NE(says(std::string(200, '(') + "a" + std::string(200, ')')).find("brackets"), std::string::npos);
  EXPECT_NE(says("n + n + n + n + n + n + n + n < limit").find("sums"), std::string::npos);
  std::string endless = "a";
  for (int i = 0; i < 2000; ++i) endless += " or a";
  EXPECT_NE(says(endless).find("shorter"), std::string::npos);
}

TEST(Condition, TurnsWhereBothSidesAreEqual) {
  const auto turns = [](std::string_view text, std::uint32_t fact, const Facts& f) {
    const std::array<FactValue, 7> facts{f.a, f.b, f.c, f.n, f.m, f.d, f.e};
    std::vector<std::int64_t> out;
    Condition::parse(text, names)->turning_points(fact, facts, kParameters, out);
    return out;
  };
  EXPECT_EQ(turns("n + m <= limit", 3, {.n = number("1"), .m = number("2000")}), std::vector<std::int64_t>{*number_from("3000")});
  EXPECT_EQ(turns("d <= e + span", 5, {.d = day({2023, 1, 1}), .e = day({2023, 1, 31})}),
            (std::vector<std::int64_t>{day_number({2023, 7, 31})}));
  EXPECT_TRUE(turns("n + m <= limit", 3, {.n = number("1")}).empty());
}

}  // namespace
}  // namespace fengbiao
