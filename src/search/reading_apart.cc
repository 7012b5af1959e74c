#include "search/reading_apart.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

bool narrow_letter(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); }

}  // namespace

std::vector<std::string> words_in(std::string_view form, const Words& common, const std::function<std::uint32_t(std::size_t)>& name_at) {
  std::vector<std::string> out;
  Characters run;
  std::vector<std::uint8_t> begins;
  for (std::size_t at = 0; at < form.size();) {
    if (const std::uint32_t name = name_at(at); name > 0) {
      out.emplace_back(form.substr(at, name));
      at += name;
      continue;
    }
    const auto until = [&](auto&& belongs) {
      std::size_t end = at;
      while (end < form.size() && belongs(decode(form, end).code) && (end == at || name_at(end) == 0)) end += decode(form, end).size;
      return end;
    };
    if (const std::size_t end = until(is_han); end > at) {
      const auto size = static_cast<std::uint32_t>(end - at);
      run.assign(form.substr(at, size));
      begins.assign(size + 1, 0);
      common.cut(
          run, {0, size}, [](std::size_t, auto&&) {}, begins);
      for (std::uint32_t from = 0, to = 1; from < size; from = to) {
        for (to = from + 1; to < size && begins[to] == 0;) ++to;
        out.emplace_back(run.text().substr(from, to - from));
      }
      at = end;
    } else if (const std::size_t latin_end = until(narrow_letter); latin_end > at) {
      out.emplace_back(form.substr(at, latin_end - at));
      at = latin_end;
    } else {
      at += decode(form, at).size;
    }
  }
  const auto single = [](const std::string& word) { return count_code_points(word) < 2; };
  std::erase_if(out, single);
  std::vector<std::string> once;
  for (std::string& word : out)
    if (std::ranges::find(once, word) == once.end()) once.push_back(std::move(word));
  return once;
}

}  // namespace fengbiao
