#include "publish/sdmx_structure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "publish/sdmx.h"

namespace fengbiao {
namespace {

bool has_list(std::string_view column) {
  return std::ranges::find(sdmx_codelists(), column, &SdmxCodelist::column) != sdmx_codelists().end();
}

TEST(SdmxStructure, EveryCodedColumnHasItsListAndNoOther) {
  std::set<std::string_view> ids;
  for (const SdmxColumn& column : sdmx_columns()) {
    EXPECT_TRUE(ids.insert(column.id).second) << column.id;
    EXPECT_FALSE(column.name.empty()) << column.id;
    EXPECT_EQ(column.type == SdmxColumn::Type::code, has_list(column.id)) << column.id;
  }
  for (const SdmxCodelist& list : sdmx_codelists()) EXPECT_TRUE(ids.contains(list.column)) << list.column;
}

TEST(SdmxStructure, ARowHasOnlyCodesOfTheLists) {
  ReportedObservation r;
  Observation& o = r.observation;
  for (const char* period : {"2022", "2022-H1", "2022-Q3", "2022-08", "2022-W47", "2022-11-25", "@2022-06", "2022-01/2022-10"})
    for (const Measure measure : {Measure::level, Measure::growth, Measure::share, Measure::rank, Measure::change})
      for (const char* basis : {"", "yoy", "period", "cagr", "multi", "since:2020"})
        for (const Status status : {Status::actual, Status::forecast, Status::target})
          for (const char approx : {'=', '>', '<', '~'}) {
            o.period = period;
            o.measure = measure;
            o.basis = basis;
            o.status = status;
            o.approx = approx;
            o.sure = approx == '=';
            const std::vector<std::string> row = sdmx_row(r);
            ASSERT_EQ(row.size(), sdmx_columns().size());
            for (const SdmxCodelist& list : sdmx_codelists()) {
              const auto at = std::ranges::find(sdmx_columns(), list.column, &SdmxColumn::id) - sdmx_columns().begin();
              const std::string& cell = row[static_cast<std::size_t>(at)];
              EXPECT_TRUE((cell.empty() && !sdmx_columns()[static_cast<std::size_t>(at)].needed) ||
                          std::ranges::find(list.codes, cell, &SdmxCode::id) != list.codes.end())
                  << list.column << " " << cell;
            }
          }
}

TEST(SdmxStructure, ADimensionNamesItsConceptAndItsList) {
  const std::string xml = sdmx_structure_xml("2023-04-05");
  EXPECT_THAT(xml, testing::StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<mes:Structure "));
  EXPECT_THAT(xml, testing::HasSubstr("<mes:Prepared>2023-04-05T00:00:00Z</mes:Prepared>"));
  EXPECT_THAT(xml, testing::HasSubstr("<str:Dimension id=\"FREQ\" position=\"4\">"));
  EXPECT_THAT(xml,
              testing::HasSubstr("<Ref id=\"CL_FREQ\" version=\"1.0.0\" agencyID=\"FENGBIAO\" package=\"codelist\" class=\"Codelist\" />"));
  EXPECT_THAT(xml, testing::HasSubstr("<str:TextFormat textType=\"ObservationalTimePeriod\" />"));
  EXPECT_THAT(xml, testing::Not(testing::HasSubstr("\"STRUCTURE_ID\"")));
}

}  // namespace
}  // namespace fengbiao
