#include "decisions.h"

#include <random>
#include <vector>

#include "engine/decisions.h"
#include "measure.h"

namespace fengbiao::bench {
namespace {

constexpr int kCases = 2000;           // of each decision
constexpr double kBar = 200'000;       // a second
constexpr unsigned kOfThousand = 300;  // facts that are unknown

// Facts of every kind around the cases that stand in the file: each from one of them, or unknown.
std::vector<Case> cases_of(const Decision& d, std::mt19937& random) {
  std::vector<Case> out;
  for (int n = 0; n < kCases; ++n) {
    Case facts(d.facts.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const FactValue& value = d.samples[random() % d.samples.size()].facts[i];
      if (random() % 1000 >= kOfThousand) facts[i] = value;
    }
    out.push_back(std::move(facts));
  }
  return out;
}

void told(const char* what, double a_second, double bar) {
  fmt::print("{:<52} {:>8.0f} a second{}\n", what, a_second,
             bar > 0 ? fmt::format("   bar {:.0f} {}", bar, a_second >= bar ? "holds" : "MISSED") : "");
}

}  // namespace

void decisions() {
  const std::vector<Decision> all = need(load_decisions());
  std::mt19937 random(1);
  std::vector<std::vector<Case>> cases;
  for (const Decision& d : all) cases.push_back(cases_of(d, random));
  const double count = static_cast<double>(all.size()) * kCases;
  const Date on{2023, 10, 1};
  std::size_t sink = 0;
  Decided decided;
  told("decisions, with path and missing facts, one core",
       count / best_of(5,
                       [&] {
                         for (std::size_t i = 0; i < all.size(); ++i)
                           for (const Case& facts : cases[i]) {
                             all[i].decide(facts, on, decided);
                             sink += decided.outcomes.size() + decided.path.size() + decided.missing.size();
                           }
                       }),
       kBar);
  told("  and with what would lead elsewhere",
       count / best_of(3,
                       [&] {
                         for (std::size_t i = 0; i < all.size(); ++i)
                           for (const Case& facts : cases[i]) sink += all[i].changes(facts, on).size();
                       }),
       0);
  if (sink == 0) stop({Cause::empty, {}, "no decision was made", {}});
}

}  // namespace fengbiao::bench
