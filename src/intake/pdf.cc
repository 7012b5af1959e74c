// PDF through poppler's pdftotext as a helper process with limits of time, memory and output, so that a hostile file can
// harm only the helper. Poppler is GPL and stays a program of its own. Tested by pdf_test.cc.
#include <fmt/format.h>

#include "base/disk.h"
#include "base/hash.h"
#include "base/process.h"
#include "intake/build.h"
#include "intake/intake.h"

namespace fengbiao {

namespace {

constexpr const char* kAgain = "open it in a PDF reader and print it to a new PDF";

// The first line of what the helper complained about.
std::string complaint(std::string_view err) {
  const std::string_view line = err.substr(0, std::min(err.find('\n'), std::size_t{120}));
  return line.empty() ? std::string("no reason given") : mend_utf8(line);
}

}  // namespace

Result<Document> read_pdf(std::string_view bytes, std::string_view file, const IntakeLimits& limits) {
  const std::string name(file);
  auto outcome = run_process({"pdftotext", "-bbox-layout", "-enc", "UTF-8", "-", "-"}, bytes, limits.pdf);
  if (!outcome) {
    Error error = std::move(outcome.error());
    error.place.file = name;
    if (error.cause == Cause::tool_missing) {
      error.what = "PDF is read with pdftotext, which is not installed";
      error.advice = "install poppler-utils: apt-get install poppler-utils";
    }
    return std::unexpected(std::move(error));
  }
  const std::string_view err = outcome->err;
  if (err.find("Incorrect password") != std::string_view::npos)
    return fail(Cause::locked, {name}, "the PDF needs a password", "open it with its password and print it to a new PDF");
  if (err.find("Out of memory") != std::string_view::npos || err.find("bad_alloc") != std::string_view::npos)
    return fail(Cause::too_large, {name}, fmt::format("the PDF needs more than {} of memory", size_in_words(limits.pdf.memory)),
                "split it");
  if (outcome->exit_code >= 128)
    return fail(Cause::malformed, {name}, fmt::format("pdftotext broke down over this PDF (signal {})", outcome->exit_code - 128), kAgain);
  if (outcome->exit_code != 0) return fail(Cause::malformed, {name}, fmt::format("not a whole PDF: {}", complaint(err)), kAgain);
  FB_TRY(Document document, document_from_bbox(outcome->out, file));
  FB_CHECK(check_text_size(document.text.size(), file, limits.text));
  document.bytes = bytes.size();
  document.hash = hash128_hex(bytes);
  return document;
}

}  // namespace fengbiao
