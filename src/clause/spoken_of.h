// Which names of a text are spoken of: a firm or body that a clause tells about, and not one that tells (据…数据), to which something is
// sent, whose name stands in a list, in a quote or among examples.
//
//   某平台称用户达2亿人      某平台 is spoken of         甲、乙等平台       neither is
//
// Tested by carry_test.cc.
#pragma once

#include <vector>

#include "clause/clause_walk.h"
#include "clause/read_text.h"

namespace fengbiao {

inline bool is_firm(const Name& name) { return name.kind == NameKind::company || name.kind == NameKind::platform; }

// 是甲的两倍, 为乙的七成: what something is measured by, and not what is told of.
bool is_measure(const Hits& hits, const ReadText& text, Span name);

class SpokenOf {
 public:
  SpokenOf(std::string_view folded, const ClauseWords& words, const Hits& hits, const ReadText& text)
      : folded_(folded), words_(words), hits_(hits), text_(text) {}

  [[nodiscard]] bool is_subject(std::uint32_t name, std::uint32_t clause) const;
  [[nodiscard]] bool is_listed(std::uint32_t place) const;  // one of several places told together
  [[nodiscard]] bool names_paper(const Clause& clause) const;
  [[nodiscard]] bool shares_in_place(const Clause& clause) const;   // 占英国零售的12%
  [[nodiscard]] bool names_researcher(const Clause& clause) const;  // a firm that reports on others
  // How many firms a sentence tells about, and how many it names.
  [[nodiscard]] std::size_t subjects_of(const Sentence& sentence, const std::vector<bool>& subject) const;
  [[nodiscard]] std::size_t firms_of(const Sentence& sentence) const;
  // Of two places (indices into places), whether the one lies in the other.
  [[nodiscard]] bool is_within(const CarriedIndex& inner, const CarriedIndex& outer) const;

 private:
  [[nodiscard]] std::uint32_t trim_back(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t trim_front(std::uint32_t at) const;
  [[nodiscard]] bool is_listed_firm(std::uint32_t name) const;
  [[nodiscard]] bool reports_jointly(std::uint32_t n, std::uint32_t end) const;
  [[nodiscard]] bool tells_itself(const Name& name) const;
  [[nodiscard]] bool is_topic(const Name& name, std::uint32_t clause) const;
  [[nodiscard]] bool is_example(const Name& name) const;
  [[nodiscard]] bool is_quoted(const Name& name) const;

  std::string_view folded_;
  const ClauseWords& words_;
  const Hits& hits_;
  const ReadText& text_;
};

}  // namespace fengbiao
