#include "desk/issue_edits.h"

#include <fmt/format.h>

#include <algorithm>

namespace fengbiao {
namespace {

struct At {
  std::size_t section = 0, article = 0;
};

Result<At> find(const IssueSource& source, std::size_t n) {
  const std::size_t all = source.articles();
  if (n < 1 || n > all) return fail(Cause::not_found, {}, fmt::format("there is no article {}; the issue has {}", n, all));
  At at;
  for (--n; n >= source.sections[at.section].articles.size(); ++at.section) n -= source.sections[at.section].articles.size();
  at.article = n;
  return at;
}

std::size_t put(IssueSource& source, const std::string& section, std::size_t at, SourceArticle article) {
  auto column = std::ranges::find(source.sections, section, &SourceSection::name);
  if (column == source.sections.end()) column = source.sections.insert(source.sections.end(), SourceSection{section, {}});
  auto& articles = column->articles;
  const std::size_t place = at == 0 ? articles.size() : std::min(at - 1, articles.size());
  articles.insert(articles.begin() + static_cast<std::ptrdiff_t>(place), std::move(article));
  std::size_t n = place + 1;
  for (auto before = source.sections.begin(); before != column; ++before) n += before->articles.size();
  return n;
}

SourceArticle take(IssueSource& source, At at, bool keep_column) {
  auto& articles = source.sections[at.section].articles;
  SourceArticle out = std::move(articles[at.article]);
  articles.erase(articles.begin() + static_cast<std::ptrdiff_t>(at.article));
  if (articles.empty() && !keep_column) source.sections.erase(source.sections.begin() + static_cast<std::ptrdiff_t>(at.section));
  return out;
}

}  // namespace

Result<std::size_t> add_article(IssueSource& source, const std::string& section, std::size_t at, SourceArticle article) {
  for (std::size_t n = 1; const SourceArticle* there = source.article(n); ++n)
    if (there->title == article.title)
      return fail(Cause::conflict, {}, fmt::format("article {} has this headline already: {}", n, article.title));
  return put(source, section, at, std::move(article));
}

Result<SourceArticle> remove_article(IssueSource& source, std::size_t n) {
  FB_TRY(const At at, find(source, n));
  return take(source, at, false);
}

Result<std::size_t> move_article(IssueSource& source, std::size_t n, std::string section, std::size_t at) {
  FB_TRY(const At from, find(source, n));
  const std::string old = source.sections[from.section].name;
  if (section.empty()) section = old;
  SourceArticle article = take(source, from, section == old);
  return put(source, section, at, std::move(article));
}

}  // namespace fengbiao
