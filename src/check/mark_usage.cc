#include "check/mark_usage.h"

#include "check/mark_characters.h"
#include "text/characters.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kEnough = 5;       // of the usual form, before anything is called unusual
constexpr std::uint32_t kRare = 5;         // the unusual form is at most one in so many
constexpr std::size_t kSentence = 3 * 30;  // bytes of a paragraph that is surely one of sentences
constexpr std::uint32_t kCutOften = 12;    // paragraphs that end in a word, one in so many and more: the extraction cut them
constexpr std::uint32_t kManyLines = 12;   // long paragraphs of one line, before lines are taken for paragraphs

}  // namespace

MarkUsage MarkUsage::of(std::string_view kept) {
  MarkUsage out;
  std::uint32_t last = 0;
  for (std::uint32_t at = 0, size = 0; at < kept.size(); at += size) {
    const std::uint32_t unit = Characters::unit_at(kept, at, size);
    out.curved_quotes += unit == kOpenQuote;
    out.straight_quotes += unit == '"' || unit == kWideQuote;
    out.wide_brackets += unit == kWideOpen;
    out.narrow_brackets += unit == '(' && (is_han_unit(last) || is_wide_mark(last) || is_digit_unit(last));
    out.wide_commas += narrow_form(unit) != 0;
    out.narrow_commas += is_narrow_mark(unit) && is_han_unit(last);
    out.wide_percents += unit == kWidePercent;
    out.narrow_percents += unit == '%';
    out.wide_letters += is_wide_latin(unit);
    out.narrow_letters += is_latin_unit(unit);
    if (!is_blank_unit(unit)) last = unit;
  }
  out.straight_quotes /= 2;
  return out;
}

bool MarkUsage::usual(std::uint32_t often, std::uint32_t seldom) { return often >= kEnough && seldom * kRare <= often; }

void MarkUsage::count_ends(const Issue& issue, std::string_view kept) {
  for (const Article& article : issue.articles)
    for (const Paragraph& paragraph : article.paragraphs) {
      if (paragraph.heading || paragraph.pieces.empty()) continue;
      const Span first = paragraph.pieces.front(), last = trim(kept, paragraph.pieces.back());
      if (last.empty() || last.end - first.begin < kSentence) continue;
      std::uint32_t size = 0;
      const std::uint32_t unit = Characters::unit_before(kept, last.end, size);
      const bool word = unit >= 0x4E00 && unit <= 0x9FFF;
      (word ? ends_in_word : ends_in_mark) += 1;
      (paragraph.pieces.size() > 1 ? over_lines : in_one_line) += 1;
    }
}

bool MarkUsage::paragraphs_told() const { return ends_in_word <= 2 || ends_in_word * kCutOften <= ends_in_mark; }

bool MarkUsage::lines_told() const { return in_one_line >= kManyLines && over_lines * kCutOften <= in_one_line; }

}  // namespace fengbiao
