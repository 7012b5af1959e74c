// Packs of compliance rules, as they stand in data/rules/comply/*.yaml: which document they follow and from when to when it is in force,
// whom they address, and for each rule its clause, what it forbids or asks for, the words that show it and the words around them that
// decide. The README there describes the keys. A file is read whole or not at all.
//
//   PackBook book = *PackBook::load(data, folding);
//   book.packs()[0].rules[0].id == "live-host.smoking"
//
// Words are folded as texts are, and kept once; lists of them are numbered. Tested by pack_book_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "comply/folding.h"
#include "comply/spoken_lines.h"
#include "comply/text_kind.h"
#include "model/finding.h"
#include "rules/data_set.h"

namespace fengbiao {

enum class Demand : std::uint8_t {
  forbidden,  // must not stand there
  prove_it,   // may, with evidence
  remind      // something else should stand there
};
std::string_view name_of(Demand demand);  // "prove-it"

enum class Reach : std::uint8_t { sentence, line, text };  // how far words around count

// What a stretch may stand in; bits of a mask.
enum Enclosure : std::uint8_t { in_quotes = 1, in_title = 2, in_brackets = 4, in_heading = 8 };

// Whose words count in a transcript, bits by LineSpeaker. What viewers write is nobody's claim unless a rule asks for it.
inline constexpr std::uint8_t kAnybody = 15, kAnybodyButViewers = 7;

inline constexpr std::uint32_t kNoList = 0xFFFFFFFF;
inline constexpr std::uint16_t kFarthest = 200;     // characters that words around may be away
inline constexpr std::uint16_t kLongestGap = 60;    // between two parts of a phrase
inline constexpr std::uint16_t kUsualGap = 8;       // of … alone
inline constexpr std::size_t kLongestWord = 40;     // characters
inline constexpr std::size_t kMostParts = 6;        // of a phrase
inline constexpr std::size_t kMostExpanded = 5000;  // words of a list, with all lists in it

// A phrase: its parts in order, each one of a list of words, each at most so many characters behind the one before.
struct ComplyPhrase {
  struct Part {
    std::uint32_t list = kNoList;
    std::uint16_t gap = 0;  // before it
  };
  std::vector<Part> parts;
  std::string written;  // as it stands in the file
  Place place;
};

// Words that must or must not stand around.
struct WordsAround {
  std::uint32_t list = kNoList;
  std::vector<ComplyPhrase> phrases;  // those of several parts
  std::uint16_t within = kFarthest;
  Reach reach = Reach::sentence;
  bool anywhere = false;  // in the whole text, however far
};

struct ComplyFind {
  std::vector<ComplyPhrase> phrases;
  std::vector<WordsAround> near, not_near;
  std::uint32_t before = kNoList, behind = kNoList, not_before = kNoList, not_behind = kNoList;
  std::uint8_t inside = 0, not_inside = 0;            // of Enclosure; inside: one of them
  bool whole = false;                                 // no ordinary word may run over its ends
  std::uint8_t speakers = kAnybodyButViewers;         // bits by LineSpeaker: whose words count
  std::vector<std::string> attribute, not_attribute;  // of the line of a listing, folded
  std::uint32_t missing = kNoList;                    // the finding is that none of these stands in the text
  Place place;
};

struct Exemption {
  std::string id;
  Wording name;
  WordsAround words;
  Place place;
};

// A text that must fire, or must not.
struct ComplyExample {
  std::string text;
  ComplyKind kind = ComplyKind::script;
  Place place;
};

// Disguises that a rule reads through, beside width, case and traditional characters.
struct ComplyFolds {
  bool gaps = false, sounds = false, split = false;
};

struct ComplyRule {
  std::string id;
  Wording name, clause, means, instead;
  std::string article;
  Demand demand = Demand::forbidden;
  Severity severity = Severity::warning;
  double confidence = 0.8;
  std::uint8_t kinds = 0;   // a bit for each ComplyKind
  std::string from, until;  // days; empty: as the pack
  ComplyFolds fold;
  std::vector<ComplyFind> finds;
  std::vector<Exemption> unless;
  std::vector<ComplyExample> examples, counter_examples;
  Place place;
};

// An act that words cannot decide.
struct ForPerson {
  std::string article;
  Wording act;
};

struct CompliancePack {
  std::string id;
  Wording name, addressee;
  struct Document {
    std::string title, number, issued;
    std::vector<std::string> issuers;
  } policy;
  bool draft = false;
  std::string from, until;  // days; until empty: open
  std::uint8_t kinds = 0;
  ComplyKind usual = ComplyKind::script;  // the first named
  ComplyFolds fold;                       // of rules that say nothing
  std::vector<ForPerson> needs_person;
  std::vector<ComplyRule> rules;
  Place place;

  [[nodiscard]] bool in_force(std::string_view day) const { return from <= day && (until.empty() || day < until); }
};

class PackBook {
 public:
  static Result<PackBook> load(const DataSet& data, const ComplyFolding& folding);
  // One file, as text; for tests and for those who write packs.
  static Result<PackBook> parse(std::string_view bytes, std::string place, const ComplyFolding& folding);

  [[nodiscard]] const std::vector<CompliancePack>& packs() const { return packs_; }
  [[nodiscard]] const CompliancePack* find(std::string_view id) const;
  [[nodiscard]] const std::vector<ComplyFolding::Word>& words() const { return words_; }
  // Numbers of words, sorted.
  [[nodiscard]] const std::vector<std::uint32_t>& list(std::uint32_t id) const { return lists_[id]; }
  [[nodiscard]] std::size_t lists() const { return lists_.size(); }

 private:
  friend class PackLoader;
  std::vector<CompliancePack> packs_;
  std::vector<ComplyFolding::Word> words_;
  std::vector<std::vector<std::uint32_t>> lists_;
};

// Whether it is a day such as 2022-06-22.
bool is_day(std::string_view text);

}  // namespace fengbiao
