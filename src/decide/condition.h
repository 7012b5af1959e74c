// Conditions of decisions, read once and asked often. What is unknown stays unknown where it matters, and only there: of `a and b`, one
// `no` is enough.
//
//   declared >= 2023-01-30 and declared <= window_end
//   code in [1210, 9610, 9710, 9810]
//   returned <= exported + 6 months
//   not food
//
// | written | means |
// |---|---|
// | a or b, a and b, not a, (a) | of conditions and flags |
// | = != < <= > >= | of numbers, days, spans of days; of choices and flags = and != |
// | fact in [x, y] | a choice is one of these |
// | x + y, x - y | of numbers; a day and `6 months`, `30 days`, `1 years`; two days give the days between them |
//
// Names are those of facts and parameters. Tested by condition_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "decide/value.h"

namespace fengbiao {

// What a name in a condition stands for.
struct NamedValue {
  enum class Kind : std::uint8_t { fact, parameter } kind = Kind::fact;
  std::uint32_t index = 0;  // among the facts or the parameters
  FactType type = FactType::flag;
  enum class Span : std::uint8_t { none, days, months } span = Span::none;  // of a number: so many of these
  std::vector<std::string> options;                                         // of a choice
};

class Condition {
 public:
  using Names = std::function<std::optional<NamedValue>(std::string_view)>;
  // Fails with what was expected and at which character, from 1.
  static Result<Condition> parse(std::string_view text, const Names& names);

  [[nodiscard]] Truth holds(std::span<const FactValue> facts, std::span<const std::int64_t> parameters) const {
    return static_cast<Truth>(truth(root_, facts, parameters));
  }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<std::uint32_t>& facts() const { return facts_; }            // asked, each once, in order
  [[nodiscard]] const std::vector<std::uint32_t>& parameters() const { return parameters_; }  // likewise
  // Values of a number or day at which some comparison with it turns, the other facts being as they are: the value itself and its
  // neighbours are worth a try.
  void turning_points(std::uint32_t fact, std::span<const FactValue> facts, std::span<const std::int64_t> parameters,
                      std::vector<std::int64_t>& out) const;

 private:
  friend class ConditionParser;
  enum class Op : std::uint8_t {
    fact,
    parameter,
    constant,
    add,
    subtract,
    add_months,
    subtract_months,  // values
    equal,
    unequal,
    less,
    less_equal,
    in,
    is,
    all,
    any,
    negate  // truths
  };
  struct Node {
    Op op = Op::constant;
    std::uint32_t left = 0, right = 0;  // nodes; of a fact or parameter `left` is its index
    std::int64_t constant = 0;          // of `in` a bit an option
  };
  [[nodiscard]] FactValue value(std::uint32_t node, std::span<const FactValue> facts, std::span<const std::int64_t> parameters) const;
  [[nodiscard]] Truth truth(std::uint32_t node, std::span<const FactValue> facts, std::span<const std::int64_t> parameters) const;

  std::string text_;
  std::vector<Node> nodes_;
  std::uint32_t root_ = 0;
  std::vector<std::uint32_t> facts_, parameters_;
};

}  // namespace fengbiao
