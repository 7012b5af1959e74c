#include "observation/short_forms.h"

#include <algorithm>

#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMost = 16;            // full names looked at
constexpr std::size_t kLeast = 6;            // bytes of a short form: two characters
constexpr std::size_t kLongestBracket = 36;  // bytes

bool is_firm(const Name& name) { return name.kind == NameKind::company || name.kind == NameKind::platform; }

}  // namespace

ShortForms::ShortForms(const Scene& scene) : s_(scene) {
  if (s_.text.title_end() == 0) return;
  for (const Name& name : s_.read.names)
    if (is_firm(name) && name.span.begin >= s_.text.title_end() && found_.size() < kMost && of(name).empty()) find(name);
}

Span ShortForms::of(const Name& name) const {
  const std::string_view printed = s_.at(name.span);
  for (const auto& [full, span] : found_)
    if (full == printed) return span;
  return {};
}

void ShortForms::find(const Name& name) {
  Span known = in_brackets(name);
  if (known.empty()) known = beginning(name);
  if (!known.empty()) found_.emplace_back(s_.at(name.span), known);
}

// 农副产品网络销售平台（某某平台）, where the title says it so.
Span ShortForms::in_brackets(const Name& name) const {
  if (s_.folded.substr(name.span.end, 1) != "(") return {};
  const std::size_t close =
      s_.folded.substr(0, std::min<std::size_t>(s_.folded.size(), name.span.end + kLongestBracket)).find(')', name.span.end);
  if (close == std::string_view::npos) return {};
  Span inside = trim(s_.folded, {name.span.end + 1, static_cast<std::uint32_t>(close)});
  if (const std::size_t called = s_.head(s_.at(inside), Part::called); called > 0)
    inside = trim(s_.folded, {inside.begin + static_cast<std::uint32_t>(called), inside.end});
  if (inside.size() > 2 && s_.folded[inside.begin] == '"' && s_.folded[inside.end - 1] == '"') inside = {inside.begin + 1, inside.end - 1};
  const std::string_view title = s_.folded.substr(0, s_.text.title_end());
  return inside.size() >= kLeast && title.find(s_.at(inside)) != title.npos ? inside : Span{};
}

// The longest beginning of a full legal name that the title holds; of another name, the title's only firm, where the body says it alone
// too.
Span ShortForms::beginning(const Name& name) const {
  const std::string_view printed = s_.at(name.span), title = s_.folded.substr(0, s_.text.title_end());
  if (s_.tail(printed, Part::legal_form) > 0) {
    for (std::size_t n = printed.size() - 3; n >= kLeast; --n) {
      if ((static_cast<unsigned char>(printed[n]) & 0xC0) == 0x80) continue;
      const std::size_t at = title.find(printed.substr(0, n));
      if (at == title.npos) continue;
      const Span found{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + n)};
      const bool place = std::any_of(s_.read.places.begin(), s_.read.places.end(),
                                     [&](const PlaceInText& p) { return p.span.begin <= found.begin && found.end <= p.span.end; });
      return place ? Span{} : found;
    }
    return {};
  }
  const Name* sole = sole_of_title();
  if (!sole) return {};
  const std::string_view known = s_.at(sole->span);
  if (known.size() >= printed.size() || !printed.starts_with(known) || sole->id != name.id || name.id.empty()) return {};
  const bool alone = std::any_of(s_.read.names.begin(), s_.read.names.end(),
                                 [&](const Name& n) { return n.span.begin >= s_.text.title_end() && s_.at(n.span) == known; });
  return alone ? sole->span : Span{};
}

const Name* ShortForms::sole_of_title() const {
  const Name* sole = nullptr;
  for (const Name& name : s_.read.names) {
    if (name.span.begin >= s_.text.title_end()) break;
    if (!is_firm(name)) continue;
    if (sole && s_.at(sole->span) != s_.at(name.span)) return nullptr;
    sole = &name;
  }
  return sole;
}

}  // namespace fengbiao
