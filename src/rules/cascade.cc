#include "rules/cascade.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "rules/cascade_pattern.h"

namespace fengbiao {

const Token* Fit::get(std::string_view label) const {
  for (const auto& [id, at] : labels_)
    if (rule_->labels[id] == label) return &tokens_[at];
  return nullptr;
}

std::vector<const Token*> Fit::all(std::string_view label) const {
  std::vector<const Token*> out;
  for (const auto& [id, at] : labels_)
    if (rule_->labels[id] == label) out.push_back(&tokens_[at]);
  return out;
}

std::string_view Fit::with(std::string_view key) const {
  for (const auto& [name, value] : rule_->with)
    if (name == key) return value;
  return {};
}

namespace {

constexpr int kMaxSteps = 4096;  // of one rule at one place

// Tries one program at one place, every way, and keeps the longest.
class Matcher {
 public:
  using Labels = std::vector<std::pair<std::uint16_t, std::uint16_t>>;

  // `current` is memory that is used again.
  Matcher(const Rule& rule, const Token* tokens, std::size_t size, Labels& current)
      : rule_(rule), tokens_(tokens), size_(std::min(size, kMaxFit)), current_(current) {}

  // Number of tokens of the longest fit; 0 when there is none.
  std::size_t longest(Labels& labels) {
    found_ = &labels;
    found_->clear();
    current_.clear();
    run(0, 0);
    return best_;
  }

 private:
  static bool fits(const Rule::Op& op, const Token& token) {
    switch (op.kind) {
      case Rule::Op::test_class: return token.classes.has(static_cast<ClassId>(op.a));
      case Rule::Op::test_word: return token.word == op.a;
      default: return op.kind == Rule::Op::any;
    }
  }

  void run(std::uint32_t pc, std::size_t at) {
    for (;;) {
      if (++steps_ > kMaxSteps) return;
      const Rule::Op& op = rule_.program[pc];
      switch (op.kind) {
        case Rule::Op::accept:
          if (at > best_) {
            best_ = at;
            *found_ = current_;
          }
          return;
        case Rule::Op::jump: pc = op.a; break;
        case Rule::Op::split: {
          const bool first = may_go(op.next, at), second = may_go(op.next + 1, at);
          if (first && second) {
            const std::size_t labelled = current_.size();
            run(op.a, at);
            current_.resize(labelled);
          } else if (!first && !second) {
            return;
          }
          pc = second ? op.b : op.a;
          break;
        }
        case Rule::Op::ahead:
        case Rule::Op::not_ahead:
          if (seen(pc + 1, at) != (op.kind == Rule::Op::ahead)) return;
          pc = op.b;
          break;
        default:
          if (at == size_ || !fits(op, tokens_[at])) return;
          current_.emplace_back(static_cast<std::uint16_t>(op.b), static_cast<std::uint16_t>(at));
          ++pc;
          ++at;
      }
    }
  }

  // Whether the program from `pc` to its accept fits at `at`.
  bool seen(std::uint32_t pc, std::size_t at) {
    for (;;) {
      if (++steps_ > kMaxSteps) return false;
      const Rule::Op& op = rule_.program[pc];
      switch (op.kind) {
        case Rule::Op::accept: return true;
        case Rule::Op::jump: pc = op.a; break;
        case Rule::Op::split:
          if (may_go(op.next, at) && seen(op.a, at)) return true;
          if (!may_go(op.next + 1, at)) return false;
          pc = op.b;
          break;
        case Rule::Op::ahead:
        case Rule::Op::not_ahead:
          if (seen(pc + 1, at) != (op.kind == Rule::Op::ahead)) return false;
          pc = op.b;
          break;
        default:
          if (at == size_ || !fits(op, tokens_[at])) return false;
          ++pc;
          ++at;
      }
    }
  }

  // Whether a target of a split has a chance with the token at `at`.
  [[nodiscard]] bool may_go(std::uint32_t next, std::size_t at) const {
    const Rule::Next& n = rule_.nexts[next];
    return at < size_ ? n.suits(tokens_[at]) : n.end;
  }

