// One article read whole: its title and paragraphs as one folded text with all that is found in it, and the way back to the printed
// lines. What observations and policies are drawn from.
//
//   ArticleText text;
//   text.read(reader, article, kept, issue_date);
//   text.read_text().quantities, text.printed(span), text.words(span), text.sentence_at(place)
//
// The title is the first paragraph, so that what it names carries into the body. Paragraphs are set apart by an empty line, over
// which nothing is read as one. Memory is used again from article to article; one ArticleText serves one thread. Tested by
// article_text_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clause/text_reader.h"
#include "model/issue.h"
#include "text/fold.h"

namespace fengbiao {

class ArticleText {
 public:
  // `kept` is the text the article's pieces point into and must stay alive. With a trace, the derivations of quantities and times are
  // kept in it.
  void read(const TextReader& reader, const Article& article, std::string_view kept, const std::optional<Date>& issue_date,
            Trace* trace = nullptr) {
    fold(article, kept, issue_date);
    read(reader, trace);
  }
  // The same in two steps, for those who can tell from the folded words that there is nothing to read: only folded() and what is told of
  // places in it hold before the second.
  void fold(const Article& article, std::string_view kept, const std::optional<Date>& issue_date);
  void read(const TextReader& reader, Trace* trace = nullptr);

  [[nodiscard]] const std::string& folded() const { return folded_.text; }
  [[nodiscard]] const ReadText& read_text() const { return read_; }
  [[nodiscard]] const Article& article() const { return *article_; }
  [[nodiscard]] const std::optional<Date>& written() const { return written_; }               // the article's date, else the issue's
  [[nodiscard]] std::uint32_t title_end() const { return title_end_; }                        // folded; the body begins behind it
  [[nodiscard]] const std::vector<std::uint32_t>& paragraphs() const { return paragraphs_; }  // where each begins after the first

  // Where a span of the folded text is printed, in the kept text; without blanks at its ends.
  [[nodiscard]] Span printed(Span folded_span) const;
  // The words printed under a span of the folded text, wrapped lines joined.
  [[nodiscard]] std::string words(Span folded_span) const;
  // The sentence a place stands in, of a long one five hundred characters on either side; fifty of an endless one (more than two thousand
  // characters or 64 figures). Empty where none is.
  [[nodiscard]] Span sentence_at(std::uint32_t place) const;
  // Lines of the kept text on which a printed span begins and ends, from 1.
  [[nodiscard]] std::uint32_t line_of(std::uint32_t kept_offset) const;
  // What a record at this place is called within its article: non-blank characters of the article before it.
  [[nodiscard]] std::uint32_t position(std::uint32_t place) const;

 private:
  const Article* article_ = nullptr;
  std::string_view kept_;
  std::optional<Date> issue_date_, written_;
  Folded folded_, piece_;
  ReadText read_;
  std::uint32_t title_end_ = 0;
  std::vector<std::uint32_t> paragraphs_;
  std::vector<Span> pieces_;              // of the title and the paragraphs, in the order of the kept text
  std::vector<std::uint32_t> line_ends_;  // offsets of line ends from the article's first byte on
  std::vector<std::uint32_t> places_;     // characters counted up to every 256th byte
};

}  // namespace fengbiao
