// An issue set in pages: masthead between two rules, contents with dot leaders and page numbers, columns, articles with their source lines
// at the right in Kai, books with their covers, imprint on the last page.
//
//   IssuePages set = set_pages(source, form, names, style, faces, pictures);
//   pdf_bytes(set, style, faces, pictures)
//
// Pure: the same source and faces give the same pages. Tested by tests/e2e/press.py.
#pragma once

#include <string>
#include <vector>

#include "desk/bulletin_form.h"
#include "publish/page_flow.h"
#include "publish/picture.h"
#include "publish/press_style.h"

namespace fengbiao {

struct IssuePages {
  std::vector<FlowLine> lines;
  std::vector<SetPage> pages;
  std::vector<SetRun> running;  // the running head, from x 0
  float running_width = 0;
  std::vector<std::string> pictures;         // by their number: the paths
  std::string title, author, subject, date;  // of the document
};

IssuePages set_pages(const IssueSource& source, const BulletinForm& form, const std::vector<std::string>& names, const PressStyle& style,
                     const TypeFaces& faces, const Pictures& pictures);

// One line of type from x on, not broken. Gives its width.
float set_words(std::string_view text, const TypeFaces& faces, TypeFace face, float size, float x, std::vector<SetRun>& out);

}  // namespace fengbiao
