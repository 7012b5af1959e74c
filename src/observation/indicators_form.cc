#include "observation/indicators_form.h"

#include <array>
#include <set>

#include "base/utf8.h"
#include "rules/pack.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::uint64_t kMoney = 1;  // the first group of units
// A share may end in what it is a share of: 占进出口总额.
constexpr std::array<std::pair<std::string_view, UnitFamily>, 4> kFamilies = {
    {{"any", kAnyFamily}, {"money", kMoneyFamily | kRatioFamily}, {"count", kCountFamily | kRatioFamily}, {"ratio", kRatioFamily}}};

// What remains when a head or a tail is taken off must have two characters.
bool is_enough(std::string_view rest) { return rest.size() >= 2 && rest.size() > decode(rest, 0).size; }

bool is_latin(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' || c == '-'; }

Result<std::vector<std::pair<std::string, std::uint32_t>>> words_of(const PackNode& list, std::uint32_t value) {
  FB_TRY(const auto texts, list.texts());
  std::vector<std::pair<std::string, std::uint32_t>> out;
  out.reserve(texts.size());
  for (const std::string& text : texts) out.emplace_back(squeezed(text), value);
  return out;
}

}  // namespace

IndicatorForms::Endings IndicatorForms::endings(std::vector<std::pair<std::string, std::uint32_t>> words) {
  std::set<std::size_t, std::greater<>> lengths;
  for (const auto& [word, value] : words) lengths.insert(word.size());
  return {{lengths.begin(), lengths.end()}, Trie::build(std::move(words))};
}

Trie::Hit IndicatorForms::Endings::longest(std::string_view text) const {
  for (const std::size_t length : lengths) {
    if (length > text.size()) continue;
    std::uint32_t value = 0;
    if (words.contains(text.substr(text.size() - length), &value)) return {static_cast<std::uint32_t>(length), value};
  }
  return {};
}

Result<IndicatorForms> IndicatorForms::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find("lexicon/indicator_words.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"same", "heads", "heads_of_change", "tails", "tails_of_growth", "tails_of_share", "whole", "alike"}));
  IndicatorForms out;
  FB_TRY(const auto same, pack["same"].entries());
  std::vector<std::pair<std::string, std::uint32_t>> words;
  for (const auto& [word, node] : same) {
    FB_TRY(const std::string becomes, node.text());
    words.emplace_back(squeezed(word), static_cast<std::uint32_t>(out.becomes_.size()));
    out.becomes_.push_back(squeezed(becomes));
  }
  out.same_ = Trie::build(std::move(words));
  FB_TRY(auto heads, words_of(pack["heads"], 0));
  FB_TRY(const auto more, words_of(pack["heads_of_change"], 0));
  out.heads_ = Trie::build(heads);
  heads.insert(heads.end(), more.begin(), more.end());
  out.heads_of_change_ = Trie::build(std::move(heads));

  const PackNode tails = pack["tails"];
  FB_CHECK(tails.only_keys({"any", "money", "count", "ratio"}));
  std::vector<std::pair<std::string, std::uint32_t>> all;
  for (const auto& [name, family] : kFamilies) {
    FB_TRY(const auto list, words_of(tails[name], family));
    all.insert(all.end(), list.begin(), list.end());
  }
  out.tails_ = endings(std::move(all));
  FB_TRY(auto growth, words_of(pack["tails_of_growth"], 0));
  out.of_growth_ = endings(std::move(growth));
  FB_TRY(auto share, words_of(pack["tails_of_share"], 0));
  out.of_share_ = endings(std::move(share));
  FB_TRY(auto whole, words_of(pack["whole"], 0));
  out.whole_ = endings(std::move(whole));

  FB_TRY(const auto groups, pack["alike"].items());
  if (groups.empty() || groups.size() > 64) return pack["alike"].complain("expected 1 to 64 lists of units; the first is that of money");
  for (std::size_t i = 0; i < groups.size(); ++i) {
    FB_TRY(const auto units, groups[i].texts());
    for (const std::string& unit : units) out.groups_[unit] |= std::uint64_t{1} << i;
  }
  return out;
}

void IndicatorForms::normal(std::string_view folded, std::string& out) const {
  out.clear();
  std::string clean;
  clean.reserve(folded.size());
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    if (c == '(') {  // a name said again in Latin: (CPI)
      std::size_t end = i + 1;
      while (end < folded.size() && is_latin(folded[end])) ++end;
      if (end < folded.size() && folded[end] == ')') {
        i = end;
        continue;
      }
    }
    if (c != ' ' && c != '\t') clean += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  out.reserve(clean.size());
  const auto is_letter = [&](std::size_t i) { return i < clean.size() && clean[i] >= 'a' && clean[i] <= 'z'; };
  for (std::size_t i = 0; i < clean.size();) {
    Trie::Hit hit = same_.longest(clean, i);
    // A word in Latin letters is none inside a longer one.
    if (hit.length != 0 && is_letter(i) && ((i > 0 && is_letter(i - 1)) || is_letter(i + hit.length))) hit = {};
    if (hit.length == 0) {
      do out += clean[i++];
      while (i < clean.size() && (static_cast<unsigned char>(clean[i]) & 0xC0) == 0x80);
      continue;
    }
    out += becomes_[hit.value];
    i += hit.length;
  }
}

IndicatorForms::Core IndicatorForms::core(std::string_view normal) const {
  Core out{normal, kAnyFamily};
  while (whole_.longest(out.text).length == 0) {
    const Trie::Hit tail = tails_.longest(out.text);
    if (tail.length == 0 || !is_enough(out.text.substr(0, out.text.size() - tail.length))) break;
    if ((out.family & tail.value) == 0) break;  // 金额数量: no name
    out.family &= static_cast<UnitFamily>(tail.value);
    out.text.remove_suffix(tail.length);
  }
  return out;
}

std::size_t IndicatorForms::head(std::string_view normal, Measure measure) const {
  const Trie::Hit hit = (measure == Measure::change ? heads_of_change_ : heads_).longest(normal, 0);
  return is_enough(normal.substr(hit.length)) ? hit.length : 0;
}

std::string_view IndicatorForms::shortened(std::string_view normal, const Endings& endings) {
  const Trie::Hit hit = endings.longest(normal);
  const std::string_view rest = normal.substr(0, normal.size() - hit.length);
  return is_enough(rest) ? rest : normal;
}

std::string_view IndicatorForms::without_measure(std::string_view normal, std::string_view unit, Measure measure) const {
  if (measure == Measure::growth) return shortened(normal, of_growth_);
  return measure == Measure::share || (measure == Measure::change && unit == "pp") ? shortened(normal, of_share_) : normal;
}

std::uint64_t IndicatorForms::groups_of(std::string_view unit) const {
  const auto it = groups_.find(unit);
  return it == groups_.end() ? 0 : it->second;
}

UnitFamily IndicatorForms::family_of(const std::vector<std::string>& units) const {
  UnitFamily out = 0;
  for (const std::string& unit : units) {
    if ((groups_of(unit) & kMoney) != 0) out |= kMoneyFamily;
    else out |= unit == "%" ? kRatioFamily : kCountFamily;
  }
  return out;
}

}  // namespace fengbiao
