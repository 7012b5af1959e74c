#include "publish/rule_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace fengbiao {
namespace {

constexpr std::array<FindingKind, 8> kOrder{FindingKind::arithmetic, FindingKind::conflict, FindingKind::typo,  FindingKind::punctuation,
                                            FindingKind::duplicate,  FindingKind::format,   FindingKind::style, FindingKind::extraction};

// Words of data in Markdown: one line, no marks taken for markup.
std::string plain(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '\n') {
      out += " / ";
      continue;
    }
    if (std::string_view("\\`*_{}[]<>#|").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

void write_words(JsonWriter& w, std::string_view name, const Wording& words) {
  w.field(name, words.en);
  w.field(std::string(name) + "_zh", words.zh);
}

}  // namespace

void write_rule_json(JsonWriter& w, const CheckRule& rule) {
  w.open('{');
  w.field("id", rule.id);
  w.field("kind", name_of(rule.kind));
  w.field("severity", name_of(rule.severity));
  w.field("confidence", rule.confidence);
  w.field("off", rule.off);
  write_words(w, "name", rule.name);
  write_words(w, "about", rule.about);
  w.key("says");
  w.open('{');
  for (const auto& [variant, words] : rule.says) {
    w.key(variant);
    w.open('{');
    w.field("en", words.en);
    w.field("zh", words.zh);
    w.close('}');
  }
  w.close('}');
  w.field("examples", rule.examples);
  w.field("counter_examples", rule.counter_examples);
  w.field("file", rule.place.file);
  w.field("line", static_cast<std::uint64_t>(rule.place.line));
  w.close('}');
}

std::string rules_page(const RuleBook& book) {
  std::string out =
      "# The rules of the checks\n\n"
      "Made by `fengbiao docs --rules` from `data/rules/check/`; `make docs` writes it anew. A rule's confidence tells how likely a\n"
      "finding of it is a flaw; a finding of a less clear case has less.\n";
  for (const FindingKind kind : kOrder) {
    std::vector<const CheckRule*> of_kind;
    for (const auto& rule : book.rules())
      if (rule->kind == kind && !rule->off) of_kind.push_back(rule.get());
    if (of_kind.empty()) continue;
    out += fmt::format("\n## {}\n", name_of(kind));
    for (const CheckRule* rule : of_kind) {
      out += fmt::format("\n### {}\n\n{} · {}. {}, confidence {}.\n\n{}\n\n{}\n\n", rule->id, plain(rule->name.en), plain(rule->name.zh),
                         name_of(rule->severity), rule->confidence, plain(rule->about.en), plain(rule->about.zh));
      for (const std::string& example : rule->examples) out += fmt::format("- found: {}\n", plain(example));
      for (const std::string& example : rule->counter_examples) out += fmt::format("- passed: {}\n", plain(example));
    }
  }
  return out;
}

}  // namespace fengbiao
