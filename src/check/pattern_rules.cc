#include "check/pattern_rules.h"

#include <algorithm>

namespace fengbiao {
namespace {

constexpr std::string_view kMark = "mark", kQuote = "quote";

// Where a part of the text that was searched stands in PrintedText.
Span in_printed(const PrintedText& printed, std::size_t part, bool over_printed, std::string_view words) {
  if (!over_printed) return printed.folded(part).original(words);
  const auto begin = static_cast<std::uint32_t>(words.data() - printed.text().data());
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

}  // namespace

PatternRules PatternRules::of(const RuleBook& book) {
  PatternRules out;
  for (const auto& rule : book.rules())
    if (rule->pattern && !rule->off) out.rules_.push_back(rule.get());
  return out;
}

void PatternRules::check(const ArticleSubject& subject, Report& report) const {
  const PrintedText& printed = subject.printed;
  for (std::size_t i = 0; i < printed.parts().size(); ++i) {
    const PrintedPart& part = printed.parts()[i];
    for (const CheckRule* rule : rules_) {
      if (std::ranges::find(rule->parts, part.part) == rule->parts.end()) continue;
      const std::string_view text = rule->over_printed ? printed.words(part) : std::string_view(printed.folded(i).text);
      for (std::size_t from = 0; from < text.size();) {
        const auto match = rule->pattern->find(text, from);
        if (!match) break;
        std::string_view mark = match->whole();
        for (const std::string& group : rule->pattern->group_names())
          if (group.starts_with(kMark) && match->has(group)) {
            mark = match->group(group);
            break;
          }
        Values values{{"match", std::string(match->whole())}};
        for (const std::string& group : rule->pattern->group_names())
          if (!group.empty()) values.emplace_back(group, std::string(match->group(group)));
        const Span span = printed.kept(in_printed(printed, i, rule->over_printed, mark));
        const Span quote = match->has(kQuote) ? printed.kept(in_printed(printed, i, rule->over_printed, match->group(kQuote))) : Span{};
        report.flag({.rule = rule,
                     .at = {.article = subject.article.n, .span = span, .quote = quote},
                     .values = values,
                     .suggestion = filled(rule->suggestion, values)});
        const auto end = static_cast<std::size_t>(match->whole().data() + match->whole().size() - text.data());
        from = std::max(end, from + 1);
      }
    }
  }
}

}  // namespace fengbiao
