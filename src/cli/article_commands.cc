// show: one article, with the printed lines and what each was read as.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "base/json.h"
#include "base/printable.h"
#include "cli/commands.h"
#include "model/issue_json.h"

namespace fengbiao {
namespace {

std::string span_of(std::string_view one, std::string_view many, std::uint32_t from, std::uint32_t to) {
  return from == to ? fmt::format("{} {}", one, from) : fmt::format("{} {}-{}", many, from, to);
}

std::string origin(const ArticleView& view) {
  std::string out = fmt::format("{}, {}", view.file, span_of("line", "lines", view.article.line_start, view.article.line_end));
  const auto page = [](std::uint32_t p) { return p > 0; };
  const auto first = std::ranges::find_if(view.pages, page);
  if (first != view.pages.end())
    out += ", " + span_of("page", "pages", *first, *std::find_if(view.pages.rbegin(), view.pages.rend(), page));
  return out;
}

// The fields in the order a reader wants them; empty values are left out.
std::vector<std::pair<std::string, std::string>> fields(const ArticleView& view) {
  const Article& a = view.article;
  std::string issue = view.issue;
  if (view.masthead.name) issue += ", " + *view.masthead.name;
  std::vector<std::pair<std::string, std::string>> out{
      {"id", a.id},
      {"printed", origin(view)},
      {"issue", fmt::format("{}, article {}", issue, a.n)},
      {"section", a.section},
      {"sources", fmt::format("{}", fmt::join(a.sources, ", ")) + (a.compiled ? " (compiled by the bulletin's own desk)" : "")},
      {"selected by", a.selected_by.value_or("")},
      {"date", a.date.value_or("")},
      {"author", a.author_note.value_or("")},
  };
  std::erase_if(out, [](const auto& field) { return field.second.empty(); });
  return out;
}

// What each printed line was read as, by line number: "paragraph 2, source line".
std::map<std::uint32_t, std::string> readings(const StoredIssue& stored, const Article& article) {
  std::map<std::uint32_t, std::string> out;
  for (const Zone& zone : stored.issue.zones) {
    if (zone.line < article.line_start || zone.line > article.line_end) continue;
    std::string name(name_of(zone.kind));
    std::ranges::replace(name, '_', ' ');
    if (zone.kind == ZoneKind::paragraph) {
      const auto holds = [&](const Paragraph& p) {
        return std::ranges::any_of(p.pieces, [&](const Span& s) { return s.begin < zone.span.end && zone.span.begin < s.end; });
      };
      const auto it = std::ranges::find_if(article.paragraphs, holds);
      if (it != article.paragraphs.end()) {
        name = fmt::format("{} {}", it->heading ? "heading" : "paragraph", it - article.paragraphs.begin() + 1);
      }
    }
    std::string& text = out[zone.line];
    if (text.ends_with(name)) continue;
    text += (text.empty() ? "" : ", ") + name;
  }
  return out;
}

std::string show_text(const ArticleView& view) {
  std::string out = view.article.title + "\n\n";
  for (const auto& [name, value] : fields(view)) out += fmt::format("  {:<11}  {}\n", name, value);
  for (const Paragraph& paragraph : view.article.paragraphs) out += "\n" + paragraph.text + "\n";
  return out;
}

std::string show_lines(const ArticleView& view, const std::map<std::uint32_t, std::string>& read_as) {
  std::size_t left = 0, place = 0;
  for (const auto& [line, name] : read_as) left = std::max(left, name.size());
  const std::string file = printable(view.file);
  const auto place_of = [&](std::size_t i) { return fmt::format("{}:{}", file, view.article.line_start + i); };
  if (!view.printed_lines.empty()) place = display_width(place_of(view.printed_lines.size() - 1));
  std::string out, before;
  for (std::size_t i = 0; i < view.printed_lines.size(); ++i) {
    const auto it = read_as.find(view.article.line_start + static_cast<std::uint32_t>(i));
    const std::string name = it == read_as.end() ? "" : it->second;
    out += fmt::format("{:<{}}  {}| {}\n", name == before ? "" : name, left, pad(place_of(i), place), view.printed_lines[i]);
    if (!name.empty()) before = name;
  }
  return out;
}

std::string show_json(const ArticleView& view, const std::map<std::uint32_t, std::string>* read_as) {
  JsonWriter w;
  w.open('{');
  w.key("article");
  write_article_json(w, view.article, view.file, view.issue);
  w.key("document");
  w.open('{');
  w.field("file", view.document.file);
  w.field("media_type", view.document.media_type);
  w.field("encoding", view.document.encoding);
  w.field("bytes", view.document.bytes);
  w.field("hash", view.document.hash);
  w.field("pages", view.document.pages);
  w.close('}');
  w.key("masthead");
  w.open('{');
  w.field("name", view.masthead.name);
  w.field("year", view.masthead.year);
  w.field("number", view.masthead.number);
  w.field("total", view.masthead.total);
  w.field("date", view.masthead.date);
  w.field("publisher", view.masthead.publisher);
  w.close('}');
  if (read_as) {
    w.key("lines");
    w.open('[');
    for (std::size_t i = 0; i < view.printed_lines.size(); ++i) {
      const std::uint32_t line = view.article.line_start + static_cast<std::uint32_t>(i);
      const auto it = read_as->find(line);
      w.open('{');
      w.field("line", line);
      w.key("page");
      if (i < view.pages.size() && view.pages[i] > 0) w.value(view.pages[i]);
      else w.null();
      w.key("read_as");
      if (it == read_as->end()) w.null();
      else w.value(it->second);
      w.field("text", view.printed_lines[i]);
      w.close('}');
    }
    w.close(']');
  }
  w.close('}');
  return w.take();
}

}  // namespace

Result<int> run_show(const Session& session) {
  FB_TRY(Archive archive, session.open(OpenMode::read));
  const auto view = archive.article(session.call.argument("ARTICLE"));
  if (!view) return session.missing(view.error());
  std::map<std::uint32_t, std::string> read_as;
  const bool lines = session.call.has("lines");
  if (lines) {
    FB_TRY(const StoredIssue stored, archive.issue(view->issue));
    read_as = readings(stored, view->article);
  }
  if (session.call.has("json")) session.print_json(show_json(*view, lines ? &read_as : nullptr));
  else session.screen.print_text(show_text(*view) + (lines ? "\n" + show_lines(*view, read_as) : ""));
  return kFound;
}

}  // namespace fengbiao
