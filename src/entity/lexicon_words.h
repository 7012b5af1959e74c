// The words that names of organisations and people are recognised by, and a text cut into them: listed names, what names end with,
// what they are made of, what stands around them. The longest word that begins where the last one ended is taken; so a name that
// only seems to stand there, across the end of one word and the beginning of the next, is not seen: 其中|国产, not 其|中国|产.
//
//   "上海市商务委发布通知"  ->  上海市 (place) 商务委 (authority) 发布 (border) 通知
//
// Data: data/lexicon (lists and forms.yaml). It decides nothing: organisations.h and people.h do. Tested by organisations_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "entity/gazetteer.h"
#include "entity/name.h"
#include "entity/words.h"
#include "rules/data_set.h"
#include "text/characters.h"
#include "text/trie.h"

namespace fengbiao {

enum WordClass : std::uint32_t {
  kBorder = 1u << 0,       // cannot be inside a name
  kJoin = 1u << 1,         // 和 与: between two names, or inside one
  kGeneric = 1u << 2,      // 有关 各级: what follows is no name
  kHead = 1u << 3,         // 中国 国家: begins a name like a place
  kInner = 1u << 4,        // a constituent of names
  kCover = 1u << 5,        // an ordinary word
  kTitle = 1u << 6,        // of a person
  kAfterName = 1u << 7,    // 先生
  kSpeech = 1u << 8,       // 表示
  kFirmSign = 1u << 9,     // said of a firm
  kMarketSign = 1u << 10,  // said of a platform
  kFirmWord = 1u << 11,    // makes a common word the name of a firm
  kLevel = 1u << 12,       // 省 市 区 县 before an authority
  kCrowd = 1u << 16,       // a title of many: 记者, 消费者
  kNoGiven = 1u << 17,     // 也 在: in no given name
  kCount = 1u << 18,       // 三 家: in a name only behind a place
  kFigure = 1u << 19,      // 占 份额 位居: a figure of a firm follows
  kListed = 1u << 13,
  kTail = 1u << 14,
  kAuthority = 1u << 15,
};

struct Entity {
  std::string id, name, parent, code;  // code: of the place it belongs to
  NameKind kind = NameKind::body;
};

// A name as it is listed: whom it may mean, and what it needs around it.
struct Listed {
  std::vector<std::uint32_t> entities;
  bool doubtful = false;    // also a common word: needs a word of firms beside it
  bool strict = false;      // easily made by the ends of other words
  bool registered = false;  // ends like a name in the register of firms
};

// What a name ends with, and what may stand before that.
struct Tail {
  enum class Front : std::uint8_t { place, named, any };
  std::string rule;
  NameKind kind = NameKind::body;
  Front front = Front::place;
  std::uint32_t content = 0;  // words between front and tail
  std::uint32_t unknown = 0;  // characters of no known word
  bool bare = false;          // nothing between
  bool county = false;        // only of a county
  bool registered = false;    // the full name in the register of firms
};

struct NameToken {
  enum class Kind : std::uint8_t { han, word, latin, digits, blank, mark };
  Span span;
  std::uint32_t word = 0xFFFFFFFF;
  std::uint32_t classes = 0;
  std::span<const Gazetteer::Match> places;  // all that it names
  Kind kind = Kind::mark;

  [[nodiscard]] bool is(std::uint32_t wanted) const { return (classes & wanted) != 0; }
};

class PackNode;

class NameWords {
 public:
  // `gazetteer` and `common` must outlive it.
  static Result<NameWords> load(const DataSet& data, const Gazetteer& gazetteer, const Words& common);

  // The words of a block of the text; their spans count from where it begins.
  void cut(const Characters& folded, Span block, std::vector<NameToken>& out) const;

