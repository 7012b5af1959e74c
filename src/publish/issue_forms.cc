#include "publish/issue_forms.h"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <chrono>

#include "base/hash.h"
#include "base/json.h"
#include "base/utf8.h"
#include "publish/base64.h"
#include "publish/spacing.h"
#include "publish/zip_writer.h"

namespace fengbiao {
namespace {

constexpr std::string_view kNoDay = "2000-01-01";

// A hash as a UUID of version 8 (RFC 9562): of its own making.
std::string uuid_of(std::string_view content) {
  std::string h = hash128_hex(content);
  h[12] = '8';
  h[16] = '8';
  return fmt::format("{}-{}-{}-{}-{}", h.substr(0, 8), h.substr(8, 4), h.substr(12, 4), h.substr(16, 4), h.substr(20));
}

std::string picture_name(std::size_t n, const Picture& picture) {
  return fmt::format("cover-{}.{}", n, picture.media_type == "image/png" ? "png" : "jpg");
}

// Lines of a mail are at most 76 characters.
std::string folded_base64(std::string_view bytes) {
  const std::string all = base64(bytes);
  std::string out;
  for (std::size_t at = 0; at < all.size(); at += 76) out += all.substr(at, 76) + "\r\n";
  return out;
}

// A header's value in encoded words (RFC 2047), each of whole characters.
std::string encoded_words(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size()) {
      const std::size_t next = end + decode(text, end).size;
      if (next - at > 42) break;
      end = next;
    }
    out += fmt::format("{}=?UTF-8?B?{}?=", out.empty() ? "" : "\r\n ", base64(text.substr(at, end - at)));
    at = end;
  }
  return out;
}

// "Mon, 20 Mar 2023 08:00:00 +0800"
std::string mail_date(std::string_view iso) {
  constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::string day(iso);
  const int y = std::stoi(day.substr(0, 4)), m = std::stoi(day.substr(5, 2)), d = std::stoi(day.substr(8, 2));
  const std::chrono::year_month_day date{std::chrono::year(y), std::chrono::month(static_cast<unsigned>(m)),
                                         std::chrono::day(static_cast<unsigned>(d))};
  const std::chrono::weekday weekday{std::chrono::sys_days(date)};
  return fmt::format("{}, {:02} {} {} 08:00:00 +0800", kDays[weekday.c_encoding()], d, kMonths[static_cast<std::size_t>(m - 1)], y);
}

}  // namespace

IssueForms::IssueForms(const IssueSource& source, const BulletinForm& form, const std::vector<std::string>& names, const Pictures& pictures,
                       const DataSet& data, std::string key)
    : source_(source), form_(form), names_(names), pictures_(pictures), data_(data), key_(std::move(key)) {}

std::string_view IssueForms::file(std::string_view name) const {
  const auto found = data_.find(fmt::format("publish/{}", name));
  assert(found);  // built in, where the user has none
  return found ? std::string_view((*found)->bytes) : std::string_view();
}

std::string IssueForms::heading() const {
  const std::string number = form_.issue_number(source_);
  std::string out = source_.name;
  if (!number.empty()) out += (out.empty() ? "" : " ") + number;
  return out.empty() ? key_ : out;
}

std::string IssueForms::id() const { return "urn:uuid:" + uuid_of(write_issue_source(source_)); }

std::string IssueForms::moment() const {
  return fmt::format("{}T00:00:00Z", source_.date.empty() ? kNoDay : std::string_view(source_.date));
}

View IssueForms::view(For use) const {
  View page;
  page.set("key", key_);
  page.set("name", source_.name.empty() ? key_ : source_.name);
  page.set("heading", heading());
  page.set("number", form_.issue_number(source_));
  page.set("date", form_.issue_date(source_));
  page.set("day", source_.date);
  page.set("publisher", form_.publisher(source_));
  page.set("contents", form_.say("cover.contents"));
  page.set("skip", form_.say("words.skip"));
  page.set("back", form_.say("words.back"));
  page.set("id", id());
  page.set("moment", moment());
  std::size_t n = 0, sections = 0;
  for (const SourceSection& section : source_.sections) {
    View& column = page.add("sections");
    column.set("section_n", std::to_string(++sections));
    column.set("column", section.name);
    column.set("column_heading", section.name.empty() ? "" : form_.column(section.name));
    column.set("column_title", section.name.empty() ? source_.name : section.name);
    for (const SourceArticle& article : section.articles) {
      View& item = column.add("articles");
      item.set("n", std::to_string(++n));
      item.set_markup("headline", spaced_html(article.title));
      item.set("title", article.title);
      if (const auto found = pictures_.find(article.cover); !article.cover.empty() && found != pictures_.end()) {
        const Picture& picture = found->second;
        item.set("cover_words", form_.say("words.book_cover", {{"title", article.title}}));
        item.set("cover_width", std::to_string(picture.width));
        item.set("cover_height", std::to_string(picture.height));
        if (use == For::page) item.set("cover", fmt::format("data:{};base64,{}", picture.media_type, base64(picture.bytes)));
        if (use == For::book) item.set("cover", picture_name(n, picture));
      }
      for (const SourceParagraph& paragraph : article.paragraphs) {
        View& p = item.add("paragraphs");
        p.set_markup("text", spaced_html(paragraph.text));
        p.set("heading", paragraph.heading ? "yes" : "");
      }
      item.set_markup("note", spaced_html(form_.author_note(article)));
      item.set_markup("source", spaced_html(form_.source_line(article, names_)));
      item.set("plain_source", form_.source_line(article, names_));
    }
  }
  for (const std::string& line : form_.end_lines(source_)) page.add("imprint").set_markup("text", spaced_html(line));
  return page;
}

