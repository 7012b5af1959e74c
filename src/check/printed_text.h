// The words of an article as they are printed: title, paragraphs, author note and source line, one line each, wrapped lines joined and
// nothing folded, with the way back to the kept text. What checks of marks and widths read; figures are read from ArticleText.
//
//   PrintedText printed; printed.read(article, kept);
//   printed.text().substr(...)   printed.kept({10, 16}) -> where it stands in the kept text
//
// Tested by printed_text_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "check/rule.h"
#include "model/issue.h"
#include "text/characters.h"
#include "text/fold.h"

namespace fengbiao {

struct PrintedPart {
  ArticlePart part = ArticlePart::body;
  std::uint32_t paragraph = 0;  // of the body: index into Article::paragraphs
  Span span;                    // in PrintedText::text, without the line end
};

struct MarkCharacter {
  std::uint32_t unit = 0, at = 0, size = 0;  // code point, place in the text, bytes
};

class PrintedText {
 public:
  void read(const Article& article, std::string_view kept);

  [[nodiscard]] const std::string& text() const { return text_; }  // parts in printed order, each closed by \n
  [[nodiscard]] const std::vector<PrintedPart>& parts() const { return parts_; }
  [[nodiscard]] std::string_view words(const PrintedPart& part) const { return slice(text_, part.span); }
  // Where words of text() stand in the kept text. They may be wrapped: then the span takes the line end in.
  [[nodiscard]] Span kept(Span span) const;
  // A part folded; origins are offsets in text(). Made when first asked for.
  [[nodiscard]] const Folded& folded(std::size_t part) const;
  // The characters of that.
  [[nodiscard]] const Characters& folded_characters(std::size_t part) const;
  // The characters of a part as printed, likewise.
  [[nodiscard]] const std::vector<MarkCharacter>& characters(std::size_t part) const;

 private:
  void add(ArticlePart part, std::uint32_t paragraph, const std::vector<Span>& pieces, std::string_view kept);
  std::string text_;
  std::vector<std::uint32_t> origin_;  // by byte of text_, and one past the end
  std::vector<PrintedPart> parts_;
  mutable std::vector<Folded> folded_;                          // empty origin: not made yet
  mutable std::vector<Characters> folded_characters_;           // of another text: not made yet
  mutable std::vector<std::vector<MarkCharacter>> characters_;  // empty: not made yet
};

}  // namespace fengbiao
