// The public record of an article, as docs/formats.md and docs/schema/articles.schema.json promise it.
//
//   {"id":"2023-03-20-1f0c9a3e","file":"2023-03-20.txt", ... ,"paragraphs":["...","..."],"line_start":51,"line_end":57}
//
// As a row of a table it has the same fields: sources joined with a full-width semicolon, paragraphs with a line feed. It needs no
// archive, only the records; model/issue_json.h writes the JSON object. Tested by article_record_test.cc.
#pragma once

#include <string>
#include <vector>

#include "publish/record_table.h"
#include "store/archive_file.h"

namespace fengbiao {

std::vector<TableColumn> article_columns();
// `article` with its texts filled.
std::vector<Cell> article_cells(const Article& article, const StoredIssue& issue);

}  // namespace fengbiao
