#include "check/constraints.h"

#include <cmath>
#include <deque>

namespace fengbiao {
namespace {

constexpr std::size_t kRevisions = 64;   // of each constraint, on the average, before the rest is given up
constexpr std::size_t kMostTried = 200;  // statements that are left out one by one; of a larger system all are given
constexpr double kLost = 1e-10;          // what sums of large and small terms lose, as a part of the largest
constexpr double kMoved = 1e-7;          // a smaller gain, as a part of what is there, wakes nobody

}  // namespace

// Values while they are narrowed.
struct Constraints::Narrowing {
  explicit Narrowing(const Constraints& all) : system(all), values(all.variables_, everything()) {}

  // false: nothing is left of the value.
  bool narrow(Variable v, const Interval& to) {
    if (std::isnan(to.low) || std::isnan(to.high)) return true;
    const Interval was = values[v];
    Interval now = common(was, to);
    if (now.low == was.low && now.high == was.high) return true;
    const bool nothing = is_empty(now);
    if (!nothing && now.low > now.high) std::swap(now.low, now.high);  // what binary fractions lose
    values[v] = now;
    if (nothing) return false;
    const double width = was.high - was.low, gain = (now.low - was.low) + (was.high - now.high);
    const bool moved = std::isinf(was.low) != std::isinf(now.low) || std::isinf(was.high) != std::isinf(now.high) ||
                       gain > kMoved * (std::isinf(width) ? std::abs(now.low) + std::abs(now.high) : width);
    if (moved)
      for (const std::uint32_t c : system.uses_[v]) wake(c);
    return true;
  }

  void wake(std::uint32_t c) {
    if (!kept[c] || waiting[c]) return;
    waiting[c] = true;
    queue.push_back(c);
  }

  bool revise(const Constraint& c) {
    switch (c.kind) {
      case Kind::within: return narrow(c.terms[0].value, c.bounds);
      case Kind::sum: return revise_sum(c);
      case Kind::product: {
        const Variable p = c.terms[0].value, a = c.terms[1].value, b = c.terms[2].value;
        return narrow(p, times(values[a], values[b])) && narrow(a, over(values[p], values[b])) && narrow(b, over(values[p], values[a]));
      }
      case Kind::power: {
        const Variable p = c.terms[0].value, base = c.terms[1].value;
        return narrow(p, power_of(values[base], c.n)) && narrow(base, root(values[p], c.n, values[base]));
      }
      case Kind::whole: {
        const Interval& v = values[c.terms[0].value];
        const auto slack = [](double end) { return 1e-9 * std::max(1.0, std::abs(end)); };
        return narrow(c.terms[0].value, {std::ceil(v.low - slack(v.low)), std::floor(v.high + slack(v.high))});
      }
    }
    return true;
  }
  static Interval power_of(const Interval& base, int n) { return fengbiao::power(base, n); }

  // Each term is what the others leave of the sum. Open terms are counted, so that one of them can still be told.
  bool revise_sum(const Constraint& c) {
    double low = 0, high = 0, most = 0;
    std::size_t open_low = 0, open_high = 0;
    const auto term = [&](const Term& t) { return times(values[t.value], t.factor); };
    for (const Term& t : c.terms) {
      const Interval x = term(t);
      if (std::isinf(x.low)) ++open_low;
      else low += x.low;
      if (std::isinf(x.high)) ++open_high;
      else high += x.high;
      for (const double end : {x.low, x.high})
        if (!std::isinf(end)) most = std::max(most, std::abs(end));
    }
    constexpr double kOpen = std::numeric_limits<double>::infinity();
    const Interval bounds{c.bounds.low - kLost * most, c.bounds.high + kLost * most};
    if (is_empty(common({open_low ? -kOpen : low, open_high ? kOpen : high}, bounds))) return false;
    for (const Term& t : c.terms) {
      const Interval x = term(t);
      const bool others_low = open_low > (std::isinf(x.low) ? 1U : 0U), others_high = open_high > (std::isinf(x.high) ? 1U : 0U);
      const Interval others{others_low ? -kOpen : low - (std::isinf(x.low) ? 0 : x.low),
                            others_high ? kOpen : high - (std::isinf(x.high) ? 0 : x.high)};
      if (!narrow(t.value, times(minus(bounds, others), 1 / t.factor))) return false;
    }
    return true;
  }

