#include "comply/pack_loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::string_view kGapMark = "\u2026";
constexpr int kDeepest = 8;  // lists in lists

Result<Wording> wording(const PackNode& node) {
  FB_CHECK(node.only_keys({"zh", "en"}));
  FB_TRY(std::string zh, node["zh"].text());
  FB_TRY(std::string en, node["en"].text());
  if (zh.empty() || en.empty()) return node.complain("expected words in both languages, zh and en");
  return Wording{std::move(zh), std::move(en)};
}

Result<std::string> day(const PackNode& node, bool needed) {
  if (node.missing() && !needed) return std::string();
  FB_TRY(std::string text, node.text());
  if (!is_day(text)) return node.complain(fmt::format("expected a day such as 2022-06-22, got '{}'", text));
  return text;
}

Result<std::uint8_t> kinds(const PackNode& node) {
  FB_TRY(const auto names, node.texts());
  std::uint8_t out = 0;
  for (const std::string& name : names) {
    const auto kind = comply_kind_named(name);
    if (!kind) {
      const std::string near = nearest(name, {"listing", "script", "transcript", "app", "page"});
      return node.complain(fmt::format("expected listing, script, transcript, app or page, got '{}'", name),
                           near.empty() ? "" : fmt::format("did you mean '{}'?", near));
    }
    out = static_cast<std::uint8_t>(out | 1U << static_cast<unsigned>(*kind));
  }
  return out;
}

Result<ComplyFolds> folds(const PackNode& node, ComplyFolds otherwise) {
  if (node.missing()) return otherwise;
  ComplyFolds out;
  FB_TRY(const auto names, node.texts());
  for (const std::string& name : names) {
    if (name == "gaps") out.gaps = true;
    else if (name == "sounds") out.sounds = true;
    else if (name == "split") out.split = true;
    else return node.complain(fmt::format("expected gaps, sounds or split, got '{}'", name));
  }
  return out;
}

ComplyKind first_kind(const PackNode& node) {
  const auto names = node.texts();
  return names && !names->empty() ? comply_kind_named(names->front()).value_or(ComplyKind::script) : ComplyKind::script;
}

