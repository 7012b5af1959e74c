#include "publish/feed.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "publish/template.h"

namespace fengbiao {

namespace {

constexpr std::string_view kNoDay = "2000-01-01";

std::string moment(std::string_view day) { return fmt::format("{}T00:00:00Z", day.empty() ? kNoDay : day); }

}  // namespace

std::string short_quote(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t n = 0; n < most && at < text.size(); ++n) at += decode(text, at).size;
  return at < text.size() ? std::string(text.substr(0, at)) + "\u2026" : std::string(text);
}

std::string feed_xml(const Feed& feed) {
  std::string newest;
  for (const FeedEntry& e : feed.entries) newest = std::max(newest, e.day);
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n";
  out += fmt::format("<id>urn:fengbiao:articles</id>\n<title>{}</title>\n<updated>{}</updated>\n<generator>{}</generator>\n",
                     escape_html(feed.name), moment(newest), escape_html(feed.system));
  out +=
      "<link rel=\"self\" type=\"application/atom+xml\" href=\"/api/v1/articles.atom\"/>\n<link rel=\"alternate\" type=\"text/html\" "
      "href=\"/\"/>\n";
  for (const FeedEntry& e : feed.entries) {
    out += fmt::format("<entry>\n<id>urn:fengbiao:article:{}</id>\n<title>{}</title>\n<updated>{}</updated>\n", escape_html(e.id),
                       escape_html(e.title), moment(e.day));
    if (!e.written.empty()) out += fmt::format("<published>{}</published>\n", moment(e.written));
    if (e.sources.empty()) out += fmt::format("<author><name>{}</name></author>\n", escape_html(feed.name));
    for (const std::string& source : e.sources) out += fmt::format("<author><name>{}</name></author>\n", escape_html(source));
    if (!e.section.empty()) out += fmt::format("<category term=\"{}\"/>\n", escape_html(e.section));
    out += fmt::format("<link rel=\"alternate\" type=\"text/html\" href=\"/articles/{}\"/>\n<summary>{}</summary>\n</entry>\n",
                       escape_html(e.id), escape_html(short_quote(e.text)));
  }
  return out + "</feed>\n";
}

}  // namespace fengbiao
