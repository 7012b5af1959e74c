// How the paragraphs of a text end, and whether its lines are paragraphs. Tested by marks_test.cc.
#include "check/marks.h"
#include "text/characters.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kSentence = 3 * 30;  // bytes of a paragraph that is surely one of sentences
constexpr std::uint32_t kCutOften = 12;    // paragraphs that end in a word, one in so many and more: the extraction cut them
constexpr std::uint32_t kManyLines = 12;   // long paragraphs of one line, before lines are taken for paragraphs

bool han(std::uint32_t unit) { return unit >= 0x4E00 && unit <= 0x9FFF; }

}  // namespace

void MarkUsage::count_ends(const Issue& issue, std::string_view kept) {
  for (const Article& article : issue.articles)
    for (const Paragraph& paragraph : article.paragraphs) {
      if (paragraph.heading || paragraph.pieces.empty()) continue;
      const Span first = paragraph.pieces.front(), last = trim(kept, paragraph.pieces.back());
      if (last.empty() || last.end - first.begin < kSentence) continue;
      std::uint32_t size = 0;
      const bool word = han(Characters::unit_before(kept, last.end, size));
      (word ? ends_in_word : ends_in_mark) += 1;
      (paragraph.pieces.size() > 1 ? over_lines : in_one_line) += 1;
    }
}

bool MarkUsage::paragraphs_told() const { return ends_in_word <= 2 || ends_in_word * kCutOften <= ends_in_mark; }

bool MarkUsage::lines_told() const { return in_one_line >= kManyLines && over_lines * kCutOften <= in_one_line; }

}  // namespace fengbiao
