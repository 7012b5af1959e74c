// The faces of type that pages are set in: found with fontconfig by the names in data/publish/press.yaml, measured with HarfBuzz. Chinese
// characters are one glyph each; stretches of Latin are shaped as a whole, so that letters are kerned.
//
//   TypeFaces faces = *TypeFaces::find({.song = {"Noto Serif CJK SC"}, …});
//   faces.shape("2023", TypeFace::song)  ->  four glyphs, each with its advance in em
//
// A character that a face lacks is taken from another face of the system that has it; where none has it, a geta mark stands for it
// and the text keeps the character. Tested by type_lines_test.cc and issue_forms_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fengbiao {

enum class TypeFace : std::uint8_t { song, bold, kai };
inline constexpr std::size_t kTypeFaces = 3;

// A glyph with the bytes of the text that it stands for.
struct Glyph {
  std::uint16_t file = 0;  // number of the font file among those opened
  std::uint32_t id = 0;
  float advance = 0, x_offset = 0;  // em
  std::uint32_t bytes = 0;          // of the text; 0: the cluster before holds them
};

struct FaceNames {
  std::vector<std::string> names[kTypeFaces];  // families, the best first
};

class TypeFaces {
 public:
  // Fails with tool_missing where none of a face's families is installed.
  static Result<TypeFaces> find(const FaceNames& names);
  TypeFaces(TypeFaces&&) noexcept;
  TypeFaces& operator=(TypeFaces&&) noexcept;
  ~TypeFaces();

  // The glyphs of `text`, which lies in one line, from left to right.
  [[nodiscard]] std::vector<Glyph> shape(std::string_view text, TypeFace face) const;

  struct File {
    std::string path;
    int index = 0;
  };
  [[nodiscard]] File file(std::size_t number) const;

 private:
  struct Fonts;
  TypeFaces();
  std::unique_ptr<Fonts> fonts_;
};

}  // namespace fengbiao
