// An EPUB: a ZIP whose package names the parts in their reading order, each an XHTML page that is read as HTML is. The page that only
// lists the contents for reading programs (the nav document) is read where it stands in the order.
//
//   META-INF/container.xml -> EPUB/package.opf -> spine: title.xhtml, text.xhtml -> the lines of a Document
//
// Follows EPUB 3.3 as far as text needs it. Does not read encrypted books, fixed layouts, scripts. Tested by epub_test.cc.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

#include "intake/build.h"
#include "intake/intake.h"
#include "intake/zip.h"

namespace fengbiao {
namespace {

constexpr std::string_view kEpub = "application/epub+zip";

std::unexpected<Error> broken(std::string_view file, std::string what) {
  return fail(Cause::malformed, {std::string(file)}, "a broken EPUB: " + std::move(what), "get the whole file again, or save it as HTML");
}

// Names in books come with any prefix.
bool is_named(const pugi::xml_node& node, std::string_view name) {
  const std::string_view whole = node.name();
  const std::size_t colon = whole.find(':');
  return (colon == whole.npos ? whole : whole.substr(colon + 1)) == name;
}
pugi::xml_node child(const pugi::xml_node& of, std::string_view name) {
  return of.find_child([&](const pugi::xml_node& n) { return is_named(n, name); });
}

// "EPUB/a/../b%20c.xhtml#x" -> "EPUB/b c.xhtml"
std::string resolved(std::string_view folder, std::string_view href) {
  href = href.substr(0, href.find('#'));
  std::string path(folder);
  const auto hex = [](char c) { return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1; };
  for (std::size_t i = 0; i < href.size(); ++i) {
    if (href[i] == '%' && i + 2 < href.size() && hex(href[i + 1]) >= 0 && hex(href[i + 2]) >= 0) {
      path += static_cast<char>(hex(href[i + 1]) * 16 + hex(href[i + 2]));
      i += 2;
    } else {
      path += href[i];
    }
  }
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string part = path.substr(at, end - at);
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
    at = end + 1;
  }
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "/") + part;
  return out;
}

}  // namespace

Result<Document> read_epub(std::string_view bytes, std::string_view file, const IntakeLimits& limits) {
  const auto is_text = [](std::string_view name) {
    return name.ends_with(".xml") || name.ends_with(".opf") || name.ends_with(".xhtml") || name.ends_with(".html") ||
           name.ends_with(".htm");
  };
  // Tags and names take more room than the text they hold.
  FB_TRY(const ZipParts parts, read_zip(bytes, file, limits.text * 4, is_text));
  const auto part = [&](const std::string& name) -> const std::string* {
    const auto at = parts.wanted.find(name);
    return at == parts.wanted.end() ? nullptr : &at->second;
  };
  const std::string* container = part("META-INF/container.xml");
  if (!container) return broken(file, "META-INF/container.xml is missing");
  pugi::xml_document xml;
  if (!xml.load_buffer(container->data(), container->size())) return broken(file, "META-INF/container.xml is no XML");
  const pugi::xml_node root = child(child(child(xml, "container"), "rootfiles"), "rootfile");
  const std::string package = resolved("", root.attribute("full-path").value());
  const std::string* opf = part(package);
  if (!opf) return broken(file, fmt::format("its package {} is missing", package.empty() ? "file" : package));
  pugi::xml_document book;
  if (!book.load_buffer(opf->data(), opf->size())) return broken(file, package + " is no XML");
  if (part("META-INF/encryption.xml") && part("META-INF/encryption.xml")->find("EncryptedData") != std::string::npos &&
      part("META-INF/rights.xml"))
    return fail(Cause::locked, {std::string(file)}, "the book is protected", "get a copy without protection");
  const std::string folder = package.substr(0, package.rfind('/') == package.npos ? 0 : package.rfind('/') + 1);
  std::map<std::string, std::string> pages;  // by id
  for (const pugi::xml_node item : child(child(book, "package"), "manifest"))
    if (is_named(item, "item") && std::string_view(item.attribute("media-type").value()).find("html") != std::string_view::npos)
      pages.emplace(item.attribute("id").value(), resolved(folder, item.attribute("href").value()));

  DocumentBuilder builder(file, kEpub, bytes);
  builder.document().encoding = "UTF-8";
  std::set<std::string> read;  // a spine may name a page twice
  for (const pugi::xml_node item : child(child(book, "package"), "spine")) {
    const auto page = pages.find(item.attribute("idref").value());
    if (!is_named(item, "itemref") || page == pages.end() || !read.insert(page->second).second) continue;
    const std::string* html = part(page->second);
    if (!html) return broken(file, page->second + " is missing");
    const auto lines = read_html(*html, file, limits);
    if (!lines && lines.error().cause == Cause::empty) continue;  // a page of pictures
    if (!lines) return std::unexpected(lines.error());
    for (const Line& line : lines->lines) {
      FB_CHECK(check_text_size(builder.size() + line.span.size(), file, limits.text));
      builder.add(slice(lines->text, line.span), line.role, line.level);
    }
  }
  return builder.finish();
}

}  // namespace fengbiao
