// What a broken pdftotext could print: pages, boxes, words.
#include <cstddef>
#include <cstdint>

#include "check_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fengbiao::check_document(fengbiao::document_from_bbox({reinterpret_cast<const char*>(data), size}, "f.pdf"));
  return 0;
}
