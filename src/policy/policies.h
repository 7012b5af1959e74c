// Draws the policy documents out of an article that reports on them: laws, regulations, plans, notices, opinions, announcements,
// standards, guidelines, initiatives and drafts of these, with who issued them, their dates and what they change.
//
//   Result<PolicyReader> reader = PolicyReader::load(DataSet::built_in());
//   std::vector<Policy> found; reader->read(article_text, found);
//
// A document that is only cited (根据《…》) or brought in as background is none. Knows one article at a time and no archive. One reader
// serves many threads. Linear in time. Tested by policies_test.cc and the open test set (tests/sets/bulletins).
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "clause/article_text.h"
#include "model/policy.h"
#include "rules/data_set.h"

namespace fengbiao {

class PolicyReader {
 public:
  static Result<PolicyReader> load(const DataSet& data);
  PolicyReader(PolicyReader&&) noexcept;
  PolicyReader& operator=(PolicyReader&&) noexcept;
  ~PolicyReader();

  // Whether the folded words of an article can name a document at all: a title in 《》, or an ending as documents have behind a verb of
  // issuing. Where not, read() finds nothing, and who wants policies alone need not read the article's text.
  [[nodiscard]] bool may_report(std::string_view folded) const;

  // Appends the article's policies in order of the text, one a document. With `dropped`, what only looks like a reported document is
  // given with the rule that says so, and each policy's `reasons` are filled.
  void read(const ArticleText& text, std::vector<Policy>& out, std::vector<Candidate>* dropped = nullptr) const;

 private:
  struct Parts;
  explicit PolicyReader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace fengbiao
