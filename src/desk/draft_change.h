// What an editor does to a draft, the same from the command line and over HTTP: each change makes the next version of it.
//
//   change_draft(book, "ec.fb", "2023-18", {.op = "move", .after = 6, .n = 7, .section = "数据观察"}, options)  ->  version 7
//
// | op | what it takes |
// | new | `from`, an issue of the archive, or `text`; `set` for fields of the issue |
// | add | `article` of the archive, `candidate` that was fetched, or `text`; `section`, else its own or the proposed one; `at` |
// | remove | `n` |
// | move | `n`, `section`, `at` |
// | edit | `set`, of article `n` or, where that is 0, of the issue; `text`: the article, or the whole source, anew |
// | undo | nothing: back to the version before |
//
// Numbers are those of the printed order, from 1; `at` is the place within the column, 0 for its end. Tested by tests/cases/cli/issue.test
// and tests/e2e/serve_desk.py.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "desk/desk_book.h"
#include "engine/reading.h"

namespace fengbiao {

struct DraftChange {
  std::string op;
  std::optional<std::int64_t> after = {};  // the version that was looked at; the current one where it is left out
  std::string by = {}, at = {};            // who, when (UTC)
  std::size_t n = 0, place = 0;
  std::string section = {}, from = {}, article = {}, candidate = {};
  std::optional<std::string> text = {};
  std::string text_place = {};  // where the text is from, for messages
  std::vector<std::pair<std::string, std::string>> set = {};
};

struct ChangedDraft {
  DraftVersion version;
  std::size_t articles = 0;
  bool changed = true;  // otherwise the version is the one there was
};

// Fails with conflict where the draft has a later version than `after`, where it would not be a change that can be made; with not_found
// where there is no such thing; with invalid_argument or malformed and its place where the request or its text is wrong.
Result<ChangedDraft> change_draft(DeskBook& book, const std::filesystem::path& archive, const std::string& issue, const DraftChange& change,
                                  const ReadOptions& options);

}  // namespace fengbiao
