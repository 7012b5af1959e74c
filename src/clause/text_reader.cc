#include "clause/text_reader.h"

#include <algorithm>

#include "clause/assemble.h"
#include "clause/words.h"
#include "text/chars.h"

namespace fengbiao {
struct TextReader::Parts {
  QuantityReader quantities;
  std::optional<NameReader> names;
  ClauseWords words;
};

TextReader::TextReader(TextReader&&) noexcept = default;
TextReader& TextReader::operator=(TextReader&&) noexcept = default;
TextReader::~TextReader() = default;
TextReader::TextReader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Result<TextReader> TextReader::load(const DataSet& data, bool with_names) {
  FB_TRY(QuantityReader quantities, QuantityReader::load(data));
  FB_TRY(ClauseWords words, ClauseWords::load(data));
  std::optional<NameReader> names;
  if (with_names) { FB_TRY(names, NameReader::load(data)); }
  return TextReader(std::make_unique<Parts>(Parts{std::move(quantities), std::move(names), std::move(words)}));
}

void TextReader::read(std::string_view folded, const TextContext& context, ReadText& out, Trace* trace,
                      std::vector<NameReader::Loser>* name_losers) const {
  out.clear();
  out.characters.assign(folded);
  const Writing writing = context.article_date ? Writing{context.article_date, "article"}
                          : context.issue_date ? Writing{context.issue_date, "issue"}
                                               : Writing{};
  parts_->quantities.read(out.characters, out.reading, trace);
  out.quantities.swap(out.reading.quantities);
  if (context.durations) take_durations(folded, out);
  for (Time& time : out.reading.times) out.times.push_back({std::move(time), {}, TimeUse::flow, kNoClause});
  out.reading.times.clear();
  out.common = parts_->names ? &parts_->names->common() : nullptr;
  if (parts_->names) parts_->names->read(out.characters, out.names, name_losers);

  assemble(
      out.characters, parts_->words, writing, context.paragraphs,
      [&](const Time& time, const TimeAnchor& anchor) { return parts_->quantities.resolve(time, anchor); },
      parts_->names ? NameLore{[&](std::string_view code) { return parts_->names->place(code); },
                               [&](std::string_view text, std::size_t at) { return parts_->names->word_at(text, at); }}
                    : NameLore{},
      out);
  if (parts_->names) name_currencies(out);
}

// 50比索 where 墨西哥 is spoken of: money that several countries call so is that of the country, as if 墨西哥比索 stood there.
void TextReader::name_currencies(ReadText& out) const {
  for (std::uint32_t q = 0; q < out.quantities.size(); ++q) {
    Quantity& quantity = out.quantities[q];
    if (quantity.kind != UnitKind::money || quantity.unit.empty() || static_cast<unsigned char>(quantity.unit[0]) < 0x80) continue;
    const CarriedIndex& place = out.holdings[q].place;
    if (!place.has()) continue;
    const PlaceInText& there = out.places[place.index];
    const std::string& code = there.country.empty() ? there.code : there.country;
    const std::optional<std::string> country = code.size() == 2 ? parts_->names->place(code) : std::nullopt;
    const Word* money = country ? parts_->quantities.lexicon().find(*country + quantity.unit) : nullptr;
    if (money && !money->attribute("unit").empty()) quantity.unit = money->attribute("unit");
  }
}

// 由3.5天缩短至1.2天, 连续8个月: spans of time that are measured.
void TextReader::take_durations(std::string_view folded, ReadText& out) const {
  constexpr std::size_t kBefore = 24, kBehind = 30;  // bytes
  const ClauseWords& words = parts_->words;
  std::vector<Time>& times = out.reading.times;
  std::vector<Quantity> found;
  Approx bound = Approx::exact;
  const auto measured = [&](const Time& time) {
    bound = Approx::exact;
    if (time.kind != TimeKind::duration || time.duration.find('/') != time.duration.npos) return false;
    std::uint32_t begin = time.span.begin, end = time.span.end;
    while (begin > 0 && folded[begin - 1] == ' ') --begin;
    while (end < folded.size() && folded[end] == ' ') ++end;
    const std::string_view before = folded.substr(begin - std::min<std::size_t>(begin, kBefore), std::min<std::size_t>(begin, kBefore));
    const std::string_view behind = folded.substr(end, kBehind);
    if (words.head(behind, WordUse::at_most) > 0 && words.ends_in(before, WordUse::lasts) && words.ends_in(before, WordUse::to_level)) {
      bound = Approx::below;  // 压缩到40分钟以内
      return true;
    }
    if (words.head(behind, WordUse::no_measure) > 0) return false;
    std::string_view bare = before;  // 快了近4天
    bare.remove_suffix(words.tail(before, WordUse::hedged));
    return words.ends_in(before, WordUse::lasts) || words.ends_in(bare, WordUse::lasts) || words.head(behind, WordUse::lasts) > 0;
  };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const Time& time = times[i];
    const auto& numbers = out.reading.numbers;
    const auto number = std::lower_bound(numbers.begin(), numbers.end(), time.span.begin,
                                         [](const Number& n, std::uint32_t at) { return n.span.begin < at; });
    const bool one = number != numbers.end() && number->span.end < time.span.end &&
                     (number + 1 == numbers.end() || (number + 1)->span.begin >= time.span.end);
    if (!one || !measured(time)) {
      if (kept != i) times[kept] = std::move(times[i]);
      ++kept;
      continue;
    }
    Quantity& q = found.emplace_back();
    q.span = time.span;
    q.number = *number;
    q.value = number->value;
    q.value_max = number->value_max;
    q.step = number->step;
    const Span unit = trim(folded, {number->span.end, time.span.end});
    q.printed_unit = slice(folded, unit);
    q.unit = time.duration.starts_with("PT") && time.duration.ends_with('H') ? "hours" : q.printed_unit;
    q.kind = UnitKind::counter;
    q.rule = "span of time that is measured";
    if (bound != Approx::exact) {
      q.approx = bound;
      const auto length = static_cast<std::uint32_t>(words.head(folded.substr(q.span.end), WordUse::at_most));
      q.hedge = {q.span.end, q.span.end + length};
    }
    if (const std::size_t about = words.head(folded.substr(q.span.end), WordUse::roughly)) {
      q.approx = Approx::about;
      q.hedge = {q.span.end, q.span.end + static_cast<std::uint32_t>(about)};
    }
  }
  if (found.empty()) return;
  times.resize(kept);
  const auto middle =
      out.quantities.insert(out.quantities.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  std::inplace_merge(out.quantities.begin(), middle, out.quantities.end(),
                     [](const Quantity& a, const Quantity& b) { return a.span.begin < b.span.begin; });
}

const QuantityReader& TextReader::quantities() const { return parts_->quantities; }
const NameReader* TextReader::names() const { return parts_->names ? &*parts_->names : nullptr; }

}  // namespace fengbiao
