// A page as a tree: parsed by gumbo behind the guard (html_guard.h), freed by itself, and what every walk over it asks.
//
//   FB_TRY(const HtmlTree tree, HtmlTree::parse(utf8, "a.html"));   walk(tree.document())
//
// The text that was parsed must outlive nothing: gumbo copies what it keeps, except original positions, which are not used.
// Tested through html_test.cc.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace fengbiao {

class HtmlTree {
 public:
  // `text` is UTF-8. Fails with malformed (nested too deep) or too_large.
  static Result<HtmlTree> parse(std::string_view text, std::string_view file);
  [[nodiscard]] const GumboNode& document() const { return *output_->document; }
  [[nodiscard]] const GumboNode& root() const { return *output_->root; }  // <html>

 private:
  struct Free {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
  };
  std::unique_ptr<GumboOutput, Free> output_;
};

// False for what no reader sees: script, style, templates, what is hidden by attribute or its own style. `in_sight`: what takes its place
// and is not painted (visibility:hidden) is hidden too.
bool is_shown(const GumboElement& element, bool in_sight = true);
bool is_inline(GumboTag tag);  // part of a line, by the defaults of browsers
bool is_html_space(char c);
std::string_view attribute(const GumboElement& element, const char* name);  // empty where there is none

// The encoding that the first tags declare (charset=), as ICU knows it; empty where none does.
std::string declared_charset(std::string_view bytes);
std::string charset_named(std::string_view label);  // "GBK" is read as gb18030, which holds it

}  // namespace fengbiao
