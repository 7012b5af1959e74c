#include "collect/article_of.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "bulletin/bulletin.h"
#include "collect/html_text.h"
#include "collect/web_text.h"
#include "intake/intake.h"

namespace fengbiao {
namespace {

constexpr std::size_t kWholeArticle = 200, kWholeSummary = 400;  // characters: below it may be an excerpt

// A text that its feed cut off ends so.
bool is_cut(std::string_view text) { return text.ends_with("...") || text.ends_with("\xE2\x80\xA6") || text.ends_with("[\xE2\x80\xA6]"); }

std::size_t characters(const std::vector<std::string>& paragraphs) {
  std::size_t n = 0;
  for (const std::string& p : paragraphs) n += count_code_points(p);
  return n;
}

bool is_document(std::string_view bytes) { return bytes.starts_with("%PDF-") || bytes.starts_with("PK\x03\x04"); }

// A document that is no page, read as a bulletin's lines are: headlines, paragraphs, source lines.
Result<std::vector<NewsCandidate>> articles_of_document(std::string_view bytes, std::string_view name, const Knowledge& knowledge) {
  FB_TRY(const Document document, read_document(bytes, name));
  FB_TRY(const Issue issue, read_bulletin(document, knowledge, ""));
  if (!reads_as_news(issue)) return fail(Cause::not_a_bulletin, {std::string(name)}, "it holds no article that could be read");
  std::vector<NewsCandidate> out;
  for (const Article& article : issue.articles) {
    NewsCandidate& c = out.emplace_back();
    c.title = article.title;
    c.source = article.sources.empty() ? "" : article.sources[0];
    c.date = article.date.value_or("");
    for (const Paragraph& p : article.paragraphs) c.paragraphs.push_back(p.text);
  }
  std::erase_if(out, [](const NewsCandidate& c) { return c.paragraphs.empty(); });
  if (out.empty()) return fail(Cause::not_a_bulletin, {std::string(name)}, "it holds no article that could be read");
  return out;
}

void put_over(std::string& field, const std::string& better) {
  if (!better.empty()) field = better;
}

}  // namespace

Result<ArticleReader> ArticleReader::load(const DataSet& data) {
  FB_TRY(PageReader pages, PageReader::load(data));
  FB_TRY(Knowledge bulletins, Knowledge::load(data));
  return ArticleReader{std::move(pages), std::move(bulletins)};
}

NewsCandidate article_of_item(const FeedItem& item, std::string_view feed_title) {
  NewsCandidate out{.url = item.url, .title = item.title, .author = item.author, .source = item.source, .date = item.date, .whole = false};
  if (out.source.empty()) out.source = feed_title;
  out.paragraphs = html_paragraphs(item.content);
  if (characters(out.paragraphs) >= kWholeArticle && !is_cut(out.paragraphs.back())) {
    out.whole = true;
    return out;
  }
  std::vector<std::string> summary = html_paragraphs(item.summary);
  if (characters(summary) > characters(out.paragraphs)) out.paragraphs = std::move(summary);
  out.whole = out.paragraphs.size() > 1 && characters(out.paragraphs) >= kWholeSummary && !is_cut(out.paragraphs.back());
  return out;
}

Result<std::string> read_article(const WebAnswer& answer, std::string_view address, const ArticleReader& reader, NewsCandidate& candidate) {
  if (is_document(answer.body)) {
    const std::string_view name = address.substr(std::min(address.rfind('/'), address.size() - 1) + 1);
    FB_TRY(const auto articles, articles_of_document(answer.body, name, reader.bulletins));
    candidate.paragraphs.clear();
    for (const NewsCandidate& c : articles) {
      if (articles.size() > 1 && !c.title.empty()) candidate.paragraphs.push_back(c.title);
      candidate.paragraphs.insert(candidate.paragraphs.end(), c.paragraphs.begin(), c.paragraphs.end());
    }
    if (candidate.title.empty()) candidate.title = articles[0].title;
    if (candidate.date.empty()) candidate.date = articles[0].date;
    candidate.whole = true;
    return std::string();
  }
  FB_TRY(const WebText text, web_text(answer.body, answer.content_type, address));
  FB_TRY(PageText page, reader.pages.read(text.text, address));
  if (page.paragraphs.empty())
    return fail(Cause::empty, {std::string(address)}, "the page shows no article (its text may be made by scripts)");
  put_over(candidate.title, page.title);
  put_over(candidate.author, page.author);
  put_over(candidate.source, page.source);
  put_over(candidate.date, page.date);
  std::string said = text.damaged > 0 ? fmt::format("{} characters could not be read as {}", text.damaged, text.encoding) : std::string();
  if (page.cut_off) said += (said.empty() ? "" : "; ") + std::string("the page shows only the beginning; the rest is for subscribers");
  candidate.paragraphs = std::move(page.paragraphs);
  candidate.whole = true;
  return said;
}

Result<std::vector<NewsCandidate>> articles_of_file(std::string_view bytes, std::string_view name, const ArticleReader& reader) {
  const std::string_view head = bytes.substr(0, 1'024);
  const bool html = !is_document(bytes) && (head.find("<html") != head.npos || head.find("<HTML") != head.npos ||
                                            head.find("<!DOCTYPE html") != head.npos || head.find("<!doctype html") != head.npos);
  if (!html) return articles_of_document(bytes, name, reader.bulletins);
  std::vector<NewsCandidate> out(1);
  FB_CHECK(read_article({.status = 200, .body = std::string(bytes)}, name, reader, out[0]));
  return out;
}

}  // namespace fengbiao
