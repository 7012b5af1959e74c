#include "check/homophones.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <unordered_set>
#include <utility>

#include "base/utf8.h"
#include "entity/table.h"
#include "rules/pack.h"
#include "text/characters.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::string_view kFile = "check/homophones.yaml", kPlaces = "places/divisions.tsv";
constexpr std::uint32_t kPiece = 400;     // units of a row that are looked at together
constexpr std::uint32_t kNameUnits = 5;   // a quoted row of so many is a name
constexpr std::size_t kLongestWord = 18;  // bytes

bool is_han(std::uint32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
bool is_digit(std::uint32_t c) { return c >= '0' && c <= '9'; }
std::uint64_t pair_of(std::uint32_t first, std::uint32_t second) { return static_cast<std::uint64_t>(first) << 32 | second; }
bool in_number(std::uint32_t c) { return is_digit(c) || c == '.' || c == ',' || c == '%'; }

// What the cheapest way costs to cut the text into words.
std::uint32_t cost_of(const Words& words, std::string_view text) {
  thread_local std::vector<std::uint32_t> costs;
  costs.assign(text.size() + 1, std::numeric_limits<std::uint32_t>::max());
  costs[0] = 0;
  for (std::uint32_t at = 0, size = 0; at < text.size(); at += size) {
    Characters::unit_at(text, at, size);
    const auto step = [&](std::uint32_t length, std::uint32_t cost) {
      costs[at + length] = std::min(costs[at + length], costs[at] + cost);
    };
    step(size, Words::kUnknown);
    words.each(text.substr(0, std::min(text.size(), at + kLongestWord)), at, step);
  }
  return costs[text.size()];
}

}  // namespace

Result<HomophoneCheck> HomophoneCheck::load(const DataSet& data, RuleBook& book, std::shared_ptr<const Words> common) {
  HomophoneCheck out;
  FB_TRY(out.rule_, book.rule("homophone"));
  out.common_ = std::move(common);
  FB_TRY(out.sounds_, Sounds::load(data, {}));
  FB_TRY(const DataSet::File* file, data.find(kFile));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys(
      {"right_cost", "cut_gain", "model_gain", "known_gain", "known_cost", "context", "number", "units", "unit_gain", "terms"}));
  const auto measure = [&](std::string_view key, auto& into) -> Result<void> {
    FB_TRY(const double value, pack[key].number_or(-1));
    if (!(value >= 0 && value <= 1000)) return pack[key].complain("expected a number from 0 to 1000");
    into = static_cast<std::remove_reference_t<decltype(into)>>(value);
    return {};
  };
  FB_CHECK(measure("right_cost", out.limits_.right_cost));
  FB_CHECK(measure("cut_gain", out.limits_.cut_gain));
  FB_CHECK(measure("model_gain", out.limits_.model_gain));
  FB_CHECK(measure("known_gain", out.limits_.known_gain));
  FB_CHECK(measure("known_cost", out.limits_.known_cost));
  FB_CHECK(measure("unit_gain", out.limits_.unit_gain));
  FB_CHECK(measure("context", out.limits_.context));
  FB_TRY(out.limits_.number, pack["number"].text());
  FB_TRY(out.limits_.units, pack["units"].texts());
  FB_TRY(const auto terms, pack["terms"].texts());
  for (const std::string& term : terms) {
    std::uint32_t size = 0;
    const std::uint32_t unit = Characters::unit_at(term.empty() ? " " : term, 0, size);
    if (term.size() != 6 || size != 3) return pack["terms"].complain("expected words of two Chinese characters");
    out.terms_.insert(pair_of(unit, Characters::unit_at(term, 3, size)));
  }
  FB_CHECK(out.load_words(data));
  return out;
}

