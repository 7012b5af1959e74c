// A text as one article, for tests: its first line is the title, every further line that is not blank a paragraph; a line that begins
// with a blank goes on with the one before it.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "model/issue.h"
#include "text/chars.h"

namespace fengbiao {

inline Article article_of(std::string_view kept, std::optional<std::string> date) {
  Article article;
  article.id = "case";
  article.n = 1;
  article.date = std::move(date);
  article.line_start = 1;
  std::uint32_t line = 0;
  for (std::size_t at = 0; at < kept.size();) {
    const std::size_t end = std::min(kept.find('\n', at), kept.size());
    const Span words = trim(kept, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    ++line;
    if (!words.empty()) {
      article.line_end = line;
      if (kept[at] == ' ' && !article.title_pieces.empty()) {
        (article.paragraphs.empty() ? article.title_pieces : article.paragraphs.back().pieces).push_back(words);
      } else if (article.title_pieces.empty()) {
        article.title_pieces.push_back(words);
        article.line_start = line;
      } else {
        article.paragraphs.push_back({{words}, {}, false});
      }
    }
    at = end + 1;
  }
  fill_texts(article, kept);
  return article;
}

}  // namespace fengbiao
