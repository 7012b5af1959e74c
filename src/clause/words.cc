#include "clause/words.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, kWordUses> kUses = {
    "part",          "now",    "forecast",   "target", "until",   "compare_before", "compare_with",
    "compare_after", "record", "range_from", "ahead",  "tell",    "teller_before",  "teller_after",
    "researcher",    "toward", "area",       "aspect", "opening", "same_area",      "owner",
    "marker",        "each",   "link",       "trail",  "of",      "former",         "latter"};
constexpr std::string_view kNoUse = "looks_like";  // words that hold one of the others and are none

}  // namespace

Result<ClauseWords> ClauseWords::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find("clause/clauses.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"words"}));
  ClauseWords out;
  Classes classes;
  FB_CHECK(out.lexicon_.add(pack["words"], classes));
  out.lexicon_.seal();
  std::vector<std::uint32_t> use_of(classes.size());
  for (ClassId id = 0; id < classes.size(); ++id) {
    const auto known = std::find(kUses.begin(), kUses.end(), classes.name(id));
    if (known != kUses.end()) use_of[id] = 1U << (known - kUses.begin());
    else if (classes.name(id) != kNoUse)
      return pack["words"].complain(fmt::format("class \"{}\" is not known here", classes.name(id)),
                                    "data/clause/README.md lists the classes");
  }
  for (const std::string_view use : kUses)
    if (!classes.find(use)) return pack["words"].complain(fmt::format("there are no words of the class \"{}\"", use));
  std::set<std::size_t, std::greater<>> lengths;
  for (std::uint32_t i = 0; i < out.lexicon_.size(); ++i) {
    std::uint32_t uses = 0;
    out.lexicon_.word(i).classes.each([&](ClassId id) { uses |= use_of[id]; });
    out.uses_.push_back(uses);
    lengths.insert(out.lexicon_.word(i).text.size());
  }
  out.lengths_.assign(lengths.begin(), lengths.end());
  return out;
}

void ClauseWords::scan(std::string_view folded, std::span<const Span> skip, std::vector<WordHit>& out) const {
  out.clear();
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < folded.size();) {
    while (next < skip.size() && skip[next].end <= i) ++next;
    if (next < skip.size() && skip[next].begin <= i) {
      i = skip[next].end;
      continue;
    }
    const Lexicon::Hit hit = lexicon_.longest(folded, i);
    if (hit.length == 0) {  // on to the next character
      const auto lead = static_cast<unsigned char>(folded[i]);
      i += lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      continue;
    }
    if (uses_[hit.word] != 0) out.push_back({{i, i + hit.length}, hit.word, uses_[hit.word]});
    i += hit.length;
  }
}

bool ClauseWords::ends_in(std::string_view text, WordUse use) const {
  for (const std::size_t length : lengths_) {
    if (length > text.size()) continue;
    const Lexicon::Hit hit = lexicon_.longest(text, text.size() - length);
    if (hit.length == length && (uses_[hit.word] >> static_cast<unsigned>(use)) & 1U) return true;
  }
  return false;
}

}  // namespace fengbiao
