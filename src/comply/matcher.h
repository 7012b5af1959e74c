// All packs in one pass over a text. Of each phrase one part, its rarest, is looked for at every place: by the first two characters, then
// down a trie. Only where it stands are the other parts and the words around looked for, in the words of the stretch of text around, which
// are told once however many rules ask. Words by their sound are looked for the same way, over syllables.
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

#include "comply/letters.h"
#include "comply/pack_book.h"
#include "entity/words.h"
#include "text/first_characters.h"
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
  struct FindAt {
    std::uint32_t rule = 0, find = 0;
    const ComplyFind* at = nullptr;
    std::uint32_t around = 0;  // number of its first words around, those of near before those of not_near
  };
  struct Building;
  void spell_out(Building& building);
  void compile(Building& building);
  void add_around(const ComplyFind& find, Building& building);
  void add_phrase(const ComplyRule& rule, std::uint32_t find, std::uint16_t phrase, const ComplyPhrase& of, Building& building);
  [[nodiscard]] double frequency(std::uint32_t list) const;
  void need(std::uint32_t list, Building& building);
  void need(const WordsAround& words, Building& building);

  static constexpr std::uint8_t kBeginsLong = 1, kBeginsOne = 2, kAroundLong = 4, kAroundOne = 8;
  static constexpr std::uint8_t kAnchorKind = 1, kAroundKind = 2;  // of first_two_
  static constexpr char16_t kSyllable = 0x100;                     // added to a syllable, as a unit of by_syllables_

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
  std::vector<Range> groups_;  // anchors with the same units, or the same syllables: values of the two tries
  Trie by_units_, by_syllables_;
  std::vector<std::uint8_t> first_unit_;
  FirstCharacters first_two_{2};
  std::vector<std::uint64_t> first_syllables_;  // a bit for each two syllables
  bool any_sounds_ = false;

  Trie around_;
  std::vector<std::uint32_t> around_one_;                 // by unit, the value of the word of that one character
  std::vector<std::vector<std::uint32_t>> around_words_;  // values of around_: words of the book with the same units
  std::vector<std::vector<std::uint64_t>> members_;       // by list: a bit for each word; empty where nothing asks for the list
};

}  // namespace fengbiao
