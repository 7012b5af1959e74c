#include "decide/condition.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace fengbiao {
namespace {

constexpr std::size_t kMostOptions = 64;        // a bit each
constexpr std::size_t kDeepest = 100;           // brackets within brackets
constexpr std::size_t kMostNodes = 1000;        // of a condition
constexpr std::size_t kMostSums = 6;            // of a condition, so that the largest numbers do not run over
constexpr std::int64_t kLongestSpan = 100'000;  // days or months in a condition

enum class Sort : std::uint8_t { truth, number, day, days, months, choice };
constexpr std::string_view kSorts[] = {"a condition", "a number", "a day", "a span of days", "a span of months", "a choice"};

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; }
bool starts_number(std::string_view token) { return !token.empty() && token[0] >= '0' && token[0] <= '9'; }

Truth opposite(Truth t) { return static_cast<Truth>(2 - static_cast<int>(t)); }
Truth truth_of(bool holds) { return holds ? Truth::yes : Truth::no; }

}  // namespace

class ConditionParser {
 public:
  ConditionParser(std::string_view text, const Condition::Names& names) : text_(text), names_(names) {}

  Result<Condition> run() {
    FB_TRY(const Typed root, any());
    if (!peek().empty()) return expected("the end, or `and`, `or`");
    FB_CHECK(must_be(root, Sort::truth));
    out_.root_ = root.node;
    out_.text_ = text_;
    return std::move(out_);
  }

 private:
  using Op = Condition::Op;
  struct Typed {
    std::uint32_t node = 0;
    Sort sort = Sort::truth;
    const std::vector<std::string>* options = nullptr;  // of a choice
  };

