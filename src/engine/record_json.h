// The JSON forms of what is found in a text; docs/formats.md describes the keys, which are always there, null where nothing is known.
// Spans are bytes of the decoded text of the document. Tested by text_records_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "clause/text_reader.h"
#include "engine/passages.h"
#include "entity/address.h"
#include "text/fold.h"

namespace fengbiao {

// Where a passage stands, so that spans of its folded text can be given as places of the document.
struct RecordPlace {
  std::string_view file;
  const Passage& passage;
  const Folded& folded;

  // What was printed under a span of the folded text, as bytes of the passage.
  [[nodiscard]] Span printed(Span span) const;
  [[nodiscard]] std::string_view words(Span span) const;
};

std::string record_json(const RecordPlace& place, const Quantity& quantity);
std::string record_json(const RecordPlace& place, const TimeInText& time);
std::string record_json(const RecordPlace& place, const Number& number);
std::string record_json(const RecordPlace& place, const Name& name);
std::string record_json(const RecordPlace& place, const Address& address);

}  // namespace fengbiao
