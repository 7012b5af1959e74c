// What the columns of our SDMX-CSV are: the data structure definition, which a statistical office's program wants before it takes the
// rows. One table of components and code lists serves both files.
//
//   <str:Dimension id="FREQ" position="4">... <str:Enumeration><Ref id="CL_FREQ" agencyID="FENGBIAO" version="1.0.0" .../>
//
// In SDMX-ML 2.1; the dataflow, its id and version are those that each row of the CSV names. Indicators, areas and entities have the
// codes of lexicons or the printed words, so they are texts and have no code lists. Tested by sdmx_structure_test.cc and
// tests/readers/readers.py, where another program reads it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/archive.h"

namespace fengbiao {

inline constexpr std::string_view kSdmxAgency = "FENGBIAO", kSdmxId = "REPORTED", kSdmxVersion = "1.0.0";

struct SdmxColumn {
  std::string_view id;
  enum class Role : std::uint8_t { structure, dimension, measure, attribute } role = Role::attribute;
  enum class Type : std::uint8_t { text, number, integer, period, code } type = Type::text;
  bool needed = false;  // never empty
  std::string_view name;
};
const std::vector<SdmxColumn>& sdmx_columns();

struct SdmxCode {
  std::string_view id, name;
};
struct SdmxCodelist {
  std::string_view column;  // "FREQ", whose list is CL_FREQ
  std::vector<SdmxCode> codes;
};
const std::vector<SdmxCodelist>& sdmx_codelists();  // one for each column of the type code

// `prepared`: the day the header gives.
std::string sdmx_structure_xml(std::string_view prepared);
// Prepared on the day of the archive's last issue, so that the same archive gives the same bytes.
Result<void> export_sdmx_structure(Archive& archive, const std::function<Result<void>(std::string_view)>& sink);

}  // namespace fengbiao
