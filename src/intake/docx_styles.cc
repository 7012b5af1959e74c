#include "intake/docx_styles.h"

#include <algorithm>
#include <pugixml.hpp>

namespace fengbiao {

namespace {

struct Raw {
  std::string based_on;
  int level = -1;  // -1: says nothing, 0: body text
  int numbered = -1;
};

std::string_view value_of(pugi::xml_node node) {
  for (const pugi::xml_attribute a : node.attributes())
    if (local_name(a.name()) == "val") return a.value();
  return {};
}

}  // namespace

std::string_view local_name(const char* name) {
  const std::string_view whole(name);
  const auto colon = whole.rfind(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

std::uint8_t heading_level(std::string_view name) {
  std::string plain;
  for (const char c : name)
    if (c != ' ') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (plain == "title") return 1;
  if (plain.size() != 8 || !plain.starts_with("heading") || plain[7] < '1' || plain[7] > '9') return 0;
  return static_cast<std::uint8_t>(std::min(plain[7] - '0', 6));
}

std::unordered_map<std::string, DocxStyle> docx_styles(std::string_view styles_xml) {
  std::unordered_map<std::string, DocxStyle> out;
  pugi::xml_document document;
  if (!document.load_buffer(styles_xml.data(), styles_xml.size())) return out;
  std::unordered_map<std::string, Raw> raw;
  for (const pugi::xml_node style : document.document_element().children()) {
    if (local_name(style.name()) != "style") continue;
    std::string id;
    for (const pugi::xml_attribute a : style.attributes())
      if (local_name(a.name()) == "styleId") id = a.value();
    Raw found;
    for (const pugi::xml_node part : style.children()) {
      const std::string_view name = local_name(part.name());
      if (name == "basedOn") found.based_on = value_of(part);
      if (name == "name" && heading_level(value_of(part)) > 0) found.level = heading_level(value_of(part));
      if (name != "pPr") continue;
      for (const pugi::xml_node property : part.children()) {
        if (local_name(property.name()) == "numPr") found.numbered = 1;
        if (local_name(property.name()) == "outlineLvl" && found.level < 0) {
          const std::string_view level = value_of(property);
          found.level = level.size() == 1 && level[0] >= '0' && level[0] <= '8' ? std::min(level[0] - '0' + 1, 6) : 0;
        }
      }
    }
    raw.emplace(std::move(id), std::move(found));
  }
  for (const auto& [id, own] : raw) {
    int level = own.level, numbered = own.numbered;
    const Raw* style = &own;
    for (int hops = 0; hops < 20 && (level < 0 || numbered < 0); ++hops) {
      const auto base = raw.find(style->based_on);
      if (base == raw.end()) break;
      style = &base->second;
      if (level < 0) level = style->level;
      if (numbered < 0) numbered = style->numbered;
    }
    if (level > 0 || numbered > 0) out[id] = {static_cast<std::uint8_t>(std::max(level, 0)), numbered > 0};
  }
  return out;
}

}  // namespace fengbiao
