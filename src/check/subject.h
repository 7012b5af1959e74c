// What a check looks at: an article with everything that is known of it, and the issue it stands in.
//
// Spans: those of PrintedText and ArticleText are of their own texts (PrintedText::kept and ArticleText::printed lead to the kept text);
// those of observations, policies and pieces are of the kept text.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "check/printed_text.h"
#include "clause/article_text.h"
#include "model/issue.h"
#include "model/observation.h"
#include "model/policy.h"

namespace fengbiao {

struct ArticleSubject {
  const Issue& issue;
  const Article& article;
  std::string_view kept;
  const ArticleText& text;                    // title and paragraphs, folded and read
  const PrintedText& printed;                 // all parts as printed
  std::span<const Observation> observations;  // of this article, in order of the text, corrected
  std::span<const Policy> policies;           // likewise

  // The name of a firm, person, place or body that a span of the kept text has a part of; nullptr: none.
  [[nodiscard]] const Name* named(Span span) const {
    const std::vector<Name>& names = text.read_text().names;
    const auto after = std::ranges::upper_bound(names, span.end - 1, {}, [&](const Name& name) { return text.printed(name.span).begin; });
    return after != names.begin() && text.printed((after - 1)->span).end > span.begin ? &*(after - 1) : nullptr;
  }
};

// An issue with all its records: for checks that need several articles at once.
struct IssueSubject {
  const Issue& issue;
  std::string_view kept;
  std::span<const Observation> observations;
  std::span<const Policy> policies;
};

}  // namespace fengbiao
