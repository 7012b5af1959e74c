// The type of a printed page: of each Chinese font, which has tens of thousands of characters, the few that the page prints.
// fc-match (fontconfig) finds the fonts, hb-subset (HarfBuzz) cuts them, each as a helper process with limits.
//
//   page_type(html) gives @font-face {font-family: "Fengbiao Song"; src: url(data:font/otf;base64,...)} ...
//
// WeasyPrint cuts whole fonts itself, but in Python and three times as slowly as all the rest of its work; what it gets here
// is small already. The rules name families that data/publish/issue.css puts before those of the system. It does not lay
// out, and where a font or a helper is missing it leaves the family out: the page is then set in the system's fonts, later
// but alike. Tested by page_type_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace fengbiao {

// CSS for the page `html`; empty when nothing can be cut.
std::string page_type(std::string_view html);

}  // namespace fengbiao
