// What the readers share: making a Document line by line, and the words that both of a text's ends need.
//
//   DocumentBuilder builder("a.docx", "application/...", bytes);
//   builder.add("heading", LineRole::heading, 1);
//   return builder.finish();
// Text is taken as it comes; only what would break the promise "valid UTF-8, one line a line" is mended: line ends inside a
// line become blanks, malformed UTF-8 becomes U+FFFD. Tested through the readers' tests.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "intake/document.h"

namespace fengbiao {

class DocumentBuilder {
 public:
  DocumentBuilder(std::string_view file, std::string_view media_type, std::string_view input);
  Line& add(std::string_view text, LineRole role = LineRole::plain, std::uint8_t level = 0, std::uint32_t page = 0);
  [[nodiscard]] std::size_t size() const { return document_.text.size(); }
  [[nodiscard]] Document& document() { return document_; }
  // Fails with empty when every line is blank.
  Result<Document> finish();

 private:
  Document document_;
};

// No character but blanks (text/chars.h).
bool all_blank(std::string_view text);

// The same bytes, malformed ones as U+FFFD.
std::string mend_utf8(std::string_view text);

// Spans are 32 bits wide, so no text may be longer.
Result<void> check_text_size(std::uint64_t size, std::string_view file, std::uint64_t limit = 0xFFFF'FFFF);

}  // namespace fengbiao
