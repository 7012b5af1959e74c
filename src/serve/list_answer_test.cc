#include "serve/list_answer.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

std::string listed(std::string limit, std::string cursor, std::size_t total) {
  Parameters p;
  if (!limit.empty()) p.set("limit", std::move(limit));
  if (!cursor.empty()) p.set("cursor", std::move(cursor));
  return *list_answer(p, total, [](JsonWriter& w, std::size_t i) { w.value(static_cast<std::uint64_t>(i)); }).body;
}

TEST(ListAnswer, PagesLeadThroughAllRows) {
  EXPECT_EQ(listed("2", "", 5), "{\"items\":[0,1],\"total\":5,\"next\":\"2\"}\n");
  EXPECT_EQ(listed("2", "4", 5), "{\"items\":[4],\"total\":5,\"next\":null}\n");
  EXPECT_EQ(listed("2", "9", 5), "{\"items\":[],\"total\":5,\"next\":null}\n");
  EXPECT_EQ(listed("", "", 0), "{\"items\":[],\"total\":0,\"next\":null}\n");
}

}  // namespace
}  // namespace fengbiao
