#include "model/observation.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Measure, NamesAndBack) {
  for (const Measure m : {Measure::level, Measure::growth, Measure::share, Measure::rank, Measure::change})
    EXPECT_EQ(measure_named(name_of(m)), m);
  EXPECT_EQ(name_of(Measure::level), "level");
  EXPECT_EQ(name_of(Measure::change), "change");
  for (const char* other : {"", "Level", "levels", "growth "}) EXPECT_EQ(measure_named(other), std::nullopt) << other;
}

TEST(Status, NamesAndBack) {
  for (const Status s : {Status::actual, Status::forecast, Status::target}) EXPECT_EQ(status_named(name_of(s)), s);
  EXPECT_EQ(name_of(Status::target), "target");
  EXPECT_EQ(status_named("planned"), std::nullopt);
}

TEST(Observation, EqualInEveryFieldButTheReasons) {
  Observation a;
  a.id = "a-o9";
  a.value = 5;
  a.period = "2022-H1";
  Observation b = a;
  EXPECT_EQ(a, b);
  b.reasons.push_back({"period", "carried from the clause before", {}, {}});
  EXPECT_EQ(a, b) << "reasons are made when somebody asks";
  using Change = void (*)(Observation&);
  for (const Change change : {+[](Observation& o) { o.id += "-2"; },
                              +[](Observation& o) { o.article = 2; },
                              +[](Observation& o) { o.span.end = 1; },
                              +[](Observation& o) { o.quote_span.end = 1; },
                              +[](Observation& o) { o.line_start = 1; },
                              +[](Observation& o) { o.line_end = 1; },
                              +[](Observation& o) { o.text = "x"; },
                              +[](Observation& o) { o.quote = "x"; },
                              +[](Observation& o) { o.value = 6; },
                              +[](Observation& o) { o.value_max = 6; },
                              +[](Observation& o) { o.unit = "%"; },
                              +[](Observation& o) { o.approx = '>'; },
                              +[](Observation& o) { o.digits = "5.0"; },
                              +[](Observation& o) { o.step = 0.1; },
                              +[](Observation& o) { o.measure = Measure::share; },
                              +[](Observation& o) { o.basis = "yoy"; },
                              +[](Observation& o) { o.indicator = "x"; },
                              +[](Observation& o) { o.indicator_code = "x"; },
                              +[](Observation& o) { o.area = "x"; },
                              +[](Observation& o) { o.area_code = "x"; },
                              +[](Observation& o) { o.entity = "x"; },
                              +[](Observation& o) { o.entity_id = "x"; },
                              +[](Observation& o) { o.period = ""; },
                              +[](Observation& o) { o.status = Status::target; },
                              +[](Observation& o) { o.reporter = "x"; },
                              +[](Observation& o) { o.reporter_id = "x"; },
                              +[](Observation& o) { o.part_of = "x"; },
                              +[](Observation& o) { o.share_of = "x"; },
                              +[](Observation& o) { o.sure = true; },
                              +[](Observation& o) { o.doubts = {"x"}; }}) {
    Observation c = a;
    change(c);
    EXPECT_NE(a, c);
  }
}

}  // namespace
}  // namespace fengbiao
