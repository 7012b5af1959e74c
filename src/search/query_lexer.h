// The pieces of a typed query: words, quotations, brackets and operators, before anything is known of fields. See query.h.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "search/query_words.h"

namespace fengbiao {

struct QueryToken {
  enum class Kind : std::uint8_t { word, quote, open, close, either, both, without, range } kind = Kind::word;
  Span span;               // in the folded text; of a quotation and a range without its marks
  bool unclosed = false;   // a quotation, bracket or range that nothing ends
  bool has_field = false;  // a name and a colon stand directly before it
  Span field;              // that name
};

// `folded`: text/fold.h has been over it. Linear but for brackets, which are looked for ahead once a bracket.
std::vector<QueryToken> query_tokens(std::string_view folded, const QueryWords& words);

}  // namespace fengbiao
