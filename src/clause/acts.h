// Clauses that count by what is done in them, and what the times in them are for: 遴选了100家, 公布首批名单, 问卷调查, 发布2021年度…榜.
// Tested by carry_test.cc and the text cases of tests/cases/records.
#pragma once

#include "clause/clause_walk.h"
#include "clause/read_text.h"

namespace fengbiao {

// 遴选了100家, a survey: counted by the act itself, for no period that was told before.
bool is_act(const Hits& hits, const ReadText& text, const Clause& clause);
// 公布首批名单, 确定甲等12个; 新增, 签约: what is counted came about then.
bool counts_anew(const Clause& clause);
// The day of telling is one on which something was made known.
bool is_published(const ReadText& text, const CarriedIndex& told);
// The clause has a number, and not only the 一份 of 一份报告称.
bool tells_number(const ReadText& text, const Clause& clause);
// 5月3日公布…调查结果: what was asked is of no period that is told, least of all of that day.
bool is_poll(const ReadText& text, const CarriedIndex& told);
// A time behind all quantities of its clause: it says which things are meant, or what they do.
bool stands_last(const Hits& hits, const ReadText& text, const TimeInText& time, const Clause& clause);
// 发布2021年度…榜: the year in the name of a ranking, which holds for what it tells.
bool names_ranking(const Hits& hits, const ReadText& text, const TimeInText& time, const Clause& clause);
// 目标：年内增至6百万户，3月底为4百万户: no word of the clause looks ahead, and its own time is over.
bool is_over(const ReadText& text, const Clause& clause);
// 扩大了1.6倍: the clause tells nothing but rates.
bool tells_rates(const ReadText& text, const Clause& clause);
// 增至年末的10条: the day of that number alone.
bool is_of_one(const Hits& hits, const ReadText& text, const TimeInText& time);
// 促销期间（5月31日至6月18日）: a time in brackets that says more exactly what the period of the clause around them is.
bool explains(const ReadText& text, const TimeInText& time, const CarriedIndex& period);
// 甲国邮政的报告, 甲公司推算，…: a firm at home in the place that is spoken of, or one that no list has, tells before the clause's first
// number.
bool tells_of_place(const Hits& hits, const ReadText& text, const Clause& clause, const Name& firm, const CarriedIndex& place);
// 全年达5亿元, told in July: the year is not over.
bool is_running_year(const Hits& hits, const ReadText& text, const TimeInText& time, const Clause& clause);
// 甲集团统计，2022年乙港完成…: a port or zone (`place`) begins the next clause, behind the firm that tells of it.
bool tells_of_facility(const Hits& hits, const ReadText& text, std::uint32_t c, const Name& firm, const CarriedIndex& place);
// 从注册资本来看: what was spoken of before the first such sentence is spoken of again.
bool begins_aspect(const Hits& hits, const Clause& clause);
// The place stands before the clause's last quantity.
bool stands_before_last(const ReadText& text, const CarriedIndex& place, const Clause& clause);
// 9月30日, 目前 where 前三季度 is spoken of.
bool is_inside(const ReadText& text, const CarriedIndex& said, const CarriedIndex& before);

}  // namespace fengbiao
