#include "rules/use_words.h"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace fengbiao {
namespace {

constexpr std::string_view kNoUse = "looks_like";  // words that hold one of the others and are none

}  // namespace

Result<UseWords> UseWords::load(const DataSet& data, std::string_view file, std::span<const std::string_view> names) {
  FB_TRY(const DataSet::File* found, data.find(file));
  FB_TRY(const PackNode pack, PackNode::parse(found->bytes, found->place));
  FB_CHECK(pack.only_keys({"words"}));
  UseWords out;
  Classes classes;
  FB_CHECK(out.lexicon_.add(pack["words"], classes));
  out.lexicon_.seal();
  std::vector<ClassSet> use_of(classes.size());
  for (std::size_t use = 0; use < names.size(); ++use)
    if (const ClassId* id = classes.find(names[use])) use_of[*id].add(static_cast<ClassId>(use));
  FB_TRY(const std::vector<PackNode> lists, pack["words"].items());
  for (const PackNode& list : lists) {
    FB_TRY(const std::vector<std::string> given, list["class"].texts());
    for (const std::string& name : given)
      if (name != kNoUse && std::find(names.begin(), names.end(), name) == names.end())
        return list["class"].complain(fmt::format("class \"{}\" is not known here", name),
                                      fmt::format("the README.md beside data/{} lists the classes", file));
  }
  for (const std::string_view use : names)
    if (!classes.find(use)) return pack["words"].complain(fmt::format("there are no words of the class \"{}\"", use));
  std::vector<std::pair<std::string, std::uint32_t>> ends;
  for (std::uint32_t i = 0; i < out.lexicon_.size(); ++i) {
    ClassSet uses;
    out.lexicon_.word(i).classes.each([&](ClassId id) { uses.add(use_of[id]); });
    out.uses_.push_back(uses);
    if (!uses.empty()) ends.emplace_back(out.lexicon_.word(i).text, i);
  }
  out.backwards_ = Trie::build(std::move(ends), Trie::Direction::backwards);
  return out;
}

void UseWords::scan(const Characters& folded, std::span<const Span> skip, std::vector<WordHit>& out) const {
  out.clear();
  const auto size = static_cast<std::uint32_t>(folded.text().size());
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < size;) {
    // A word that runs into what is skipped is none.
    while (next < skip.size() && skip[next].end <= i) ++next;
    const std::uint32_t stop = next < skip.size() ? std::max(skip[next].begin, i) : size;
    while (i < stop) {
      Lexicon::Hit hit;
      lexicon_.each(folded, i, stop, [&](Lexicon::Hit found) { hit = found; });
      if (hit.length == 0) {
        i += folded.size(i);
        continue;
      }
      if (!uses_[hit.word].empty()) out.push_back({{i, i + hit.length}, hit.word, uses_[hit.word]});
      i += hit.length;
    }
    if (next < skip.size()) i = std::max(i, skip[next].end);
  }
}

std::size_t UseWords::ends_in(std::string_view text, ClassId use) const {
  std::size_t best = 0;
  backwards_.each_before(text, text.size(), [&](Trie::Hit hit) {
    if (uses_[hit.value].has(use)) best = hit.length;
  });
  return best;
}

std::size_t UseWords::begins_with(std::string_view text, ClassId use) const {
  std::size_t best = 0;
  lexicon_.each(text, 0, [&](Lexicon::Hit hit) {
    if (uses_[hit.word].has(use)) best = std::max<std::size_t>(best, hit.length);
  });
  return best;
}

}  // namespace fengbiao
