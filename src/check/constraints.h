// Statements about figures, solved together: each narrows what its values can be, until nothing moves; where a value is left with
// nothing, the statements contradict each other, and the smallest set of them that still does is what is wrong.
//
//   1.92万亿元，增长18.6%     now in [1.915, 1.925], g in [18.55, 18.65], now = before * (1 + g/100)     before in [1.614, 1.624]
//   1.98万亿元，增长15%       likewise, of the same year                                                   before in [1.709, 1.734]
//   solve(): `before` is left with nothing.   contradiction(): both statements.
//
// Narrowing goes forward and backward through every constraint (HC4: Benhamou, Goualard, Granvilliers, Puget, Revising hull and box
// consistency, 1999); it never drops a value that fits, but may keep some that do not: "no contradiction" is not a proof. The smallest
// set is found by leaving out one statement after another (deletion filter: Chinneck, Dravnieks, 1991). What stays narrower than it was
// told is implied by the rest.
//
// The time is bounded whatever the constraints: so many revisions each, so many statements tried. Tested by constraints_test.cc.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

#include "check/interval.h"

namespace fengbiao {

class Constraints {
 public:
  using Variable = std::uint32_t;
  using Statement = std::uint32_t;

  // A value, printed or not. Anything unless a statement says otherwise.
  Variable value();
  // What is told in one place and is right or wrong as one. All that follows belongs to a statement.
  Statement statement();

  void within(Statement statement, Variable value, const Interval& where);
  struct Term {
    Variable value = 0;
    double factor = 1;
  };
  // The sum of the terms lies in `sum`: {a, b, -total} in [0, 0]; {a, -b} in [0, inf] says that a is not less than b.
  void sum(Statement statement, std::vector<Term> terms, const Interval& sum);
  void product(Statement statement, Variable product, Variable a, Variable b);
  void power(Statement statement, Variable power, Variable base, int n);  // n >= 1
  void whole(Statement statement, Variable value);                        // a whole number

  // The usual forms, made of these.
  void not_above(Statement s, Variable small, Variable large) { sum(s, {{large, 1}, {small, -1}}, {0, everything().high}); }
  void total(Statement s, Variable whole, std::span<const Variable> parts);
  // now = before * (1 + percent / 100) ^ years
  void growth(Statement s, Variable before, Variable now, Variable percent, int years = 1);
  // part = whole * percent / 100
  void share(Statement s, Variable part, Variable whole, Variable percent);

  struct Solution {
    bool possible = true;          // false: some value is left with nothing
    std::vector<Interval> values;  // by variable; of an impossible system as far as it came
  };
  [[nodiscard]] Solution solve() const;
  // Of the statements that are marked alone.
  [[nodiscard]] Solution solve(const std::vector<bool>& kept) const;

  // Statements none of which can be left out without the contradiction going away, in rising order; none where solve() finds none.
  // Later statements are left out first, so that what was told first stays.
  [[nodiscard]] std::vector<Statement> contradiction() const;

  [[nodiscard]] std::size_t statements() const { return statements_; }

 private:
  enum class Kind : std::uint8_t { within, sum, product, power, whole };
  struct Constraint {
    Kind kind = Kind::within;
    Statement statement = 0;
    std::vector<Term> terms;  // of a product: product, a, b; of a power: power, base
    Interval bounds;
    int n = 1;
  };
  struct Narrowing;
  void add(Constraint constraint);
  std::uint32_t variables_ = 0;
  std::uint32_t statements_ = 0;
  std::vector<Constraint> constraints_;
  std::vector<std::vector<std::uint32_t>> uses_;  // constraints of a variable
};

}  // namespace fengbiao
