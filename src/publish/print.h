// An issue set again as one HTML page and a PDF (WeasyPrint as a helper process): masthead between two rules, contents
// with page numbers, columns, headlines, source lines as printed, imprint. The page and its style are data/publish/.
//
//   print_issue(issue, text, "out") writes out/2023-03-20.html and out/2023-03-20.pdf
//
// What the cover does not print is left out, never made up. It does not choose or shorten. Tested by print_test.cc.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "engine/archive.h"

namespace fengbiao {

struct PrintedIssue {
  std::filesystem::path html, pdf;  // pdf empty when not asked for
};

// One self-contained page. `text` is the kept text of the issue: source lines and the imprint are printed from
// it as they stand; without it (empty) the source line is put together from the fields. Texts must be filled.
std::string issue_html(const StoredIssue& issue, std::string_view text);

// The page as PDF. Same page, same bytes. Fails with tool_missing when WeasyPrint is not installed, timed_out.
Result<std::string> page_pdf(std::string_view html);

// Writes ISSUE.html and ISSUE.pdf into `folder` (made when missing), over earlier ones of its own making only. When the PDF
// fails, the HTML is written all the same.
Result<PrintedIssue> print_issue(const StoredIssue& issue, std::string_view text, const std::filesystem::path& folder,
                                 bool with_pdf = true);

}  // namespace fengbiao
