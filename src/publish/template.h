// Fills a page template: {{name}} a field, escaped for HTML; {{{name}}} markup as it is; {{#name}}..{{/name}} once for
// each item of a list, or once when the field is there; {{^name}}..{{/name}} when it is not. A subset of Mustache.
//
//   View view; view.set("name", "A & B"); fill("<b>{{name}}</b>", view) == "<b>A &amp; B</b>"
//
// A field that no view knows is empty; a section without its end runs to the end of the template. It does not compute,
// include or read files. Tested by template_test.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fengbiao {

// What a template may name: texts and lists of further views. An item of a list sees the fields around it.
class View {
 public:
  void set(std::string_view name, std::string_view text);      // escaped where it is put in
  void set_markup(std::string_view name, std::string markup);  // HTML already
  View& add(std::string_view list);                            // a new item at the end of a list

 private:
  friend class Filling;
  std::map<std::string, std::string, std::less<>> fields_;  // markup
  std::map<std::string, std::vector<View>, std::less<>> lists_;
};

std::string fill(std::string_view page, const View& view);

// `text` for HTML content and attribute values; control characters that HTML forbids become U+FFFD.
std::string escape_html(std::string_view text);

}  // namespace fengbiao
