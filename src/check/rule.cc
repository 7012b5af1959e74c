#include "check/rule.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::string_view kFolder = "rules/check/";
constexpr std::string_view kHeadline = "# ";  // begins the line of an example that is a headline
constexpr std::string_view kListing = "check/report.yaml";
constexpr std::string_view kReasons = "rules/check/reasons.yaml";
constexpr int kMostListed = 100'000;  // findings of one rule in an article; more would be no list
constexpr std::array<std::string_view, 4> kParts{"title", "body", "author_note", "source"};

// A value that says something: a rule without words would report nothing that anybody can read.
Result<std::string> words_of(const PackNode& node) {
  FB_TRY(std::string text, node.text());
  if (text.find_first_not_of(" \t\n") == text.npos) return node.complain("expected words, got an empty text");
  return text;
}

Result<std::vector<std::string>> list_of_words(const PackNode& node) {
  std::vector<std::string> out;
  const auto alone = node.text();  // one without a list
  if (alone) {
    FB_TRY(out.emplace_back(), words_of(node));
    return out;
  }
  FB_TRY(const auto items, node.items());
  for (const PackNode& item : items) { FB_TRY(out.emplace_back(), words_of(item)); }
  return out;
}

Result<Wording> wording(const PackNode& node) {
  FB_CHECK(node.only_keys({"zh", "en"}));
  Wording out;
  FB_TRY(out.zh, words_of(node["zh"]));
  FB_TRY(out.en, words_of(node["en"]));
  return out;
}

template <class Value>
Result<Value> choice(const PackNode& node, std::optional<Value> (*named)(std::string_view), std::string_view expected) {
  FB_TRY(const std::string name, node.text());
  const auto value = named(name);
  if (!value) return node.complain(fmt::format("'{}' is none of: {}", name, expected));
  return *value;
}

Result<void> read_words(const PackNode& node, CheckRule& rule) {
  FB_TRY(rule.name, wording(node["name"]));
  FB_TRY(rule.about, wording(node["about"]));
  const PackNode says = node["says"];
  if (!says["zh"].missing() || !says["en"].missing()) {
    FB_TRY(rule.says["default"], wording(says));
  } else {
    FB_TRY(const auto variants, says.entries());
    for (const auto& [variant, words] : variants) { FB_TRY(rule.says[variant], wording(words)); }
    if (!rule.says.contains("default")) return says.complain("expected zh and en, or variants with one called default");
  }
  return {};
}

std::string escaped(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (static_cast<unsigned char>(c) < 0x80 && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z')) out += '\\';
    out += c;
  }
  return out;
}

Result<void> read_pattern(const PackNode& node, const Parts& parts, CheckRule& rule) {
  std::string expression;
  if (node["any"].missing()) {
    FB_TRY(expression, words_of(node["pattern"]));
  } else {
    if (!node["pattern"].missing()) return node["any"].complain("expected pattern or any, not both");
    FB_TRY(const auto words, list_of_words(node["any"]));
    if (words.empty()) return node["any"].complain("expected words");
    for (const std::string& word : words) expression += (expression.empty() ? "(?P<mark>" : "|") + escaped(word);
    expression += ")";
  }
  for (const auto& [part, value] : parts) {
    const std::string mark = "{" + part + "}";
    for (std::size_t at = 0; (at = expression.find(mark, at)) != expression.npos; at += value.size())
      expression.replace(at, mark.size(), value);
  }
  FB_TRY(Pattern pattern, Pattern::make(rule.id, "", expression, node[node["any"].missing() ? "pattern" : "any"].place()));
  rule.pattern = std::make_shared<const Pattern>(std::move(pattern));
  FB_TRY(const std::string over, node["over"].text_or("folded"));
  if (over != "folded" && over != "printed") return node["over"].complain("expected folded or printed, got '" + over + "'");
  rule.over_printed = over == "printed";
  FB_TRY(const auto where, node["in"].texts());
  if (!where.empty()) rule.parts.clear();
  for (const std::string& name : where) {
    const auto* const found = std::ranges::find(kParts, name);
    if (found == kParts.end()) return node["in"].complain(fmt::format("'{}' is none of: {}", name, fmt::join(kParts, ", ")));
    rule.parts.push_back(static_cast<ArticlePart>(found - kParts.begin()));
  }
  // Examples are a text each; a pattern sees them line by line, as it sees the parts of an article.
  const bool only_titles = rule.parts == std::vector{ArticlePart::title};
  const bool titles = std::ranges::find(rule.parts, ArticlePart::title) != rule.parts.end();
  const auto fires = [&](const std::string& example) {
    const bool has_title = example.starts_with(kHeadline);
    for (std::size_t begin = 0; begin <= example.size();) {
      const std::size_t end = std::min(example.find('\n', begin), example.size());
      std::string line = example.substr(begin, end - begin);
      begin = end + 1;
      const bool title = line.starts_with(kHeadline);
      if (title ? !titles : has_title && only_titles) continue;
      if (title) line.erase(0, kHeadline.size());
      if (!rule.over_printed) line = folded(line);
      if (rule.pattern->find(line)) return true;
    }
    return false;
  };
  for (const std::string& example : rule.examples)
    if (!fires(example)) return node["examples"].complain(fmt::format("'{}' gives no finding of '{}'", example, rule.id));
  for (const std::string& example : rule.counter_examples)
    if (fires(example)) return node["counter_examples"].complain(fmt::format("'{}' gives a finding of '{}'", example, rule.id));
  return {};
}