Result<void> HomophoneCheck::load_words(const DataSet& data) {
  sounds_count_ = sounds_.count() + 1;
  // A place that sounds like another is another: none is meant for one.
  std::unordered_set<std::string_view> places;
  FB_TRY(const DataSet::File* divisions, data.find(kPlaces));
  FB_CHECK(each_row<3>(divisions->bytes, divisions->place, [&](const auto& cells, std::size_t) -> Result<void> {
    places.insert(cells.begin() + 1, cells.end());
    return {};
  }));
  std::vector<std::pair<std::size_t, Right>> rights;
  FB_CHECK(Words::each_of(data, [&](std::string_view word, std::uint32_t cost) {
    Right right{{}, 0, cost, std::ranges::find(limits_.units, word) != limits_.units.end()};
    std::array<std::uint16_t, kLongestRight> sound{};
    if (cost > limits_.right_cost || word.size() > 3 * kLongestRight || places.contains(word)) return;
    for (std::uint32_t at = 0, size = 0; at < word.size(); at += size) {
      right.units[right.size] = Characters::unit_at(word, at, size);
      sound[right.size] = sounds_.sound(right.units[right.size]);
      if (sound[right.size] == 0) return;
      ++right.size;
    }
    if (right.size < 2) return;
    one_as_it_is_[bit_of(right.units[0], sound[1])] = true;
    one_as_it_is_[bit_of(sound[0], right.units[1])] = true;
    rights.emplace_back(sound[0] * sounds_count_ + sound[1], right);
  }));
  std::ranges::stable_sort(rights, {}, [](const auto& entry) { return entry.first; });
  of_pair_.assign(sounds_count_ * sounds_count_ + 1, 0);
  for (const auto& [pair, right] : rights) {
    ++of_pair_[pair + 1];
    rights_.push_back(right);
  }
  for (std::size_t i = 1; i < of_pair_.size(); ++i) of_pair_[i] += of_pair_[i - 1];
  return {};
}

// Units from..to as text, with `right` where the unit `first` begins.
std::string HomophoneCheck::words(const std::vector<Unit>& units, std::uint32_t from, std::uint32_t to, std::uint32_t first,
                                  const Right* right) const {
  std::string out;
  for (std::uint32_t i = from; i < to; ++i) {
    const bool replaced = right && i >= first && i < first + right->size;
    if (!replaced && units[i].sound == 0 && !is_han(units[i].code)) out += limits_.number;
    else append_utf8(out, replaced ? right->units[i - first] : units[i].code);
  }
  return out;
}

template <class Named>
void HomophoneCheck::look(const std::vector<Unit>& units, std::uint32_t first, Named&& named, Found& best) const {
  const auto n = static_cast<std::uint32_t>(units.size());
  const std::size_t pair = units[first].sound * sounds_count_ + units[first + 1].sound;
  const std::span<const Right> sounding = std::span(rights_).subspan(of_pair_[pair], of_pair_[pair + 1] - of_pair_[pair]);
  // One of the first two characters as it is; of two characters none is meant where both are: they are a word.
  bool near = false, is_word = false;
  for (const Right& right : sounding) {
    const bool one = right.units[0] == units[first].code, other = right.units[1] == units[first + 1].code;
    near = near || one || other;
    is_word = is_word || (one && other && right.size == 2);
  }
  if (!near) return;
  struct Printed {  // the words around what is printed, for rights of one size
    bool looked_at = false, is_word = false, named = false;
    std::uint32_t from = 0, to = 0, cost = 0;
    std::string words;
    std::optional<double> score;
  };
  std::array<Printed, kLongestRight + 1> of_size;
  for (const Right& right : sounding) {
    if (first + right.size > n || (is_word && right.size == 2)) continue;
    std::uint32_t other = 0;
    bool sounds_so = true;
    for (std::uint32_t i = 0; i < right.size; ++i) {
      if (units[first + i].code == right.units[i]) continue;
      ++other;
      if (i >= 2 && units[first + i].sound != sounds_.sound(right.units[i])) sounds_so = false;
    }
    if (other != 1 || !sounds_so) continue;
    Printed& printed = of_size[right.size];
    if (!printed.looked_at) {
      printed.looked_at = true;
      const std::uint32_t end = first + right.size;
      const auto known = [&](std::uint32_t from, std::uint32_t to) {
        return common_->cost(words(units, from, to, 0, nullptr)) < Words::kUnknown;
      };
      // Where both ends belong to the words beside them, the characters only meet: 实体|经济.
      printed.is_word = known(first, end) || (first > 0 && end < n && known(first - 1, first + 1) && known(end - 1, end + 1));
      for (std::uint32_t i = first > 0 ? first - 1 : 0; i < std::min(end, n - 1); ++i)
        printed.is_word = printed.is_word || terms_.contains(pair_of(units[i].code, units[i + 1].code));
      if (printed.is_word) continue;
      printed.from = first > limits_.context ? first - limits_.context : 0;
      printed.to = std::min(n, first + right.size + limits_.context);
      printed.words = words(units, printed.from, printed.to, 0, nullptr);
      printed.cost = cost_of(*common_, printed.words);
      printed.named = named(first, right.size);
    }
    if (printed.is_word || printed.named) continue;
    const bool counts = right.is_unit && first > 0 && is_digit(units[first - 1].code);
    const std::string meant = words(units, printed.from, printed.to, first, &right);
    if (!counts && printed.cost < cost_of(*common_, meant) + limits_.cut_gain) continue;
    if (!printed.score) printed.score = model_->score(printed.words);
    const double gain = model_->score(meant) - *printed.score;
    if (gain > std::max(best.gain, counts ? limits_.unit_gain : right.cost < limits_.known_cost ? limits_.model_gain : limits_.known_gain))
      best = {first, right.size, &right, counts ? limits_.model_gain : gain};
  }
}

