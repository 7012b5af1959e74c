#include "publish/issue_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "publish/type_lines.h"

namespace fengbiao {
namespace {

constexpr float kBase = 0.88f;           // em from the top of a character to its base line
constexpr float kFolioRoom = 2.6f;       // em kept for a page number and the leaders before it
constexpr float kLeaderPitch = 0.3f;     // em between two dots: so close that they read as one stretch
constexpr std::size_t kFewestLines = 2;  // of a paragraph that may stand alone on a page

void add_piece(const TypePiece& piece, float size, float x, SetRun& run) {
  for (const Glyph& g : piece.glyphs) {
    run.glyphs.push_back({g.file, g.id, x + g.x_offset * size});
    run.bytes.push_back(g.bytes);
    x += g.advance * size;
  }
  run.text += piece.text;
}

SetRun run_of(const TypePieces& type, const TypeLine& line, float shift) {
  SetRun run;
  run.size = type.size;
  for (const PlacedPiece& placed : line.pieces) { add_piece(type.pieces[placed.piece], type.size, placed.x + shift, run); }
  return run;
}

enum class Align { justify, left, right, center };

struct BlockShape {
  PageRole role = PageRole::text;
  TypeFace face = TypeFace::song;
  float size = 0, leading = 1.6f, before = 0, indent = 0;
  Align align = Align::justify;
  float last_room = 0;
  bool stays = false;       // with what is above
  bool holds_next = false;  // what follows stays with it
  float spacing = 0;        // between characters
};

class Setter {
 public:
  Setter(const PressStyle& style, const TypeFaces& faces) : style_(style), faces_(faces) {}

  // Sets a paragraph; gives the number of its first line.
  std::size_t block(std::string_view text, const BlockShape& shape) {
    const std::size_t at = lines.size();
    TypePieces type = cut_pieces(text, faces_, shape.face, shape.size, style_.measure() - shape.indent);
    if (shape.spacing > 0)
      for (std::size_t i = 1; i < type.pieces.size(); ++i) type.pieces[i].gap += shape.spacing;
    const LineShape lines_shape{style_.measure(), shape.indent, shape.align == Align::justify, shape.last_room};
    const std::vector<TypeLine> broken = break_lines(type, lines_shape);
    ++blocks_;
    for (std::size_t i = 0; i < broken.size(); ++i) {
      FlowLine line;
      line.role = shape.role;
      line.block = blocks_;
      line.height = shape.size * shape.leading;
      line.base = (line.height - shape.size) / 2 + shape.size * kBase;
      line.before = i == 0 ? shape.before : 0;
      // Neither the first nor the last line of a paragraph stands alone.
      const bool lonely = (i > 0 && i < kFewestLines) || (i > 0 && i + kFewestLines > broken.size());
      line.may_begin = i == 0 ? !(shape.stays || held_) : !lonely && !shape.holds_next;
      const float free = style_.measure() - broken[i].width;
      const float shift = shape.align == Align::right ? free : shape.align == Align::center ? free / 2 : 0;
      line.runs.push_back(run_of(type, broken[i], shift));
      lines.push_back(std::move(line));
    }
    last_width = broken.empty() ? 0 : broken.back().width + (broken.size() == 1 ? shape.indent : 0);
    held_ = shape.holds_next;
    return at;
  }
  // What follows stays with the last `count` lines.
  void keep_last(std::size_t count, std::size_t from) {
    for (std::size_t i = std::max(from + 1, lines.size() - std::min(count, lines.size())); i < lines.size(); ++i)
      lines[i].may_begin = false;
  }
  void hold() { held_ = true; }
  void rule(float thickness, float before, float height) {
    FlowLine line;
    line.role = PageRole::cover_line;
    line.rule = thickness;
    line.before = before;
    line.height = height;
    line.block = ++blocks_;
    lines.push_back(std::move(line));
  }
  void picture(const Picture& picture, std::size_t number, float before) {
    const float scale =
        std::min({style_.cover_width / static_cast<float>(picture.width), style_.cover_height / static_cast<float>(picture.height), 1.0f});
    FlowLine line;
    line.role = PageRole::picture;
    line.block = ++blocks_;
    line.picture = number + 1;
    line.picture_width = scale * static_cast<float>(picture.width);
    line.picture_height = scale * static_cast<float>(picture.height);
    line.before = before;
    line.height = line.picture_height;
    line.may_begin = !held_;
    held_ = true;
    lines.push_back(std::move(line));
  }
  void new_page() { new_page_at_ = lines.size(); }
  void end() {
    if (new_page_at_ < lines.size()) lines[new_page_at_].new_page = true;
  }

