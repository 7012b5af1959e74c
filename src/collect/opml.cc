#include "collect/opml.h"

#include <set>
#include <sstream>

#include "collect/web_address.h"
#include "collect/web_text.h"
#include "collect/xml_tree.h"

namespace fengbiao {
namespace {

void gather(const pugi::xml_node& parent, Opml& out, std::set<std::string>& seen) {
  for (const pugi::xml_node& node : parent.children("outline")) {
    if (const auto url = node.attribute("xmlUrl"); url && *url.value()) {
      const auto address = web_address(url.value());
      if (!address) ++out.left_out;
      else if (seen.insert(address->text).second) {
        const auto title = node.attribute("title"), text = node.attribute("text");
        const auto home = web_address(node.attribute("htmlUrl").value());
        out.feeds.push_back({address->text, *title.value() ? title.value() : text.value(), home ? home->text : ""});
      }
    }
    gather(node, out, seen);
  }
}

}  // namespace

Result<Opml> read_opml(std::string_view bytes, std::string_view file) {
  FB_TRY(const WebText decoded, web_text(bytes, "", file));
  FB_TRY(const pugi::xml_document document, parse_xml(decoded.text, file));
  const pugi::xml_node root = document.child("opml");
  if (!root) return fail(Cause::malformed, {std::string(file)}, "no OPML: there is no element <opml>", "export the list of feeds as OPML");
  Opml out;
  std::set<std::string> seen;
  gather(root.child("body"), out, seen);
  return out;
}

std::string write_opml(const std::vector<OpmlFeed>& feeds) {
  pugi::xml_document document;
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  pugi::xml_node root = document.append_child("opml");
  root.append_attribute("version") = "2.0";
  root.append_child("head").append_child("title").text() = "fengbiao";
  pugi::xml_node body = root.append_child("body");
  for (const OpmlFeed& feed : feeds) {
    pugi::xml_node outline = body.append_child("outline");
    outline.append_attribute("type") = "rss";
    outline.append_attribute("text") = (feed.title.empty() ? feed.url : feed.title).c_str();
    if (!feed.title.empty()) outline.append_attribute("title") = feed.title.c_str();
    outline.append_attribute("xmlUrl") = feed.url.c_str();
    if (!feed.home.empty()) outline.append_attribute("htmlUrl") = feed.home.c_str();
  }
  std::ostringstream out;
  document.save(out, "  ");
  return out.str();
}

}  // namespace fengbiao
