// A draft of an issue as the public sees it: its source, what is read of it, versions, editions, what was accepted, what the checks find.
// Keys as docs/api.md and data/serve/schemas.json promise them. Tested by tests/e2e/serve_desk.py.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/json.h"
#include "desk/desk_book.h"
#include "desk/desk_check.h"

namespace fengbiao {

struct DraftRow {
  DraftVersion version;
  std::size_t articles = 0;
  std::int64_t edition = 0;  // the last published; 0: none
};
Result<std::vector<DraftRow>> draft_rows(DeskBook& book);

struct DraftView {
  DraftVersion version;
  IssueSource source;
  std::vector<DraftVersion> versions;
  std::vector<Edition> editions;
  std::vector<Accepted> accepted;
};
// `version`: 0 for the current one.
Result<DraftView> draft_view(DeskBook& book, const std::string& issue, std::int64_t version);

void write_draft_row_json(JsonWriter& w, const DraftRow& row);
void write_draft_json(JsonWriter& w, const DraftView& draft);
void write_draft_findings_json(JsonWriter& w, const DraftVersion& draft, const DraftCheck& check);

}  // namespace fengbiao
