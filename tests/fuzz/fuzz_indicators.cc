// Any bytes as a file of data/lexicon/indicators: it is refused with words and a place, or its entries are whole. The first line is also
// a phrase to look up, of whatever it names: what is found by a phrase is found again, and looking for nothing finds nothing.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "check_document.h"
#include "observation/indicators.h"
#include "observation/indicators_file.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

void check_file(std::string_view bytes) {
  const DataSet::File file{"lexicon/indicators/f.yaml", "f.yaml", std::string(bytes)};
  const Result<IndicatorFile> read = read_indicator_file(file);
  const auto lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
  if (!read) {
    demand(!read.error().what.empty() && !read.error().message().empty(), "a refusal has words");
    demand(read.error().place.file == "f.yaml" && read.error().place.line >= 1 && read.error().place.line <= lines,
           "and a place in the file");
    return;
  }
  demand(!read->topic.empty(), "a file has a topic");
  for (const Indicator& entry : read->indicators) {
    demand(!entry.id.empty() && entry.topic == read->topic, "an entry has an id and the topic of its file");
    demand(entry.place.line >= 1 && entry.place.line <= lines, "an entry stands in the file");
    demand(entry.name.empty() || (!entry.units.empty() && !name_of(entry.kind).empty()), "an entry that is no addition is whole");
    for (const Indicator::Example& example : entry.examples)
      demand(example.place.line >= entry.place.line && example.place.line <= lines, "an example stands in its entry");
  }
}

void check_phrase(const Indicators& known, std::string_view phrase) {
  const std::string form = folded(phrase);
  for (const std::string_view unit : {"CNY", "%", ""})
    for (const Measure measure : {Measure::level, Measure::growth, Measure::share}) {
      const Indicators::Match match = known.match(form, unit, measure);
      demand(known.find(form, unit, measure) == match.indicator, "to find is to match");
      if (!match.indicator) continue;
      demand(known.by_id(match.indicator->id) == match.indicator, "what is found is one of the lexicon");
      demand(!match.name.empty(), "and by a name of its own");
    }
  if (phrase.size() % 16 != 1) return;  // now and then: these go through all names
  demand(known.query(phrase, 5).size() <= 5, "not more than wanted");
  for (const Indicator* one : known.near(phrase)) demand(known.by_id(one->id) == one, "what is near is one of the lexicon");
}

}  // namespace
}  // namespace fengbiao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fengbiao;
  static const Indicators known = *Indicators::load(DataSet::built_in());
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_file(bytes);
  check_phrase(known, bytes.substr(0, std::min<std::size_t>(bytes.find('\n'), 120)));
  return 0;
}
