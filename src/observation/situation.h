// Where, for whom and by whom a number is told: area, entity and reporter, from the clause's own words, the item of a list, what
// carries over, and the body that speaks. Tested by the text cases of tests/cases/records.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "observation/measured.h"
#include "observation/scene.h"
#include "observation/short_forms.h"

namespace fengbiao {

struct Situation {
  std::string area, area_code;
  std::string_view area_rule;
  Span area_span;
  std::string entity, entity_id;
  std::string_view entity_rule;
  Span entity_span;
  std::string reporter, reporter_id;
  std::string_view reporter_rule;
  Span reporter_span;
  bool carried_far = false;  // area or entity come from another paragraph
};

class Situations {
 public:
  explicit Situations(const Scene& scene);
  [[nodiscard]] Situation of(std::uint32_t quantity, const Item& item) const;

 private:
  // A name that tells what others measured: 据国家邮政局数据; kNoClause: one that no list has, 据某某统计.
  struct Teller {
    std::uint32_t name = 0;
    Span span;
  };
  void find_tellers();
  [[nodiscard]] Span unlisted_teller(const WordHit& before) const;
  [[nodiscard]] Span latin_teller(const WordHit& after) const;
  [[nodiscard]] bool ends_telling(const WordHit& after, std::uint32_t end) const;
  [[nodiscard]] bool is_vague(Span span) const;
  [[nodiscard]] std::vector<Span> row_before(std::uint32_t quantity) const;
  [[nodiscard]] std::vector<Span> summed_up(std::uint32_t quantity) const;
  [[nodiscard]] bool says_of_persons(std::uint32_t quantity) const;
  [[nodiscard]] bool is_of(std::uint32_t quantity, Part whose) const;
  [[nodiscard]] bool stands_beside_ranked(std::uint32_t quantity) const;
  [[nodiscard]] std::string area_of(const PlaceInText& place) const;
  [[nodiscard]] std::string entity_of(const Name& name) const;
  [[nodiscard]] bool is_topic(const PlaceInText& place) const;
  [[nodiscard]] bool is_near(std::uint32_t quantity, const CarriedIndex& place) const;

  const Scene& s_;
  const ShortForms short_forms_;
  std::vector<Teller> tellers_;
  std::vector<std::uint32_t> rankings_;  // places where firms are ranked
};

}  // namespace fengbiao
