#include "register/cells.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "model/sample_observations.h"

namespace fengbiao {
namespace {

struct Judged {
  std::vector<ReportedObservation> all;
  SeriesCell cell;
  // "1.92r 1.98 !": see series_test.cc
  std::string words() const {
    std::string out;
    for (const SeriesReport& r : cell.reports) {
      out += (out.empty() ? "" : " ") + all[r.record].observation.text + (r.revised ? "r" : "") +
             (r.repeats ? "=" + std::to_string(*r.repeats) : "");
    }
    return out + (cell.conflict == Conflict::sure ? " !" : cell.conflict == Conflict::unsure ? " ?" : "");
  }
};

std::string judged(std::vector<ReportedObservation> all, bool comparable = true) {
  Judged j{std::move(all), {}};
  for (std::uint32_t i = 0; i < j.all.size(); ++i) j.cell.reports.push_back({i, std::nullopt, false});
  judge(j.cell, j.all, comparable);
  return j.words();
}

// A report of a figure of one cell, such as 1.92, on a day by a body.
ReportedObservation says(int day, std::string reporter, std::string text, Status status = Status::actual) {
  const char approx = text[0] == '>' || text[0] == '<' || text[0] == '~' ? text[0] : '=';
  const double value = std::stod(approx == '=' ? text : text.substr(1));
  const std::size_t dot = text.find('.');
  const double step = dot == text.npos ? 1 : std::pow(10, -static_cast<double>(text.size() - dot - 1));
  return bounded(told("2022-11-" + std::string(day < 10 ? "0" : "") + std::to_string(day), static_cast<std::uint32_t>(day), "网络零售额",
                      "2021", value, step, std::move(text), std::move(reporter), status),
                 approx);
}

// The same in another sentence of its article.
ReportedObservation further_on(ReportedObservation r) {
  r.observation.quote_span = {900, 990};
  return r;
}

TEST(Cells, TwoBodiesThatCannotBothBeRight) {
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), says(2, "乙院", "1.98")}), "1.92 1.98 !");
  EXPECT_EQ(judged({says(1, "", "1.92"), says(2, "", "1.98")}), "1.92 1.98 !");
  EXPECT_EQ(judged({says(1, "甲局", "1.9"), says(2, "乙院", "1.92")}), "1.9 1.92");
  EXPECT_EQ(judged({says(1, "甲局", ">1.9"), says(2, "乙院", "1.98"), says(3, "丙", "<1.95")}), ">1.9 1.98 <1.95 !");
  EXPECT_EQ(judged({says(1, "甲局", ">1.9"), says(2, "乙院", "1.98"), says(3, "丙", "~2.0")}), ">1.9 1.98 ~2.0");
}

TEST(Cells, TheSameFigureAgainIsARepetition) {
  EXPECT_EQ(judged({says(1, "甲局", "1.98"), says(2, "乙院", "1.98"), says(3, "", "1.98")}), "1.98 1.98=0 1.98=0");
  EXPECT_EQ(judged({says(1, "甲局", "1.98"), says(2, "乙院", "1.92"), says(3, "丙", "1.92")}), "1.98 1.92 1.92=1 !");
  EXPECT_EQ(judged({says(1, "甲局", "1.98"), says(2, "甲局", ">1.98")}), "1.98 >1.98");
  EXPECT_EQ(judged({says(1, "甲局", "1.98", Status::forecast), says(2, "乙院", "1.98")}), "1.98 1.98");
}

TEST(Cells, ALaterFigureOfTheSameBodyRevises) {
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), says(2, "甲局", "1.98")}), "1.92r 1.98");
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), says(2, "甲 局", "1.98")}), "1.92r 1.98");
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), says(1, "甲局", "1.92"), says(2, "甲局", "1.98"), says(3, "甲局", "2.05")}),
            "1.92r 1.92r=0 1.98r 2.05");
  // A rounder figure takes nothing back.
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), says(2, "甲局", "1.9")}), "1.92 1.9");
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), says(2, "甲局", "1.9"), says(3, "甲局", "1.98")}), "1.92r 1.9r 1.98");
  // What holds of both stands in nobody's way.
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), says(1, "甲局", ">1.5"), says(2, "甲局", "1.98"), says(3, "甲局", ">1.5")}),
            "1.92r >1.5 1.98 >1.5=1");
}

