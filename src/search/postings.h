// Lists of rows with how a term stands in each, packed in blocks of 128. Gaps lie in as many bits as suits most of them, and what is larger
// either in unary behind them (Rice 1979; rows that are spread evenly) or mended one by one (Zukowski et al. 2006; a few large gaps).
// Places that are not `once` are named one by one where they are few, or marked by a bit a row.
//
//   std::string bytes;  pack_hits(hits, bytes);                       hits rise strictly by row
//   hit_count(bytes)                                                  without reading on
//   unpack_hits(bytes, documents, out)
//
// Bytes may be damaged: nothing beyond `bytes` is read, and no row of `documents` or above comes out. Tested by postings_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/index.h"

namespace fengbiao {

// Numbers of seven bits a byte, lowest first.
void append_varint(std::string& out, std::uint32_t value);
// Takes one off the front; false, and nothing taken, where there is none.
bool take_varint(std::string_view& bytes, std::uint32_t& value);

void pack_hits(std::span<const SearchHit> hits, std::string& out);
// `bytes` begin with a list and may go on behind it. 0 where they are damaged.
std::uint32_t hit_count(std::string_view bytes);
// Replaces `out`. False, and `out` empty, where the bytes are no list of rows below `documents`.
bool unpack_hits(std::string_view bytes, std::uint32_t documents, std::vector<SearchHit>& out);

}  // namespace fengbiao
