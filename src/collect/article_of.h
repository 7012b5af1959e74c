// How what was fetched becomes a candidate: an item of a feed that carries its whole article, a page, a PDF or DOCX that a feed points to,
// a file of a watched folder. Tested through tests/e2e/collect.py.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "bulletin/profile.h"
#include "collect/candidate.h"
#include "collect/feed.h"
#include "collect/page_text.h"
#include "collect/web.h"

namespace fengbiao {

struct ArticleReader {
  PageReader pages;
  Knowledge bulletins;  // for documents that are no pages
  static Result<ArticleReader> load(const DataSet& data);
};

// With what the feed itself gives. `whole` where it carries the article and no excerpt of it.
NewsCandidate article_of_item(const FeedItem& item, std::string_view feed_title);

// Puts what the page or document says over what the feed gave, and tells what is worth saying of it. Fails where it cannot be read or has
// no text; the candidate is as it was then.
Result<std::string> read_article(const WebAnswer& answer, std::string_view address, const ArticleReader& reader, NewsCandidate& candidate);

// Each article of a text, PDF, HTML or DOCX file.
Result<std::vector<NewsCandidate>> articles_of_file(std::string_view bytes, std::string_view name, const ArticleReader& reader);

}  // namespace fengbiao
