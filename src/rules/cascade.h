// A grammar as levels of named rules over tokens (Abney 1996, Partial Parsing via Finite-State Cascades). A level goes once
// through the tokens from left to right; where rules fit, the longest fit wins, of equally long ones the one that stands first
// in the file, and its tokens become one token for the levels above. Rules live in data/, with their examples:
//
//   levels:
//     - level: amounts
//       rules:
//         - name: number with a counter
//           pattern: "hedge? number ('多' | '余')? unit:counter !latin"
//           makes: count                      # a production of the room, in C++: it may decline
//           with: {approx: '>'}               # what else the production is told
//           examples: {'5000多家': '5000 家 >'}  # text: normal form of the one record in it
//           counter_examples: ['5G']          # texts in which this rule has no part
//
// Patterns: a class, a 'word', (a | b), ? * + (what is repeated may not be empty), `label:` before a class or word to name it, `!x` not
// followed by x, `&x` followed by x, and at the very front `<x` preceded by x, `<!x` not preceded by x. A class that is not labelled has
// its own name as label.
// `.` is any one token. The result is a token of the class `gives` (by default the name in `makes`).
//
// Time is linear in the tokens: a fit may be at most kMaxFit tokens long and a rule takes a bounded number of steps at a place.
// With a Trace the cascade also keeps how each token came about and which fits lost. Tested by cascade_test.cc.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "rules/lexicon.h"
#include "rules/pack.h"

namespace fengbiao {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;
inline constexpr std::size_t kMaxFit = 48;    // tokens
inline constexpr std::size_t kMaxRules = 64;  // of one level
inline constexpr std::size_t kMaxLevels = 64;
using RuleMask = std::bitset<kMaxRules>;
using LevelMask = std::uint64_t;

// A stretch of the folded text. Tokens that follow each other in a list stand next to each other in the text, with nothing but
// blanks between; text that no word knows is a token too (no classes, one for the whole stretch).
struct Token {
  Span span;  // in the folded text
  ClassSet classes;
  std::uint32_t word = kNone;   // of the lexicon: the token has its classes, and more only where it has a value
  std::uint32_t value = kNone;  // of the room: an index into its own values
  std::uint32_t step = kNone;   // of the Trace: how it came about
};

struct Rule;

// A fit of a rule, as a production sees it.
class Fit {
 public:
  [[nodiscard]] std::span<const Token> tokens() const { return tokens_; }
  [[nodiscard]] const Token* get(std::string_view label) const;  // the first so labelled; nullptr: not in this fit
  [[nodiscard]] std::vector<const Token*> all(std::string_view label) const;
  [[nodiscard]] bool has(std::string_view label) const { return get(label) != nullptr; }
  [[nodiscard]] std::string_view with(std::string_view key) const;  // of the rule's `with`; empty when not there
  [[nodiscard]] const Rule& rule() const { return *rule_; }
  [[nodiscard]] Span span() const { return {tokens_.front().span.begin, tokens_.back().span.end}; }
  [[nodiscard]] std::string_view text() const { return text_; }            // the whole folded text
  [[nodiscard]] std::span<const Token> behind() const { return behind_; }  // the tokens that follow

