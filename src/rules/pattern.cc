#include "rules/pattern.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include "text/fold.h"

namespace fengbiao {

std::string_view Match::group(std::string_view name) const {
  for (std::size_t i = 1; i < groups_.size(); ++i)
    if ((*names_)[i] == name && groups_[i].data() != nullptr) return groups_[i];
  return {};
}

Result<Pattern> Pattern::make(std::string name, std::string needs, const std::string& expression, Place place) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(64 << 20);
  auto re = std::make_shared<const RE2>(expression, options);
  if (!re->ok()) return fail(Cause::malformed, std::move(place), fmt::format("pattern '{}': {}", name, re->error()));
  Pattern p;
  p.name_ = std::move(name);
  p.needs_ = std::move(needs);
  p.group_names_.resize(static_cast<std::size_t>(re->NumberOfCapturingGroups()) + 1);
  for (const auto& [number, group] : re->CapturingGroupNames()) p.group_names_[static_cast<std::size_t>(number)] = group;
  p.re_ = std::move(re);
  return p;
}

const std::string& Pattern::expression() const { return re_->pattern(); }

std::optional<Match> Pattern::find(std::string_view text, std::size_t from) const {
  if (!needs_.empty() && text.find(needs_, from) == text.npos) return std::nullopt;
  std::vector<re2::StringPiece> groups(group_names_.size());
  if (!re_->Match(re2::StringPiece(text.data(), text.size()), from, text.size(), RE2::UNANCHORED, groups.data(),
                  static_cast<int>(groups.size())))
    return std::nullopt;
  Match m;
  m.whole_ = {groups[0].data(), groups[0].size()};
  m.names_ = &group_names_;
  m.groups_.reserve(groups.size());
  for (const re2::StringPiece& g : groups) m.groups_.emplace_back(g.data(), g.size());
  return m;
}

Result<Parts> load_parts(const PackNode& map) {
  Parts parts;
  FB_TRY(const auto entries, map.entries());
  for (const auto& [name, node] : entries) {
    FB_TRY(std::string value, node.text());
    parts.emplace_back(name, std::move(value));
  }
  return parts;
}

Result<PatternList> PatternList::load(const PackNode& list, const Parts& parts) {
  PatternList out;
  FB_TRY(const auto items, list.items());
  for (const PackNode& item : items) {
    FB_CHECK(item.only_keys({"name", "needs", "pattern", "examples", "counter_examples"}));
    FB_TRY(std::string name, item["name"].text());
    FB_TRY(std::string needs, item["needs"].text_or(""));
    FB_TRY(std::string expression, item["pattern"].text());
    for (const auto& [part, value] : parts) {
      const std::string mark = "{" + part + "}";
      for (std::size_t at = 0; (at = expression.find(mark, at)) != expression.npos; at += value.size())
        expression.replace(at, mark.size(), value);
    }
    FB_TRY(Pattern pattern, Pattern::make(name, needs, expression, item["pattern"].place()));
    FB_TRY(const auto examples, item["examples"].texts());
    FB_TRY(const auto counter_examples, item["counter_examples"].texts());
    for (const std::string& example : examples)
      if (!pattern.find(folded(example))) return item["examples"].complain(fmt::format("'{}' does not match '{}'", example, name));
    for (const std::string& example : counter_examples)
      if (pattern.find(folded(example))) return item["counter_examples"].complain(fmt::format("'{}' matches '{}'", example, name));
    out.patterns_.push_back(std::move(pattern));
  }
  return out;
}

std::optional<PatternList::Hit> PatternList::first(std::string_view folded_text) const {
  for (const Pattern& pattern : patterns_)
    if (auto match = pattern.find(folded_text)) return Hit{&pattern, std::move(*match)};
  return std::nullopt;
}

}  // namespace fengbiao
