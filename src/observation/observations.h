// Draws the observations out of an article: every number that measures something, with what is measured, where, for whom, for when,
// compared with what, how exactly and by whom reported.
//
//   Result<ObservationReader> reader = ObservationReader::load(DataSet::built_in());
//   std::vector<Observation> found; reader->read(article_text, found);
//
// Knows one article at a time and no archive. One reader serves many threads. Linear in time. Tested by the text cases of
// tests/cases/records, the open test set (tests/sets/bulletins) and tests/fuzz/fuzz_observations.cc.
#pragma once

#include <memory>
#include <vector>

#include "base/result.h"
#include "clause/article_text.h"
#include "model/observation.h"
#include "rules/data_set.h"

namespace fengbiao {

class ObservationReader {
 public:
  static Result<ObservationReader> load(const DataSet& data);
  ObservationReader(ObservationReader&&) noexcept;
  ObservationReader& operator=(ObservationReader&&) noexcept;
  ~ObservationReader();

  // Appends the article's observations in order of the text. With `dropped`, the numbers that are no observations are given with the
  // rule that says so, and each observation's `reasons` are filled.
  void read(const ArticleText& text, std::vector<Observation>& out, std::vector<Candidate>* dropped = nullptr) const;

 private:
  struct Parts;
  explicit ObservationReader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace fengbiao
