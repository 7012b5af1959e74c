// DOCX, what editors write in: paragraphs, headings, list items and table rows as lines. Deleted text of tracked changes is
// left out, inserted text kept; a text box is read once, after the paragraph it hangs on; field codes and hidden text are
// left out, a soft hyphen too. Line breaks inside a paragraph begin a new line.
//
//   <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>News</w:t></w:r></w:p>  gives "News", heading 1
// After ECMA-376 part 1, chapter 17, names taken without their prefix. Does not number lists, lay out pages, or read
// headers, footers, notes and comments. Tested by docx_test.cc.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <pugixml.hpp>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "intake/build.h"
#include "intake/docx_styles.h"
#include "intake/intake.h"
#include "intake/zip.h"

namespace fengbiao {

namespace {

constexpr int kDeepest = 300;  // elements inside each other; Word writes some 30
constexpr const char* kMediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

struct Printed {
  std::string text;
  LineRole role = LineRole::paragraph;
  std::uint8_t level = 0;
};

std::string_view attribute(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute a : node.attributes())
    if (local_name(a.name()) == name) return a.value();
  return {};
}
pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node c : node.children())
    if (local_name(c.name()) == name) return c;
  return {};
}
bool is_on(pugi::xml_node property) {
  const std::string_view value = attribute(property, "val");
  return property && value != "0" && value != "false" && value != "off" && value != "none";
}

class Body {
 public:
  explicit Body(const std::unordered_map<std::string, DocxStyle>& styles) : styles_(styles) {}

  // Paragraphs and tables below `node`, wherever content controls and the like have put them. False: nested too deep.
  bool blocks(pugi::xml_node node, std::vector<Printed>& out, int depth) {
    if (depth > kDeepest) return false;
    for (const pugi::xml_node c : node.children()) {
      const std::string_view name = local_name(c.name());
      bool fine = true;
      if (name == "p") fine = paragraph(c, out, depth + 1);
      else if (name == "tbl") fine = table(c, out, depth + 1);
      else if (name == "AlternateContent") fine = blocks(chosen(c), out, depth + 1);
      else if (name != "del" && name != "moveFrom" && name != "sectPr") fine = blocks(c, out, depth + 1);
      if (!fine) return false;
    }
    return true;
  }
  // What a deleted paragraph end at the very end of the document left over.
  void finish(std::vector<Printed>& out) {
    if (!carried_.empty()) out.push_back({std::move(carried_), LineRole::paragraph, 0});
  }

 private:
  struct Open {  // the paragraph being read
    Printed now;
    std::vector<Printed> after;  // text boxes
    std::vector<Printed>* out = nullptr;
  };

  static pugi::xml_node chosen(pugi::xml_node alternate) {
    const pugi::xml_node choice = child(alternate, "Choice");
    return choice ? choice : child(alternate, "Fallback");
  }

  void put_role(pugi::xml_node properties, Printed& line) const {
    const auto style = styles_.find(std::string(attribute(child(properties, "pStyle"), "val")));
    if (style != styles_.end()) {
      line.level = style->second.level;
      if (style->second.numbered) line.role = LineRole::list_item;
    } else {
      line.level = heading_level(attribute(child(properties, "pStyle"), "val"));
    }
    if (const std::string_view own = attribute(child(properties, "outlineLvl"), "val"); own.size() == 1)
      line.level = own[0] >= '0' && own[0] <= '8' ? static_cast<std::uint8_t>(std::min(own[0] - '0' + 1, 6)) : 0;
    if (const pugi::xml_node numbering = child(properties, "numPr"))
      line.role = attribute(child(numbering, "numId"), "val") == "0" ? LineRole::paragraph : LineRole::list_item;
    if (line.level > 0) line.role = LineRole::heading;
  }

  bool paragraph(pugi::xml_node p, std::vector<Printed>& out, int depth) {
    const pugi::xml_node properties = child(p, "pPr");
    Open open;
    open.out = &out;
    put_role(properties, open.now);
    open.now.text = std::move(carried_);
    carried_.clear();
    if (!runs(p, open, depth)) return false;
    // A tracked deletion of the paragraph's end joins it to the next.
    if (child(child(properties, "rPr"), "del")) carried_ = std::move(open.now.text);
    else out.push_back(std::move(open.now));
    out.insert(out.end(), std::make_move_iterator(open.after.begin()), std::make_move_iterator(open.after.end()));
    return true;
  }

  static void break_line(Open& open) {
    Printed next{{}, open.now.role, open.now.level};
    open.out->push_back(std::exchange(open.now, std::move(next)));
  }

  bool runs(pugi::xml_node node, Open& open, int depth) {
    if (depth > kDeepest) return false;
    for (const pugi::xml_node c : node.children()) {
      const std::string_view name = local_name(c.name());
      if (name == "t") {
        open.now.text += c.child_value();
      } else if (name == "tab" || name == "ptab") {
        open.now.text += '\t';
      } else if (name == "br" || name == "cr") {
        break_line(open);
      } else if (name == "noBreakHyphen") {
        append_utf8(open.now.text, 0x2011);
      } else if (name == "sym") {
        const std::string code(attribute(c, "char"));
        if (const unsigned long value = std::strtoul(code.c_str(), nullptr, 16); value > 0)
          append_utf8(open.now.text, static_cast<char32_t>(value));
      } else if (name == "txbxContent") {
        std::string held = std::exchange(carried_, {});
        if (!blocks(c, open.after, depth + 1)) return false;
        carried_ = std::move(held);
      } else if (name == "AlternateContent") {
        if (!runs(chosen(c), open, depth + 1)) return false;
      } else if (name == "r") {
        const pugi::xml_node properties = child(c, "rPr");
        if (is_on(child(properties, "vanish"))) continue;
        if (!runs(c, open, depth + 1)) return false;
      } else if (!is_left_out(name)) {
        if (!runs(c, open, depth + 1)) return false;
      }
    }
    return true;
  }

