// The records of one issue: every article read once, observations and policies drawn from it. What ingest does to every issue before
// the archive sees it, and what `explain` does again to show why. No archive, no disk. Tested by issue_records_test.cc.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "clause/text_reader.h"
#include "model/issue.h"
#include "model/issue_records.h"
#include "observation/observations.h"
#include "policy/policies.h"

namespace fengbiao {

// Everything needed, loaded once and shared by threads.
class RecordReader {
 public:
  static Result<RecordReader> load(const DataSet& data);

  // Texts of the articles need not be filled. Every record has an id of its own.
  [[nodiscard]] IssueRecords read(const Issue& issue, std::string_view kept) const;

  // The same, handing over each article as it was read, with its records so far (tell_apart may still number their ids).
  using OnArticle = std::function<void(const ArticleText& text, std::span<const Observation>, std::span<const Policy>)>;
  [[nodiscard]] IssueRecords read(const Issue& issue, std::string_view kept, const OnArticle& on_article) const;
  // The articles read, without drawing records from them.
  void read_texts(const Issue& issue, std::string_view kept, const std::function<void(const ArticleText&)>& on_article) const;

  // The records of one article with their reasons, and what was considered and dropped.
  struct Explained {
    IssueRecords records;
    std::vector<Candidate> dropped;
  };
  [[nodiscard]] Explained explain(const Issue& issue, const Article& article, std::string_view kept) const;

 private:
  RecordReader(TextReader text, ObservationReader observations, PolicyReader policies)
      : text_(std::move(text)), observations_(std::move(observations)), policies_(std::move(policies)) {}
  TextReader text_;
  ObservationReader observations_;
  PolicyReader policies_;
};

// The day an issue's articles without a date of their own were written: that of its cover, else of its key.
std::optional<Date> issue_date(const Issue& issue);

// Gives an issue another key (bulletin/bulletin.h), and its records the ids that go with the new ids of its articles.
void assign_key(Issue& issue, IssueRecords& records, const std::string& key, std::string_view kept);

}  // namespace fengbiao
