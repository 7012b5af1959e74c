#include "comply/matcher.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <utility>

namespace fengbiao {

std::string_view name_of(Disguise disguise) {
  constexpr std::array<std::string_view, 4> kNames{"none", "gaps", "sounds", "split"};
  return kNames[static_cast<std::size_t>(disguise)];
}

struct ComplyMatcher::Building {
  std::map<std::uint32_t, std::vector<Use>> plain, split, sounds;                       // by word
  using Anchors = std::map<std::pair<std::uint32_t, std::uint64_t>, std::vector<Use>>;  // by word and its gaps
  std::map<std::u16string, Anchors> units, syllables;
  std::set<std::uint32_t> lists;  // that are asked for around an anchor
};

ComplyMatcher::ComplyMatcher(const PackBook& book, const ComplyFolding& folding, const Words& words)
    : book_(book), folding_(folding), ordinary_(words) {
  Building building;
  for (const CompliancePack& pack : book.packs())
    for (const ComplyRule& rule : pack.rules) {
      const auto number = static_cast<std::uint32_t>(rules_.size());
      rules_.push_back({&pack, &rule});
      exemptions_.push_back(arounds_);
      arounds_ += static_cast<std::uint32_t>(rule.unless.size());
      for (const Exemption& exemption : rule.unless) need(exemption.words, building);
      for (std::uint32_t f = 0; f < rule.finds.size(); ++f) {
        const ComplyFind& find = rule.finds[f];
        const auto at = static_cast<std::uint32_t>(finds_.size());
        finds_.push_back({number, f, &find, arounds_});
        add_around(find, building);
        for (std::size_t p = 0; p < find.phrases.size(); ++p)
          add_phrase(rule, at, static_cast<std::uint16_t>(p), find.phrases[p], building);
        if (find.phrases.empty()) always_.push_back(at);
      }
    }
  spell_out(building);
  compile(building);
}

void ComplyMatcher::need(std::uint32_t list, Building& building) {
  if (list != kNoList) building.lists.insert(list);
}

void ComplyMatcher::need(const WordsAround& words, Building& building) {
  need(words.list, building);
  for (const ComplyPhrase& phrase : words.phrases)
    for (const ComplyPhrase::Part& part : phrase.parts) need(part.list, building);
}

void ComplyMatcher::add_around(const ComplyFind& find, Building& building) {
  for (const auto* around : {&find.near, &find.not_near})
    for (const WordsAround& words : *around) {
      need(words, building);
      ++arounds_;
    }
  for (const std::uint32_t list : {find.before, find.behind, find.not_before, find.not_behind, find.missing}) need(list, building);
}

// How often one of the words of a list may stand at a place, as far as ordinary words tell: of each the product of the shares of the
// ordinary words that it is made of.
double ComplyMatcher::frequency(std::uint32_t list) const {
  constexpr double kScale = 10;  // costs are ten times the natural logarithm (data/text/words.tsv)
  double out = 0;
  for (const std::uint32_t id : book_.list(list)) {
    const std::u16string& word = book_.words()[id].units;
    std::vector<std::uint32_t> cost(word.size() + 1, std::numeric_limits<std::uint32_t>::max());
    cost[0] = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
      cost[i + 1] = std::min(cost[i + 1], cost[i] + Words::kUnknown);
      ordinary_.each_of(
          i, word.size(), [&](std::size_t at) { return static_cast<std::uint32_t>(word[at]); },
          [&](std::uint32_t length, std::uint32_t c) { cost[i + length] = std::min(cost[i + length], cost[i] + c); });
    }
    out += std::exp(-static_cast<double>(cost.back()) / kScale);
  }
  return out;
}

std::size_t ComplyMatcher::rarest_part(const ComplyPhrase& phrase) const {
  std::size_t best = 0;
  double least = std::numeric_limits<double>::max();
  for (std::size_t p = 0; p < phrase.parts.size() && phrase.parts.size() > 1; ++p) {
    const auto [known, fresh] = frequencies_.emplace(phrase.parts[p].list, 0.0);
    if (fresh) known->second = frequency(phrase.parts[p].list);
    if (known->second < least) best = p, least = known->second;
  }
  return best;
}

void ComplyMatcher::add_phrase(const ComplyRule& rule, std::uint32_t find, std::uint16_t phrase, const ComplyPhrase& of,
                               Building& building) {
  const std::size_t best = rarest_part(of);
  for (std::size_t p = 0; p < of.parts.size(); ++p)
    if (p != best) need(of.parts[p].list, building);
  Use use{find, phrase, static_cast<std::uint8_t>(best), Disguise::none};
  for (const std::uint32_t id : book_.list(of.parts[best].list)) {
    use.disguise = Disguise::none;
    building.plain[id].push_back(use);
    use.disguise = Disguise::split;
    if (rule.fold.split) building.split[id].push_back(use);
    use.disguise = Disguise::sounds;
    if (rule.fold.sounds && book_.words()[id].units.size() >= 2) building.sounds[id].push_back(use);
  }
}

