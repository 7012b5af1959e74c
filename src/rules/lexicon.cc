#include "rules/lexicon.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/fold.h"

namespace fengbiao {

Result<ClassId> Classes::intern(std::string_view name, const Place& place) {
  if (const ClassId* known = find(name)) return *known;
  if (names_.size() == kMaxClasses)
    return fail(Cause::malformed, place, fmt::format("class \"{}\" is one too many: a grammar may have {}", name, kMaxClasses));
  const auto id = static_cast<ClassId>(names_.size());
  names_.emplace_back(name);
  ids_.emplace(name, id);
  return id;
}

const ClassId* Classes::find(std::string_view name) const {
  const auto it = ids_.find(name);
  return it == ids_.end() ? nullptr : &it->second;
}

std::string_view Word::attribute(std::string_view name) const {
  const auto it = std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == name; });
  return it == attributes.end() ? std::string_view() : std::string_view(it->second);
}

namespace {

Result<std::vector<std::pair<std::string, std::string>>> attributes_of(const PackNode& node) {
  std::vector<std::pair<std::string, std::string>> out;
  if (node.missing()) return out;
  if (auto text = node.text()) {
    out.emplace_back("value", *text);
    return out;
  }
  FB_TRY(const auto entries, node.entries());
  for (const auto& [key, value] : entries) {
    FB_TRY(const std::string text, value.text());
    out.emplace_back(key, text);
  }
  return out;
}

}  // namespace

Result<void> Lexicon::add(const PackNode& words, Classes& classes) {
  FB_TRY(const std::vector<PackNode> groups, words.items());
  for (const PackNode& group : groups) {
    FB_CHECK(group.only_keys({"class", "list"}));
    FB_TRY(const std::vector<std::string> names, group["class"].texts());
    if (names.empty()) return group.complain("a list of words needs a class");
    ClassSet set;
    for (const std::string& name : names) {
      FB_TRY(const ClassId id, classes.intern(name, group.place()));
      set.add(id);
    }
    const PackNode list = group["list"];
    const auto put = [&](const std::string& text, const PackNode& value) -> Result<void> {
      const std::string key = folded(text);
      if (key.empty()) return value.complain("a word may not be empty");
      FB_TRY(const auto attributes, attributes_of(value));
      Word& word = words_[intern(key)];
      if (word.classes.empty()) word.place = value.missing() ? list.place() : value.place();
      word.classes.add(set);
      for (const auto& [name, said] : attributes) {
        const std::string_view known = word.attribute(name);
        if (known.empty()) word.attributes.emplace_back(name, said);
        else if (known != said)
          return value.complain(
              fmt::format("\"{}\" says {} \"{}\" here and \"{}\" at {}:{}", text, name, said, known, word.place.file, word.place.line));
      }
      return {};
    };
    if (auto items = list.items()) {
      for (const PackNode& item : *items) {
        FB_TRY(const std::string text, item.text());
        FB_CHECK(put(text, list["-"]));
      }
    } else {
      FB_TRY(const auto entries, list.entries());
      for (const auto& [text, value] : entries) FB_CHECK(put(text, value));
    }
  }
  return {};
}

void Lexicon::add(std::string_view text, ClassId id, std::string_view value) {
  const std::string key = folded(text);
  if (key.empty()) return;
  Word& word = words_[intern(key)];
  word.classes.add(id);
  if (!value.empty() && word.attribute("value").empty()) word.attributes.emplace_back("value", value);
}

std::uint32_t Lexicon::intern(std::string_view folded) {
  if (const auto it = ids_.find(folded); it != ids_.end()) return it->second;
  const auto id = static_cast<std::uint32_t>(words_.size());
  words_.emplace_back().text = folded;
  ids_.emplace(folded, id);
  return id;
}

void Lexicon::seal() {
  std::vector<std::pair<std::string, std::uint32_t>> entries(ids_.begin(), ids_.end());
  trie_ = Trie::build(std::move(entries));
}

const Word* Lexicon::find(std::string_view folded) const {
  const auto it = ids_.find(folded);
  return it == ids_.end() ? nullptr : &words_[it->second];
}

}  // namespace fengbiao
