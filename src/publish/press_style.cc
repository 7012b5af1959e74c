#include "publish/press_style.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "rules/pack.h"

namespace fengbiao {
namespace {

constexpr std::string_view kFile = "publish/press.yaml";
constexpr double kPointsOfMillimetre = 72 / 25.4;

// A group of numbers, each of which must be there and within bounds.
struct Numbers {
  PackNode group;
  double scale = 1, least = 0, most = 1000;

  Result<void> read(std::string_view name, float& out) const {
    const PackNode node = group[name];
    if (node.missing()) return group.complain(fmt::format("{} is missing", name));
    FB_TRY(const double value, node.number_or(0));
    if (!std::isfinite(value) || value < least || value > most)
      return node.complain(fmt::format("{}: expected a number from {} to {}", name, least, most));
    out = static_cast<float>(value * scale);
    return {};
  }
  Result<void> read_all(std::initializer_list<std::pair<std::string_view, float*>> fields) const {
    for (const auto& [name, out] : fields) FB_CHECK(read(name, *out));
    return {};
  }
};

Result<PressStyle::Color> color_of(const PackNode& node) {
  FB_TRY(const std::string text, node.text());
  unsigned value = 0;
  const char* const end = text.data() + text.size();
  if (text.size() != 7 || text[0] != '#' || std::from_chars(text.data() + 1, end, value, 16).ptr != end)
    return node.complain(fmt::format("expected a color such as #1C1B1A, got \"{}\"", text));
  return PressStyle::Color{(value >> 16) / 255.0, (value >> 8 & 0xFF) / 255.0, (value & 0xFF) / 255.0};
}

}  // namespace

Result<PressStyle> PressStyle::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find(kFile));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(
      pack.only_keys({"paper", "margins", "faces", "sizes", "leading", "indent", "name_spacing", "space", "rules", "cover", "colors"}));
  PressStyle s;
  const auto millimetres = [&](std::string_view name, double least) { return Numbers{pack[name], kPointsOfMillimetre, least, 2000}; };
  FB_CHECK(millimetres("paper", 50).read_all({{"width", &s.paper_width}, {"height", &s.paper_height}}));
  FB_CHECK(millimetres("margins", 0).read_all({{"top", &s.top}, {"bottom", &s.bottom}, {"inner", &s.inner}, {"outer", &s.outer}}));
  FB_CHECK(millimetres("cover", 5).read_all({{"width", &s.cover_width}, {"height", &s.cover_height}}));
  if (s.measure() < 150 || s.depth() < 200) return pack.complain("the margins leave no room for text");
  FB_CHECK(Numbers{pack["sizes"], 1, 4, 100}.read_all({{"name", &s.size.name},
                                                       {"cover", &s.size.cover},
                                                       {"contents_heading", &s.size.contents_heading},
                                                       {"contents", &s.size.contents},
                                                       {"column", &s.size.column},
                                                       {"headline", &s.size.headline},
                                                       {"text", &s.size.text},
                                                       {"source", &s.size.source},
                                                       {"running", &s.size.running},
                                                       {"imprint", &s.size.imprint}}));
  FB_CHECK(Numbers{pack["leading"], 1, 1, 4}.read_all(
      {{"text", &s.leading.text}, {"headline", &s.leading.headline}, {"contents", &s.leading.contents}, {"imprint", &s.leading.imprint}}));
  FB_CHECK(Numbers{pack["space"], 1, 0, 200}.read_all({{"rule", &s.space.rule},
                                                       {"contents", &s.space.contents},
                                                       {"contents_column", &s.space.contents_column},
                                                       {"column", &s.space.column},
                                                       {"headline", &s.space.headline},
                                                       {"text", &s.space.text},
                                                       {"imprint", &s.space.imprint},
                                                       {"running", &s.space.running},
                                                       {"folio", &s.space.folio}}));
  FB_CHECK(Numbers{pack["rules"], 1, 0, 20}.read_all({{"thick", &s.thick}, {"thin", &s.thin}}));
  FB_CHECK(Numbers{pack, 1, 0, 10}.read_all({{"indent", &s.indent}, {"name_spacing", &s.name_spacing}}));
  const PackNode faces = pack["faces"], colors = pack["colors"];
  constexpr std::string_view kNames[kTypeFaces] = {"song", "bold", "kai"};
  for (std::size_t i = 0; i < kTypeFaces; ++i) {
    FB_TRY(s.faces.names[i], faces[kNames[i]].texts());
    if (s.faces.names[i].empty()) return faces.complain(fmt::format("{} is missing", kNames[i]));
  }
  FB_TRY(s.ink, color_of(colors["ink"]));
  FB_TRY(s.quiet, color_of(colors["quiet"]));
  FB_TRY(s.rule, color_of(colors["rule"]));
  return s;
}

}  // namespace fengbiao
