#include "intake/html_guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace fengbiao {

namespace {

constexpr std::size_t kDeepest = 1'000;  // browsers stop at 512
constexpr std::size_t kMostElements = 1'500'000;
constexpr std::size_t kMostAttributes = 1'000;  // in one tag

// What the parser does with an element. Where its rules are intricate the scan errs on the deep side.
enum class Class : unsigned char {
  block,       // ended by its end tag only; an end tag of something outside passes over nothing of this class
  ordinary,    // ended with whatever it stands in
  item,        // ended with its list, or by the next item
  flat,        // void, or a new one ends the open one: nests nothing
  formatting,  // left open, opened again in every block that follows
  script,      // what stands in it is no markup
  raw,         // the same, but not inside svg, math or select
  foreign,     // svg, math
};

const std::unordered_map<std::string_view, Class>& classes() {
  static const auto table = [] {
    std::unordered_map<std::string_view, Class> out;
    const auto put = [&](Class c, std::initializer_list<std::string_view> names) {
      for (const auto name : names) out.emplace(name, c);
    };
    put(Class::ordinary, {"span", "label", "q",   "abbr", "acronym", "cite", "dfn",  "sub",  "sup", "var", "kbd", "samp",
                          "time", "mark",  "ins", "del",  "bdo",     "bdi",  "data", "ruby", "rb",  "rt",  "rp"});
    put(Class::item, {"li", "dt", "dd"});
    put(Class::flat, {"area", "base", "br",   "col",  "embed", "hr", "img", "input", "link",  "meta",  "param", "source",   "track",
                      "wbr",  "html", "head", "body", "p",     "tr", "td",  "th",    "thead", "tbody", "tfoot", "colgroup", "option"});
    put(Class::formatting, {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
    put(Class::script, {"script"});
    put(Class::raw, {"style", "textarea", "title"});
    put(Class::foreign, {"svg", "math"});
    return out;
  }();
  return table;
}
Class class_of(std::string_view name) {
  const auto found = classes().find(name);
  return found == classes().end() ? Class::block : found->second;
}

// Shapes that drawings write as <path .../>; only there does the slash end an element.
bool is_shape(std::string_view name) {
  static constexpr std::array<std::string_view, 14> kShapes{"path",           "g",        "rect",    "circle", "use",  "line",
                                                            "polygon",        "polyline", "ellipse", "stop",   "defs", "lineargradient",
                                                            "radialgradient", "clippath"};
  return std::ranges::find(kShapes, name) != kShapes.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Where "</name" next stands, or the end.
std::size_t find_end_tag(std::string_view html, std::size_t from, std::string_view name) {
  for (std::size_t at = html.find("</", from); at != std::string_view::npos; at = html.find("</", at + 2)) {
    const std::string_view there = html.substr(at + 2, name.size());
    if (std::ranges::equal(there, name, {}, lower)) return at;
  }
  return html.size();
}

std::size_t find_comment_end(std::string_view html, std::size_t at) {
  for (std::size_t end = html.find("--", at + 2); end != std::string_view::npos; end = html.find("--", end + 1)) {
    if (html.substr(end + 2, 1) == ">") return end + 3;
    if (html.substr(end + 2, 2) == "!>") return end + 4;
  }
  return html.size();
}

// The attribute states of the HTML tokenizer.
struct Attributes {
  std::size_t end = 0, count = 0;
  bool self_closed = false;
};
Attributes pass_attributes(std::string_view html, std::size_t at) {
  enum class State { before_name, name, after_name, before_value, quoted, unquoted } state = State::before_name;
  Attributes found;
  char quote = 0;
  const auto begin_name = [&] {
    ++found.count;
    state = State::name;
  };
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (state == State::quoted) {
      if (c == quote) state = State::before_name;
      continue;
    }
    if (c == '>') {
      found.self_closed = html[at - 1] == '/' && state != State::unquoted;
      ++at;
      break;
    }
    switch (state) {
      case State::before_name:
        if (!is_space(c) && c != '/') begin_name();
        break;
      case State::name:
        if (c == '=') state = State::before_value;
        else if (is_space(c)) state = State::after_name;
        else if (c == '/') state = State::before_name;
        break;
      case State::after_name:
        if (c == '=') state = State::before_value;
        else if (c == '/') state = State::before_name;
        else if (!is_space(c)) begin_name();
        break;
      case State::before_value:
        if (c == '"' || c == '\'') quote = c, state = State::quoted;
        else if (!is_space(c)) state = State::unquoted;
        break;
      case State::unquoted:
        if (is_space(c)) state = State::before_name;
        break;
      case State::quoted: break;
    }
  }
  found.end = at;
  return found;
}

// The elements whose end tag is to come.
class OpenElements {
 public:
  [[nodiscard]] std::size_t depth() const { return stack_.size() + formatting_; }
  [[nodiscard]] std::size_t formatting() const { return formatting_; }

  void start(const std::string& name, Class c) {
    if (c == Class::formatting) {
      ++open_[name];
      ++formatting_;
      return;
    }
    if (c == Class::item && !stack_.empty() && stack_.back().second == Class::item && (stack_.back().first == "li") == (name == "li"))
      pop();
    stack_.emplace_back(name, c);
    ++open_[name];
  }
  void end(const std::string& name, Class c) {
    const auto found = open_.find(name);
    if (found == open_.end() || found->second == 0) return;
    if (c == Class::formatting) {
      --found->second;
      --formatting_;
      return;
    }
    std::size_t at = stack_.size();
    while (at > 0 && stack_[at - 1].first != name) {
      const Class above = stack_[--at].second;
      if (above != Class::ordinary && (above != Class::item || c == Class::ordinary)) return;  // the parser may pass this end tag over
    }
    while (at > 0 && stack_.size() >= at) pop();
  }

 private:
  void pop() {
    --open_[stack_.back().first];
    stack_.pop_back();
  }
  std::vector<std::pair<std::string, Class>> stack_;
  std::unordered_map<std::string, std::size_t> open_;
  std::size_t formatting_ = 0;
};

}  // namespace

Result<void> check_html_shape(std::string_view html, std::string_view file) {
  const auto broken = [&](Cause cause, std::size_t at, std::string what) {
    const auto line = 1 + static_cast<std::size_t>(std::count(html.begin(), html.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    return fail(cause, {std::string(file), line}, std::move(what), "save the page again from a browser, or as text");
  };
  OpenElements open;
  std::size_t elements = 0;
  bool in_drawing = false, raw_is_certain = true;
  std::string name;
  for (std::size_t at = html.find('<'); at != std::string_view::npos && at + 1 < html.size(); at = html.find('<', at)) {
    const std::size_t begin = at;
    elements += 1 + open.formatting();
    if (elements > kMostElements) return broken(Cause::too_large, begin, fmt::format("a page of more than {} elements", kMostElements));
    if (html.substr(at, 4) == "<!--") {
      at = find_comment_end(html, at);
      continue;
    }
    const bool ends = html[at + 1] == '/';
    std::size_t i = at + 1 + ends;
    if (i >= html.size() || !is_letter(html[i])) {
      ++at;  // at most a comment or a text
      continue;
    }
    name.clear();
    for (; i < html.size() && !is_space(html[i]) && html[i] != '>' && html[i] != '/'; ++i) name += lower(html[i]);
    const Attributes attributes = pass_attributes(html, i);
    if (attributes.count > kMostAttributes)
      return broken(Cause::malformed, begin, fmt::format("a tag with more than {} attributes", kMostAttributes));
    at = attributes.end;
    const Class c = class_of(name);
    if (c == Class::foreign) {
      in_drawing = !ends;
      raw_is_certain = false;
    } else if (!is_shape(name)) {
      in_drawing = false;
    }
    if (name == "select") raw_is_certain = false;
    if (c == Class::flat) continue;
    if (ends) open.end(name, c);
    else if (raw_is_certain && (c == Class::script || c == Class::raw)) at = find_end_tag(html, at, name);
    else if (!(in_drawing && attributes.self_closed)) open.start(name, c);
    if (open.depth() > kDeepest) return broken(Cause::malformed, begin, fmt::format("tags nested more than {} deep", kDeepest));
  }
  return {};
}

}  // namespace fengbiao
