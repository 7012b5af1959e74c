#include "base/printable.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace fengbiao {

std::string printable(std::string_view bytes, bool keep_newlines) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const Decoded d = decode(bytes, i);
    if (!d.valid) {
      out += "\xEF\xBF\xBD";
    } else if (keep_newlines && (d.code == '\n' || d.code == '\t')) {
      out += static_cast<char>(d.code);
    } else if (d.code < 0x20 || (d.code >= 0x7F && d.code < 0xA0)) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(d.code));
    } else {
      out.append(bytes, i, d.size);
    }
    i += d.size;
  }
  return out;
}

}  // namespace fengbiao
