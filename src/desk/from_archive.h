// The source of an issue that an archive holds: what was read from print, to be set again or taken as a beginning; and of an article that
// was fetched.
//
//   IssueSource source = source_of_issue(*archive.issue("2023-03-20"), text);
//
// Blanks in a row become one; nothing else is changed or made up. Tested by tests/cases/cli/issue.test.
#pragma once

#include <string_view>

#include "collect/candidate.h"
#include "desk/issue_source.h"
#include "engine/archive.h"

namespace fengbiao {

// `text`: the kept text, from which the imprint is taken.
IssueSource source_of_issue(const StoredIssue& stored, std::string_view text);
SourceArticle source_of_article(const Article& article);
SourceArticle source_of_candidate(const NewsCandidate& candidate);

}  // namespace fengbiao
