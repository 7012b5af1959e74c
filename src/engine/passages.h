// Any text as passages: stretches that are read at once, a paragraph as a rule. Hard-wrapped lines are put together by the way the
// text is set (bulletin/setting.h); a line alone stays alone. Plain text in UTF-8 is read piece by piece, so that memory does not
// grow with it; PDF, DOCX, HTML and other encodings pass through intake and have its limits.
//
//   auto passages = Passages::open("report.txt", {});
//   Passage p; while (*passages->next(p)) use(p.text, p.offset, p.line);
//
// Tested by passages_test.cc.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/result.h"
#include "bulletin/ink.h"
#include "bulletin/setting.h"
#include "intake/intake.h"

namespace fengbiao {

struct Passage {
  std::string_view text;     // good until the next call
  std::uint64_t offset = 0;  // of its first byte in the decoded text of the document
  std::uint32_t line = 1;    // of its first byte, 1-based

  // The line of byte `at` of the passage. Quick when asked in the order of the text.
  [[nodiscard]] std::uint32_t line_at(std::size_t at) const;
  mutable std::size_t counted = 0;      // line_at: bytes gone through,
  mutable std::uint32_t line_ends = 0;  // and the line ends in them
};

class Passages {
 public:
  enum class Lines : std::uint8_t { joined, apart };  // apart: each line by itself, as in a list of addresses

  // "-" is standard input. Fails with what reading and intake fail with.
  static Result<Passages> open(const std::filesystem::path& path, const IntakeLimits& limits = {}, Lines lines = Lines::joined);
  // Of a text at hand, valid UTF-8.
  static Passages of(std::string text, std::string_view file, Lines lines = Lines::joined);

  // False at the end. Fails where a later piece cannot be read or is no UTF-8; what came before stands.
  Result<bool> next(Passage& out);
  [[nodiscard]] const std::string& file() const { return document_.file; }  // base name, for records

 private:
  Passages(Document document, Lines lines);
  Result<void> fill();
  Result<void> take_pending();
  void look();
  [[nodiscard]] bool joins(const Ink& here, const Ink& there) const;

  Lines lines_;
  std::unique_ptr<ByteStream> stream_;  // none when the whole text is in `document_`
  std::string pending_;                 // bytes read whose last character may not be whole
  bool ended_ = true;
  Document document_;               // of a stream: what is at hand
  std::uint64_t offset_ = 0;        // of document_.text in the whole
  std::uint32_t lines_before_ = 0;  // lines before document_.lines
  std::optional<Setting> setting_;
  std::vector<Ink> inks_;   // the lines at hand that are not blank
  std::size_t next_ = 0;    // of them
  std::size_t within_ = 0;  // bytes of it already given
};

}  // namespace fengbiao
