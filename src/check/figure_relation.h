// One relation between printed figures, judged: whether values inside their intervals can satisfy it, and where none can, which smallest
// change of one figure would make them.
//
//   48家 of 70家, printed 78.33%   contradicts; 47 of 60 would be 78.33%
//
// A relation that only fails for the last printed digit may have been cut off instead of rounded, one that holds only because a figure
// is a bound tells nothing: both are "cannot tell". Tested by figures_test.cc.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/constraints.h"
#include "check/figure_scene.h"

namespace fengbiao {

struct FigureRelation {
  const CheckRule* rule = nullptr;
  std::vector<const Figure*> figures{};  // the first is where a finding stands
  // Adds the relation between the figures' values.
  using Bind = std::function<void(Constraints&, Constraints::Statement, const std::vector<Constraints::Variable>&)>;
  std::vector<Bind> readings{};  // several where the words can be read in several ways: one of them must hold
  std::string relation{};        // in figures
  Values values{};               // for the rule's words
  std::string_view variant{};
  std::string_view reason{};  // a legitimate reason that may apply
  bool direct = true;         // it is sure that these figures belong together: otherwise only what holds is told
  bool by_slip = false;       // it is likely: what one slip of a figure would mend is told, too
  double confidence = -1;
  bool brief = false;          // its first figure tells what is wrong: no others are quoted
  bool order = false;          // it only says which is larger: no slip of a unit is asked for
  std::vector<Bind> points{};  // how the relation would read in percentage points, where it is told in per cent
  // Another pair of counts near the first two figures that would do: of shares.
  bool counts_first = false;  // figures: share, part, whole
};

class FigureReport {
 public:
  FigureReport(const FigureScene& scene, Report& report) : scene_(scene), report_(report) {}

  // Gives the verdict; nothing where the relation is not direct and does not hold.
  std::optional<Verdict> tell(const FigureRelation& relation);
  // Whether a relation of the figure and two others or more was told, and judged.
  [[nodiscard]] bool has_judged(const Figure& figure) const { return judged_.contains(figure.index); }

 private:
  struct Question {
    std::string_view variant;
    std::string figure, instead;
    const Figure* at = nullptr;  // the figure, where it is one
  };
  [[nodiscard]] std::optional<Question> question(const FigureRelation& relation) const;
  // Of two figures the one that is further from the others of its unit.
  [[nodiscard]] const Figure& odd_one(const Figure& a, const Figure& b) const;
  [[nodiscard]] std::optional<Question> slip_of(const FigureRelation& relation) const;
  const FigureScene& scene_;
  Report& report_;
  std::size_t asked_ = 0;
  std::set<std::uint32_t> judged_{};        // by Figure::index
  std::set<std::uint32_t> out_of_scale_{};  // likewise: of which 万 and 亿 may be confused
};

// Whether the values can satisfy one of the readings.
bool is_possible(const FigureRelation& relation, const std::vector<Interval>& values);

}  // namespace fengbiao
