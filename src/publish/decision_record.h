// The public form of decisions and of their answers, one for the command line, the API and agents.
//
//   {"decision":"export-return","on":"2023-10-01","decided":true,"outcome":{"id":"exempt",…},"follows":[…],"path":[…],"missing":[]}
//
// docs/decide.md describes the keys. Tested by decision_record_test.cc and, the whole way, by tests/decide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "decide/decision.h"
#include "publish/record_parts.h"

namespace fengbiao {

std::string_view name_of(DecisionOutcome::Tone tone);                 // yes, no, open
std::string type_name(const DecisionParameter& parameter);            // number, date, days, months
std::string value_text(const DecisionParameter& p, std::int64_t is);  // 2025-12-31, 6
std::string_view way_name(const Decision& d, DecisionStep::Way way);  // of a step or an outcome
std::string clause_text(const DecisionClause& clause);                // document, number, article

// `whole`: with facts, parameters, steps and outcomes; else as a list shows it. `more`: further keys.
void write_decision_json(JsonWriter& w, const Decision& d, bool whole, const WriteMore& more = {});
// An empty case: every fact with null.
std::string case_template(const Decision& d);

struct DecisionAnswer {
  const Decision& decision;
  const Case& facts;
  const Date& on;
  const Decided& decided;
  const std::vector<Change>& changes;
};
void write_answer_json(JsonWriter& w, const DecisionAnswer& answer);
// Only what came of it, by ids: for many cases. `line`: of the case in its file.
void write_brief_answer_json(JsonWriter& w, const DecisionAnswer& answer, std::size_t line);

// What follows on the day.
std::vector<const Consequence*> consequences_on(const DecisionOutcome& outcome, const Date& on);

}  // namespace fengbiao