  bool run() {
    std::size_t left = kRevisions * (queue.size() + 1);
    while (!queue.empty() && left-- > 0) {
      const std::uint32_t c = queue.front();
      queue.pop_front();
      waiting[c] = false;
      if (!revise(system.constraints_[c])) return false;
    }
    return true;
  }

  const Constraints& system;
  std::vector<Interval> values;
  std::vector<bool> kept, waiting;
  std::deque<std::uint32_t> queue;
};

Constraints::Variable Constraints::value() {
  uses_.emplace_back();
  return variables_++;
}

Constraints::Statement Constraints::statement() { return statements_++; }

void Constraints::add(Constraint constraint) {
  const auto index = static_cast<std::uint32_t>(constraints_.size());
  for (const Term& t : constraint.terms)
    if (uses_[t.value].empty() || uses_[t.value].back() != index) uses_[t.value].push_back(index);
  constraints_.push_back(std::move(constraint));
}

void Constraints::within(Statement s, Variable v, const Interval& where) { add({Kind::within, s, {{v, 1}}, where, 1}); }

void Constraints::sum(Statement s, std::vector<Term> terms, const Interval& bounds) {
  std::erase_if(terms, [](const Term& t) { return t.factor == 0; });
  add({Kind::sum, s, std::move(terms), bounds, 1});
}

void Constraints::product(Statement s, Variable p, Variable a, Variable b) {
  add({Kind::product, s, {{p, 1}, {a, 1}, {b, 1}}, everything(), 1});
}

void Constraints::power(Statement s, Variable p, Variable base, int n) {
  add({Kind::power, s, {{p, 1}, {base, 1}}, everything(), std::max(n, 1)});
}

void Constraints::whole(Statement s, Variable v) { add({Kind::whole, s, {{v, 1}}, everything(), 1}); }

void Constraints::total(Statement s, Variable whole_value, std::span<const Variable> parts) {
  std::vector<Term> terms{{whole_value, -1}};
  for (const Variable part : parts) terms.push_back({part, 1});
  sum(s, std::move(terms), exactly(0));
}

void Constraints::growth(Statement s, Variable before, Variable now, Variable percent, int years) {
  const Variable factor = value();
  sum(s, {{factor, 1}, {percent, -0.01}}, exactly(1));
  if (years == 1) return product(s, now, before, factor);
  const Variable grown = value();
  power(s, grown, factor, years);
  product(s, now, before, grown);
}

void Constraints::share(Statement s, Variable part, Variable whole_value, Variable percent) {
  const Variable fraction = value();
  sum(s, {{fraction, 1}, {percent, -0.01}}, exactly(0));
  product(s, part, whole_value, fraction);
}

Constraints::Solution Constraints::solve() const { return solve(std::vector<bool>(statements_, true)); }

Constraints::Solution Constraints::solve(const std::vector<bool>& kept) const {
  Narrowing n(*this);
  n.kept.resize(constraints_.size());
  n.waiting.resize(constraints_.size());
  for (std::uint32_t c = 0; c < constraints_.size(); ++c) {
    n.kept[c] = kept[constraints_[c].statement];
    n.wake(c);
  }
  Solution out;
  out.possible = n.run();
  out.values = std::move(n.values);
  return out;
}

std::vector<Constraints::Statement> Constraints::contradiction() const {
  std::vector<bool> kept(statements_, true);
  std::vector<Statement> out;
  if (solve(kept).possible) return out;
  if (statements_ <= kMostTried) {
    for (Statement s = statements_; s-- > 0;) {
      kept[s] = false;
      if (solve(kept).possible) kept[s] = true;
    }
  }
  for (Statement s = 0; s < statements_; ++s)
    if (kept[s]) out.push_back(s);
  return out;
}

}  // namespace fengbiao