  [[nodiscard]] const Entity& entity(std::uint32_t index) const { return entities_[index]; }
  [[nodiscard]] const Listed* listed(std::uint32_t word) const { return get(listed_, listed_of_, word); }
  [[nodiscard]] const Tail* tail(std::uint32_t word) const { return get(tails_, tail_of_, word); }
  // The full form of an authority or a tail, empty where it has none.
  [[nodiscard]] std::string_view authority(std::uint32_t word) const { return text_of(authority_of_, word); }
  [[nodiscard]] std::string_view full_tail(std::uint32_t word) const { return text_of(full_tail_of_, word); }
  // The listed name `span` is a word there, rather than made by the end of one word and the beginning of the next: 精美|团扇.
  [[nodiscard]] bool stands_alone(std::string_view folded, Span span, bool strict) const;
  [[nodiscard]] bool is_government(std::string_view full) const { return full == government_; }
  [[nodiscard]] bool over_places(std::string_view name) const;
  [[nodiscard]] bool is_paper(std::string_view title) const;
  // What stands behind a title says that it is a magazine's: 《自然》杂志.
  [[nodiscard]] bool paper_sign(std::string_view rest) const;
  // Bytes of the family name that begins `text`; 0: none. `weak`: it is also a common word.
  [[nodiscard]] std::size_t surname(std::string_view text, bool& weak) const {
    const Trie::Hit hit = surnames_.longest(text, 0);
    weak = hit.value != 0;
    return hit.length;
  }
  // A character that names from other languages are written with.
  [[nodiscard]] bool transcribes(char32_t c) const;
  // An ordinary word longer than `bytes` begins there.
  [[nodiscard]] bool begins_common(std::string_view folded, std::size_t at, std::size_t bytes) const {
    return common_->longest(folded, at) > bytes;
  }
  [[nodiscard]] const Gazetteer& gazetteer() const { return *gazetteer_; }

 private:
  static constexpr std::uint32_t kNothing = 0xFFFFFFFF;
  template <class T>
  static const T* get(const std::vector<T>& values, const std::vector<std::uint32_t>& index, std::uint32_t word) {
    return word < index.size() && index[word] != kNothing ? &values[index[word]] : nullptr;
  }
  [[nodiscard]] std::string_view text_of(const std::vector<std::uint32_t>& index, std::uint32_t word) const {
    const std::string* text = get(texts_, index, word);
    return text ? std::string_view(*text) : std::string_view();
  }
  Result<void> load_list(const DataSet::File& file, NameKind kind);
  Result<void> load_forms(const DataSet::File& file);
  Result<void> load_tails(const PackNode& list);
  Result<void> load_surnames(const PackNode& pack);
  void full_form(std::vector<std::uint32_t>& index, std::uint32_t word, std::string full);
  void seal();
  std::uint32_t add(std::string_view folded, std::uint32_t classes);
  std::uint32_t& at(std::vector<std::uint32_t>& index, std::uint32_t word);
  // The longest word at `at` that its surroundings allow; `join` gets the joining word that begins there.
  [[nodiscard]] Trie::Hit longest(const Characters& folded, std::size_t at, std::size_t until, Trie::Hit* join) const;
  // The word is cut off by what follows: 商务部|门.
  [[nodiscard]] bool cut_off(std::uint32_t word, std::string_view rest) const;
  [[nodiscard]] bool digits_stand_alone(std::string_view folded, std::size_t from, std::size_t end) const;

  const Gazetteer* gazetteer_ = nullptr;
  const Words* common_ = nullptr;
  Trie trie_;
  std::map<std::string, std::uint32_t, std::less<>> words_;
  std::vector<std::uint32_t> classes_;
  std::vector<std::uint32_t> listed_of_, tail_of_, authority_of_, full_tail_of_;  // by word
  std::vector<Entity> entities_;
  std::vector<Listed> listed_;
  std::vector<Tail> tails_;
  std::vector<std::string> texts_, over_places_, papers_, not_papers_, paper_signs_, counters_;
  std::string government_;
  std::vector<std::pair<std::string, std::vector<std::string>>> cuts_;
  std::vector<std::vector<std::uint16_t>> cuts_of_;  // by word: which of them
  Trie surnames_;                                    // 1: also a common word
  std::vector<char32_t> transcription_;              // sorted
};

}  // namespace fengbiao