// What an issue prints more than once, and more often than the other word, it means; what it prints elsewhere as it should be is the surer.
bool HomophoneCheck::is_meant(std::string_view kept, const std::string& printed, const std::string& right, double gain) const {
  const auto times = [&](const std::string& word) {
    std::size_t n = 0;
    for (std::size_t at = kept.find(word); at != kept.npos && n < 9; at = kept.find(word, at + word.size())) ++n;
    return n;
  };
  const std::size_t so = times(printed), other = times(right);
  return (so < 2 || so < other) && (other > 0 || gain >= limits_.model_gain);
}

void HomophoneCheck::row(const ArticleSubject& subject, std::size_t part, const std::vector<Unit>& units, Report& report) const {
  Found best;
  const Folded& folded = subject.printed.folded(part);
  const auto kept = [&](std::uint32_t first, std::uint32_t size) {
    return subject.printed.kept(folded.original(units[first].begin, units[first + size - 1].end));
  };
  const auto named = [&](std::uint32_t first, std::uint32_t size) { return subject.named(kept(first, size)) != nullptr; };
  for (std::uint32_t i = 0; i + 1 < units.size(); ++i) {
    if (units[i].sound != 0 && units[i + 1].sound != 0 &&
        (one_as_it_is_[bit_of(units[i].code, units[i + 1].sound)] || one_as_it_is_[bit_of(units[i].sound, units[i + 1].code)]))
      look(units, i, named, best);
    // The likeliest of those that share characters.
    if (!best.right || (i + 1 < best.first + best.size && i + 2 < units.size())) continue;
    const Found found = std::exchange(best, {});
    const std::string printed = words(units, found.first, found.first + found.size, 0, nullptr);
    const std::string right = words(units, found.first, found.first + found.size, found.first, found.right);
    if (!is_meant(subject.kept, printed, right, found.gain)) continue;
    report.flag({.rule = rule_,
                 .at = {.article = subject.article.n, .span = kept(found.first, found.size)},
                 .values = {{"wrong", printed}, {"right", right}},
                 .suggestion = right});
  }
}

void HomophoneCheck::check(const ArticleSubject& subject, Report& report) const {
  const auto& parts = subject.printed.parts();
  std::vector<Unit> units;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].part != ArticlePart::title && parts[i].part != ArticlePart::body) continue;
    const std::string_view text = subject.printed.folded(i).text;
    std::uint32_t before = 0;  // the character before the row
    const auto close = [&](std::uint32_t after) {
      const bool quoted = (opens(before) || before == '"') && (closes(after) || after == '"') && before != '(';
      if (units.size() > (quoted ? kNameUnits : 2)) row(subject, i, units, report);
      units.clear();
    };
    for (std::uint32_t at = 0, size = 0, next = 0; at < text.size(); at += size) {
      const std::uint32_t code = Characters::unit_at(text, at, size);
      if (is_han(code)) {
        units.push_back({code, at, at + size, sounds_.sound(code)});
      } else if (is_digit(code)) {
        while (at + size < text.size() && in_number(static_cast<unsigned char>(text[at + size]))) ++size;
        units.push_back({code, at, at + size, 0});
      } else if (code != ' ' || (!units.empty() && is_han(units.back().code) && at + 1 < text.size() &&
                                 is_han(Characters::unit_at(text, at + 1, next)))) {  // a blank parts the clauses of a headline
        close(code);
        before = code;
      }
      if (units.size() >= kPiece) {
        close(0);
        before = 0;
      }
    }
    close(0);
  }
}

}  // namespace fengbiao