  std::string_view peek() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    std::size_t end = at_;
    if (end < text_.size() && is_word(text_[end])) {
      while (end < text_.size() && is_word(text_[end])) ++end;
      // 2023-01-30 is one word.
      const auto digits = [&](std::size_t from, std::size_t n) {
        for (std::size_t i = from; i < from + n; ++i)
          if (i >= text_.size() || text_[i] < '0' || text_[i] > '9') return false;
        return true;
      };
      if (end - at_ == 4 && digits(at_, 4) && end < text_.size() && text_[end] == '-' && digits(end + 1, 2) && end + 3 < text_.size() &&
          text_[end + 3] == '-' && digits(end + 4, 2))
        end += 6;
    } else if (end < text_.size()) {
      ++end;
      while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) ++end;  // the whole of a character
      if (end < text_.size() && text_[end] == '=' && (text_[at_] == '<' || text_[at_] == '>' || text_[at_] == '!')) ++end;
    }
    return text_.substr(at_, end - at_);
  }
  std::string_view next() {
    const std::string_view token = peek();
    at_ += token.size();
    return token;
  }
  bool take(std::string_view token) {
    if (peek() != token) return false;
    at_ += token.size();
    return true;
  }
  std::unexpected<Error> expected(std::string_view what) {
    const std::string_view token = peek();
    return fail(Cause::malformed, {},
                fmt::format("condition \"{}\", character {}: expected {}, found {}", text_, at_ + 1, what,
                            token.empty() ? std::string("the end") : fmt::format("\"{}\"", token)));
  }
  Result<void> must_be(const Typed& value, Sort sort) {
    if (value.sort != sort)
      return expected(
          fmt::format("{} before this, not {}", kSorts[static_cast<std::size_t>(sort)], kSorts[static_cast<std::size_t>(value.sort)]));
    return {};
  }
  std::uint32_t add(Condition::Node node) {
    out_.nodes_.push_back(node);
    return static_cast<std::uint32_t>(out_.nodes_.size() - 1);
  }
  Typed constant(Sort sort, std::int64_t value) { return {add({.op = Op::constant, .constant = value}), sort}; }

  Result<Typed> any() {
    FB_TRY(Typed left, all());
    while (take("or")) {
      FB_TRY(const Typed right, all());
      FB_CHECK(must_be(left, Sort::truth));
      FB_CHECK(must_be(right, Sort::truth));
      left = {add({.op = Op::any, .left = left.node, .right = right.node}), Sort::truth};
    }
    return left;
  }
  Result<Typed> all() {
    FB_TRY(Typed left, one());
    while (take("and")) {
      FB_TRY(const Typed right, one());
      FB_CHECK(must_be(left, Sort::truth));
      FB_CHECK(must_be(right, Sort::truth));
      left = {add({.op = Op::all, .left = left.node, .right = right.node}), Sort::truth};
    }
    return left;
  }
  Result<Typed> one() {
    if (++depth_ > kDeepest) return expected("fewer brackets");
    if (out_.nodes_.size() > kMostNodes) return expected("a shorter condition");
    if (take("not")) {
      FB_TRY(const Typed inner, one());
      FB_CHECK(must_be(inner, Sort::truth));
      --depth_;
      return Typed{add({.op = Op::negate, .left = inner.node}), Sort::truth};
    }
    FB_TRY(const Typed left, sum());
    auto out = compared(left);
    --depth_;
    return out;
  }
  Result<Typed> compared(const Typed& left) {
    if (left.sort == Sort::choice) return chosen(left);
    for (const std::string_view sign : {"<=", ">=", "!=", "<", ">", "="}) {
      if (!take(sign)) continue;
      FB_TRY(const Typed right, sum());
      if (right.sort != left.sort)
        return expected(fmt::format("{} before this, as on the left", kSorts[static_cast<std::size_t>(left.sort)]));
      if (left.sort == Sort::truth && sign != "=" && sign != "!=") return expected("= or != between conditions");
      if (left.sort == Sort::months) return expected("days, not months, to compare");
      const bool turned = sign == ">" || sign == ">=";
      const Op op = sign == "=" ? Op::equal : sign == "!=" ? Op::unequal : sign.size() == 2 ? Op::less_equal : Op::less;
      return Typed{add({.op = op, .left = turned ? right.node : left.node, .right = turned ? left.node : right.node}), Sort::truth};
    }
    return left;
  }
  // After a choice: = name, != name, in [name, name].
  Result<Typed> chosen(const Typed& left) {
    const auto option = [&](std::int64_t& bits) -> Result<void> {
      const std::string_view token = peek();
      const auto found = std::ranges::find(*left.options, token);
      if (found == left.options->end()) return expected(fmt::format("one of {}", fmt::join(*left.options, ", ")));
      bits |= std::int64_t{1} << (found - left.options->begin());
      next();
      return {};
    };
    std::int64_t bits = 0;
    bool negated = false;
    if (take("in")) {
      if (!take("[")) return expected("[");
      do { FB_CHECK(option(bits)); } while (take(","));
      if (!take("]")) return expected("] or ,");
    } else if (negated = take("!="); negated || take("=")) {
      FB_CHECK(option(bits));
    } else {
      return expected("=, != or in");
    }
    Typed out{add({.op = Op::in, .left = left.node, .constant = bits}), Sort::truth};
    if (negated) out.node = add({.op = Op::negate, .left = out.node});
    return out;
  }
  Result<Typed> sum() {
    FB_TRY(Typed left, single());
    for (;;) {
      const bool plus = take("+");
      if (!plus && !take("-")) return left;
      if (++sums_ > kMostSums) return expected(fmt::format("at most {} sums in a condition", kMostSums));
      FB_TRY(const Typed right, single());
      const auto made = [&](Op op, Sort sort) { left = {add({.op = op, .left = left.node, .right = right.node}), sort}; };
      if (left.sort == right.sort && (left.sort == Sort::number || left.sort == Sort::days)) made(plus ? Op::add : Op::subtract, left.sort);
      else if (left.sort == Sort::day && right.sort == Sort::days) made(plus ? Op::add : Op::subtract, Sort::day);
      else if (left.sort == Sort::day && right.sort == Sort::months) made(plus ? Op::add_months : Op::subtract_months, Sort::day);
      else if (left.sort == Sort::day && right.sort == Sort::day && !plus) made(Op::subtract, Sort::days);
      else return expected(fmt::format("something that can be added to {} before this", kSorts[static_cast<std::size_t>(left.sort)]));
    }
  }
  Result<Typed> single() {
    if (take("(")) {
      FB_TRY(const Typed inner, any());
      if (!take(")")) return expected(")");
      return inner;
    }
    const std::string_view token = peek();
    if (token.empty() || !is_word(token[0])) return expected("a fact, a parameter, a number or a day");
    if (starts_number(token)) return written(token);
    const auto named = names_(token);
    if (!named) return expected("the name of a fact or parameter");
    next();
    auto& used = named->kind == NamedValue::Kind::fact ? out_.facts_ : out_.parameters_;
    if (std::ranges::find(used, named->index) == used.end()) used.push_back(named->index);
    Typed out{add({.op = named->kind == NamedValue::Kind::fact ? Op::fact : Op::parameter, .left = named->index}), Sort::truth};
    switch (named->type) {
      case FactType::flag: out.node = add({.op = Op::is, .left = out.node}); break;
      case FactType::number:
        out.sort = named->span == NamedValue::Span::none ? Sort::number : named->span == NamedValue::Span::days ? Sort::days : Sort::months;
        break;
      case FactType::date: out.sort = Sort::day; break;
      case FactType::choice:
        if (named->options.size() > kMostOptions) return expected("a choice of at most 64");
        options_.push_back(std::make_unique<std::vector<std::string>>(named->options));
        out.sort = Sort::choice, out.options = options_.back().get();
        break;
    }
    return out;
  }
  // A number, a day, or a span: 6 months.
  Result<Typed> written(std::string_view token) {
    if (const auto day = date_from_iso(token)) return next(), constant(Sort::day, day_number(*day));
    const auto number = number_from(token);
    if (!number) return expected("a number or a day YYYY-MM-DD");
    next();
    const bool years = peek() == "years";
    if (!years && peek() != "days" && peek() != "months") return constant(Sort::number, *number);
    if (*number % kUnitsOfOne != 0 || *number / kUnitsOfOne > kLongestSpan) return expected("whole days, months or years before this");
    const Sort sort = next() == "days" ? Sort::days : Sort::months;
    return constant(sort, *number / kUnitsOfOne * (years ? 12 : 1));
  }

  std::string_view text_;
  const Condition::Names& names_;
  std::size_t at_ = 0, depth_ = 0, sums_ = 0;
  Condition out_;
  std::vector<std::unique_ptr<std::vector<std::string>>> options_;
};

