#include "serve/marks.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/utf8.h"

namespace fengbiao {

namespace {

std::uint32_t utf16_units(std::string_view text) {
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    out += d.code > 0xFFFF ? 2 : 1;
    i += d.size;
  }
  return out;
}

std::string label_of(const Observation& o) {
  std::string out;
  for (const std::string* part : {&o.area, &o.entity, &o.indicator, &o.period})
    if (!part->empty()) out += (out.empty() ? "" : " ") + *part;
  return out;
}

}  // namespace

std::string_view name_of(ArticleMark::Kind kind) {
  return kind == ArticleMark::Kind::number ? "number" : kind == ArticleMark::Kind::name ? "name" : "policy";
}

ParagraphPlaces::ParagraphPlaces(const Article& article, std::string_view text) {
  for (const Paragraph& p : article.paragraphs) {
    Lines& lines = paragraphs_.emplace_back();
    lines.text = p.text;
    std::vector<Span> joined;
    for (const Span piece : p.pieces) {
      joined.push_back(piece);
      // What the pieces so far give together ends with this one.
      const std::size_t end = p.pieces.size() == 1 ? p.text.size() : join_pieces(text, joined).size();
      lines.pieces.push_back({piece, static_cast<std::uint32_t>(end - std::min<std::size_t>(end, piece.size()))});
    }
  }
}

bool ParagraphPlaces::place(Span span, ArticleMark& mark) const {
  for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
    const Lines& lines = paragraphs_[i];
    if (lines.pieces.empty() || span.begin < lines.pieces.front().span.begin || span.end > lines.pieces.back().span.end) continue;
    // A span that begins or ends between pieces keeps to the piece behind or before.
    std::optional<std::uint32_t> begin, end;
    for (const Piece& piece : lines.pieces) {
      if (!begin && span.begin < piece.span.end) begin = piece.begin + (std::max(span.begin, piece.span.begin) - piece.span.begin);
      if (span.end > piece.span.begin) end = piece.begin + (std::min(span.end, piece.span.end) - piece.span.begin);
    }
    if (!begin || !end || *begin >= *end || *end > lines.text.size()) return false;
    mark.paragraph = static_cast<std::uint32_t>(i);
    mark.begin = utf16_units(lines.text.substr(0, *begin));
    mark.end = mark.begin + utf16_units(lines.text.substr(*begin, *end - *begin));
    return true;
  }
  return false;
}

std::vector<ArticleMark> marks_of(const Article& article, const LoadedIssue& issue, const Snapshot& now) {
  const ParagraphPlaces places(article, issue.text);
  std::vector<ArticleMark> out;
  const auto add = [&](Span span, ArticleMark mark) {
    if (places.place(span, mark)) out.push_back(std::move(mark));
  };
  for (const ReportedObservation& r : issue.observations)
    if (r.origin.article == article.n)
      add(r.observation.span, {0, 0, 0, ArticleMark::Kind::number, r.observation.id, r.observation.entity_id, label_of(r.observation)});
  for (const ReportedPolicy& r : issue.policies)
    if (r.origin.article == article.n) add(r.policy.span, {0, 0, 0, ArticleMark::Kind::policy, r.policy.id, {}, r.policy.name});
  if (now.entities) {
    const auto found = now.entities->by_article.find({issue.stored.key, article.n});
    if (found != now.entities->by_article.end())
      for (const std::uint32_t index : found->second) {
        const Mention& m = now.entities->all.mentions()[index];
        add(m.span, {0, 0, 0, ArticleMark::Kind::name, {}, now.entities->keys[now.entities->entry_of[index]], m.canonical});
      }
  }
  std::ranges::stable_sort(out, {}, [](const ArticleMark& m) { return std::tuple(m.paragraph, m.begin, ~m.end, m.kind); });
  // Two numbers printed as one (a range) have one mark.
  out.erase(std::unique(out.begin(), out.end(),
                        [](const ArticleMark& a, const ArticleMark& b) {
                          return std::tie(a.paragraph, a.begin, a.end, a.kind, a.record) ==
                                 std::tie(b.paragraph, b.begin, b.end, b.kind, b.record);
                        }),
            out.end());
  return out;
}

}  // namespace fengbiao
