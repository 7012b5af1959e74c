#include "bulletin/articles.h"

#include <algorithm>

#include "base/utf8.h"
#include "bulletin/headlines.h"
#include "text/chars.h"
#include "text/fold.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr float kWidestFirstLine = 90;  // em; a wider "headline" is text whose headline is missing
constexpr float kWidestNote = 90;       // em of an author's note
constexpr float kWidestSubHeading = 45;

class ArticleReader {
 public:
  ArticleReader(const std::vector<Ink>& inks, std::string_view text, const std::vector<SourceLine>& sources, const Setting& setting,
                const Profile& profile, Outline& outline, std::vector<std::uint32_t>& zone_article)
      : inks_(inks), text_(text), sources_(sources), setting_(setting), profile_(profile), outline_(outline), zone_article_(zone_article) {
    source_at_.assign(inks.size(), 0);
    for (std::size_t s = 0; s < sources.size(); ++s) source_at_[sources[s].ink] = static_cast<std::uint32_t>(s + 1);
  }

  std::vector<Article> read() {
    std::vector<std::size_t> certain;
    for (const SectionPart& part : outline_.parts)
      if (part.begin < part.end) certain.push_back(part.begin);
    for (const SourceLine& s : sources_)
      if (const std::size_t after = s.ink + s.inks;
          after < inks_.size() && outline_.kinds[after] == ZoneKind::unclaimed && source_at_[after] == 0)
        certain.push_back(after);
    std::sort(certain.begin(), certain.end());
    certain.erase(std::unique(certain.begin(), certain.end()), certain.end());
    // Only those inside parts; both are in order.
    std::vector<std::size_t> inside;
    auto home = outline_.parts.begin();
    for (const std::size_t i : certain) {
      while (home != outline_.parts.end() && home->end <= i) ++home;
      if (home != outline_.parts.end() && i >= home->begin) inside.push_back(i);
    }
    headlines_ = learn_headlines(inks_, inside, setting_);
    for (const SectionPart& part : outline_.parts) read_part(part);
    return std::move(articles_);
  }

 private:
  void claim(std::size_t ink, ZoneKind kind) {
    outline_.kinds[ink] = kind;
    zone_article_[ink] = articles_.back().n;
  }
  void because(const char* field, std::string_view rule, std::size_t from, std::size_t to, std::string note = {}) {
    articles_.back().because.push_back({field, std::string(rule), inks_[from].line, inks_[to].line, std::move(note)});
  }

  void read_part(const SectionPart& part) {
    std::string_view opened = part.section ? "line after the column's name" : "first line of the text";
    for (std::size_t i = part.begin; i < part.end;) {
      if (source_at_[i] > 0) {  // a source line with no text above it
        const SourceLine& s = sources_[source_at_[i] - 1];
        if (!articles_.empty() && i > part.begin && articles_.back().source_pieces.empty()) take_source(s, part.end);
        i += s.inks;
        opened = "line after a source line";
        continue;
      }
      i = read_article(part, i, opened);
    }
  }

  std::size_t read_article(const SectionPart& part, std::size_t begin, std::string_view& opened) {
    Article& a = articles_.emplace_back();
    a.n = static_cast<std::uint32_t>(articles_.size());
    if (part.section) {
      a.section = part.section->name;
      if (part.begin > 0) because("section", "column's name above", part.begin - 1, part.begin - 1, a.section);
    }
    Headlines::Extent extent;
    const bool headless = inks_[begin].width > kWidestFirstLine && inks_[begin].stop_inside;
    if (headless) {
      extent = {0, "no headline: the first line is text"};
      because("title", extent.rule, begin, begin);
    } else {
      extent = headlines_.extent(inks_, begin, part.end, text_, setting_, profile_, outline_.contents_titles);
      for (std::size_t i = begin; i < begin + extent.inks; ++i) {
        a.title_pieces.push_back(without_marks(inks_[i].span));
        claim(i, ZoneKind::title);
      }
      because("title", std::string(opened) + ", " + std::string(extent.rule), begin, begin + extent.inks - 1);
    }
    const std::size_t body = begin + extent.inks;
    std::size_t at = body;
    const SourceLine* source = nullptr;
    opened = {};
    for (; at < part.end; ++at) {
      if (source_at_[at] > 0) {
        const SourceLine& s = sources_[source_at_[at] - 1];
        if (!part.section && at < body + 2 && is_byline(s, at, part.end)) {
          take_source(s, part.end);
          at += s.inks - 1;
          continue;
        }
        source = &s;
        break;
      }
      if (at <= body) continue;
      opened = headlines_.begins_at(inks_, begin, at, part.end, text_, setting_, profile_, part.section, outline_.contents_titles);
      if (!opened.empty()) break;
    }
    read_body(body, at);
    if (source) {
      take_source(*source, part.end);
      at = source->ink + source->inks;
      opened = "line after a source line";
    }
    a.line_start = inks_[begin].line;
    a.line_end = inks_[at - 1].line;
    return at;
  }

