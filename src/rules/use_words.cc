#include "rules/use_words.h"

#include <fmt/format.h>

#include <set>

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
  std::vector<std::uint64_t> use_of(classes.size());
  for (std::size_t use = 0; use < names.size(); ++use)
    if (const ClassId* id = classes.find(names[use])) use_of[*id] = std::uint64_t{1} << use;
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
  std::set<std::size_t, std::greater<>> lengths;
  for (std::uint32_t i = 0; i < out.lexicon_.size(); ++i) {
    std::uint64_t uses = 0;
    out.lexicon_.word(i).classes.each([&](ClassId id) { uses |= use_of[id]; });
    out.uses_.push_back(uses);
    lengths.insert(out.lexicon_.word(i).text.size());
  }
  out.lengths_.assign(lengths.begin(), lengths.end());
  return out;
}

void UseWords::scan(std::string_view folded, std::span<const Span> skip, std::vector<WordHit>& out) const {
  out.clear();
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < folded.size();) {
    while (next < skip.size() && skip[next].end <= i) ++next;
    if (next < skip.size() && skip[next].begin <= i) {
      i = skip[next].end;
      continue;
    }
    // A word that runs into what is skipped is none.
    const std::uint32_t limit = next < skip.size() ? skip[next].begin - i : 0xFFFFFFFF;
    Lexicon::Hit hit = lexicon_.longest(folded, i);
    if (hit.length > limit) {
      hit = {};
      lexicon_.each(folded, i, [&](Lexicon::Hit h) {
        if (h.length <= limit && h.length > hit.length) hit = h;
      });
    }
    if (hit.length == 0) {  // on to the next character
      const auto lead = static_cast<unsigned char>(folded[i]);
      i += lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      continue;
    }
    if (uses_[hit.word] != 0) out.push_back({{i, i + hit.length}, hit.word, uses_[hit.word]});
    i += hit.length;
  }
}

std::size_t UseWords::ends_in(std::string_view text, std::uint64_t uses) const {
  for (const std::size_t length : lengths_) {
    if (length > text.size()) continue;
    const Lexicon::Hit hit = lexicon_.longest(text, text.size() - length);
    if (hit.length == length && (uses_[hit.word] & uses) != 0) return length;
  }
  return 0;
}

std::size_t UseWords::begins_with(std::string_view text, std::uint64_t uses) const {
  std::size_t best = 0;
  lexicon_.each(text, 0, [&](Lexicon::Hit hit) {
    if ((uses_[hit.word] & uses) != 0) best = std::max<std::size_t>(best, hit.length);
  });
  return best;
}

}  // namespace fengbiao
