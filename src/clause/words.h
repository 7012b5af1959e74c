// The words by which clauses are understood, from data/clause/clauses.yaml: 其中, 目前, 预计, 力争, 较, 发布, 分别, 全国 … and those
// that only look like them (将近). Tested by words_test.cc.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "rules/use_words.h"

namespace fengbiao {

// What a word does; the names are those of the classes in the file.
enum class WordUse : std::uint8_t {
  part,              // 其中: what follows is a part of what was told
  now,               // 目前: the day of writing
  forecast,          // 预计
  target,            // 力争
  until,             // 到, before a time that lies ahead: a target's year
  compare_before,    // 较, before a time: its base
  compare_with,      // 与, before a time that compare_after follows
  compare_after,     // 相比
  record,            // 新高, behind a time: it is what something is measured by
  standard,          // 水平, behind a time looked back at: what something is measured by
  range_from,        // 从, before a time or a quantity: where a development begins
  since_before,      // 自, before a time
  since_after,       // 以来, further behind it
  will,              // 将, behind a time: it lies ahead
  survey,            // 问卷: what is told by it is of no period told before
  poll,              // 调查结果: what is published was asked
  conduct,           // 开展, behind a time: when people were asked
  intent,            // 将在: something is meant, or with a word of reach expected
  reach,             // 达到
  act,               // 遴选: what is counted is counted by this act, for no period that was told before
  ahead,             // 未来: some day that is not told
  tell,              // 发布: its day is when something was told
  teller_before,     // 据, before a name: a source
  teller_after,      // 数据, 显示, behind a name: likewise
  researcher,        // 咨询, at the end of a company's name: one that reports on others
  toward,            // 对, before a place: not the area that is spoken of
  area,              // 全国: an area; says its code and name, and whether it is one anywhere
  aspect,            // 来看, at the end of a clause that begins with 从: another side of the same subject
  opening,           // 在, before such a word: an area may stand behind it
  same_area,         // 全市: the last place of a level that was named
  then,              // 其次是: what was listed goes on
  of_thing,          // 航线, behind a place: it tells what sort of thing is meant
  kind_of_firm,      // 平台: between a place and a firm it tells whose the firm is
  and_so_on,         // 等: ends a list of examples
  facility,          // 机场: ends the name of a place that has one of its own
  gate,              // 口岸: ends the name of a border crossing; a place that is known counts by itself
  facility_part,     // 国际: may stand in it
  region,            // 东部: a part of the country; says what it is called
  same_body,         // 该局: the last body that was named speaks
  its,               // 其, before a firm's name: it belongs to the one that is spoken of
  done,              // 签约: it came about on its day
  ranking,           // 最受欢迎: behind an area, where something is ranked
  list,              // 名单: ends the name of a list; the year in it holds for what it tells
  lasts,             // 缩短至, before a span of time: it is measured
  at_most,           // 以内, behind a span of time that something led to: a bound
  no_measure,        // 内, behind one: it is none that was measured
  within,            // 内, behind a span of time that lies ahead where something is aimed at
  roughly,           // 左右
  title_noun,        // 榜单: ends the name of what is published
  to_level,          // 升至: what follows is the level it led to
  so_far,            // 累计
  publish,           // 公布: what is counted was counted with it
  school,            // 大学: ends the name of a body that does not speak for its place
  locate,            // 集中在: before places where things stand
  in_place,          // 在: before a platform, where something happens
  some_teller,       // 券商: somebody unnamed tells, and of no firm that was spoken of
  owner,             // 旗下, behind a name: what it owns is spoken of
  through,           // 通过, before a firm: by whose means something happens
  parent,            // 母公司, behind a firm: another is spoken of
  sorted,            // 按: begins a clause that looks at parts (按城市看)
  once,              // 早年, between a word of range_from and a quantity: some earlier day that is not told
  someone,           // 一名, before a firm that `member` follows: one of its people speaks
  member,            // 卖家
  same_time,         // 同期, at the beginning of a clause: the time over which things were told in an earlier paragraph
  same_report,       // 报告期内, likewise: also in the same one
  event_end,         // 至收官, behind a time that something runs from: to the last day that was told
  one_person,        // 女士: a person tells of his own
  marker,            // 分别
  each,              // 均: one figure for all that is told together
  link,              // 和: between items of a list
  turn,              // 下降, behind a link between figures: the figures are told by turns
  trail,             // 同比, 占比: may stand between items and marker
  of,                // 的: cuts what the items have in common off the last one
  former,            // 前者
  latter,            // 后者
  rest,              // 其余, at the beginning of a clause: none of the firms named before
  same_firm,         // 该公司: at the beginning of a clause, the firm spoken of last
  since_event,       // 上线以来: up to the day of writing
  channel,           // 账号, behind a firm: where another sells
  kind_of_teller,    // 单位, behind 等: those before it tell
  share,             // 比重
  accounts,          // 财年, in a time: of a year that may end before the calendar's
  year_of_accounts,  // 财年, behind 截至某日的: the twelve months up to it
  half_of_accounts,  // 半年度, likewise
  quarter_accounts,  // 财季, likewise
  ending,            // 止, behind such a day
  year_ended,        // 年度, behind that
  hedged,            // 近, between a word of `lasts` and the span of time
  maker,             // 联合编制的, behind a firm: it made what is told from, and is not spoken of
  copula,            // 是: ends the last item of a list of which something is said
  only,              // 仅, before a time: what is told of it is told beside
  expectation,       // 指引, 预期, before 由: both figures are expected
  as_expected,       // 预期的, before an amount: it is what was expected
  share_of_then,     // 相当于, before a time: what follows is a share of its amount
  by_then,           // 届时: the day that lies ahead and was told
  superlative,       // 最多, at the end of a clause: a place in it is one of many
  origin,            // 来自, before a place and 的: of the whole that is spoken of the part from there
  those_places,      // 上述城市: several places, none of which is the area by itself
  those_firms,       // 上述平台: likewise
  group,             // 集团, at the end of a firm's name, and by itself: the last such firm
  own_data,          // 平台数据显示: at the beginning of a clause, the figures of the firm spoken of last
  shows,             // 页面显示, behind a firm that is not spoken of: its pages tell of another
};

class ClauseWords : public UseWords {
 public:
  static Result<ClauseWords> load(const DataSet& data);

 private:
  explicit ClauseWords(UseWords words) : UseWords(std::move(words)) {}
};

}  // namespace fengbiao
