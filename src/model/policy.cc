#include "model/policy.h"

#include <array>
#include <tuple>

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, 9> kKinds{"law",          "regulation", "plan",      "notice",    "opinion",
                                                 "announcement", "standard",   "guideline", "initiative"};
constexpr std::array<std::string_view, 3> kStatuses{"published", "draft", "in-force-later"};
constexpr std::array<std::string_view, 4> kChanges{"amends", "repeals", "extends", "implements"};

auto fields(const Policy& p) {
  return std::tie(p.id, p.article, p.span, p.quote_span, p.line_start, p.line_end, p.text, p.quote, p.name, p.short_name, p.kind, p.issuers,
                  p.number, p.issued, p.effective, p.until, p.comments_until, p.status, p.changes, p.sure, p.doubts);
}

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view name_of(PolicyKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::optional<PolicyKind> policy_kind_named(std::string_view name) { return named<PolicyKind>(kKinds, name); }
std::string_view name_of(PolicyStatus status) { return kStatuses[static_cast<std::size_t>(status)]; }
std::optional<PolicyStatus> policy_status_named(std::string_view name) { return named<PolicyStatus>(kStatuses, name); }
std::string_view name_of(PolicyChange::What what) { return kChanges[static_cast<std::size_t>(what)]; }
std::optional<PolicyChange::What> policy_change_named(std::string_view name) { return named<PolicyChange::What>(kChanges, name); }

bool operator==(const Policy& a, const Policy& b) { return fields(a) == fields(b); }

}  // namespace fengbiao
