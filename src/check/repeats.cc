#include "check/repeats.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, 7> kUses{"single", "area", "alone", "noun", "holds", "reduplicated", "numeral"};
constexpr std::array<std::string_view, 2> kTellingUses{"recent", "told"};
constexpr std::size_t kLongest = 12;      // characters of a doubled word
constexpr std::uint32_t kStretch = 60;    // bytes on either side that words are cut in
constexpr std::uint32_t kFarthest = 200;  // bytes between two words of telling in one sentence
constexpr double kMixed = 0.8;            // confidence of two different words

bool is_han(std::uint32_t unit) { return unit >= 0x4E00 && unit <= 0x9FFF; }
bool ends_sentence(std::uint32_t c) { return is_stop(c) || c == ';' || c == kWideSemicolon; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Span stretch_around(std::string_view text, Span span) {
  Span out = span;
  const std::uint32_t low = span.begin > kStretch ? span.begin - kStretch : 0;
  const auto high = std::min<std::uint32_t>(static_cast<std::uint32_t>(text.size()), span.end + kStretch);
  while (out.begin > low) {
    std::uint32_t size = 0;
    if (!is_han(Characters::unit_before(text, out.begin, size)) || out.begin - low < size) break;
    out.begin -= size;
  }
  while (out.end < high) {
    std::uint32_t size = 0;
    if (!is_han(Characters::unit_at(text, out.end, size)) || out.end + size > high) break;
    out.end += size;
  }
  return out;
}

WordCut cut_around(const Words& common, std::string_view text, Span span) {
  return cut_around(common, text, span, [](std::uint32_t, auto&&) {});
}

Result<RepeatCheck> RepeatCheck::load(const DataSet& data, RuleBook& book, std::shared_ptr<const Words> common) {
  RepeatCheck out;
  FB_TRY(UseWords words, UseWords::load(data, "check/repeats.yaml", kUses));
  out.words_ = std::make_shared<const UseWords>(std::move(words));
  FB_TRY(UseWords telling, UseWords::load(data, "check/telling.yaml", kTellingUses));
  out.telling_ = std::make_shared<const UseWords>(std::move(telling));
  out.common_ = std::move(common);
  FB_TRY(out.doubled_, book.rule("doubled-word"));
  FB_TRY(out.twice_, book.rule("time-word-twice"));
  return out;
}

void RepeatCheck::check(const ArticleSubject& subject, Report& report) const {
  const auto& parts = subject.printed.parts();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].part != ArticlePart::title && parts[i].part != ArticlePart::body) continue;
    doubled(subject, i, report);
    told_twice(subject, i, report);
  }
}

bool RepeatCheck::falls_apart(std::string_view text, Span first, Span second, bool area) const {
  const WordCut cut = cut_around(*common_, text, {first.begin, second.end});
  // A noun may begin a longer one where it stands again: 中国中国际.
  const bool noun = words_->head(slice(text, second), RepeatUse::noun) == second.size();
  return (area || cut.begins_at(first.begin)) && cut.begins_at(second.begin) && (noun || cut.begins_at(second.end));
}

// Whether a character is the last one of the word before it once more, and nothing else: 活动|动|方案.
bool RepeatCheck::left_over(std::string_view text, Span first, Span second) const {
  const std::string_view again = slice(text, second);
  if (words_->head(again, RepeatUse::alone) > 0 || words_->head(again, RepeatUse::single) > 0 ||
      common_->longest(text, second.begin) > second.size())
    return false;
  const WordCut cut = cut_around(*common_, text, {first.begin, second.end});
  if (cut.begins_at(first.begin) || !cut.begins_at(second.begin) || !cut.begins_at(second.end)) return false;
  // One by one, 一张张, and both halves doubled, 认认真真.
  std::uint32_t word = first.begin, size = 0;
  while (word > cut.stretch.begin && !cut.begins_at(word)) --word;
  if (words_->head(slice(text, {word, first.end}), RepeatUse::numeral) > 0) return false;
  const std::uint32_t before = Characters::unit_before(text, first.begin, size);
  if (word > cut.stretch.begin && Characters::unit_before(text, first.begin - size, size) == before) return false;
  // What stands behind must be no lone character, nor one that is doubled.
  if (second.end >= cut.stretch.end || words_->head(text.substr(second.end), RepeatUse::numeral) > 0) return true;
  const std::uint32_t behind = Characters::unit_at(text, second.end, size);
  if (second.end + size < cut.stretch.end && Characters::unit_at(text, second.end + size, size) == behind) return false;
  return second.end + size < cut.stretch.end && !cut.begins_at(second.end + size);
}

// Whether a firm, brand or person is called so: 美的的产品, 哔哩哔哩.
bool RepeatCheck::in_name(const ArticleSubject& subject, Span printed) {
  const Name* const name = subject.named(printed);
  return name && name->kind != NameKind::place && name->kind != NameKind::body;
}

