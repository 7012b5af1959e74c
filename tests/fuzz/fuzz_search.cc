// Any bytes as a text to be searched: its form is well-formed, is its own form, and every byte of it comes from somewhere.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "search/search_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fengbiao;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Folded form;
  search_text(text, form);
  if (first_malformed(form.text) || search_text(form.text) != form.text || form.origin.size() != form.text.size() + 1) std::abort();
  for (std::size_t i = 0; i + 1 < form.origin.size(); ++i)
    if (form.origin[i] > form.origin[i + 1] || form.origin[i] >= size) std::abort();
  return 0;
}
