// A dated decision: typed facts, parameters that change from day to day, steps that each ask a condition and name their clause, and the
// outcomes with what follows from them. All of it is data (data/decisions/*.yaml; the README there describes the keys), read and checked
// once; no code knows a rule.
//
//   Decision export_return = …;  Case c = *export_return.read_case(R"({"code":"9610","declared":"2023-03-01"})");
//   Decided d = export_return.decide(c, {2023, 10, 1});      d.outcomes == {"exempt" or others that are still possible}; d.missing
//
// Steps stand in order and lead only onwards, to a later step or an outcome, so that every way ends. Of a step whose condition cannot be
// told, both ways are followed; where all ways end in one outcome it is decided all the same. A decision says what reports of the rules
// say and is no legal advice. Tested by decision_test.cc, and held against a second implementation by tests/decide.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "decide/condition.h"
#include "decide/value.h"
#include "model/finding.h"
#include "quantity/date.h"
#include "rules/data_set.h"
#include "rules/pack.h"

namespace fengbiao {

// Where a rule is laid down, told in our own words.
struct DecisionClause {
  std::string document;  // title, as the register of policies names it
  std::string number;    // of the document: 2023年第34号; may be empty
  std::string article;   // 第一条; may be empty
  Wording says;
};

struct DecisionFact {
  struct Option {
    std::string id;
    Wording name;
  };
  std::string id;
  FactType type = FactType::flag;
  Wording name, ask;            // a word or two; the question of a form
  std::vector<Option> options;  // of a choice
  Wording unit;                 // of a number: 元
  Place place;
};

struct DecisionParameter {
  struct Dated {
    Date from;
    std::int64_t is = 0;
    DecisionClause clause;
  };
  std::string id;
  Wording name;
  FactType type = FactType::number;
  NamedValue::Span span = NamedValue::Span::none;
  std::vector<Dated> values;  // by day, the first from the decision's first day on
  [[nodiscard]] const Dated& on(const Date& day) const;
};

// What follows from an outcome: 不征关税.
struct Consequence {
  Wording says;
  DecisionClause clause;
  std::optional<Date> from, until;  // days on which it follows; `until` is the first on which not
};

struct DecisionOutcome {
  enum class Tone : std::uint8_t { yes, no, open } tone = Tone::open;  // what is asked for is granted, refused, neither
  std::string id;
  Wording name;
  std::vector<Consequence> consequences;
};

struct DecisionStep {
  // A later step, or past the last of them an outcome: steps.size() + its place.
  using Way = std::uint32_t;
  std::string id;
  Wording name;
  Condition condition;
  DecisionClause clause;
  std::optional<Date> from, until;  // days on which it is asked; else it is passed over as held
  Way yes = 0, no = 0;
  Place place;
};

// Facts of one case, in the order of Decision::facts.
using Case = std::vector<FactValue>;

struct DecisionSample {  // a case of the file with what must come of it
  std::string name;
  Case facts;
  Date on;
  std::vector<std::uint32_t> outcomes;
  Place place;
};

struct Decided {
  struct Passed {
    std::uint32_t step = 0;
    Truth holds = Truth::unknown;
    friend bool operator==(const Passed&, const Passed&) = default;
  };
  bool in_force = true;                 // on the day; where not, nothing else is told
  std::vector<std::uint32_t> outcomes;  // that the facts leave possible, in order; one: it is decided
  std::vector<Passed> path;             // steps asked from the first on, up to the first that cannot be told
  std::vector<std::uint32_t> missing;   // facts that would tell more, in the order in which they are asked; none where it is decided
  friend bool operator==(const Decided&, const Decided&) = default;
};

// One fact that would lead elsewhere, had it this value and the others theirs.
struct Change {
  std::uint32_t fact = 0;
  FactValue to;
  std::vector<std::uint32_t> outcomes;
};

class Decision {
 public:
  // All of data/decisions/, by id. Fails where a file is wrong, a sample among it: file, line and what was expected.
  static Result<std::vector<Decision>> load_all(const DataSet& data);

  std::string id;
  Wording name, about;
  Date from;                  // first day
  std::optional<Date> until;  // first day no more
  std::vector<DecisionFact> facts;
  std::vector<DecisionParameter> parameters;
  std::vector<DecisionStep> steps;
  std::vector<DecisionOutcome> outcomes;
  std::vector<DecisionSample> samples;

  [[nodiscard]] bool in_force(const Date& day) const { return day >= from && (!until || day < *until); }

  // Facts by name from a JSON object: true, "9610", 4800.5, "2023-03-01"; null or left out: unknown. An unknown name or a value of
  // another kind is an error that says what was expected.
  [[nodiscard]] Result<Case> read_case(std::string_view json) const;
  // One fact as typed: yes/no, an option or its Chinese name, a number, a day.
  [[nodiscard]] Result<FactValue> read_fact(std::uint32_t fact, std::string_view text) const;
  [[nodiscard]] std::optional<std::uint32_t> fact_named(std::string_view name) const;
  [[nodiscard]] std::string text_of(std::uint32_t fact, const FactValue& value) const;  // as typed; "?" where unknown

  // What holds on the day. The second writes over `out` and keeps its memory: for many cases.
  [[nodiscard]] Decided decide(const Case& facts, const Date& on) const;
  void decide(const Case& facts, const Date& on, Decided& out) const;
  // Facts that are known and would each lead elsewhere if they were different: every option of a choice, both of a flag, and of numbers
  // and days the nearest value at which a comparison turns.
  [[nodiscard]] std::vector<Change> changes(const Case& facts, const Date& on) const;
  // Parameters as they are on the day, in the order of `parameters`.
  [[nodiscard]] std::vector<std::int64_t> parameters_on(const Date& day) const;

 private:
  friend class DecisionLoader;
  static Result<Decision> load(const DataSet::File& file);
  [[nodiscard]] bool asked(const DecisionStep& step, const Date& day) const {
    return (!step.from || day >= *step.from) && (!step.until || day < *step.until);
  }
  void follow(const Case& facts, const Date& on, const std::vector<std::int64_t>& parameters, Decided& out) const;
};

}  // namespace fengbiao
