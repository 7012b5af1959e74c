#include "base/result.h"

#include <fmt/format.h>

#include "base/printable.h"

namespace fengbiao {

std::string_view name_of(Cause cause) {
  switch (cause) {
    case Cause::invalid_argument: return "invalid_argument";
    case Cause::not_found: return "not_found";
    case Cause::unreadable: return "unreadable";
    case Cause::empty: return "empty";
    case Cause::not_text: return "not_text";
    case Cause::malformed: return "malformed";
    case Cause::locked: return "locked";
    case Cause::no_text_layer: return "no_text_layer";
    case Cause::not_a_bulletin: return "not_a_bulletin";
    case Cause::too_large: return "too_large";
    case Cause::timed_out: return "timed_out";
    case Cause::tool_missing: return "tool_missing";
    case Cause::disk_full: return "disk_full";
    case Cause::not_writable: return "not_writable";
    case Cause::busy: return "busy";
    case Cause::not_an_archive: return "not_an_archive";
    case Cause::newer_format: return "newer_format";
    case Cause::damaged: return "damaged";
    case Cause::conflict: return "conflict";
  }
  return "unknown";
}

std::string Error::message() const {
  std::string out;
  if (!place.file.empty()) {
    out += place.file;
    if (place.line > 0) out += fmt::format(":{}", place.line);
    if (place.line > 0 && place.column > 0) out += fmt::format(":{}", place.column);
    out += ": ";
  }
  out += what;
  if (!advice.empty()) out += fmt::format(" ({})", advice);
  return printable(out);
}

}  // namespace fengbiao
