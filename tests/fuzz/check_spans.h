// What holds for every list of records whatever the text: they lie within it, none is empty, in order, never overlapping.
#pragma once

#include "base/span.h"
#include "check_document.h"

namespace fengbiao {

template <class List, class SpanOf>
void check_spans(const List& list, std::size_t size, SpanOf&& span_of) {
  std::size_t at = 0;
  for (const auto& item : list) {
    const Span span = span_of(item);
    demand(span.begin >= at, "records lie in order and never overlap");
    demand(span.begin < span.end && span.end <= size, "a record lies within the text");
    at = span.end;
  }
}

template <class List>
void check_spans(const List& list, std::size_t size) {
  check_spans(list, size, [](const auto& item) { return item.span; });
}

}  // namespace fengbiao
