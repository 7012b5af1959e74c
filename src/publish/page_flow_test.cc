#include "publish/page_flow.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

FlowLine line(bool may_begin = true, float before = 0) {
  FlowLine out;
  out.height = 10;
  out.before = before;
  out.may_begin = may_begin;
  return out;
}
std::vector<std::size_t> sizes(const std::vector<SetPage>& pages) {
  std::vector<std::size_t> out;
  for (const SetPage& page : pages) out.push_back(page.size());
  return out;
}

TEST(PageFlow, AHeadlineGoesWithItsText) {
  // The third line is a headline: the fourth may not begin a page.
  EXPECT_EQ(sizes(fill_pages({line(), line(), line(), line(false), line()}, 30)), (std::vector<std::size_t>{2, 3}));
}

TEST(PageFlow, WhatCannotBeKeptIsCut) {
  EXPECT_EQ(sizes(fill_pages({line(), line(false), line(false), line(false)}, 30)), (std::vector<std::size_t>{3, 1}));
}

TEST(PageFlow, NoSpaceAboveTheFirst) {
  const auto pages = fill_pages({line(), line(true, 15), line(true, 15)}, 40);
  EXPECT_EQ(sizes(pages), (std::vector<std::size_t>{2, 1}));
  EXPECT_EQ(pages[0][1].y, 25);
  EXPECT_EQ(pages[1][0].y, 0);
}

}  // namespace
}  // namespace fengbiao
