// The rules of the checks, as data: what each is called, what it means, how grave and how sure its findings are, the words it is
// reported in, texts that must give a finding of it and texts that must not. They stand in data/rules/check/*.yaml; the README there
// describes the keys. A rule with a pattern is whole in its file; one without is made by a check of this room, which asks for it by id.
//
//   RuleBook book = *RuleBook::load(data);
//   Result<const CheckRule*> rule = book.rule("share-of-whole");
//   rule.value()->words("default", {{"part", "48"}, {"whole", "70"}}).en
//
// Tested by rule_test.cc.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "model/finding.h"
#include "rules/data_set.h"
#include "rules/pattern.h"

namespace fengbiao {

// What is put in for {name} in the words of a rule.
using Values = std::vector<std::pair<std::string_view, std::string>>;

enum class ArticlePart : std::uint8_t { title, body, author_note, source };
std::string_view name_of(ArticlePart part);

struct CheckRule {
  std::string id;
  FindingKind kind = FindingKind::punctuation;
  Severity severity = Severity::warning;
  double confidence = 1;
  Wording name;                                      // a few words
  Wording about;                                     // what it means and when it is silent
  std::map<std::string, Wording, std::less<>> says;  // by variant; "default" always
  std::string suggestion;                            // of a pattern: with {group}
  std::vector<std::string> examples, counter_examples;
  bool off = false;
  Place place;  // of the rule in its file

  // Of rules with a pattern: over printed or folded text, in these parts of an article; the finding is the group `mark`, else the whole.
  std::shared_ptr<const Pattern> pattern;
  bool over_printed = false;
  std::vector<ArticlePart> parts{ArticlePart::title, ArticlePart::body};

  [[nodiscard]] Wording words(std::string_view variant, const Values& values) const;
};

// `text` with each {name} replaced.
std::string filled(std::string_view text, const Values& values);

// How many findings of one rule in one article are listed; the one behind them says how many more there are.
struct Listing {
  std::size_t most = 0;
  Wording more;  // with {says} and {n}
};

class RuleBook {
 public:
  struct Options {
    bool skip_broken = false;  // leave out a rule that is wrong instead of failing; broken() tells which
  };
  // Fails where a file is wrong, an example of a pattern among it: file, line and what was expected.
  static Result<RuleBook> load(const DataSet& data, const Options& options);
  static Result<RuleBook> load(const DataSet& data) { return load(data, Options{}); }

  // A rule whose findings a check makes. Fails where no file has it; a rule that is off is there all the same.
  Result<const CheckRule*> rule(std::string_view id);
  // After every check has asked for its rules: a rule without a pattern that none asked for is an error in its file.
  [[nodiscard]] Result<void> all_asked() const;

  // By file, then as they stand there. A rule of a later file replaces one of the same id where it stands.
  [[nodiscard]] const std::vector<std::unique_ptr<const CheckRule>>& rules() const { return rules_; }
  [[nodiscard]] const CheckRule* find(std::string_view id) const;
  [[nodiscard]] const std::vector<Error>& broken() const { return broken_; }
  // Why a relation cannot be told: reasons.yaml.
  [[nodiscard]] const Wording* reason(std::string_view name) const;
  [[nodiscard]] const Listing& listing() const { return listing_; }

 private:
  Result<void> add(const DataSet::File& file, const Options& options);
  Result<void> add_reasons(const DataSet& data);
  Result<void> read_listing(const DataSet& data);
  std::vector<std::unique_ptr<const CheckRule>> rules_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
  std::set<std::string, std::less<>> asked_;
  std::map<std::string, Wording, std::less<>> reasons_;
  std::vector<Error> broken_;
  Listing listing_;
};

}  // namespace fengbiao
