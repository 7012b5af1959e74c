// Any bytes, as they are and folded: quantities and times lie in order within the text and apart from each other, reading again
// gives the same, and every time can be completed on any day, or says why not.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "check_spans.h"
#include "quantity/reader.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

void check(const QuantityReader& reader, std::string_view text, const TimeAnchor& given) {
  QuantityReader::Reading first, again;
  reader.read(text, first);
  check_spans(first.quantities, text.size());
  check_spans(first.times, text.size());
  std::vector<Span> both;
  for (const Quantity& q : first.quantities) both.push_back(q.span);
  for (const Time& t : first.times) both.push_back(t.span);
  std::sort(both.begin(), both.end(), [](Span a, Span b) { return a.begin < b.begin; });
  check_spans(both, text.size(), [](Span s) { return s; });
  for (const Number& n : first.numbers) demand(n.span.begin < n.span.end && n.span.end <= text.size(), "a numeral lies within the text");
  for (const Quantity& q : first.quantities) {
    demand(std::isfinite(q.value) && std::isfinite(q.step), "values are finite");
    demand(!q.value_max || std::isfinite(*q.value_max), "ends of ranges are finite");
    demand(q.hedge.begin <= q.hedge.end && q.hedge.end <= text.size(), "the hedge lies within the text");
  }
  TimeAnchor anchor = given;
  for (const Time& t : first.times) {
    const ResolvedTime resolved = reader.resolve(t, anchor);
    demand(!resolved.value.empty() || !resolved.why_not.empty(), "a time is completed or says why not");
    demand(!resolved.start || !resolved.end || *resolved.start <= *resolved.end, "a time does not end before it begins");
    anchor.before.insert(anchor.before.begin(), {resolved.value, "clause"});
  }
  reader.read(text, again);
  demand(first.quantities.size() == again.quantities.size() && first.times.size() == again.times.size(), "the same is found again");
  for (std::size_t i = 0; i < first.quantities.size(); ++i)
    demand(first.quantities[i].span == again.quantities[i].span && same(first.quantities[i].value, again.quantities[i].value),
           "the same quantity");
  for (std::size_t i = 0; i < first.times.size(); ++i)
    demand(first.times[i].span == again.times[i].span && first.times[i].partial == again.times[i].partial, "the same time");
}

}  // namespace
}  // namespace fengbiao

// The first three bytes say on which day the text was written: years 1 to 9999, or no day at all.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fengbiao;
  static const QuantityReader reader = *QuantityReader::load(DataSet::built_in());
  if (size < 3) return 0;
  TimeAnchor anchor;
  const int year = data[0] < 128 ? 1950 + data[0] : data[0] < 192 ? 1 : 9999;
  if (is_real_date(year, data[1] % 16, data[2] % 32)) anchor.written = Date{year, data[1] % 16, data[2] % 32};
  anchor.future = data[1] & 16;
  const std::string_view text(reinterpret_cast<const char*>(data) + 3, size - 3);
  check(reader, text, anchor);
  check(reader, folded(text), anchor);
  return 0;
}
