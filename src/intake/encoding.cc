#include "intake/encoding.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace fengbiao {

namespace {

constexpr std::string_view kSaveAsUtf8 = "save it again as UTF-8";

unsigned char byte(std::string_view s, std::size_t i) { return static_cast<unsigned char>(s[i]); }

std::size_t line_of(std::string_view bytes, std::size_t at) {
  return 1 + static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

char16_t unit_at(std::string_view bytes, std::size_t i, bool big) {
  return static_cast<char16_t>(big ? byte(bytes, i) << 8 | byte(bytes, i + 1) : byte(bytes, i + 1) << 8 | byte(bytes, i));
}

Result<DecodedText> decode_utf16(std::string_view bytes, std::string_view file, bool big) {
  if (bytes.size() % 2 != 0)
    return fail(Cause::malformed, {std::string(file)}, "UTF-16 text that is cut off in the middle of a character",
                "get the whole file again");
  DecodedText out{{}, big ? "UTF-16BE" : "UTF-16LE"};
  out.text.reserve(bytes.size() * 3 / 2);
  std::size_t line = 1;
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    char32_t code = unit_at(bytes, i, big);
    if (code == '\n') ++line;
    if (code >= 0xD800 && code < 0xE000) {
      const char32_t low = code < 0xDC00 && i + 4 <= bytes.size() ? unit_at(bytes, i + 2, big) : 0;
      if (low < 0xDC00 || low >= 0xE000)
        return fail(Cause::not_text, {std::string(file), line}, "half a surrogate pair in UTF-16 text", std::string(kSaveAsUtf8));
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
      i += 2;
    }
    append_utf8(out.text, code);
  }
  return out;
}

// The share of units, in hundredths, that are what Chinese text in UTF-16 is made of. Two letters side by side look like an
// ideograph too; where most units do, it is ASCII with a NUL in it.
std::size_t utf16_evidence(std::string_view bytes, bool big) {
  const std::size_t units = std::min<std::size_t>(bytes.size() / 2, 1 << 16);
  if (units < 8) return 0;
  std::size_t good = 0, letters = 0;
  std::array<std::size_t, 256> rows{};  // of ideographs; Japanese and Korean encodings crowd into a few
  const auto is_letter = [](unsigned c) { return c >= 0x20 && c < 0x7F; };
  for (std::size_t i = 0; i < units; ++i) {
    const char16_t u = unit_at(bytes, 2 * i, big);
    if (u >= 0x4E00 && u < 0xA000) ++rows[u >> 8];
    letters += is_letter(u >> 8) && is_letter(u & 0xFF);
    good += (u >= 0x20 && u < 0x7F) || u == '\n' || u == '\r' || u == '\t' || u == 0xA0 || u == 0xB7 || (u >= 0x2010 && u < 0x2040) ||
            (u >= 0x3000 && u < 0x3030) || (u >= 0x4E00 && u < 0xA000) || (u >= 0xFF00 && u < 0xFFF0);
  }
  return letters * 10 > units * 6 || std::ranges::max(rows) * 10 > units * 4 ? 0 : good * 100 / units;
}

// Strict conversion by ICU; nothing where a byte sequence is invalid or the name unknown.
std::optional<std::string> convert(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(charset.c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string out;
  out.reserve(bytes.size() * 3 / 2);
  std::array<UChar, 4096> buffer;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  char32_t high = 0;
  do {
    status = U_ZERO_ERROR;
    UChar* target = buffer.data();
    ucnv_toUnicode(from.get(), &target, buffer.data() + buffer.size(), &source, end, nullptr, true, &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return std::nullopt;
    for (const UChar* u = buffer.data(); u < target; ++u) {
      if (*u >= 0xD800 && *u < 0xDC00) high = *u;
      else if (*u >= 0xDC00 && *u < 0xE000 && high != 0)
        append_utf8(out, 0x10000 + ((std::exchange(high, 0) - 0xD800) << 10) + (*u - 0xDC00));
      else append_utf8(out, *u);
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return out;
}

// GB18030 as people write it: two-byte characters, nearly all from the GB 2312 rows, most of the ideographs from its first
// level (rows B0..D7). UTF-8, Big5 or noise read as GB18030 scatters over the extension rows instead.
bool reads_as_gb18030(std::string_view bytes) {
  std::size_t pairs = 0, plain = 0, ideographs = 0, common = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    if (byte(bytes, i) < 0x80) {
      ++i;
      continue;
    }
    if (i + 1 >= bytes.size()) return false;
    const unsigned char lead = byte(bytes, i), trail = byte(bytes, i + 1);
    ++pairs;
    if (trail >= 0x30 && trail <= 0x39) {  // a four-byte character
      i += 4;
      continue;
    }
    i += 2;
    if (trail < 0xA1 || lead < 0xA1 || lead > 0xF7) continue;
    ++plain;
    if (lead >= 0xB0) ++ideographs;
    if (lead >= 0xB0 && lead <= 0xD7) ++common;
  }
  return pairs > 0 && plain * 100 >= pairs * 90 && common * 100 >= ideographs * 70;
}

std::unexpected<Error> unknown_encoding(std::string_view bytes, std::string_view file, std::size_t broken) {
  const std::string_view before = bytes.substr(0, broken);
  const bool some_utf8 = std::ranges::any_of(before, [](char c) { return (c & 0x80) != 0; });
  if (some_utf8 && broken + 3 >= bytes.size())
    return fail(Cause::malformed, {std::string(file), line_of(bytes, broken)}, "the text is cut off in the middle of a character",
                "get the whole file again");
  if (some_utf8)
    return fail(Cause::not_text, {std::string(file), line_of(bytes, broken)},
                "UTF-8 up to here, then bytes that are not: mixed encodings or damage", std::string(kSaveAsUtf8));
  return fail(Cause::not_text, {std::string(file)}, "neither UTF-8 nor UTF-16 nor GB18030 text", std::string(kSaveAsUtf8));
}

}  // namespace

Result<DecodedText> decode_bytes(std::string_view bytes, std::string_view file, std::string_view declared) {
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)) || bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4)))
    return fail(Cause::not_text, {std::string(file)}, "UTF-32 text, which is not read", std::string(kSaveAsUtf8));
  if (bytes.starts_with("\xFF\xFE")) return decode_utf16(bytes.substr(2), file, false);
  if (bytes.starts_with("\xFE\xFF")) return decode_utf16(bytes.substr(2), file, true);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto broken = first_malformed(bytes);
  const bool has_nul = std::memchr(bytes.data(), 0, bytes.size()) != nullptr;
  if (!broken && !has_nul) return DecodedText{std::string(bytes), "UTF-8"};
  const std::size_t little = utf16_evidence(bytes, false), big = utf16_evidence(bytes, true);
  if (std::max(little, big) >= 95) return decode_utf16(bytes, file, big > little);
  if (has_nul) {
    const auto at = bytes.find('\0');
    return fail(Cause::not_text, {std::string(file), line_of(bytes, at)}, "binary data: a NUL byte",
                "leave it out, or save it as text, PDF or DOCX");
  }
  const auto as_declared = [&]() -> std::optional<DecodedText> {
    auto text = declared.empty() || declared.starts_with("utf") ? std::nullopt : convert(bytes, std::string(declared));
    if (!text) return std::nullopt;
    return DecodedText{std::move(*text), declared == "gb18030" ? "GB18030" : std::string(declared)};
  };
  // Any bytes are Latin text, so that declaration, which many pages carry unread, comes last.
  const bool anything_goes = declared.starts_with("iso-8859") || declared.starts_with("windows-125");
  if (!anything_goes)
    if (auto text = as_declared()) return std::move(*text);
  if (reads_as_gb18030(bytes))
    if (auto text = convert(bytes, "gb18030")) return DecodedText{std::move(*text), "GB18030"};
  if (anything_goes)
    if (auto text = as_declared()) return std::move(*text);
  return unknown_encoding(bytes, file, *broken);
}

}  // namespace fengbiao