  const Rule& rule_;
  const Token* tokens_;
  std::size_t size_;
  int steps_ = 0;
  std::size_t best_ = 0;
  Labels& current_;
  Labels* found_ = nullptr;
};

bool behind_fits(const Rule& rule, const Token* before) {
  if (rule.behind.empty()) return true;
  bool seen = false;
  if (before)
    for (const Rule::Op& op : rule.behind)
      seen = seen || op.kind == Rule::Op::any ||
             (op.kind == Rule::Op::test_class ? before->classes.has(static_cast<ClassId>(op.a)) : before->word == op.a);
  return seen == rule.behind_wanted;
}

void name_steps(std::vector<Token>& tokens, Trace& trace) {
  for (Token& t : tokens)
    if (t.step == kNone && !t.classes.empty()) {
      t.step = static_cast<std::uint32_t>(trace.steps.size());
      trace.steps.push_back({nullptr, t.span, {}, t.word});
    }
}

}  // namespace

void Cascade::Suited::add(std::size_t rule, const std::vector<ClassId>& ids, const std::vector<std::uint32_t>& words, bool any) {
  if (any) always.set(rule);
  for (const ClassId id : ids) by_class[id].set(rule);
  for (const std::uint32_t word : words) {
    if (slot.size() <= word) slot.resize(word + 1);
    if (slot[word] == 0) {
      slot[word] = static_cast<std::uint16_t>(by_word.size());
      by_word.emplace_back();
    }
    by_word[slot[word]].set(rule);
  }
}

void Cascade::Levels::add(std::size_t level, const Suited& suited) {
  const LevelMask bit = LevelMask{1} << level;
  if (suited.always.any()) always |= bit;
  for (std::size_t id = 0; id < kMaxClasses; ++id)
    if (suited.by_class[id].any()) by_class[id] |= bit;
  if (by_word.size() < suited.slot.size()) by_word.resize(suited.slot.size());
  for (std::size_t word = 0; word < suited.slot.size(); ++word)
    if (suited.slot[word] != 0) by_word[word] |= bit;
}

void Cascade::Levels::seal(const Lexicon& lexicon) {
  of_word.clear();
  for (std::uint32_t word = 0; word < lexicon.size(); ++word) {
    Token token;
    token.word = word;
    token.classes = lexicon.word(word).classes;
    of_word.push_back(looked_up(token));
  }
}

void Cascade::seal(const Lexicon& lexicon) {
  first_.seal(lexicon);
  second_.seal(lexicon);
}

Result<void> Cascade::add(const PackNode& levels, Classes& classes, Lexicon& lexicon, const Productions& productions) {
  FB_TRY(const auto list, levels.items());
  for (const PackNode& node : list) {
    FB_CHECK(node.only_keys({"level", "rules"}));
    Level level;
    FB_TRY(level.name, node["level"].text());
    FB_TRY(const auto rules, node["rules"].items());
    for (const PackNode& item : rules) {
      FB_TRY(std::unique_ptr<Rule> rule, load_rule(item, level.name, classes, lexicon, productions));
      level.rules.push_back(rule.get());
      rules_.push_back(std::move(rule));
    }
    if (level.rules.size() > kMaxRules) return node.complain(fmt::format("a level may have {} rules", kMaxRules));
    for (std::size_t i = 0; i < level.rules.size(); ++i) {
      const Beginnings first = beginnings(*level.rules[i]);
      level.first.add(i, first.classes, first.words, first.any);
      const Beginnings second = beginnings(*level.rules[i], first.behind);
      level.second.add(i, second.classes, second.words, second.any || second.end);
    }
    if (levels_.size() == kMaxLevels) return node.complain(fmt::format("a grammar may have {} levels", kMaxLevels));
    first_.add(levels_.size(), level.first);
    second_.add(levels_.size(), level.second);
    levels_.push_back(std::move(level));
  }
  return {};
}

// The fit that wins at tokens[i]; nullptr: none does. `before` is the token before it, nullptr where there is none.
const Fit* Cascade::winner_at(const Level& level, RuleMask mask, std::string_view folded, std::span<const Token> tokens,
                              const Token* before, const Productions& productions, void* scratch, Memory& memory, Trace* trace,
                              Token& made) const {
  std::vector<Candidate>& candidates = memory.candidates;
  std::vector<std::size_t>& order = memory.order;
  std::string& why = memory.why;
  std::size_t count = 0;
  for (std::uint64_t rest = mask.to_ullong(); rest != 0; rest &= rest - 1) {
    const Rule& rule = *level.rules[static_cast<std::size_t>(std::countr_zero(rest))];
    if (!behind_fits(rule, before)) continue;
    if (candidates.size() == count) candidates.emplace_back();
    Candidate& c = candidates[count];
    c.length = Matcher(rule, tokens.data(), tokens.size(), memory.labels).longest(c.fit.labels_);
    if (c.length == 0) continue;
    c.fit.rule_ = &rule;
    c.fit.tokens_ = tokens.first(c.length);
    c.fit.behind_ = tokens.subspan(c.length);
    c.fit.text_ = folded;
    ++count;
  }
  order.resize(count);
  for (std::size_t k = 0; k < count; ++k) order[k] = k;
  if (count > 1)
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return candidates[a].length != candidates[b].length ? candidates[a].length > candidates[b].length : a < b;
    });
  const Fit* winner = nullptr;
  for (const std::size_t k : order) {
    const Fit& fit = candidates[k].fit;
    if (winner) {
      if (!trace) break;
      trace->losers.push_back({&fit.rule(), fit.span(),
                               fmt::format("'{}' fits {}", winner->rule().name,
                                           winner->tokens().size() > fit.tokens().size() ? "more" : "as much and stands first")});
      continue;
    }
    made = Token{};
    made.span = fit.span();
    made.classes.add(fit.rule().gives);
    why.clear();
    if (productions.make(fit.rule().production, fit, scratch, made, why)) winner = &fit;
    else if (trace) trace->losers.push_back({&fit.rule(), fit.span(), why});
  }
  return winner;
}

