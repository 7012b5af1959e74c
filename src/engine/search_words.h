// What a search says of itself, in Chinese and English: why a hit stands where it does, what of a query was read otherwise than typed.
//
//   reason_words(phrases, {HitReasonKind::title, "跨境电商"}).en  ->  "title has 跨境电商"
//
// The words are the list `search` of data/publish/phrases.yaml. Tested by search_test.cc.
#pragma once

#include "engine/phrases.h"
#include "search/query.h"
#include "search/ranking.h"

namespace fengbiao {

Phrase reason_words(const Phrases& phrases, const HitReason& reason);
Phrase note_words(const Phrases& phrases, const QueryNote& note);

}  // namespace fengbiao
