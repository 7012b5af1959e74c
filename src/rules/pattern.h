// A named pattern: a human name, a regular expression over folded text, examples that must match and counter-examples that
// must not. The examples stand beside the pattern and are its test; a pack whose examples fail does not load.
//
//   - name: source line with a date
//     needs: 来源                      # no line without these characters is tried
//     pattern: '来源:(?P<names>.+?)(?P<date>{date})$'    # {date} is another entry of the pack's `parts`
//     examples: ['来源：“某网” 2022年1月5日']
//     counter_examples: ['来源于各地的商品']
//
// The engine is RE2: time linear in the text whatever the pattern, no back-references. Tested by pattern_test.cc.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/pack.h"

namespace re2 {
class RE2;
}

namespace fengbiao {

// Named groups of a match, as parts of the folded text. A group that took no part is an empty view with no data.
class Match {
 public:
  [[nodiscard]] std::string_view whole() const { return whole_; }
  [[nodiscard]] std::string_view group(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const { return group(name).data() != nullptr; }

 private:
  friend class Pattern;
  std::string_view whole_;
  std::vector<std::string_view> groups_;
  const std::vector<std::string>* names_ = nullptr;
};

class Pattern {
 public:
  // Checks the examples at once. `place` is where the expression stands in the pack.
  static Result<Pattern> make(std::string name, std::string needs, const std::string& expression, Place place);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::vector<std::string>& group_names() const { return group_names_; }  // empty for unnamed ones
  [[nodiscard]] const std::string& expression() const;
  // Anywhere in `text` (folded); anchors are the pattern's own business.
  [[nodiscard]] std::optional<Match> find(std::string_view text, std::size_t from = 0) const;

 private:
  std::string name_, needs_;
  std::shared_ptr<const re2::RE2> re_;
  std::vector<std::string> group_names_;  // index = group number; empty for unnamed ones
};

// Pieces of expressions by name: where {name} stands in a pattern, the piece is put in its place.
using Parts = std::vector<std::pair<std::string, std::string>>;
Result<Parts> load_parts(const PackNode& map);

// A list of patterns; the first that matches wins.
class PatternList {
 public:
  // A missing list is an empty one.
  static Result<PatternList> load(const PackNode& list, const Parts& parts);

  struct Hit {
    const Pattern* pattern;
    Match match;
  };
  [[nodiscard]] std::optional<Hit> first(std::string_view folded) const;
  [[nodiscard]] const std::vector<Pattern>& patterns() const { return patterns_; }
  [[nodiscard]] bool empty() const { return patterns_.empty(); }

 private:
  std::vector<Pattern> patterns_;
};

}  // namespace fengbiao
