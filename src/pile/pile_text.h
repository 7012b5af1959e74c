// A text of the pile as this room knows it: something that was fetched or sent in and may become an article, or an article that an earlier
// issue has printed.
//
//   PileText text{.id = "c1", .title = "…", .sources = {"…"}, .date = "2023-03-01", .paragraphs = {"…", "…"}};
//   PileArticle article(text);        // the same as an Article over one kept text, as the readers of records want it
//
// Plain records. Tested by pile_text_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/issue.h"

namespace fengbiao {

struct PileText {
  std::string id{};
  std::string title{};
  std::vector<std::string> sources{};  // who printed it; empty: not told
  bool compiled = false;               // written by the bulletin's own desk
  std::string date{};                  // YYYY-MM-DD; empty: not told
  std::vector<std::string> paragraphs{};
};

// Of an article whose texts are filled.
PileText pile_text(const Article& article);

class PileArticle {
 public:
  explicit PileArticle(const PileText& text);
  [[nodiscard]] const Article& article() const { return article_; }
  [[nodiscard]] std::string_view kept() const { return kept_; }
  // Where a place of kept() stands: the paragraph (0: the title, 1: the first one), and from where in it.
  struct Place {
    std::size_t paragraph = 0;
    std::uint32_t at = 0;
  };
  [[nodiscard]] Place place(std::uint32_t kept_offset) const;

 private:
  std::string kept_;
  Article article_;
  std::vector<std::uint32_t> begins_;  // of the title and each paragraph
};

}  // namespace fengbiao
