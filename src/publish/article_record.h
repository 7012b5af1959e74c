// The public record of an article, as docs/formats.md and docs/schema/articles.schema.json promise it.
//
//   {"id":"2023-03-20-1f0c9a3e","file":"2023-03-20.txt", ... ,"paragraphs":["...","..."],"line_start":51,"line_end":57}
//
// CSV has the same fields in one row: sources joined with a full-width semicolon, paragraphs with a line feed. It needs no
// archive, only the records. Tested by article_record_test.cc.
#pragma once

#include <string>
#include <vector>

#include "store/archive_file.h"

namespace fengbiao {

enum class ExportFormat { jsonl, csv };

// The columns of the CSV of articles, in order.
std::vector<std::string> article_columns();

// The articles of one issue, texts filled, in printed order, at the end of `out`. CSV rows come without the header.
void append_article_records(const StoredIssue& issue, ExportFormat format, std::string& out);

}  // namespace fengbiao
