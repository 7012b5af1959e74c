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
constexpr std::uint32_t kPiece = 400;      // units of a row that are looked at together
constexpr std::uint32_t kNameUnits = 5;    // a quoted row of so many is a name
constexpr std::uint32_t kLongestWord = 6;  // units

bool is_han(std::uint32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
bool is_digit(std::uint32_t c) { return c >= '0' && c <= '9'; }
std::uint64_t pair_of(std::uint32_t first, std::uint32_t second) { return static_cast<std::uint64_t>(first) << 32 | second; }
bool in_number(std::uint32_t c) { return is_digit(c) || c == '.' || c == ',' || c == '%'; }

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
  if (out.limits_.number.size() != kUnitSize) return pack["number"].complain("expected one Chinese character");
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
  std::vector<std::pair<std::size_t, Right>> of_two, of_more;
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
    (right.size == 2 ? of_two : of_more).emplace_back(sound[0] * sounds_count_ + sound[1], right);
  }));
  short_.build(std::move(of_two), sounds_count_ * sounds_count_);
  long_.build(std::move(of_more), sounds_count_ * sounds_count_);
  return {};
}

void HomophoneCheck::Rights::build(std::vector<std::pair<std::size_t, Right>> by_pair, std::size_t pairs) {
  std::ranges::stable_sort(by_pair, {}, [](const auto& entry) { return entry.first; });
  begins_.assign(pairs + 1, 0);
  some_.assign(pairs, false);
  for (const auto& [pair, right] : by_pair) {
    cheapest_ = rights_.empty() ? right.cost : std::min(cheapest_, right.cost);
    ++begins_[pair + 1];
    some_[pair] = true;
    rights_.push_back(right);
  }
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
}

std::string_view HomophoneCheck::Row::printed(std::uint32_t from, std::uint32_t to) const {
  if (text.empty())
    for (const Unit& unit : units) {
      if (is_han(unit.code)) append_utf8(text, unit.code);
      else text += number;
    }
  return std::string_view(text).substr(from * kUnitSize, (to - from) * kUnitSize);
}

// Units [from, to) as text, with `right` where the unit `first` begins.
std::string HomophoneCheck::Row::meant(std::uint32_t from, std::uint32_t to, std::uint32_t first, const Right& right) const {
  std::string out(printed(from, first));
  for (std::uint32_t i = 0; i < right.size; ++i) append_utf8(out, right.units[i]);
  return out += printed(first + right.size, to);
}

void HomophoneCheck::cut(Row& row) const {
  const std::uint32_t n = row.size();
  row.text.clear();
  row.words.clear();
  constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max() / 2;
  row.before.assign(n + 1, kFar);
  row.after.assign(n + 1, kFar);
  row.before[0] = row.after[n] = 0;
  std::uint32_t size = 0;
  const std::uint32_t number = Characters::unit_at(limits_.number, 0, size);
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto word = [&](std::uint32_t length, std::uint32_t cost) {
      row.words.push_back({i, i + length, cost});
      row.before[i + length] = std::min(row.before[i + length], row.before[i] + cost);
    };
    word(1, Words::kUnknown);
    common_->each_of(
        i, std::min(n, i + kLongestWord), [&](std::size_t at) { return is_han(row.units[at].code) ? row.units[at].code : number; }, word);
  }
  for (auto word = row.words.rbegin(); word != row.words.rend(); ++word)
    row.after[word->from] = std::min(row.after[word->from], row.after[word->to] + word->cost);
}

