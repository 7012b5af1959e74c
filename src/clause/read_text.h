// What is known of a text after reading it: sentences, clauses, and everything found in them. Spans are of the folded text.
// Plain records; text_reader.h fills them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "clause/sentences.h"
#include "entity/name.h"
#include "entity/words.h"
#include "quantity/reader.h"
#include "rules/lexicon.h"
#include "text/characters.h"

namespace fengbiao {

// Where a thing that a clause does not say itself was taken from, nearest first.
enum class Carried : std::uint8_t {
  own,        // said in the clause
  clause,     // in the clause around its brackets, or the one it tells a part of
  sentence,   // in an earlier clause of the sentence
  paragraph,  // in an earlier sentence of the paragraph
  article,    // in an earlier paragraph read with it
  date,       // 目前, 近5年来 and the like: the day of writing stands for it; there is no index
  nothing
};
std::string_view name_of(Carried from);

struct CarriedIndex {
  std::uint32_t index = kNoClause;  // into subjects: names, places: places, periods: times of the ReadText
  Carried from = Carried::nothing;
  [[nodiscard]] bool has() const { return index != kNoClause; }
  friend bool operator==(const CarriedIndex&, const CarriedIndex&) = default;
};

// What a time does where it stands.
enum class TimeUse : std::uint8_t {
  flow,      // over a period
  stock,     // at a date
  forecast,  // what is expected for it
  target,    // what is aimed at for it
  base,      // what something else is compared with, or measured by: 较2020年, 近10年新高
  origin,    // where a development begins: 从2019年
  window,    // counted back from the day of writing: 近5年来; what it leads to stands on that day
  told,      // when somebody said, published or opened something
  aside,     // told beside a later time: 上年同期为4亿元; holds for its own clause
  named      // part of a title or name: no clause takes its period from it
};
std::string_view name_of(TimeUse use);

enum class Outlook : std::uint8_t { actual, forecast, target };
std::string_view name_of(Outlook outlook);

struct TimeInText {
  Time time;
  ResolvedTime resolved;
  TimeUse use = TimeUse::flow;
  std::uint32_t clause = kNoClause;  // the innermost one it stands in
};

// An area that is spoken of: a place by name, or a word such as 全国, 全球, 全市.
struct PlaceInText {
  Span span;
  std::uint32_t name = kNoClause;  // the place's name (of 全市: of the city meant); none: a word of data/clause
  std::string country;             // of a city abroad
  std::string code, canonical;     // "310000", "上海市"; "CN", "中国"; "world"
  bool word = false;               // by such a word
  bool field = false;              // that a rank is taken in: 全球第二
  bool body = false;               // by a body that belongs there: 某省商务厅
  bool facility = false;           // an airport, port or zone
  bool ranking = false;            // 全球最受欢迎的: what is ranked is ranked there
  bool object = false;             // 集中在甲、乙: spoken of only where figures are told of each
  bool region = false;             // 东部
  bool origin = false;             // 来自甲的, where the whole of which it is a part was told
  bool covers = false;             // 覆盖全国2000个县: counts where no other place does
  std::uint32_t clause = kNoClause;
};

struct Clause {
  Span span;  // without the closing mark
  std::uint32_t sentence = 0;
  ClosedBy closed_by = ClosedBy::end;
  // What begins inside it, in brackets too: ranges in ReadText.
  std::uint32_t first_quantity = 0, quantities = 0;
  std::uint32_t first_time = 0, times = 0;
  std::uint32_t first_name = 0, names = 0;
  std::uint32_t inside = kNoClause;   // clause in whose brackets it stands
  std::uint32_t part_of = kNoClause;  // 其中: the clause that tells the whole
  ClassSet words;                     // uses of the words that begin in it, numbered as WordUse
  Outlook outlook = Outlook::actual;
  bool so_far = false;                  // 累计
  bool counted_anew = false;            // 公布, 认定 …: it counts what was done then
  CarriedIndex subject, place, period;  // own: the first subject and place, the last period
  CarriedIndex since;                   // 自3月上线以来, 截至6月底: where a stock began to be counted
};

// What holds for one quantity: as for its clause, but the nearest own things before it come first.
struct Holding {
  enum class Edge : std::uint8_t { whole, start, end };
  std::uint32_t clause = kNoClause;  // innermost; none only where no clause is
  Outlook outlook = Outlook::actual;
  Edge edge = Edge::whole;  // 从5亿元增至9亿元: of a period that is a range, the end that counts
  CarriedIndex subject, place, period;
  CarriedIndex since;  // as of its clause
};

struct Sentence {
  Span span;
  std::uint32_t first_clause = 0, clauses = 0;
  bool several_firms = false;  // told of in it
};

// 分别: things told together get their figures one by one.
struct Pairing {
  std::uint32_t clause = kNoClause;       // of the marker
  Span marker;                            // 分别
  std::vector<Span> items;                // 北京 | 上海 | 广州, in order
  Span shared;                            // what all of them have: 零售额; may be empty
  std::vector<std::uint32_t> quantities;  // as many as items; of 均 one for all
};

struct ReadText {
  Characters characters;          // of the folded text
  const Words* common = nullptr;  // ordinary words, where names were looked for: the reader's own
  std::vector<Sentence> sentences;
  std::vector<Clause> clauses;
  std::vector<Quantity> quantities;  // in order of the text, likewise all that follow
  std::vector<Holding> holdings;     // one a quantity
  std::vector<TimeInText> times;
  std::vector<Name> names;
  std::vector<PlaceInText> places;
  std::vector<Pairing> pairings;
  bool place_leads = false;  // the title begins with an area: what is told of firms is told of it
  std::string done;          // the last month of which figures can be told: "2022-10" on the first days of November; empty likewise
  std::string now;           // "@2022-11": the month of writing as a stock; empty when it is not known
  Cuts cuts;
  QuantityReader::Reading reading;  // memory that is used again

  // The written form of a period that was carried, days without their hours: "2022-H1", "@2022-11"; empty where there is none or it stays
  // open.
  [[nodiscard]] std::string value_of(const CarriedIndex& period) const;
  // Likewise, of a range the end that counts.
  [[nodiscard]] std::string value_of(const Holding& holding) const;
  void clear();

 private:
  [[nodiscard]] std::string closed(std::string since) const;
};

}  // namespace fengbiao
