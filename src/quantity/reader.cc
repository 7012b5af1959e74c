#include "quantity/reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "quantity/lexer.h"
#include "quantity/named_days.h"
#include "quantity/names_with_numerals.h"
#include "quantity/number_reader.h"
#include "quantity/productions.h"
#include "quantity/resolve.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

// Both grammars as one: even numbers are productions of times, odd ones of quantities.
struct Grammar : Productions {
  std::unique_ptr<TimeProductions> times;
  std::unique_ptr<QuantityProductions> quantities;

  [[nodiscard]] std::optional<int> find(std::string_view makes) const override {
    if (const auto found = quantities->find(makes)) return *found * 2 + 1;
    if (const auto found = times->find(makes)) return *found * 2;
    return std::nullopt;
  }
  bool make(int production, const Fit& fit, void* scratch, Token& out, std::string& why) const override {
    if (is_time(production)) return times->make(production / 2, fit, scratch, out, why);
    return quantities->make(production / 2, fit, scratch, out, why);
  }
  static bool is_time(int production) { return production % 2 == 0; }
};

// The levels stand in these files, in this order; words may stand in any file of units/.
constexpr std::string_view kGrammarFiles[] = {"units/numbers.yaml", "units/times.yaml", "units/traps.yaml", "units/quantities.yaml"};

// Drops scales that are no numeral (the 万 of 一千多万), ranges, and numerals inside larger ones (the 一千 of it).
void keep_outermost(std::vector<Number>& numbers) {
  std::erase_if(numbers, [](const Number& n) { return n.joined || n.scale_only; });
  std::stable_sort(numbers.begin(), numbers.end(), [](const Number& a, const Number& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::uint32_t end = 0;
  std::erase_if(numbers, [&](const Number& n) {
    if (n.span.end <= end) return true;
    end = n.span.end;
    return false;
  });
}

}  // namespace

struct QuantityReader::Parts {
  Classes classes;
  NumberReader numbers;
  Lexicon lexicon;
  Grammar grammar;
  Cascade cascade;
  Lexer lexer;
  NamedDays days;
  ClassId quantity = 0, time = 0;
};

QuantityReader::QuantityReader(QuantityReader&&) noexcept = default;
QuantityReader& QuantityReader::operator=(QuantityReader&&) noexcept = default;
QuantityReader::~QuantityReader() = default;
QuantityReader::QuantityReader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Result<QuantityReader> QuantityReader::load(const DataSet& data) {
  auto owned = std::make_unique<Parts>();
  Parts& p = *owned;
  FB_TRY(p.quantity, p.classes.intern("quantity"));
  FB_TRY(p.time, p.classes.intern("time"));
  FB_TRY(p.numbers, NumberReader::load(data));
  FB_TRY(p.days, NamedDays::load(data));
  FB_TRY(p.grammar.times, TimeProductions::load(data, p.classes));
  FB_TRY(p.grammar.quantities, QuantityProductions::load(data, p.classes));
  for (const DataSet::File* file : data.list("units/", ".yaml")) {
    FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
    FB_CHECK(p.lexicon.add(pack["words"], p.classes));
  }
  FB_CHECK(add_names_with_numerals(data, p.numbers, p.classes, p.lexicon));
  for (const std::string_view name : kGrammarFiles) {
    FB_TRY(const DataSet::File* file, data.find(name));
    FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
    FB_CHECK(p.cascade.add(pack["levels"], p.classes, p.lexicon, p.grammar));
  }
  p.lexicon.seal();
  p.cascade.seal(p.lexicon);
  FB_TRY(p.lexer, Lexer::make(p.numbers, p.lexicon, p.classes));
  QuantityReader reader(std::move(owned));
  FB_CHECK(reader.check_examples());
  return reader;
}

void QuantityReader::read(std::string_view folded, Reading& out, Trace* trace) const { read(Characters(folded), out, trace); }

void QuantityReader::read(const Characters& characters, Reading& out, Trace* trace) const {
  const std::string_view folded = characters.text();
  Scratch& scratch = out.scratch;
  scratch.lexicon = &parts_->lexicon;
  scratch.numbers.swap(out.numbers);
  scratch.clear(folded);
  parts_->lexer.read(characters, scratch.numbers, out.tokens);
  parts_->cascade.run(folded, out.tokens, parts_->grammar, &scratch, out.memory, trace);

  out.quantities.clear();
  out.times.clear();
  for (const Token& token : out.tokens) {
    if (token.value == kNone) continue;
    if (token.classes.has(parts_->quantity)) {
      out.quantities.push_back(std::move(scratch.quantities[token.value]));
      out.quantities.back().step_of_trace = token.step;
    } else if (token.classes.has(parts_->time)) {
      out.times.push_back(std::move(scratch.times[token.value]));
      out.times.back().step_of_trace = token.step;
    }
  }
  out.numbers.swap(scratch.numbers);
  keep_outermost(out.numbers);
}

Result<void> QuantityReader::check_examples() const {
  Reading reading;
  for (const auto& rule : parts_->cascade.rules()) {
    const auto complain = [&](std::string_view text, std::string what) {
      return fail(Cause::malformed, rule->place, fmt::format("'{}' of rule '{}': {}", text, rule->name, what));
    };
    const auto takes_part = [&](std::string_view text) {
      Trace trace;
      read(text, reading, &trace);
      return std::any_of(trace.steps.begin(), trace.steps.end(), [&](const Trace::Step& step) { return step.rule == rule.get(); });
    };
    for (const auto& [text, wanted] : rule->examples) {
      if (!takes_part(folded(text))) return complain(text, "the rule has no part in its example");
      std::vector<std::string> found;
      if (Grammar::is_time(rule->production)) {
        for (const Time& time : reading.times) found.push_back(time.partial);
      } else {
        for (const Quantity& quantity : reading.quantities) found.push_back(normal_form(quantity));
      }
      const bool right = wanted.empty() ? found.empty() : found.size() == 1 && (found[0] == wanted || same_normal_form(found[0], wanted));
      if (!right)
        return complain(text, fmt::format("expected '{}', found {}", wanted,
                                          found.empty() ? "nothing" : fmt::format("'{}'", fmt::join(found, "', '"))));
    }
    for (const std::string& text : rule->counter_examples)
      if (takes_part(folded(text))) return complain(text, "the rule has a part in its counter-example");
  }
  return {};
}

ResolvedTime QuantityReader::resolve(const Time& time, const TimeAnchor& anchor) const {
  return fengbiao::resolve(time, anchor, parts_->days);
}

const Lexicon& QuantityReader::lexicon() const { return parts_->lexicon; }
const Cascade& QuantityReader::grammar() const { return parts_->cascade; }

}  // namespace fengbiao
