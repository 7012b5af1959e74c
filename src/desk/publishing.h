// A draft checked, a finding of it accepted, an issue published: the same from the command line and over HTTP.
//
//   const DraftChecker checker = *DraftChecker::load(options);
//   DraftCheck check = *checker.check(book, *book.draft("2023-18"));
//   Publication p = *checker.publish(book, "2023-18", {.by = "编辑部", .at = now});     // no edition where errors are open
//
// Loading takes a while, so it is done once. Threads may share one, each with a book of its own. Tested by tests/cases/cli/issue.test and
// tests/e2e/serve_desk.py.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "desk/bulletin_form.h"
#include "desk/desk_check.h"

namespace fengbiao {

struct ToPublish {
  std::optional<std::int64_t> after = {};  // the version that was looked at; the current one where it is left out
  std::string by, at;                      // who, when (UTC)
  std::string correction;                  // what the edition before had wrong; needed where there is one, and only then
};

struct Publication {
  DraftCheck check;
  std::optional<Edition> edition;  // none: an error is open
};

class DraftChecker {
 public:
  static Result<DraftChecker> load(const ReadOptions& options);

  Result<DraftCheck> check(DeskBook& book, const DraftVersion& draft) const;
  // Gives what was accepted. Fails with not_found where the draft has no such finding.
  Result<Accepted> accept(DeskBook& book, const DraftVersion& draft, Accepted acceptance) const;
  // A correction stands in the published version as a notice. Fails with conflict where the draft has a later version than `after`, where
  // an edition is there and nothing is corrected, or the reverse.
  Result<Publication> publish(DeskBook& book, const std::string& issue, const ToPublish& wanted) const;

 private:
  DraftChecker(BulletinForm form, DocumentChecker checker) : form_(std::move(form)), checker_(std::move(checker)) {}
  BulletinForm form_;
  DocumentChecker checker_;
};

}  // namespace fengbiao
