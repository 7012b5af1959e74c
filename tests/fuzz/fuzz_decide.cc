// Any bytes as the facts of a case, as a condition and as a file with a decision: refused with words that say why, or decided such that
// what is known, path, outcomes and changes fit together.
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>

#include "check_document.h"
#include "decide/decision.h"

namespace fengbiao {
namespace {

void refused(const Error& error) { demand(!error.what.empty() && !first_malformed(error.message()), "a refusal has words"); }

void check_case(const Decision& d, const Case& facts, const Date& on) {
  const Decided decided = d.decide(facts, on);
  demand(decided.in_force == !decided.outcomes.empty(), "in force there is an outcome, and else none");
  demand(std::ranges::is_sorted(decided.outcomes), "outcomes stand in order");
  demand(decided.outcomes.size() > 1 || decided.missing.empty(), "nothing is missing where it is decided");
  for (const std::uint32_t fact : decided.missing) demand(!facts[fact].known, "what is missing is unknown");
  for (std::size_t i = 0; i + 1 < decided.path.size(); ++i)
    demand(decided.path[i].holds != Truth::unknown, "a path ends where it cannot be told");
  for (const Change& change : d.changes(facts, on)) {
    Case other = facts;
    other[change.fact] = change.to;
    demand(facts[change.fact].known && d.decide(other, on).outcomes == change.outcomes && change.outcomes != decided.outcomes,
           "a change leads where it says");
    demand(!d.text_of(change.fact, change.to).empty(), "a value has words");
  }
}

void check_facts(const std::vector<Decision>& all, std::string_view text) {
  for (const Decision& d : all) {
    const auto facts = d.read_case(text);
    if (!facts) {
      refused(facts.error());
      continue;
    }
    for (const Date& on : {Date{2018, 12, 31}, Date{2023, 10, 1}}) check_case(d, *facts, on);
    for (std::uint32_t i = 0; i < facts->size(); ++i)
      if ((*facts)[i].known) demand(d.read_fact(i, d.text_of(i, (*facts)[i])) == (*facts)[i], "a value reads back");
  }
}

void check_condition(const Decision& d, std::string_view text) {
  if (first_malformed(text)) return;
  const auto names = [&](std::string_view name) -> std::optional<NamedValue> {
    const auto fact = d.fact_named(name);
    if (!fact) return std::nullopt;
    NamedValue out{NamedValue::Kind::fact, *fact, d.facts[*fact].type, NamedValue::Span::none, {}};
    for (const auto& option : d.facts[*fact].options) out.options.push_back(option.id);
    return out;
  };
  const auto condition = Condition::parse(text, names);
  if (!condition) return refused(condition.error());
  for (const DecisionSample& sample : d.samples) {
    const Truth holds = condition->holds(sample.facts, {});
    std::vector<std::int64_t> turns;
    for (const std::uint32_t fact : condition->facts()) condition->turning_points(fact, sample.facts, {}, turns);
    const bool all_known = std::ranges::all_of(condition->facts(), [&](std::uint32_t fact) { return sample.facts[fact].known; });
    demand(!all_known || holds != Truth::unknown, "what is known can be told");
  }
}

// A folder of decisions that is gone at the end.
struct Folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("fuzz_decide." + std::to_string(getpid()));
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
};

void check_file(std::string_view bytes) {
  static const Folder folder;
  std::ofstream(folder.path / "f.yaml", std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  DataSet data;
  demand(data.lay_over(folder.path, "decisions/").has_value(), "a folder is laid over");
  const auto all = Decision::load_all(data);
  if (!all) return refused(all.error());
  for (const Decision& d : *all) {
    check_case(d, Case(d.facts.size()), d.from);
    for (const DecisionSample& sample : d.samples) check_case(d, sample.facts, sample.on);
  }
}

}  // namespace
}  // namespace fengbiao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fengbiao;
  static const std::vector<Decision> all = *Decision::load_all(DataSet::built_in());
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_facts(all, text);
  for (const Decision& d : all) check_condition(d, text);
  check_file(text);
  return 0;
}
