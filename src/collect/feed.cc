#include "collect/feed.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "collect/html_text.h"
#include "collect/moment.h"
#include "collect/web_address.h"
#include "collect/xml_tree.h"

namespace fengbiao {
namespace {

using pugi::xml_node;

std::string_view bare(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

// Adds what comes of one item, where it has an address that is new.
class ItemList {
 public:
  explicit ItemList(NewsFeed& feed) : feed_(feed) {}
  void add(FeedItem item, std::string_view base, std::string_view reference) {
    const auto address = resolve_address(base, bare(reference));
    if (bare(reference).empty() || !address || feed_.items.size() >= kMostFeedItems) {
      ++feed_.left_out;
      return;
    }
    if (!seen_.insert(address->text).second) return;
    item.url = address->text;
    feed_.items.push_back(std::move(item));
  }

 private:
  NewsFeed& feed_;
  std::set<std::string> seen_;
};

// Names are taken without the prefixes that some give to the feed's own elements.
std::string_view name_of(const xml_node& node) {
  std::string_view name = node.name();
  for (const std::string_view prefix : {"atom:", "rss:", "a10:"})
    if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
  return name;
}

xml_node child_named(const xml_node& node, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    for (const xml_node& child : node.children())
      if (name_of(child) == name && (child.first_child() || child.first_attribute())) return child;
  return {};
}
std::string text_of(const xml_node& node, std::initializer_list<std::string_view> names) {
  return std::string(bare(text_below(child_named(node, names))));
}

std::string base_of(const xml_node& node, std::string_view address) {
  const std::string outer = node.parent() ? base_of(node.parent(), address) : std::string(address);
  const auto own = resolve_address(outer, node.attribute("xml:base").value());
  return own ? own->text : outer;
}

std::string day_of(const std::string& text) { return day_told(text).value_or(""); }

void read_rss(const xml_node& root, std::string_view address, NewsFeed& feed) {
  feed.kind = "rss";
  const xml_node channel = child_named(root, {"channel"});
  feed.title = plain_text(text_of(channel, {"title"}));
  if (const auto home = resolve_address(address, text_of(channel, {"link"}))) feed.home = home->text;
  ItemList items(feed);
  // RSS 1.0 has its items beside the channel, the others inside.
  for (const xml_node& list : {channel, root}) {
    for (const xml_node& node : list.children()) {
      if (name_of(node) != "item") continue;
      FeedItem item;
      item.title = plain_text(text_of(node, {"title"}));
      item.author = plain_text(text_of(node, {"dc:creator", "author"}));
      item.source = plain_text(text_of(node, {"source", "dc:source"}));
      item.date = day_of(text_of(node, {"pubDate", "dc:date", "published", "pubdate", "date"}));
      item.summary = text_of(node, {"description", "summary"});
      item.content = text_of(node, {"content:encoded"});
      std::string link = text_of(node, {"link"});
      if (link.empty()) link = child_named(node, {"link"}).attribute("href").value();
      if (link.empty()) {
        const xml_node guid = child_named(node, {"guid"});
        if (std::string_view(guid.attribute("isPermaLink").value()) != "false") link = text_below(guid);
      }
      if (link.empty()) link = node.attribute("rdf:about").value();
      items.add(std::move(item), base_of(node, address), link);
    }
  }
}

std::string atom_html(const xml_node& node) {
  const std::string_view type = node.attribute("type").value();
  if (type == "xhtml") {
    std::ostringstream out;
    for (const xml_node& child : node.children()) child.print(out, "", pugi::format_raw);
    return out.str();
  }
  const std::string text = text_below(node);
  return type == "html" || type == "text/html" ? text : escaped_html(text);
}

std::string atom_link(const xml_node& node) {
  for (const xml_node& child : node.children()) {
    const std::string_view rel = child.attribute("rel").value();
    if (name_of(child) == "link" && (rel.empty() || rel == "alternate")) return child.attribute("href").value();
  }
  return {};
}

void read_atom(const xml_node& root, std::string_view address, NewsFeed& feed) {
  feed.kind = "atom";
  feed.title = plain_text(atom_html(child_named(root, {"title"})));
  if (const auto home = resolve_address(base_of(root, address), atom_link(root))) feed.home = home->text;
  ItemList items(feed);
  for (const xml_node& node : root.children()) {
    if (name_of(node) != "entry") continue;
    FeedItem item;
    item.title = plain_text(atom_html(child_named(node, {"title"})));
    item.author = text_of(child_named(node, {"author"}), {"name"});
    item.source = plain_text(atom_html(child_named(child_named(node, {"source"}), {"title"})));
    item.date = day_of(text_of(node, {"published", "issued", "created", "updated", "modified"}));
    item.summary = atom_html(child_named(node, {"summary"}));
    item.content = atom_html(child_named(node, {"content"}));
    std::string link = atom_link(node);
    if (link.empty()) link = text_of(node, {"id"});
    items.add(std::move(item), base_of(node, address), link);
  }
}

std::string text_at(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_number_integer()) return std::to_string(found->get<std::int64_t>());
  return found->is_string() ? found->get<std::string>() : std::string();
}

std::string json_author(const nlohmann::json& object) {
  if (const auto authors = object.find("authors");
      authors != object.end() && authors->is_array() && !authors->empty() && (*authors)[0].is_object())
    return text_at((*authors)[0], "name");
  const auto author = object.find("author");
  return author != object.end() && author->is_object() ? text_at(*author, "name") : std::string();
}

Result<NewsFeed> read_json_feed(std::string_view text, std::string_view address) {
  const auto broken = [&](std::string what) { return fail(Cause::malformed, {std::string(address)}, std::move(what)); };
  const auto root = nlohmann::json::parse(text, nullptr, false);
  if (root.is_discarded()) return broken("broken JSON");
  const auto list = root.is_object() ? root.find("items") : root.end();
  if (!root.is_object() || list == root.end() || !list->is_array()) return broken("JSON, but no JSON Feed: it has no list \"items\"");
  NewsFeed feed;
  feed.kind = "json";
  feed.title = plain_text(escaped_html(text_at(root, "title")));
  if (const auto home = resolve_address(address, text_at(root, "home_page_url"))) feed.home = home->text;
  ItemList items(feed);
  for (const auto& object : *list) {
    if (!object.is_object()) {
      ++feed.left_out;
      continue;
    }
    FeedItem item;
    item.title = plain_text(escaped_html(text_at(object, "title")));
    item.author = json_author(object);
    item.date = day_of(text_at(object, "date_published"));
    if (item.date.empty()) item.date = day_of(text_at(object, "date_modified"));
    item.summary = escaped_html(text_at(object, "summary"));
    item.content = text_at(object, "content_html");
    if (item.content.empty()) item.content = escaped_html(text_at(object, "content_text"));
    std::string link = text_at(object, "url");
    if (link.empty()) link = text_at(object, "external_url");
    if (link.empty()) link = text_at(object, "id");
    items.add(std::move(item), address, link);
  }
  return feed;
}

// The first element's name; empty where the text begins with none.
std::string_view first_element(std::string_view text) {
  for (std::size_t at = 0; (at = text.find('<', at)) != text.npos; ++at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("<?") || rest.starts_with("<!--")) {
      at = text.find(rest.starts_with("<?") ? "?>" : "-->", at);
      if (at == text.npos) return {};
    } else if (!rest.starts_with("<!")) {
      return rest.substr(1, rest.find_first_of(" \t\r\n>/", 1) - 1);
    }
  }
  return {};
}

}  // namespace

bool looks_like_feed(std::string_view text) {
  text = bare(text);
  if (text.starts_with('{')) return true;
  const std::string_view name = first_element(text.substr(0, 8'192));
  return name == "rss" || name == "feed" || name == "rdf:RDF" || name == "atom:feed" || text.starts_with("<?xml");
}

Result<NewsFeed> read_feed(std::string_view text, std::string_view address) {
  text = bare(text);
  if (text.empty()) return fail(Cause::empty, {std::string(address)}, "an empty answer");
  if (text.starts_with('{') || text.starts_with('[')) return read_json_feed(text, address);
  FB_TRY(const pugi::xml_document document, parse_xml(text, address));
  const xml_node root = document.document_element();
  const std::string_view name = name_of(root);
  NewsFeed feed;
  if (name == "rss" || name == "rdf:RDF" || name == "RDF") read_rss(root, address, feed);
  else if (name == "feed") read_atom(root, address, feed);
  else return fail(Cause::malformed, {std::string(address)}, "XML, but no feed: its first element is <" + std::string(name) + ">");
  return feed;
}

}  // namespace fengbiao
