// One article as the rules of this room see it: its folded text, what the clause room found, and the words of data/policy, with the
// steps that all rules take: to the word before or behind, past brackets, to the clause or the time at a place.
//
// Tested by policies_test.cc.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "clause/article_text.h"
#include "policy/words.h"

namespace fengbiao::policy_room {

inline constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

class Scene {
 public:
  Scene(const ArticleText& text, const PolicyWords& words, const DocumentKinds& kinds, std::vector<WordHit>& memory);

  [[nodiscard]] std::string_view folded() const { return folded_; }
  [[nodiscard]] std::string_view at(Span span) const { return slice(folded_, span); }
  [[nodiscard]] const ArticleText& text() const { return text_; }
  [[nodiscard]] const ReadText& read() const { return text_.read_text(); }
  [[nodiscard]] const PolicyWords& words() const { return words_; }
  [[nodiscard]] const DocumentKinds& kinds() const { return kinds_; }
  [[nodiscard]] const Hits& hits() const { return hits_; }
  [[nodiscard]] std::span<const WordHit> all_hits() const { return all_; }
  [[nodiscard]] const std::vector<Span>& titles() const { return read().cuts.titles; }  // 《…》, marks included

  // Over blanks.
  [[nodiscard]] std::uint32_t left(std::uint32_t at) const {
    while (at > 0 && folded_[at - 1] == ' ') --at;
    return at;
  }
  [[nodiscard]] std::uint32_t right(std::uint32_t at) const {
    while (at < folded_.size() && folded_[at] == ' ') ++at;
    return at;
  }
  // The brackets that open or close at a place (blanks skipped), marks included; empty where none do, or not within reach.
  [[nodiscard]] Span brackets_from(std::uint32_t at) const;
  [[nodiscard]] Span brackets_to(std::uint32_t at) const;

  [[nodiscard]] std::uint32_t sentence(std::uint32_t place) const;  // index; kNowhere where none is
  [[nodiscard]] std::uint32_t paragraph(std::uint32_t place) const;
  [[nodiscard]] bool in_title(std::uint32_t place) const { return place < text_.title_end(); }
  // The clause outside brackets that holds a place; the one before where the place is a mark between two.
  [[nodiscard]] std::uint32_t clause(std::uint32_t place) const;
  [[nodiscard]] Span clause_span(std::uint32_t clause) const { return read().clauses[clause].span; }
  // The clause of the sentence before this one, outside brackets; kNowhere for the first.
  [[nodiscard]] std::uint32_t clause_before(std::uint32_t clause) const;

  [[nodiscard]] const TimeInText* time_to(std::uint32_t end) const;      // that ends at a place
  [[nodiscard]] const TimeInText* time_from(std::uint32_t begin) const;  // that begins there
  [[nodiscard]] const Name* name_to(std::uint32_t end) const;
  [[nodiscard]] const Name* name_from(std::uint32_t begin) const;
  [[nodiscard]] const Span* title_to(std::uint32_t end) const;
  [[nodiscard]] const Span* title_from(std::uint32_t begin) const;
  // Indexes into times, names and titles: the first that begins at or behind a place.
  [[nodiscard]] std::size_t first_time(std::uint32_t at) const;
  [[nodiscard]] std::size_t first_name(std::uint32_t at) const;
  [[nodiscard]] std::size_t first_title(std::uint32_t at) const;

 private:
  const ArticleText& text_;
  std::string_view folded_;
  const PolicyWords& words_;
  const DocumentKinds& kinds_;
  const std::vector<WordHit>& all_;
  Hits hits_;
};

}  // namespace fengbiao::policy_room
