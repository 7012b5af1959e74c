// What a number measures, in the text's own words: the thing before the words of measuring, the thing counted behind the number, the
// item of a list, or what was spoken of before where the clause does not say.
//
//   2023年，全市云仓用户达52万，占商户总数的61.5%
//     52万    云仓用户              "the thing before the number"
//     61.5%   云仓用户占商户总数    "a share: what was spoken of before, and of what"
//
// Goes through the numbers of an article in order, each once. Tested by the text cases of tests/cases/records.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "observation/frame.h"
#include "observation/phrases.h"
#include "observation/scene.h"

namespace fengbiao {

struct Measured {
  std::string words;
  Span span;  // where they stand; of several pieces the first; empty where they were carried
  std::string_view rule;
  std::string share_of;            // 网民整体
  std::uint32_t from = kNoClause;  // the quantity whose thing was taken over
  bool carried = false;            // from another clause
  bool doubtful = false;           // nothing better was found
};

// The item of a list that a number belongs to: 分别, or brackets behind each.
struct Item {
  Span span;                        // empty: none
  Span shared;                      // what the items have in common
  Span last;                        // the last of the items
  Span toward;                      // 发往 of 发往甲、乙的包裹: what stands before the first item
  Span own;                         // what stands before the first number of the list in its own clause
  std::uint32_t first = kNoClause;  // the quantity that begins the list
  std::uint32_t like = kNoClause;   // 甲5亿元、乙4亿元，分别增长: the quantity of which this one tells more
  bool is_name = false;             // a place, firm or time rather than a thing
};

class Measuring : private ThingPhrases {
 public:
  explicit Measuring(const Scene& scene)
      : ThingPhrases(scene),
        told_(scene.read.quantities.size()),
        level_(scene.read.quantities.size()),
        grows_(scene.read.quantities.size()),
        shares_(scene.read.quantities.size()),
        scope_(scene.read.quantities.size()),
        answered_(scene.read.quantities.size()),
        grouped_(scene.read.quantities.size()),
        about_(scene.read.quantities.size()) {}

  // 增长较快的是甲(85%)、乙(62%)
  [[nodiscard]] bool list_of_growth(std::uint32_t quantity) const;
  // Words that only say what of a thing is measured: 使用率.
  [[nodiscard]] bool says_what_of(Span span) const { return is_generic(s_.at(cleaned(span))); }
  Measured tell(std::uint32_t quantity, const Frame& frame, const Sense& sense, const Item& item);
  // The number right before the brackets in which this one stands; kNoClause: none.
  [[nodiscard]] std::uint32_t outer(std::uint32_t quantity) const;
  // The item before the brackets that hold the number alone; empty where a number stands there.
  [[nodiscard]] Span bracket_item(std::uint32_t quantity) const;
  // 高于行业的4%: the clause tells the same of something else.
  [[nodiscard]] bool compares(std::uint32_t quantity) const { return compared_with(quantity); }
  // 央企占比最大，达到46%: the clause before says that it is a share.
  [[nodiscard]] bool share_said_before(std::uint32_t quantity) const;
  // The thing is a share by its name (占比, 渗透率).
  [[nodiscard]] bool share_like(const Frame& frame) const;

