#include "cli/rule_list.h"

#include <fmt/format.h>

#include <vector>

#include "base/nearest.h"
#include "cli/screen.h"
#include "publish/rule_record.h"

namespace fengbiao {
namespace {

// The lines of an example, set below each other.
std::string set_in(std::string_view text, std::size_t by) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '\n') out += std::string(by, ' ');
  }
  return out;
}

Result<std::vector<const CheckRule*>> chosen(const Session& session, const RuleBook& rules) {
  std::vector<const CheckRule*> out;
  const auto named = session.call.arguments.find("INPUT");
  if (named == session.call.arguments.end() || named->second.empty()) {
    for (const auto& rule : rules.rules()) out.push_back(rule.get());
    return out;
  }
  for (const std::string& id : named->second) {
    const CheckRule* const rule = rules.find(id);
    if (!rule) {
      std::vector<std::string_view> known;
      for (const auto& r : rules.rules()) known.push_back(r->id);
      return fail(Cause::not_found, {"fengbiao check", 0, 0}, fmt::format("no rule `{}`{}", id, perhaps(id, known)),
                  "`check --list-rules` lists them");
    }
    out.push_back(rule);
  }
  return out;
}

}  // namespace

std::string rule_text(const CheckRule& rule) {
  std::string out = fmt::format("{}{}\n  {}\n  {}\n", rule.id, rule.off ? " (off)" : "", rule.name.en, rule.name.zh);
  out += fmt::format("    kind   {}, {}, confidence {}\n", name_of(rule.kind), name_of(rule.severity), rule.confidence);
  out += fmt::format("    means  {}\n           {}\n", set_in(rule.about.en, 11), set_in(rule.about.zh, 11));
  for (const auto& [variant, words] : rule.says) out += fmt::format("    says   {}\n           {}\n", words.en, words.zh);
  for (const std::string& example : rule.examples) out += fmt::format("    finds  {}\n", set_in(example, 11));
  for (const std::string& example : rule.counter_examples) out += fmt::format("    passes {}\n", set_in(example, 11));
  return out + fmt::format("    from   {}:{}\n", rule.place.file, rule.place.line);
}

Result<int> list_rules(const Session& session, const RuleBook& rules) {
  FB_TRY(const auto listed, chosen(session, rules));
  const bool all = listed.size() == rules.rules().size() && session.call.arguments.at("INPUT").empty();
  if (session.call.has("json")) {
    for (const CheckRule* rule : listed) {
      JsonWriter w;
      write_rule_json(w, *rule);
      session.print_json(w.take());
    }
    return kFound;
  }
  if (!all) {
    for (const CheckRule* rule : listed) session.screen.print_text(rule_text(*rule));
    return kFound;
  }
  std::vector<std::vector<std::string>> rows;
  for (const CheckRule* rule : listed)
    rows.push_back({rule->id, std::string(name_of(rule->kind)), rule->off ? "off" : std::string(name_of(rule->severity)),
                    fmt::format("{:.2f}", rule->confidence), rule->name.en, rule->name.zh});
  session.screen.print(
      table({{"RULE"}, {"KIND"}, {"SEVERITY"}, {"SURE", true}, {"NAME", false, true}, {"", false, true}}, rows, session.screen.width()));
  return kFound;
}

}  // namespace fengbiao
