// decide: a case or many by the rules of a day; the decisions themselves.
#include <fmt/format.h>

#include <algorithm>

#include "base/disk.h"
#include "base/json.h"
#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/decide_text.h"
#include "engine/decisions.h"

namespace fengbiao {
namespace {

std::unexpected<Error> wrong(std::string what, std::string advice = "see `fengbiao help decide`") {
  return fail(Cause::invalid_argument, {"fengbiao decide", 0, 0}, std::move(what), std::move(advice));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
  return text.substr(0, text.find_last_not_of(kBlank) + 1);
}

int list(const Session& session, const std::vector<Decision>& all) {
  if (session.call.has("json")) {
    JsonWriter w;
    w.open('{');
    w.key("decisions");
    w.open('[');
    for (const Decision& d : all) write_decision_json(w, d, false);
    w.close(']');
    w.close('}');
    session.print_json(w.take());
    return kFound;
  }
  std::vector<std::vector<std::string>> rows;
  for (const Decision& d : all)
    rows.push_back({d.id, d.from.iso(), d.until ? d.until->iso() : "", std::to_string(d.facts.size()), std::to_string(d.steps.size()),
                    std::to_string(d.samples.size()), d.name.zh, d.name.en});
  session.screen.print_text(table(
      {{"decision"}, {"from"}, {"until"}, {"facts", true}, {"steps", true}, {"cases", true}, {"name", false, true}, {"", false, true}},
      rows, session.screen.width()));
  return kFound;
}

// One decision asked on one day, case after case.
class Asking {
 public:
  Asking(const Session& session, const Decision& decision, const Date& on) : session_(session), decision_(decision), on_(on) {}

  int answer(const Case& facts, std::optional<std::size_t> line) {
    decision_.decide(facts, on_, decided_);
    const std::vector<Change> changes = decision_.changes(facts, on_);
    const DecisionAnswer answer{decision_, facts, on_, decided_, changes};
    if (session_.call.has("json")) {
      JsonWriter w;
      if (session_.call.has("brief")) write_brief_answer_json(w, answer, line.value_or(1));
      else write_answer_json(w, answer);
      session_.print_json(w.take());
    } else {
      session_.screen.print_text(line ? answer_line(answer, *line) : answer_text(answer));
    }
    return decided_.outcomes.size() == 1 ? kFound : kNothing;
  }

  // A line that is no case is told of, and the others are answered.
  int answer_lines(std::string_view text, const std::string& file) {
    int code = kFound;
    for (std::size_t line = 1; !text.empty() && !session_.screen.closed(); ++line) {
      const std::string_view row = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(text.size(), row.size() + 1));
      if (trimmed(row).empty()) continue;
      auto facts = decision_.read_case(row);
      if (facts) {
        code = std::max(code, answer(*facts, line));
        continue;
      }
      facts.error().place = {file, line, 0};
      session_.screen.complain(facts.error());
      code = kError;
    }
    if (!session_.call.has("json")) session_.screen.print(fmt::format("\n{}\n", kNoLegalAdvice));
    return code;
  }

 private:
  const Session& session_;
  const Decision& decision_;
  const Date on_;
  Decided decided_;
};

// Whether the text is a case a line: two lines and more, each an object by itself.
bool has_lines(std::string_view text) {
  text = trimmed(text);
  const std::string_view first = trimmed(text.substr(0, text.find('\n')));
  return first.size() < text.size() && first.starts_with('{') && first.ends_with('}');
}

Result<int> ask_file(const Decision& decision, Asking& asking, const std::string& file) {
  FB_TRY(const std::string text, file == "-" ? read_stdin(kDefaultFileLimit) : read_file(file, kDefaultFileLimit));
  if (file.ends_with(".jsonl") || has_lines(text)) return asking.answer_lines(text, file);
  auto facts = decision.read_case(text);
  if (!facts) {
    facts.error().place = {file, 0, 0};
    return std::unexpected(facts.error());
  }
  return asking.answer(*facts, std::nullopt);
}

Result<Case> set_facts(const Decision& decision, const std::vector<std::string>& words) {
  Case facts(decision.facts.size());
  for (const std::string& word : words) {
    const std::size_t sign = word.find('=');
    if (sign == std::string::npos) return wrong(fmt::format("--set: expected NAME=VALUE, got `{}`", word));
    const std::string name = word.substr(0, sign);
    const auto fact = decision.fact_named(name);
    if (!fact) {
      std::vector<std::string_view> known;
      for (const DecisionFact& f : decision.facts) known.push_back(f.id);
      return wrong(fmt::format("--set: {} has no fact `{}`{}", decision.id, name, perhaps(name, known)),
                   fmt::format("see `fengbiao decide {} --explain`", decision.id));
    }
    if (facts[*fact].known) return wrong(fmt::format("--set: {} is set twice", name));
    auto value = decision.read_fact(*fact, word.substr(sign + 1));
    if (!value) return wrong("--set: " + value.error().what);
    facts[*fact] = *value;
  }
  return facts;
}

}  // namespace

Result<int> run_decide(const Session& session) {
  const Call& call = session.call;
  const std::string& id = call.argument("DECISION");
  const bool facts = call.has("facts"), set = !call.all("set").empty();
  if (call.has("list") + call.has("explain") + call.has("template") + (facts || set) > 1)
    return wrong("--list, --explain, --template and facts exclude each other");
  if (facts && set) return wrong("--facts and --set exclude each other");
  if (call.has("brief") && !call.has("json")) return wrong("--brief goes with --json");
  if (id.empty() != call.has("list"))
    return wrong(id.empty() ? "DECISION is missing" : "--list lists all; name no decision", "`fengbiao decide --list` lists them");
  FB_TRY(const ReadOptions options, session.read_options());
  FB_TRY(const std::vector<Decision> all, load_decisions(options));
  if (call.has("list")) return list(session, all);
  auto named = decision_named(all, id);
  if (!named) {
    named.error().place.file = "fengbiao decide";
    return std::unexpected(named.error());
  }
  const Decision& decision = **named;
  if (call.has("template")) {
    session.screen.print(case_template(decision));
    return kFound;
  }
  if (call.has("explain")) {
    if (!call.has("json")) {
      session.screen.print_text(decision_text(decision));
      return kFound;
    }
    JsonWriter w;
    write_decision_json(w, decision, true);
    session.print_json(w.take());
    return kFound;
  }
  const auto day = call.text("on");
  if (!day) return wrong("--on DAY is missing: rules change from day to day");
  if (!facts && !set)
    return wrong("facts are missing: --facts FILE or --set NAME=VALUE",
                 fmt::format("`fengbiao decide {} --template` writes an empty case", id));
  Asking asking(session, decision, *date_from_iso(*day));
  if (facts) return ask_file(decision, asking, *call.text("facts"));
  FB_TRY(const Case known, set_facts(decision, call.all("set")));
  return asking.answer(known, std::nullopt);
}

}  // namespace fengbiao
