#include "check/one_off.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kChar = 3;    // bytes of a Chinese character
constexpr std::size_t kShortest = 4;  // characters of a name

std::size_t left_size(const std::string& name) { return name.size() / kChar / 2 * kChar; }

}  // namespace

OneOff OneOff::of(const std::vector<std::string>& names, const std::function<void(std::string_view)>& half) {
  OneOff out;
  out.names_ = names;
  const auto index = [&](Half& side, bool left) {
    std::map<std::string, std::vector<Known>> by_words;
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      if (names[i].size() < kShortest * kChar) continue;
      const std::size_t cut = left_size(names[i]);
      std::uint32_t size = 0;
      const auto unit = [&](std::size_t at) { return Characters::unit_at(names[i], at, size); };
      if (left) by_words[names[i].substr(0, cut)].push_back({unit(cut), unit(cut + kChar), i});
      else by_words[names[i].substr(cut)].push_back({unit(cut - kChar), unit(cut - 2 * kChar), i});
    }
    std::vector<std::pair<std::string, std::uint32_t>> entries;
    for (auto& [words, who] : by_words) {
      if (half) half(words);
      entries.emplace_back(words, static_cast<std::uint32_t>(side.sharing.size()));
      side.sharing.push_back(std::move(who));
    }
    side.halves = Trie::build(std::move(entries));
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

void OneOff::find(std::string_view text, std::uint32_t at, std::vector<Hit>& out) const {
  std::uint32_t size = 0;
  left_.halves.each(text, at, [&](Trie::Hit hit) {
    const std::uint32_t end = at + hit.length;
    if (end + 2 * kChar > text.size()) return;
    const std::uint32_t beside = Characters::unit_at(text, end, size), next = Characters::unit_at(text, end + size, size);
    for (const Known& known : left_.sharing[hit.value])
      if (known.beside == beside || known.next == next) take(text, at, known.name, out);
  });
  if (at < 2 * kChar) return;
  right_.halves.each(text, at, [&](Trie::Hit hit) {
    const std::uint32_t beside = Characters::unit_before(text, at, size), next = Characters::unit_before(text, at - size, size);
    for (const Known& known : right_.sharing[hit.value])
      if (known.beside == beside || known.next == next)
        if (const std::size_t before = left_size(names_[known.name]); before <= at)
          take(text, at - static_cast<std::uint32_t>(before), known.name, out);
  });
}

void OneOff::order(std::vector<Hit>& hits) {
  std::ranges::sort(hits, {}, [](const Hit& hit) { return std::tuple(hit.span.begin, UINT32_MAX - hit.span.end, hit.name); });
  const auto again = std::ranges::unique(hits, [](const Hit& a, const Hit& b) { return a.span == b.span && a.name == b.name; });
  hits.erase(again.begin(), again.end());
}

}  // namespace fengbiao
