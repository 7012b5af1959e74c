// What an archive holds, in one sentence, and its last day: what an export says of itself, from the data alone and never from the clock.
//
//   ArchiveSummary::of(archive)->in_words()  ->  "3 issues, 2023-03-20 to 2023-04-05"
//
// Tested by archive_summary_test.cc.
#pragma once

#include <chrono>
#include <string>

#include "base/result.h"
#include "engine/archive.h"

namespace fengbiao {

struct ArchiveSummary {
  std::size_t issues = 0;
  std::string first, last;  // ISO days of the issues; empty where none has one

  static Result<ArchiveSummary> of(Archive& archive);
  [[nodiscard]] std::string in_words() const;
  [[nodiscard]] std::chrono::sys_days last_day() const;  // 2000-01-01 where there is none
};

}  // namespace fengbiao
