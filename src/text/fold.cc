#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <array>
#include <cassert>
#include <charconv>

#include "base/embedded.h"
#include "base/utf8.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

using Table = std::array<char16_t, 0x10000>;

// Column 1 and 2 of data/text/lookalikes.tsv are hexadecimal code points; `-` maps to nothing.
void add_lookalikes(Table& table) {
  const auto bytes = embedded_file("text/lookalikes.tsv");
  assert(bytes && "built without data/text/lookalikes.tsv");
  std::string_view rest = *bytes;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    if (tab == line.npos) continue;
    unsigned from = 0, to = 0;
    std::from_chars(line.data(), line.data() + tab, from, 16);
    if (line[tab + 1] != '-') std::from_chars(line.data() + tab + 1, line.data() + line.size(), to, 16);
    if (from > 0 && from < table.size()) table[from] = static_cast<char16_t>(to);
  }
}

const Table& table() {
  static const Table made = [] {
    Table t{};
    for (char32_t c = 0; c < t.size(); ++c) t[c] = static_cast<char16_t>(c);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    assert(U_SUCCESS(status));
    const auto fold_block = [&](char32_t from, char32_t to) {
      for (char32_t c = from; c <= to; ++c) {
        UErrorCode ok = U_ZERO_ERROR;
        const icu::UnicodeString s = nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(c)), ok);
        if (U_SUCCESS(ok) && s.countChar32() == 1 && s.char32At(0) < 0x10000) t[c] = static_cast<char16_t>(s.char32At(0));
      }
    };
    fold_block(0x2E80, 0x2FDF);  // radicals
    fold_block(0xF900, 0xFAFF);  // compatibility ideographs
    fold_block(0xFF01, 0xFFEF);  // full and half width
    for (char32_t c = 0; c < t.size(); ++c)
      if (is_blank(c)) t[c] = ' ';
    add_lookalikes(t);
    return t;
  }();
  return made;
}

}  // namespace

char32_t fold(char32_t code) { return code < 0x10000 ? table()[code] : code; }

namespace {

// Most characters stay as they are: whole runs of them are taken over at once.
void append_folded(std::string_view line, Folded& out, std::uint32_t base) {
  const Table& t = table();
  std::size_t run = 0;  // where it begins
  const auto take_run = [&](std::size_t end) {
    out.text.append(line, run, end - run);
    std::size_t at = out.origin.size();
    out.origin.resize(at + (end - run));
    for (std::size_t i = run, of = run; i < end; ++i) {
      if ((static_cast<unsigned char>(line[i]) & 0xC0) != 0x80) of = i;
      out.origin[at++] = base + static_cast<std::uint32_t>(of);
    }
  };
  for (std::size_t i = 0; i < line.size();) {
    const unsigned char b = static_cast<unsigned char>(line[i]);
    if (b == ' ' || (b < 0x80 && !is_blank(b))) {
      ++i;
      continue;
    }
    const Decoded d = decode(line, i);
    const char32_t c = d.code < 0x10000 ? t[d.code] : d.code;
    if (c == d.code && d.size > 1) {
      i += d.size;
      continue;
    }
    take_run(i);
    if (b < 0x80) {
      // A tab sets things apart: it counts as two blanks.
      out.text.append(b == '\t' ? 2 : 1, ' ');
    } else if (c != 0) {
      if (c == d.code) out.text.append(line, i, d.size);
      else append_utf8(out.text, c);
    }
    out.origin.resize(out.text.size(), base + static_cast<std::uint32_t>(i));
    run = i += d.size;
  }
  take_run(line.size());
}

void start(Folded& out, std::size_t size) {
  out.text.clear();
  out.origin.clear();
  out.text.reserve(size);
  out.origin.reserve(size + 1);
}

bool is_latin(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

void append_piece(std::string_view text, Span piece, Folded& out) {
  const std::size_t before = out.text.size();
  append_folded(slice(text, piece), out, piece.begin);
  if (before > 0 && before < out.text.size() && is_latin(out.text[before - 1]) && is_latin(out.text[before])) {
    out.text.insert(before, 1, ' ');
    out.origin.insert(out.origin.begin() + static_cast<std::ptrdiff_t>(before), piece.begin);
  }
}

}  // namespace

void fold(std::string_view line, Folded& out, std::uint32_t base) {
  start(out, line.size());
  append_folded(line, out, base);
  out.origin.push_back(base + static_cast<std::uint32_t>(line.size()));
}

void fold_pieces(std::string_view text, const std::vector<Span>& pieces, Folded& out) {
  start(out, 0);
  for (const Span piece : pieces) append_piece(text, piece, out);
  out.origin.push_back(pieces.empty() ? 0 : pieces.back().end);
}

void fold_lines(std::string_view text, Folded& out) {
  if (text.find('\n') == text.npos) return fold(text, out);
  start(out, text.size());
  Span last;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    last = trim(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    append_piece(text, last, out);
    begin = end + 1;
  }
  out.origin.push_back(last.end);
}

std::string folded(std::string_view line) {
  Folded f;
  fold(line, f);
  return std::move(f.text);
}

std::string squeezed(std::string_view text) {
  std::string out = folded(text);
  std::erase(out, ' ');
  return out;
}

}  // namespace fengbiao
