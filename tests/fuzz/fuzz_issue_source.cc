// Any bytes as the source of an issue: they are refused with a place, or what is written of them is parsed the same again.
#include <cstddef>
#include <cstdint>

#include "check_document.h"
#include "desk/issue_source.h"

namespace fengbiao {
namespace {

void check_source(std::string_view bytes) {
  const auto read = parse_issue_source(bytes, "fuzz");
  if (!read) {
    demand(!read.error().place.file.empty() && !read.error().what.empty(), "an error has a place and words");
    return;
  }
  const std::string text = write_issue_source(*read);
  const auto again = parse_issue_source(text, "again");
  demand(again.has_value(), "what is written is parsed");
  demand(*again == *read, "and is the same");
  demand(write_issue_source(*again) == text, "in the same words");
}

}  // namespace
}  // namespace fengbiao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fengbiao::check_source({reinterpret_cast<const char*>(data), size});
  return 0;
}
