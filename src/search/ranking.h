// How well a document answers, told by a close look at its text, and why it stands where it does, in words. docs/search.md states the
// principle for readers.
//
//   Ranking ranking(index, common_words);   ranking.look(query.root, row).score, .reasons
//
// A word counts by how rare it is; its occurrences saturate and are weighed against the document's length (BM25, Robertson and Zaragoza
// 2009). An occurrence whose ends are ends of words counts whole, one that only happens to run over words counts a third: words are cut as
// in entity/words.h. The title counts extra, so does a small window that holds all words of the query, most where they stand side by side
// as typed. Of several forms of a word the best counts. No clock, no person, no click. Tested by ranking_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "entity/words.h"
#include "search/index.h"
#include "search/query.h"

namespace fengbiao {

enum class HitReasonKind : std::uint8_t {
  title,       // the title has the words
  phrase,      // all words side by side as typed
  near,        // all words in `number` characters
  times,       // the words, `number` times
  part,        // only as a part of other words, `number` times
  other_form,  // found as `words`, which stands for `asked`
  field,       // a field has the words
  dated,       // its date decides
};
std::string_view name_of(HitReasonKind kind);  // "other-form"

struct HitReason {
  HitReasonKind kind{};
  std::string words{}, asked{};
  std::uint32_t number = 0;
};

struct CloselySeen {
  double score = 0;
  std::vector<HitReason> reasons;
};

// For one query, and one thread at a time: what its forms are worth is found once.
class Ranking {
 public:
  Ranking(const SearchIndex& index, const Words& common) : index_(index), common_(common) {}
  [[nodiscard]] CloselySeen look(const QueryNode& root, std::uint32_t row) const;

 private:
  const SearchIndex& index_;
  const Words& common_;
  struct Form {
    std::string coded;  // as in the index; empty: it stands nowhere
    double rarity = 0;
  };
  const Form& form(const std::string& words) const;
  mutable std::map<std::string, Form, std::less<>> forms_;
};

}  // namespace fengbiao