// One of a few names.
template <class T>
Result<T> choice(const PackNode& node, std::initializer_list<std::pair<std::string_view, T>> known, std::optional<T> otherwise) {
  if (node.missing() && otherwise) return *otherwise;
  FB_TRY(const std::string text, node.text());
  std::string names;
  for (const auto& [name, value] : known) {
    if (name == text) return value;
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  return node.complain(fmt::format("expected one of {}, got '{}'", names, text));
}

Result<std::uint8_t> enclosures(const PackNode& node) {
  FB_TRY(const auto names, node.texts());
  unsigned out = 0;
  for (const std::string& name : names) {
    if (name == "quotes") out |= in_quotes;
    else if (name == "title") out |= in_title;
    else if (name == "brackets") out |= in_brackets;
    else if (name == "heading") out |= in_heading;
    else return node.complain(fmt::format("expected quotes, title, brackets or heading, got '{}'", name));
  }
  return static_cast<std::uint8_t>(out);
}

Result<std::uint16_t> whole_number(const PackNode& node, std::uint16_t otherwise, std::uint16_t most) {
  FB_TRY(const double n, node.number_or(otherwise));
  if (!(n >= 0 && n <= most) || n != static_cast<double>(static_cast<int>(n)))
    return node.complain(fmt::format("expected a whole number of characters from 0 to {}", most));
  return static_cast<std::uint16_t>(n);
}

bool is_name(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

}  // namespace

Result<void> PackLoader::add_contexts(const PackNode& root) {
  FB_CHECK(root.only_keys({"contexts"}));
  FB_TRY(const auto items, root["contexts"].items());
  for (const PackNode& item : items) {
    FB_TRY(Exemption context, read_exemption(item));
    if (std::ranges::find(contexts_, context.id, &Exemption::id) != contexts_.end())
      return item["id"].complain(fmt::format("a second context '{}'", context.id));
    contexts_.push_back(std::move(context));
  }
  return {};
}

Result<void> PackLoader::add(const PackNode& root) {
  FB_CHECK(
      root.only_keys({"pack", "name", "policy", "standing", "from", "until", "addressee", "as", "fold", "words", "needs_person", "rules"}));
  lists_.clear();
  used_.clear();
  expanded_.clear();
  CompliancePack pack;
  pack.place = root.place();
  FB_CHECK(read_head(root, pack));
  FB_TRY(const auto lists, root["words"].entries());
  for (const auto& [name, node] : lists) {
    if (!is_name(name)) return node.complain("expected a name of small Latin letters, digits and -");
    lists_.emplace(name, node);
  }
  FB_TRY(const auto acts, root["needs_person"].items());
  for (const PackNode& node : acts) {
    FB_CHECK(node.only_keys({"article", "act"}));
    FB_TRY(std::string article, node["article"].text());
    FB_TRY(Wording act, wording(node["act"]));
    pack.needs_person.push_back({std::move(article), std::move(act)});
  }
  FB_TRY(const auto rules, root["rules"].items());
  if (rules.empty() && pack.needs_person.empty()) return root.complain("expected rules");
  for (const PackNode& node : rules) {
    FB_TRY(ComplyRule rule, read_rule(node, pack));
    if (std::ranges::find(pack.rules, rule.id, &ComplyRule::id) != pack.rules.end())
      return node["id"].complain(fmt::format("a second rule '{}' in this pack", rule.id));
    pack.rules.push_back(std::move(rule));
  }
  for (const auto& [name, node] : lists_)
    if (!used_.contains(name)) return node.complain(fmt::format("no rule uses the list ${}", name), "take it out, or name it in a rule");
  book_.packs_.push_back(std::move(pack));
  return {};
}

Result<void> PackLoader::read_head(const PackNode& root, CompliancePack& pack) {
  FB_TRY(pack.id, root["pack"].text());
  if (!is_name(pack.id)) return root["pack"].complain("expected a name of small Latin letters, digits and -");
  if (book_.find(pack.id)) return root["pack"].complain(fmt::format("a second pack '{}'", pack.id));
  FB_TRY(pack.name, wording(root["name"]));
  FB_TRY(pack.addressee, wording(root["addressee"]));
  const PackNode policy = root["policy"];
  FB_CHECK(policy.only_keys({"title", "issuers", "number", "issued"}));
  FB_TRY(pack.policy.title, policy["title"].text());
  FB_TRY(pack.policy.issuers, policy["issuers"].texts());
  FB_TRY(pack.policy.number, policy["number"].text_or(""));
  FB_TRY(pack.policy.issued, day(policy["issued"], false));
  FB_TRY(pack.draft, choice<bool>(root["standing"], {{"in-force", false}, {"draft", true}}, false));
  FB_TRY(pack.from, day(root["from"], true));
  FB_TRY(pack.until, day(root["until"], false));
  if (!pack.until.empty() && pack.until <= pack.from) return root["until"].complain("expected a day behind `from`");
  FB_TRY(pack.kinds, kinds(root["as"]));
  FB_TRY(pack.fold, folds(root["fold"], {}));
  pack.usual = first_kind(root["as"]);
  if (pack.kinds == 0) return root["as"].complain("expected the kinds of texts it is about", "such as [listing, script]");
  return {};
}

Result<ComplyRule> PackLoader::read_rule(const PackNode& node, const CompliancePack& pack) {
  FB_CHECK(node.only_keys({"id", "name", "article", "clause", "verdict", "severity", "confidence", "means", "instead", "as", "from",
                           "until", "fold", "find", "unless", "even_in", "examples", "counter_examples"}));
  ComplyRule rule;
  rule.place = node["id"].missing() ? node.place() : node["id"].place();
  FB_TRY(rule.id, node["id"].text());
  const std::string head = pack.id + ".";
  if (!rule.id.starts_with(head) || !is_name(std::string_view(rule.id).substr(head.size())))
    return node["id"].complain(fmt::format("expected {}name, got '{}'", head, rule.id));
  FB_CHECK(read_rule_words(node, rule));
  using enum Demand;
  FB_TRY(rule.demand, choice<Demand>(node["verdict"], {{"forbidden", forbidden}, {"prove-it", prove_it}, {"remind", remind}}, {}));
  using enum Severity;
  FB_TRY(rule.severity, choice<Severity>(node["severity"], {{"error", error}, {"warning", warning}, {"note", note}}, {}));
  FB_TRY(rule.confidence, node["confidence"].number_or(-1));
  if (!(rule.confidence > 0 && rule.confidence <= 1)) return node["confidence"].complain("expected how sure a finding is, above 0 up to 1");
  FB_TRY(rule.kinds, kinds(node["as"]));
  if ((rule.kinds & ~pack.kinds) != 0) return node["as"].complain("expected kinds that the pack has");
  const ComplyKind usual = rule.kinds != 0 ? first_kind(node["as"]) : pack.usual;
  if (rule.kinds == 0) rule.kinds = pack.kinds;
  FB_TRY(rule.from, day(node["from"], false));
  FB_TRY(rule.until, day(node["until"], false));
  if (!rule.from.empty() && rule.from < pack.from) return node["from"].complain("expected a day not before that of the pack");
  FB_TRY(rule.fold, folds(node["fold"], pack.fold));
  FB_TRY(const auto finds, node["find"].items());
  if (finds.empty()) return node["find"].complain("expected what is to be found", "such as: find: [{words: [...]}]");
  for (const PackNode& find : finds) {
    FB_TRY(ComplyFind made, read_find(find, rule));
    rule.finds.push_back(std::move(made));
  }
  FB_TRY(const auto exemptions, node["unless"].items());
  for (const PackNode& exemption : exemptions) {
    FB_TRY(Exemption made, read_exemption(exemption));
    rule.unless.push_back(std::move(made));
  }
  FB_CHECK(take_contexts(node["even_in"], rule));
  FB_TRY(rule.examples, read_examples(node["examples"], usual));
  FB_TRY(rule.counter_examples, read_examples(node["counter_examples"], usual));
  return rule;
}

Result<void> PackLoader::read_rule_words(const PackNode& node, ComplyRule& rule) {
  FB_TRY(rule.name, wording(node["name"]));
  FB_TRY(rule.means, wording(node["means"]));
  FB_TRY(rule.instead, wording(node["instead"]));
  FB_TRY(rule.article, node["article"].text_or(""));
  if (!node["clause"].missing()) { FB_TRY(rule.clause, wording(node["clause"])); }
  return {};
}

Result<ComplyFind> PackLoader::read_find(const PackNode& node, const ComplyRule& rule) {
  FB_CHECK(node.only_keys({"words", "near", "not_near", "before", "behind", "not_before", "not_behind", "scope", "inside", "not_inside",
                           "speaker", "whole", "attribute", "not_attribute", "missing", "when"}));
  ComplyFind find;
  find.place = node.place();
  using enum Reach;
  FB_TRY(const Reach reach, choice<Reach>(node["scope"], {{"sentence", sentence}, {"line", line}, {"text", text}}, sentence));
  if (!node["missing"].missing()) {
    if (rule.demand != Demand::remind) return node["missing"].complain("goes with the verdict remind");
    if (!node["words"].missing()) return node["words"].complain("beside `missing` the words that ask for it are called `when`");
    FB_TRY(find.missing, read_list(node["missing"]));
    FB_TRY(find.phrases, read_phrases(node["when"]));
  } else {
    if (!node["when"].missing()) return node["when"].complain("goes with `missing`");
    FB_TRY(find.phrases, read_phrases(node["words"]));
    if (find.phrases.empty()) return node["words"].complain("expected words");
  }
  FB_TRY(find.near, read_around(node["near"], reach));
  FB_TRY(find.not_near, read_around(node["not_near"], reach));
  FB_TRY(find.before, read_list(node["before"]));
  FB_TRY(find.behind, read_list(node["behind"]));
  FB_TRY(find.not_before, read_list(node["not_before"]));
  FB_TRY(find.not_behind, read_list(node["not_behind"]));
  FB_TRY(find.inside, enclosures(node["inside"]));
  FB_TRY(find.not_inside, enclosures(node["not_inside"]));
  FB_TRY(find.whole, node["whole"].flag_or(false));
  // Whom no name tells may be the host: a script, a transcript of one voice.
  constexpr auto bit = [](LineSpeaker speaker) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(speaker)); };
  using enum LineSpeaker;
  FB_TRY(find.speakers,
         choice<std::uint8_t>(node["speaker"],
                              {{"host", bit(host) | bit(unknown)}, {"guest", bit(guest)}, {"viewer", bit(viewer)}, {"any", kAnybody}},
                              kAnybodyButViewers));
  for (const auto& [name, to] : {std::pair("attribute", &find.attribute), {"not_attribute", &find.not_attribute}}) {
    FB_TRY(const auto names, expand_all(node[name], 0));
    for (const std::string& n : names) to->push_back(squeezed(n));
  }
  return find;
}

