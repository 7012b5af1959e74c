#include "intake/html_tree.h"

#include <algorithm>
#include <array>

#include "intake/html_guard.h"

namespace fengbiao {
namespace {

template <std::size_t N>
bool is_in(GumboTag tag, const std::array<GumboTag, N>& tags) {
  return std::ranges::find(tags, tag) != tags.end();
}
constexpr std::array kNotShown{GUMBO_TAG_HEAD,     GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,   GUMBO_TAG_TEMPLATE,
                               GUMBO_TAG_NOSCRIPT, GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES,
                               GUMBO_TAG_SELECT,   GUMBO_TAG_SVG,    GUMBO_TAG_OBJECT,  GUMBO_TAG_RP};
constexpr std::array kInline{GUMBO_TAG_A,    GUMBO_TAG_ABBR,  GUMBO_TAG_ACRONYM, GUMBO_TAG_B,      GUMBO_TAG_BASEFONT, GUMBO_TAG_BDI,
                             GUMBO_TAG_BDO,  GUMBO_TAG_BIG,   GUMBO_TAG_BLINK,   GUMBO_TAG_BUTTON, GUMBO_TAG_CITE,     GUMBO_TAG_CODE,
                             GUMBO_TAG_DATA, GUMBO_TAG_DEL,   GUMBO_TAG_DFN,     GUMBO_TAG_EM,     GUMBO_TAG_FONT,     GUMBO_TAG_I,
                             GUMBO_TAG_IMG,  GUMBO_TAG_INPUT, GUMBO_TAG_INS,     GUMBO_TAG_KBD,    GUMBO_TAG_LABEL,    GUMBO_TAG_MARK,
                             GUMBO_TAG_NOBR, GUMBO_TAG_Q,     GUMBO_TAG_RB,      GUMBO_TAG_RT,     GUMBO_TAG_RUBY,     GUMBO_TAG_S,
                             GUMBO_TAG_SAMP, GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,    GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG,   GUMBO_TAG_SUB,
                             GUMBO_TAG_SUP,  GUMBO_TAG_TIME,  GUMBO_TAG_TT,      GUMBO_TAG_U,      GUMBO_TAG_UNKNOWN,  GUMBO_TAG_VAR,
                             GUMBO_TAG_WBR,  GUMBO_TAG_MAP,   GUMBO_TAG_AREA,    GUMBO_TAG_OUTPUT, GUMBO_TAG_METER};

std::string squeezed_lower(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (!is_html_space(c)) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

bool is_hidden(const GumboElement& element, bool out_of_sight_too) {
  if (gumbo_get_attribute(&element.attributes, "hidden")) return true;
  const GumboAttribute* style = gumbo_get_attribute(&element.attributes, "style");
  if (!style) return false;
  const std::string rules = squeezed_lower(style->value);
  return rules.find("display:none") != std::string::npos || (out_of_sight_too && rules.find("visibility:hidden") != std::string::npos);
}

}  // namespace

Result<HtmlTree> HtmlTree::parse(std::string_view text, std::string_view file) {
  FB_CHECK(check_html_shape(text, file));
  HtmlTree out;
  out.output_.reset(gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size()));
  if (!out.output_)
    return fail(Cause::malformed, {std::string(file)}, "tags nested too deep", "save the page again from a browser, or as text");
  return out;
}

bool is_shown(const GumboElement& element, bool in_sight) { return !is_in(element.tag, kNotShown) && !is_hidden(element, in_sight); }
bool is_inline(GumboTag tag) { return is_in(tag, kInline); }
bool is_html_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::string_view attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found ? std::string_view(found->value) : std::string_view();
}

std::string declared_charset(std::string_view bytes) {
  const std::string head = squeezed_lower(bytes.substr(0, 4096));
  std::string name;
  const auto at = head.find("charset=");
  if (at == std::string::npos) return name;
  for (std::size_t i = at + 8; i < head.size() && name.size() < 40; ++i) {
    const char c = head[i];
    if ((c == '"' || c == '\'') && name.empty()) continue;
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.')) break;
    name += c;
  }
  return charset_named(name);
}

std::string charset_named(std::string_view label) {
  std::string name;
  for (const char c : label) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return name == "gb2312" || name == "gbk" || name == "x-gbk" ? "gb18030" : name;
}

}  // namespace fengbiao
