// What an editor does to an issue: articles put in, taken out, moved to another column or place. Numbers are those of the printed order,
// from 1.
//
//   move_article(source, 7, "数据观察", 1);     // to the head of that column
//
// An issue is left as it was where an edit fails. A column stands while it has articles. Tested by issue_edits_test.cc.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "desk/issue_source.h"

namespace fengbiao {

// `at`: place within the column, 0 for its end. Gives the article's number. Fails with conflict where the headline is there already.
Result<std::size_t> add_article(IssueSource& source, const std::string& section, std::size_t at, SourceArticle article);
Result<SourceArticle> remove_article(IssueSource& source, std::size_t n);
// Into the same column where `section` is empty.
Result<std::size_t> move_article(IssueSource& source, std::size_t n, std::string section, std::size_t at);

}  // namespace fengbiao
