// Rows of a table under data/: lines of cells with tabs between, `#` lines are remarks. A row with another number of cells than
// the table has is an error with its line. The cells are views into the file's bytes. Tested by gazetteer_test.cc.
#pragma once

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "base/result.h"
#include "rules/data_set.h"

namespace fengbiao {

// Calls `call(cells, line)` for each row; `call` returns Result<void>.
template <std::size_t N, class Call>
Result<void> each_row(std::string_view bytes, const std::string& place, Call&& call) {
  std::size_t number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t end = bytes.find('\n', at);
    if (end == bytes.npos) end = bytes.size();
    std::string_view line = bytes.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    std::array<std::string_view, N> cells;
    std::size_t n = 0;
    for (std::size_t from = 0; from <= line.size(); ++n) {
      const std::size_t tab = std::min(line.find('\t', from), line.size());
      if (n < N) cells[n] = line.substr(from, tab - from);
      from = tab + 1;
    }
    if (n != N) return fail(Cause::malformed, {place, number}, fmt::format("expected {} cells with tabs between, got {}", N, n));
    FB_CHECK(call(cells, number));
  }
  return {};
}

// Calls `call(part)` for the parts of a cell, which `mark` keeps apart.
template <class Call>
void each_part(std::string_view cell, char mark, Call&& call) {
  for (std::size_t from = 0; from < cell.size();) {
    const std::size_t end = std::min(cell.find(mark, from), cell.size());
    if (end > from) call(cell.substr(from, end - from));
    from = end + 1;
  }
}

}  // namespace fengbiao