Result<Exemption> PackLoader::read_exemption(const PackNode& node) {
  FB_CHECK(node.only_keys({"id", "zh", "en", "words", "within", "scope"}));
  Exemption out;
  out.place = node.place();
  FB_TRY(out.id, node["id"].text());
  FB_TRY(out.name.zh, node["zh"].text());
  FB_TRY(out.name.en, node["en"].text());
  FB_TRY(const Reach reach,
         choice<Reach>(node["scope"], {{"sentence", Reach::sentence}, {"line", Reach::line}, {"text", Reach::text}}, Reach::sentence));
  FB_CHECK(read_words_around(node["words"], out.words));
  out.words.reach = reach;
  out.words.anywhere = reach == Reach::text && node["within"].missing();
  FB_TRY(out.words.within, whole_number(node["within"], kFarthest, kFarthest));
  return out;
}

// A reminder asks for what is missing, so nothing in a sentence lets it pass.
Result<void> PackLoader::take_contexts(const PackNode& even_in, ComplyRule& rule) const {
  FB_TRY(const auto names, even_in.texts());
  for (const std::string& name : names) {
    if (std::ranges::find(contexts_, name, &Exemption::id) != contexts_.end()) continue;
    std::string near;
    for (const Exemption& context : contexts_)
      if (near.empty()) near = nearest(name, {context.id});
    return even_in.complain(fmt::format("no context '{}' in comply/contexts.yaml", name),
                            near.empty() ? "" : fmt::format("did you mean '{}'?", near));
  }
  if (rule.demand == Demand::remind) return {};
  for (const Exemption& context : contexts_)
    if (std::ranges::find(names, context.id) == names.end()) rule.unless.push_back(context);
  return {};
}

