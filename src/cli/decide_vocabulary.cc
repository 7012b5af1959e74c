#include "cli/vocabulary_rows.h"

namespace fengbiao {

Command decide_command(const Flag& data, const Flag& json, std::string_view about_data) {
  return {
      "decide",
      "decide a case by the rules of a day",
      "A decision is data: facts, parameters that change from day to day, steps with their conditions and clauses, outcomes with what "
      "follows. DECISION is its id; --list shows all. The answer is the outcome with what follows, the path of steps with their clauses, "
      "which facts would lead elsewhere, and which are missing. A fact that is not given stays unknown, and only what hangs on it stays "
      "open.\n\n"
      "Facts come as one JSON object, --template writes an empty one, or as --set NAME=VALUE. A file with a JSON object a line is many "
      "cases: they get an answer a line, and a line that is no case is reported while the others are answered. Nothing hangs on the clock: "
      "--on names the day. Rules are told as they were reported; no answer is legal advice. docs/decide.md tells how to write a decision "
      "of your own." +
          std::string(about_data),
      {{"DECISION", ValueType::text, "the id of a decision", false, true}},
      {{"facts", 0, ValueType::file, "FILE", "the case, or a case a line; - for standard input"},
       {"set", 0, ValueType::text, "NAME=VALUE", "one fact: yes or no, an option, a number, a day; may be given several times", "", false,
        true},
       {"on", 0, ValueType::date, "DAY", "the day whose rules are asked"},
       {"brief", 0, ValueType::none, "", "with --json: only outcomes, path, missing facts and changes, by their ids"},
       {"list", 0, ValueType::none, "", "list the decisions"},
       {"explain", 0, ValueType::none, "", "tell the decision itself: facts, parameters, steps, outcomes"},
       {"template", 0, ValueType::none, "", "write an empty case"},
       data,
       json},
      "0  decided, or listed or told\n1  still open, or not in force on that day; of many cases, any of them"};
}

}  // namespace fengbiao
