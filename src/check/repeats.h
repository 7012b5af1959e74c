// Words that stand twice: a word doubled where it is printed, and words of telling that stand twice in one sentence.
//
//   这是平台的又一次又一次升级           doubled-word: 又一次
//   近日，甲公司近日宣布扩产             time-word-twice: 近日
//
// A doubled word counts only where the text falls apart into words there: 目的的行为 has 目的 and 的. Behind a word its last character may
// stand again by mistake (活动动方案), where it begins no other word. Words are data/check/repeats.yaml and
// telling.yaml. Linear: repeats of up to twelve characters are counted as the text goes by. Tested by repeats_test.cc and the rules'
// examples.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "check/report.h"
#include "check/rule.h"
#include "check/subject.h"
#include "entity/words.h"
#include "rules/data_set.h"
#include "rules/use_words.h"

namespace fengbiao {

// What a word does; the names are those of the classes in the files.
enum class RepeatUse : std::uint8_t { single, area, alone, noun, holds, reduplicated, numeral };
enum class TellingUse : std::uint8_t { recent, told };

class RepeatCheck {
 public:
  // `common` is shared by the checks that cut text into words.
  static Result<RepeatCheck> load(const DataSet& data, RuleBook& book, std::shared_ptr<const Words> common);
  void check(const ArticleSubject& subject, Report& report) const;

 private:
  RepeatCheck() = default;
  struct Unit {
    std::uint32_t code, at, size;
  };
  void doubled(const ArticleSubject& subject, std::size_t part, Report& report) const;
  void told_twice(const ArticleSubject& subject, std::size_t part, Report& report) const;
  [[nodiscard]] bool falls_apart(std::string_view text, Span first, Span second, bool area) const;
  [[nodiscard]] bool left_over(std::string_view text, Span first, Span second) const;
  [[nodiscard]] static bool in_name(const ArticleSubject& subject, Span printed);
  std::shared_ptr<const UseWords> words_, telling_;
  std::shared_ptr<const Words> common_;
  const CheckRule* doubled_ = nullptr;
  const CheckRule* twice_ = nullptr;
};

// Where the words of a stretch of Chinese around `span` begin: the stretch goes to the nearest marks, but not far. begins[i] is of byte
// stretch.begin + i.
struct WordCut {
  Span stretch;
  std::vector<std::uint8_t> begins;
  [[nodiscard]] bool begins_at(std::uint32_t at) const { return begins[at - stretch.begin] != 0; }
};
// `more(at, call)` offers further words as Words::cut asks for them, at places of the stretch's own text.
template <class More>
WordCut cut_around(const Words& common, std::string_view text, Span span, More&& more);
WordCut cut_around(const Words& common, std::string_view text, Span span);
Span stretch_around(std::string_view text, Span span);

template <class More>
WordCut cut_around(const Words& common, std::string_view text, Span span, More&& more) {
  WordCut out{stretch_around(text, span), {}};
  const Characters characters(slice(text, out.stretch));
  out.begins.assign(out.stretch.size() + 1, 0);
  common.cut(
      characters, {0, out.stretch.size()}, [&](std::uint32_t at, auto&& call) { more(out.stretch.begin + at, call); }, out.begins);
  return out;
}

}  // namespace fengbiao
