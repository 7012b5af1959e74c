// Lists as every route gives them: {"items":[...],"total":N,"next":CURSOR|null}, and the same rows as CSV.
//
//   list_answer(parameters, rows.size(), [&](JsonWriter& w, std::size_t i) { write(w, rows[i]); })
//
// Tested by list_answer_test.cc.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "base/csv.h"
#include "base/json.h"
#include "publish/record_parts.h"
#include "serve/route.h"

namespace fengbiao {

using WriteItem = std::function<void(JsonWriter&, std::size_t)>;

// Which of `total` rows the limit and cursor let through. A cursor holds the place behind the page before and what its last item was, so
// that nothing is given twice or left out where rows came in between.
struct RowRange {
  std::size_t first = 0, end = 0;
};
RowRange row_range(const Parameters& parameters, std::size_t total, const WriteItem& item);

// "items", "total" and "next" into an open object.
void write_list(JsonWriter& w, const Parameters& parameters, std::size_t total, const WriteItem& item);
// `more`: further keys of the object.
Answer list_answer(const Parameters& parameters, std::size_t total, const WriteItem& item, const WriteMore& more = {});

inline bool wants_csv(const Parameters& parameters) { return parameters.text("format") == "csv"; }
Answer csv_answer(CsvWriter csv);

inline Answer json_answer(JsonWriter& w, unsigned status = 200) { return answer_of(w.take() + "\n", kJsonType, status); }

}  // namespace fengbiao

// Like FB_TRY, in a handler: an error of the engine becomes a problem.
#define FB_ASK_(tmp, decl, ...)                                          \
  auto tmp = (__VA_ARGS__);                                              \
  if (!tmp) return std::unexpected(::fengbiao::problem_of(tmp.error())); \
  decl = std::move(*tmp)
#define FB_ASK(decl, ...) FB_ASK_(FB_CONCAT(fb_ask_, __LINE__), decl, __VA_ARGS__)