 private:
  friend class Cascade;
  const Rule* rule_ = nullptr;
  std::span<const Token> tokens_;  // what was fitted, without what `&`, `!`, `<` looked at
  std::span<const Token> behind_;
  std::vector<std::pair<std::uint16_t, std::uint16_t>> labels_;  // label, index of token
  std::string_view text_;
};

// What a room does with fits. One object a grammar; what it makes for a text is kept elsewhere (`scratch`).
class Productions {
 public:
  virtual ~Productions() = default;
  // The number of a production by its name in `makes`; nothing: the pack is wrong.
  [[nodiscard]] virtual std::optional<int> find(std::string_view makes) const = 0;
  // Fills in `out.value` (and, where it wants to, classes and span); false declines, with the reason in `why` for explain.
  virtual bool make(int production, const Fit& fit, void* scratch, Token& out, std::string& why) const = 0;
};

struct Rule {
  std::string name, level, makes;
  int production = 0;
  ClassId gives = 0;
  std::vector<std::pair<std::string, std::string>> with;
  std::vector<std::pair<std::string, std::string>> examples;  // text, normal form: checked by the room at load
  std::vector<std::string> counter_examples;
  Place place;
  // Filled in by the loader.
  struct Op {
    enum Kind : std::uint8_t { test_class, test_word, any, split, jump, ahead, not_ahead, accept } kind;
    std::uint32_t a = 0, b = 0;  // class or word and label; targets of a split or jump; end of a look-ahead
    std::uint32_t next = 0;      // of a split: what its targets may begin with, in `nexts`, two together
  };
  struct Next {
    ClassSet classes;
    std::vector<std::uint32_t> words;  // sorted
    bool any = false, end = false;     // any token; none is needed
    [[nodiscard]] bool suits(const Token& token) const {
      return any || end || token.classes.meets(classes) ||
             (!words.empty() && token.word != kNone && std::binary_search(words.begin(), words.end(), token.word));
    }
  };
  std::vector<Op> program;
  std::vector<Next> nexts;
  std::vector<Op> behind;  // at most one test of the token before
  bool behind_wanted = true;
  std::vector<std::string> labels;
};

// How the tokens of a text came about: for `explain`.
struct Trace {
  struct Step {
    const Rule* rule = nullptr;  // nullptr: a word or a number as read
    Span span;
    std::vector<std::uint32_t> parts;  // other steps
    std::uint32_t word = kNone;
  };
  struct Loser {
    const Rule* rule;
    Span span;
    std::string why;  // "shorter than 'money with unit'", or what the production said
  };
  std::vector<Step> steps;
  std::vector<Loser> losers;
};

class Cascade {
 public:
  // Adds the `levels` of a pack behind those it has. Literals are added to the lexicon; seal it afterwards.
  Result<void> add(const PackNode& levels, Classes& classes, Lexicon& lexicon, const Productions& productions);

  // Call once all words and rules are in.
  void seal(const Lexicon& lexicon);

  // Memory that is used again.
  struct Candidate {
    std::size_t length = 0;
    Fit fit;
  };
  struct Memory {
    std::vector<Candidate> candidates;
    std::vector<std::size_t> order;
    std::vector<std::pair<std::uint16_t, std::uint16_t>> labels;
    std::string why;
    // By token: levels with a rule that may begin with it, with one that may have it behind its first token, with one that may begin
    // here as the next token stands.
    struct Masks {
      std::vector<LevelMask> first, second, may_begin;
    } masks;
  };
  // Rewrites `tokens` in place. `scratch` is handed to the productions.
  void run(std::string_view folded, std::vector<Token>& tokens, const Productions& productions, void* scratch, Memory& memory,
           Trace* trace = nullptr) const;

  [[nodiscard]] const std::vector<std::unique_ptr<Rule>>& rules() const { return rules_; }

 private:
  // Which rules of a level a token suits, at one place of their patterns.
  struct Suited {
    std::array<RuleMask, kMaxClasses> by_class;
    std::vector<std::uint16_t> slot;  // of a word, into by_word; 0: none
    std::vector<RuleMask> by_word{1};
    RuleMask always;

    void add(std::size_t rule, const std::vector<ClassId>& ids, const std::vector<std::uint32_t>& words, bool any);
    [[nodiscard]] RuleMask of(const Token& token) const {
      RuleMask mask = always;
      if (token.word < slot.size()) mask |= by_word[slot[token.word]];
      token.classes.each([&](ClassId id) { mask |= by_class[id]; });
      return mask;
    }
  };
  // Which levels have a rule that a token suits: the same for all of them together.
  struct Levels {
    std::array<LevelMask, kMaxClasses> by_class{};
    std::vector<LevelMask> by_word;
    LevelMask always = 0;

    std::vector<LevelMask> of_word;  // what a word alone suits, its classes included

    void add(std::size_t level, const Suited& suited);
    void seal(const Lexicon& lexicon);
    [[nodiscard]] LevelMask of(const Token& token) const {
      if (token.word < of_word.size() && token.value == kNone) return of_word[token.word];
      return looked_up(token);
    }
    [[nodiscard]] LevelMask looked_up(const Token& token) const {
      LevelMask mask = always;
      if (token.word < by_word.size()) mask |= by_word[token.word];
      if (!token.classes.empty()) token.classes.each([&](ClassId id) { mask |= by_class[id]; });
      return mask;
    }
  };
  struct Level {
    std::string name;
    std::vector<const Rule*> rules;
    Suited first, second;  // of the tokens of a fit; a fit of one token suits any second
  };
  const Fit* winner_at(const Level& level, RuleMask mask, std::string_view folded, std::span<const Token> tokens, const Token* before,
                       const Productions& productions, void* scratch, Memory& memory, Trace* trace, Token& made) const;

  std::vector<std::unique_ptr<Rule>> rules_;
  std::vector<Level> levels_;
  Levels first_, second_;
};

}  // namespace fengbiao
