#include "comply/folding.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "entity/table.h"
#include "text/chars.h"
#include "text/fold.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kPlane = 0x10000;

// What NFKC makes of it, where that is one character of the first plane.
std::uint32_t compatible(const icu::Normalizer2& nfkc, std::uint32_t code) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString s = nfkc.normalize(icu::UnicodeString(static_cast<UChar32>(code)), status);
  return U_SUCCESS(status) && s.countChar32() == 1 && s.char32At(0) < 0x10000 ? static_cast<std::uint32_t>(s.char32At(0)) : code;
}

const icu::Normalizer2* nfkc_instance() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFKCInstance(status);
}

// Marks that ride on the character before them or choose its glyph.
bool rides(std::uint32_t code) {
  return (code >= 0x0300 && code <= 0x036F) || (code >= 0x20D0 && code <= 0x20FF) || (code >= 0xFE00 && code <= 0xFE0F) ||
         (code >= 0xE0000 && code <= 0xE01EF);
}
bool zero_width(std::uint32_t code) {
  return code == 0xAD || code == 0x061C || (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || code == 0x180E;
}
// Pictures and ornaments: whole blocks of Unicode.
bool pictured(std::uint32_t code) {
  return (code >= 0x2190 && code <= 0x23FF) || (code >= 0x2500 && code <= 0x27BF) || (code >= 0x2900 && code <= 0x2BFF) ||
         (code >= 0x1F000 && code <= 0x1FAFF) || code == 0x3030 || code == 0x303D;
}

bool is_mark(std::uint32_t c) {
  return is_stop(c) || opens(c) || closes(c) || c == ';' || c == '[' || c == ']' || c == kWideSemicolon || c == kFullStop;
}

// Two cells: code points in hexadecimal, one or a range, and what it is.
Result<void> add_signs(const DataSet& data, std::vector<std::uint32_t>& cells) {
  FB_TRY(const DataSet::File* file, data.find("comply/signs.tsv"));
  return each_row<2>(file->bytes, file->place, [&](const auto& row, std::size_t line) -> Result<void> {
    std::uint32_t from = 0, to = 0;
    const char *const begin = row[0].data(), *const end = begin + row[0].size();
    auto read = std::from_chars(begin, end, from, 16);
    to = from;
    if (read.ec == std::errc() && read.ptr != end && *read.ptr == '-') read = std::from_chars(read.ptr + 1, end, to, 16);
    if (read.ec != std::errc() || read.ptr != end || to < from || to >= kPlane)
      return fail(Cause::malformed, {file->place, line}, "expected a code point such as 002A, or a range such as 2500-257F");
    for (std::uint32_t c = from; c <= to; ++c) cells[c] = (cells[c] & ~ComplyFolding::kMark) | ComplyFolding::kHides;
    return {};
  });
}

}  // namespace

Result<ComplyFolding> ComplyFolding::load(const DataSet& data) {
  ComplyFolding out;
  out.cells_.resize(kPlane);
  out.syllables_.resize(kPlane);
  std::vector<std::uint16_t> simplified(kPlane);
  FB_TRY(const DataSet::File* traditional, data.find("text/traditional.tsv"));
  FB_CHECK(each_row<2>(traditional->bytes, traditional->place, [&](const auto& row, std::size_t) -> Result<void> {
    if (row[0].empty() || row[1].empty()) return {};
    const char32_t from = decode(row[0], 0).code, to = decode(row[1], 0).code;
    if (from < kPlane && to < kPlane) simplified[from] = static_cast<std::uint16_t>(to);
    return {};
  }));
  const icu::Normalizer2* const nfkc = nfkc_instance();
  for (std::uint32_t c = 0; c < kPlane; ++c) {
    std::uint32_t& cell = out.cells_[c];
    if (c == 0 || zero_width(c) || rides(c)) {
      cell = kNothing;
      continue;
    }
    std::uint32_t to = fold(static_cast<char32_t>(c));
    if (to == 0 || is_blank(to)) {
      cell = ' ' | kHides | kBlank;
      continue;
    }
    if (nfkc && to >= 0x2100 && to < 0x2500) to = compatible(*nfkc, to);  // letters and digits in circles, roman numbers
    to = static_cast<std::uint32_t>(u_foldCase(static_cast<UChar32>(to), U_FOLD_CASE_DEFAULT));
    if (to < kPlane && simplified[to] != 0) to = simplified[to];
    cell = to < kPlane ? to : kOther;
    if (pictured(c) && to == c) cell |= kHides;
    if (is_mark(c) || is_mark(to)) cell |= kMark;
  }
  FB_CHECK(add_signs(data, out.cells_));

  FB_TRY(const DataSet::File* sounds, data.find("text/sounds.tsv"));
  std::uint16_t syllable = 0;
  FB_CHECK(each_row<2>(sounds->bytes, sounds->place, [&](const auto& row, std::size_t line) -> Result<void> {
    if (++syllable >= kSyllables) return fail(Cause::malformed, {sounds->place, line}, "more syllables than there are");
    out.pinyin_.resize(syllable + 1U);
    out.pinyin_[syllable] = out.word(row[0]).units;
    for (std::size_t at = 0; at < row[1].size();) {
      const Decoded d = decode(row[1], at);
      if (d.code < kPlane && out.syllables_[d.code] == 0) out.syllables_[d.code] = syllable;
      at += d.size;
    }
    return {};
  }));
  for (const auto& [name, ways, least] :
       {std::tuple("comply/split.tsv", &out.parts_, std::size_t{2}), {"comply/stand_ins.tsv", &out.stand_ins_, std::size_t{1}}}) {
    FB_TRY(const DataSet::File* file, data.find(name));
    FB_CHECK(each_row<2>(file->bytes, file->place, [&](const auto& row, std::size_t line) -> Result<void> {
      const Word whole = out.word(row[0]);
      if (whole.units.size() != 1) return fail(Cause::malformed, {file->place, line}, "expected one character in the first cell");
      bool broken = false;
      each_part(row[1], ',', [&](std::string_view part) {
        const Word written = out.word(part);
        broken = broken || written.units.size() < least;
        (*ways)[whole.units[0]].push_back(written.units);
      });
      if (broken)
        return fail(Cause::malformed, {file->place, line},
                    least > 1 ? "expected two characters or more for each way to write it"
                              : "expected a character or more for each way to write it");
      return {};
    }));
  }
  return out;
}

