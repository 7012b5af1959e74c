// What a Document knows beyond its text, as a short JSON text: the archive keeps text and layout, so that better rules can
// read an issue again without the original bytes. Only what differs from document_from_text is written.
//
//   plain text   {"type":"text/plain","encoding":"GB18030"}
//   a PDF        {"type":"application/pdf","pages":2,"layout":true,"starts":[1,40],"lines":[[3,0,0,200,0,0,12],...]}
// starts: the first line of each page. lines: [line, role, level, indent, gap, size, right], the last four in hundredths,
// zeros at the end left out. Tested by layout_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "intake/document.h"

namespace fengbiao {

std::string layout_json(const Document& document);
// Onto a Document made by document_from_text from the same text. Fails with damaged, the Document then unchanged.
Result<void> apply_layout(Document& document, std::string_view json);

// Measures are kept in hundredths, so that a layout read back is equal to the one written.
float in_hundredths(double value);

}  // namespace fengbiao
