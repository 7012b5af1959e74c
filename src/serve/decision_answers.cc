// /decisions: what can be decided, how, and a case by the rules of a day. Nothing is kept.
#include <fmt/format.h>

#include <algorithm>

#include "publish/cited_policy_record.h"
#include "publish/decision_record.h"
#include "serve/api_context.h"
#include "serve/list_answer.h"

namespace fengbiao {

namespace {

std::expected<const Decision*, Problem> asked_for(const Ask& ask) {
  const std::vector<Decision>& all = ask.context.decisions();
  const auto found = std::ranges::find(all, ask.parameters.text("id"), &Decision::id);
  if (found != all.end()) return &*found;
  std::vector<std::string_view> ids;
  for (const Decision& d : all) ids.push_back(d.id);
  return std::unexpected(Problem{404, "not-found", fmt::format("there is no such decision; there are {}", fmt::join(ids, ", "))});
}

Reply answer_decisions(const Ask& ask) {
  const std::vector<Decision>& all = ask.context.decisions();
  return list_answer(ask.parameters, all.size(), [&](JsonWriter& w, std::size_t i) { write_decision_json(w, all[i], false); });
}

Reply answer_decision(const Ask& ask) {
  const auto decision = asked_for(ask);
  if (!decision) return std::unexpected(decision.error());
  JsonWriter w;
  write_decision_json(w, **decision, true, [&](JsonWriter& more) {
    more.key("documents");
    write_cited_documents_json(more, cited_by(**decision), ask.now.policies->all);
  });
  return json_answer(w);
}

Reply answer_case(const Ask& ask) {
  const auto decision = asked_for(ask);
  if (!decision) return std::unexpected(decision.error());
  const Decision& d = **decision;
  const auto facts = d.read_case(ask.request.body);
  if (!facts) {
    Problem problem = problem_of(facts.error());
    problem.status = 400;
    problem.kind = "invalid-request";
    return std::unexpected(std::move(problem));
  }
  const Date on = date_from_iso(ask.parameters.text("on")).value_or(d.from);  // the table lets days through alone
  const Decided decided = d.decide(*facts, on);
  const std::vector<Change> changes = d.changes(*facts, on);
  JsonWriter w;
  write_answer_json(w, {d, *facts, on, decided, changes});
  return json_answer(w);
}

}  // namespace

std::vector<Route> decision_routes() {
  return {
      {"GET",
       "/api/v1/decisions",
       "decisions",
       "Decisions that can be asked of: rules as data",
       {limit_parameter(), cursor_parameter()},
       "DecisionList",
       answer_decisions},
      {"GET",
       "/api/v1/decisions/{id}",
       "decision",
       "One decision: its facts with their questions, parameters by day, steps with conditions and clauses, outcomes with what follows, "
       "and "
       "the documents that it rests on, with those of the archive",
       {{"id", ParameterType::text, "id of the decision"}},
       "Decision",
       answer_decision,
       Route::policies},
      {"POST",
       "/api/v1/decisions/{id}",
       "decide",
       "A case by the rules of a day: the outcome with what follows, the path with its clauses, what would lead elsewhere, what is "
       "missing. "
       "It follows reports of the rules and is no legal advice. Nothing is kept",
       {{"id", ParameterType::text, "id of the decision"}, {"on", ParameterType::day, "the day whose rules are asked", {}, 0, 0, true}},
       "DecisionAnswer",
       answer_case,
       Route::nothing,
       kJsonType,
       Route::Access::read,
       false,
       kJsonType,
       "DecisionFacts"},
  };
}

}  // namespace fengbiao
