#include "engine/archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/line_diff.h"
#include "intake/layout.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::size_t kCandidatesShown = 5;

Error not_found(std::string_view kind, std::string_view reference, std::string advice) {
  return {Cause::not_found, {}, fmt::format("no {} '{}' in the archive", kind, reference), std::move(advice)};
}

}  // namespace

Result<Archive> Archive::open(const std::filesystem::path& path, OpenMode mode, const ArchiveOptions& options) {
  FB_TRY(ArchiveFile file, ArchiveFile::open(path, mode, options));
  return Archive(std::move(file));
}

Result<std::vector<IssueRow>> Archive::issues(bool with_history) { return file_.issues(with_history); }
Result<std::vector<ArticleRow>> Archive::articles(const ArticleFilter& filter) {
  if (!filter.title_contains) return file_.articles(filter);
  // The store compares bytes; a person who types half-width digits means the full-width ones too.
  ArticleFilter others = filter;
  others.title_contains.reset();
  others.limit = 0;
  FB_TRY(auto rows, file_.articles(others));
  const auto form = [](std::string_view words) {
    std::string key = squeezed(words);
    for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return key;
  };
  const std::string wanted = form(*filter.title_contains);
  std::erase_if(rows, [&](const ArticleRow& row) { return form(row.title).find(wanted) == std::string::npos; });
  if (filter.limit > 0 && rows.size() > filter.limit) rows.resize(filter.limit);
  return rows;
}

Result<StoredIssue> Archive::issue(std::string_view reference, int version) {
  FB_TRY(const auto rows, file_.issues());
  const std::string key = squeezed(reference);  // full-width digits are digits
  std::vector<const IssueRow*> found;
  for (const IssueRow& row : rows)
    if (row.key == reference) found = {&row};
  if (found.empty() && !key.empty())
    for (const IssueRow& row : rows) {
      const bool numbered = row.year > 0 && row.number > 0 && reference == fmt::format("{}-{:02}", row.year, row.number);
      if (numbered || row.file == reference || row.key.starts_with(reference) || row.key.starts_with(key)) found.push_back(&row);
    }
  if (found.empty()) return std::unexpected(not_found("issue", reference, "`issues` lists them"));
  if (found.size() > 1) {
    std::string names;
    for (std::size_t i = 0; i < std::min(found.size(), kCandidatesShown); ++i) names += (i ? ", " : "") + found[i]->key;
    if (found.size() > kCandidatesShown) names += ", ...";
    return fail(Cause::conflict, {}, fmt::format("'{}' may be {} issues: {}", reference, found.size(), names), "give more of the name");
  }
  FB_TRY(StoredIssue stored, file_.issue(found[0]->key, version));
  FB_TRY(const std::string text, file_.text_of(found[0]->key, version));
  for (Article& a : stored.issue.articles) fill_texts(a, text);
  return stored;
}

Result<ArticleView> Archive::article(std::string_view reference) {
  // ISSUE/N names an article by its place; everything else is looked up among ids and headlines.
  std::string issue_key;
  std::uint32_t n = 0;
  if (const std::size_t slash = reference.rfind('/'); slash != reference.npos) {
    const std::string digits = squeezed(reference.substr(slash + 1));
    const auto [end, ec] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
    if (ec != std::errc() || end != digits.data() + digits.size()) n = 0;
    if (n > 0) {
      FB_TRY(const StoredIssue stored, issue(reference.substr(0, slash)));
      issue_key = stored.key;
      if (n > stored.issue.articles.size())
        return std::unexpected(not_found("article", reference, fmt::format("{} has {} articles", issue_key, stored.issue.articles.size())));
    }
  }
  if (n == 0) {
    FB_TRY(const auto rows, file_.articles({}));
    std::vector<const ArticleRow*> found;
    for (const ArticleRow& row : rows)
      if (row.id == reference) found = {&row};
    if (found.empty() && reference.size() >= 4)
      for (const ArticleRow& row : rows)
        if (row.id.starts_with(reference)) found.push_back(&row);
    if (found.empty()) {
      const std::string key = squeezed(reference);
      for (const ArticleRow& row : rows)
        if (!key.empty() && squeezed(row.title).find(key) != std::string::npos) found.push_back(&row);
    }
    if (found.empty())
      return std::unexpected(not_found("article", reference, "`articles` lists them; an id, ISSUE/N or a part of a headline names one"));
    if (found.size() > 1) {
      std::string names;
      for (std::size_t i = 0; i < std::min(found.size(), kCandidatesShown); ++i)
        names += fmt::format("{}{} {}", i ? "; " : "", found[i]->id, found[i]->title);
      if (found.size() > kCandidatesShown) names += "; ...";
      return fail(Cause::conflict, {}, fmt::format("'{}' may be {} articles: {}", reference, found.size(), names), "give the id");
    }
    issue_key = found[0]->issue;
    n = found[0]->n;
  }
  FB_TRY(StoredIssue stored, file_.issue(issue_key));
  FB_TRY(const std::string text, file_.text_of(issue_key));
  ArticleView view;
  view.article = stored.issue.articles.at(n - 1);
  fill_texts(view.article, text);
  view.issue = stored.key;
  view.file = stored.document.file;
  view.masthead = stored.issue.masthead;
  view.document = stored.document;
  FB_TRY(const std::string layout, file_.layout_of(issue_key));
  Document document = document_from_text(text, stored.document.file);
  FB_CHECK(apply_layout(document, layout));
  for (std::uint32_t line = view.article.line_start; line <= view.article.line_end && line <= document.lines.size(); ++line) {
    view.printed_lines.emplace_back(document.line(line - 1));
    view.pages.push_back(document.lines[line - 1].page);
  }
  return view;
}

Result<std::string> Archive::text_of(std::string_view issue_key, int version) { return file_.text_of(issue_key, version); }

Result<void> Archive::for_each_issue(const std::function<Result<void>(const StoredIssue&, std::string_view)>& visit) {
  FB_TRY(const auto rows, file_.issues());
  for (const IssueRow& row : rows) {
    FB_TRY(StoredIssue stored, file_.issue(row.key));
    FB_TRY(const std::string text, file_.text_of(row.key));
    for (Article& a : stored.issue.articles) fill_texts(a, text);
    FB_CHECK(visit(stored, text));
  }
  return {};
}

Result<std::vector<ArchiveFile::Trouble>> Archive::verify(const std::function<void(std::size_t, std::size_t)>& progress) {
  return file_.verify(progress);
}

Result<StoredIssue> Archive::remove(std::string_view issue_reference, bool dry_run) {
  FB_TRY(StoredIssue stored, issue(issue_reference));
  if (dry_run) return stored;
  FB_CHECK(file_.begin());
  if (auto removed = file_.remove(stored.key); !removed) {
    file_.rollback();
    return std::unexpected(removed.error());
  }
  FB_CHECK(file_.commit());
  return stored;
}

Result<void> Archive::backup(const std::filesystem::path& target) { return file_.backup(target); }

Result<std::string> Archive::diff(std::string_view issue_reference, int from_version, int to_version) {
  FB_TRY(const StoredIssue to, issue(issue_reference, to_version));
  FB_TRY(const StoredIssue from, issue(to.key, from_version));
  FB_TRY(const std::string before, file_.text_of(to.key, from.version));
  FB_TRY(const std::string after, file_.text_of(to.key, to.version));
  return line_diff(before, after, fmt::format("{} version {}", to.key, from.version), fmt::format("{} version {}", to.key, to.version));
}

}  // namespace fengbiao
