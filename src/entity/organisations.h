// Bodies, companies, platforms, media, campaigns and listed people in a text: those that data/lexicon lists, and those that show
// by their form what they are. A form is read backwards from its tail (局, 有限公司, 研究院 …) over what names are made of, to a place,
// a word like 中国, a listed name, or a brand with a border before it (after the practice of rule-based entity recognisers for
// Chinese, e.g. Zhou & Su 2003 for the list of tails and heads).
//
//   工信部                       listed: 工业和信息化部
//   上海市商务委                 form: authority, canonical 上海市商务委员会
//   湖南某某园林有限公司          form: company
//   有关部门, 该公司, 各级协会    nothing
//
// It does not find places or people that no list has. Tested by organisations_test.cc and tests/sets/names.txt.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entity/lexicon_words.h"
#include "entity/name.h"

namespace fengbiao {

// A name over the tokens [first, last].
struct OrganisationHit {
  Name name;
  std::size_t first = 0, last = 0;
  std::uint32_t entity = 0xFFFFFFFF;
  PlaceId place = kNoPlace;  // of an authority: whose it is
  PlaceId home = kNoPlace;   // of any: the place its name begins with
};

struct Refused {
  Span span;
  NameKind kind = NameKind::body;
  std::string why;
};

// In order of the text, never overlapping. `refused`, where given, gets listed names that their surroundings refuse.
void find_organisations(const NameWords& words, std::string_view folded, const std::vector<NameToken>& tokens,
                        std::vector<OrganisationHit>& out, std::vector<Refused>* refused = nullptr);

}  // namespace fengbiao
