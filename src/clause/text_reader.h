// A text as sentences and clauses with what they hold: quantities, times completed on what is known, names; and what carries over
// from one clause to the next. What observations, policies and checks build on.
//
//   2021年，上海网络零售额达1.3万亿元，同比增长15%；其中实物商品6000亿元。
//     clause 0  time 2021                                     "2021年"
//     clause 1  place 上海, quantity 1.3万亿元, period carried from clause 0
//     clause 2  quantity 15%, place and period carried
//     clause 3  part of clause 1 (其中), place and period carried
//
// A paragraph is read at once, or an article with the places where its paragraphs begin (hard-wrapped lines joined by the caller).
// Linear in time. Tested by text_reader_test.cc.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "clause/read_text.h"
#include "entity/names.h"
#include "quantity/reader.h"
#include "rules/data_set.h"

namespace fengbiao {

// What is known about where the text stands.
struct TextContext {
  std::optional<Date> article_date{}, issue_date{};
  bool durations = false;                   // a span of time that is measured (压缩至12天) is a quantity and no time
  std::vector<std::uint32_t> paragraphs{};  // where a paragraph begins, after the first; offsets in the folded text, rising
};

class TextReader {
 public:
  // Without names it loads and reads faster; subjects and places then stay empty.
  static Result<TextReader> load(const DataSet& data, bool with_names = true);
  TextReader(TextReader&&) noexcept;
  TextReader& operator=(TextReader&&) noexcept;
  ~TextReader();

  // Reads one paragraph (or article) of folded text.
  void read(std::string_view folded, const TextContext& context, ReadText& out, Trace* trace = nullptr,
            std::vector<NameReader::Loser>* name_losers = nullptr) const;

  [[nodiscard]] const QuantityReader& quantities() const;
  [[nodiscard]] const NameReader* names() const;  // nullptr when loaded without

 private:
  struct Parts;
  void name_currencies(ReadText& out) const;
  void take_durations(std::string_view folded, ReadText& out) const;
  explicit TextReader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace fengbiao
