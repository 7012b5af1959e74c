// Which column of the bulletin a text belongs in, learned from the articles that the archive's own issues print under each, with what
// speaks for it.
//
//   ColumnModel model = ColumnModel::train(reader, examples);
//   model.propose(reader.features(text))      数据观察 0.84, 行业资讯 0.13 …; because: title has a percentage, 6 to 8 figures a thousand …
//
// What an editor looks at: the figures of headline and text and what they measure, the documents that the text reports on, the length, who
// is named first in the headline, the source line where there is one; and pairs of characters of both. A linear model adds them up
// (text/linear_model.h). It proposes; the editor decides. It knows no column by name, so any bulletin's will do. Tested by
// columns_test.cc; tests/pile/columns.cc trains on some issues and is tested on others.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "pile/pile_text.h"
#include "rules/data_set.h"
#include "text/linear_model.h"

namespace fengbiao {

// The features of one text, as counts and words; what is common to many texts is weighed down when a model is trained.
struct ColumnFeatures {
  std::vector<NamedFeature> facts;                   // "figures in 1000 characters >= 8"
  std::vector<std::string> title_pairs, text_pairs;  // pairs of characters, sorted, each once
};

class ColumnReader {
 public:
  static Result<ColumnReader> load(const DataSet& data);
  ColumnReader(ColumnReader&&) noexcept;
  ColumnReader& operator=(ColumnReader&&) noexcept;
  ~ColumnReader();
  [[nodiscard]] ColumnFeatures features(const PileText& text) const;

 private:
  struct Parts;
  explicit ColumnReader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

struct ColumnProposal {
  std::vector<LinearModel::Score> columns;  // the likeliest first
  struct Reason {
    std::string what;   // "title: 增长", "headline figures: percent"
    double weight = 0;  // for the first column against the second; below 0: against it
  };
  std::vector<Reason> reasons;  // the weightiest first
};

class ColumnModel {
 public:
  struct Example {
    ColumnFeatures features;
    std::string column;
  };
  static ColumnModel train(std::span<const Example> examples);
  [[nodiscard]] bool empty() const { return model_.labels().size() < 2; }
  // Empty where fewer than two columns were learned.
  [[nodiscard]] ColumnProposal propose(const ColumnFeatures& features, std::size_t reasons = 6) const;

 private:
  [[nodiscard]] std::vector<NamedFeature> weighed(const ColumnFeatures& features) const;
  std::unordered_map<std::string, double> rarity_;  // of pairs; those in one text only are not there
  LinearModel model_;
};

}  // namespace fengbiao
