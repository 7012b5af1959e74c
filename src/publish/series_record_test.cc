#include "publish/series_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "model/sample_observations.h"

namespace fengbiao {
namespace {

using nlohmann::json;

struct Lined {
  SeriesRegister all;
  Lined() {
    for (const ReportedObservation& r : sample_observations()) all.add(r);
    all.close();
  }
  json written(std::size_t n, bool with_table) const {
    JsonWriter w;
    write_series_json(w, all, all.series().at(n), with_table);
    return json::parse(w.text());
  }
};

TEST(SeriesRecord, EveryReportOfEveryCell) {
  const json trade = Lined().written(1, true);
  EXPECT_EQ(trade["id"], "A.CN..cross_border_trade.level.CNY");
  EXPECT_EQ(trade["cells"], 2);
  EXPECT_EQ(trade["conflicts"], 1);
  EXPECT_EQ(trade["entity"], nullptr);
  const json& cell = trade["table"][1];
  EXPECT_EQ(cell["period"], "2021");
  EXPECT_EQ(cell["start"], "2021-01-01");
  EXPECT_EQ(cell["end"], "2021-12-31");
  EXPECT_EQ(cell["conflict"], "sure");
  EXPECT_EQ(cell["reports"][0]["observation"]["reporter"], nullptr);
  EXPECT_EQ(cell["reports"][0]["low"], 2.015e12);
  EXPECT_EQ(cell["reports"][1]["observation"]["issue"], "2022-12-03");
  EXPECT_EQ(trade["table"][0]["conflict"], nullptr);
  EXPECT_FALSE(Lined().written(1, false).contains("table"));
}

TEST(SeriesRecord, AnOpenSideIsUnknown) {
  const json live = Lined().written(0, true);
  EXPECT_EQ(live["table"][0]["reports"][0]["high"], nullptr);
  EXPECT_EQ(live["table"][2]["reports"][0]["observation"]["status"], "forecast");
}

TEST(SeriesRecord, RowsHaveTheColumnsOfTheirHead) {
  const Lined lined;
  for (const Series& s : lined.all.series()) {
    EXPECT_EQ(series_row(s).size(), series_columns().size());
    for (const auto& row : report_rows(lined.all, s)) EXPECT_EQ(row.size(), report_columns().size());
  }
  EXPECT_EQ(report_rows(lined.all, lined.all.series()[1]).size(), 3u);
}

}  // namespace
}  // namespace fengbiao
