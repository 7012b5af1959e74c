#include "clause/read_text.h"

#include <algorithm>

namespace fengbiao {

std::string_view name_of(Carried from) {
  constexpr std::string_view kNames[] = {"own", "clause", "sentence", "paragraph", "article", "date", "nothing"};
  return kNames[static_cast<std::size_t>(from)];
}

std::string_view name_of(TimeUse use) {
  constexpr std::string_view kNames[] = {"flow", "stock", "forecast", "target", "base", "origin", "window", "told", "aside", "named"};
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
  // 自3月28日以来, 截至11月底: counted from the one day to the other.
  if (holding.since.has() && value.starts_with('@'))
    if (std::string since = value_of(holding.since); since.size() > 1 && since.ends_with('/')) return since + value.substr(1);
  const std::size_t slash = value.find('/');
  if (slash == value.npos) return value;
  if (value[0] == '@') return "@" + value.substr(slash + 1);                          // 截至6月上旬
  if (slash == 0) return value.size() > 5 ? "@" + value.substr(1) : value.substr(1);  // 年底前, 2026年前
  if (slash + 1 == value.size()) return closed(value);
  if (holding.edge == Holding::Edge::whole) return value;
  return holding.edge == Holding::Edge::start ? value.substr(0, slash) : value.substr(slash + 1);
}

// 2019年以来: up to the day of writing, as far as the beginning says it.
std::string ReadText::closed(std::string since) const {
  if (now.empty()) return since;
  const std::string from = since.substr(0, since.size() - 1),
                    month = done.size() == 7 && from.substr(0, 7) <= done ? done : now.substr(1, 7),
                    to = from.size() == 4 ? now.substr(1, 4) : month;
  return from.size() > 7 ? (from.substr(0, 7) == to ? from : from + "/" + to) : from == to ? from : from + "/" + to;
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
  done.clear();
  place_leads = false;
  cuts.clear();
}

}  // namespace fengbiao
