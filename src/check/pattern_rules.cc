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
    if (rule->pattern && !rule->off) (rule->over_printed ? out.printed_ : out.folded_).rules.push_back(rule.get());
  for (Group* group : {&out.folded_, &out.printed_}) {
    std::vector<const Pattern*> patterns;
    for (const CheckRule* rule : group->rules) patterns.push_back(rule->pattern.get());
    group->filter = PatternFilter::of(patterns);
  }
  return out;
}

void PatternRules::check(const ArticleSubject& subject, Report& report) const {
  for (std::size_t i = 0; i < subject.printed.parts().size(); ++i) {
    check(folded_, subject, i, subject.printed.folded(i).text, report);
    check(printed_, subject, i, subject.printed.words(subject.printed.parts()[i]), report);
  }
}

void PatternRules::check(const Group& group, const ArticleSubject& subject, std::size_t i, std::string_view text, Report& report) const {
  const PrintedText& printed = subject.printed;
  const PrintedPart& part = printed.parts()[i];
  std::vector<std::uint32_t> candidates;
  group.filter.candidates(text, candidates);
  for (const std::uint32_t number : candidates) {
    const CheckRule* const rule = group.rules[number];
    if (std::ranges::find(rule->parts, part.part) == rule->parts.end()) continue;
    for (std::size_t from = 0; from < text.size();) {
      const auto match = rule->pattern->find(text, from);
      if (!match) break;
      std::string_view mark = match->whole();
      for (const std::string& name : rule->pattern->group_names())
        if (name.starts_with(kMark) && match->has(name)) {
          mark = match->group(name);
          break;
        }
      Values values{{"match", std::string(match->whole())}};
      for (const std::string& name : rule->pattern->group_names())
        if (!name.empty()) values.emplace_back(name, std::string(match->group(name)));
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

}  // namespace fengbiao
