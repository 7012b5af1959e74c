// How an article, or a record in it, is cited: after GB/T 7714-2015, and as a BibTeX entry.
//
//   青禾商贸在云岭县建成直播共享基地[J]. 风标电商观察, 2023(6): 第51-57行. 原载商贸在线, 2023-03-14.
//
// What the cover does not print is left out: without year and number the issue is cited by its day ([N]), without a name by its file ([Z]).
// Whoever wrote the article is not known and is not made up. The words are data/publish/phrases.yaml. Tested by
// citation_test.cc.
#pragma once

#include <string>

#include "engine/phrases.h"
#include "model/record.h"

namespace fengbiao {

struct Cited {
  Origin origin;
  std::string bulletin;  // name on the cover; may be empty
  std::string day;       // of the issue; ISO; may be empty
  int year = 0, number = 0;
  std::uint32_t line_start = 0, line_end = 0;  // of the article, or of the record's sentence
  std::string record;                          // its id; empty: the article
  std::string quote;                           // its sentence
};

std::string citation_gbt7714(const Cited& cited, const Phrases& phrases);
std::string citation_bibtex(const Cited& cited, const Phrases& phrases);

}  // namespace fengbiao
