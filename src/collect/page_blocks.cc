#include "collect/page_blocks.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "intake/html_tree.h"

namespace fengbiao {
namespace {

constexpr int kDeepest = 1'500;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// A class counts as a whole ("ad", not "load"), also as the first or last part of one ("comment-list", "post_share").
bool names_one(std::string_view classes, const std::vector<std::string>& words) {
  std::string name;
  const auto is_word = [&] {
    return std::ranges::any_of(words, [&](const std::string& w) {
      if (!name.starts_with(w) && !name.ends_with(w)) return false;
      if (name.size() == w.size()) return true;
      const char beside = name.starts_with(w) ? name[w.size()] : name[name.size() - w.size() - 1];
      return beside == '-' || beside == '_';
    });
  };
  for (const char c : classes) {
    if (!is_html_space(c)) name += lower(c);
    else if (!name.empty()) {
      if (is_word()) return true;
      name.clear();
    }
  }
  return !name.empty() && is_word();
}

bool is_furniture(GumboTag tag) {
  return tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_FORM || tag == GUMBO_TAG_BUTTON ||
         tag == GUMBO_TAG_FIGCAPTION || tag == GUMBO_TAG_TEXTAREA;
}

std::string raw_text(const GumboElement& element) {
  std::string out;
  for (unsigned i = 0; i < element.children.length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(element.children.data[i]);
    if (child.type != GUMBO_NODE_ELEMENT && child.type != GUMBO_NODE_TEMPLATE && child.type != GUMBO_NODE_DOCUMENT)
      out += child.v.text.text;
  }
  return out;
}

class BlockWalk {
 public:
  BlockWalk(PageBlocks& out, const std::vector<std::string>& drop) : out_(out), drop_(drop) { out_.elements.emplace_back(); }

  void walk(const GumboNode& node, std::size_t at, bool linked, int heading, int depth) {
    if (depth > kDeepest) return;
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA)
      return add_text(node.v.text.text, linked);
    if (node.type != GUMBO_NODE_ELEMENT) return;
    const GumboElement& element = node.v.element;
    read_meta(element);
    // Pages that scripts fill begin with their text out of sight.
    if (element.tag != GUMBO_TAG_HEAD && !is_shown(element, false)) return;
    if (element.tag == GUMBO_TAG_TITLE) return;  // told by read_meta
    if (element.tag == GUMBO_TAG_BR) return end_line(at, heading);
    const bool line = is_inline(element.tag) && !names_one(attribute(element, "class"), drop_);
    std::size_t own = at;
    if (!line) {
      end_line(at, heading);
      const bool named = element.tag != GUMBO_TAG_BODY && element.tag != GUMBO_TAG_HTML &&
                         (names_one(attribute(element, "class"), drop_) || names_one(attribute(element, "id"), drop_));
      own = out_.elements.size();
      out_.elements.push_back({at, element.tag, out_.elements[at].dropped || named || is_furniture(element.tag)});
      if (element.tag >= GUMBO_TAG_H1 && element.tag <= GUMBO_TAG_H6) heading = static_cast<int>(element.tag) - GUMBO_TAG_H1 + 1;
    }
    for (unsigned i = 0; i < element.children.length; ++i)
      walk(*static_cast<const GumboNode*>(element.children.data[i]), own, linked || element.tag == GUMBO_TAG_A, heading, depth + 1);
    if (line) return;
    end_line(own, heading);
    if (element.tag == GUMBO_TAG_TR) join_cells(own);
  }

  void end_line(std::size_t at, int heading) {
    while (!line_.empty() && line_.back() == ' ') line_.pop_back();
    // The two blanks before a paragraph are setting, not text.
    std::size_t begin = 0;
    for (;;) {
      const std::string_view rest = std::string_view(line_).substr(begin);
      if (rest.starts_with("\xE3\x80\x80")) begin += 3;
      else if (rest.starts_with("\xC2\xA0")) begin += 2;
      else if (rest.starts_with(" ")) begin += 1;
      else break;
    }
    line_.erase(0, begin);
    while (line_.ends_with("\xE3\x80\x80")) line_.resize(line_.size() - 3);
    while (line_.ends_with("\xC2\xA0")) line_.resize(line_.size() - 2);
    if (!line_.empty()) {
      const std::size_t all = count_code_points(line_);
      out_.blocks.push_back({std::move(line_), at, all, std::min(linked_, all), heading});
      for (std::size_t e = at;; e = out_.elements[e].parent) {
        ++out_.elements[e].blocks;
        if (e == 0) break;
      }
    }
    line_.clear();
    linked_ = 0;
    pending_ = false;
  }

 private:
  void add_text(std::string_view text, bool linked) {
    for (const char c : text) {
      if (is_html_space(c)) {
        pending_ = !line_.empty();
        continue;
      }
      if (std::exchange(pending_, false) && line_.back() != ' ') line_ += ' ';
      line_ += c;
      linked_ += linked && (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }
  }
  // A row whose cells are a line each is one line.
  void join_cells(std::size_t row) {
    std::size_t first = out_.blocks.size();
    while (first > 0 && out_.inside(out_.blocks[first - 1].element, row)) --first;
    const std::size_t cells = out_.blocks.size() - first;
    if (cells < 2) return;
    for (std::size_t i = first; i < out_.blocks.size(); ++i)
      for (std::size_t j = first; j < i; ++j)
        if (out_.blocks[i].element == out_.blocks[j].element || out_.blocks[i].characters > 60) return;
    PageBlock all{.text = {}, .element = row};
    for (std::size_t i = first; i < out_.blocks.size(); ++i) {
      all.text += (i > first ? "\t" : "") + out_.blocks[i].text;
      all.characters += out_.blocks[i].characters;
      all.linked += out_.blocks[i].linked;
    }
    out_.blocks.resize(first);
    out_.blocks.push_back(std::move(all));
  }
  void read_meta(const GumboElement& element) {
    const auto add = [&](std::string_view name, std::string_view content) {
      if (out_.meta.size() < 500 && !content.empty() && content.size() < 200'000)
        out_.meta.push_back({std::string(name), std::string(content)});
    };
    if (element.tag == GUMBO_TAG_META) {
      for (const char* key : {"property", "name", "itemprop"})
        if (const auto name = attribute(element, key); !name.empty()) add(name, attribute(element, "content"));
    } else if (element.tag == GUMBO_TAG_TITLE) {
      add("title", raw_text(element));
    } else if (element.tag == GUMBO_TAG_SCRIPT && attribute(element, "type") == "application/ld+json") {
      add("ld+json", raw_text(element));
    } else if (element.tag == GUMBO_TAG_TIME) {
      add("time", attribute(element, "datetime"));
    } else if (attribute(element, "rel") == "author") {
      add("rel:author", raw_text(element));
    }
  }
  PageBlocks& out_;
  const std::vector<std::string>& drop_;
  std::string line_;
  std::size_t linked_ = 0;
  bool pending_ = false;
};

}  // namespace

bool PageBlocks::inside(std::size_t element, std::size_t outer) const {
  while (element != outer && element != 0) element = elements[element].parent;
  return element == outer;
}

PageBlocks page_blocks(const GumboNode& root, const std::vector<std::string>& drop) {
  PageBlocks out;
  BlockWalk walk(out, drop);
  walk.walk(root, 0, false, 0, 0);
  walk.end_line(0, 0);
  return out;
}

}  // namespace fengbiao
