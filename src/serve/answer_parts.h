// Pieces that the answers of several routes have in common: an article as a line of a list or as a link, printed lines, counts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "serve/issue_loader.h"
#include "serve/route.h"
#include "serve/snapshot.h"

namespace fengbiao {

// {"id","issue","section","n","title","sources","compiled","selected_by","date","line_start","line_end"}
void write_article_row(JsonWriter& w, const Contents& contents, std::uint32_t article);
// {"id","title","issue","n","date","section","sources"} of the article a record was drawn from.
void write_article_link(JsonWriter& w, const Origin& origin);
void write_article_link(JsonWriter& w, const ArticleRow& row);
// [{"number","text"}] of the lines of an issue, both ends in, kept within its text.
void write_lines(JsonWriter& w, const LoadedIssue& issue, std::uint32_t first, std::uint32_t last);
// {"error","warning","note"}
void write_severities(JsonWriter& w, const std::vector<Finding>& findings);
void write_severities(JsonWriter& w, const std::vector<const Finding*>& findings);

// How a document that was sent is called in the answer; what it is, its bytes tell.
std::string name_of_document(const Parameters& parameters);
inline const Parameter kDocumentName{"name", ParameterType::text, "what the document is called in the answer"};

}  // namespace fengbiao
