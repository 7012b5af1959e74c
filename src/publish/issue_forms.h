// The forms of an issue besides the printed one, all from one source: a page for browsers, a book (EPUB 3), an entry for feeds (Atom, JSON
// Feed) and a mail with a plain part. What they look like stands in the templates of data/publish.
//
//   IssueForms forms(source, form, names, pictures, data, "2023-06");
//   forms.epub()
//
// Feeds carry headlines, columns and sources, never whole texts. Same source, same bytes: identifiers are made from the content, dates are
// those of the issue. Tested by issue_forms_test.cc and tests/e2e/press.py.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/bulletin_form.h"
#include "publish/issue_pages.h"
#include "publish/template.h"
#include "rules/data_set.h"

namespace fengbiao {

class IssueForms {
 public:
  IssueForms(const IssueSource& source, const BulletinForm& form, const std::vector<std::string>& names, const Pictures& pictures,
             const DataSet& data, std::string key);

  [[nodiscard]] std::string html() const;
  [[nodiscard]] std::string epub() const;
  [[nodiscard]] std::string atom() const;
  [[nodiscard]] std::string json_feed() const;
  [[nodiscard]] std::string mail() const;
  [[nodiscard]] std::string text() const { return issue_text(source_, form_, names_); }

 private:
  enum class For { page, book, mail };
  [[nodiscard]] View view(For use) const;
  [[nodiscard]] std::string_view file(std::string_view name) const;  // of data/publish, or the user's in its place
  [[nodiscard]] std::string id() const;                              // urn:uuid: of the content
  [[nodiscard]] std::string heading() const;                         // name and number
  [[nodiscard]] std::string moment() const;                          // of the issue, for feeds and mail

  const IssueSource& source_;
  const BulletinForm& form_;
  const std::vector<std::string>& names_;
  const Pictures& pictures_;
  const DataSet& data_;
  std::string key_;
};

}  // namespace fengbiao
