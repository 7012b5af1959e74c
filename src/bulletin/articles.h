// Articles inside the parts of an outline: where each begins and ends, which lines are its headline, its paragraphs, its
// author's note. A headline stands behind a column's name or a source line; where a source line is missing, other signs
// must speak: an entry of the contents, white space around a line as around the other headlines, the format's own heading,
// a book's 内容简介 below, a change of subject. Tested by articles_test.cc and the cases in tests/cases/bulletin.
#pragma once

#include <string_view>
#include <vector>

#include "bulletin/outline.h"

namespace fengbiao {

// `kinds` of the outline are filled for the inks that articles claim; `zone_article` gets the article's n for each ink.
std::vector<Article> articles_of(const std::vector<Ink>& inks, std::string_view text, const std::vector<SourceLine>& sources,
                                 const Setting& setting, const Profile& profile, Outline& outline,
                                 std::vector<std::uint32_t>& zone_article);

}  // namespace fengbiao
