// HTML as a browser shows it, one line a block: gumbo makes the tree, this walks it. White space collapses, <br> ends a
// line, <pre> keeps its lines, a table row of one-line cells is one line with tabs. What is not shown (script, style, hidden
// parts, templates) is left out.
//
//   <h2>Figures</h2><p>a &amp; b<br>c</p>  gives "Figures" (heading 2), "a & b", "c" (paragraphs)
// Follows the white-space rules of CSS 2.2, 16.6, as far as text without styles needs. Does not run scripts, read style
// sheets or number lists. Tested by html_test.cc.
#include <gumbo.h>

#include <utility>
#include <vector>

#include "intake/build.h"
#include "intake/encoding.h"
#include "intake/html_tree.h"
#include "intake/intake.h"

namespace fengbiao {

namespace {

constexpr int kDeepest = 6'000;  // of the tree; check_html_shape keeps it far below

struct Shown {
  std::string text;
  LineRole role = LineRole::paragraph;
  std::uint8_t level = 0;
};

class Page {
 public:
  bool walk(const GumboNode& node, LineRole role, std::uint8_t level, bool pre, int depth) {
    if (depth > kDeepest) return false;
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA: add_text(node.v.text.text, role, level, pre); return true;
      case GUMBO_NODE_ELEMENT: return walk_element(node, role, level, pre, depth);
      case GUMBO_NODE_DOCUMENT: return walk_children(node.v.document.children, role, level, pre, depth);
      default: return true;
    }
  }
  void end_line(LineRole role, std::uint8_t level, bool keep_blank = false) {
    if (!keep_blank)
      while (!line_.empty() && line_.back() == ' ') line_.pop_back();
    if (!line_.empty() || keep_blank) lines.push_back({std::move(line_), role, level});
    line_.clear();
    pending_space_ = false;
  }
  std::vector<Shown> lines;

 private:
  bool walk_children(const GumboVector& children, LineRole role, std::uint8_t level, bool pre, int depth) {
    for (unsigned i = 0; i < children.length; ++i)
      if (!walk(*static_cast<const GumboNode*>(children.data[i]), role, level, pre, depth + 1)) return false;
    return true;
  }

  bool walk_element(const GumboNode& node, LineRole role, std::uint8_t level, bool pre, int depth) {
    const GumboElement& element = node.v.element;
    const GumboTag tag = element.tag;
    if (!is_shown(element)) return true;
    if (tag == GUMBO_TAG_BR) {
      end_line(role, level, pre);
      return true;
    }
    if (is_inline(tag)) return walk_children(element.children, role, level, pre, depth);
    end_line(role, level);  // what stood before belongs to the block around
    LineRole own = role == LineRole::list_item || role == LineRole::heading ? role : LineRole::paragraph;
    std::uint8_t own_level = own == LineRole::heading ? level : 0;
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) {
      own = LineRole::heading;
      own_level = static_cast<std::uint8_t>(tag - GUMBO_TAG_H1 + 1);
    } else if (tag == GUMBO_TAG_LI) {
      own = LineRole::list_item;
      own_level = 0;
    } else if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_TEXTAREA) {
      own = LineRole::plain;
      pre = true;
    }
    if (tag == GUMBO_TAG_TR) return walk_row(element, own, own_level, pre, depth);
    if (!walk_children(element.children, own, own_level, pre, depth)) return false;
    end_line(own, own_level);
    return true;
  }

  // A row whose cells are a line each is a line of a table; one with more in it is only laid out by one.
  bool walk_row(const GumboElement& row, LineRole role, std::uint8_t level, bool pre, int depth) {
    const std::size_t first = lines.size();
    std::vector<std::string> cells;
    bool one_line_each = true;
    for (unsigned i = 0; i < row.children.length; ++i) {
      const auto& child = *static_cast<const GumboNode*>(row.children.data[i]);
      const std::size_t before = lines.size();
      if (!walk(child, role, level, pre, depth + 1)) return false;
      end_line(role, level);
      if (child.type != GUMBO_NODE_ELEMENT) continue;
      one_line_each = one_line_each && lines.size() <= before + 1;
      cells.push_back(lines.size() > before ? lines.back().text : std::string());
    }
    if (!one_line_each || cells.size() < 2 || lines.size() == first) return true;
    lines.resize(first);
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) text += (i > 0 ? "\t" : "") + cells[i];
    lines.push_back({std::move(text), LineRole::table_row, 0});
    return true;
  }

  void add_text(const char* text, LineRole role, std::uint8_t level, bool pre) {
    for (const char* c = text; *c != '\0'; ++c) {
      if (pre && *c == '\n') {
        end_line(role, level, true);
      } else if (pre) {
        line_ += *c;
      } else if (is_html_space(*c)) {
        pending_space_ = !line_.empty();
      } else {
        if (std::exchange(pending_space_, false) && line_.back() != ' ') line_ += ' ';
        line_ += *c;
      }
    }
  }

  std::string line_;
  bool pending_space_ = false;
};

}  // namespace

Result<Document> read_html(std::string_view bytes, std::string_view file, const IntakeLimits& limits) {
  FB_TRY(DecodedText decoded, decode_bytes(bytes, file, declared_charset(bytes)));
  FB_TRY(const HtmlTree tree, HtmlTree::parse(decoded.text, file));
  Page page;
  if (!page.walk(tree.document(), LineRole::paragraph, 0, false, 0))
    return fail(Cause::malformed, {std::string(file)}, "tags nested too deep", "save the page again from a browser, or as text");
  page.end_line(LineRole::paragraph, 0);
  DocumentBuilder builder(file, "text/html", bytes);
  builder.document().encoding = decoded.encoding;
  for (const Shown& line : page.lines) {
    FB_CHECK(check_text_size(builder.size() + line.text.size(), file, limits.text));
    builder.add(line.text, line.role, line.level);
  }
  return builder.finish();
}

}  // namespace fengbiao
