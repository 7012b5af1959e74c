// Any bytes as plain text: the choice of the encoding, line ends, pages.
#include <cstddef>
#include <cstdint>

#include "check_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fengbiao::check_document(fengbiao::read_text({reinterpret_cast<const char*>(data), size}, "f.txt"));
  return 0;
}
