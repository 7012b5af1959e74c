#include "check/one_off.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kChar = 3;      // bytes of a Chinese character
constexpr std::size_t kShortest = 4;  // characters of a name
constexpr const char* kBlank = "?";
constexpr std::size_t kMostOfAHalf = 200;  // names that share a half and are tried one by one

std::size_t left_size(std::size_t name) { return name / kChar / 2 * kChar; }
std::size_t left_size(const std::string& name) { return left_size(name.size()); }

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
      entries.emplace_back(words, static_cast<std::uint32_t>(half.groups.size()));
      Group& group = half.groups.emplace_back();
      if (who.size() <= kMostOfAHalf) {
        group.names = std::move(who);
        continue;
      }
      for (const std::uint32_t name : who) {
        const std::string& known = names[name];
        group.lengths.push_back(static_cast<std::uint32_t>(known.size()));
        const std::size_t from = left ? left_size(known) : 0, to = left ? known.size() : left_size(known);
        for (std::size_t at = from; at < to; at += kChar)
          out.blanked_[std::string(known).erase(at, kChar).insert(at, kBlank)].push_back(name);
      }
      std::ranges::sort(group.lengths);
      group.lengths.erase(std::ranges::unique(group.lengths).begin(), group.lengths.end());
    }
    for (const auto& [words, value] : entries) half.begin.add(words);
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

// A stretch whose left (or right) half is known, with each of the other characters left out in turn.
void OneOff::take_blanked(std::string_view text, std::uint32_t begin, std::uint32_t length, bool left, std::vector<Hit>& out) const {
  if (begin + length > text.size()) return;
  const std::string_view printed = text.substr(begin, length);
  const std::size_t from = left ? left_size(length) : 0, to = left ? length : left_size(length);
  for (std::size_t at = from; at < to; at += kChar) {
    const auto known = blanked_.find(std::string(printed).erase(at, kChar).insert(at, kBlank));
    if (known == blanked_.end()) continue;
    for (const std::uint32_t name : known->second) take(text, begin, name, out);
  }
}

void OneOff::find(std::string_view text, std::vector<Hit>& out) const {
  out.clear();
  for (std::uint32_t at = 0, size = 0; at < text.size(); at += size) {
    Characters::unit_at(text, at, size);
    if (left_.begin.may_begin(text, at))
      left_.halves.each(text, at, [&](Trie::Hit hit) {
        const Group& group = left_.groups[hit.value];
        for (const std::uint32_t name : group.names) take(text, at, name, out);
        for (const std::uint32_t length : group.lengths) take_blanked(text, at, length, true, out);
      });
    if (right_.begin.may_begin(text, at))
      right_.halves.each(text, at, [&](Trie::Hit hit) {
        const Group& group = right_.groups[hit.value];
        for (const std::uint32_t length : group.lengths)
          if (const std::size_t before = left_size(length); before <= at)
            take_blanked(text, at - static_cast<std::uint32_t>(before), length, false, out);
        for (const std::uint32_t name : group.names)
          if (const std::size_t before = left_size(names_[name]); before <= at)
            take(text, at - static_cast<std::uint32_t>(before), name, out);
      });
  }
  std::ranges::sort(out, {}, [](const Hit& hit) { return std::tuple(hit.span.begin, UINT32_MAX - hit.span.end, hit.name); });
  const auto again = std::ranges::unique(out, [](const Hit& a, const Hit& b) { return a.span == b.span && a.name == b.name; });
  out.erase(again.begin(), again.end());
}

}  // namespace fengbiao
