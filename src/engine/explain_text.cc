#include "engine/explain_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace fengbiao {
namespace {

bool touch(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

// Walks over a step and what it is made of, outermost first.
template <class Visit>
void walk(const Trace& trace, std::uint32_t step, int depth, Visit&& visit) {
  if (step >= trace.steps.size()) return;
  visit(trace.steps[step], depth);
  for (const std::uint32_t part : trace.steps[step].parts) walk(trace, part, depth + 1, visit);
}

std::string place_of(const Rule& rule) { return fmt::format("{}, {}:{}", rule.level, rule.place.file, rule.place.line); }

std::string value_of(const Quantity& q) {
  std::string out = fmt::format("{}", q.value);
  if (q.value_max) out += fmt::format("..{}", *q.value_max);
  if (!q.unit.empty()) out += " " + q.unit;
  if (q.approx != Approx::exact) out += fmt::format(" {}", mark_of(q.approx));
  return out;
}

class Lines {
 public:
  explicit Lines(const ExplainedText& text) : text_(text) {}

  std::string all() {
    std::size_t q = 0, t = 0, n = 0;
    const ReadText& read = text_.read;
    for (;;) {  // in the order of the text
      const auto at = [](const auto& list, std::size_t i, auto&& span) { return i < list.size() ? span(list[i]).begin : 0xFFFFFFFFu; };
      const std::uint32_t quantity = at(read.quantities, q, [](const Quantity& x) { return x.span; });
      const std::uint32_t time = at(read.times, t, [](const TimeInText& x) { return x.time.span; });
      const std::uint32_t name = at(read.names, n, [](const Name& x) { return x.span; });
      const std::uint32_t first = std::min({quantity, time, name});
      if (first == 0xFFFFFFFFu) break;
      if (first == quantity) one(read.quantities[q++]);
      else if (first == time) one(read.times[t++]);
      else one(read.names[n++]);
    }
    std::string rest;
    for (const Trace::Step& step : text_.trace.steps)
      if (step.rule && step.rule->makes == "nothing")
        rest += fmt::format("  {}  by '{}' ({})\n", words(step.span), step.rule->name, place_of(*step.rule));
    if (!rest.empty()) out_ += "only looks like a number or a time\n" + rest;
    std::string names;
    for (const NameReader::Loser& loser : text_.name_losers)
      names += fmt::format("  {}  as {}: {}\n", words(loser.name.span), name_of(loser.name.kind), loser.why);
    if (!names.empty()) out_ += "no name after all\n" + names;
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view words(Span span) const { return text_.place.words(span); }

  void derivation(std::uint32_t step, Span span) {
    walk(text_.trace, step, 1, [&](const Trace::Step& s, int depth) {
      out_.append(static_cast<std::size_t>(depth) * 2, ' ');
      if (s.rule) {
        out_ += fmt::format("rule '{}' on {} ({})\n", s.rule->name, words(s.span), place_of(*s.rule));
      } else if (s.word != kNone) {
        const Word& word = text_.grammar.lexicon().word(s.word);
        out_ += fmt::format("word {}{}\n", words(s.span),
                            word.place.file.empty() ? "" : fmt::format(" ({}:{})", word.place.file, word.place.line));
      } else {
        out_ += fmt::format("numeral {}\n", words(s.span));
      }
    });
    for (const Trace::Loser& loser : text_.trace.losers)
      if (touch(loser.span, span)) out_ += fmt::format("  lost '{}' on {}: {}\n", loser.rule->name, words(loser.span), loser.why);
  }

  void one(const Quantity& q) {
    out_ += fmt::format("quantity  {}  = {}\n", words(q.span), value_of(q));
    if (!q.hedge.empty()) out_ += fmt::format("  bounded by {}\n", words(q.hedge));
    derivation(q.step_of_trace, q.span);
  }
  void one(const TimeInText& t) {
    out_ += fmt::format("time  {}  = {}", words(t.time.span), t.time.partial);
    if (!t.resolved.value.empty() && t.resolved.value != t.time.partial) out_ += fmt::format(", completed {}", t.resolved.value);
    out_ += fmt::format(" ({})\n", name_of(t.use));
    if (!t.resolved.from.empty()) out_ += fmt::format("  completed from {}\n", t.resolved.from);
    if (!t.resolved.why_not.empty()) out_ += fmt::format("  stays open: {}\n", t.resolved.why_not);
    derivation(t.time.step_of_trace, t.time.span);
  }
  void one(const Name& n) {
    out_ += fmt::format("{}  {}  = {}{}\n", name_of(n.kind), words(n.span), n.canonical.empty() ? "undecided" : n.canonical,
                        n.id.empty() ? "" : fmt::format(" ({})", n.id));
    out_ += fmt::format("  rule '{}'\n", n.rule);
    if (!n.why.empty()) out_ += fmt::format("  because {}\n", n.why);
    if (n.candidates.size() > 1) {
      std::vector<std::string> names;
      for (const NameCandidate& c : n.candidates) names.push_back(fmt::format("{} ({})", c.name, c.id));
      out_ += fmt::format("  could be {}\n", fmt::join(names, ", "));
    }
  }

  const ExplainedText& text_;
  std::string out_;
};

void derivation_json(JsonWriter& w, const ExplainedText& text, std::uint32_t step) {
  if (step >= text.trace.steps.size()) return w.null();
  const Trace::Step& s = text.trace.steps[step];
  w.open('{');
  w.field("text", text.place.words(s.span));
  w.key("rule");
  if (s.rule) w.value(s.rule->name);
  else w.null();
  w.key("level");
  if (s.rule) w.value(s.rule->level);
  else w.null();
  const Place* place = s.rule ? &s.rule->place : s.word != kNone ? &text.grammar.lexicon().word(s.word).place : nullptr;
  w.key("defined_at");
  if (place && !place->file.empty()) w.value(fmt::format("{}:{}", place->file, place->line));
  else w.null();
  w.key("parts");
  w.open('[');
  for (const std::uint32_t part : s.parts) derivation_json(w, text, part);
  w.close(']');
  w.close('}');
}

}  // namespace

std::string explain_as_text(const ExplainedText& text) { return Lines(text).all(); }

std::string explain_as_json(const ExplainedText& text) {
  JsonWriter w;
  w.open('{');
  w.key("records");
  w.open('[');
  const auto record = [&](const std::string& json, std::uint32_t step) {
    w.open('{');
    w.key("record");
    w.raw(json);
    w.key("made_by");
    derivation_json(w, text, step);
    w.close('}');
  };
  for (const Quantity& q : text.read.quantities) record(record_json(text.place, q), q.step_of_trace);
  for (const TimeInText& t : text.read.times) record(record_json(text.place, t), t.time.step_of_trace);
  for (const Name& n : text.read.names) record(record_json(text.place, n), kNone);
  w.close(']');
  w.key("lost");
  w.open('[');
  const auto lost = [&](Span span, std::string_view what, std::string_view why) {
    w.open('{');
    w.field("text", text.place.words(span));
    w.field("candidate", what);
    w.field("why", why);
    w.close('}');
  };
  for (const Trace::Loser& loser : text.trace.losers) lost(loser.span, loser.rule->name, loser.why);
  for (const Trace::Step& step : text.trace.steps)
    if (step.rule && step.rule->makes == "nothing") lost(step.span, step.rule->name, "only looks like a number or a time");
  for (const NameReader::Loser& loser : text.name_losers) lost(loser.name.span, name_of(loser.name.kind), loser.why);
  w.close(']');
  w.close('}');
  return w.take();
}

}  // namespace fengbiao
