#include "serve/list_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/hash.h"

namespace fengbiao {

namespace {

constexpr std::size_t kHashDigits = 8;
constexpr std::size_t kLookedAround = 1000;  // items on either side of where the last one stood

// An item as its first member, which names it: {"id":"2023-03-20-6c2952ef"
std::string name_of_item(const WriteItem& item, std::size_t i) {
  JsonWriter w;
  item(w, i);
  const std::string text = w.take();
  return fmt::format("{:016x}", hash64(std::string_view(text).substr(0, text.find(",\"")))).substr(0, kHashDigits);
}

// Where a page begins: behind the last item of the page before, wherever that stands now; where it is gone, at the place that was next.
std::size_t first_row(const Parameters& parameters, std::size_t total, const WriteItem& item) {
  const std::string& cursor = parameters.text("cursor");
  const std::size_t dot = cursor.find('.');
  std::size_t place = 0;
  std::from_chars(cursor.data(), cursor.data() + std::min(dot, cursor.size()), place);
  place = std::min(place, total);
  if (dot == cursor.npos) return place;
  const std::string wanted = cursor.substr(dot + 1);
  for (std::size_t away = 0; away < kLookedAround; ++away) {
    if (place + away >= 1 && place + away <= total && name_of_item(item, place + away - 1) == wanted) return place + away;
    if (away > 0 && place >= away + 1 && name_of_item(item, place - away - 1) == wanted) return place - away;
  }
  return place;
}

}  // namespace

RowRange row_range(const Parameters& parameters, std::size_t total, const WriteItem& item) {
  const std::size_t first = first_row(parameters, total, item);
  return {first, std::min<std::size_t>(total, first + parameters.number("limit", kUsualLimit))};
}

void write_list(JsonWriter& w, const Parameters& parameters, std::size_t total, const WriteItem& item) {
  const RowRange range = row_range(parameters, total, item);
  w.key("items");
  w.open('[');
  for (std::size_t i = range.first; i < range.end; ++i) item(w, i);
  w.close(']');
  w.field("total", static_cast<std::uint64_t>(total));
  w.text_or_null("next", range.end < total ? fmt::format("{}.{}", range.end, name_of_item(item, range.end - 1)) : "");
}

Answer list_answer(const Parameters& parameters, std::size_t total, const WriteItem& item, const WriteMore& more) {
  JsonWriter w;
  w.open('{');
  write_list(w, parameters, total, item);
  if (more) more(w);
  w.close('}');
  return json_answer(w);
}

Answer csv_answer(CsvWriter csv) {
  Answer out = answer_of(csv.take(), kCsvType);
  out.headers.emplace_back("Content-Disposition", "attachment; filename=\"fengbiao.csv\"");
  return out;
}

}  // namespace fengbiao