void RepeatCheck::doubled(const ArticleSubject& subject, std::size_t part, Report& report) const {
  const Folded& folded = subject.printed.folded(part);
  const std::string_view text = folded.text;
  const Characters& characters = subject.printed.folded_characters(part);
  // The last characters, blanks left out, and for each length how many in a row are those that stood so many before.
  constexpr std::size_t kRing = 2 * kLongest;
  std::array<Unit, kRing> ring{};
  std::array<std::uint32_t, kLongest + 1> same{};
  bool some = false;  // of `same` are not 0
  // When a character stood last, by its last bits: most stood nowhere near.
  std::array<std::size_t, 256> last{};
  std::size_t count = kRing;
  for (std::uint32_t at = 0, size = 0; at < text.size(); at += size) {
    const std::uint32_t code = characters.unit(at);
    size = characters.size(at);
    if (code == ' ' && !(at > 0 && text[at - 1] == ' ')) continue;
    if (!is_han(code)) {
      count += kRing;
      ring.fill({});
      same.fill(0);
      continue;
    }
    const bool near = count - std::exchange(last[code % last.size()], count) <= kLongest;
    const auto back = [&](std::size_t n) -> const Unit& { return ring[(count + kRing - n) % kRing]; };
    std::size_t found = 0;
    if (!near && some) same.fill(0);
    for (std::size_t length = 1; near && length <= kLongest; ++length) {
      same[length] = back(length).code == code ? same[length] + 1 : 0;
      if (same[length] >= length && found == 0) found = length;
    }
    some = near;
    ring[count % kRing] = {code, at, size};
    ++count;
    if (found == 0) continue;
    const Span second{back(found).at, at + size};
    const Span first{back(2 * found).at, back(found + 1).at + back(found + 1).size};
    const std::string_view word = slice(text, second);
    const bool area = found == 1 && words_->head(word, RepeatUse::area) == word.size();
    bool counts = found == 1 ? area || words_->head(word, RepeatUse::single) == word.size()
                             : words_->head(word, RepeatUse::reduplicated) != word.size() && words_->head(word, RepeatUse::numeral) == 0;
    if (found > 1) counts = counts && same[1] + 1 < found;  // 哈哈哈哈
    if (found == 1 && words_->tail(text.substr(0, first.end), RepeatUse::holds) > word.size()) continue;
    if (!(counts && falls_apart(text, first, second, area)) && !(found == 1 && left_over(text, first, second))) continue;
    const Span printed = subject.printed.kept(folded.original(first.begin, second.end));
    if (!area && in_name(subject, printed)) continue;
    same.fill(0);
    report.flag({.rule = doubled_,
                 .at = {.article = subject.article.n, .span = printed},
                 .values = {{"word", std::string(word)}},
                 .suggestion = std::string(word)});
  }
}

void RepeatCheck::told_twice(const ArticleSubject& subject, std::size_t part, Report& report) const {
  const Folded& folded = subject.printed.folded(part);
  const std::string_view text = folded.text;
  std::vector<WordHit> hits;
  telling_->scan(subject.printed.folded_characters(part), {}, hits);
  if (hits.size() < 2) return;
  const WordHit* last[2] = {nullptr, nullptr};
  for (const WordHit& hit : hits) {
    const bool recent = hit.is(TellingUse::recent);
    if (!recent && !hit.is(TellingUse::told)) continue;
    std::uint32_t before = hit.span.begin;
    while (before > 0 && text[before - 1] == ' ') --before;
    if (before > 0 && is_digit(text[before - 1])) continue;  // 6月1日前
    if (before >= 3 && words_->tail(text.substr(0, before), RepeatUse::numeral) > 0) continue;
    const WordHit*& previous = last[recent ? 0 : 1];
    const WordHit* const first = previous;
    previous = &hit;
    if (!first || hit.span.begin - first->span.end > kFarthest) continue;
    bool apart = false;
    int titles = 0;
    for (std::uint32_t at = first->span.end, size = 0; at < hit.span.begin; at += size) {
      const std::uint32_t code = Characters::unit_at(text, at, size);
      apart = apart || ends_sentence(code);
      titles += code == kLeftTitle ? 1 : code == kRightTitle ? -1 : 0;
    }
    if (apart || titles != 0) continue;
    const bool same = first->word == hit.word;
    report.flag({.rule = twice_,
                 .at = {.article = subject.article.n,
                        .span = subject.printed.kept(folded.original(hit.span.begin, hit.span.end)),
                        .quote = subject.printed.kept(folded.original(first->span.begin, hit.span.end))},
                 .values = {{"word", std::string(slice(text, hit.span))}},
                 .confidence = same ? -1 : kMixed});
  }
}

}  // namespace fengbiao
