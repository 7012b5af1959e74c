// What records can tell from themselves and the kept text: their span, and texts put together from printed pieces. Two
// wrapped lines join without a blank (Chinese has none between words), but "cloud" + "services" keep one. Nothing is
// guessed here: the pieces come from the bulletin room. Tested by issue_test.cc.
#include "model/issue.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace fengbiao {

namespace {

constexpr std::array<std::string_view, 10> kZoneNames = {"masthead",    "contents",    "section",    "title",          "paragraph",
                                                         "author_note", "source_line", "end_matter", "page_furniture", "unclaimed"};
static_assert(kZoneNames.size() == static_cast<std::size_t>(ZoneKind::unclaimed) + 1);

constexpr std::string_view kWideBlank = "\xE3\x80\x80";  // U+3000
constexpr std::string_view kHardBlank = "\xC2\xA0";      // U+00A0

bool latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// Bytes of the blank at the start of `text`, 0 where there is none.
std::size_t blank_at(std::string_view text) {
  if (text.front() == ' ' || (text.front() >= '\t' && text.front() <= '\r')) return 1;
  if (text.starts_with(kWideBlank)) return kWideBlank.size();
  return text.starts_with(kHardBlank) ? kHardBlank.size() : 0;
}

void append_collapsed(std::string& out, std::string_view piece) {
  bool pending = false;  // a run of blanks not yet written
  while (!piece.empty()) {
    if (const std::size_t blank = blank_at(piece); blank > 0) {
      pending = true;
      piece.remove_prefix(blank);
      continue;
    }
    if (pending && !out.empty()) out += ' ';
    pending = false;
    out += piece.front();
    piece.remove_prefix(1);
  }
}

}  // namespace

std::string_view name_of(ZoneKind kind) { return kZoneNames[static_cast<std::size_t>(kind)]; }

std::optional<ZoneKind> zone_kind(std::string_view name) {
  const auto* const at = std::ranges::find(kZoneNames, name);
  if (at == kZoneNames.end()) return std::nullopt;
  return static_cast<ZoneKind>(at - kZoneNames.begin());
}

Span Article::span() const {
  bool any = false;
  Span all;
  const auto take = [&](const std::vector<Span>& pieces) {
    for (const Span piece : pieces) {
      all = any ? Span{std::min(all.begin, piece.begin), std::max(all.end, piece.end)} : piece;
      any = true;
    }
  };
  take(title_pieces);
  for (const Paragraph& paragraph : paragraphs) take(paragraph.pieces);
  take(author_note_pieces);
  take(source_pieces);
  return all;
}

std::string join_pieces(std::string_view text, const std::vector<Span>& pieces, bool collapse) {
  std::string out;
  std::size_t size = pieces.size();
  for (const Span piece : pieces) size += piece.size();
  out.reserve(size);
  for (const Span span : pieces) {
    const std::string_view piece = slice(text, span);
    if (piece.empty()) continue;
    if (!out.empty() && latin(out.back()) && latin(piece.front())) out += ' ';
    if (collapse) append_collapsed(out, piece);
    else out += piece;
  }
  return out;
}

std::string printed_words(const Article& article, std::string_view text, Span span) {
  std::vector<Span> parts;
  const auto take = [&](const std::vector<Span>& pieces) {
    // A paragraph may be a book of lines: those before the span are passed over.
    auto piece = std::ranges::partition_point(pieces, [&](Span p) { return p.end <= span.begin; });
    for (; piece != pieces.end() && piece->begin < span.end; ++piece) {
      const Span part{std::max(piece->begin, span.begin), std::min(piece->end, span.end)};
      if (!part.empty()) parts.push_back(part);
    }
  };
  take(article.title_pieces);
  // Paragraphs follow each other in the text; those before the span are passed over.
  auto paragraph = std::ranges::partition_point(article.paragraphs,
                                                [&](const Paragraph& p) { return !p.pieces.empty() && p.pieces.back().end <= span.begin; });
  for (; paragraph != article.paragraphs.end() && (paragraph->pieces.empty() || paragraph->pieces.front().begin < span.end); ++paragraph)
    take(paragraph->pieces);
  take(article.source_pieces);
  return join_pieces(text, parts);
}

void fill_texts(Article& article, std::string_view text) {
  if (!article.title_pieces.empty()) article.title = join_pieces(text, article.title_pieces, true);
  if (!article.author_note_pieces.empty()) article.author_note = join_pieces(text, article.author_note_pieces);
  for (Paragraph& paragraph : article.paragraphs)
    if (!paragraph.pieces.empty()) paragraph.text = join_pieces(text, paragraph.pieces);
}

}  // namespace fengbiao