TEST(Cells, WhatIsTakenUpAgainIsNotRevised) {
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), says(2, "甲局", "1.98"), says(3, "甲局", "1.92")}), "1.92 1.98 1.92=0 !");
  // Both on one day: neither is later.
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), further_on(says(1, "甲局", "1.98"))}), "1.92 1.98 ?");
  ReportedObservation other = says(1, "甲局", "1.98");
  other.origin.article = 7;
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), other}), "1.92 1.98 !");
}

TEST(Cells, ARevisedFigureStillContradictsWhenAnotherBodyTellsIt) {
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), says(2, "甲局", "1.98"), says(3, "乙院", "1.92")}), "1.92r 1.98 1.92=0 !");
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), says(2, "乙院", "1.98"), says(3, "甲局", "1.98")}), "1.92r 1.98 1.98=1");
}

TEST(Cells, WithoutADayNothingIsLater) {
  ReportedObservation undated = says(1, "甲局", "1.92");
  undated.origin.date.clear();
  EXPECT_EQ(judged({says(2, "甲局", "1.98"), undated}), "1.98 1.92 !");
}

TEST(Cells, ForecastsAndTargetsContradictNoActualFigure) {
  EXPECT_EQ(judged({says(1, "甲局", "1.92", Status::forecast), says(2, "乙院", "1.98")}), "1.92 1.98");
  EXPECT_EQ(judged({says(1, "甲局", "2.5", Status::target), says(2, "乙院", "1.98"), says(3, "丙", "2.2", Status::forecast)}),
            "2.5 1.98 2.2");
  EXPECT_EQ(judged({says(1, "甲局", "1.92", Status::forecast), says(2, "乙院", "1.98", Status::forecast)}), "1.92 1.98");
  EXPECT_EQ(judged({says(1, "甲局", "1.92", Status::forecast), says(2, "甲局", "1.98", Status::forecast)}), "1.92r 1.98");
  EXPECT_EQ(judged({says(1, "甲局", "1.92", Status::forecast), says(2, "甲局", "1.98")}), "1.92 1.98");
}

TEST(Cells, OneArticleOrAnUnsureRecordMakesAnUnsureConflict) {
  ReportedObservation unsure = says(2, "乙院", "1.98");
  unsure.observation.sure = false;
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), unsure}), "1.92 1.98 ?");
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), unsure, says(3, "丙", "2.05")}), "1.92 1.98 2.05 !");
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), further_on(says(1, "乙院", "1.98"))}), "1.92 1.98 ?");
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), says(1, "乙院", "1.98")}), "1.92 1.98");
  // The farthest apart stand in one article, but a nearer one in another is far enough.
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), says(1, "乙院", "1.99"), says(2, "丙", "1.95")}), "1.92 1.99 1.95 !");
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), further_on(says(1, "乙院", "1.99")), says(2, "丙", "~1.95")}), "1.92 1.99 ~1.95 ?");
}

TEST(Cells, OnlyRepetitionsWhereNothingIsComparable) {
  EXPECT_EQ(judged({says(1, "甲局", "1.92"), says(2, "甲局", "1.98"), says(3, "乙院", "1.98")}, false), "1.92 1.98 1.98=1");
}

TEST(Cells, ManyFiguresTakeNoLong) {
  std::vector<ReportedObservation> all;
  for (int i = 0; i < 20000; ++i) {
    all.push_back(says(1 + i % 28, "甲局", "1.92"));
    all.back().observation.value = i % 5000;
  }
  EXPECT_NE(judged(std::move(all)).find(" !"), std::string::npos);
}

}  // namespace
}  // namespace fengbiao
