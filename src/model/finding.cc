#include "model/finding.h"

#include <algorithm>
#include <array>

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, 8> kKinds{"arithmetic", "conflict", "typo",  "punctuation",
                                                 "duplicate",  "format",   "style", "extraction"};
constexpr std::array<std::string_view, 3> kSeverities{"error", "warning", "note"};
constexpr std::array<std::string_view, 3> kVerdicts{"holds", "contradicts", "cannot tell"};

template <class Value, class Names>
std::optional<Value> named(const Names& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace

std::string_view name_of(FindingKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::optional<FindingKind> finding_kind_named(std::string_view name) { return named<FindingKind>(kKinds, name); }
std::string_view name_of(Severity severity) { return kSeverities[static_cast<std::size_t>(severity)]; }
std::optional<Severity> severity_named(std::string_view name) { return named<Severity>(kSeverities, name); }
std::string_view name_of(Verdict verdict) { return kVerdicts[static_cast<std::size_t>(verdict)]; }

CheckCoverage& CheckCoverage::operator+=(const CheckCoverage& more) {
  articles += more.articles;
  characters += more.characters;
  relations += more.relations;
  holds += more.holds;
  contradicts += more.contradicts;
  cannot_tell += more.cannot_tell;
  return *this;
}

}  // namespace fengbiao
