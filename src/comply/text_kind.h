// What kind of text a pack is about, and how one is told where nobody says it.
//
//   guess_kind(document)  ->  transcript, "12 of 14 lines have a time code"
//
// Where nothing decides, there is no guess. Tested by spoken_lines_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "intake/document.h"

namespace fengbiao {

enum class ComplyKind : std::uint8_t { listing, script, transcript, app, page };
inline constexpr std::size_t kComplyKinds = 5;
std::string_view name_of(ComplyKind kind);
std::optional<ComplyKind> comply_kind_named(std::string_view name);

struct KindGuess {
  ComplyKind kind;
  std::string reason;
};
std::optional<KindGuess> guess_kind(const Document& document);

}  // namespace fengbiao
