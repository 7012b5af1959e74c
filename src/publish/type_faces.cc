#include "publish/type_faces.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>

#include <array>
#include <optional>
#include <unordered_map>

#include "base/utf8.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr char32_t kGeta = 0x3013;

struct FreePattern {
  void operator()(FcPattern* p) const { FcPatternDestroy(p); }
};
using Pattern = std::unique_ptr<FcPattern, FreePattern>;
struct FreeFont {
  void operator()(hb_font_t* f) const { hb_font_destroy(f); }
};
struct FreeConfig {
  void operator()(FcConfig* c) const { FcConfigDestroy(c); }
};

std::string text_of(const FcPattern& pattern, const char* what) {
  FcChar8* value = nullptr;
  if (FcPatternGetString(&pattern, what, 0, &value) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(value);
}

bool has_family(const FcPattern& pattern, std::string_view wanted) {
  FcChar8* value = nullptr;
  for (int i = 0; FcPatternGetString(&pattern, FC_FAMILY, i, &value) == FcResultMatch; ++i)
    if (reinterpret_cast<const char*>(value) == wanted) return true;
  return false;
}

}  // namespace

struct TypeFaces::Fonts {
  std::unique_ptr<FcConfig, FreeConfig> config{FcInitLoadConfigAndFonts()};
  std::vector<File> files;
  std::vector<std::unique_ptr<hb_font_t, FreeFont>> fonts;  // of the files
  std::array<std::uint16_t, kTypeFaces> of_face{};
  struct Found {
    std::uint16_t file = 0;
    std::uint32_t id = 0;
    float advance = 0;
  };
  std::array<std::unordered_map<char32_t, Found>, kTypeFaces> known;

