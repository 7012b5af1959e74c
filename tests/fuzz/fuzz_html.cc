// Any bytes as HTML: the guard before the parser, the tree, the lines.
#include <cstddef>
#include <cstdint>

#include "check_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fengbiao::check_document(fengbiao::read_html({reinterpret_cast<const char*>(data), size}, "f.html"));
  return 0;
}
