// The levels of an article by thing and period, for those who look for the level that another figure was measured against.
//
//   Levels levels(scene);
//   levels.at(growth_observation, "2020")   ->  the level of the same indicator, area and entity in 2020
//
// Tested by the examples of data/rules/check/figures.yaml.
#pragma once

#include <map>
#include <string>

#include "check/figure_scene.h"

namespace fengbiao {

bool same_words(const Observation& a, const Observation& b);
// The same indicator, by words or code, of the same area and entity.
bool same_thing(const Observation& a, const Observation& b);

// Of one time: two days of a month may be told for one.
bool same_time(const Observation& a, const Observation& b);
// 线上收入 and 营业收入, 直营门店 and 门店: of one sort, so that the one may be a part of the other.
bool of_one_sort(const Figure& part, const Figure& whole);

class Levels {
 public:
  explicit Levels(const FigureScene& scene);
  // The first one told; nullptr where none is.
  [[nodiscard]] const Figure* at(const Observation& thing, const std::string& period) const;

 private:
  std::map<std::string, const Figure*> levels_;
};

// All in one sentence, or each by records that can be relied on.
bool surely_together(const Figure& growth, const Figure& level, const Figure& before);

// A legitimate reason that the sentences of the figures name, why growth and levels need not agree: of reasons.yaml; empty: none.
std::string_view reason_of_growth(const FigureScene& scene, std::initializer_list<const Figure*> figures);

}  // namespace fengbiao
