#include "clause/article_text.h"

#include <algorithm>

#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kMostQuoted = 1500;      // bytes of a sentence before and behind a place: five hundred characters
constexpr std::uint32_t kEndless = 6000;         // bytes of a sentence that nobody wrote: a table, a list run together
constexpr std::ptrdiff_t kFiguresOfTable = 64;   // likewise figures in one sentence, more than so many
constexpr std::uint32_t kQuotedOfEndless = 150;  // bytes of such a one before and behind a place
constexpr std::size_t kStride = 64;

// The first byte of a character that is no blank.
bool is_counted(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80 && c != ' ' && c != '\n'; }
constexpr std::string_view kApart = "\n\n";  // a line without words: no number, time or name goes on behind it

}  // namespace

void ArticleText::fold(const Article& article, std::string_view kept, const std::optional<Date>& issue_date) {
  article_ = &article;
  kept_ = kept;
  folded_.text.clear();
  folded_.origin.clear();
  paragraphs_.clear();
  pieces_.clear();
  title_end_ = 0;
  const auto add = [&](const std::vector<Span>& pieces) {
    fold_pieces(kept, pieces, piece_);
    if (piece_.text.empty()) return;
    if (!folded_.text.empty()) {
      folded_.text += kApart;
      folded_.origin.insert(folded_.origin.end(), kApart.size(), piece_.origin.front());
      paragraphs_.push_back(static_cast<std::uint32_t>(folded_.text.size()));
    }
    folded_.text += piece_.text;
    folded_.origin.insert(folded_.origin.end(), piece_.origin.begin(), piece_.origin.end() - 1);
    pieces_.insert(pieces_.end(), pieces.begin(), pieces.end());
  };
  add(article.title_pieces);
  title_end_ = static_cast<std::uint32_t>(folded_.text.size());
  for (const Paragraph& paragraph : article.paragraphs) add(paragraph.pieces);
  const Span all = article.span();
  folded_.origin.push_back(pieces_.empty() ? all.begin : pieces_.back().end);
  std::sort(pieces_.begin(), pieces_.end(), [](Span a, Span b) { return a.begin < b.begin; });
  places_.clear();
  std::uint32_t place = 0;
  for (std::size_t i = 0; i < folded_.text.size(); ++i) {
    if (i % kStride == 0) places_.push_back(place);
    place += is_counted(folded_.text[i]);
  }

  line_ends_.clear();
  for (std::size_t at = kept.find('\n', all.begin); at < all.end; at = kept.find('\n', at + 1))
    line_ends_.push_back(static_cast<std::uint32_t>(at));

  issue_date_ = issue_date;
}

void ArticleText::read(const TextReader& reader, Trace* trace) {
  TextContext context;
  if (article_->date) context.article_date = date_from_iso(*article_->date);
  context.issue_date = issue_date_;
  context.paragraphs = paragraphs_;
  context.durations = true;
  written_ = context.article_date ? context.article_date : issue_date_;
  reader.read(folded_.text, context, read_, trace);
}

Span ArticleText::printed(Span span) const {
  if (span.empty()) return {folded_.origin[span.begin], folded_.origin[span.begin]};
  return trim(kept_, folded_.original(span.begin, span.end));
}

std::string ArticleText::words(Span span) const {
  const Span at = printed(span);
  std::vector<Span> parts;
  auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), at.begin, [](std::uint32_t p, const Span& x) { return p < x.end; });
  for (; piece != pieces_.end() && piece->begin < at.end; ++piece) {
    const Span part{std::max(piece->begin, at.begin), std::min(piece->end, at.end)};
    if (!part.empty()) parts.push_back(part);
  }
  return join_pieces(kept_, parts);
}

Span ArticleText::sentence_at(std::uint32_t place) const {
  const auto& sentences = read_.sentences;
  auto it =
      std::upper_bound(sentences.begin(), sentences.end(), place, [](std::uint32_t p, const Sentence& s) { return p < s.span.begin; });
  if (it == sentences.begin()) return {};
  --it;
  if (place >= it->span.end) return {};
  // Of a sentence without end, what stands around the place: each of its figures is quoted, and all quotes together stay small.
  Span out = it->span;
  const auto& figures = read_.quantities;
  const auto figures_before = [&](std::uint32_t at) {
    return std::ranges::lower_bound(figures, at, {}, [](const Quantity& q) { return q.span.begin; }) - figures.begin();
  };
  const bool endless = out.size() > kEndless || figures_before(out.end) - figures_before(out.begin) > kFiguresOfTable;
  const std::uint32_t most = endless ? kQuotedOfEndless : kMostQuoted;
  const auto inside = [&](std::uint32_t at) { return (static_cast<unsigned char>(folded_.text[at]) & 0xC0) == 0x80; };
  if (place - out.begin > most)
    for (out.begin = place - most; inside(out.begin); ++out.begin) {}
  if (out.end - place > most)
    for (out.end = place + most; inside(out.end); --out.end) {}
  return out;
}

std::uint32_t ArticleText::line_of(std::uint32_t kept_offset) const {
  const auto ended = std::lower_bound(line_ends_.begin(), line_ends_.end(), kept_offset) - line_ends_.begin();
  return article_->line_start + static_cast<std::uint32_t>(ended);
}

std::uint32_t ArticleText::position(std::uint32_t place) const {
  if (places_.empty()) return 0;
  const std::size_t mark = std::min<std::size_t>(place / kStride, places_.size() - 1);
  std::uint32_t count = places_[mark];
  for (std::size_t i = mark * kStride; i < place; ++i) count += is_counted(folded_.text[i]);
  return count;
}

}  // namespace fengbiao
