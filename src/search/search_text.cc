#include "search/search_text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/embedded.h"
#include "base/utf8.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr char32_t kBasicPlane = 0x10000;

struct Forms {
  std::vector<char32_t> basic;                            // by code point
  std::vector<std::pair<char32_t, char32_t>> simplified;  // sorted; of all planes

  Forms() : basic(kBasicPlane) {
    const auto bytes = embedded_file("text/traditional.tsv");
    assert(bytes && "built without data/text/traditional.tsv");
    std::string_view rest = *bytes;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const std::size_t tab = line.find('\t');
      if (line.starts_with('#') || tab == line.npos || tab + 1 == line.size()) continue;
      simplified.emplace_back(decode(line, 0).code, decode(line, tab + 1).code);
    }
    std::ranges::sort(simplified);
    for (char32_t c = 0; c < kBasicPlane; ++c) basic[c] = slow(c);
  }
  // Until nothing changes any more, so that the form of a form is itself.
  [[nodiscard]] char32_t slow(char32_t code) const {
    for (int turns = 0; turns < 4; ++turns) {
      char32_t c = fold(code);
      if (c == 0 || is_blank(c)) return c == 0 ? 0 : U' ';
      c = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
      const auto at = std::ranges::lower_bound(simplified, c, {}, &std::pair<char32_t, char32_t>::first);
      if (at != simplified.end() && at->first == c) c = at->second;
      if (c == code) break;
      code = c;
    }
    return code;
  }
};

const Forms& forms() {
  static const Forms made;
  return made;
}

// Between two of these a blank says something.
bool is_narrow_word(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  return !is_wide(c) && !is_han(c) && u_isalnum(static_cast<UChar32>(c));
}

}  // namespace

char32_t search_form(char32_t code) { return code < kBasicPlane ? forms().basic[code] : forms().slow(code); }

void search_text(std::string_view text, Folded& out) {
  out.text.clear();
  out.origin.clear();
  out.text.reserve(text.size());
  out.origin.reserve(text.size() + 1);
  const Forms& table = forms();
  bool blank = false, word = false;  // since the last character; whether that was of a narrow word
  std::size_t blank_at = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    const char32_t c = d.code < kBasicPlane ? table.basic[d.code] : table.slow(d.code);
    if (c == U' ') {
      if (!blank) blank_at = i;
      blank = true;
    } else if (c != 0) {
      const bool now = is_narrow_word(c);
      if (blank && word && now) {
        out.text += ' ';
        out.origin.push_back(static_cast<std::uint32_t>(blank_at));
      }
      append_utf8(out.text, c);
      out.origin.resize(out.text.size(), static_cast<std::uint32_t>(i));
      blank = false;
      word = now;
    }
    i += d.size;
  }
  out.origin.push_back(static_cast<std::uint32_t>(text.size()));
}

std::string search_text(std::string_view text) {
  Folded out;
  search_text(text, out);
  return std::move(out.text);
}

}  // namespace fengbiao