Result<CheckRule> read_rule(const PackNode& node, const Parts& parts) {
  FB_CHECK(node.only_keys({"id", "kind", "severity", "confidence", "name", "about", "says", "suggestion", "off", "pattern", "any", "over",
                           "in", "examples", "counter_examples"}));
  CheckRule rule;
  rule.place = node.place();
  FB_TRY(rule.id, words_of(node["id"]));
  FB_TRY(rule.kind,
         choice(node["kind"], finding_kind_named, "arithmetic, conflict, typo, punctuation, duplicate, format, style, extraction"));
  FB_TRY(rule.severity, choice(node["severity"], severity_named, "error, warning, note"));
  FB_TRY(rule.confidence, node["confidence"].number_or(1));
  if (rule.confidence < 0 || rule.confidence > 1) return node["confidence"].complain("expected a number from 0 to 1");
  FB_TRY(rule.off, node["off"].flag_or(false));
  FB_TRY(rule.suggestion, node["suggestion"].text_or(""));
  FB_CHECK(read_words(node, rule));
  FB_TRY(rule.examples, list_of_words(node["examples"]));
  FB_TRY(rule.counter_examples, list_of_words(node["counter_examples"]));
  if (rule.examples.empty()) return node.complain("expected examples: texts that must give a finding of '" + rule.id + "'");
  if (rule.counter_examples.empty()) return node.complain("expected counter_examples: texts that must give none of '" + rule.id + "'");
  if (!node["pattern"].missing() || !node["any"].missing()) FB_CHECK(read_pattern(node, parts, rule));
  return rule;
}

}  // namespace

std::string_view name_of(ArticlePart part) { return kParts[static_cast<std::size_t>(part)]; }

std::string filled(std::string_view text, const Values& values) {
  std::string out;
  out.reserve(text.size() + 32);
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == text.npos ? text.npos : text.find('}', open);
    if (close == text.npos) return out += text;
    out += text.substr(0, open);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const auto value = std::ranges::find(values, name, [](const auto& v) { return v.first; });
    out += value == values.end() ? text.substr(open, close - open + 1) : std::string_view(value->second);
    text.remove_prefix(close + 1);
  }
  return out;
}

Wording CheckRule::words(std::string_view variant, const Values& values) const {
  auto found = says.find(variant.empty() ? "default" : variant);
  if (found == says.end()) found = says.find("default");
  if (found == says.end()) return {};
  return {filled(found->second.zh, values), filled(found->second.en, values)};
}

Result<RuleBook> RuleBook::load(const DataSet& data, const Options& options) {
  RuleBook book;
  FB_CHECK(book.add_reasons(data));
  FB_CHECK(book.read_listing(data));
  for (const DataSet::File* file : data.list(kFolder, ".yaml"))
    if (file->name != kReasons) {
      const Result<void> added = book.add(*file, options);
      if (added) continue;
      if (!options.skip_broken) return std::unexpected(added.error());
      book.broken_.push_back(added.error());
    }
  return book;
}

Result<void> RuleBook::add(const DataSet::File& file, const Options& options) {
  FB_TRY(const PackNode pack, PackNode::parse(file.bytes, file.place));
  FB_CHECK(pack.only_keys({"parts", "rules"}));
  FB_TRY(const Parts parts, load_parts(pack["parts"]));
  FB_TRY(const auto items, pack["rules"].items());
  for (const PackNode& item : items) {
    Result<CheckRule> rule = read_rule(item, parts);
    if (!rule) {
      if (!options.skip_broken) return std::unexpected(rule.error());
      broken_.push_back(rule.error());
      continue;
    }
    auto kept = std::make_unique<const CheckRule>(std::move(*rule));
    const auto [place, fresh] = by_id_.emplace(kept->id, rules_.size());
    if (fresh) rules_.push_back(std::move(kept));
    else rules_[place->second] = std::move(kept);
  }
  return {};
}

Result<void> RuleBook::add_reasons(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find(kReasons));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"reasons"}));
  FB_TRY(const auto entries, pack["reasons"].entries());
  for (const auto& [name, node] : entries) { FB_TRY(reasons_[name], wording(node)); }
  return {};
}

Result<void> RuleBook::read_listing(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find(kListing));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"most", "more"}));
  FB_TRY(const double most, pack["most"].number_or(0));
  if (most < 1 || most > kMostListed || most != std::floor(most))
    return pack["most"].complain(fmt::format("expected a whole number from 1 to {}", kMostListed));
  listing_.most = static_cast<std::size_t>(most);
  FB_TRY(listing_.more, wording(pack["more"]));
  for (const std::string_view value : {"{says}", "{n}"})
    if (listing_.more.zh.find(value) == std::string::npos || listing_.more.en.find(value) == std::string::npos)
      return pack["more"].complain(fmt::format("expected {} in both languages", value));
  return {};
}

Result<const CheckRule*> RuleBook::rule(std::string_view id) {
  asked_.emplace(id);
  const CheckRule* const found = find(id);
  if (found == nullptr) return fail(Cause::not_found, {"data/" + std::string(kFolder)}, fmt::format("no rule '{}'", id));
  return found;
}

Result<void> RuleBook::all_asked() const {
  for (const auto& rule : rules_)
    if (!rule->pattern && !asked_.contains(rule->id))
      return fail(Cause::malformed, rule->place, fmt::format("rule '{}' has no pattern, and no check makes its findings", rule->id),
                  "give it a pattern, or the id of a rule that `check --list-rules` lists");
  return {};
}

const CheckRule* RuleBook::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : rules_[found->second].get();
}

const Wording* RuleBook::reason(std::string_view name) const {
  const auto found = reasons_.find(name);
  return found == reasons_.end() ? nullptr : &found->second;
}

}  // namespace fengbiao
