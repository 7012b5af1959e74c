// zstd, whole buffers. Tested by compress_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace fengbiao {

std::string compress(std::string_view bytes, int level = 1);
// `limit` bounds the size of the answer, so that a damaged archive cannot ask for all memory.
Result<std::string> decompress(std::string_view bytes, std::size_t limit = std::size_t{1} << 31);

}  // namespace fengbiao
