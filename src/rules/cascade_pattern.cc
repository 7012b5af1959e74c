#include "rules/cascade_pattern.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/fold.h"

namespace fengbiao {
namespace {

// Recursive descent over the pattern; each method appends to the program.
class PatternReader {
 public:
  PatternReader(std::string_view text, const PackNode& node, Rule& rule, Classes& classes, Lexicon& lexicon)
      : text_(text), node_(node), rule_(rule), classes_(classes), lexicon_(lexicon) {}

  Result<void> read() {
    skip();
    if (eat('<')) {
      rule_.behind_wanted = !eat('!');
      skip();
      const bool group = eat('(');
      do {
        FB_CHECK(primary_test());
        rule_.behind.push_back(rule_.program.back());
        rule_.program.pop_back();
      } while (group && eat('|'));
      if (group && !eat(')')) return wrong("expected ) behind what stands before");
    }
    FB_CHECK(alternatives());
    if (at_ != text_.size()) return wrong("expected a class, a 'word' or the end");
    emit(Rule::Op::accept);
    return {};
  }

 private:
  static constexpr int kDeepest = 32;

  std::unexpected<Error> wrong(std::string_view what) const {
    return node_.complain(fmt::format("{} at column {} of: {}", what, at_ + 1, text_));
  }
  void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }
  bool eat(char c) {
    skip();
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] bool at_item() {
    skip();
    return at_ < text_.size() && text_[at_] != ')' && text_[at_] != '|';
  }
  std::uint32_t emit(Rule::Op::Kind kind, std::uint32_t a = 0, std::uint32_t b = 0) {
    rule_.program.push_back({kind, a, b});
    return static_cast<std::uint32_t>(rule_.program.size() - 1);
  }
  [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(rule_.program.size()); }
  std::uint32_t label(std::string_view name) {
    const auto it = std::find(rule_.labels.begin(), rule_.labels.end(), name);
    if (it != rule_.labels.end()) return static_cast<std::uint32_t>(it - rule_.labels.begin());
    rule_.labels.emplace_back(name);
    return static_cast<std::uint32_t>(rule_.labels.size() - 1);
  }
  // Makes room for one operation at `from`: targets behind it move on.
  void insert(std::uint32_t from) {
    rule_.program.insert(rule_.program.begin() + from, Rule::Op{});
    for (std::uint32_t i = from + 1; i < here(); ++i) {
      Rule::Op& op = rule_.program[i];
      if (op.kind == Rule::Op::split || op.kind == Rule::Op::jump) {
        ++op.a;
        ++op.b;
      } else if (op.kind == Rule::Op::ahead || op.kind == Rule::Op::not_ahead) {
        ++op.b;
      }
    }
  }

  // Whether the program from `begin` to here can be gone through without a token.
  [[nodiscard]] bool may_be_empty(std::uint32_t begin) const {
    std::vector<bool> seen(here());
    std::vector<std::uint32_t> todo{begin};
    while (!todo.empty()) {
      const std::uint32_t pc = todo.back();
      todo.pop_back();
      if (pc == here()) return true;
      if (seen[pc]) continue;
      seen[pc] = true;
      const Rule::Op& op = rule_.program[pc];
      if (op.kind == Rule::Op::jump || op.kind == Rule::Op::split) todo.push_back(op.a);
      if (op.kind == Rule::Op::split || op.kind == Rule::Op::ahead || op.kind == Rule::Op::not_ahead) todo.push_back(op.b);
    }
    return false;
  }

  Result<void> alternatives() {
    if (++depth_ > kDeepest) return wrong("too many brackets inside each other");
    const std::uint32_t begin = here();
    FB_CHECK(sequence());
    if (eat('|')) {
      insert(begin);
      const std::uint32_t jump = emit(Rule::Op::jump);
      rule_.program[begin] = {Rule::Op::split, begin + 1, jump + 1};
      FB_CHECK(alternatives());
      rule_.program[jump].a = here();
    }
    --depth_;
    return {};
  }

  Result<void> sequence() {
    if (!at_item()) return wrong("expected a class, a 'word' or a bracket");
    while (at_item()) FB_CHECK(item());
    return {};
  }

  Result<void> item() {
    const bool ahead = eat('&');
    if (ahead || eat('!')) {
      const std::uint32_t op = emit(ahead ? Rule::Op::ahead : Rule::Op::not_ahead);
      FB_CHECK(primary());
      emit(Rule::Op::accept);
      rule_.program[op].b = here();
      return {};
    }
    const std::uint32_t begin = here();
    FB_CHECK(primary());
    if (at_ < text_.size()) {
      const char c = text_[at_];
      if ((c == '*' || c == '+') && may_be_empty(begin)) return wrong("what is repeated may not be empty");
      if (c == '?' || c == '*') {
        ++at_;
        insert(begin);
        if (c == '*') emit(Rule::Op::jump, begin);
        rule_.program[begin] = {Rule::Op::split, begin + 1, here()};
      } else if (c == '+') {
        ++at_;
        const std::uint32_t split = emit(Rule::Op::split, begin);
        rule_.program[split].b = here();
      }
    }
    return {};
  }

