// The public form of a page of hits, as the API gives it and `fengbiao search --json` prints it. docs/formats.md promises the keys.
//
//   {"query":{"typed":…,"read":…,"notes":[…]},"total":12,"items":[{"id":…,"title":…,"snippet":[{"text":…,"mark":true}],…}],"facets":{…},…}
//
// Tested by search_record_test.cc.
#pragma once

#include <string>

#include "base/json.h"
#include "engine/search.h"

namespace fengbiao {

// {"id","title","issue","date","why":[words that both have]}: of related articles and of those that tell the same story.
void write_neighbour_json(JsonWriter& w, const NeighbourArticle& article);
std::string search_json(const SearchPage& page, const SearchEngine& engine);

}  // namespace fengbiao
