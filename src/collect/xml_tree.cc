#include "collect/xml_tree.h"

#include <fmt/format.h>

#include <algorithm>

namespace fengbiao {
namespace {

constexpr std::size_t kDeepest = 256, kMostElements = 500'000;

Place place_of(std::string_view text, std::size_t at, std::string_view address) {
  const std::string_view before = text.substr(0, at);
  const auto line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t newline = before.rfind('\n');
  return {std::string(address), line, newline == before.npos ? at + 1 : at - newline};
}

Result<void> check_shape(std::string_view text, std::string_view address) {
  const auto broken = [&](Cause cause, std::size_t at, std::string what) {
    return fail(cause, place_of(text, at, address), std::move(what));
  };
  std::size_t depth = 0, elements = 0;
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at)) {
    const std::string_view rest = text.substr(at);
    const auto skip_to = [&](std::string_view end) {
      const std::size_t found = text.find(end, at + 2);
      at = found == text.npos ? text.size() : found + end.size();
    };
    if (rest.starts_with("<!--")) {
      skip_to("-->");
    } else if (rest.starts_with("<![CDATA[")) {
      skip_to("]]>");
    } else if (rest.starts_with("<?")) {
      skip_to("?>");
    } else if (rest.starts_with("<!ENTITY")) {
      return broken(Cause::malformed, at, "XML that declares entities of its own, which are not expanded");
    } else if (rest.starts_with("<!")) {
      ++at;
    } else if (rest.starts_with("</")) {
      depth -= depth > 0;
      skip_to(">");
    } else {
      if (++elements > kMostElements) return broken(Cause::too_large, at, fmt::format("more than {} elements", kMostElements));
      const std::size_t end = text.find('>', at);
      if (end == text.npos || text[end - 1] != '/') ++depth;
      if (depth > kDeepest) return broken(Cause::malformed, at, fmt::format("elements nested more than {} deep", kDeepest));
      at = end == text.npos ? text.size() : end + 1;
    }
  }
  return {};
}

}  // namespace

Result<pugi::xml_document> parse_xml(std::string_view text, std::string_view address) {
  FB_CHECK(check_shape(text, address));
  pugi::xml_document document;
  const auto parsed =
      document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
  if (!parsed) {
    const auto at = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)), text.size());
    std::string what = parsed.description();
    if (!what.empty() && what[0] >= 'A' && what[0] <= 'Z') what[0] = static_cast<char>(what[0] + 32);
    return fail(Cause::malformed, place_of(text, at, address), "broken XML: " + what);
  }
  return document;
}

std::string text_below(const pugi::xml_node& node) {
  std::string out;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) out += child.value();
    else if (child.type() == pugi::node_element) out += text_below(child);
  }
  return out;
}

}  // namespace fengbiao
