#include "publish/pdf_writer.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <vector>

namespace fengbiao {
namespace {

template <class T, void (*free)(T*)>
struct Free {
  void operator()(T* p) const { free(p); }
};
using Surface = std::unique_ptr<cairo_surface_t, Free<cairo_surface_t, cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Free<cairo_t, cairo_destroy>>;
using Face = std::unique_ptr<cairo_font_face_t, Free<cairo_font_face_t, cairo_font_face_destroy>>;

constexpr std::string_view kNoDay = "2000-01-01";

cairo_status_t append(void* out, const unsigned char* bytes, unsigned size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

struct Rest {
  std::string_view bytes;
};
cairo_status_t take(void* from, unsigned char* bytes, unsigned size) {
  std::string_view& rest = static_cast<Rest*>(from)->bytes;
  if (rest.size() < size) return CAIRO_STATUS_READ_ERROR;
  std::copy_n(rest.data(), size, reinterpret_cast<char*>(bytes));
  rest.remove_prefix(size);
  return CAIRO_STATUS_SUCCESS;
}

Surface surface_of(const Picture& picture) {
  if (picture.media_type == "image/png") {
    Rest rest{picture.bytes};
    return Surface(cairo_image_surface_create_from_png_stream(take, &rest));
  }
  // A JPEG goes in as it is; the pixels of the surface are never looked at.
  Surface out(cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height));
  auto* copy = new std::string(picture.bytes);
  const auto done = cairo_surface_set_mime_data(
      out.get(), CAIRO_MIME_TYPE_JPEG, reinterpret_cast<const unsigned char*>(copy->data()), copy->size(),
      [](void* p) { delete static_cast<std::string*>(p); }, copy);
  if (done != CAIRO_STATUS_SUCCESS) delete copy;
  return out;
}

Face face_of(const TypeFaces::File& file) {
  FcPattern* pattern = FcPatternCreate();
  FcPatternAddString(pattern, FC_FILE, reinterpret_cast<const FcChar8*>(file.path.c_str()));
  FcPatternAddInteger(pattern, FC_INDEX, file.index);
  FcPatternAddBool(pattern, FC_HINTING, FcFalse);
  Face out(cairo_ft_font_face_create_for_pattern(pattern));
  FcPatternDestroy(pattern);
  return out;
}

const char* tag_of(PageRole role) {
  switch (role) {
    case PageRole::name: return "H1";
    case PageRole::contents_heading:
    case PageRole::column: return "H2";
    case PageRole::headline: return "H3";
    case PageRole::subheading: return "H4";
    case PageRole::contents_entry: return "TOCI";
    case PageRole::picture: return "Figure";
    default: return "P";
  }
}

class PdfPages {
 public:
  PdfPages(const IssuePages& set, const PressStyle& style, const TypeFaces& faces, const Pictures& pictures, cairo_t* cr)
      : set_(set), style_(style), faces_(faces), pictures_(pictures), cr_(cr) {}

  void draw(std::size_t n) {
    const SetPage& page = set_.pages[n];
    const bool recto = n % 2 == 0;
    left_ = recto ? style_.inner : style_.outer;
    std::size_t block = 0;
    const char* open = nullptr;
    for (const PlacedLine& placed : page) {
      const FlowLine& line = set_.lines[placed.line];
      const double top = style_.top + placed.y;
      if (line.block != block || !open) {
        if (open) cairo_tag_end(cr_, open);
        open = line.rule > 0 ? nullptr : tag_of(line.role);
        if (open) cairo_tag_begin(cr_, open, nullptr);
        block = line.block;
      }
      if (line.rule > 0) rule(line, top);
      else if (line.picture > 0) picture(line, top);
      else words(line, top);
    }
    if (open) cairo_tag_end(cr_, open);
    if (n > 0) running(recto);
    folio(n + 1, recto);
  }

 private:
  void color(const PressStyle::Color& c) { cairo_set_source_rgb(cr_, c.red, c.green, c.blue); }

