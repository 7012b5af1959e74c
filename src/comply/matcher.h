// All packs in one pass over a text. At every place the words of all packs are read, by the first two characters and then down a trie. Of
// each phrase one part, its rarest, is its anchor: only where it stands are its other parts and the words around looked for, among the
// words that were read there. Words by their sound are anchors too, read over syllables.
//
//   ComplyMatcher matcher(book, folding, words);
//   matcher.run(letters, lines, active, memory)  ->  matches in order of the text, of each rule those that overlap joined
//
// Time is linear in the text whatever its bytes. Tested by matcher_test.cc and, against a slow second implementation, by
// matcher_twin_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "base/bit_sieve.h"
#include "comply/letters.h"
#include "comply/pack_book.h"
#include "entity/words.h"
#include "text/trie.h"

namespace fengbiao {

enum class Disguise : std::uint8_t { none, gaps, sounds, split };
std::string_view name_of(Disguise disguise);

struct ComplyMatch {
  std::uint32_t rule = 0;            // number over all packs
  std::uint32_t find = 0;            // of the rule
  std::uint32_t begin = 0, end = 0;  // units
  Disguise disguise = Disguise::none;
  std::uint32_t word = 0;       // that was read there, of the book's
  std::int32_t exemption = -1;  // of the rule
  bool missing = false;         // what is found is that something is not there
};

class ComplyMatcher {
 public:
  // All outlive it.
  ComplyMatcher(const PackBook& book, const ComplyFolding& folding, const Words& words);
  ComplyMatcher(const ComplyMatcher&) = delete;
  ComplyMatcher& operator=(const ComplyMatcher&) = delete;

  struct RuleAt {
    const CompliancePack* pack = nullptr;
    const ComplyRule* rule = nullptr;
  };
  [[nodiscard]] const std::vector<RuleAt>& rules() const { return rules_; }
  // The part of a phrase that is looked for everywhere: the one that stands least often in ordinary text.
  [[nodiscard]] std::size_t rarest_part(const ComplyPhrase& phrase) const;

  // How many findings of one rule in one text are told one by one.
  static constexpr std::size_t kMostOfRule = 500;

  struct Found {
    std::vector<ComplyMatch> matches;
    std::vector<std::uint32_t> not_listed;  // by rule: places beyond kMostOfRule
  };
  // `active`: a byte a rule. `lines` as they were read for the letters.
  void run(const ComplyLetters& letters, const std::vector<SpokenLine>& lines, const std::vector<std::uint8_t>& active, Found& out) const;

 private:
  friend class ComplyRun;
  struct Use {               // a phrase that has an anchor as one of its parts
    std::uint32_t find = 0;  // number over all rules
    std::uint16_t phrase = 0;
    std::uint8_t part = 0;
    Disguise disguise = Disguise::none;
  };
  struct Range {
    std::uint32_t begin = 0, end = 0;
  };
  struct Anchor {
    std::uint32_t word = 0;  // of the book's, that it stands for
    std::uint64_t gaps = 0;  // before which of its units blanks and signs are a part of the word
    Range uses;
  };
  struct Around {             // a word that is asked for around an anchor
    std::uint32_t word = 0;   // of the book's
    std::uint64_t lists = 0;  // that it is in: a bit each, several share one
  };
  struct FindAt {
    std::uint32_t rule = 0, find = 0;
    const ComplyFind* at = nullptr;
    std::uint32_t around = 0;  // number of its first words around, those of near before those of not_near
  };
  struct Building;
  void spell_out(Building& building);
  void compile(Building& building);
  template <class LayDown>
  void compile_sounds(const Building& building, LayDown&& lay_down);
  std::map<std::u16string, std::vector<Around>> words_around(const Building& building);
  void add_around(const ComplyFind& find, Building& building);
  void add_phrase(const ComplyRule& rule, std::uint32_t find, std::uint16_t phrase, const ComplyPhrase& of, Building& building);
  [[nodiscard]] double frequency(std::uint32_t list) const;
  void need(std::uint32_t list, Building& building);
  void need(const WordsAround& words, Building& building);

  // Keys of the sieves. A word of two by its sound has one unit as it is printed, see ComplyRun::odd.
  static std::uint64_t two_units(std::uint32_t a, std::uint32_t b) { return std::uint64_t{a} << 16 | b; }
  static std::uint32_t two_syllables(std::uint32_t a, std::uint32_t b) { return a * ComplyFolding::kSyllables + b; }
  static std::uint64_t first_printed(std::uint32_t unit, std::uint32_t syllable) {
    return std::uint64_t{1} << 48 | two_units(unit, syllable);
  }
  static std::uint64_t second_printed(std::uint32_t syllable, std::uint32_t unit) {
    return std::uint64_t{2} << 48 | two_units(syllable, unit);
  }
  static std::uint64_t three_sounds(std::uint32_t two, std::uint32_t third) {
    return std::uint64_t{3} << 48 | std::uint64_t{two} << 16 | third;
  }
  static std::uint64_t list_bit(std::uint32_t list) { return std::uint64_t{1} << (list * 0x9E3779B1U >> 26); }
  static constexpr std::uint32_t kCommon = 95;  // cost of a character that often stands alone (data/text/words.tsv)
  static constexpr char16_t kSyllable = 0x100;  // added to a syllable, as a unit of by_syllables_

  const PackBook& book_;
  const ComplyFolding& folding_;
  const Words& ordinary_;
  mutable std::map<std::uint32_t, double> frequencies_;  // by list, while it is made
  std::vector<RuleAt> rules_;
  std::vector<std::uint32_t> exemptions_;  // by rule: number of its first exemption's words around
  std::uint32_t arounds_ = 0;
  std::vector<FindAt> finds_;
  std::vector<std::uint32_t> always_;  // finds that something is missing, whatever else there is

  std::vector<Use> uses_;
  std::vector<Anchor> anchors_;
  std::vector<Around> around_words_;
  struct Spelling {         // some units: anchors and words around that are spelled like that
    Range anchors, around;  // of anchors_ and around_words_
  };
  std::vector<Spelling> spellings_;      // values of by_units_; none in the first
  Trie by_units_;                        // those of two units and more
  std::vector<std::uint32_t> one_unit_;  // by unit, its spelling or 0
  BitSieve first_two_{19};               // the first two of by_units_

  std::vector<Range> sounds_;  // anchors with the same syllables: values of by_syllables_
  Trie by_syllables_;
  std::vector<std::uint64_t> first_syllables_;  // a bit for each two syllables
  BitSieve sounds_sieve_{17};                   // the keys of two and three above
  std::vector<std::uint64_t> rare_;             // by unit, a bit: it seldom stands alone as a word
  bool any_sounds_ = false;

  std::vector<std::vector<std::uint64_t>> members_;  // by list: a bit for each word; empty where nothing asks for the list
};

}  // namespace fengbiao
