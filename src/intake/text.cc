// Plain text: decoded, its line ends made \n, cut into lines. Blanks at line ends stay, for in extracted text they tell
// where paragraphs end. A form feed starts a page and stays in the text as the blank it is, so that line numbers are those
// an editor shows. A lone \r is a line end, \r\n and \r\r\n are one.
//
//   "a\r\n\fb" gives lines "a" (page 1) and "\fb" (page 2), text "a\n\fb"
// Does not join, trim or fold anything. Tested by text_test.cc.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/hash.h"
#include "intake/build.h"
#include "intake/encoding.h"
#include "intake/intake.h"

namespace fengbiao {

namespace {

void normalise_line_ends(std::string& text) {
  const std::size_t first = text.find('\r');
  if (first == std::string::npos) return;
  std::size_t out = first;
  for (std::size_t i = first; i < text.size(); ++i) {
    char c = text[i];
    if (c == '\r') {
      if (text.compare(i, 3, "\r\r\n") == 0) i += 2;
      else if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
      c = '\n';
    }
    text[out++] = c;
  }
  text.resize(out);
}

// Control characters that no text has: C0 without the blanks, and DEL.
bool is_control(unsigned char c) { return (c < 0x20 && (c < '\t' || c > '\r')) || c == 0x7F; }

struct Controls {
  std::size_t count = 0;
  std::size_t first = 0;
  bool nul = false;
};
Controls count_controls(std::string_view text) {
  Controls found;
  const auto look = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      if (is_control(static_cast<unsigned char>(text[i]))) {
        if (found.count++ == 0) found.first = i;
        found.nul = found.nul || text[i] == '\0';
      }
  };
  constexpr std::size_t kBlock = 64;  // without a branch, so that the compiler takes all bytes of a block at once
  std::size_t at = 0;
  for (; at + kBlock <= text.size(); at += kBlock) {
    unsigned char any = 0;
    for (std::size_t k = 0; k < kBlock; ++k) {
      const auto c = static_cast<unsigned char>(text[at + k]);
      any = static_cast<unsigned char>(any | ((c < 0x20) & (static_cast<unsigned char>(c - 9) > 4)) | (c == 0x7F));
    }
    if (any != 0) look(at, at + kBlock);
  }
  look(at, text.size());
  return found;
}

void cut_into_lines(Document& document) {
  const std::string_view text = document.text;
  const bool paged = text.find('\f') != std::string_view::npos;
  std::uint32_t page = paged ? 1 : 0;
  document.lines.reserve(text.size() / 32 + 1);
  for (std::size_t begin = 0; begin < text.size();) {
    const void* found = std::memchr(text.data() + begin, '\n', text.size() - begin);
    const std::size_t end = found ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) : text.size();
    Line line;
    line.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    if (paged) {  // a form feed before the line's first word belongs to this line, one after it to the next
      std::size_t i = begin;
      for (; i < end && (text[i] == '\f' || text[i] == ' ' || text[i] == '\t'); ++i) page += text[i] == '\f';
      line.page = page;
      for (; i < end; ++i) page += text[i] == '\f';
      if (!all_blank(text.substr(begin, end - begin))) document.pages = line.page;
    }
    document.lines.push_back(line);
    begin = end + 1;
  }
  for (Line& line : document.lines) line.page = std::min(line.page, document.pages);  // the form feed that ends the last page
}

}  // namespace

Document document_from_text(std::string text, std::string_view file) {
  Document document;
  document.file = file;
  document.media_type = "text/plain";
  document.encoding = "UTF-8";
  document.bytes = text.size();
  document.hash = hash128_hex(text);
  document.text = std::move(text);
  cut_into_lines(document);
  return document;
}

Result<Document> read_text(std::string_view bytes, std::string_view file) {
  if (bytes.empty()) return fail(Cause::empty, {std::string(file)}, "the file is empty");
  FB_TRY(DecodedText decoded, decode_bytes(bytes, file));
  FB_CHECK(check_text_size(decoded.text.size(), file));
  normalise_line_ends(decoded.text);
  if (all_blank(decoded.text)) return fail(Cause::empty, {std::string(file)}, "there is nothing but blanks in it");
  const std::size_t size = decoded.text.size();
  if (const Controls controls = count_controls(decoded.text);
      controls.count * 20 > size || (controls.count > 3 && controls.count * 200 > size) || controls.nul) {
    const auto line = 1 + std::count(decoded.text.begin(), decoded.text.begin() + static_cast<std::ptrdiff_t>(controls.first), '\n');
    return fail(Cause::not_text, {std::string(file), static_cast<std::size_t>(line)},
                fmt::format("binary data: {} control characters", controls.count), "leave it out, or save it as text, PDF or DOCX");
  }
  Document document;
  document.file = file;
  document.media_type = "text/plain";
  document.encoding = std::move(decoded.encoding);
  document.bytes = bytes.size();
  document.hash = hash128_hex(bytes);
  document.text = std::move(decoded.text);
  cut_into_lines(document);
  return document;
}

}  // namespace fengbiao
