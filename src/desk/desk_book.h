// The drafts of issues inside an archive: every version is kept, with who made it and why, and the way back to the one before. What was
// accepted against a finding, and what was published, stands beside them and is only ever added.
//
//   DeskBook book = *DeskBook::open("ec.fb", OpenMode::write);
//   book.put("2023-18", source, 2, {.by = "编辑部", .what = "add 3", .at = "2023-09-12T08:00:00Z"});
//   book.undo("2023-18", 3, …);   // a new version with the words of the one before
//
// A killed program leaves a version whole or not at all. What a draft may hold and when it may be published is said by desk_check.h. Tested
// by desk_book_test.cc, broken rows by tests/e2e/broken_rows.py.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/issue_source.h"
#include "store/archive_file.h"
#include "store/sqlite.h"

namespace fengbiao {

struct DeskAct {
  std::string by, what, at;  // who, what was done, when (UTC)
};

struct DraftVersion : DeskAct {
  std::string issue;
  std::int64_t version = 0;  // from 1
  std::int64_t parent = 0;   // the version it was made from; 0: none
  std::string text;          // the source
};

struct Accepted {
  std::string fingerprint, rule, quote, by, why, at;
};

struct Edition {
  std::int64_t edition = 0, version = 0;  // edition from 1
  std::string by, at, correction;         // notice of what the edition before had wrong; empty for the first
};

class DeskBook {
 public:
  static Result<DeskBook> open(const std::filesystem::path& archive, OpenMode mode);

  Result<std::vector<std::string>> issues();
  // 0: the current one. Fails with not_found.
  Result<DraftVersion> draft(std::string_view issue, std::int64_t version = 0);
  Result<std::vector<DraftVersion>> history(std::string_view issue);  // without texts
  // `after`: the version that the source was made from; fails with conflict where there is a later one by now (0: a new issue).
  Result<DraftVersion> put(std::string_view issue, const IssueSource& source, std::int64_t after, const DeskAct& act);
  // `version`: the one to be undone. Fails with conflict where there is a later one by now, or nothing before it.
  Result<DraftVersion> undo(std::string_view issue, std::int64_t version, const DeskAct& act);
  // The error of a change to a version that is no longer the current one.
  static std::unexpected<Error> overtaken(std::string_view issue);

  Result<std::vector<Accepted>> accepted(std::string_view issue);
  Result<void> accept(std::string_view issue, const Accepted& acceptance);
  Result<std::vector<Edition>> editions(std::string_view issue);
  Result<DraftVersion> edition(std::string_view issue, std::int64_t number);  // what was published as that
  // `corrected`: kept as the next version, at once with the edition or not at all. Fails with conflict where there is an edition and
  // nothing is corrected, or the reverse, and where there is a later version than `version` for what is corrected.
  Result<Edition> publish(std::string_view issue, std::int64_t version, const DeskAct& act, const std::string& correction,
                          const IssueSource* corrected = nullptr);

  // What does not hold together, in words.
  Result<std::vector<std::string>> trouble();

 private:
  Result<bool> has_tables();
  Result<DraftVersion> put_next(std::string_view issue, const IssueSource& source, std::int64_t after,
                                const DeskAct& act);  // in a transaction
  template <class Do>
  auto written(const Do& what) -> decltype(what());
  std::unique_ptr<Connection> db_;
};

}  // namespace fengbiao
