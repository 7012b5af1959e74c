// How likely a stretch of Chinese is, as a row of common words: the trigrams that the input method library libime types with
// (Debian's libime-data-language-model, kept by its authors from a large corpus; LGPL-2.1+). The file is built into the program.
//
//   model.score("薄弱环节") > model.score("薄弱环结")     8 to 9 powers of ten apart
//
// Scores are logarithms to the base 10; only those of texts that differ in a word or two are comparable. Beam search over the ways of
// cutting the text into words: linear in time. Tested by language_model_test.cc.
#pragma once

#include <memory>
#include <mutex>
#include <string_view>

#include "base/result.h"

namespace fengbiao {

class LanguageModel {
 public:
  // The one built in. Opened when the first score is asked for: that takes some milliseconds.
  static std::shared_ptr<const LanguageModel> built_in();
  ~LanguageModel();

  // `text` is UTF-8, Chinese characters alone. An empty text scores 0. 0 for all texts when the model cannot be opened.
  [[nodiscard]] double score(std::string_view text) const;
  // Whether the model has it as a word of two characters or more.
  [[nodiscard]] bool knows(std::string_view word) const;
  // Why the model could not be opened, if it could not.
  [[nodiscard]] Result<void> opened() const;

 private:
  LanguageModel();
  struct Open;
  [[nodiscard]] const Open& open() const;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const Open> open_;
};

}  // namespace fengbiao
