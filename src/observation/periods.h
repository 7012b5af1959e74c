// What a number's own kind says about its period, beyond what its clause carries: a yearly rate is taken over years, what is new is new
// over a month and not at a date, what stands when somebody tells it stands in that month.
//
//   由2015年的2亿元增至2022年的9亿元，年均增长24%     24%: 2015/2022
//   11月15日介绍，海外仓达340个                      340个: @2023-11
//
// Tested by periods_test.cc and the text cases of tests/cases/records.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "observation/frame.h"
#include "observation/scene.h"

namespace fengbiao {

std::string period_of(const Scene& scene, std::uint32_t quantity, const Sense& sense, std::string period);

// 2019年至2021年，分别为…: the year of one of as many numbers as the period has; otherwise `period`. `row`: the quantities told one by one.
std::string year_in_row(std::string period, std::span<const std::uint32_t> row, std::uint32_t quantity);

// 一季度…门店总数达9家: what stands is told of the end of a part of a year.
std::string end_of_period(std::string period);

// 较年初少了5名, 从年初的3条增加到9条, 6月至次年5月…从6月的32款增加到120款, 较2021年底的2亿: what is set beside a day, or what something
// comes to over a range, stands on a day.
bool stands_on_a_day(const Scene& scene, std::uint32_t quantity, const Frame& frame, Measure measure, std::string_view period);

// 由第4滑到第6, 从上届的第4位升至第2位: the first of them. `own`: what stands before it.
bool sets_out(const Scene& scene, std::uint32_t quantity, Span own);

// 2021年度…榜: the year in the name of a ranking that ends at `name`; empty: none.
std::string year_of_ranking(const Scene& scene, Span name);

}  // namespace fengbiao
