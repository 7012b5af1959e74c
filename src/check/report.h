// Where checks put what they find. It knows how to make the record: place, lines, quote, words, id; a check says only what is wrong where.
// A text of nothing but one flaw does not give a list without end.
//
//   report.flag({.rule = rule_, .span = mark, .values = {{"mark", "，，"}}, .suggestion = "，"});
//   report.state({.rule = rule_, .span = figure, .relation = "48/70 = 68.57%", .verdict = Verdict::contradicts, .values = ...});
//
// A relation that contradicts gives a finding too. Rules that are off give nothing. Tested by report_test.cc.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rule.h"
#include "check/subject.h"
#include "model/finding.h"

namespace fengbiao {

struct IssueChecks {
  std::vector<Finding> findings;    // by place in the text, then by rule
  std::vector<Relation> relations;  // likewise
  CheckCoverage coverage;
};

class Report {
 public:
  // Of one issue. All outlive the report. With `listing`, findings of one rule in one article are listed up to its limit; one more stands
  // for all that follow, and says how many they are.
  Report(const Issue& issue, std::string_view kept, const Listing* listing = nullptr);

  // Where something stands: an article of the issue (0: none) and a span of the kept text. `quote` empty: the words around the span, not
  // wider than to know the place again.
  struct Spot {
    std::uint32_t article = 0;
    Span span;
    Span quote{};
  };

  struct Flaw {
    const CheckRule* rule = nullptr;
    Spot at;
    Values values{};
    std::string_view variant{};  // of the rule's words
    std::string suggestion{};
    double confidence = -1;  // below 0: the rule's
    std::optional<Spot> other{};
    std::optional<CheckedPlace> elsewhere{};  // the other side, where it stands in another issue
    std::string_view question{};              // a variant of the rule's words that asks whether this was meant; empty: none
  };
  void flag(const Flaw& flaw);

  struct Statement {
    const CheckRule* rule = nullptr;
    Spot at;
    std::string relation;
    Verdict verdict = Verdict::holds;
    Values values{};             // for the words of a finding; {relation} is there always
    std::string_view variant{};  // of a contradiction
    std::string_view reason{};   // of cannot tell
    bool worth_telling = false;  // a finding although it cannot be told: the reason itself is what an editor should know
    std::string suggestion{};
    double confidence = -1;
    std::optional<Spot> other{};
    std::optional<CheckedPlace> elsewhere{};
    std::string_view question{};
  };
  void state(const Statement& statement);

  // A place as a record has it.
  [[nodiscard]] CheckedPlace place(const Spot& spot) const;

  // Sorted, with ids; the report is empty afterwards. Coverage counts the relations; articles and characters are the caller's.
  IssueChecks finish();

 private:
  struct Listed {
    std::size_t findings = 0, last = 0;  // last: index of the one that stands for those not listed
  };
  Finding* add(const Flaw& flaw);  // none where it is not listed
  [[nodiscard]] Span words_around(Span span) const;
  [[nodiscard]] Span context_of(Span span, bool in_clause) const;
  [[nodiscard]] std::uint32_t line_of(std::uint32_t at) const;
  const Issue& issue_;
  std::string_view kept_;
  const Listing* listing_;
  std::map<std::pair<std::uint32_t, std::string_view>, Listed> listed_;  // by article and rule
  std::vector<std::uint32_t> line_ends_;
  std::vector<Finding> findings_;
  std::vector<Relation> relations_;
};

// The origin of records of an article; article 0 gives that of the issue.
Origin origin_of(const Issue& issue, std::uint32_t article);

}  // namespace fengbiao
