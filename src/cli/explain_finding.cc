// explain ARCHIVE FINDING: the words, the rule with its meaning, the computation, the other side, how sure it is, how to accept it.
#include <fmt/format.h>

#include "cli/check_text.h"
#include "cli/commands.h"
#include "cli/rule_list.h"
#include "publish/finding_record.h"
#include "publish/rule_record.h"

namespace fengbiao {
namespace {

std::string finding_words(const Session& session, const FoundFinding& found, const RuleBook& rules) {
  const Finding& f = found.checked.checks.findings[found.index];
  std::string out = fmt::format("finding {}\n", short_name(f));
  out += finding_text(f, found.checked.issue.file, LineIndex(found.checked.text), session.screen.width());
  out += fmt::format("  {}\n  {}\n", f.explain.zh, f.at.quote);
  out += fmt::format("    title  {}\n    id     {}\n", f.at.origin.title, f.id);
  out += fmt::format("    sure   {}{}\n", f.confidence,
                     f.confidence >= 0.9    ? ", very"
                     : f.confidence >= 0.75 ? ", fairly"
                                            : "; please check");
  if (!f.question.zh.empty()) out += fmt::format("    asks   {}\n", f.question.zh);
  for (const Relation& r : found.checked.checks.relations)
    if (r.at.span == f.at.span && r.rule == f.rule) out += fmt::format("    checks {}: {}\n", r.relation, name_of(r.verdict));
  if (const CheckRule* rule = rules.find(f.rule)) out += "rule " + rule_text(*rule);
  out += fmt::format("to accept it\n  fengbiao check {} --baseline FILE --accept {} --why WORDS --by NAME\n",
                     session.call.argument("ARCHIVE"), short_name(f));
  return out;
}

std::string finding_json(const FoundFinding& found, const RuleBook& rules) {
  const Finding& f = found.checked.checks.findings[found.index];
  JsonWriter w;
  w.open('{');
  w.key("finding");
  write_finding_json(w, f);
  w.field("fingerprint", finding_fingerprint(f, found.checked.issue, found.checked.text));
  w.key("relations");
  w.open('[');
  for (const Relation& r : found.checked.checks.relations)
    if (r.at.span == f.at.span && r.rule == f.rule) write_relation_json(w, r);
  w.close(']');
  w.key("rule");
  if (const CheckRule* rule = rules.find(f.rule)) write_rule_json(w, *rule);
  else w.null();
  w.close('}');
  return w.take();
}

}  // namespace

Result<int> explain_finding(const Session& session, Archive& archive, const std::string& reference) {
  FB_TRY(const ReadOptions read, session.read_options());
  FB_TRY(const DocumentChecker checker, DocumentChecker::load(read, {}));
  const auto found = find_finding(archive, checker, reference);
  if (!found) return session.missing(found.error());
  if (session.call.has("json")) session.print_json(finding_json(*found, checker.rules()));
  else session.screen.print_text(finding_words(session, *found, checker.rules()));
  return kFound;
}

}  // namespace fengbiao