  static bool is_left_out(std::string_view name) {
    static constexpr std::array<std::string_view, 12> kOut{"pPr", "rPr",        "del",    "moveFrom", "delText", "instrText",
                                                           "rt",  "softHyphen", "rubyPr", "sdtPr",    "fldData", "delInstrText"};
    return std::ranges::find(kOut, name) != kOut.end();
  }

  // Rows, wherever content controls have put them.
  bool table(pugi::xml_node node, std::vector<Printed>& out, int depth) {
    if (depth > kDeepest) return false;
    for (const pugi::xml_node c : node.children()) {
      const std::string_view name = local_name(c.name());
      if (name == "del" || name == "moveFrom" || name == "tblPr" || name == "tblGrid") continue;
      if (!(name == "tr" ? row(c, out, depth + 1) : table(name == "AlternateContent" ? chosen(c) : c, out, depth + 1))) return false;
    }
    return true;
  }

  bool cells(pugi::xml_node node, std::vector<std::vector<Printed>>& out, int depth) {
    if (depth > kDeepest) return false;
    for (const pugi::xml_node c : node.children()) {
      if (local_name(c.name()) == "tc") {
        if (!blocks(c, out.emplace_back(), depth + 1)) return false;
      } else if (local_name(c.name()) != "trPr" && !cells(c, out, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  bool row(pugi::xml_node tr, std::vector<Printed>& out, int depth) {
    if (child(child(tr, "trPr"), "del")) return true;
    std::vector<std::vector<Printed>> found;
    if (!cells(tr, found, depth)) return false;
    if (found.size() == 1) {  // a frame around text
      out.insert(out.end(), std::make_move_iterator(found[0].begin()), std::make_move_iterator(found[0].end()));
      return true;
    }
    Printed line{{}, LineRole::table_row, 0};
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (i > 0) line.text += '\t';
      bool first = true;
      for (const Printed& part : found[i]) {
        if (all_blank(part.text)) continue;
        if (!std::exchange(first, false)) line.text += ' ';
        line.text += part.text;
      }
    }
    out.push_back(std::move(line));
    return true;
  }

  const std::unordered_map<std::string, DocxStyle>& styles_;
  std::string carried_;  // text of a paragraph whose end was deleted
};

// The main part's name: what the package says, else the usual one.
std::string main_part(const ZipParts& parts) {
  if (const auto rels = parts.wanted.find("_rels/.rels"); rels != parts.wanted.end()) {
    pugi::xml_document document;
    if (document.load_buffer(rels->second.data(), rels->second.size()))
      for (const pugi::xml_node relation : document.document_element().children())
        if (std::string_view(relation.attribute("Type").value()).ends_with("/officeDocument")) {
          std::string target = relation.attribute("Target").value();
          if (target.starts_with('/')) target.erase(0, 1);
          if (parts.wanted.contains(target)) return target;
        }
  }
  return "word/document.xml";
}

std::string what_zip(const ZipParts& parts) {
  const auto has = [&](std::string_view name) { return std::ranges::find(parts.names, name) != parts.names.end(); };
  if (has("xl/workbook.xml")) return "an Excel workbook, not a DOCX";
  if (has("ppt/presentation.xml")) return "a PowerPoint file, not a DOCX";
  if (has("content.xml") && has("mimetype")) return "an OpenDocument file, not a DOCX";
  return "a ZIP archive, not a DOCX";
}

}  // namespace

Result<Document> read_docx(std::string_view bytes, std::string_view file, const IntakeLimits& limits) {
  FB_TRY(ZipParts parts, read_zip(bytes, file, limits.text, [](std::string_view name) {
           return name == "_rels/.rels" ||
                  (name.starts_with("word/") && name.ends_with(".xml") && name.find('/', 5) == std::string_view::npos);
         }));
  const std::string name = main_part(parts);
  const auto main = parts.wanted.find(name);
  if (main == parts.wanted.end())
    return fail(Cause::not_text, {std::string(file)}, what_zip(parts), "save it as DOCX, PDF or text; unpack an archive first");
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer_inplace(main->second.data(), main->second.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!parsed)
    return fail(Cause::malformed, {std::string(file)}, fmt::format("a DOCX whose text part is broken: {}", parsed.description()),
                "open it in Word and save it again");
  const auto sheet = parts.wanted.find(name.substr(0, name.rfind('/') + 1) + "styles.xml");
  const auto styles = sheet == parts.wanted.end() ? std::unordered_map<std::string, DocxStyle>{} : docx_styles(sheet->second);
  std::vector<Printed> lines;
  Body body(styles);
  const pugi::xml_node text = child(document.document_element(), "body");
  if (!text) return fail(Cause::malformed, {std::string(file)}, "a DOCX without a text body", "open it in Word and save it again");
  if (!body.blocks(text, lines, 0))
    return fail(Cause::malformed, {std::string(file)}, "a DOCX nested too deep", "open it in Word and save it again");
  body.finish(lines);
  DocumentBuilder builder(file, kMediaType, bytes);
  for (const Printed& line : lines) {
    FB_CHECK(check_text_size(builder.size() + line.text.size(), file, limits.text));
    builder.add(line.text, line.role, line.level);
  }
  return builder.finish();
}

}  // namespace fengbiao
