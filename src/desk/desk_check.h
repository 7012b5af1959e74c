// A draft held against the program's own checks, set as plain text for them: figures, marks, words, source lines; and whether what would
// be printed is read back as it was written.
//
//   DraftCheck check = *check_draft(source, "2023-18", form, checker, book.accepted("2023-18"));
//   check.open_errors()  ->  2: not to be published
//
// Nothing is changed. A finding stays accepted while its sentence stays the same. Tested by tests/cases/cli/issue.test.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "desk/bulletin_form.h"
#include "desk/desk_book.h"
#include "engine/checks.h"

namespace fengbiao {

struct DraftFinding {
  Finding finding;
  std::string fingerprint;
  bool accepted = false;
};

struct DraftCheck {
  CheckedIssue checked;  // its text is the draft as plain text
  std::vector<DraftFinding> findings;
  [[nodiscard]] std::size_t open_errors() const;
};

Result<DraftCheck> check_draft(const IssueSource& source, const std::string& key, const BulletinForm& form, const DocumentChecker& checker,
                               const std::vector<Accepted>& accepted);

// The rule of what is not read back as it was written.
inline constexpr std::string_view kReadsBack = "reads-back";

// Which fields of an article another reading has differently: "title", "paragraphs" …
std::vector<std::string> differing_fields(const SourceArticle& written, const SourceArticle& read);

}  // namespace fengbiao
