#include "entity/people.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr char32_t kMiddleDot = 0xB7, kBullet = 0x2022, kKatakanaDot = 0x30FB;
constexpr std::size_t kMaxPart = 7;  // characters of one part of a name written over into Chinese

class Search {
 public:
  Search(const NameWords& words, std::string_view text, const std::vector<NameToken>& tokens, std::vector<Name>& out)
      : words_(words), text_(text), tokens_(tokens), out_(out) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const NameToken& t = tokens_[i];
      if (t.kind == NameToken::Kind::mark && is_dot(i)) {
        i = std::max(i, dotted(i));
      } else if (t.is(kTitle) && i + 1 < tokens_.size()) {
        const std::size_t next = tokens_[i + 1].kind == NameToken::Kind::blank && i + 2 < tokens_.size() ? i + 2 : i + 1;
        named(next, true, t.is(kCrowd));
      } else if (i == 0 || begins(i - 1)) {
        named(i, false, false);
      }
    }
  }

 private:
  [[nodiscard]] char32_t code(std::size_t i) const { return decode(text_, tokens_[i].span.begin).code; }
  [[nodiscard]] bool is_dot(std::size_t i) const { return code(i) == kMiddleDot || code(i) == kBullet || code(i) == kKatakanaDot; }
  [[nodiscard]] std::size_t length(std::size_t i) const { return count_code_points(slice(text_, tokens_[i].span)); }
  // A name may begin behind token i though no title stands there.
  [[nodiscard]] bool begins(std::size_t i) const {
    return (tokens_[i].kind == NameToken::Kind::mark && !is_dot(i)) || tokens_[i].kind == NameToken::Kind::blank;
  }
  // Behind a name: a verb of speech, 先生, or a title and a verb of speech.
  [[nodiscard]] bool speaks(std::size_t i) const {
    if (i >= tokens_.size()) return false;
    return tokens_[i].is(kSpeech | kAfterName) || (tokens_[i].is(kTitle) && i + 1 < tokens_.size() && tokens_[i + 1].is(kSpeech));
  }
  // Token i cannot belong to a name.
  [[nodiscard]] bool closes(std::size_t i) const {
    if (i >= tokens_.size()) return true;
    const NameToken& t = tokens_[i];
    return (t.kind == NameToken::Kind::mark && !is_dot(i)) || t.kind == NameToken::Kind::blank ||
           t.is(kBorder | kJoin | kSpeech | kTitle | kAfterName);
  }

  void named(std::size_t i, bool titled, bool crowd) {
    bool weak = false;
    const std::uint32_t begin = tokens_[i].span.begin;
    const std::size_t surname = words_.surname(text_.substr(begin), weak);
    if (surname == 0) {
      rare(i, titled && !crowd);
      return;
    }
    std::size_t at = i;
    while (at < tokens_.size() && tokens_[at].span.end < begin + surname) ++at;
    if (at >= tokens_.size() || tokens_[at].span.end != begin + surname) return;
    const bool speech = !titled || crowd || weak;  // nothing less than a verb of speech behind will do
    // One given character, then two.
    const std::size_t one = given(at + 1, 1), two = given(at + 1, 2);
    const auto good = [&](std::size_t end) {
      return end != 0 && (speech ? speaks(end) : closes(end) || (tokens_[end].classes != 0 && length(end) > 1));
    };
    const bool sure = titled && !crowd && !weak;
    const auto ordinary = [&](std::size_t end) {
      return !sure && (((!titled || crowd) && words_.begins_common(text_, begin, surname)) || !plain(at + 1, end));
    };
    if (good(one) && !ordinary(one)) {
      // The second character may look like a function word: 王永和表示.
      const bool part = one < tokens_.size() && !tokens_[one].is(kSpeech | kTitle | kAfterName | kNoGiven) && two != 0 && speaks(two) &&
                        length(one) == 1 && tokens_[one].is(kBorder);
      write(i, part ? two : one, titled);
    } else if (good(two) && !ordinary(two)) {
      write(i, two, titled);
    } else {
      rare(i, titled && !crowd);
    }
  }
  // A rare family name: behind a title and before a verb of speech three unknown characters are a name all the same; more of them
  // when names from other languages are written so.
  void rare(std::size_t i, bool titled) {
    if (!titled) return;
    std::size_t end = i, count = 0;
    for (; end < tokens_.size() && transcribed(end) && count <= kMaxPart; ++end) count += length(end);
    if (count >= 2 && count <= kMaxPart && speaks(end)) {
      write(i, end, true);
      return;
    }
    if (tokens_[i].kind != NameToken::Kind::han) return;
    end = given(i + 1, 2);
    if (end != 0 && speaks(end) && plain(i + 1, end)) write(i, end, true);
  }
  // One past the tokens from `from` that are `wanted` characters of a given name; 0: they are not.
  [[nodiscard]] std::size_t given(std::size_t from, std::size_t wanted) const {
    std::size_t count = 0, i = from;
    for (; i < tokens_.size() && count < wanted; ++i) {
      const NameToken& t = tokens_[i];
      if (t.is(kNoGiven | kSpeech | kTitle | kGeneric | kListed | kTail) ||
          (t.kind != NameToken::Kind::han && t.kind != NameToken::Kind::word))
        return 0;
      if (!is_han(code(i))) return 0;
      count += length(i);
    }
    return count == wanted ? i : 0;
  }
  [[nodiscard]] bool plain(std::size_t from, std::size_t end) const {
    for (std::size_t i = from; i < end; ++i)
      if (length(i) > 1 && tokens_[i].classes != 0) return false;  // a place may be a given name, a word of ours not
    return true;
  }
  void write(std::size_t first, std::size_t end, bool titled) {
    Name name;
    name.span = {tokens_[first].span.begin, tokens_[end - 1].span.end};
    name.kind = NameKind::person;
    name.canonical = slice(text_, name.span);
    name.by_form = true;
    name.rule = titled ? "person behind a title" : "person before a verb of speech";
    name.why = "begins with a family name";
    out_.push_back(std::move(name));
  }

  // A name with a dot inside; gives the last token of it.
  std::size_t dotted(std::size_t dot) {
    std::size_t first = dot, last = dot;
    if (!part_before(dot, first)) return dot;
    std::size_t at = dot;
    while (at < tokens_.size() && is_dot(at) && part_behind(at, last)) at = last + 1;
    if (last == dot) return dot;
    const bool title = first > 0 && tokens_[first - 1].is(kTitle);
    const bool speech = speaks(last + 1);
    const bool alone = (first == 0 || begins(first - 1) || tokens_[first - 1].is(kBorder | kJoin)) && closes(last + 1) &&
                       (last + 1 >= tokens_.size() || !tokens_[last + 1].is(kBorder) || tokens_[last + 1].is(kJoin));
    if (!title && !speech && !alone) return dot;
    Name name;
    name.span = {tokens_[first].span.begin, tokens_[last].span.end};
    name.kind = NameKind::person;
    name.canonical = slice(text_, name.span);
    name.by_form = true;
    name.rule = "person with a dot inside";
    name.why = title ? "behind a title" : speech ? "before a verb of speech" : "between borders";
    out_.push_back(std::move(name));
    return last;
  }
  [[nodiscard]] bool transcribed(std::size_t i) const {
    const NameToken& t = tokens_[i];
    if (t.kind != NameToken::Kind::han && t.kind != NameToken::Kind::word) return false;
    if (!is_han(code(i))) return false;
    if (t.is(kTitle | kSpeech | kAfterName | kJoin | kGeneric | kNoGiven | kTail)) return false;
    const std::string_view word = slice(text_, t.span);
    for (std::size_t at = 0; at < word.size(); at += decode(word, at).size)
      if (!words_.transcribes(decode(word, at).code)) return false;
    return length(i) == 1 || t.classes == 0;  // a character, or the name of a place
  }
  bool part_before(std::size_t dot, std::size_t& first) const {
    std::size_t count = 0, i = dot;
    while (i > 0 && transcribed(i - 1) && count < kMaxPart) {
      count += length(i - 1);
      --i;
    }
    first = i;
    return count > 0 && count <= kMaxPart;
  }
  bool part_behind(std::size_t dot, std::size_t& last) const {
    std::size_t count = 0, i = dot + 1;
    for (; i < tokens_.size() && transcribed(i) && count < kMaxPart; ++i) {
      if (count > 0 && tokens_[i].is(kBorder) && i + 1 < tokens_.size() && !transcribed(i + 1)) break;
      count += length(i);
    }
    if (count == 0 || count > kMaxPart) return false;
    last = i - 1;
    return true;
  }

  const NameWords& words_;
  std::string_view text_;
  const std::vector<NameToken>& tokens_;
  std::vector<Name>& out_;
};

}  // namespace

void find_people(const NameWords& words, std::string_view folded, const std::vector<NameToken>& tokens, std::vector<Name>& out) {
  Search(words, folded, tokens, out).run();
}

}  // namespace fengbiao
