// Rows and checks that follow from an issue and its text alone; see record.h. A span is sound when it lies within the text
// and cuts no character. Tested by archive_file_test.cc and verify_test.cc.
#include "store/record.h"

#include <fmt/format.h>

#include <bit>

#include "base/hash.h"

namespace fengbiao {

namespace {

std::string in_words(Span span, std::string_view what, std::size_t text_size) {
  return fmt::format("{} has the span {}-{}, which does not fit the text of {} bytes", what, span.begin, span.end, text_size);
}

}  // namespace

ArticleRecord record_of(const Article& a, std::string_view text) {
  const Span span = a.span();
  return {a.n,          a.id,          a.section,  a.title_pieces.empty() ? a.title : join_pieces(text, a.title_pieces, true),
          a.date,       a.selected_by, a.compiled, static_cast<std::uint32_t>(a.paragraphs.size()),
          a.line_start, a.line_end,    span,       std::bit_cast<std::int64_t>(hash64(slice(text, span))),
          a.sources};
}

std::int64_t info_hash(const DocumentInfo& d) {
  return std::bit_cast<std::int64_t>(hash64(fmt::format("{}\n{}\n{}\n{}", d.media_type, d.encoding, d.bytes, d.pages)));
}

bool span_is_sound(Span span, std::string_view text) {
  const auto inside_character = [&](std::uint32_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
  return span.begin <= span.end && span.end <= text.size() && !inside_character(span.begin) && !inside_character(span.end);
}

std::optional<std::string> span_trouble(const Issue& issue, std::string_view text) {
  for (const Zone& zone : issue.zones)
    if (!span_is_sound(zone.span, text))
      return in_words(zone.span, fmt::format("the {} in line {}", name_of(zone.kind), zone.line), text.size());
  for (const Article& a : issue.articles) {
    const auto check = [&](const std::vector<Span>& pieces, std::string_view what) -> std::optional<std::string> {
      for (const Span piece : pieces)
        if (!span_is_sound(piece, text)) return in_words(piece, fmt::format("the {} of article {}", what, a.n), text.size());
      return std::nullopt;
    };
    if (auto wrong = check(a.title_pieces, "title")) return wrong;
    if (auto wrong = check(a.source_pieces, "source line")) return wrong;
    if (auto wrong = check(a.author_note_pieces, "author note")) return wrong;
    for (const Paragraph& paragraph : a.paragraphs)
      if (auto wrong = check(paragraph.pieces, "text")) return wrong;
  }
  return std::nullopt;
}

std::optional<std::string> zone_trouble(const Issue& issue) {
  std::uint32_t end = 0;
  for (const Zone& zone : issue.zones) {
    if (zone.span.begin < end)
      return fmt::format("the {} in line {} overlaps the zone before it or is out of order", name_of(zone.kind), zone.line);
    end = zone.span.end;
  }
  return std::nullopt;
}

}  // namespace fengbiao