  Result<void> primary() {
    if (eat('(')) {
      FB_CHECK(alternatives());
      if (!eat(')')) return wrong("expected )");
      return {};
    }
    return primary_test();
  }

  Result<void> primary_test() {
    skip();
    std::string_view name = word();
    std::string_view named;
    if (!name.empty() && at_ < text_.size() && text_[at_] == ':') {
      ++at_;
      named = name;
      name = word();
    }
    if (!name.empty()) {
      FB_TRY(const ClassId id, classes_.intern(name, node_.place()));
      emit(Rule::Op::test_class, id, label(named.empty() ? name : named));
      return {};
    }
    if (eat('.')) {
      emit(Rule::Op::any, 0, label(named.empty() ? "." : named));
      return {};
    }
    if (eat('\'')) {
      const std::size_t end = text_.find('\'', at_);
      if (end == text_.npos || end == at_) return wrong("expected a 'word' closed by '");
      const std::string literal = folded(text_.substr(at_, end - at_));
      at_ = end + 1;
      emit(Rule::Op::test_word, lexicon_.intern(literal), label(named.empty() ? literal : named));
      return {};
    }
    return wrong("expected a class, a 'word' or a bracket");
  }

  std::string_view word() {
    const std::size_t begin = at_;
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    while (at_ < text_.size() && letter(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  std::string_view text_;
  const PackNode& node_;
  Rule& rule_;
  Classes& classes_;
  Lexicon& lexicon_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

Result<std::vector<std::pair<std::string, std::string>>> text_pairs(const PackNode& node) {
  std::vector<std::pair<std::string, std::string>> out;
  FB_TRY(const auto entries, node.entries());
  for (const auto& [key, value] : entries) {
    FB_TRY(std::string text, value.text_or(""));
    out.emplace_back(key, std::move(text));
  }
  return out;
}

}  // namespace

Result<std::unique_ptr<Rule>> load_rule(const PackNode& item, std::string_view level, Classes& classes, Lexicon& lexicon,
                                        const Productions& productions) {
  FB_CHECK(item.only_keys({"name", "pattern", "makes", "gives", "with", "examples", "counter_examples"}));
  auto rule = std::make_unique<Rule>();
  rule->level = level;
  rule->place = item.place();
  FB_TRY(rule->name, item["name"].text());
  FB_TRY(rule->makes, item["makes"].text());
  const std::optional<int> production = productions.find(rule->makes);
  if (!production) return item["makes"].complain(fmt::format("nothing of the program is called '{}'", rule->makes));
  rule->production = *production;
  FB_TRY(const std::string gives, item["gives"].text_or(rule->makes));
  FB_TRY(rule->gives, classes.intern(gives, item.place()));
  FB_TRY(rule->with, text_pairs(item["with"]));
  FB_TRY(rule->examples, text_pairs(item["examples"]));
  FB_TRY(rule->counter_examples, item["counter_examples"].texts());
  const PackNode pattern = item["pattern"];
  FB_TRY(const std::string text, pattern.text());
  FB_CHECK(PatternReader(text, pattern, *rule, classes, lexicon).read());
  const Beginnings begin = beginnings(*rule);
  if (!begin.any && begin.classes.empty() && begin.words.empty()) return pattern.complain("the pattern fits nothing");
  for (Rule::Op& op : rule->program) {
    if (op.kind != Rule::Op::split) continue;
    op.next = static_cast<std::uint32_t>(rule->nexts.size());
    for (const std::uint32_t target : {op.a, op.b}) {
      Beginnings found = beginnings(*rule, {target});
      Rule::Next& next = rule->nexts.emplace_back();
      for (const ClassId id : found.classes) next.classes.add(id);
      std::sort(found.words.begin(), found.words.end());
      next.words = std::move(found.words);
      next.any = found.any;
      next.end = found.end;
    }
  }
  return rule;
}

Beginnings beginnings(const Rule& rule, std::vector<std::uint32_t> from) {
  Beginnings out;
  std::vector<bool> seen(rule.program.size());
  std::vector<std::uint32_t> todo = std::move(from);
  while (!todo.empty()) {
    const std::uint32_t pc = todo.back();
    todo.pop_back();
    if (pc >= seen.size() || seen[pc]) continue;
    seen[pc] = true;
    const Rule::Op& op = rule.program[pc];
    if (op.kind == Rule::Op::test_class || op.kind == Rule::Op::test_word || op.kind == Rule::Op::any) out.behind.push_back(pc + 1);
    switch (op.kind) {
      case Rule::Op::test_class: out.classes.push_back(static_cast<ClassId>(op.a)); break;
      case Rule::Op::test_word: out.words.push_back(op.a); break;
      case Rule::Op::any: out.any = true; break;
      case Rule::Op::jump: todo.push_back(op.a); break;
      case Rule::Op::split:
        todo.push_back(op.a);
        todo.push_back(op.b);
        break;
      case Rule::Op::ahead:
      case Rule::Op::not_ahead: todo.push_back(op.b); break;
      case Rule::Op::accept: out.end = true; break;
    }
  }
  return out;
}

}  // namespace fengbiao
