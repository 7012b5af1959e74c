// The pages of a PDF as a Document: one line a printed line, with where it stands on its page. Measures are in em of the
// body type: `indent` and `right` from the edges of the text block, `gap` the white space above beyond the usual leading.
// Tested by bbox_test.cc.
#include <cmath>

#include "intake/build.h"
#include "intake/furniture.h"
#include "intake/intake.h"
#include "intake/layout.h"
#include "intake/page.h"
#include "intake/page_lines.h"

namespace fengbiao {

namespace {

constexpr const char* kPdf = "application/pdf";

bool follows(const PrintedLine& above, const PrintedLine& line) {
  return above.column == line.column && line.box.middle() > above.box.middle();
}

struct Body {
  float em = 10;
  float pitch = 15;  // distance of two lines of body type
  float left = 0, right = 0;
};

// The distance of a paragraph's lines: the smallest that a fifth of all have, for paragraphs stand no closer than their lines.
float leading_of(std::vector<float> pitches) {
  std::ranges::sort(pitches);
  for (std::size_t begin = 0, end = 0; begin < pitches.size(); ++begin) {
    while (end < pitches.size() && pitches[end] < pitches[begin] + 1.0f) ++end;
    if ((end - begin) * 5 >= pitches.size()) return pitches[(begin + end) / 2];
  }
  return 0;
}

Body measure_type(const std::vector<LaidPage>& pages) {
  Body body;
  std::vector<Weighted> sizes;
  std::vector<float> pitches;
  for (const LaidPage& page : pages)
    for (const PrintedLine& line : page.lines) sizes.push_back({line.em, line.characters});
  if (const float em = most_common(std::move(sizes), 0.5f); em > 0) body.em = em;
  const auto is_body = [&](const PrintedLine& line) { return std::abs(line.em - body.em) < 0.1f * body.em; };
  for (const LaidPage& page : pages)
    for (std::size_t i = 1; i < page.lines.size(); ++i) {
      const PrintedLine &above = page.lines[i - 1], &line = page.lines[i];
      if (!is_body(above) || !is_body(line) || !follows(above, line)) continue;
      if (const float pitch = line.box.middle() - above.box.middle(); pitch < 4 * body.em) pitches.push_back(pitch);
    }
  const float pitch = leading_of(std::move(pitches));
  body.pitch = pitch > 0.5f * body.em ? pitch : 1.6f * body.em;
  return body;
}

struct Edges {
  float left = 0, right = 0;
  bool any = false;
  void include(const Box& box) {
    left = any ? std::min(left, box.left) : box.left;
    right = any ? std::max(right, box.right) : box.right;
    any = true;
  }
};

Edges edges_of(const LaidPage& page, std::size_t column) {
  Edges edges;
  for (const PrintedLine& line : page.lines)
    if (!line.furniture && line.column == column) edges.include(line.box);
  return edges;
}

// The edges most pages have; a page whose own lie a little inside (all its lines indented, or none full) takes them.
void measure_block(const std::vector<LaidPage>& pages, Body& body) {
  std::vector<Weighted> lefts, rights;
  for (const LaidPage& page : pages) {
    const Edges edges = edges_of(page, 0);
    if (!edges.any) continue;
    lefts.push_back({edges.left, page.lines.size()});
    rights.push_back({edges.right, page.lines.size()});
  }
  body.left = most_common(std::move(lefts), 2);
  body.right = most_common(std::move(rights), 4);
}

Edges settle(Edges own, const Body& body) {
  if (own.left > body.left && own.left < body.left + 5 * body.em) own.left = body.left;
  if (own.right < body.right) own.right = body.right;
  return own;
}

}  // namespace

Result<Document> document_from_bbox(std::string_view xhtml, std::string_view file) {
  FB_TRY(std::vector<Page> parsed, parse_bbox(xhtml, file));
  std::vector<LaidPage> pages;
  pages.reserve(parsed.size());
  bool any = false;
  for (Page& page : parsed) {
    const float width = page.width, height = page.height;
    pages.push_back({width, height, lines_of(std::move(page))});
    any = any || !pages.back().lines.empty();
  }
  const auto no_text = [&] {
    return fail(Cause::no_text_layer, {std::string(file)}, "the PDF has images of pages but no text",
                "run it through text recognition (OCR) first");
  };
  if (!any) return no_text();
  Body body = measure_type(pages);
  mark_furniture(pages, body.pitch);
  measure_block(pages, body);

  DocumentBuilder builder(file, kPdf, xhtml);
  Document& document = builder.document();
  document.pages = static_cast<std::uint32_t>(pages.size());
  document.has_layout = true;
  any = false;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const LaidPage& page = pages[p];
    std::vector<Edges> edges;
    const PrintedLine* above = nullptr;
    for (const PrintedLine& printed : page.lines) {
      FB_CHECK(check_text_size(builder.size() + printed.text.size(), file));
      Line& line =
          builder.add(printed.text, printed.furniture ? LineRole::page_furniture : LineRole::plain, 0, static_cast<std::uint32_t>(p + 1));
      line.size = in_hundredths(printed.em / body.em);
      if (printed.furniture) continue;
      any = true;
      while (edges.size() <= printed.column) {
        const Edges own = edges_of(page, edges.size());
        edges.push_back(edges.empty() ? settle(own, body) : own);
      }
      const Edges& block = edges[printed.column];
      line.indent = in_hundredths(std::max(0.0f, printed.box.left - block.left) / body.em);
      line.right = in_hundredths(std::max(0.0f, block.right - printed.box.right) / body.em);
      if (above && follows(*above, printed)) {
        const float usual = body.pitch * (above->em + printed.em) / (2 * body.em);
        line.gap = in_hundredths(std::max(0.0f, (printed.box.middle() - above->box.middle() - usual) / body.pitch));
      }
      above = &printed;
    }
  }
  if (!any) return no_text();
  return builder.finish();
}

}  // namespace fengbiao
