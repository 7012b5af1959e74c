// What a check found: a Finding is something an editor should look at, a Relation is one thing that could be checked, whatever came of
// it. Both are made when somebody asks and are not kept: the same text and records give the same findings.
//
//   签约企业70家，其中外资企业48家，占比78.33%
//     relation  48/70 = 68.57%, printed 78.33%   contradicts   rule share-of-whole
//     finding   arithmetic, error, at "78.33%"
//
// Plain records: the check room makes them, publish writes them. Tested by finding_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "model/record.h"

namespace fengbiao {

enum class FindingKind : std::uint8_t {
  arithmetic,   // numbers, counts or days of one article that contradict each other
  conflict,     // two articles, a title and its body, contents and body, or two issues that say different things
  typo,         // wrong, missing or misspelt words
  punctuation,  // marks: unpaired, doubled, of the wrong width
  duplicate,    // a word or sentence twice, two words that say the same
  format,       // a source line that breaks the bulletin's own pattern
  style,        // how numbers and units are to be written (GB/T 15835)
  extraction    // damage that the author did not do: look-alike glyphs, lost line breaks
};
std::string_view name_of(FindingKind kind);
std::optional<FindingKind> finding_kind_named(std::string_view name);

enum class Severity : std::uint8_t { error, warning, note };
std::string_view name_of(Severity severity);
std::optional<Severity> severity_named(std::string_view name);

enum class Verdict : std::uint8_t { holds, contradicts, cannot_tell };
std::string_view name_of(Verdict verdict);  // "cannot tell"

// Words for people in both languages of the interface.
struct Wording {
  std::string zh, en;
  [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
  friend bool operator==(const Wording&, const Wording&) = default;
};

// Where a finding or relation stands.
struct CheckedPlace {
  Origin origin;                               // of an article; article 0 and no article_id: the issue as a whole (contents, cover)
  Span span;                                   // the mark, word or figure, in the kept text
  Span quote_span;                             // the words it is shown in: not wider than needed to know the place again
  std::string quote;                           // those words, lines joined
  std::uint32_t line_start = 0, line_end = 0;  // of the span
  friend bool operator==(const CheckedPlace&, const CheckedPlace&) = default;
};

struct Finding {
  std::string id;  // article id + "-f" + non-blank characters of the article before the span; "-2" for a second one there
  std::string rule;
  FindingKind kind = FindingKind::arithmetic;
  Severity severity = Severity::warning;
  double confidence = 1;  // that it is a flaw: of the rule, or less where the case is less clear
  CheckedPlace at;
  std::optional<CheckedPlace> other;  // the other side of a conflict
  Wording explain;                    // what is wrong, the computation written out
  std::string relation;               // "48/70 = 68.57% ≠ 78.33%": of those that come from a relation
  std::string suggestion;             // what to print instead of the words under the span; empty: none
  std::uint32_t not_listed = 0;       // more of the same rule in the article, beyond what is listed (data/check/report.yaml)
  Wording question;                   // the smallest explanation, asked: 47/60 instead of 48/70?
  friend bool operator==(const Finding&, const Finding&) = default;
};

struct Relation {
  std::string id;  // article id + "-r" + place, as above
  std::string rule;
  CheckedPlace at;
  std::optional<CheckedPlace> other;
  std::string relation;  // in figures: "13+54+24+9 = 100"
  Verdict verdict = Verdict::cannot_tell;
  std::string reason;  // of cannot tell: a name of data/rules/check/reasons.yaml
  Wording explain;
  friend bool operator==(const Relation&, const Relation&) = default;
};

// What was looked at, beside what was found: a clean report over nothing is none.
struct CheckCoverage {
  std::size_t articles = 0, characters = 0;  // characters: printed, without blanks
  std::size_t relations = 0, holds = 0, contradicts = 0, cannot_tell = 0;
  CheckCoverage& operator+=(const CheckCoverage& more);
  friend bool operator==(const CheckCoverage&, const CheckCoverage&) = default;
};

}  // namespace fengbiao
