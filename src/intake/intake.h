// Bytes to Document. The kind is taken from the bytes, never from the name: %PDF-, a ZIP with word/document.xml or the parts of an EPUB, HTML by
// its first tags, else text in UTF-8, UTF-16 or GB18030. One clear Error for everything else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/process.h"
#include "base/result.h"
#include "intake/document.h"

namespace fengbiao {

struct IntakeLimits {
  std::uint64_t file = 64ull << 20;           // bytes of an input
  std::uint64_t text = 32ull << 20;           // bytes of its text after unpacking; reading takes some ten times that in memory
  ProcessLimits pdf{.output = 128ull << 20};  // for the pdftotext helper
};

// `file` is the base name given in errors and records. Fails with empty, not_text, malformed, locked, no_text_layer,
// too_large, timed_out, tool_missing.
Result<Document> read_document(std::string_view bytes, std::string_view file, const IntakeLimits& limits = {});

// The single readers, for tests and fuzzing.
Result<Document> read_text(std::string_view bytes, std::string_view file);
Result<Document> read_html(std::string_view bytes, std::string_view file, const IntakeLimits& limits = {});
Result<Document> read_docx(std::string_view bytes, std::string_view file, const IntakeLimits& limits = {});
Result<Document> read_epub(std::string_view bytes, std::string_view file, const IntakeLimits& limits = {});
Result<Document> read_pdf(std::string_view bytes, std::string_view file, const IntakeLimits& limits = {});
// The second half of read_pdf: what `pdftotext -bbox-layout` printed. Fuzzed without the helper.
Result<Document> document_from_bbox(std::string_view xhtml, std::string_view file);

// A Document from text that is valid UTF-8 already (the archive's kept text read again).
Document document_from_text(std::string text, std::string_view file);

}  // namespace fengbiao
