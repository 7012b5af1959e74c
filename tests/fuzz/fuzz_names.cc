// Any bytes, as they are and folded: names lie in order within the text; what is undecided has candidates and no id; reading again
// gives the same.
#include <cstddef>
#include <cstdint>

#include "check_spans.h"
#include "entity/names.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

void check(const NameReader& reader, std::string_view text) {
  std::vector<Name> names, again;
  std::vector<NameReader::Loser> losers;
  reader.read(text, names);
  check_spans(names, text.size());
  for (const Name& n : names) {
    demand(n.id.empty() || n.candidates.size() < 2, "an undecided name has no id");
    demand(!n.candidates.empty() || !n.canonical.empty(), "a name is decided or has candidates");
  }
  reader.read(text, again, &losers);
  demand(names.size() == again.size(), "the same is found again, with reasons too");
  for (std::size_t i = 0; i < names.size(); ++i) demand(names[i].span == again[i].span && names[i].id == again[i].id, "the same name");
  for (const NameReader::Loser& l : losers) demand(l.name.span.end <= text.size() && !l.why.empty(), "what lost says why");
}

}  // namespace
}  // namespace fengbiao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fengbiao;
  static const NameReader reader = *NameReader::load(DataSet::built_in());
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check(reader, text);
  check(reader, folded(text));
  return 0;
}
