// Bytes as observations (tests/series/check_series.h): lined up in any order they give the same series, each report stands in one cell,
// and cells are in conflict when a slow twin says so; charts of them are well-formed.
#include <cstddef>
#include <cstdint>

#include "../series/check_series.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size <= 2048) fengbiao::check_series({data, size});
  return 0;
}
