// Bytes from the web as UTF-8. What a server or a page says of its encoding is often wrong, so the bytes count first (intake/encoding.h),
// then a byte order mark, the header, the XML declaration, the meta tag. Where a few characters are damaged the rest is not given up: each
// becomes U+FFFD, and their number is told.
//
//   web_text(bytes, "text/html; charset=gbk", "https://a.example/")->encoding == "GB18030"
//
// Tested by web_text_test.cc and tests/e2e/collect.py.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace fengbiao {

struct WebText {
  std::string text;  // valid UTF-8
  std::string encoding;
  std::size_t damaged = 0;  // characters that could not be read
};

// Fails with not_text where it is no text, or where more than one character in a hundred is damaged.
Result<WebText> web_text(std::string_view bytes, std::string_view content_type, std::string_view address);

}  // namespace fengbiao
