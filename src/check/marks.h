// Marks that come in pairs, and marks whose width the text itself decides: quotes, brackets and title marks that are not closed or not
// opened, turned or crossed, closed by the other width, straight where the text uses curved ones, half-width where it uses full-width ones;
// thousands commas in some figures of an article only; a paragraph without its full stop.
//
//   他说：“仓库已经建成。                      the opening quote is never closed
//   玩具 (19%）                                opened by a half-width bracket, closed by a full-width one
//
// What is usual is counted over the whole issue: where the extraction of a text has turned its marks to half width, half width is usual
// and nothing is said. A quotation may run over paragraphs and open each of them anew. Linear in the text. Tested by marks_test.cc and
// the examples of data/rules/check/pairs.yaml and widths.yaml.
#pragma once

#include <cstdint>
#include <string_view>

#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"

namespace fengbiao {

// How often an issue prints each form of a mark, between Chinese words.
struct MarkUsage {
  std::uint32_t curved_quotes = 0, straight_quotes = 0;
  std::uint32_t wide_brackets = 0, narrow_brackets = 0;
  std::uint32_t wide_commas = 0, narrow_commas = 0;  // and semicolons, colons, question and exclamation marks
  std::uint32_t wide_percents = 0, narrow_percents = 0;
  std::uint32_t wide_letters = 0, narrow_letters = 0;  // digits and letters
  std::uint32_t ends_in_word = 0, ends_in_mark = 0;    // long paragraphs
  std::uint32_t in_one_line = 0, over_lines = 0;       // likewise
  static MarkUsage of(std::string_view kept);
  void count_ends(const Issue& issue, std::string_view kept);
  // Paragraphs end where the author ended them, as few of them end in a word.
  [[nodiscard]] bool paragraphs_told() const;
  // A line of the text is a paragraph: one over two lines lost the stop between them.
  [[nodiscard]] bool lines_told() const;
};

class MarksCheck {
 public:
  static Result<MarksCheck> load(RuleBook& book);  // which outlives it
  void check(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const;

 private:
  struct Scan;
  void pairs(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const;
  void straight_pairs(const ArticleSubject& subject, Report& report) const;
  void widths(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const;
  void thousands(const ArticleSubject& subject, Report& report) const;
  void stops(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const;
  void stops_of_lines(const ArticleSubject& subject, Report& report) const;

  const CheckRule* unclosed_ = nullptr;
  const CheckRule* unopened_ = nullptr;
  const CheckRule* crossed_ = nullptr;
  const CheckRule* turned_ = nullptr;
  const CheckRule* two_widths_ = nullptr;
  const CheckRule* straight_quotes_ = nullptr;
  const CheckRule* narrow_brackets_ = nullptr;
  const CheckRule* narrow_mark_ = nullptr;
  const CheckRule* wide_percent_ = nullptr;
  const CheckRule* thousands_comma_ = nullptr;
  const CheckRule* missing_stop_ = nullptr;
  const CheckRule* in_midst_ = nullptr;
  const CheckRule* wide_latin_ = nullptr;
};

}  // namespace fengbiao
