// Sentences and long clauses that stand twice, nearly word for word: in one article, or a whole sentence in two articles of an issue.
// They are flagged where they stand the second time.
//
//   ……在总指数上位居前列。 … ……在总指数上位居国内前列     sentence-in-article-twice
//
// Clauses are compared by what remains of them without marks, blanks and the content of 《》; their figures and titles must be the same.
// A sentence that was printed before word for word is known as a whole, however short its clauses.
// Every clause is known by its runs of four characters; two that share enough of them are compared by their pairs of characters (Dice
// 1945), so the time stays linear. Tested by the rules' examples.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"
#include "rules/data_set.h"
#include "rules/use_words.h"

namespace fengbiao {

class RepeatedSentences {
 public:
  static Result<RepeatedSentences> load(const DataSet& data, RuleBook& book);

  // A clause as it is compared.
  struct Said {
    std::uint32_t article = 0, sentence = 0;  // sentences are numbered through the issue
    Span span{};                              // in the kept text
    std::u16string characters;                // what remains
    std::uint64_t fixed = 0;                  // hash of its figures and titles
    bool figures = false;
  };
  // A sentence as it was printed first.
  struct Whole {
    std::uint32_t article = 0;
    Span span{};
  };
  // What was said in the issue so far.
  struct Memory {
    std::vector<Said> said;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> runs;  // of four characters: the last clauses that have them
    std::unordered_map<std::u16string, Whole> wholes;                    // sentences, by what remains of them
    std::unordered_map<std::uint32_t, std::string> titles;               // of articles
    std::uint32_t sentences = 0;
    std::u16string theme;  // the headline of the article at hand, as clauses are compared
  };
  // Articles in printed order.
  void article(const ArticleSubject& subject, Memory& memory, Report& report) const;

 private:
  RepeatedSentences() = default;
  struct Clause {
    Said said;
    std::uint32_t like = 0;  // 1 + index of an earlier one that says the same, 0: none
  };
  void sentence(const ArticleSubject& subject, std::vector<Clause>& clauses, Memory& memory, Report& report) const;
  // Whether all of the sentence, short clauses and figures included, was said before; flags it then.
  bool word_for_word(const ArticleSubject& subject, const std::vector<Clause>& clauses, Memory& memory, Report& report) const;
  std::shared_ptr<const UseWords> saying_;
  const CheckRule* in_article_ = nullptr;
  const CheckRule* in_issue_ = nullptr;
};

}  // namespace fengbiao
