// A small article for tests of this room: title and paragraphs one a line, kept and printed alike.
#pragma once

#include <string>

#include "model/issue.h"

namespace fengbiao {

struct SampleIssue {
  std::string kept;
  Issue issue;

  // Lines: the first is the title, the others paragraphs.
  explicit SampleIssue(std::string text) : kept(std::move(text)) {
    issue.key = "2022-12-05";
    issue.file = "sample.txt";
    Article& article = issue.articles.emplace_back();
    article.n = 1;
    article.id = "2022-12-05-a";
    for (std::uint32_t begin = 0; begin < kept.size();) {
      const auto end = static_cast<std::uint32_t>(std::min(kept.find('\n', begin), kept.size()));
      if (article.title_pieces.empty()) article.title_pieces = {{begin, end}};
      else article.paragraphs.push_back({{{begin, end}}, "", false});
      begin = end + 1;
    }
    fill_texts(article, kept);
  }
};

}  // namespace fengbiao
