#include "clause/read_text.h"

#include <algorithm>

namespace fengbiao {

std::string_view name_of(Carried from) {
  constexpr std::string_view kNames[] = {"own", "clause", "sentence", "paragraph", "article", "date", "nothing"};
  return kNames[static_cast<std::size_t>(from)];
}

std::string_view name_of(TimeUse use) {
  constexpr std::string_view kNames[] = {"flow", "stock", "forecast", "target", "base", "origin", "window", "told", "named"};
  return kNames[static_cast<std::size_t>(use)];
}

std::string_view name_of(Outlook outlook) {
  constexpr std::string_view kNames[] = {"actual", "forecast", "target"};
  return kNames[static_cast<std::size_t>(outlook)];
}

std::string ReadText::value_of(const CarriedIndex& period) const {
  if (period.from == Carried::date) return now;
  if (!period.has()) return {};
  std::string value = times[period.index].resolved.value;
  for (std::size_t hours = 0; (hours = value.find('T', 1)) != value.npos;)
    value.erase(hours, std::min(value.find('/', hours), value.size()) - hours);
  return value;
}

std::string ReadText::value_of(const Holding& holding) const {
  std::string value = value_of(holding.period);
  const std::size_t slash = value.find('/');
  if (holding.edge == Holding::Edge::whole || slash == value.npos || slash == 0 || slash + 1 == value.size()) return value;
  return holding.edge == Holding::Edge::start ? value.substr(0, slash) : value.substr(slash + 1);
}

void ReadText::clear() {
  sentences.clear();
  clauses.clear();
  quantities.clear();
  holdings.clear();
  times.clear();
  names.clear();
  places.clear();
  pairings.clear();
  now.clear();
  cuts.clear();
}

}  // namespace fengbiao