Result<std::vector<WordsAround>> PackLoader::read_around(const PackNode& node, Reach reach) {
  std::vector<WordsAround> out;
  if (node.missing()) return out;
  std::vector<PackNode> all;
  if (!node["words"].missing()) {
    all.push_back(node);
  } else {
    FB_TRY(all, node.items());
  }
  for (const PackNode& one : all) {
    FB_TRY(const WordsAround around, read_one_around(one, reach));
    out.push_back(around);
  }
  return out;
}

Result<WordsAround> PackLoader::read_one_around(const PackNode& node, Reach reach) {
  FB_CHECK(node.only_keys({"words", "within", "scope"}));
  WordsAround out;
  FB_CHECK(read_words_around(node["words"], out));
  FB_TRY(out.reach,
         choice<Reach>(node["scope"], {{"sentence", Reach::sentence}, {"line", Reach::line}, {"text", Reach::text}}, std::optional(reach)));
  FB_TRY(out.within, whole_number(node["within"], kFarthest, kFarthest));
  out.anywhere = out.reach == Reach::text && node["within"].missing();
  return out;
}

Result<void> PackLoader::read_words_around(const PackNode& node, WordsAround& out) {
  FB_TRY(auto words, expand_all(node, 0));
  if (words.empty()) return node.complain("expected words");
  for (const std::string& word : words)
    if (word.find(kGapMark) != word.npos) FB_CHECK(read_phrase(node, word, out.phrases, 0));
  std::erase_if(words, [](const std::string& word) { return word.find(kGapMark) != word.npos; });
  FB_TRY(out.list, intern_list(node, words));
  return {};
}

