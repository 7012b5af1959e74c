// A Span is a half-open range of bytes in one owned text. All places in fengbiao are given this way: bytes, not characters,
// counted from the start of the kept UTF-8 text of a document. Lines are 1-based and counted with blank ones.
#pragma once

#include <cstdint>
#include <string_view>

namespace fengbiao {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin >= end; }
  friend bool operator==(const Span&, const Span&) = default;
};

// The bytes of `text` under `span`; the span must lie within the text.
inline std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.end - span.begin); }

}  // namespace fengbiao
