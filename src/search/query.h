// What a person types, read as a tree of conditions. Whatever is typed has a reading: what is broken is read as plain words, with a note
// of what was not understood and where.
//
//   跨境电商 综试区 -直播 来源:人民日报 日期:[2022-01-01 TO 2022-12-31]
//   both( words 跨境电商, words 综试区, without(words 直播), words 人民日报 in source, days )
//
// Words side by side must all be there; OR (或, |) joins its two neighbours and binds closer than the blank; - or NOT leaves out; quotes
// keep words together; brackets group; FIELD: asks one word, one quotation or one group for a field. Ranges are [a TO b], a..b, >a, <=b.
// Brackets and colons inside a word belong to it, so that a pasted headline is a word. At most kMostQueryWords words and kMostQueryBytes
// bytes are read, and brackets kMostQueryDepth deep: time is bounded. Tested by query_test.cc and tests/fuzz/fuzz_query.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "search/query_values.h"
#include "search/query_words.h"

namespace fengbiao {

inline constexpr std::size_t kMostQueryBytes = 2000, kMostQueryWords = 24, kMostQueryDepth = 6;

// Another form that counts as the word, for less.
struct QueryAlternative {
  std::string words, form;
  double weight = 1;
  std::string why;  // "alias", "synonym", "initials", "area"
};

struct QueryNode {
  enum class Kind : std::uint8_t {
    all,      // everything
    both,     // what has all parts
    either,   // what has one of them
    without,  // what has not the one part
    words,    // words in the text, or in the field
    days,     // dated so
    amount,   // has an observation with such a value
  } kind = Kind::all;
  std::vector<QueryNode> parts{};

  QueryField field = QueryField::any;
  std::string words{}, form{};  // folded as typed; as search_text() has it
  bool quoted = false;
  std::vector<QueryAlternative> also{};  // of words: filled by those who widen the query
  QueryDays days{};
  QueryAmount low{}, high{};  // values of an amount, inclusive; infinite where there is no bound
  Span at{};                  // bytes of what was typed
  std::uint32_t number = 0;   // among the leaves, from 0
  [[nodiscard]] bool leaf() const { return kind >= Kind::words; }
};

enum class QueryNoteKind : std::uint8_t {
  too_long,          // cut off behind kMostQueryBytes
  too_many_words,    // left out
  too_deep,          // brackets without effect
  unclosed_quote,    // goes to the end
  unclosed_bracket,  // likewise
  stray_bracket,     // closes nothing, left out
  nothing_to_join,   // an operator without a word before or behind it, left out
  unknown_field,     // read as words
  empty_field,       // nothing behind the colon: read as a word
  no_date,           // not a day or period: read as words
  no_value,          // not a value: read as words
  split,             // found nowhere as it stands, read as its words
  period_optional,   // the period of a question need not be printed
  initials,          // read as the initials of words
};
std::string_view name_of(QueryNoteKind kind);  // "unclosed-quote"

struct QueryNote {
  QueryNoteKind kind{};
  Span at{};           // bytes of what was typed
  std::string word{};  // what it is about
  std::string perhaps{};
  friend bool operator==(const QueryNote& a, const QueryNote& b) { return a.kind == b.kind && a.at == b.at && a.word == b.word; }
};

struct Query {
  std::string typed;
  QueryNode root;
  std::uint32_t leaves = 0;
  std::vector<QueryNote> notes;
};

class QueryParser {
 public:
  static Result<QueryParser> load(const DataSet& data);
  [[nodiscard]] Query parse(std::string_view typed) const;
  // The tree in the query's own language, with what it was widened by.
  [[nodiscard]] std::string written(const QueryNode& node) const;
  [[nodiscard]] const QueryWords& words() const { return words_; }
  [[nodiscard]] const QuantityReader& reader() const { return reader_; }

 private:
  QueryParser(QueryWords words, QuantityReader reader) : words_(std::move(words)), reader_(std::move(reader)) {}
  QueryWords words_;
  QuantityReader reader_;
};

// Calls `visit(leaf, excluded)` for the leaves, from left to right; excluded: it stands below a `without`.
template <class Node, class Visit>
void each_leaf(Node& node, Visit&& visit, bool excluded = false) {
  if (node.leaf()) return visit(node, excluded);
  for (auto& part : node.parts) each_leaf(part, visit, excluded != (node.kind == QueryNode::Kind::without));
}

}  // namespace fengbiao
