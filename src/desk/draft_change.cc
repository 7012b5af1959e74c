#include "desk/draft_change.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "collect/collect_book.h"
#include "desk/from_archive.h"
#include "desk/issue_edits.h"
#include "engine/candidate_pile.h"

namespace fengbiao {
namespace {

struct Changing {
  DeskBook& book;
  const std::filesystem::path& archive;
  const std::string& issue;
  const DraftChange& change;
  const ReadOptions& options;

  [[nodiscard]] DeskAct act(std::string what) const { return {change.by, std::move(what), change.at}; }
};

Result<void> set_fields(const DraftChange& change, IssueSource& source, SourceArticle* article) {
  for (const auto& [name, value] : change.set)
    if (auto done = article ? set_article_field(*article, name, value) : set_issue_field(source, name, value); !done)
      return fail(done.error().cause, {"set"}, done.error().what, done.error().advice);
  return {};
}

Result<IssueSource> beginning(const Changing& of) {
  if (!of.change.from.empty()) {
    FB_TRY(Archive archive, Archive::open(of.archive, OpenMode::read));
    FB_TRY(const StoredIssue stored, archive.issue(of.change.from));
    FB_TRY(const std::string text, archive.text_of(stored.key));
    return source_of_issue(stored, text);
  }
  if (of.change.text) return parse_issue_source(*of.change.text, of.change.text_place);
  return IssueSource{};
}

// What was fetched, in the column named or else the proposed one.
Result<SourceSection> candidate_column(const Changing& of) {
  FB_TRY(CollectBook collected, CollectBook::open(of.archive, OpenMode::read));
  FB_TRY(auto candidates, collected.candidates());
  std::erase_if(candidates, [&](const NewsCandidate& c) { return c.id != of.change.candidate; });
  if (candidates.empty())
    return fail(Cause::not_found, {of.archive.string(), 0, 0}, fmt::format("no candidate '{}'", of.change.candidate),
                "`fengbiao candidates` lists them");
  SourceSection column{of.change.section, {source_of_candidate(candidates.front())}};
  if (!column.name.empty()) return column;
  FB_TRY(Archive archive, Archive::open(of.archive, OpenMode::read));
  FB_TRY(const CandidatePile pile, sort_candidates(archive, std::move(candidates), of.options, {.threads = of.options.threads}));
  if (const auto& proposed = pile.sorted.front().column.columns; !proposed.empty()) column.name = proposed.front().label;
  return column;
}

Result<std::vector<SourceSection>> what_is_added(const Changing& of) {
  const DraftChange& change = of.change;
  if (!change.article.empty()) {
    FB_TRY(Archive archive, Archive::open(of.archive, OpenMode::read));
    FB_TRY(const auto found, archive.article(change.article));
    return std::vector{SourceSection{change.section.empty() ? found.article.section : change.section, {source_of_article(found.article)}}};
  }
  if (!change.candidate.empty()) {
    FB_TRY(SourceSection column, candidate_column(of));
    return std::vector{std::move(column)};
  }
  if (!change.text) return fail(Cause::invalid_argument, {}, "add takes an article, a candidate or a text");
  FB_TRY(auto columns, parse_articles(*change.text, change.text_place));
  if (!change.section.empty())
    for (SourceSection& column : columns) column.name = change.section;
  return columns;
}

Result<void> add(const Changing& of, IssueSource& source) {
  FB_TRY(auto columns, what_is_added(of));
  const std::size_t place = of.change.place;
  for (SourceSection& column : columns)
    for (std::size_t i = 0; i < column.articles.size(); ++i)
      FB_CHECK(add_article(source, column.name, place == 0 ? 0 : place + i, std::move(column.articles[i])));
  return {};
}

Result<void> edit(const DraftChange& change, IssueSource& source) {
  SourceArticle* article = change.n > 0 ? source.article(change.n) : nullptr;
  if (change.n > 0 && !article)
    return fail(Cause::not_found, {}, fmt::format("there is no article {}; the issue has {}", change.n, source.articles()));
  if (change.text && article) {
    FB_TRY(auto columns, parse_articles(*change.text, change.text_place));
    if (columns.size() != 1 || columns.front().articles.size() != 1)
      return fail(Cause::invalid_argument, {change.text_place}, "expected one article, from its headline on");
    *article = std::move(columns.front().articles.front());
  } else if (change.text) {
    FB_TRY(source, parse_issue_source(*change.text, change.text_place));
  }
  return set_fields(change, source, article);
}

Result<void> apply(const Changing& of, IssueSource& source) {
  const DraftChange& change = of.change;
  if (change.op == "add") return add(of, source);
  if (change.op == "edit") return edit(change, source);
  if (change.op == "remove") {
    FB_CHECK(remove_article(source, change.n));
    return {};
  }
  FB_CHECK(move_article(source, change.n, change.section, change.place));
  return {};
}

}  // namespace

Result<ChangedDraft> change_draft(DeskBook& book, const std::filesystem::path& archive, const std::string& issue, const DraftChange& change,
                                  const ReadOptions& options) {
  const Changing of{book, archive, issue, change, options};
  constexpr std::array<std::string_view, 6> kOps{"new", "add", "remove", "move", "edit", "undo"};
  if (std::ranges::find(kOps, change.op) == kOps.end())
    return fail(Cause::invalid_argument, {"op"}, fmt::format("there is no operation \"{}\"", change.op));
  ChangedDraft out;
  if (change.op == "new") {
    FB_TRY(IssueSource source, beginning(of));
    FB_CHECK(set_fields(change, source, nullptr));
    FB_TRY(out.version, book.put(issue, source, 0, of.act("new")));
    out.articles = source.articles();
    return out;
  }
  FB_TRY(DraftVersion draft, book.draft(issue));
  const std::int64_t after = change.after.value_or(draft.version);
  if (change.op == "undo") {
    FB_TRY(out.version, book.undo(issue, after, of.act("undo")));
    FB_TRY(const IssueSource source, parse_issue_source(out.version.text, issue));
    out.articles = source.articles();
    return out;
  }
  if (after != draft.version) return DeskBook::overtaken(issue);
  FB_TRY(IssueSource source, parse_issue_source(draft.text, issue));
  FB_CHECK(apply(of, source));
  out.articles = source.articles();
  if (write_issue_source(source) == draft.text) {
    out.changed = false;
    out.version = std::move(draft);
    return out;
  }
  FB_TRY(out.version, book.put(issue, source, after, of.act(change.n > 0 ? fmt::format("{} {}", change.op, change.n) : change.op)));
  return out;
}

}  // namespace fengbiao
