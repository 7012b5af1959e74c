#include "pile/pile_text.h"

#include <algorithm>

namespace fengbiao {

PileText pile_text(const Article& article) {
  PileText out{.id = article.id, .title = article.title, .sources = article.sources, .compiled = article.compiled};
  out.date = article.date.value_or("");
  for (const Paragraph& p : article.paragraphs) out.paragraphs.push_back(p.text);
  return out;
}

PileArticle::PileArticle(const PileText& text) {
  const auto add = [&](const std::string& part) {
    begins_.push_back(static_cast<std::uint32_t>(kept_.size()));
    kept_ += part;
    const Span span{begins_.back(), static_cast<std::uint32_t>(kept_.size())};
    kept_ += '\n';
    return std::vector<Span>{span};
  };
  article_.id = text.id;
  article_.n = 1;
  article_.title = text.title;
  article_.title_pieces = add(text.title);
  article_.sources = text.sources;
  article_.compiled = text.compiled;
  if (!text.date.empty()) article_.date = text.date;
  for (const std::string& p : text.paragraphs) article_.paragraphs.push_back({.pieces = add(p), .text = p});
  article_.line_start = 1;
  article_.line_end = static_cast<std::uint32_t>(begins_.size());
}

PileArticle::Place PileArticle::place(std::uint32_t kept_offset) const {
  const auto next = std::ranges::upper_bound(begins_, kept_offset);
  const auto paragraph = static_cast<std::size_t>(next - begins_.begin()) - 1;
  return {paragraph, kept_offset - begins_[paragraph]};
}

}  // namespace fengbiao
