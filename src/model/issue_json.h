// The JSON forms of the records. to_json/issue_from_json carry structure only (spans, fields, zones, because), as the
// store keeps it; article_json is the public record of an export, described in docs/formats.md and its JSON Schema.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "model/issue.h"

namespace fengbiao {

std::string to_json(const Issue& issue);
Result<Issue> issue_from_json(std::string_view json);  // fails with `damaged`

// One object: id file issue section n title sources compiled selected_by date author_note paragraphs line_start line_end
// span. The article's texts must be filled.
void write_article_json(JsonWriter& writer, const Article& article, std::string_view file, std::string_view issue_key);

}  // namespace fengbiao
