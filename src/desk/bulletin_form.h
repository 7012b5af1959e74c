// How an issue is worded in print: the lines that every printed form (PDF, page, book, text, mail) sets around the words of the source.
//
//   form.source_line(article, {"风标电商观察"})  ->  来源：“商贸在线” 编选：《风标电商观察》编辑部 2023年3月14日
//
// All words are data/desk/form.yaml. What is worded so is read back with the same fields by the profiles of data/bulletin. Tested by
// bulletin_form_test.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "desk/issue_source.h"
#include "rules/data_set.h"

namespace fengbiao {

class BulletinForm {
 public:
  static Result<BulletinForm> load(const DataSet& data);

  // `own_names`: under which the bulletin goes. Empty where the article has neither source nor selector nor date.
  [[nodiscard]] std::string source_line(const SourceArticle& article, const std::vector<std::string>& own_names) const;
  [[nodiscard]] std::string author_note(const SourceArticle& article) const;  // empty: none
  [[nodiscard]] std::string column(std::string_view name) const;
  [[nodiscard]] std::string issue_number(const IssueSource& source) const;  // 2023年第6期（总第126期）; empty: none
  [[nodiscard]] std::string issue_date(const IssueSource& source) const;
  [[nodiscard]] std::string publisher(const IssueSource& source) const;
  [[nodiscard]] std::vector<std::string> end_lines(const IssueSource& source) const;  // corrections, editors, imprint
  [[nodiscard]] std::string day(std::string_view iso) const;
  // The names an issue's own desk goes under: that on the cover, and those the profiles know.
  [[nodiscard]] std::vector<std::string> own_names(const IssueSource& source) const;

  // A wording by its name ("cover.contents", "words.skip") with what is put in.
  [[nodiscard]] std::string say(std::string_view name, const std::vector<std::pair<std::string_view, std::string_view>>& with = {}) const;

 private:
  std::map<std::string, std::string, std::less<>> words_;
  std::vector<std::string> papers_, bulletins_;
};

// The whole issue as plain text, printed line by printed line: cover, contents, columns, articles, imprint.
std::string issue_text(const IssueSource& source, const BulletinForm& form, const std::vector<std::string>& own_names);

}  // namespace fengbiao
