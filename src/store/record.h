// What the archive derives from an issue and its text: the row of each article, and whether all spans point into the
// text. put() writes by it and verify() compares by it, so the two cannot drift apart. Tested by archive_file_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/issue.h"

namespace fengbiao {

// A row of the table articles with its sources.
struct ArticleRecord {
  std::uint32_t n = 0;
  std::string id, section, title;
  std::optional<std::string> date, selected_by;
  bool compiled = false;
  std::uint32_t paragraphs = 0, line_start = 0, line_end = 0;
  Span span;
  std::int64_t text_hash = 0;  // hash64 of the bytes under the span
  std::vector<std::string> sources;
  friend bool operator==(const ArticleRecord&, const ArticleRecord&) = default;
};

// The spans must lie within the text.
ArticleRecord record_of(const Article& article, std::string_view text);

// Guards what the archive says of an input besides its text: media type, encoding, bytes, pages.
std::int64_t info_hash(const DocumentInfo& document);

// Within the text and on whole characters.
bool span_is_sound(Span span, std::string_view text);

// The first span that lies outside the text or cuts a character, in words; nothing when all are right.
std::optional<std::string> span_trouble(const Issue& issue, std::string_view text);

// The first zone that overlaps the one before it or is out of order, in words.
std::optional<std::string> zone_trouble(const Issue& issue);

}  // namespace fengbiao