Result<std::vector<ComplyPhrase>> PackLoader::read_phrases(const PackNode& node) {
  FB_TRY(const auto written, node.texts());
  std::vector<ComplyPhrase> out;
  for (const std::string& phrase : written) FB_CHECK(read_phrase(node, phrase, out, 0));
  return out;
}

// "$spirits…6便宜": parts with their gaps between.
Result<void> PackLoader::read_phrase(const PackNode& node, const std::string& written, std::vector<ComplyPhrase>& out, int depth) {
  if (depth > kDeepest) return node.complain("lists that hold each other");
  ComplyPhrase phrase;
  phrase.written = written;
  phrase.place = node.place();
  std::uint16_t gap = 0;
  for (std::string_view rest = written;;) {
    const std::size_t end = std::min(rest.find(kGapMark), rest.size());
    FB_TRY(const auto words, expand(node, rest.substr(0, end), 0));
    const auto with_gap = [](const std::string& w) { return w.find(kGapMark) != w.npos; };
    if (std::ranges::any_of(words, with_gap)) {
      if (end != rest.size() || !phrase.parts.empty())
        return node.complain(fmt::format("'{}': a list with phrases of several parts stands for a whole phrase only", written));
      for (const std::string& word : words) FB_CHECK(read_phrase(node, word, out, depth + 1));
      return {};
    }
    FB_TRY(const std::uint32_t list, intern_list(node, words));
    if (list == kNoList) return node.complain(fmt::format("'{}': expected words around {}", written, kGapMark));
    phrase.parts.push_back({list, gap});
    if (end == rest.size()) break;
    rest.remove_prefix(end + kGapMark.size());
    unsigned n = kUsualGap;
    if (const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), n); read.ec == std::errc())
      rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()));
    if (n > kLongestGap) return node.complain(fmt::format("'{}': a gap of at most {} characters", written, kLongestGap));
    gap = static_cast<std::uint16_t>(n);
  }
  if (phrase.parts.size() > kMostParts) return node.complain(fmt::format("'{}': at most {} parts", written, kMostParts));
  out.push_back(std::move(phrase));
  return {};
}

Result<std::vector<ComplyExample>> PackLoader::read_examples(const PackNode& node, ComplyKind usual) {
  std::vector<ComplyExample> out;
  FB_TRY(const auto items, node.items());
  for (const PackNode& item : items) {
    ComplyExample example;
    example.kind = usual;
    example.place = item.place();
    FB_TRY(example.text, item.text());
    std::int64_t at = -1;
    if (example.text.starts_with('[') && time_code(std::string_view(example.text).substr(1), at) > 0) {
      example.kind = ComplyKind::transcript;
    } else if (example.text.starts_with('@')) {
      const std::size_t blank = example.text.find_first_of(" \n");
      const auto kind = comply_kind_named(std::string_view(example.text).substr(1, blank == example.text.npos ? blank : blank - 1));
      if (!kind) return item.complain("expected @listing, @script, @transcript, @app or @page");
      example.kind = *kind;
      example.text.erase(0, blank == example.text.npos ? blank : blank + 1);
    }
    if (example.text.empty()) return item.complain("expected a text");
    out.push_back(std::move(example));
  }
  return out;
}

Result<std::uint32_t> PackLoader::read_list(const PackNode& node) {
  if (node.missing()) return kNoList;
  FB_TRY(const auto words, expand_all(node, 0));
  for (const std::string& word : words)
    if (word.find(kGapMark) != word.npos) return node.complain(fmt::format("'{}': a phrase of several parts cannot stand here", word));
  FB_TRY(const std::uint32_t list, intern_list(node, words));
  if (list == kNoList) return node.complain("expected words");
  return list;
}

