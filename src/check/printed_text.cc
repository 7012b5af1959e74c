#include "check/printed_text.h"

#include "check/mark_characters.h"

namespace fengbiao {
namespace {

bool latin(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

}  // namespace

void PrintedText::add(ArticlePart part, std::uint32_t paragraph, const std::vector<Span>& pieces, std::string_view kept) {
  const auto begin = static_cast<std::uint32_t>(text_.size());
  std::uint32_t end_in_kept = 0;
  for (const Span piece : pieces) {
    const std::string_view words = slice(kept, piece);
    if (words.empty()) continue;
    if (text_.size() > begin && latin(text_.back()) && latin(words.front())) {
      text_ += ' ';
      origin_.push_back(piece.begin);
    }
    text_ += words;
    for (std::uint32_t i = piece.begin; i < piece.end; ++i) origin_.push_back(i);
    end_in_kept = piece.end;
  }
  const auto end = static_cast<std::uint32_t>(text_.size());
  if (end == begin) return;
  parts_.push_back({part, paragraph, {begin, end}});
  text_ += '\n';
  origin_.push_back(end_in_kept);
}

void PrintedText::read(const Article& article, std::string_view kept) {
  text_.clear();
  origin_.clear();
  parts_.clear();
  add(ArticlePart::title, 0, article.title_pieces, kept);
  for (std::uint32_t i = 0; i < article.paragraphs.size(); ++i) add(ArticlePart::body, i, article.paragraphs[i].pieces, kept);
  add(ArticlePart::author_note, 0, article.author_note_pieces, kept);
  add(ArticlePart::source, 0, article.source_pieces, kept);
  origin_.push_back(origin_.empty() ? 0 : origin_.back());
  folded_.resize(parts_.size());
  for (Folded& f : folded_) f.origin.clear();
  folded_characters_.resize(parts_.size());
  for (Characters& c : folded_characters_) c.assign({});
  characters_.resize(parts_.size());
  for (std::vector<MarkCharacter>& c : characters_) c.clear();
}

Span PrintedText::kept(Span span) const {
  if (span.empty()) return {origin_[span.begin], origin_[span.begin]};
  return {origin_[span.begin], origin_[span.end - 1] + 1};
}

const Folded& PrintedText::folded(std::size_t part) const {
  Folded& out = folded_[part];
  if (out.origin.empty()) fold(words(parts_[part]), out, parts_[part].span.begin);
  return out;
}

const Characters& PrintedText::folded_characters(std::size_t part) const {
  const std::string_view text = folded(part).text;
  Characters& out = folded_characters_[part];
  if (out.text().empty()) out.assign(text);
  return out;
}

const std::vector<MarkCharacter>& PrintedText::characters(std::size_t part) const {
  std::vector<MarkCharacter>& out = characters_[part];
  if (out.empty()) mark_characters(text_, parts_[part].span, out);
  return out;
}

}  // namespace fengbiao
