// The documents an article names, each with all its mentions: short names and shorter forms are put to the name they stand for.
//
//   《甲市乙条例》（以下简称《条例》）… 《条例》明确 … 乙条例 in the headline      one document, three mentions
//
// Tested by policies_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/dates.h"
#include "policy/issuers.h"
#include "policy/mention.h"

namespace fengbiao::policy_room {

struct Document {
  std::vector<std::uint32_t> mentions;  // in order of the text
  std::uint32_t name = kNowhere;        // the mention that has its name
  std::uint32_t act = kNowhere;         // the mention whose words say best what was done with it
  std::string key;
  bool headline = false;  // the article's title names it
  bool brief = false;     // a short name is declared
  bool draft = false;
  bool reported = false;
  std::string_view why;  // rule that takes or drops it
};

// Sets `doc` of the mentions.
void find_documents(const Scene& scene, Mentions& mentions, std::vector<Document>& out);

}  // namespace fengbiao::policy_room
