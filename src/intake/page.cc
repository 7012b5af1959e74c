#include "intake/page.h"

#include <cmath>
#include <cstdlib>
#include <map>
#include <pugixml.hpp>

#include "base/utf8.h"
#include "intake/build.h"
#include "text/chars.h"

namespace fengbiao {

namespace {

constexpr float kLargest = 100'000;  // points; a PDF page has at most 14,400
constexpr float kUsualEmByHeight = 0.72f;

float coordinate(pugi::xml_node node, const char* name) {
  const float value = node.attribute(name).as_float();
  return std::isfinite(value) ? std::clamp(value, -kLargest, kLargest) : 0;
}

Box box_of(pugi::xml_node node) {
  Box box{coordinate(node, "xMin"), coordinate(node, "yMin"), coordinate(node, "xMax"), coordinate(node, "yMax")};
  if (box.right < box.left) std::swap(box.left, box.right);
  if (box.bottom < box.top) std::swap(box.top, box.bottom);
  return box;
}

// The advance of a Chinese character in a piece: the median over its words that have nothing else.
float measured_em(const LinePiece& piece) {
  std::vector<float> advances;
  for (const PageWord& word : piece.words) {
    std::size_t n = 0;
    bool all = true;
    for (std::size_t i = 0; i < word.text.size() && all; ++n) {
      const Decoded d = decode(word.text, i);
      all = is_han(d.code) || (d.code >= 0x3001 && d.code < 0x3040) || (d.code > 0xFF00 && d.code <= 0xFF60);
      i += d.size;
    }
    if (all && n > 0) advances.push_back(word.box.width() / static_cast<float>(n));
  }
  if (advances.empty()) return 0;
  std::ranges::sort(advances);
  return advances[advances.size() / 2];
}

void add_line(Page& page, pugi::xml_node line) {
  LinePiece piece;
  for (const pugi::xml_node node : line.children("word")) {
    PageWord word{box_of(node), node.child_value()};
    if (first_malformed(word.text)) word.text = mend_utf8(word.text);
    std::replace_if(
        word.text.begin(), word.text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    if (all_blank(word.text)) continue;
    if (piece.words.empty()) piece.box = word.box;
    piece.box.include(word.box);
    piece.characters += count_code_points(word.text);
    piece.words.push_back(std::move(word));
  }
  if (piece.words.empty()) return;
  std::ranges::stable_sort(piece.words, {}, [](const PageWord& word) { return word.box.left; });
  piece.em = measured_em(piece);
  page.pieces.push_back(std::move(piece));
}

// Lines of one font and size are equally high, but one that is spread to the edge measures wider, one of marks closed up narrower: they
// have the type of the others.
void settle_spread_lines(std::vector<Page>& pages) {
  constexpr float kHeightStep = 0.02f, kSizeStep = 0.1f, kMost = 1.25f;
  const auto height_class = [](const LinePiece& piece) { return std::lround(piece.box.height() / kHeightStep); };
  std::map<long, std::vector<Weighted>> sizes;
  for (const Page& page : pages)
    for (const LinePiece& piece : page.pieces)
      if (piece.em > 0) sizes[height_class(piece)].push_back({piece.em, piece.characters});
  std::map<long, float> usual;
  for (auto& [height, values] : sizes) usual[height] = most_common(std::move(values), kSizeStep);
  for (Page& page : pages)
    for (LinePiece& piece : page.pieces)
      if (const float em = piece.em > 0 ? usual[height_class(piece)] : 0; em > 0 && piece.em < kMost * em && em < kMost * piece.em)
        piece.em = em;
}

void fill_em(std::vector<Page>& pages) {
  std::vector<Weighted> ratios;
  for (const Page& page : pages)
    for (const LinePiece& piece : page.pieces)
      if (piece.em > 0 && piece.box.height() > 0) ratios.push_back({piece.em / piece.box.height(), piece.characters});
  const float usual = most_common(std::move(ratios), 0.02f);
  const float ratio = usual > 0 ? usual : kUsualEmByHeight;
  for (Page& page : pages)
    for (LinePiece& piece : page.pieces) {
      if (piece.em <= 0) piece.em = piece.box.height() * ratio;
      piece.em = std::max(piece.em, 0.1f);
    }
}

}  // namespace

float most_common(std::vector<Weighted> values, float step) {
  if (values.empty()) return 0;
  std::map<long, std::size_t> classes;
  const auto class_of = [&](float value) { return std::lround(value / step); };
  for (const Weighted& v : values) classes[class_of(v.value)] += v.weight;
  const long best = std::ranges::max_element(classes, {}, [](const auto& c) { return c.second; })->first;
  std::erase_if(values, [&](const Weighted& v) { return class_of(v.value) != best; });
  std::ranges::sort(values, {}, &Weighted::value);
  return values[values.size() / 2].value;
}

Result<std::vector<Page>> parse_bbox(std::string_view xhtml, std::string_view file) {
  std::vector<Page> pages;
  // A page at a time, so that a long book does not become one large tree.
  for (std::size_t at = xhtml.find("<page "); at != std::string_view::npos; at = xhtml.find("<page ", at)) {
    const std::size_t end = xhtml.find("</page>", at);
    if (end == std::string_view::npos)
      return fail(Cause::malformed, {std::string(file)}, "the pages of the PDF end too early",
                  "save it again from the program that made it");
    std::string source(xhtml.substr(at, end + 7 - at));
    std::ranges::replace(source, '\0', ' ');
    at = end;
    pugi::xml_document tree;
    if (const auto parsed = tree.load_buffer_inplace(source.data(), source.size(), pugi::parse_default, pugi::encoding_utf8); !parsed)
      return fail(Cause::malformed, {std::string(file)}, std::string("a page of the PDF cannot be read: ") + parsed.description(),
                  "save it again from the program that made it");
    Page page;
    const pugi::xml_node root = tree.child("page");
    page.width = coordinate(root, "width");
    page.height = coordinate(root, "height");
    for (const pugi::xml_node flow : root.children("flow"))
      for (const pugi::xml_node block : flow.children("block"))
        for (const pugi::xml_node line : block.children("line")) add_line(page, line);
    pages.push_back(std::move(page));
  }
  if (pages.empty())
    return fail(Cause::malformed, {std::string(file)}, "the PDF has no pages", "save it again from the program that made it");
  settle_spread_lines(pages);
  fill_em(pages);
  return pages;
}

}  // namespace fengbiao
