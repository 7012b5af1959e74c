#include "intake/build.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/disk.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "text/chars.h"

namespace fengbiao {

bool all_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    if (!is_blank(d.code)) return false;
    i += d.size;
  }
  return true;
}

std::string mend_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    append_utf8(out, d.code);
    i += d.size;
  }
  return out;
}

Result<void> check_text_size(std::uint64_t size, std::string_view file, std::uint64_t limit) {
  limit = std::min<std::uint64_t>(limit, 0xFFFF'FFFF);
  if (size <= limit) return {};
  return fail(Cause::too_large, {std::string(file)}, fmt::format("its text is longer than the limit of {}", size_in_words(limit)),
              "split it");
}

DocumentBuilder::DocumentBuilder(std::string_view file, std::string_view media_type, std::string_view input) {
  document_.file = file;
  document_.media_type = media_type;
  document_.encoding = "UTF-8";
  document_.bytes = input.size();
  document_.hash = hash128_hex(input);
}

Line& DocumentBuilder::add(std::string_view text, LineRole role, std::uint8_t level, std::uint32_t page) {
  std::string& all = document_.text;
  const std::size_t begin = all.size();
  if (first_malformed(text)) all += mend_utf8(text);
  else all += text;
  std::replace_if(
      all.begin() + static_cast<std::ptrdiff_t>(begin), all.end(), [](char c) { return c == '\n' || c == '\r' || c == '\0'; }, ' ');
  Line line;
  line.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(all.size())};
  line.page = page;
  line.role = role;
  line.level = level;
  all += '\n';
  document_.lines.push_back(line);
  return document_.lines.back();
}

Result<Document> DocumentBuilder::finish() {
  FB_CHECK(check_text_size(document_.text.size(), document_.file));
  if (all_blank(document_.text)) return fail(Cause::empty, {document_.file}, "there is no text in it");
  return std::move(document_);
}

}  // namespace fengbiao