Result<std::vector<std::string>> PackLoader::expand_all(const PackNode& node, int depth) {
  std::vector<std::string> out;
  FB_TRY(const auto texts, node.texts());
  for (const std::string& text : texts) {
    FB_TRY(auto words, expand(node, text, depth));
    out.insert(out.end(), std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
    if (out.size() > kMostExpanded) return node.complain(fmt::format("more than {} words", kMostExpanded));
  }
  return out;
}

Result<std::vector<std::string>> PackLoader::expand(const PackNode& node, std::string_view text, int depth) {
  if (depth > kDeepest) return node.complain("lists that hold each other");
  std::vector<std::string> out{""};
  while (!text.empty()) {
    const std::size_t dollar = std::min(text.find('$'), text.size());
    for (std::string& word : out) word += text.substr(0, dollar);
    text.remove_prefix(dollar);
    if (text.empty()) break;
    std::size_t size = 1;
    while (size < text.size() && is_name(text.substr(1, size))) ++size;
    while (size > 1 && !is_name(text.substr(1, size - 1))) --size;
    const std::string name(text.substr(1, size - 1));
    text.remove_prefix(size);
    const auto list = lists_.find(name);
    if (list == lists_.end()) {
      std::string near;
      for (const auto& [known, ignored] : lists_)
        if (near.empty()) near = nearest(name, {known});
      return node.complain(fmt::format("no list ${} in `words`", name), near.empty() ? "" : fmt::format("did you mean ${}?", near));
    }
    used_.insert(name);
    if (!expanded_.contains(name)) {
      FB_TRY(auto words, expand_all(list->second, depth + 1));
      expanded_.emplace(name, std::move(words));
    }
    const std::vector<std::string>& words = expanded_.find(name)->second;
    if (out.size() * words.size() > kMostExpanded) return node.complain(fmt::format("more than {} words", kMostExpanded));
    std::vector<std::string> more;
    for (const std::string& head : out)
      for (const std::string& word : words) more.push_back(head + word);
    out = std::move(more);
  }
  return out;
}

Result<std::uint32_t> PackLoader::intern_list(const PackNode& node, const std::vector<std::string>& words) {
  std::vector<std::uint32_t> ids;
  for (const std::string& word : words) {
    if (word.empty()) continue;
    FB_TRY(const std::uint32_t id, intern(node, word));
    ids.push_back(id);
  }
  if (ids.empty()) return kNoList;
  std::ranges::sort(ids);
  ids.erase(std::ranges::unique(ids).begin(), ids.end());
  const auto [at, fresh] = list_ids_.emplace(std::move(ids), static_cast<std::uint32_t>(book_.lists_.size()));
  if (fresh) book_.lists_.push_back(at->first);
  return at->second;
}

Result<std::uint32_t> PackLoader::intern(const PackNode& node, const std::string& word) {
  ComplyFolding::Word made = folding_.word(word);
  if (made.units.empty()) return node.complain(fmt::format("'{}' cannot be found: nothing of it is left when signs are folded", word));
  const auto hides = [&](char32_t code) { return (folding_.cell(code) & (ComplyFolding::kHides | ComplyFolding::kNothing)) != 0; };
  std::size_t last = word.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(word[last]) & 0xC0) == 0x80) --last;
  if (hides(decode(word, 0).code) || hides(decode(word, last).code))
    return node.complain(fmt::format("'{}': blanks and signs at its ends are not seen", word), "write it without them");
  if (made.units.size() > kLongestWord) return node.complain(fmt::format("'{}': at most {} characters", word, kLongestWord));
  const auto [at, fresh] = word_ids_.emplace(std::pair(made.units, made.gaps), static_cast<std::uint32_t>(book_.words_.size()));
  if (fresh) book_.words_.push_back(std::move(made));
  return at->second;
}

}  // namespace fengbiao