  // A source line under the headline of a text that goes on behind it, and none closes that text.
  bool is_byline(const SourceLine& s, std::size_t at, std::size_t end) const {
    const std::size_t after = at + s.inks;
    if (after >= end) return false;
    return std::all_of(source_at_.begin() + static_cast<std::ptrdiff_t>(after), source_at_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](std::uint32_t s_at) { return s_at == 0; });
  }

  void take_source(const SourceLine& s, std::size_t end) {
    Article& a = articles_.back();
    for (std::size_t i = s.ink; i < std::min(s.ink + s.inks, end); ++i) {
      a.source_pieces.push_back(inks_[i].span);
      claim(i, ZoneKind::source_line);
    }
    a.sources = s.names;
    a.compiled = s.compiled;
    a.selected_by = s.selected_by;
    a.date = s.date;
    a.line_end = std::max(a.line_end, inks_[std::min(s.ink + s.inks, end) - 1].line);
    because("source", s.rule, s.ink, s.ink + s.inks - 1);
    if (s.compiled) because("compiled", "the source is the bulletin's own desk", s.ink, s.ink);
  }

  bool same_paragraph(std::size_t i, std::size_t next) const {
    if (introduces_book(inks_[i], text_, profile_) || introduces_book(inks_[next], text_, profile_)) return false;
    // Where only widths tell, a full line that ends a sentence may end its paragraph: then the next line's looks decide.
    if (setting_.sign == ParagraphSign::measure && inks_[i].ended && (profile_.enumerated.first(head_of(next)) || is_note(next)))
      return false;
    return setting_.joins(inks_[i], inks_[next]);
  }

  void read_body(std::size_t begin, std::size_t end) {
    std::vector<std::pair<std::size_t, std::size_t>> groups;  // inks of a paragraph
    for (std::size_t i = begin; i < end; ++i) {
      if (outline_.kinds[i] == ZoneKind::source_line) continue;  // a byline
      if (!groups.empty() && groups.back().second == i && same_paragraph(i - 1, i)) groups.back().second = i + 1;
      else groups.emplace_back(i, i + 1);
    }
    if (groups.empty()) return;
    if (groups.size() > 1 && read_author_note(groups.back().first, groups.back().second)) groups.pop_back();
    Article& a = articles_.back();
    for (const auto& [from, to] : groups) {
      Paragraph p;
      for (std::size_t i = from; i < to; ++i) {
        p.pieces.push_back(inks_[i].span);
        claim(i, ZoneKind::paragraph);
      }
      const Ink& only = inks_[from];
      p.heading = to - from == 1 && !only.ended && !only.comma && !only.stop_inside && only.width <= kWidestSubHeading;
      a.paragraphs.push_back(std::move(p));
    }
    because("paragraphs", rule_name(setting_.sign), groups.front().first, groups.back().second - 1, std::to_string(groups.size()));
  }

  bool read_author_note(std::size_t from, std::size_t to) {
    float width = 0;
    std::string line;
    std::vector<Span> pieces;
    for (std::size_t i = from; i < to; ++i) {
      width += inks_[i].width;
      if (width > kWidestNote) return false;
      line += folded(slice(text_, inks_[i].span));
      pieces.push_back(inks_[i].span);
    }
    const auto hit = profile_.author_note.first(line);
    if (!hit) return false;
    // Without the brackets around it.
    const auto drop_first = [&](char32_t wide, char32_t narrow) {
      const Decoded d = decode(text_, pieces.front().begin);
      if (d.code == wide || d.code == narrow) pieces.front() = trim(text_, {pieces.front().begin + d.size, pieces.front().end});
    };
    drop_first(kLeftParenthesis, '(');
    Span& tail = pieces.back();
    for (const std::uint32_t size : {3u, 1u}) {
      if (tail.size() < size) continue;
      const char32_t c = decode(text_, tail.end - size).code;
      if ((size == 3 && c == kRightParenthesis) || (size == 1 && c == ')')) {
        tail = trim(text_, {tail.begin, tail.end - size});
        break;
      }
    }
    std::erase_if(pieces, [](Span s) { return s.empty(); });
    Article& a = articles_.back();
    a.author_note_pieces = std::move(pieces);
    for (std::size_t i = from; i < to; ++i) claim(i, ZoneKind::author_note);
    because("author_note", hit->pattern->name(), from, to - 1);
    return true;
  }

  [[nodiscard]] bool is_note(std::size_t i) const {
    const Ink& ink = inks_[i];
    return (ink.first == kLeftParenthesis || ink.first == '(') && !ink.open && profile_.author_note.first(folded(slice(text_, ink.span)));
  }
  [[nodiscard]] std::string head_of(std::size_t i) const { return folded(slice(text_, inks_[i].span).substr(0, 24)); }
  // A headline without the marks of a list or of Markdown around it.
  [[nodiscard]] Span without_marks(Span span) const {
    const auto mark = [](char c) { return c == '#' || c == '*'; };
    while (!span.empty() && mark(text_[span.begin])) span = trim(text_, {span.begin + 1, span.end});
    while (!span.empty() && mark(text_[span.end - 1])) span = trim(text_, {span.begin, span.end - 1});
    return span;
  }

  const std::vector<Ink>& inks_;
  std::string_view text_;
  const std::vector<SourceLine>& sources_;
  const Setting& setting_;
  const Profile& profile_;
  Outline& outline_;
  std::vector<std::uint32_t>& zone_article_;
  std::vector<std::uint32_t> source_at_;  // index + 1 of the source line that begins at an ink
  Headlines headlines_;
  std::vector<Article> articles_;
};

}  // namespace

std::vector<Article> articles_of(const std::vector<Ink>& inks, std::string_view text, const std::vector<SourceLine>& sources,
                                 const Setting& setting, const Profile& profile, Outline& outline,
                                 std::vector<std::uint32_t>& zone_article) {
  return ArticleReader(inks, text, sources, setting, profile, outline, zone_article).read();
}

}  // namespace fengbiao
