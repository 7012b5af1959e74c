// The words by which a number is understood as a statistical statement: those around it, found by scanning (data/observation/words.yaml:
// 达, 增长, 占, 同比, 新增 …), and those that the names of things are made of (things.yaml: 规模, 零售额, 日均 …). The README beside the
// files says what each class does. Tested by words_test.cc.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "rules/use_words.h"

namespace fengbiao {

// What a word around a number does; the names are those of the classes in words.yaml, in this order.
enum class Role : std::uint8_t {
  level,
  to,
  up,
  down,
  more,
  less,
  gain,
  loss,
  fresh,
  share,
  rank,
  yoy,
  period_on_period,
  cagr,
  compare,
  compare_only,
  adverb,
  preposition,
  lead,
  possess,
  obtain,
  splitter,
  cut,
  verb_behind,
  change_to,
  threshold,
  in_bound,
  most,
  field,
  label,
  of,
  link,
  survey_of,
  takes_part,
  together,
  vague_teller,
  document_begin,
  document_end,
  duration_in,
  teller_before,
  teller_after,
  question,
  per,
  rate,
  marker,
  strong_verb,
  age,
  spread,
  cause,
  bound_behind,
  scale,
  no_subject,
  former_value,
  named_as,
  origin,
  ranking
};

// What a word does in the name of a thing; the classes of things.yaml.
enum class Part : std::uint8_t {
  share_noun,
  aspect,
  modifier,
  pronoun,
  list_noun,
  own_number,
  after_name,
  trim_front,
  trim_back,
  pause,
  be,
  in,
  region,
  and_so_on,
  coded_unit,
  verbs_said,
  scope,
  superlative,
  looking,
  aim,
  company_measure,
  doubling,
  grade,
  rate_aspect,
  rank_counter,
  vague,
  self,
  bare,
  each,
  survey,
  people,
  leading,
  kind_of_place,
  side,
  speaker,
  stage,
  stock,
  takes,
  than,
  listed,
  list_name,
  sort,
  done,
  prior,
  about,
  year_unit,
  total,
  toward,
  payment,
  pull,
  dispose,
  contested,
  comparative,
  purpose,
  former,
  latter,
  seat,
  few,
  below,
  above,
  speed,
  yearly
};

struct ObservationWords {
  UseWords around, things;
  static Result<ObservationWords> load(const DataSet& data);
};

}  // namespace fengbiao
