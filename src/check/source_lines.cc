#include "check/source_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "text/characters.h"
#include "text/fold.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::string_view kFile = "check/source_lines.yaml";
constexpr std::size_t kFewest = 3;   // lines among which a habit is told
constexpr double kMost = 0.6;        // share of lines that makes a habit of 编选
constexpr double kNearlyAll = 0.75;  // and of dates, their form, lines of their own, lines at all
constexpr std::size_t kMissing = 2;  // articles of a section without a line, or so few of them
constexpr double kAlmostAll = 0.9;
constexpr double kQuotes = 0.8;  // and of quotes

// Whether `n` of `all` make a habit.
bool habit(std::size_t n, std::size_t all, double share) {
  return n >= kFewest && static_cast<double>(n) >= share * static_cast<double>(all);
}

bool outside_piece(const Article& article) { return !article.compiled && !article.sources.empty(); }

// The last words of an article's text, of which there are some.
Span last_words(const Article& article, std::string_view kept) {
  const Span last = article.paragraphs.back().pieces.back();
  std::uint32_t begin = last.end;
  for (std::uint32_t size = 0; begin > last.begin; begin -= size) {
    const std::uint32_t c = Characters::unit_before(kept.substr(0, last.end), begin, size);
    if (begin < last.end && last.end - begin > 6 && (is_comma(c) || is_stop(c))) break;
  }
  return {begin, last.end};
}

}  // namespace

Result<SourceLineCheck> SourceLineCheck::load(const DataSet& data, RuleBook& book) {
  SourceLineCheck out;
  FB_TRY(const DataSet::File* file, data.find(kFile));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"date_forms", "quoted"}));
  FB_TRY(const auto items, pack["date_forms"].items());
  std::vector<Pattern> forms;
  for (const PackNode& item : items) {
    FB_CHECK(item.only_keys({"form", "pattern"}));
    FB_TRY(std::string name, item["form"].text());
    FB_TRY(const std::string expression, item["pattern"].text());
    FB_TRY(Pattern pattern, Pattern::make(std::move(name), "", expression, item["pattern"].place()));
    forms.push_back(std::move(pattern));
  }
  out.forms_ = std::make_shared<const std::vector<Pattern>>(std::move(forms));
  FB_TRY(const std::string expression, pack["quoted"].text());
  FB_TRY(Pattern quoted, Pattern::make("quoted", "", expression, pack["quoted"].place()));
  out.quoted_ = std::make_shared<const Pattern>(std::move(quoted));
  FB_TRY(out.selector_, book.rule("source-without-selector"));
  FB_TRY(out.missing_, book.rule("no-source-line"));
  FB_TRY(out.on_text_line_, book.rule("source-on-text-line"));
  FB_TRY(out.date_, book.rule("source-without-date"));
  FB_TRY(out.form_, book.rule("source-date-form"));
  FB_TRY(out.quotes_, book.rule("source-without-quotes"));
  return out;
}

SourceLineCheck::Line SourceLineCheck::read(const Article& article, std::string_view kept) const {
  Line line{.article = &article, .span = {article.source_pieces.front().begin, article.source_pieces.back().end}, .text = {}};
  line.text = folded(join_pieces(kept, article.source_pieces));
  for (std::size_t i = 0; i < forms_->size() && line.form == 0; ++i)
    if ((*forms_)[i].find(line.text)) line.form = i + 1;
  line.quoted = quoted_->find(line.text).has_value();
  if (!article.paragraphs.empty() && !article.paragraphs.back().pieces.empty()) {
    const Span last = article.paragraphs.back().pieces.back();
    line.on_text_line = last.end <= line.span.begin && slice(kept, {last.end, line.span.begin}).find('\n') == std::string_view::npos;
  }
  return line;
}

void SourceLineCheck::check(const IssueSubject& subject, Report& report) const {
  std::vector<Line> lines;
  for (const Article& article : subject.issue.articles)
    if (!article.source_pieces.empty()) lines.push_back(read(article, subject.kept));
  if (lines.size() < kFewest) return;

  std::size_t outside = 0, selected = 0, dated = 0, alone = 0, quoted = 0;
  std::map<std::size_t, std::size_t> forms;
  for (const Line& line : lines) {
    if (outside_piece(*line.article)) ++outside, selected += line.article->selected_by.has_value(), quoted += line.quoted;
    dated += line.form > 0;
    if (line.form > 0) ++forms[line.form];
    alone += !line.on_text_line;
  }
  std::size_t form = 0;
  for (const auto& [which, n] : forms)
    if (habit(n, dated, kNearlyAll)) form = which;

  const auto flag = [&](const CheckRule* rule, const Line& line, Span quote, Values values = {}) {
    report.flag({.rule = rule, .at = {.article = line.article->n, .span = line.span, .quote = quote}, .values = std::move(values)});
  };
  for (const Line& line : lines) {
    const Article& article = *line.article;
    if (outside_piece(article) && !article.selected_by && habit(selected, outside, kMost))
      flag(selector_, line, line.span, {{"with", fmt::format("{}", selected)}, {"without", fmt::format("{}", outside - selected)}});
    if (line.form == 0 && habit(dated, lines.size(), kNearlyAll)) flag(date_, line, line.span);
    if (line.form != 0 && form != 0 && line.form != form) flag(form_, line, line.span, {{"form", (*forms_)[form - 1].name()}});
    if (outside_piece(article) && !line.quoted && habit(quoted, outside, kQuotes)) flag(quotes_, line, line.span);
    if (line.on_text_line && habit(alone, lines.size(), kNearlyAll))
      flag(on_text_line_, line, {last_words(article, subject.kept).begin, line.span.end});
  }
  missing(subject, report);
}

void SourceLineCheck::missing(const IssueSubject& subject, Report& report) const {
  std::map<std::string_view, std::pair<std::size_t, std::size_t>> sections;  // articles with a line, all
  for (const Article& article : subject.issue.articles) {
    auto& [with, all] = sections[article.section];
    with += !article.source_pieces.empty();
    ++all;
  }
  for (const Article& article : subject.issue.articles) {
    const auto& [with, all] = sections[article.section];
    if (!article.source_pieces.empty() || article.paragraphs.empty() || article.paragraphs.back().pieces.empty()) continue;
    if (!habit(with, all - 1, kNearlyAll) || (all - with > kMissing && !habit(with, all, kAlmostAll))) continue;
    // The last words of the text are where the line is missing.
    const Span last = last_words(article, subject.kept);
    report.flag({.rule = missing_, .at = {.article = article.n, .span = last, .quote = last}});
  }
}

}  // namespace fengbiao
