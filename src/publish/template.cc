#include "publish/template.h"

#include <algorithm>
#include <ranges>

namespace fengbiao {

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      case '\t':
      case '\n': out += c; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) out += "\xEF\xBF\xBD";
        else out += c;
    }
  }
  return out;
}

void View::set(std::string_view name, std::string_view text) { set_markup(name, escape_html(text)); }
void View::set_markup(std::string_view name, std::string markup) { fields_.insert_or_assign(std::string(name), std::move(markup)); }
View& View::add(std::string_view list) { return lists_[std::string(list)].emplace_back(); }

namespace {

// The next {{tag}} of `page` from `at` on: its sign (# ^ / { or 0), its name and what lies around it.
struct Tag {
  char sign = 0;
  std::string_view name;
  std::size_t begin = std::string_view::npos, end = std::string_view::npos;
};

Tag next_tag(std::string_view page, std::size_t at) {
  const std::size_t begin = page.find("{{", at);
  if (begin == std::string_view::npos) return {};
  const bool triple = page.substr(begin).starts_with("{{{");
  const std::string_view closing = triple ? "}}}" : "}}";
  const std::size_t close = page.find(closing, begin);
  if (close == std::string_view::npos) return {};
  const std::size_t name = begin + (triple ? 3 : 2);
  Tag tag{triple ? '{' : char{0}, page.substr(name, close - name), begin, close + closing.size()};
  if (!triple && !tag.name.empty() && std::string_view("#^/").find(tag.name[0]) != std::string_view::npos) {
    tag.sign = tag.name[0];
    tag.name.remove_prefix(1);
  }
  return tag;
}

// The {{/name}} that ends a section opened before `at`; sections of the same name may lie inside it.
Tag end_of_section(std::string_view page, std::size_t at, std::string_view name) {
  std::size_t depth = 1;
  for (Tag tag = next_tag(page, at); tag.begin != std::string_view::npos; tag = next_tag(page, tag.end)) {
    if (tag.name != name) continue;
    if (tag.sign == '#' || tag.sign == '^') ++depth;
    if (tag.sign == '/' && --depth == 0) return tag;
  }
  return {'/', name, page.size(), page.size()};
}

}  // namespace

// One pass over a template with the views around the current place, innermost last.
class Filling {
 public:
  explicit Filling(std::string& out) : out_(out) {}

  void write(std::string_view page, const View& view) {
    around_.push_back(&view);
    std::size_t at = 0;
    for (Tag tag = next_tag(page, at); tag.begin != std::string_view::npos; tag = next_tag(page, at)) {
      out_ += page.substr(at, tag.begin - at);
      at = tag.end;
      if (tag.sign == 0 || tag.sign == '{') {
        if (const std::string* field = find(&View::fields_, tag.name)) out_ += *field;
      } else if (tag.sign != '/') {
        const Tag end = end_of_section(page, at, tag.name);
        write_section(page.substr(at, end.begin - at), tag);
        at = end.end;
      }
    }
    out_ += page.substr(at);
    around_.pop_back();
  }

 private:
  template <class Map>
  const typename Map::mapped_type* find(Map View::*kind, std::string_view name) const {
    for (const View* view : around_ | std::views::reverse) {
      const Map& map = view->*kind;
      if (const auto found = map.find(name); found != map.end()) return &found->second;
    }
    return nullptr;
  }

  void write_section(std::string_view body, const Tag& tag) {
    const auto* list = find(&View::lists_, tag.name);
    const auto* field = find(&View::fields_, tag.name);
    const bool there = list ? !list->empty() : field && !field->empty();
    if (tag.sign == '^') {
      if (!there) write(body, View());
    } else if (list) {
      for (const View& item : *list) write(body, item);
    } else if (there) {
      write(body, View());
    }
  }

  std::string& out_;
  std::vector<const View*> around_;
};

std::string fill(std::string_view page, const View& view) {
  std::string out;
  Filling(out).write(page, view);
  return out;
}

}  // namespace fengbiao