void Cascade::run(std::string_view folded, std::vector<Token>& tokens, const Productions& productions, void* scratch, Memory& memory,
                  Trace* trace) const {
  if (trace) name_steps(tokens, *trace);
  auto& [first, second, may_begin] = memory.masks;
  first.resize(tokens.size());
  second.resize(tokens.size() + 1);
  may_begin.resize(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    first[i] = first_.of(tokens[i]);
    second[i] = second_.of(tokens[i]);
  }
  LevelMask wanted = 0;  // levels that have something to do
  // What the token at `i` may begin, with the token whose `second` is given behind it.
  const auto look = [&](std::size_t i, LevelMask behind) { wanted |= may_begin[i] = first[i] & behind; };
  constexpr LevelMask kEvery = ~LevelMask{0};
  for (std::size_t i = 0; i < tokens.size(); ++i) look(i, i + 1 < tokens.size() ? second[i + 1] : kEvery);
  Token made;
  for (std::size_t l = 0; l < levels_.size(); ++l) {
    const LevelMask bit = LevelMask{1} << l;
    if ((wanted & bit) == 0) continue;
    const Level& level = levels_[l];
    Token* const all = tokens.data();
    const std::size_t size = tokens.size();
    std::size_t kept = 0;
    const auto keep = [&](std::size_t from, std::size_t to) {
      if (kept != from) {
        std::copy(all + from, all + to, all + kept);
        std::copy(&first[from], &first[from] + (to - from), &first[kept]);
        std::copy(&second[from], &second[from] + (to - from), &second[kept]);
        std::copy(&may_begin[from], &may_begin[from] + (to - from), &may_begin[kept]);
      }
      kept += to - from;
    };
    for (std::size_t i = 0; i < size;) {
      std::size_t next = i;
      while (next < size && (may_begin[next] & bit) == 0) ++next;
      keep(i, next);
      i = next;
      if (i == size) break;
      const RuleMask mask = level.first.of(all[i]) & (i + 1 == size ? level.second.always : level.second.of(all[i + 1]));
      const Fit* winner = mask.none() ? nullptr
                                      : winner_at(level, mask, folded, {all + i, size - i}, kept ? &all[kept - 1] : nullptr, productions,
                                                  scratch, memory, trace, made);
      if (!winner) {
        keep(i, i + 1);
        ++i;
        continue;
      }
      if (trace) {
        Trace::Step step{&winner->rule(), made.span, {}, kNone};
        for (const Token& t : winner->tokens())
          if (t.step != kNone) step.parts.push_back(t.step);
        made.step = static_cast<std::uint32_t>(trace->steps.size());
        trace->steps.push_back(std::move(step));
      }
      i += winner->tokens().size();
      all[kept] = made;
      first[kept] = first_.of(made);
      second[kept] = second_.of(made);
      look(kept, i < size ? second[i] : kEvery);
      if (kept > 0) look(kept - 1, second[kept]);
      ++kept;
    }
    tokens.resize(kept);
  }
}

}  // namespace fengbiao
