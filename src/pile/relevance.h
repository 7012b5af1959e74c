// How near a text is to the field of a bulletin: by the words that the archive's articles have more often than other Chinese texts do.
//
//   FieldModel field = FieldModel::learn(words, articles);
//   field.relevance(text)       0.62: nearer than 62 of 100 articles of the archive; for it 跨境电商 直播, against it 球队
//
// A word weighs the logarithm of its share of the archive's articles over the share it would have by its frequency in a large corpus
// (data/text/words.tsv); a text's nearness is the mean over its words. Given as its place among the archive's own articles, each measured
// as if it were not there. Knows no word itself: an archive of another field has another one. Tested by relevance_test.cc.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "entity/words.h"
#include "pile/pile_text.h"

namespace fengbiao {

struct Relevance {
  double value = 0;     // share of the archive's articles that are no nearer
  double nearness = 0;  // the mean itself
  struct Word {
    std::string word;
    double weight = 0;  // below 0: more common elsewhere
  };
  std::vector<Word> reasons;  // the weightiest first
};

class FieldModel {
 public:
  // `words` must be there as long as the model is.
  static FieldModel learn(std::shared_ptr<const Words> words, std::span<const PileText> articles);
  [[nodiscard]] bool empty() const { return nearness_.empty(); }
  [[nodiscard]] Relevance relevance(const PileText& text, std::size_t reasons = 8) const;

 private:
  [[nodiscard]] std::vector<std::string> words_of(const PileText& text) const;
  // Its weight; `of_itself`: as if one article that has it were not there.
  [[nodiscard]] double weight(const std::string& word, std::size_t text_words, bool of_itself) const;
  [[nodiscard]] double mean(const std::vector<std::string>& words, bool of_itself) const;
  std::shared_ptr<const Words> words_;
  std::map<std::string, std::uint32_t, std::less<>> articles_with_;
  std::size_t articles_ = 0;
  std::vector<double> nearness_;  // of the articles, sorted
};

}  // namespace fengbiao