template <class Named>
void HomophoneCheck::look(const Row& row, std::uint32_t first, std::span<const Right> sounding, Named&& named, Found& best) const {
  const std::vector<Unit>& units = row.units;
  const std::uint32_t n = row.size();
  if (sounding.empty()) return;
  // Of two characters none is meant where both are as printed: they are a word.
  const bool is_word = std::ranges::any_of(sounding, [&](const Right& right) {
    return right.size == 2 && right.units[0] == units[first].code && right.units[1] == units[first + 1].code;
  });
  struct Printed {  // the words around what is printed, for rights of one size
    bool looked_at = false, means_itself = false;
    std::uint32_t from = 0, to = 0;
    std::optional<double> score;
  };
  std::array<Printed, kLongestRight + 1> of_size;
  for (const Right& right : sounding) {
    const std::uint32_t end = first + right.size;
    if (end > n || (is_word && right.size == 2)) continue;
    const bool counts = right.is_unit && first > 0 && is_digit(units[first - 1].code);
    if (!counts && row.cost(first, end) < right.cost + limits_.cut_gain) continue;
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
      const auto known = [&](std::uint32_t from, std::uint32_t to) { return common_->cost(row.printed(from, to)) < Words::kUnknown; };
      // Where both ends belong to the words beside them, the characters only meet: 实体|经济.
      printed.means_itself = known(first, end) || (first > 0 && end < n && known(first - 1, first + 1) && known(end - 1, end + 1));
      for (std::uint32_t i = first > 0 ? first - 1 : 0; i < std::min(end, n - 1); ++i)
        printed.means_itself = printed.means_itself || terms_.contains(pair_of(units[i].code, units[i + 1].code));
      printed.means_itself = printed.means_itself || named(first, right.size);
      printed.from = first > limits_.context ? first - limits_.context : 0;
      printed.to = std::min(n, end + limits_.context);
    }
    if (printed.means_itself) continue;
    if (!printed.score) printed.score = model_->score(row.printed(printed.from, printed.to));
    const double gain = model_->score(row.meant(printed.from, printed.to, first, right)) - *printed.score;
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

void HomophoneCheck::check(const ArticleSubject& subject, std::size_t part, Row& row, Report& report) const {
  const std::vector<Unit>& units = row.units;
  cut(row);
  Found best;
  const Folded& folded = subject.printed.folded(part);
  const auto kept = [&](std::uint32_t first, std::uint32_t size) {
    return subject.printed.kept(folded.original(units[first].begin, units[first + size - 1].end));
  };
  const auto named = [&](std::uint32_t first, std::uint32_t size) { return subject.named(kept(first, size)) != nullptr; };
  // Whether units [first, end) cost enough for one of these to be meant.
  const auto worth = [&](std::uint32_t first, std::uint32_t end, const Rights& rights) {
    return end <= row.size() && row.cost(first, end) >= rights.cheapest() + limits_.cut_gain;
  };
  for (std::uint32_t i = 0; i + 1 < row.size(); ++i) {
    const bool counted = i > 0 && is_digit(units[i - 1].code);
    const bool of_two = counted || worth(i, i + 2, short_), of_more = counted || worth(i, i + 3, long_) || worth(i, i + 4, long_);
    if ((of_two || of_more) && units[i].sound != 0 && units[i + 1].sound != 0) {
      const std::size_t pair = units[i].sound * sounds_count_ + units[i + 1].sound;
      if (of_two) look(row, i, short_.of(pair), named, best);
      if (of_more) look(row, i, long_.of(pair), named, best);
    }
    // The likeliest of those that share characters.
    if (!best.right || (i + 1 < best.first + best.size && i + 2 < row.size())) continue;
    const Found found = std::exchange(best, {});
    const std::string printed(row.printed(found.first, found.first + found.size));
    const std::string right = row.meant(found.first, found.first + found.size, found.first, *found.right);
    if (!is_meant(subject.kept, printed, right, found.gain)) continue;
    report.flag({.rule = rule_,
                 .at = {.article = subject.article.n, .span = kept(found.first, found.size)},
                 .values = {{"wrong", printed}, {"right", right}},
                 .suggestion = right});
  }
}

void HomophoneCheck::check(const ArticleSubject& subject, Report& report) const {
  const auto& parts = subject.printed.parts();
  Row row;
  row.number = limits_.number;
  std::vector<Unit>& units = row.units;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].part != ArticlePart::title && parts[i].part != ArticlePart::body) continue;
    const Characters& characters = subject.printed.folded_characters(i);
    const std::string_view text = characters.text();
    std::uint32_t before = 0;  // the character before the row
    const auto close = [&](std::uint32_t after) {
      const bool quoted = (opens(before) || before == '"') && (closes(after) || after == '"') && before != '(';
      if (units.size() > (quoted ? kNameUnits : 2)) check(subject, i, row, report);
      units.clear();
    };
    for (std::uint32_t at = 0, size = 0; at < text.size(); at += size) {
      const std::uint32_t code = characters.unit(at);
      size = characters.size(at);
      if (is_han(code)) {
        units.push_back({code, at, at + size, sounds_.sound(code)});
      } else if (is_digit(code)) {
        while (at + size < text.size() && in_number(static_cast<unsigned char>(text[at + size]))) ++size;
        units.push_back({code, at, at + size, 0});
      } else if (code != ' ' || (!units.empty() && is_han(units.back().code) && at + 1 < text.size() &&
                                 is_han(characters.unit(at + 1)))) {  // a blank parts the clauses of a headline
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