// The forms under which words are looked for.
void ComplyMatcher::spell_out(Building& building) {
  const auto add = [](Building::Anchors& to, std::uint32_t id, std::uint64_t gaps, const std::vector<Use>& uses) {
    std::vector<Use>& all = to[{id, gaps}];
    all.insert(all.end(), uses.begin(), uses.end());
  };
  for (const auto& [id, uses] : building.plain) add(building.units[book_.words()[id].units], id, book_.words()[id].gaps, uses);
  for (const auto& [id, uses] : building.split)
    for (const std::u16string& parts : folding_.split(book_.words()[id].units)) add(building.units[parts], id, 0, uses);
  for (const auto& [id, uses] : building.sounds) {
    const ComplyFolding::Word& word = book_.words()[id];
    for (const std::u16string& spelled : folding_.spelled(word.units)) add(building.units[spelled], id, 0, uses);
    std::u16string sounds;
    for (const char16_t unit : word.units)
      if (const std::uint16_t syllable = folding_.syllable(unit); syllable != 0) sounds += static_cast<char16_t>(kSyllable + syllable);
    if (sounds.size() == word.units.size()) add(building.syllables[sounds], id, word.gaps, uses);
  }
}

void ComplyMatcher::compile(Building& building) {
  const auto lay_down = [&](const Building::Anchors& anchors) {
    const auto first = static_cast<std::uint32_t>(anchors_.size());
    for (const auto& [word, uses] : anchors) {
      const auto from = static_cast<std::uint32_t>(uses_.size());
      uses_.insert(uses_.end(), uses.begin(), uses.end());
      anchors_.push_back({word.first, word.second, {from, static_cast<std::uint32_t>(uses_.size())}});
    }
    return Range{first, static_cast<std::uint32_t>(anchors_.size())};
  };
  std::map<std::u16string, Spelling> spellings;
  for (const auto& [units, anchors] : building.units) spellings[units].anchors = lay_down(anchors);
  for (const auto& [units, words] : words_around(building)) {
    const auto from = static_cast<std::uint32_t>(around_words_.size());
    around_words_.insert(around_words_.end(), words.begin(), words.end());
    spellings[units].around = {from, static_cast<std::uint32_t>(around_words_.size())};
  }
  one_unit_.resize(0x10000);
  spellings_.emplace_back();
  std::vector<std::pair<std::string, std::uint32_t>> keys;
  for (const auto& [units, spelling] : spellings) {
    const auto number = static_cast<std::uint32_t>(spellings_.size());
    spellings_.push_back(spelling);
    if (units.size() == 1) {
      one_unit_[units[0]] = number;
      continue;
    }
    first_two_.add(two_units(units[0], units[1]));
    keys.emplace_back(as_utf8(units), number);
  }
  by_units_ = Trie::build(std::move(keys));
  compile_sounds(building, lay_down);
}

// Words that are asked for around an anchor, by how they are spelled.
std::map<std::u16string, std::vector<ComplyMatcher::Around>> ComplyMatcher::words_around(const Building& building) {
  std::map<std::u16string, std::vector<Around>> out;
  members_.resize(book_.lists());
  for (const std::uint32_t list : building.lists) {
    members_[list].resize(book_.words().size() / 64 + 1);
    for (const std::uint32_t word : book_.list(list)) {
      members_[list][word / 64] |= std::uint64_t{1} << word % 64;
      std::vector<Around>& same = out[book_.words()[word].units];
      auto known = std::ranges::find(same, word, &Around::word);
      if (known == same.end()) known = same.insert(same.end(), {word, 0});
      known->lists |= list_bit(list);
    }
  }
  return out;
}

template <class LayDown>
void ComplyMatcher::compile_sounds(const Building& building, LayDown&& lay_down) {
  first_syllables_.resize(ComplyFolding::kSyllables * ComplyFolding::kSyllables / 64);
  rare_.resize(0x10000 / 64, ~std::uint64_t{0});
  std::vector<std::pair<std::string, std::uint32_t>> keys;
  for (const auto& [sounds, anchors] : building.syllables) {
    keys.emplace_back(as_utf8(sounds), static_cast<std::uint32_t>(sounds_.size()));
    sounds_.push_back(lay_down(anchors));
    const std::uint32_t two = two_syllables(sounds[0] - kSyllable, sounds[1] - kSyllable);
    first_syllables_[two / 64] |= std::uint64_t{1} << two % 64;
    any_sounds_ = true;
    for (const auto& [word, uses] : anchors) {
      const std::u16string& units = book_.words()[word.first].units;
      if (units.size() > 2) sounds_sieve_.add(three_sounds(two, sounds[2] - kSyllable));
      else
        sounds_sieve_.add(first_printed(units[0], sounds[1] - kSyllable)),
            sounds_sieve_.add(second_printed(sounds[0] - kSyllable, units[1]));
    }
  }
  by_syllables_ = Trie::build(std::move(keys));
  if (!any_sounds_) return;
  for (std::uint32_t unit = 0; unit < 0x10000; ++unit)
    ordinary_.each_of(
        0, 1, [&](std::size_t) { return unit; },
        [&](std::uint32_t, std::uint32_t cost) {
          if (cost < kCommon) rare_[unit / 64] &= ~(std::uint64_t{1} << unit % 64);
        });
}

}  // namespace fengbiao