  std::vector<FlowLine> lines;
  float last_width = 0;  // of the last line set, with its indent

 private:
  const PressStyle& style_;
  const TypeFaces& faces_;
  std::size_t blocks_ = 0, new_page_at_ = 0;
  bool held_ = false;
};

struct ContentsPlace {
  std::size_t line = 0;  // that ends the entry
  float end = 0;         // where its words end
  std::string anchor;
};

std::string anchor_of(std::size_t n) { return fmt::format("a{}", n); }

class IssueSetter {
 public:
  IssueSetter(const IssueSource& source, const BulletinForm& form, const std::vector<std::string>& names, const PressStyle& style,
              const TypeFaces& faces, const Pictures& pictures)
      : source_(source), form_(form), names_(names), style_(style), faces_(faces), pictures_(pictures), set_(style, faces) {}

  IssuePages run() {
    masthead();
    contents();
    set_.new_page();
    std::size_t n = 0;
    for (const SourceSection& section : source_.sections) {
      if (!section.name.empty()) {
        const std::size_t at = set_.block(form_.column(section.name), {.role = PageRole::column,
                                                                       .face = TypeFace::bold,
                                                                       .size = style_.size.column,
                                                                       .leading = style_.leading.headline,
                                                                       .before = style_.space.column,
                                                                       .align = Align::left,
                                                                       .holds_next = true});
        set_.lines[at].outline = section.name;
      }
      for (const SourceArticle& article : section.articles) this->article(article, ++n);
    }
    imprint();
    set_.end();
    out_.lines = std::move(set_.lines);
    out_.pages = fill_pages(out_.lines, style_.depth());
    number_contents();
    out_.title = source_.name;
    const std::string number = form_.issue_number(source_);
    if (!number.empty()) out_.title += (out_.title.empty() ? "" : " ") + number;
    out_.running_width = set_words(out_.title, faces_, TypeFace::song, style_.size.running, 0, out_.running);
    out_.author = source_.publisher;
    out_.subject = form_.say("words.articles", {{"n", std::to_string(source_.articles())}});
    out_.date = source_.date;
    return std::move(out_);
  }

 private:
  void masthead() {
    const std::string number = form_.issue_number(source_), date = form_.issue_date(source_), publisher = form_.publisher(source_);
    if (source_.name.empty() && number.empty() && date.empty() && publisher.empty()) return;
    set_.rule(style_.thick, 0, style_.space.rule);
    const BlockShape line{.role = PageRole::cover_line, .size = style_.size.cover, .leading = style_.leading.text, .align = Align::center};
    if (!source_.name.empty()) {
      BlockShape name = line;
      name.role = PageRole::name;
      name.face = TypeFace::bold;
      name.size = style_.size.name;
      name.leading = 1.3f;
      name.spacing = style_.size.name * style_.name_spacing;
      set_.block(source_.name, name);
    }
    BlockShape first = line;
    first.before = style_.size.cover * 0.6f;
    for (const std::string& words : {number, date, publisher}) {
      if (words.empty()) continue;
      set_.block(words, first);
      first.before = 0;
    }
    set_.rule(style_.thin, style_.space.rule, style_.thin);
  }

  void contents() {
    if (source_.articles() == 0) return;
    set_.block(form_.say("cover.contents"), {.role = PageRole::contents_heading,
                                             .face = TypeFace::bold,
                                             .size = style_.size.contents_heading,
                                             .leading = style_.leading.text,
                                             .before = style_.space.contents,
                                             .align = Align::center,
                                             .holds_next = true,
                                             .spacing = style_.size.contents_heading});
    std::size_t n = 0;
    for (const SourceSection& section : source_.sections) {
      if (!section.name.empty())
        set_.block(section.name, {.role = PageRole::contents_column,
                                  .face = TypeFace::bold,
                                  .size = style_.size.contents,
                                  .leading = style_.leading.contents,
                                  .before = style_.space.contents_column,
                                  .align = Align::left,
                                  .holds_next = true});
      for (const SourceArticle& article : section.articles) {
        const std::size_t at = set_.block(article.title, {.role = PageRole::contents_entry,
                                                          .size = style_.size.contents,
                                                          .leading = style_.leading.contents,
                                                          .align = Align::left,
                                                          .last_room = kFolioRoom * style_.size.contents});
        const std::string anchor = anchor_of(++n);
        for (std::size_t i = at; i < set_.lines.size(); ++i) set_.lines[i].link = anchor;
        places_.push_back({set_.lines.size() - 1, set_.last_width, anchor});
      }
    }
  }