std::uint32_t ComplyFolding::rare(std::uint32_t code) const {
  if (rides(code) || zero_width(code)) return kNothing;
  if (pictured(code)) return kOther | kHides;
  static const icu::Normalizer2* const nfkc = nfkc_instance();
  if (nfkc && code < 0x110000 && ((code >= 0x1D400 && code <= 0x1D7FF) || (code >= 0x2F800 && code <= 0x2FA1F)))
    if (const std::uint32_t to = compatible(*nfkc, code); to < kPlane) return cells_[to];
  return kOther;
}

ComplyFolding::Word ComplyFolding::word(std::string_view text) const {
  Word out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    at += d.size;
    const std::uint32_t c = cell(d.code);
    if ((c & kNothing) != 0) continue;
    const auto is_digit = [](std::uint32_t u) { return u >= '0' && u <= '9'; };
    if ((c & kHides) != 0) {
      // Between two digits a sign is a part of the number, in texts too.
      if ((c & kBlank) != 0 || gap || out.units.empty() || !is_digit(out.units.back()) || at >= text.size() ||
          !is_digit(static_cast<unsigned char>(text[at]))) {
        gap = true;
        continue;
      }
    }
    if (gap && !out.units.empty() && out.units.size() < 64) out.gaps |= std::uint64_t{1} << out.units.size();
    gap = false;
    out.units += static_cast<char16_t>(c & kUnit);
  }
  return out;
}

std::vector<std::u16string> ComplyFolding::split(const std::u16string& word) const {
  std::vector<std::u16string> out;
  std::u16string all;
  std::size_t n = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto found = parts_.find(word[i]);
    if (found == parts_.end()) {
      all += word[i];
      continue;
    }
    ++n;
    all += found->second.front();
    for (const std::u16string& parts : found->second) out.push_back(word.substr(0, i) + parts + word.substr(i + 1));
  }
  if (n > 1) out.push_back(std::move(all));
  return out;
}

std::vector<std::u16string> ComplyFolding::spelled(const std::u16string& word) const {
  std::vector<std::u16string> out;
  std::u16string all;
  bool whole = word.size() >= 3;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto with = [&](const std::u16string& written) { out.push_back(word.substr(0, i) + written + word.substr(i + 1)); };
    if (const std::uint16_t s = syllable(word[i]); s != 0) {
      with(pinyin_[s]);
      all += pinyin_[s];
    } else {
      whole = false;
    }
    if (const auto found = stand_ins_.find(word[i]); found != stand_ins_.end())
      for (const std::u16string& written : found->second) {
        with(written);
        if (word.find(word[i]) != i || word.find(word[i], i + 1) == word.npos) continue;
        std::u16string everywhere;  // 1oo
        for (const char16_t c : word) everywhere += c == word[i] ? written : std::u16string(1, c);
        out.push_back(std::move(everywhere));
      }
  }
  if (whole) out.push_back(std::move(all));
  return out;
}

std::string as_utf8(std::u16string_view units) {
  std::string out;
  for (const char16_t u : units) append_utf8(out, u);
  return out;
}

}  // namespace fengbiao