std::string IssueForms::html() const {
  View page = view(For::page);
  page.set_markup("style", std::string(file("page.css")));
  return fill(file("page.html"), page);
}

std::string IssueForms::epub() const {
  View page = view(For::book);
  std::size_t n = 0;
  ZipWriter zip;
  zip.add("mimetype", "application/epub+zip", false);
  zip.add("META-INF/container.xml", file("epub/container.xml"));
  for (const SourceSection& section : source_.sections)
    for (const SourceArticle& article : section.articles) {
      ++n;
      const auto found = pictures_.find(article.cover);
      if (article.cover.empty() || found == pictures_.end()) continue;
      View& item = page.add("pictures");
      const std::string name = picture_name(n, found->second);
      item.set("picture_n", std::to_string(n));
      item.set("picture", name);
      item.set("media_type", found->second.media_type);
      zip.add("EPUB/" + name, found->second.bytes, false);
    }
  zip.add("EPUB/package.opf", fill(file("epub/package.opf"), page));
  zip.add("EPUB/nav.xhtml", fill(file("epub/nav.xhtml"), page));
  zip.add("EPUB/title.xhtml", fill(file("epub/title.xhtml"), page));
  zip.add("EPUB/text.xhtml", fill(file("epub/text.xhtml"), page));
  zip.add("EPUB/book.css", file("epub/book.css"));
  return zip.take();
}

std::string IssueForms::atom() const { return fill(file("issue.atom"), view(For::mail)); }

std::string IssueForms::json_feed() const {
  JsonWriter w;
  w.open('{');
  w.field("version", "https://jsonfeed.org/version/1.1");
  w.field("title", source_.name.empty() ? key_ : source_.name);
  w.field("language", "zh-CN");
  w.key("items");
  w.open('[');
  w.open('{');
  w.field("id", id());
  w.field("title", heading());
  w.field("date_published", moment());
  w.field("content_html", fill(file("feed_entry.html"), view(For::mail)));
  std::vector<std::string> columns;
  for (const SourceSection& section : source_.sections)
    if (!section.name.empty()) columns.push_back(section.name);
  w.field("tags", columns);
  if (!source_.publisher.empty()) {
    w.key("authors");
    w.open('[');
    w.open('{');
    w.field("name", source_.publisher);
    w.close('}');
    w.close(']');
  }
  w.close('}');
  w.close(']');
  w.close('}');
  return w.take() + "\n";
}

std::string IssueForms::mail() const {
  View page = view(For::mail);
  page.set_markup("style", std::string(file("mail.css")));
  const std::string html = fill(file("page.html"), page), plain = text();
  const std::string boundary = "=_" + hash128_hex(html + plain);
  const std::string subject =
      form_.say("words.mail_subject", {{"name", source_.name.empty() ? key_ : source_.name}, {"number", form_.issue_number(source_)}});
  std::string out =
      fmt::format("MIME-Version: 1.0\r\nDate: {}\r\nMessage-ID: <{}@fengbiao.invalid>\r\nSubject: {}\r\n",
                  mail_date(source_.date.empty() ? kNoDay : std::string_view(source_.date)), uuid_of(html + plain), encoded_words(subject));
  out += fmt::format("From: {} <bulletin@fengbiao.invalid>\r\n", encoded_words(source_.publisher.empty() ? heading() : source_.publisher));
  out += fmt::format("Content-Language: zh-CN\r\nContent-Type: multipart/alternative; boundary=\"{}\"\r\n\r\n", boundary);
  const auto part = [&](std::string_view type, std::string_view bytes) {
    out += fmt::format("--{}\r\nContent-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}", boundary, type,
                       folded_base64(bytes));
  };
  part("text/plain", plain);
  part("text/html", html);
  return out + fmt::format("--{}--\r\n", boundary);
}

}  // namespace fengbiao
