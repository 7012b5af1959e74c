// What holds for every Document whatever the input: valid UTF-8 without \r, lines in order that cover the text and nothing
// else, pages in order, measures finite, and the same again from the kept text and layout.
#pragma once

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"
#include "intake/intake.h"
#include "intake/layout.h"

namespace fengbiao {

inline void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

inline void check_document(const Result<Document>& result) {
  if (!result) {
    demand(!result.error().what.empty(), "an error has words");
    demand(!first_malformed(result.error().message()), "the words are UTF-8");
    return;
  }
  const Document& document = *result;
  demand(!first_malformed(document.text), "the text is UTF-8");
  demand(document.text.find('\r') == std::string::npos && document.text.find('\0') == std::string::npos, "no \\r, no NUL");
  std::size_t at = 0;
  std::uint32_t page = 0;
  for (const Line& line : document.lines) {
    demand(line.span.begin == at && line.span.begin <= line.span.end && line.span.end <= document.text.size(), "lines lie in order");
    demand(slice(document.text, line.span).find('\n') == std::string_view::npos, "a line is one line");
    at = line.span.end;
    if (at < document.text.size()) demand(document.text[at++] == '\n', "lines end with \\n");
    demand(line.page >= page && line.page <= document.pages, "pages are in order");
    page = line.page;
    demand(line.level <= 6, "levels are 0..6");
    for (const float measure : {line.indent, line.gap, line.size, line.right})
      demand(std::isfinite(measure) && measure >= 0, "measures are finite");
  }
  demand(at == document.text.size(), "lines cover the text");
  Document again = document_from_text(document.text, document.file);
  const std::string layout = layout_json(document);
  demand(apply_layout(again, layout).has_value(), "the layout fits the text");
  demand(layout_json(again) == layout, "the layout reads back the same");
}

}  // namespace fengbiao
