// What the style sheet of a DOCX says about paragraphs: which styles are headings and of which level, which are numbered.
// A style is found by its id, its meaning by its English name ("heading 1", also in Chinese Word) or outline level, its own
// or that of the style it is based on. Tested by docx_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace fengbiao {

struct DocxStyle {
  std::uint8_t level = 0;  // of a heading, 1..6
  bool numbered = false;
};

// By style id. A broken sheet gives no styles: the text can be read without it.
std::unordered_map<std::string, DocxStyle> docx_styles(std::string_view styles_xml);

// The heading level of a style name or id, 0 for none: "heading 2", "Heading2", "Title" (1).
std::uint8_t heading_level(std::string_view name);

// The part of an XML name after its prefix: "w:p" -> "p".
std::string_view local_name(const char* name);

}  // namespace fengbiao
