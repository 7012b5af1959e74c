#include "check/pattern_rules.h"

#include <algorithm>
#include <map>
#include <string>

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
    if (rule->pattern && !rule->off) {
      out.rules_.push_back(rule.get());
      out.always_.push_back(rule->needs.empty());
    }
  out.folded_ = needs_of(out.rules_, false);
  out.printed_ = needs_of(out.rules_, true);
  return out;
}

PatternRules::Needs PatternRules::needs_of(const std::vector<const CheckRule*>& rules, bool over_printed) {
  Needs out;
  std::map<std::string, std::uint32_t> values;
  for (std::uint32_t i = 0; i < rules.size(); ++i) {
    if (rules[i]->over_printed != over_printed) continue;
    for (const std::string& word : rules[i]->needs) {
      const auto [known, fresh] = values.emplace(word, static_cast<std::uint32_t>(out.rules.size()));
      if (fresh) out.rules.emplace_back();
      out.rules[known->second].push_back(i);
    }
  }
  out.words = Trie::build({values.begin(), values.end()});
  return out;
}

void PatternRules::Needs::mark(std::string_view text, std::vector<std::uint8_t>& wanted) const {
  if (rules.empty()) return;
  for (std::size_t at = 0; at < text.size();) {
    words.each(text, at, [&](Trie::Hit hit) {
      for (const std::uint32_t rule : rules[hit.value]) wanted[rule] = 1;
    });
    std::uint32_t size = 0;
    Characters::unit_at(text, at, size);
    at += size;
  }
}

void PatternRules::check(const ArticleSubject& subject, Report& report) const {
  const PrintedText& printed = subject.printed;
  std::vector<std::uint8_t> wanted;
  for (std::size_t i = 0; i < printed.parts().size(); ++i) {
    const PrintedPart& part = printed.parts()[i];
    wanted = always_;
    folded_.mark(printed.folded(i).text, wanted);
    printed_.mark(printed.words(part), wanted);
    for (std::size_t r = 0; r < rules_.size(); ++r) {
      const CheckRule* const rule = rules_[r];
      if (wanted[r] == 0 || std::ranges::find(rule->parts, part.part) == rule->parts.end()) continue;
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
