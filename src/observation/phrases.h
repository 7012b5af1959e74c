// ThingPhrases as names of things: the part of a stretch of text that names what is measured, and what its words are good for. Words for an
// aspect (规模, 使用率) say what of a thing is measured, modifiers (全年, 累计) how; neither is a thing. Tested by phrases_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "observation/scene.h"

namespace fengbiao {

class ThingPhrases {
 public:
  explicit ThingPhrases(const Scene& scene) : s_(scene) {}

  // As printed, without what stands in brackets inside.
  [[nodiscard]] std::string printed(Span span) const;
  // Without marks, and without words that lead in or trail off, at the ends.
  [[nodiscard]] Span cleaned(Span span) const;
  // Of a long phrase the part that names the thing: behind 等, behind a verb whose object it is, behind the last 的.
  [[nodiscard]] Span core(Span span) const;

  // What of the words something can be said of: 跨境电商 of 跨境电商进出口; empty where only aspects and modifiers stand.
  [[nodiscard]] std::string stem_of(std::string_view words) const;
  // Of 增加值占GDP比重 the 增加值; other words as they are.
  [[nodiscard]] std::string_view having(std::string_view words) const;
  // The aspects and modifiers at the end.
  [[nodiscard]] std::string_view aspect_of(std::string_view words) const;
  [[nodiscard]] bool is_generic(std::string_view words) const;  // only aspects and modifiers
  [[nodiscard]] bool only_modifiers(std::string_view words) const;
  [[nodiscard]] bool is_pronoun(std::string_view words) const;  // 其, 该数字
  [[nodiscard]] bool holds(Span span, Part part) const;
  [[nodiscard]] bool begins_with(Span span, Part part) const;
  [[nodiscard]] bool is_no_subject(Span span) const;          // 增势最强的是甲, 各市中, 分地市看
  [[nodiscard]] bool is_whole(Span span) const;               // 消费者中
  [[nodiscard]] bool is_bare_verb(const WordHit& hit) const;  // a verb that is never a noun: 完成, 建成

 private:
  [[nodiscard]] bool ends_in(Span span, Part part) const;
  [[nodiscard]] bool is_bracketed(Span before) const;

 protected:
  const Scene& s_;
};

}  // namespace fengbiao
