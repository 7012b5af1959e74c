// A small article for tests of this room: title and paragraphs one a line, kept and printed alike; and what one check finds in it.
#pragma once

#include <string>
#include <vector>

#include "check/report.h"
#include "check/subject.h"
#include "clause/article_text.h"
#include "model/issue.h"
#include "rules/data_set.h"

namespace fengbiao {

struct SampleIssue {
  std::string kept;
  Issue issue;

  // Lines: the first is the title, the others paragraphs.
  explicit SampleIssue(std::string text) : kept(std::move(text)) {
    issue.key = "2022-12-05";
    issue.file = "sample.txt";
    Article& article = issue.articles.emplace_back();
    article.n = 1;
    article.id = "2022-12-05-a";
    for (std::uint32_t begin = 0; begin < kept.size();) {
      const auto end = static_cast<std::uint32_t>(std::min(kept.find('\n', begin), kept.size()));
      if (article.title_pieces.empty()) article.title_pieces = {{begin, end}};
      else article.paragraphs.push_back({{{begin, end}}, "", false});
      begin = end + 1;
    }
    fill_texts(article, kept);
  }
};

// What `run(subject, report)` reports of a text; spans are of the text.
template <class Run>
std::vector<Finding> findings_in(const std::string& text, Run&& run) {
  static const TextReader* const reader = new TextReader(*TextReader::load(DataSet::built_in()));
  const SampleIssue sample(text);
  const Article& article = sample.issue.articles.front();
  Report report(sample.issue, sample.kept);
  ArticleText read;
  read.read(*reader, article, sample.kept, Date{2022, 12, 5});
  PrintedText printed;
  printed.read(article, sample.kept);
  run(ArticleSubject{sample.issue, article, sample.kept, read, printed, {}, {}}, report);
  return report.finish().findings;
}

// "rule printed>suggestion" of the findings of one check.
template <class Check>
std::vector<std::string> found_by(const Check& check, const std::string& text) {
  std::vector<std::string> out;
  for (const Finding& f : findings_in(text, [&](const ArticleSubject&subject, Report&report) { check.check(subject, report); }))
    out.push_back(f.rule + " " + std::string(slice(text, f.at.span)) + ">" + f.suggestion);
  return out;
}

}  // namespace fengbiao
