#include "publish/archive_summary.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(ArchiveSummary, SaysWhatThereIs) {
  ArchiveSummary s;
  EXPECT_EQ(s.in_words(), "0 issues");
  EXPECT_EQ(s.last_day(), std::chrono::sys_days(std::chrono::year(2000) / 1 / 1));
  s.issues = 1;
  s.first = s.last = "2023-03-20";
  EXPECT_EQ(s.in_words(), "1 issue, 2023-03-20");
  s.issues = 3;
  s.last = "2023-04-05";
  EXPECT_EQ(s.in_words(), "3 issues, 2023-03-20 to 2023-04-05");
  EXPECT_EQ(s.last_day(), std::chrono::sys_days(std::chrono::year(2023) / 4 / 5));
}

}  // namespace
}  // namespace fengbiao
