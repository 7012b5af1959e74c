// One run of a ComplyMatcher over a text: what was read of the words of the packs, a stretch ahead of where it is looked at, and how far
// each rule has looked. Tested by matcher_test.cc.
#pragma once

#include <cstdint>
#include <vector>

#include "comply/matcher.h"

namespace fengbiao {

class ComplyRun {
 public:
  ComplyRun(const ComplyMatcher& matcher, const ComplyLetters& letters, const std::vector<SpokenLine>& lines,
            const std::vector<std::uint8_t>& active, ComplyMatcher::Found& out);
  void run();

 private:
  using Use = ComplyMatcher::Use;
  using Range = ComplyMatcher::Range;
  struct Event {  // a word around
    std::uint64_t lists = 0;
    std::uint32_t begin = 0, end = 0, word = 0;
    bool gaps = false;  // with blanks or signs inside that the word has not
  };
  struct Hit {  // where anchors stand
    std::uint32_t begin = 0, length = 0;
    Range anchors;
    bool by_sound = false;
  };
  struct Cursor {  // of words around: the last that stand before where was looked
    std::uint32_t low = 0, high = 0, scanned = 0, last = 0;
    bool any = false;
  };
  struct Scope {
    std::uint32_t begin = 0, end = 0;
  };
  static constexpr std::uint32_t kAhead = 256;  // units read at once
  static constexpr std::uint8_t kSettled = 1, kExempt = 2;

  void look(const Hit& hit);
  void consider(const Use& use, std::uint32_t word, std::uint32_t begin, std::uint32_t end, Disguise disguise);
  bool forward(const ComplyPhrase& phrase, std::size_t part, std::uint32_t end, std::uint32_t limit, bool gaps, std::uint32_t& to);
  bool backward(const ComplyPhrase& phrase, std::size_t part, std::uint32_t begin, bool gaps, std::uint32_t& from);
  bool stands_around(const WordsAround& words, std::uint32_t number, std::uint32_t begin, std::uint32_t end, bool gaps);
  bool phrase_stands(const ComplyPhrase& phrase, std::uint32_t low, std::uint32_t high, bool gaps);
  bool stands_somewhere(std::uint32_t list, bool gaps);
  bool adjoins(std::uint32_t list, std::uint32_t at, bool before);
  bool enclosed(std::uint8_t in, std::uint32_t begin, std::uint32_t end) const;
  bool attribute_is(const std::vector<std::string>& names) const;
  void found(const Use& use, std::uint32_t word, std::uint32_t begin, std::uint32_t end, Disguise disguise);
  void miss(const ComplyMatcher::FindAt& find, std::uint32_t begin, std::uint32_t end, std::int32_t exemption);
  void finish();

  // Ordinary words.
  bool crossed(std::uint32_t begin, std::uint32_t end) const;
  bool odd(std::uint32_t begin, std::uint32_t end, const std::u16string& word) const;
  template <class Call>
  void each_ordinary(std::uint32_t from, Call&& call) const;

  // No Latin word or number goes on at either end.
  [[nodiscard]] bool apart(std::uint32_t begin, std::uint32_t end) const {
    const char16_t* const units = t_.units.data();
    const auto narrow = [](char16_t unit) { return unit < 0x80; };
    return !(narrow(units[begin]) && goes_on(begin)) && !(narrow(units[end - 1]) && goes_on(end));
  }
  [[nodiscard]] bool goes_on(std::uint32_t at) const;  // from the unit before `at` to that one
  [[nodiscard]] bool has_gaps(std::uint32_t begin, std::uint32_t end, std::uint64_t allowed) const;
  [[nodiscard]] bool member(std::uint32_t list, const Event& event) const {
    return (event.lists & ComplyMatcher::list_bit(list)) != 0 && (m_.members_[list][event.word / 64] >> event.word % 64 & 1) != 0;
  }
  [[nodiscard]] bool rare(char16_t unit) const { return (m_.rare_[unit / 64] >> unit % 64 & 1) != 0; }
  void read_on();
  void read(std::uint32_t at, std::uint32_t length, const ComplyMatcher::Spelling& spelling);
  void read_sounds(std::uint32_t at, std::uint32_t two);
  // Calls `call(event)` for events that begin in [from, end), in order; it returns false to stop.
  template <class Call>
  void each_event(std::uint32_t from, std::uint32_t end, Call&& call);
  void move_scopes(std::uint32_t at);
  [[nodiscard]] Scope scope(Reach reach) const { return reach == Reach::sentence ? sentence_ : reach == Reach::line ? line_ : whole_; }

  const ComplyMatcher& m_;
  const ComplyLetters& t_;
  const std::vector<SpokenLine>& lines_;
  const std::vector<std::uint8_t>& active_;
  ComplyMatcher::Found& out_;
  std::uint32_t told_ = 0;           // units read so far
  std::vector<Event> events_;        // of those, in order
  std::vector<std::uint32_t> from_;  // by unit read: the first of its events
  std::vector<Hit> hits_;            // of those not looked at
  std::vector<Cursor> cursors_;
  std::vector<std::int8_t> somewhere_;  // by list and gaps: unknown -1
  std::vector<std::uint32_t> counted_;  // by rule
  std::vector<std::uint8_t> missed_;    // by find that something is missing: kSettled, kExempt
  Scope sentence_, line_, whole_;
  std::size_t stop_ = 0, line_at_ = 0;
  int steps_ = 0;  // left for the phrase at hand
};

}  // namespace fengbiao
