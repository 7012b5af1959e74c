// The main text of a page: its article with title, author, source, date and paragraphs, without navigation, advertisements, comments,
// related links, share bars.
//
//   FB_TRY(const PageReader reader, PageReader::load(data));
//   FB_TRY(const PageText text, reader.read(utf8, "https://a.example/1.html"));      text.title, text.paragraphs
//
// The page becomes blocks (page_blocks.h); the line that the page's own title repeats is its head; the element below it whose own blocks
// read most like prose is taken, widened where an article is set in parts, and what stands inside it without belonging to it is dropped by
// rules with names (data/collect/page.yaml). Metadata is believed where the page shows the same, and only there where it can. The method is
// that of Readability and of text density (Sun, Song, Liao 2011) with the habits of Chinese news pages as data; no scripts are run, so that
// a page which is only a script has no text. Tested by tests/sets/pages.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/data_set.h"

namespace fengbiao {

struct PageText {
  std::string title, author, source;
  std::string date;  // YYYY-MM-DD
  std::vector<std::string> paragraphs;
  std::vector<std::string> because;  // "date: meta article:published_time", a line a field
  bool cut_off = false;              // the page itself says that the rest is for subscribers
};

struct PageWords;

class PageReader {
 public:
  static Result<PageReader> load(const DataSet& data);
  // Fails as HtmlTree::parse does. A page without an article gives no paragraphs.
  [[nodiscard]] Result<PageText> read(std::string_view html, std::string_view address) const;

 private:
  std::shared_ptr<const PageWords> words_;
};

}  // namespace fengbiao