Result<Condition> Condition::parse(std::string_view text, const Names& names) { return ConditionParser(text, names).run(); }

FactValue Condition::value(std::uint32_t at, std::span<const FactValue> facts, std::span<const std::int64_t> parameters) const {
  const Node& node = nodes_[at];
  switch (node.op) {
    case Op::fact: return facts[node.left];
    case Op::parameter: return {true, parameters[node.left]};
    case Op::constant: return {true, node.constant};
    default: break;
  }
  const FactValue left = value(node.left, facts, parameters), right = value(node.right, facts, parameters);
  if (!left.known || !right.known) return {};
  switch (node.op) {
    case Op::add: return {true, left.is + right.is};
    case Op::subtract: return {true, left.is - right.is};
    case Op::add_months: return {true, months_later(left.is, right.is)};
    case Op::subtract_months: return {true, months_later(left.is, -right.is)};
    default: return {};
  }
}

Truth Condition::truth(std::uint32_t at, std::span<const FactValue> facts, std::span<const std::int64_t> parameters) const {
  const Node& node = nodes_[at];
  const auto is_truth = [&](std::uint32_t n) { return nodes_[n].op >= Op::equal; };
  switch (node.op) {
    case Op::all: {
      const Truth left = truth(node.left, facts, parameters);
      return left == Truth::no ? left : std::min(left, truth(node.right, facts, parameters));
    }
    case Op::any: {
      const Truth left = truth(node.left, facts, parameters);
      return left == Truth::yes ? left : std::max(left, truth(node.right, facts, parameters));
    }
    case Op::negate: return opposite(truth(node.left, facts, parameters));
    case Op::is:
    case Op::in: {
      const FactValue left = value(node.left, facts, parameters);
      if (!left.known) return Truth::unknown;
      return truth_of(node.op == Op::is ? left.is != 0 : (node.constant >> left.is & 1) != 0);
    }
    case Op::equal:
    case Op::unequal:
      if (is_truth(node.left)) {
        const Truth left = truth(node.left, facts, parameters), right = truth(node.right, facts, parameters);
        if (left == Truth::unknown || right == Truth::unknown) return Truth::unknown;
        return truth_of((left == right) == (node.op == Op::equal));
      }
      [[fallthrough]];
    default: break;
  }
  const FactValue left = value(node.left, facts, parameters), right = value(node.right, facts, parameters);
  if (!left.known || !right.known) return Truth::unknown;
  switch (node.op) {
    case Op::equal: return truth_of(left.is == right.is);
    case Op::unequal: return truth_of(left.is != right.is);
    case Op::less: return truth_of(left.is < right.is);
    default: return truth_of(left.is <= right.is);
  }
}

void Condition::turning_points(std::uint32_t fact, std::span<const FactValue> facts, std::span<const std::int64_t> parameters,
                               std::vector<std::int64_t>& out) const {
  // Of every comparison with one side that is the fact, with something added or taken off: where both sides are equal.
  const auto solve = [&](std::uint32_t side, std::int64_t other) {
    for (;;) {
      const Node& node = nodes_[side];
      if (node.op == Op::fact) {
        if (node.left == fact) out.push_back(other);
        return;
      }
      if (node.op < Op::add || node.op > Op::subtract_months) return;
      const auto asks = [&](std::uint32_t n) {  // whether the fact stands below
        std::vector<std::uint32_t> open{n};
        while (!open.empty()) {
          const Node& x = nodes_[open.back()];
          open.pop_back();
          if (x.op == Op::fact && x.left == fact) return true;
          if (x.op >= Op::add && x.op <= Op::subtract_months) open.insert(open.end(), {x.left, x.right});
        }
        return false;
      };
      const bool left = asks(node.left);
      const FactValue rest = value(left ? node.right : node.left, facts, parameters);
      if (!rest.known || (left && asks(node.right))) return;
      switch (node.op) {
        case Op::add: other -= rest.is; break;
        case Op::subtract: other = left ? other + rest.is : rest.is - other; break;
        case Op::add_months: other = months_later(other, -rest.is); break;
        default: other = months_later(other, rest.is); break;
      }
      side = left ? node.left : node.right;
    }
  };
  for (const Node& node : nodes_) {
    if (node.op < Op::equal || node.op > Op::less_equal || nodes_[node.left].op >= Op::equal) continue;
    if (const FactValue right = value(node.right, facts, parameters); right.known) solve(node.left, right.is);
    if (const FactValue left = value(node.left, facts, parameters); left.known) solve(node.right, left.is);
  }
}

}  // namespace fengbiao