  void rule(const FlowLine& line, double top) {
    color(style_.rule);
    cairo_rectangle(cr_, left_, top, style_.measure(), line.rule);
    cairo_fill(cr_);
  }

  void picture(const FlowLine& line, double top) {
    const auto found = pictures_.find(set_.pictures[line.picture - 1]);
    if (found == pictures_.end()) return;
    const Surface surface = surface_of(found->second);
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return;
    cairo_save(cr_);
    cairo_translate(cr_, left_ + style_.indent * style_.size.text, top);
    cairo_scale(cr_, line.picture_width / found->second.width, line.picture_height / found->second.height);
    cairo_set_source_surface(cr_, surface.get(), 0, 0);
    cairo_paint(cr_);
    cairo_restore(cr_);
  }

  void words(const FlowLine& line, double top) {
    color(style_.ink);
    const std::string destination = line.anchor.empty() ? "" : fmt::format("name='{}' x={} y={}", line.anchor, left_, top);
    if (!destination.empty()) cairo_tag_begin(cr_, CAIRO_TAG_DEST, destination.c_str());
    if (!line.link.empty()) cairo_tag_begin(cr_, CAIRO_TAG_LINK, fmt::format("dest='{}'", line.link).c_str());
    for (const SetRun& run : line.runs) show(run, left_, top + line.base);
    if (!line.link.empty()) cairo_tag_end(cr_, CAIRO_TAG_LINK);
    if (!destination.empty()) cairo_tag_end(cr_, CAIRO_TAG_DEST);
  }

  void running(bool recto) {
    color(style_.quiet);
    const double x = recto ? left_ + style_.measure() - set_.running_width : left_;
    for (const SetRun& run : set_.running) show(run, x, style_.top - style_.space.running);
  }

  void folio(std::size_t n, bool recto) {
    color(style_.quiet);
    std::vector<SetRun> runs;
    const float width = set_words(std::to_string(n), faces_, TypeFace::song, style_.size.running, 0, runs);
    const double x = recto ? left_ + style_.measure() - width : left_;
    for (const SetRun& run : runs) show(run, x, style_.paper_height - style_.bottom + style_.space.folio);
  }

  // Stretches of one font file are one call each.
  void show(const SetRun& run, double left, double base) {
    cairo_set_font_size(cr_, run.size);
    std::size_t text = 0;
    for (std::size_t begin = 0; begin < run.glyphs.size();) {
      std::size_t end = begin, bytes = 0;
      std::vector<cairo_glyph_t> glyphs;
      std::vector<cairo_text_cluster_t> clusters;
      for (; end < run.glyphs.size() && run.glyphs[end].file == run.glyphs[begin].file; ++end) {
        glyphs.push_back({run.glyphs[end].id, left + run.glyphs[end].x, base});
        clusters.push_back({static_cast<int>(run.bytes[end]), 1});
        bytes += run.bytes[end];
      }
      const std::size_t file = run.glyphs[begin].file;
      while (fonts_.size() <= file) fonts_.emplace_back();
      if (!fonts_[file]) fonts_[file] = face_of(faces_.file(file));
      cairo_set_font_face(cr_, fonts_[file].get());
      cairo_show_text_glyphs(cr_, run.text.data() + text, static_cast<int>(bytes), glyphs.data(), static_cast<int>(glyphs.size()),
                             clusters.data(), static_cast<int>(clusters.size()), cairo_text_cluster_flags_t(0));
      text += bytes;
      begin = end;
    }
  }

