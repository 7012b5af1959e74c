// Any bytes, as they are and folded: addresses lie in order within the text; one that fits several places has no code.
#include <cstddef>
#include <cstdint>

#include "check_spans.h"
#include "entity/address.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

void check(const AddressReader& reader, std::string_view text) {
  std::vector<Address> found, again;
  reader.find(text, found);
  check_spans(found, text.size());
  for (const Address& a : found)
    demand(a.code.empty() || a.code.size() == 2 || a.code.size() == 6 || a.code.size() == 9 || a.code.size() == 12,
           "a code has its length");
  reader.find(text, again);
  demand(found.size() == again.size(), "the same is found again");
  for (std::size_t i = 0; i < found.size(); ++i)
    demand(found[i].span == again[i].span && found[i].code == again[i].code, "the same address");
}

}  // namespace
}  // namespace fengbiao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fengbiao;
  static const AddressReader reader = *AddressReader::load(DataSet::built_in());
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check(reader, text);
  check(reader, folded(text));
  return 0;
}
