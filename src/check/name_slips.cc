#include "check/name_slips.h"

#include <algorithm>
#include <map>
#include <utility>

#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kChar = 3;           // bytes of a Chinese character
constexpr std::uint32_t kShortest = 5;       // characters of a name
constexpr std::uint32_t kLong = 7;           // characters of one that is known by four
constexpr std::uint32_t kBlocks = 8;         // characters of one in which words may have changed places
constexpr std::size_t kMostThatBegin = 120;  // names that begin alike; of more none is looked for

}  // namespace

NameSlips NameSlips::of(const std::vector<std::string>& names, const std::function<void(std::string_view)>& starting) {
  NameSlips out;
  out.names_ = names;
  std::map<std::string, std::vector<std::uint32_t>> by_start;
  for (std::uint32_t i = 0; i < names.size(); ++i)
    if (const std::size_t length = names[i].size() / kChar; length >= kShortest)
      by_start[names[i].substr(0, (length >= kLong ? 4 : 3) * kChar)].push_back(i);
  std::vector<std::pair<std::string, std::uint32_t>> entries;
  for (auto& [start, who] : by_start) {
    if (who.size() > kMostThatBegin) continue;
    entries.emplace_back(start, static_cast<std::uint32_t>(out.starting_.size()));
    out.starting_.push_back(std::move(who));
  }
  if (starting)
    for (const auto& [words, value] : entries) starting(words);
  out.starts_ = Trie::build(std::move(entries));
  return out;
}

void NameSlips::take(std::string_view text, std::uint32_t begin, std::uint32_t name, std::vector<Hit>& out) const {
  const std::string_view known = names_[name], printed = text.substr(begin);
  std::uint32_t at = 0;  // both are the same so far
  while (at < known.size() && printed.compare(at, kChar, known, at, kChar) == 0) at += kChar;
  const std::string_view rest = known.substr(at);
  if (rest.size() < 2 * kChar || at + kChar > printed.size()) return;
  const std::string_view there = printed.substr(at);
  const auto found = [&](Kind kind, std::size_t size, std::uint32_t from, std::uint32_t to) {
    out.push_back({kind, {begin, begin + static_cast<std::uint32_t>(size)}, name, {begin + from, begin + to}});
  };
  const auto behind = [&](std::uint32_t skipped, std::uint32_t left_out) {
    return there.size() >= skipped && there.substr(skipped).starts_with(rest.substr(left_out));
  };
  const auto same = [&](std::uint32_t here, std::uint32_t of_name, std::uint32_t size) {
    return there.size() >= here + size && there.substr(here, size) == rest.substr(of_name, size);
  };
  if (same(0, kChar, kChar) && same(kChar, 0, kChar) && behind(2 * kChar, 2 * kChar))
    return found(Kind::turned, known.size(), at, at + 2 * kChar);
  if (behind(0, kChar)) return found(Kind::missing, known.size() - kChar, at - kChar, at + kChar);
  std::uint32_t size = 0;
  const std::uint32_t unit = Characters::unit_at(there, 0, size);
  if (size == kChar && is_han(static_cast<char32_t>(unit)) && behind(kChar, 0))
    return found(Kind::added, known.size() + kChar, at, at + kChar);
  if (known.size() >= kBlocks * kChar && rest.size() > 4 * kChar && same(0, 2 * kChar, 2 * kChar) && same(2 * kChar, 0, 2 * kChar) &&
      behind(4 * kChar, 4 * kChar))
    found(Kind::blocks, known.size(), at, at + 4 * kChar);
}

void NameSlips::find(std::string_view text, std::uint32_t at, std::vector<Hit>& out) const {
  starts_.each(text, at, [&](Trie::Hit hit) {
    for (const std::uint32_t name : starting_[hit.value]) take(text, at, name, out);
  });
}

}  // namespace fengbiao
