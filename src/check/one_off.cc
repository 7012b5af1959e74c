#include "check/one_off.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kChar = 3;           // bytes of a Chinese character
constexpr std::size_t kShortest = 4;       // characters of a name
constexpr std::size_t kMostOfAHalf = 200;  // names that share a half: of a commoner one none is looked for

std::size_t left_size(const std::string& name) { return name.size() / kChar / 2 * kChar; }

}  // namespace

OneOff OneOff::of(const std::vector<std::string>& names) {
  OneOff out;
  out.names_ = names;
  const auto index = [&](Half& half, bool left) {
    std::map<std::string, std::vector<std::uint32_t>> by_words;
    for (std::uint32_t i = 0; i < names.size(); ++i)
      if (names[i].size() >= kShortest * kChar)
        by_words[left ? names[i].substr(0, left_size(names[i])) : names[i].substr(left_size(names[i]))].push_back(i);
    std::vector<std::pair<std::string, std::uint32_t>> entries;
    for (auto& [words, who] : by_words) {
      if (who.size() > kMostOfAHalf) continue;
      entries.emplace_back(words, static_cast<std::uint32_t>(half.names.size()));
      half.names.push_back(std::move(who));
    }
    half.halves = Trie::build(std::move(entries));
  };
  index(out.left_, true);
  index(out.right_, false);
  return out;
}

void OneOff::take(std::string_view text, std::uint32_t begin, std::uint32_t name, std::vector<Hit>& out) const {
  const std::string& known = names_[name];
  if (begin + known.size() > text.size()) return;
  std::uint32_t wrong = 0, where = 0;
  for (std::uint32_t at = 0; at < known.size(); at += kChar) {
    if (text.compare(begin + at, kChar, known, at, kChar) == 0) continue;
    if (++wrong > 1) return;
    where = begin + at;
  }
  std::uint32_t size = 0;
  const std::uint32_t unit = wrong == 1 ? Characters::unit_at(text, where, size) : 0;
  if (size != kChar || !is_han(static_cast<char32_t>(unit))) return;
  out.push_back({{begin, begin + static_cast<std::uint32_t>(known.size())}, name, where});
}

void OneOff::find(std::string_view text, std::vector<Hit>& out) const {
  out.clear();
  for (std::uint32_t at = 0, size = 0; at < text.size(); at += size) {
    Characters::unit_at(text, at, size);
    left_.halves.each(text, at, [&](Trie::Hit hit) {
      for (const std::uint32_t name : left_.names[hit.value]) take(text, at, name, out);
    });
    right_.halves.each(text, at, [&](Trie::Hit hit) {
      for (const std::uint32_t name : right_.names[hit.value])
        if (const std::size_t before = left_size(names_[name]); before <= at)
          take(text, at - static_cast<std::uint32_t>(before), name, out);
    });
  }
  std::ranges::sort(out, {}, [](const Hit& hit) { return std::tuple(hit.span.begin, UINT32_MAX - hit.span.end, hit.name); });
}

}  // namespace fengbiao
