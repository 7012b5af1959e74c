#include "serve/list_answer.h"

#include <fmt/format.h>

namespace fengbiao {

RowRange row_range(const Parameters& parameters, std::size_t total) {
  const std::size_t first = std::min<std::size_t>(parameters.number("cursor", 0), total);
  return {first, std::min<std::size_t>(total, first + parameters.number("limit", kUsualLimit))};
}

void write_list(JsonWriter& w, const Parameters& parameters, std::size_t total, const WriteItem& item) {
  const RowRange range = row_range(parameters, total);
  w.key("items");
  w.open('[');
  for (std::size_t i = range.first; i < range.end; ++i) item(w, i);
  w.close(']');
  w.field("total", static_cast<std::uint64_t>(total));
  w.text_or_null("next", range.end < total ? fmt::format("{}", range.end) : "");
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
