// Set pages as a PDF: Cairo writes them, with fonts cut down to what is printed, links, bookmarks, tags and metadata; what Cairo does not
// write, the language of the document, is added behind it as an update of the catalog.
//
//   Result<std::string> bytes = pdf_bytes(set, style, faces, pictures);
//
// No clock: the dates of the document are the issue's. Tested by tests/e2e/press.py.
#pragma once

#include <string>

#include "base/result.h"
#include "publish/issue_pages.h"

namespace fengbiao {

Result<std::string> pdf_bytes(const IssuePages& set, const PressStyle& style, const TypeFaces& faces, const Pictures& pictures);

}  // namespace fengbiao