  void article(const SourceArticle& article, std::size_t n) {
    const std::size_t at = set_.block(article.title, {.role = PageRole::headline,
                                                      .face = TypeFace::bold,
                                                      .size = style_.size.headline,
                                                      .leading = style_.leading.headline,
                                                      .before = style_.space.headline,
                                                      .align = Align::left,
                                                      .holds_next = true});
    set_.lines[at].anchor = anchor_of(n);
    set_.lines[at].outline = article.title;
    float before = style_.space.text;
    if (const auto picture = pictures_.find(article.cover); !article.cover.empty() && picture != pictures_.end()) {
      set_.picture(picture->second, out_.pictures.size(), before);
      out_.pictures.push_back(article.cover);
    }
    std::size_t last = set_.lines.size();
    for (const SourceParagraph& paragraph : article.paragraphs) {
      last = set_.block(paragraph.text, {.role = paragraph.heading ? PageRole::subheading : PageRole::text,
                                         .face = paragraph.heading ? TypeFace::bold : TypeFace::song,
                                         .size = style_.size.text,
                                         .leading = style_.leading.text,
                                         .before = before,
                                         .indent = style_.indent * style_.size.text,
                                         .holds_next = paragraph.heading});
      before = 0;
    }
    const BlockShape closing{.role = PageRole::note,
                             .face = TypeFace::kai,
                             .size = style_.size.source,
                             .leading = style_.leading.text,
                             .align = Align::right,
                             .stays = true};
    const std::string note = form_.author_note(article), source = form_.source_line(article, names_);
    if (!note.empty() || !source.empty()) set_.keep_last(2, last);
    if (!note.empty()) set_.block(note, closing);
    BlockShape shape = closing;
    shape.role = PageRole::source;
    if (!source.empty()) set_.block(source, shape);
  }

  void imprint() {
    const std::vector<std::string> lines = form_.end_lines(source_);
    if (lines.empty()) return;
    set_.rule(style_.thin, style_.space.imprint, style_.space.rule / 2);
    set_.hold();
    for (const std::string& words : lines)
      set_.block(words, {.role = PageRole::imprint,
                         .size = style_.size.imprint,
                         .leading = style_.leading.imprint,
                         .align = Align::left,
                         .stays = true,
                         .holds_next = &words != &lines.back()});
  }

  // Leaders and page numbers, once the pages are known.
  void number_contents() {
    std::map<std::string, std::size_t, std::less<>> page_of;
    for (std::size_t page = 0; page < out_.pages.size(); ++page)
      for (const PlacedLine& placed : out_.pages[page])
        if (const std::string& anchor = out_.lines[placed.line].anchor; !anchor.empty()) page_of.emplace(anchor, page + 1);
    const float size = style_.size.contents, right = style_.measure();
    const std::vector<Glyph> dot = faces_.shape(".", TypeFace::song);
    for (const ContentsPlace& place : places_) {
      std::vector<SetRun> number;
      const float width = set_words(std::to_string(page_of[place.anchor]), faces_, TypeFace::song, size, 0, number);
      for (SetGlyph& glyph : number.front().glyphs) glyph.x += right - width;
      SetRun dots;
      dots.size = size;
      // Dots of all entries stand below each other.
      const float pitch = kLeaderPitch * size;
      for (float x = right - width - pitch; x > place.end + pitch; x -= pitch) {
        dots.glyphs.insert(dots.glyphs.begin(), {dot.front().file, dot.front().id, x});
        dots.bytes.push_back(1);
        dots.text += '.';
      }
      std::vector<SetRun>& runs = out_.lines[place.line].runs;
      if (!dots.glyphs.empty()) runs.push_back(std::move(dots));
      runs.push_back(std::move(number.front()));
    }
  }

  const IssueSource& source_;
  const BulletinForm& form_;
  const std::vector<std::string>& names_;
  const PressStyle& style_;
  const TypeFaces& faces_;
  const Pictures& pictures_;
  Setter set_;
  IssuePages out_;
  std::vector<ContentsPlace> places_;
};

}  // namespace

float set_words(std::string_view text, const TypeFaces& faces, TypeFace face, float size, float x, std::vector<SetRun>& out) {
  const TypePieces type = cut_pieces(text, faces, face, size, 1e6f);
  const std::vector<TypeLine> lines = break_lines(type, {.width = 1e6f, .justify = false});
  if (lines.empty()) return 0;
  out.push_back(run_of(type, lines.front(), x));
  return lines.front().width;
}

IssuePages set_pages(const IssueSource& source, const BulletinForm& form, const std::vector<std::string>& names, const PressStyle& style,
                     const TypeFaces& faces, const Pictures& pictures) {
  return IssueSetter(source, form, names, style, faces, pictures).run();
}

}  // namespace fengbiao
