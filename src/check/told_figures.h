// The figures of an article as they are held against each other: amounts, days, and numbers that are no amounts (第46次, 五部门).
//
//   title 销售近3000亿元    body 销售收入2965.13亿元     agree: a bound that holds
//   title 第二              body 第2位                   agree
//   title 月底实施          body 12月30日起实施          agree
//
// The patterns are data/check/agreement.yaml. Tested by title_body_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "clause/article_text.h"
#include "rules/data_set.h"
#include "rules/pattern.h"

namespace fengbiao {

struct ToldFigure {
  enum class Sort : std::uint8_t { amount, day, number } sort = Sort::amount;
  Span span;                           // folded
  Span clause;                         // of the title: up to the next blank
  std::uint32_t sentence = kNoClause;  // index into ReadText::sentences
  const Quantity* quantity = nullptr;
  const TimeInText* time = nullptr;
  int number = 0;            // of a number; of a place told by words (紧随其后) its rank
  std::string_view counter;  // of a number: as printed; "rank" of such a place
};

// Whether two figures say the same value, whatever they are told of.
enum class Agreement : std::uint8_t { none, loosely, rounded, same };  // loosely: other or no units
Agreement agreement(const ToldFigure& rough, const ToldFigure& fine);
// Both could be figures of one thing: of one sort, with one unit.
bool alike(const ToldFigure& a, const ToldFigure& b);
// One of two like figures may have come of the other by a slip of the hand: a digit wrong, missing or doubled, two changed about, the
// point or the scale lost. How many digits the first has that say something, 0 for no slip; `a` may be rounded. Of days and numbers any
// is one.
int slip(const ToldFigure& a, const ToldFigure& b);
// So small a whole number that it is met by chance.
bool is_slight(const ToldFigure& figure);

class ToldFigures {
 public:
  static Result<ToldFigures> load(const DataSet& data);
  // In order of the text; what points into it is good as long as the text is.
  void read(const ArticleText& text, std::vector<ToldFigure>& out) const;

  // Numbers of small folded texts: {14, 部} of 第14部.
  [[nodiscard]] std::vector<std::pair<int, std::string>> numbers_in(std::string_view folded) const;
  [[nodiscard]] bool counts_bodies(std::string_view counter) const;  // 部门
  [[nodiscard]] bool is_own(std::string_view counter) const;         // 部, 号: no two documents of one body have the same one

 private:
  std::vector<Pattern> numbers_;
  std::vector<std::string> bodies_, own_;
  std::vector<std::string> next_place_;
  DateReader dates_;
};

}  // namespace fengbiao
