// Sentences and long clauses that stand twice, nearly word for word: in one article, or a whole sentence in two articles of an issue.
// They are flagged where they stand the second time.
//
//   ……在总指数上位居前列。 … ……在总指数上位居国内前列     sentence-in-article-twice
//
// Clauses are compared by what remains of them without marks, blanks and the content of 《》; their figures and titles must be the same.
// A sentence that was printed before word for word is known as a whole, however short its clauses, and so are clauses that follow each
// other as they did before. A clause twice in one sentence counts word for word alone. An article that was mostly printed before, under
// whatever headline, is one finding.
// Every clause is known by its runs of four characters; two that share enough of them are compared by their pairs of characters (Dice
// 1945), so the time stays linear. Tested by repeated_sentences_test.cc and the rules'
// examples.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
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
    bool prose = true;  // else it counts word for word alone: mostly quoted, or no prose
  };
  // A sentence as it was printed first.
  struct Whole {
    std::uint32_t article = 0;
    Span span{};
  };
  // A clause as it was printed, among those before and behind it.
  struct Printed {
    std::uint64_t words = 0;  // hash of what remains, figures and titles
    std::uint32_t article = 0, sentence = 0;
    Span span{};
  };
  // A finding that waits for the end of its article.
  struct Waiting {
    Span span{}, other{};
    std::uint32_t earlier = 0;  // article
    std::size_t size = 0;       // characters
  };
  // The last few of many numbers, in order.
  class Last {
   public:
    void add(std::uint32_t number) {
      if (size_ == kMost) std::shift_left(numbers_.begin(), numbers_.end(), 1);
      else ++size_;
      numbers_[size_ - 1] = number;
    }
    [[nodiscard]] std::span<const std::uint32_t> all() const { return std::span(numbers_).first(size_); }

   private:
    static constexpr std::uint32_t kMost = 4;
    std::array<std::uint32_t, kMost> numbers_{};
    std::uint32_t size_ = 0;
  };
  // What was said in the issue so far; nothing of it is forgotten before the issue ends.
  struct Memory {
    std::pmr::monotonic_buffer_resource room;
    std::vector<Said> said;
    std::pmr::unordered_map<std::uint64_t, Last> runs{&room};        // of four characters: the last clauses that have them
    std::unordered_map<std::u16string, Whole> wholes;                // sentences, by what remains of them
    std::pmr::unordered_map<std::uint64_t, Last> printed_at{&room};  // the last places of a clause in `printed`
    std::vector<Printed> printed;                                    // in order, sentences set apart
    std::unordered_map<std::uint32_t, std::string> titles;           // of articles
    std::uint32_t sentences = 0;
    // Of the article at hand.
    std::u16string theme;  // the headline, as clauses are compared
    std::vector<Waiting> waiting;
    std::size_t size = 0;  // characters of its clauses
  };
  // Articles in printed order.
  void article(const ArticleSubject& subject, Memory& memory, Report& report) const;

 private:
  RepeatedSentences() = default;
  struct Clause {
    Said said;
    std::size_t unquoted = 0;  // characters
    std::uint64_t words = 0;   // hash, as in Printed
    // Where something earlier says the same; article 0: nowhere.
    std::uint32_t article = 0, sentence = 0;
    Span earlier{};
    bool verbatim = false;    // with those beside it, word for word
    std::vector<Last*> runs;  // those of the memory that are its own
    void like(std::uint32_t of_article, std::uint32_t of_sentence, Span span) {
      article = of_article, sentence = of_sentence, earlier = span;
    }
  };
  void sentence(const ArticleSubject& subject, std::vector<Clause>& clauses, Memory& memory, Report& report) const;
  // Whether all of the sentence, short clauses and figures included, was said before; keeps the finding then.
  static bool word_for_word(const std::vector<Clause>& clauses, Memory& memory);
  // Clauses that follow each other as they did before.
  static void mark_printed(std::vector<Clause>& clauses, const Memory& memory);
  // A clause that resembles an earlier one.
  static void mark_alike(Clause& clause, Memory& memory);
  static void find_runs(Clause& clause, Memory& memory);
  void twice_in_sentence(const std::vector<Clause>& clauses, Report& report) const;
  void tell(const ArticleSubject& subject, Memory& memory, Report& report) const;
  static void remember(std::vector<Clause>& clauses, Memory& memory);
  std::shared_ptr<const UseWords> saying_;
  const CheckRule* in_article_ = nullptr;
  const CheckRule* in_issue_ = nullptr;
  const CheckRule* in_sentence_ = nullptr;
  const CheckRule* article_ = nullptr;
};

}  // namespace fengbiao
