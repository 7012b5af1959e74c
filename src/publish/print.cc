#include "publish/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <system_error>

#include "base/disk.h"
#include "base/embedded.h"
#include "base/process.h"
#include "publish/page_type.h"
#include "publish/spacing.h"
#include "publish/template.h"

namespace fengbiao {

namespace {

// What the page says of its maker, and how WeasyPrint puts it into the PDF.
constexpr std::string_view kHtmlMark = "<meta name=\"generator\" content=\"fengbiao\">", kPdfMark = "/Creator (fengbiao)";

// The two files are built into the program; without them there is no program.
std::string_view built_in(std::string_view name) {
  const auto bytes = embedded_file(name);
  assert(bytes);
  return bytes.value_or("");
}

// As printed, when the kept text is there.
std::string as_printed(std::string_view text, const std::vector<Span>& pieces) {
  return text.empty() || pieces.empty() ? std::string() : join_pieces(text, pieces, true);
}

void view_source(View& view, const Article& article, std::string_view text) {
  view.set_markup("source", spaced_html(as_printed(text, article.source_pieces)));
  // "sourced" answers whether there is anything to put together where nothing is printed.
  view.set("sourced", article.sources.empty() && !article.date ? "" : "yes");
  for (const std::string& name : article.sources) view.add("sources").set("name", name);
  view.set("selected_by", article.selected_by.value_or(""));
  view.set("day", article.date.value_or(""));
}

void view_article(View& view, const Article& article, std::string_view text) {
  view.set("n", std::to_string(article.n));
  view.set_markup("headline", spaced_html(article.title));
  for (const Paragraph& paragraph : article.paragraphs) {
    View& item = view.add("paragraphs");
    item.set_markup("text", spaced_html(paragraph.text));
    item.set("heading", paragraph.heading ? "yes" : "");
  }
  view.set_markup("note", spaced_html(article.author_note.value_or("")));
  view_source(view, article, text);
}

void view_masthead(View& view, const StoredIssue& stored) {
  const Masthead& masthead = stored.issue.masthead;
  const auto number = [](const std::optional<int>& value) { return value ? std::to_string(*value) : std::string(); };
  view.set("key", stored.key);
  view.set("file", stored.issue.file);
  view.set("name", masthead.name.value_or(""));
  view.set("year", number(masthead.year));
  view.set("number", number(masthead.number));
  view.set("total", number(masthead.total));
  view.set("date", masthead.date.value_or(""));
  view.set("publisher", masthead.publisher.value_or(""));
}

// The printed lines at the end that belong to no article.
void view_imprint(View& view, const Issue& issue, std::string_view text) {
  for (const Zone& zone : issue.zones)
    if (zone.kind == ZoneKind::end_matter && zone.span.end <= text.size())
      view.add("imprint").set_markup("text", spaced_html(slice(text, zone.span)));
}

// Writes a page, but never over a file that someone else made, such as the original that the issue was read from.
Result<void> write_page(const std::filesystem::path& path, std::string_view bytes) {
  std::error_code error;
  if (std::filesystem::is_regular_file(path, error)) {
    FB_TRY(const std::string there, read_file(path));
    if (there.find(kHtmlMark) == there.npos && there.find(kPdfMark) == there.npos)
      return fail(Cause::conflict, {path.string()}, "there is a file of this name that `print` did not make", "choose another folder");
  }
  return write_file(path, bytes);
}

// A key as a file name: no folders, no hidden files, no control characters.
std::string file_name(std::string_view key) {
  std::string out(key);
  for (char& c : out)
    if (c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '-';
  if (out.empty() || out[0] == '.') out.insert(0, "issue");
  return out;
}

}  // namespace

std::string issue_html(const StoredIssue& issue, std::string_view text) {
  View page;
  view_masthead(page, issue);
  page.set_markup("style", std::string(built_in("publish/issue.css")));
  View* section = nullptr;
  const Article* before = nullptr;
  for (const Article& article : issue.issue.articles) {
    if (!before || before->section != article.section) {
      section = &page.add("sections");
      section->set("column", article.section);
    }
    view_article(section->add("articles"), article, text);
    before = &article;
  }
  view_imprint(page, issue.issue, text);
  return fill(built_in("publish/issue.html"), page);
}

Result<std::string> page_pdf(std::string_view html) {
  // A fixed day, so that the bytes do not depend on the clock; one moment for all, since the page states its own date.
  const std::vector<std::string> environment = {"SOURCE_DATE_EPOCH=946684800"};
  ProcessLimits limits;
  limits.memory = 2ull << 30;
  limits.time = std::chrono::minutes(5);
  std::string page(html);
  page.insert(std::min(page.find("</head>"), page.size()), "<style>\n" + page_type(html) + "</style>\n");
  FB_TRY(ProcessOutcome run, run_process({"weasyprint", "--quiet", "-", "-"}, page, limits, environment));
  if (run.exit_code != 0 || !run.out.starts_with("%PDF-"))
    return fail(Cause::unreadable, {"weasyprint"},
                fmt::format("it made no PDF (exit code {}): {}", run.exit_code, std::string_view(run.err).substr(0, 400)),
                "the HTML page can be printed from a browser instead");
  return std::move(run.out);
}

Result<PrintedIssue> print_issue(const StoredIssue& issue, std::string_view text, const std::filesystem::path& folder, bool with_pdf) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    return fail(Cause::not_writable, {folder.string()}, "the folder cannot be made: " + error.message(),
                "choose a folder you may write to");
  const std::string name = file_name(issue.key);
  PrintedIssue printed{folder / (name + ".html"), {}};
  const std::string html = issue_html(issue, text);
  FB_CHECK(write_page(printed.html, html));
  if (!with_pdf) return printed;
  printed.pdf = folder / (name + ".pdf");
  const auto pdf = page_pdf(html);
  if (!pdf && pdf.error().cause == Cause::tool_missing)
    return fail(Cause::tool_missing, {printed.pdf.string()}, "not made: " + pdf.error().what,
                "the page " + printed.html.string() + " is there; for the PDF install weasyprint: apt-get install weasyprint");
  if (!pdf) return std::unexpected(pdf.error());
  FB_CHECK(write_page(printed.pdf, *pdf));
  return printed;
}

}  // namespace fengbiao
