#include "publish/page_type.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <vector>

#include "base/process.h"
#include "publish/base64.h"

namespace fengbiao {
namespace {

// What the page asks for, and the font it is cut from.
struct Face {
  std::string_view family, weight;  // in the style sheet
  std::string_view font, pattern;   // of the system, as fontconfig names it
};
constexpr std::array<Face, 3> kFaces{{
    {"Fengbiao Song", "normal", "Noto Serif CJK SC", ":weight=80"},
    {"Fengbiao Song", "bold", "Noto Serif CJK SC", ":weight=200"},
    {"Fengbiao Kai", "normal", "LXGW WenKai", ":weight=80"},
}};

ProcessLimits limits() {
  ProcessLimits limits;
  limits.time = std::chrono::seconds(20);
  limits.output = 32ull << 20;
  return limits;
}

std::optional<std::string> output_of(const std::vector<std::string>& command, std::string_view input) {
  auto run = run_process(command, input, limits());
  if (!run || run->exit_code != 0 || run->out.empty()) return std::nullopt;
  return std::move(run->out);
}

// The part of a font that `html` needs, as a font of its own.
std::optional<std::string> cut(const Face& face, std::string_view html) {
  // fc-match always answers, with a font of another family where the wanted one is missing.
  const auto found = output_of({"fc-match", "-f", "%{file}\n%{index}\n%{family}", fmt::format("{}{}", face.font, face.pattern)}, "");
  if (!found) return std::nullopt;
  const std::size_t first = found->find('\n'), second = found->find('\n', first + 1);
  if (second == std::string::npos || found->find(face.font, second) == std::string::npos) return std::nullopt;
  return output_of({"hb-subset", "--font-file=" + found->substr(0, first), "--face-index=" + found->substr(first + 1, second - first - 1),
                    "--text-file=-", "--no-hinting", "--output-file=-"},
                   html);
}

}  // namespace

std::string page_type(std::string_view html) {
  std::string css;
  for (const Face& face : kFaces)
    if (const auto font = cut(face, html))
      css += fmt::format("@font-face {{ font-family: \"{}\"; font-weight: {}; src: url(data:font/otf;base64,{}) }}\n", face.family,
                         face.weight, base64(*font));
  return css;
}

}  // namespace fengbiao
