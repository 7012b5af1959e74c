#include "quantity/number_reader.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "quantity/numeral_scan.h"
#include "rules/pack.h"
#include "text/fold.h"

namespace fengbiao {

Result<NumberReader> NumberReader::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find("units/numbers.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"digits", "two", "tens", "multipliers", "scales", "inner_scales", "shy", "point", "no_point_before",
                           "measured_in_thousands", "minus", "parts", "and", "pairs", "words", "levels"}));
  NumberReader reader;
  reader.index_.resize(0x10000);
  reader.meanings_.emplace_back();

  const auto code_of = [](const std::string& word, const PackNode& node) -> Result<char32_t> {
    const std::string key = folded(word);
    const Decoded d = key.empty() ? Decoded{} : decode(key, 0);
    if (!d.valid || d.size != key.size() || d.code >= 0x10000) return node.complain(fmt::format("expected one character, not '{}'", word));
    return d.code;
  };
  const auto meaning_of = [&](char32_t code) -> Meaning& {
    if (reader.index_[code] == 0) {
      reader.index_[code] = static_cast<std::uint8_t>(reader.meanings_.size());
      reader.meanings_.emplace_back();
    }
    return reader.meanings_[reader.index_[code]];
  };
  const auto values = [&](std::string_view key, Kind kind) -> Result<void> {
    FB_TRY(const auto entries, pack[key].entries());
    for (const auto& [word, node] : entries) {
      FB_TRY(const char32_t code, code_of(word, node));
      Meaning& m = meaning_of(code);
      m.kind = kind;
      FB_TRY(m.value, node.number_or(0));
    }
    return {};
  };
  const auto marks = [&](std::string_view key, auto set) -> Result<void> {
    FB_TRY(const auto words, pack[key].texts());
    for (const std::string& word : words) {
      FB_TRY(const char32_t code, code_of(word, pack[key]));
      set(meaning_of(code));
    }
    return {};
  };
  FB_CHECK(values("digits", digit));
  FB_CHECK(values("two", two));
  FB_CHECK(values("tens", ten));
  FB_CHECK(values("multipliers", multiplier));
  FB_CHECK(values("scales", scale));
  FB_CHECK(values("inner_scales", inner_scale));
  FB_CHECK(marks("shy", [](Meaning& m) { m.shy = true; }));
  FB_CHECK(marks("no_point_before", [](Meaning& m) { m.closes_hour = true; }));
  FB_CHECK(marks("measured_in_thousands", [](Meaning& m) { m.measures = true; }));
  FB_CHECK(marks("point", [](Meaning& m) { m.kind = point; }));
  FB_CHECK(marks("minus", [](Meaning& m) { m.kind = minus; }));
  FB_CHECK(marks("and", [](Meaning& m) { m.kind = conjunction; }));
  FB_TRY(reader.parts_, pack["parts"].texts());
  FB_TRY(const auto pairs, pack["pairs"].texts());
  for (const std::string& pair : pairs) {
    const Decoded first = decode(pair, 0);
    if (first.size >= pair.size()) return pack["pairs"].complain(fmt::format("expected two digits, not '{}'", pair));
    reader.pairs_.emplace_back(static_cast<int>(reader.meaning(first.code).value),
                               static_cast<int>(reader.meaning(decode(pair, first.size).code).value));
  }
  return reader;
}

NumberReader::Hit NumberReader::read(std::string_view folded, std::size_t from) const { return NumeralScan(*this, folded, from).numeral(); }

}  // namespace fengbiao