  // The best match of a pattern, which is filled in by fontconfig.
  Pattern match(FcPattern* wanted) const {
    FcConfigSubstitute(config.get(), wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result = FcResultNoMatch;
    return Pattern(FcFontMatch(config.get(), wanted, &result));
  }
  std::optional<std::uint16_t> open(const FcPattern& found) {
    File file{text_of(found, FC_FILE), 0};
    FcPatternGetInteger(&found, FC_INDEX, 0, &file.index);
    file.index &= 0xFFFF;  // above are instances of variable fonts
    for (std::size_t i = 0; i < files.size(); ++i)
      if (files[i].path == file.path && files[i].index == file.index) return static_cast<std::uint16_t>(i);
    hb_blob_t* bytes = hb_blob_create_from_file(file.path.c_str());
    if (hb_blob_get_length(bytes) == 0) {
      hb_blob_destroy(bytes);
      return std::nullopt;
    }
    hb_face_t* face = hb_face_create(bytes, static_cast<unsigned>(file.index));
    fonts.emplace_back(hb_font_create(face));
    hb_face_destroy(face);
    hb_blob_destroy(bytes);
    files.push_back(std::move(file));
    return static_cast<std::uint16_t>(files.size() - 1);
  }
  float em(std::uint16_t file) const { return static_cast<float>(hb_face_get_upem(hb_font_get_face(fonts[file].get()))); }
  std::optional<Found> in_file(std::uint16_t file, char32_t c) const {
    hb_codepoint_t id = 0;
    if (!hb_font_get_nominal_glyph(fonts[file].get(), c, &id) || id == 0) return std::nullopt;
    return Found{file, id, static_cast<float>(hb_font_get_glyph_h_advance(fonts[file].get(), id)) / em(file)};
  }
  // Another font of the system that has the character.
  std::optional<Found> elsewhere(char32_t c) {
    const Pattern wanted(FcPatternCreate());
    FcCharSet* set = FcCharSetCreate();
    FcCharSetAddChar(set, c);
    FcPatternAddCharSet(wanted.get(), FC_CHARSET, set);
    FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
    FcPatternAddBool(wanted.get(), FC_COLOR, FcFalse);
    FcCharSetDestroy(set);
    const Pattern found = match(wanted.get());
    const auto file = found ? open(*found) : std::nullopt;
    return file ? in_file(*file, c) : std::nullopt;
  }
  Found glyph(char32_t c, TypeFace face) {
    auto& known_here = known[static_cast<std::size_t>(face)];
    if (const auto at = known_here.find(c); at != known_here.end()) return at->second;
    std::optional<Found> found = in_file(of_face[static_cast<std::size_t>(face)], c);
    if (!found) found = in_file(of_face[static_cast<std::size_t>(TypeFace::song)], c);
    if (!found) found = elsewhere(c);
    if (!found) found = in_file(of_face[static_cast<std::size_t>(TypeFace::song)], kGeta);
    return known_here[c] = found.value_or(Found{of_face[0], 0, 1});
  }
};

TypeFaces::TypeFaces() : fonts_(std::make_unique<Fonts>()) {}
TypeFaces::TypeFaces(TypeFaces&&) noexcept = default;
TypeFaces& TypeFaces::operator=(TypeFaces&&) noexcept = default;
TypeFaces::~TypeFaces() = default;

Result<TypeFaces> TypeFaces::find(const FaceNames& names) {
  TypeFaces out;
  Fonts& fonts = *out.fonts_;
  if (!fonts.config) return fail(Cause::tool_missing, {"fontconfig"}, "it knows no fonts", "install fontconfig and fonts-noto-cjk");
  for (std::size_t face = 0; face < kTypeFaces; ++face) {
    std::optional<std::uint16_t> file;
    for (const std::string& name : names.names[face]) {
      const Pattern wanted(FcPatternCreate());
      FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(name.c_str()));
      FcPatternAddInteger(wanted.get(), FC_WEIGHT, face == static_cast<std::size_t>(TypeFace::bold) ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
      const Pattern found = fonts.match(wanted.get());  // of another family where this one is missing
      if (found && has_family(*found, name)) file = fonts.open(*found);
      if (file) break;
    }
    if (!file)
      return fail(Cause::tool_missing, {"fontconfig"},
                  fmt::format("none of these fonts is installed: {}", fmt::join(names.names[face], ", ")),
                  "install fonts-noto-cjk and fonts-lxgw-wenkai, or name other fonts in publish/press.yaml");
    fonts.of_face[face] = *file;
  }
  return out;
}

std::vector<Glyph> TypeFaces::shape(std::string_view text, TypeFace face) const {
  std::vector<Glyph> out;
  bool simple = text.size() > 1;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    const Fonts::Found found = fonts_->glyph(c.code, face);
    out.push_back({found.file, found.id, found.advance, 0, c.size});
    simple = simple && !is_wide(c.code) && found.file == out.front().file;
    at += c.size;
  }
  if (!simple) return out;
  // A stretch of Latin from one font: letters know their neighbours.
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
  hb_buffer_guess_segment_properties(buffer);
  hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  constexpr hb_feature_t kPlain[] = {{HB_TAG('l', 'i', 'g', 'a'), 0, 0, static_cast<unsigned>(-1)}};
  const std::uint16_t file = out.front().file;
  hb_shape(fonts_->fonts[file].get(), buffer, kPlain, 1);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
  const float em = fonts_->em(file);
  std::vector<Glyph> shaped;
  for (unsigned i = 0; i < count; ++i) {
    const std::size_t end = i + 1 < count ? infos[i + 1].cluster : text.size();
    shaped.push_back({file, infos[i].codepoint, static_cast<float>(places[i].x_advance) / em, static_cast<float>(places[i].x_offset) / em,
                      static_cast<std::uint32_t>(end - infos[i].cluster)});
    if (infos[i].codepoint == 0) return hb_buffer_destroy(buffer), out;
  }
  hb_buffer_destroy(buffer);
  return shaped;
}

TypeFaces::File TypeFaces::file(std::size_t number) const { return fonts_->files[number]; }

}  // namespace fengbiao