  const IssuePages& set_;
  const PressStyle& style_;
  const TypeFaces& faces_;
  const Pictures& pictures_;
  cairo_t* cr_;
  double left_ = 0;
  std::vector<Face> fonts_;
};

// The number behind the last `name` of a PDF's trailer.
std::size_t number_behind(std::string_view text, std::string_view name) {
  const std::size_t at = text.rfind(name);
  if (at == text.npos) return 0;
  std::size_t begin = at + name.size(), out = 0;
  while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\n' || text[begin] == '\r')) ++begin;
  std::from_chars(text.data() + begin, text.data() + text.size(), out);
  return out;
}

// An update behind the file that gives its catalog more entries (ISO 32000-1, 7.5.6).
std::string with_catalog_entries(std::string pdf, std::string_view entries) {
  const std::size_t trailer = pdf.rfind("trailer");
  if (trailer == pdf.npos) return pdf;
  const std::string_view end = std::string_view(pdf).substr(trailer);
  const std::size_t root = number_behind(end, "/Root"), info = number_behind(end, "/Info"), size = number_behind(end, "/Size"),
                    before = number_behind(end, "startxref");
  const std::size_t at = pdf.rfind(fmt::format("\n{} 0 obj", root));
  const std::size_t close = at == pdf.npos ? at : pdf.find("\nendobj", at);
  if (root == 0 || close == pdf.npos) return pdf;
  std::string catalog = pdf.substr(at + 1, close - at - 1);
  const std::size_t bracket = catalog.rfind(">>");
  if (bracket == catalog.npos) return pdf;
  catalog.insert(bracket, entries);
  if (!pdf.ends_with('\n')) pdf += '\n';
  const std::size_t object = pdf.size();
  pdf += fmt::format("{}\nendobj\n", catalog);
  const std::size_t table = pdf.size();
  pdf += fmt::format(
      "xref\n{} 1\n{:010} 00000 n \ntrailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n", root,
      object, size, root, info, before, table);
  return pdf;
}

}  // namespace

Result<std::string> pdf_bytes(const IssuePages& set, const PressStyle& style, const TypeFaces& faces, const Pictures& pictures) {
  std::string bytes;
  const Surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, style.paper_width, style.paper_height));
  const std::string moment = fmt::format("{}T00:00:00Z", set.date.empty() ? kNoDay : std::string_view(set.date));
  const auto meta = [&](cairo_pdf_metadata_t what, const std::string& words) {
    if (!words.empty()) cairo_pdf_surface_set_metadata(surface.get(), what, words.c_str());
  };
  meta(CAIRO_PDF_METADATA_TITLE, set.title);
  meta(CAIRO_PDF_METADATA_AUTHOR, set.author);
  meta(CAIRO_PDF_METADATA_SUBJECT, set.subject);
  meta(CAIRO_PDF_METADATA_CREATOR, "fengbiao");
  meta(CAIRO_PDF_METADATA_CREATE_DATE, moment);
  meta(CAIRO_PDF_METADATA_MOD_DATE, moment);
  {
    const Context cr(cairo_create(surface.get()));
    PdfPages pages(set, style, faces, pictures, cr.get());
    int column = CAIRO_PDF_OUTLINE_ROOT;
    for (std::size_t n = 0; n < set.pages.size(); ++n) {
      for (const PlacedLine& placed : set.pages[n]) {
        const FlowLine& line = set.lines[placed.line];
        if (line.outline.empty()) continue;
        const bool is_column = line.role == PageRole::column;
        const std::string where = fmt::format("page={} pos=[{} {}]", n + 1, style.inner, style.top + placed.y);
        const int made =
            cairo_pdf_surface_add_outline(surface.get(), is_column ? CAIRO_PDF_OUTLINE_ROOT : column, line.outline.c_str(), where.c_str(),
                                          is_column ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(0));
        if (is_column) column = made;
      }
      pages.draw(n);
      cairo_show_page(cr.get());
    }
    if (const auto status = cairo_status(cr.get()); status != CAIRO_STATUS_SUCCESS)
      return fail(Cause::unreadable, {"cairo"}, fmt::format("the pages cannot be written: {}", cairo_status_to_string(status)));
  }
  cairo_surface_finish(surface.get());
  if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
    return fail(Cause::unreadable, {"cairo"}, fmt::format("the pages cannot be written: {}", cairo_status_to_string(status)));
  return with_catalog_entries(std::move(bytes),
                              "   /Lang (zh-CN)\n   /MarkInfo << /Marked true >>\n   /ViewerPreferences << /DisplayDocTitle true >>\n");
}

}  // namespace fengbiao
