// What SARIF logs have in common, whatever they tell: head, messages in both languages, places, suppressions. The writers are sarif.h
// (findings of the checks) and compliance_sarif.h. Tested by sarif_test.cc and compliance_sarif_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "base/span.h"
#include "engine/check_inputs.h"
#include "publish/record_parts.h"

namespace fengbiao {

// A path as the reference of a URI: what is not plain becomes %XX.
std::string sarif_uri(std::string_view path);

// The log up to its first rule; then from behind the last rule up to the first result; then from behind the last result to the end:
// whether all was read, and properties of the run.
void open_sarif_rules(JsonWriter& w, std::string_view version);
void open_sarif_results(JsonWriter& w);
std::string sarif_end(bool complete, const WriteMore& properties);

// An object with `text`: in English, with the Chinese beside it but for a `message`, which may have no properties.
void write_sarif_message(JsonWriter& w, std::string_view name, const Wording& words, std::string_view more = "");
void write_sarif_text(JsonWriter& w, std::string_view name, std::string_view text);
void write_sarif_artifact(JsonWriter& w, std::string_view shown);
// Lines and columns of a span of the kept text.
void write_sarif_region(JsonWriter& w, std::string_view name, const LineIndex& lines, std::string_view kept, Span span, bool with_words);
void write_sarif_suppression(JsonWriter& w, std::string_view justification);

}  // namespace fengbiao
