// Bytes to UTF-8, the encoding taken from the bytes themselves: a byte order mark, else valid UTF-8, else UTF-16 by the
// distribution of its high bytes, else GB18030 where it decodes strictly and reads as Chinese.
//
//   decode_bytes("\xCD\xF8\xB9\xBA", "a.txt")->encoding == "GB18030"
// Why this order: a GB18030 text of some length is practically never valid UTF-8, and the high bytes of UTF-16 Chinese
// (4E..9F, 30, FF, 00) are rare as trail bytes of the others. A text in two encodings is refused with the line where it
// breaks, never guessed. Tested by encoding_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace fengbiao {

struct DecodedText {
  std::string text;  // valid UTF-8 without a byte order mark, line ends as they were
  std::string encoding;
};

// `declared` is what the file says of itself (HTML meta). It counts for what is neither valid UTF-8 nor UTF-16; a Latin
// declaration only where GB18030 does not fit either.
Result<DecodedText> decode_bytes(std::string_view bytes, std::string_view file, std::string_view declared = {});

}  // namespace fengbiao
