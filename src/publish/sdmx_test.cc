#include "publish/sdmx.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

ReportedObservation an_observation() {
  ReportedObservation r;
  r.origin = {"2023-03-20", "2023-03-20.txt", "2023-03-20-00000001", 7, "", "标题", "2023-03-14", {"甲报", "乙网"}};
  Observation& o = r.observation;
  o.id = "2023-03-20-00000001-o9";
  o.line_start = 3;
  o.text = "1.98万亿元";
  o.quote = "零售额达1.98万亿元。";
  o.value = 1.98e12;
  o.unit = "CNY";
  o.digits = "1.98";
  o.step = 1e10;
  o.indicator = "零售额";
  o.indicator_code = "retail";
  o.area = "上海";
  o.area_code = "310000";
  o.period = "2022";
  o.sure = true;
  return r;
}

std::string cell(const ReportedObservation& r, std::string_view id) {
  const std::vector<std::string> row = sdmx_row(r);
  const auto& columns = sdmx_columns();
  if (row.empty()) return "left out";
  EXPECT_EQ(row.size(), columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].id == id) return row[i];
  return "no such column";
}

TEST(Sdmx, ARowHasItsKeyValueAndAttributes) {
  const ReportedObservation r = an_observation();
  EXPECT_EQ(cell(r, "STRUCTURE"), "dataflow");
  EXPECT_EQ(cell(r, "INDICATOR"), "retail");
  EXPECT_EQ(cell(r, "REF_AREA"), "310000");
  EXPECT_EQ(cell(r, "ENTITY"), "_Z");
  EXPECT_EQ(cell(r, "OBS_VALUE"), "1.98");
  EXPECT_EQ(cell(r, "UNIT_MULT"), "12");
  EXPECT_EQ(cell(r, "DECIMALS"), "2");
  EXPECT_EQ(cell(r, "UNIT_MEASURE"), "CNY");
  EXPECT_EQ(cell(r, "MEASURE"), "LEVEL");
  EXPECT_EQ(cell(r, "TRANSFORMATION"), "N");
  EXPECT_EQ(cell(r, "OBS_STATUS"), "A");
  EXPECT_EQ(cell(r, "TIME_PER_COLLECT"), "S");
  EXPECT_EQ(cell(r, "SOURCE"), "甲报；乙网");
  EXPECT_EQ(cell(r, "REPORT"), r.observation.id);
  EXPECT_EQ(cell(r, "DOCUMENT"), "2023-03-20.txt:3");
}

TEST(Sdmx, PeriodsAreThoseOfTheStandard) {
  ReportedObservation r = an_observation();
  const auto time = [&](const char* period) {
    r.observation.period = period;
    return cell(r, "FREQ") + " " + cell(r, "TIME_PERIOD");
  };
  EXPECT_EQ(time("2022"), "A 2022");
  EXPECT_EQ(time("2022-H2"), "S 2022-S2");
  EXPECT_EQ(time("2022-Q3"), "Q 2022-Q3");
  EXPECT_EQ(time("2022-08"), "M 2022-08");
  EXPECT_EQ(time("2022-W47"), "W 2022-W47");
  EXPECT_EQ(time("2022-11-25"), "D 2022-11-25");
  EXPECT_EQ(time("@2022-12"), "M 2022-12");
  EXPECT_EQ(cell(r, "TIME_PER_COLLECT"), "E");
  EXPECT_EQ(time("2022-01/2022-10"), "_O 2022-01-01/P10M");
  EXPECT_EQ(time("2019/2022"), "_O 2019-01-01/P4Y");
  EXPECT_EQ(time("2022-10-20/2022-11-13"), "_O 2022-10-20/P25D");
  EXPECT_EQ(time(""), "left out left out");
  EXPECT_EQ(time("2022/"), "left out left out");
}

TEST(Sdmx, ValuesAreThoseThatArePrinted) {
  ReportedObservation r = an_observation();
  Observation& o = r.observation;
  const auto value = [&] { return cell(r, "OBS_VALUE") + " " + cell(r, "UNIT_MULT") + " " + cell(r, "DECIMALS"); };
  o.digits = "1,234.50";
  o.value = 1234.5;
  EXPECT_EQ(value(), "1234.50 0 2");
  o.digits = "16.0";
  o.value = -16;  // a decrease
  EXPECT_EQ(value(), "-16.0 0 1");
  o.digits = "";  // half
  o.value = 50;
  EXPECT_EQ(value(), "50 0 0");
  o.digits = "1.98";  // corrected to something else
  o.value = 2.5e12;
  EXPECT_EQ(value(), "2500000000000 0 0");
  o.digits = "0";
  o.value = 0;
  EXPECT_EQ(value(), "0 0 0");
  o.digits = "10";
  o.value = 1e5;
  o.value_max = 1.5e5;
  EXPECT_EQ(value(), "10 4 0");
  EXPECT_EQ(cell(r, "UPPER_BOUND"), "15");
  o.digits = "";
  o.value = 1e-5;
  o.value_max = 2e21;
  EXPECT_EQ(value(), "0.00001 0 5") << "without a power of ten";
  EXPECT_EQ(cell(r, "UPPER_BOUND"), "2000000000000000000000");
}

TEST(Sdmx, CodesOfMeasureStatusAndUnit) {
  ReportedObservation r = an_observation();
  Observation& o = r.observation;
  o.measure = Measure::growth;
  o.basis = "since:2020-03";
  o.unit = "%";
  o.approx = '>';
  EXPECT_EQ(cell(r, "TRANSFORMATION"), "GB");
  EXPECT_EQ(cell(r, "BASE_PER"), "2020-03");
  o.basis = "since:2020-H1";
  EXPECT_EQ(cell(r, "BASE_PER"), "2020-S1");
  o.basis = "since:2020-03";
  EXPECT_EQ(cell(r, "UNIT_MEASURE"), "PT");
  EXPECT_EQ(cell(r, "APPROX"), "GT");
  o.basis = "yoy";
  EXPECT_EQ(cell(r, "TRANSFORMATION"), "GY");
  o.measure = Measure::change;
  o.basis = "";
  o.unit = "件";
  EXPECT_EQ(cell(r, "TRANSFORMATION"), "_X");
  EXPECT_EQ(cell(r, "UNIT_MEASURE"), "件");
  o.sure = false;
  EXPECT_EQ(cell(r, "OBS_STATUS"), "V");
  o.status = Status::target;
  EXPECT_EQ(cell(r, "OBS_STATUS"), "F");
  EXPECT_EQ(cell(r, "OUTLOOK"), "target");
  o.indicator_code.clear();
  o.area_code = o.area = "";
  EXPECT_EQ(cell(r, "INDICATOR"), "零售额");
  EXPECT_EQ(cell(r, "REF_AREA"), "_X");
}

TEST(Sdmx, ColumnsOfAllRolesAreThere) {
  std::size_t dimensions = 0, measures = 0;
  for (const SdmxColumn& column : sdmx_columns()) {
    dimensions += column.role == SdmxColumn::Role::dimension ? 1 : 0;
    measures += column.role == SdmxColumn::Role::measure ? 1 : 0;
  }
  EXPECT_EQ(dimensions, 8u);
  EXPECT_EQ(measures, 1u);
}

}  // namespace
}  // namespace fengbiao
