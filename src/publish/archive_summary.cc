#include "publish/archive_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "model/period.h"

namespace fengbiao {

Result<ArchiveSummary> ArchiveSummary::of(Archive& archive) {
  ArchiveSummary out;
  FB_TRY(const auto rows, archive.issues());
  out.issues = rows.size();
  for (const IssueRow& row : rows) {
    const std::string day = is_iso_day(row.date) ? row.date : row.key.substr(0, std::min<std::size_t>(10, row.key.size()));
    if (!is_iso_day(day)) continue;
    out.first = out.first.empty() ? day : std::min(out.first, day);
    out.last = std::max(out.last, day);
  }
  return out;
}

std::string ArchiveSummary::in_words() const {
  const std::string count = fmt::format("{} issue{}", issues, issues == 1 ? "" : "s");
  return last.empty() ? count : first == last ? fmt::format("{}, {}", count, last) : fmt::format("{}, {} to {}", count, first, last);
}

std::chrono::sys_days ArchiveSummary::last_day() const {
  if (last.empty()) return std::chrono::year(2000) / 1 / 1;
  int y = 0;
  unsigned m = 0, d = 0;
  std::from_chars(last.data(), last.data() + 4, y);
  std::from_chars(last.data() + 5, last.data() + 7, m);
  std::from_chars(last.data() + 8, last.data() + 10, d);
  return std::chrono::year(y) / std::chrono::month(m) / std::chrono::day(d);
}

}  // namespace fengbiao
