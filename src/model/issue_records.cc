#include "model/issue_records.h"

#include <algorithm>

namespace fengbiao {

void fill_texts(IssueRecords& records, const Issue& issue, std::string_view kept) {
  const auto fill = [&](auto& record) {
    // As a rule articles stand in order, the first with n = 1.
    const Article* article = record.article > 0 && record.article <= issue.articles.size() ? &issue.articles[record.article - 1] : nullptr;
    if (article == nullptr || article->n != record.article) {
      const auto found = std::ranges::find(issue.articles, record.article, &Article::n);
      if (found == issue.articles.end()) return;
      article = &*found;
    }
    record.text = printed_words(*article, kept, record.span);
    record.quote = printed_words(*article, kept, record.quote_span);
  };
  for (Observation& o : records.observations) fill(o);
  for (Policy& p : records.policies) fill(p);
}

}  // namespace fengbiao
