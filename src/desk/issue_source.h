// The source of an issue: one readable text that people write and keep under version control, and that every printed form is made from.
//
//   ---
//   name: 风标电商观察
//   year: 2023
//   number: 6
//   ---
//
//   # 政策法规
//
//   ## 《某办法》5月1日起施行
//   sources: 商贸在线
//   selected_by: 风标电商观察编辑部
//   date: 2023-03-14
//
//   一段一行，段与段之间空一行。
//
// The front matter is YAML; the lines directly below a headline are the fields of the article record; "### " is a sub-heading. A line that
// would be taken for something else is written with a backslash before it. Runs of blanks count as one. What was parsed and is written is
// parsed the same again. Nothing is judged here: desk_check.h does that. docs/desk.md describes the format. Tested by
// issue_source_test.cc and tests/fuzz/fuzz_issue_source.cc.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fengbiao {

struct SourceParagraph {
  std::string text;
  bool heading = false;
  friend bool operator==(const SourceParagraph&, const SourceParagraph&) = default;
};

struct SourceArticle {
  std::string title{};
  std::vector<std::string> sources{};  // names without quotes
  bool compiled = false;               // by the bulletin's own desk
  std::string selected_by{}, date{};   // empty: none
  std::string author_note{};           // without its brackets
  std::string cover{};                 // picture of a book's cover: a path beside the source
  std::vector<SourceParagraph> paragraphs{};
  friend bool operator==(const SourceArticle&, const SourceArticle&) = default;
};

struct SourceSection {
  std::string name;  // empty: before the first column
  std::vector<SourceArticle> articles;
  friend bool operator==(const SourceSection&, const SourceSection&) = default;
};

struct IssueSource {
  std::string name;  // of the bulletin
  std::optional<int> year, number, total;
  std::string date;  // ISO; empty: none
  std::string publisher;
  std::vector<std::string> editors;
  std::vector<std::string> imprint;      // lines at the end
  std::vector<std::string> corrections;  // notices of what an earlier edition had wrong
  std::vector<SourceSection> sections;

  [[nodiscard]] std::size_t articles() const;
  // By the number in printed order, from 1; nothing where there is none.
  [[nodiscard]] SourceArticle* article(std::size_t n);
  friend bool operator==(const IssueSource&, const IssueSource&) = default;
};

// `place`: the file, for messages. Fails with malformed, not_text, invalid_argument, always with the line.
Result<IssueSource> parse_issue_source(std::string_view text, const std::string& place);
// Articles alone, without front matter: what is put into an issue.
Result<std::vector<SourceSection>> parse_articles(std::string_view text, const std::string& place);
std::string write_issue_source(const IssueSource& source);
// One article as it stands there, from "## " on.
std::string write_article_source(const SourceArticle& article);

// One field by its name, as the source writes it. Fails with invalid_argument.
Result<void> set_article_field(SourceArticle& article, std::string_view name, std::string_view value);
Result<void> set_issue_field(IssueSource& source, std::string_view name, std::string_view value);

// Runs of blanks as one, none at the ends; what has no width is dropped.
std::string squeezed_blanks(std::string_view text);

}  // namespace fengbiao
