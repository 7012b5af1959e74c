#include "publish/spacing.h"

#include "base/utf8.h"
#include "publish/template.h"

namespace fengbiao {

namespace {

enum class Script { other, han, latin };

Script script_of(char32_t c) {
  if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7))
    return Script::latin;
  if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x20000 && c <= 0x3FFFF) ||
      c == 0x3007)
    return Script::han;
  return Script::other;
}

}  // namespace

std::string spaced_html(std::string_view text) {
  std::string out;
  std::size_t run = 0;  // start of the part not yet written
  Script before = Script::other;
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    Script here = script_of(c.code);
    // A per cent sign belongs to the figure before it: a gap after it, none before.
    if (c.code == '%' && before == Script::latin && last >= '0' && last <= '9') here = Script::latin;
    if (here != before && here != Script::other && before != Script::other) {
      out += escape_html(text.substr(run, at - run));
      out += "<i class=\"q\"></i>";
      run = at;
    }
    before = here;
    last = c.code;
    at += c.size;
  }
  return out += escape_html(text.substr(run));
}

}  // namespace fengbiao
