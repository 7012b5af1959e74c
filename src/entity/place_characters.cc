#include "entity/place_characters.h"

#include <algorithm>

#include "base/utf8.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMost = 34;  // there are no more provinces

}  // namespace

CharacterList read_characters(const PlaceForms& forms, const Words& words, const Gazetteer& gazetteer, std::string_view text,
                              const std::vector<std::uint8_t>& begins, std::uint32_t at, std::uint32_t end) {
  CharacterList list;
  // One character for a place, not the first of a word or name. Beyond `end` the text is not cut yet.
  const auto single = [&](std::uint32_t p) -> PlaceForms::Found {
    if (p + 3 > text.size() || (p < end && p != at && !begins[p])) return {};
    if (p >= end && (words.longest(text, p) > 3 || gazetteer.longest(text, p).length > 3)) return {};
    return forms.longest(text.substr(0, p + 3), p, PlaceForms::list);
  };
  bool known = false, paused = false;  // characters known to stand together; 京、沪
  for (std::uint32_t p = list.end = at; list.ones.size() < kMost;) {
    const auto together =
        !paused && p < end && (p == at || begins[p]) ? forms.longest(text.substr(0, end), p, PlaceForms::list) : PlaceForms::Found{};
    const auto found = together.length > 3 ? together : single(p);
    if (!found.length) break;
    for (const auto& places : forms.lists[found.entry.list]) {
      list.ones.push_back({p, &places});
      list.end = p += decode(text, p).size;
    }
    known |= found.length > 3;
    if (known || (list.ones.size() > 1 && !paused)) continue;
    const auto pause = forms.longest(text, p, PlaceForms::pause);
    if (pause.length && single(p + pause.length).length) {
      paused = true;
      p += pause.length;
    } else if (paused) {
      break;
    }
  }
  const auto none = [&](std::string_view why) {
    list.ones.clear();
    list.why_not = why;
    return list;
  };
  const bool closed = forms.longest(text, list.end, PlaceForms::list_closer).length > 0;
  if (list.end < end && !begins[list.end]) return none(known ? "its characters belong to other words" : "");
  if (!known) {
    if (list.ones.size() < 2 || (list.ones.size() == 2 && !closed)) return none("");
    // Several characters in a row that are a word or a name are read as that.
    if (!paused && list.ones.size() == 3 && !closed && words.longest(text.substr(0, list.end), at) > 3) return none("");
  }
  if (const auto tail = forms.longest(text, list.end, PlaceForms::tail_list); tail.length && words.longest(text, list.end) <= tail.length)
    return none("characters that begin another name");
  list.rule = known ? "characters that are known to stand together" : "single characters in a list of places";
  return list;
}

}  // namespace fengbiao