 private:
  struct Base {
    std::string words;
    Span span;
    std::uint32_t from = kNoClause;
    bool near = false;  // of the same sentence
  };
  // What was spoken of before; with `stem`, of what something can be said: 跨境电商 of 跨境电商进出口.
  [[nodiscard]] Base spoken_of(std::uint32_t quantity, bool stem = false) const;
  [[nodiscard]] Span subject_of(const Clause& clause) const;
  [[nodiscard]] Span title_topic(bool stem) const;
  [[nodiscard]] Span find_title_topic(bool stem) const;
  [[nodiscard]] Span side_of(Span span) const;
  [[nodiscard]] Span ranked_in(std::uint32_t quantity) const;
  [[nodiscard]] bool ends_in_name(Span span) const;
  [[nodiscard]] bool name_begins_at(std::uint32_t at) const;
  [[nodiscard]] Span without_place(Span span) const;
  [[nodiscard]] Span without_speaker(Span span) const;
  [[nodiscard]] bool is_field(Span span) const;
  [[nodiscard]] bool is_amount(std::uint32_t quantity) const;
  [[nodiscard]] std::string amount_of(std::string_view words) const;
  [[nodiscard]] bool tells_share(std::uint32_t quantity) const;
  [[nodiscard]] bool is_compound(std::string_view words) const;
  [[nodiscard]] bool is_bare_number(Span span) const;
  [[nodiscard]] bool behind_name(Span span) const;
  [[nodiscard]] bool is_somebodys(Span span) const;
  [[nodiscard]] bool is_described_name(Span span) const;
  [[nodiscard]] Span without_rate(Span span) const;
  [[nodiscard]] std::uint32_t first_told(std::uint32_t quantity) const;
  [[nodiscard]] bool in_paragraph_of(std::uint32_t quantity, std::uint32_t like) const;
  [[nodiscard]] std::uint32_t told_at_first(std::uint32_t quantity, std::uint32_t like) const;
  [[nodiscard]] bool holds_duration(Span span) const;
  [[nodiscard]] std::string doer_of(std::string_view words) const;
  [[nodiscard]] bool compared_with(std::uint32_t quantity) const;
  [[nodiscard]] std::uint32_t whole_looked_at(std::uint32_t q) const;
  [[nodiscard]] std::uint32_t former_value(std::uint32_t quantity) const;
  [[nodiscard]] std::uint32_t leads_from(std::uint32_t quantity, const Frame& frame) const;
  [[nodiscard]] Span route_before(Span thing, std::uint32_t from) const;
  [[nodiscard]] std::string head_left_out(Span item, Span last) const;
  [[nodiscard]] Span topic_before(std::uint32_t quantity) const;
  [[nodiscard]] std::string had_by(Span whole, Span thing) const;
  [[nodiscard]] std::string taking_part(std::uint32_t quantity, Span thing) const;
  [[nodiscard]] std::string had_by_those_counted(std::uint32_t quantity, const Frame& frame, Span thing) const;
  [[nodiscard]] std::string quoted_before(std::uint32_t quantity, std::string_view words) const;
  [[nodiscard]] std::string name_in_quotes_before(std::uint32_t quantity) const;
  [[nodiscard]] std::string what_they_are(std::uint32_t quantity, Span thing) const;
  [[nodiscard]] std::string same_doer(std::uint32_t quantity, const Frame& frame, Span verb) const;
  [[nodiscard]] std::string pulled(std::uint32_t quantity, const Frame& frame) const;
  [[nodiscard]] std::string same_of_others(std::uint32_t quantity, std::string_view others) const;
  void answered(std::uint32_t quantity, Measured& m);
  [[nodiscard]] std::string group_of(std::string_view words) const;
  [[nodiscard]] std::string list_named(std::uint32_t quantity) const;
  [[nodiscard]] std::uint32_t told_in_unit(std::uint32_t quantity) const;
  [[nodiscard]] std::uint32_t told_likewise(std::uint32_t quantity, std::string_view words) const;
  [[nodiscard]] Span said_of_items(std::uint32_t quantity) const;
  [[nodiscard]] Span said_before_items(std::uint32_t quantity) const;
  [[nodiscard]] bool sums(Span span) const;
  void complete(std::uint32_t quantity, Measured& m) const;
  [[nodiscard]] std::uint32_t one_of_two(std::uint32_t quantity, std::string_view words) const;
  [[nodiscard]] std::uint32_t told_longer(std::uint32_t quantity, std::string_view words) const;
  [[nodiscard]] std::string object_left_out(std::uint32_t quantity, std::string_view words) const;
  bool part_of_counted(std::uint32_t quantity, Measured& m) const;
  // The last time these words were used with a thing before them: 跨境直播电商的市场规模 for 市场规模.
  [[nodiscard]] std::string used_before(std::uint32_t quantity, std::string_view words) const;
  [[nodiscard]] bool reaches_place(Span span) const;
  Measured thing_behind(std::uint32_t quantity, const Frame& frame);
  Measured thing_before(std::uint32_t quantity, const Frame& frame);
  Measured of_share(std::uint32_t quantity, const Frame& frame, const Sense& sense);
  Measured in_brackets(std::uint32_t quantity, const Frame& frame);
  Measured of_rank(std::uint32_t quantity, const Frame& frame);
  [[nodiscard]] Measured told_in_full(std::uint32_t quantity, const Frame& f) const;
  [[nodiscard]] Span behind_described_name(Span span) const;
  [[nodiscard]] std::string hours_before(Span thing) const;
  [[nodiscard]] std::string done_with(std::uint32_t quantity, const Frame& f) const;
  [[nodiscard]] std::string ranked_by(std::uint32_t quantity, const Frame& f, Span right) const;
  [[nodiscard]] std::string without_time(Span span) const;
  [[nodiscard]] Span unranked(Span span) const;
  [[nodiscard]] Span undescribed(Span span) const;
  [[nodiscard]] std::string of_other_origin(std::uint32_t quantity, std::string_view words) const;
  [[nodiscard]] Measured more_of_them(std::uint32_t quantity, const Frame& frame) const;
  [[nodiscard]] Measured in_ranking(std::uint32_t quantity, Measured m) const;
  Measured carried(std::uint32_t quantity, std::string_view rule);

  std::vector<std::string> told_;                                 // by quantity
  mutable std::array<std::optional<Span>, 2> title_topic_;        // found when first wanted; with a stem, without
  mutable std::uint32_t first_told_ = kNoClause, looked_at_ = 0;  // of the body; the quantities before are none
  std::vector<std::uint8_t> level_;                               // by quantity: an amount, not a rate
  std::vector<std::uint8_t> grows_;                               // by quantity: a rate of growth
  std::vector<std::uint8_t> shares_;                              // by quantity: a share
  std::vector<std::uint8_t> scope_;  // by quantity: counts places or fields that something reaches, and is not spoken of itself
  std::vector<std::optional<std::string>> answered_;  // by quantity: a share of those who answer, and who they are
  std::vector<std::uint8_t> grouped_;                 // by quantity: a share of those told of with 的 before it
  std::vector<std::string> about_;                    // by quantity: what is spoken of behind it, where that is not what it counts
  std::string doer_;                                  // last told whose doing something was, and in which sentence
  std::uint32_t doer_in_ = kNoClause;
  Span last_said_;  // of a list in brackets, and its sentence
  std::uint32_t said_in_ = kNoClause;
};

}  // namespace fengbiao
