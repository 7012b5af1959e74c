#include "desk/publishing.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/data_set.h"

namespace fengbiao {

Result<DraftChecker> DraftChecker::load(const ReadOptions& options) {
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  FB_TRY(BulletinForm form, BulletinForm::load(data));
  FB_TRY(DocumentChecker checker, DocumentChecker::load(options, {}));
  return DraftChecker(std::move(form), std::move(checker));
}

Result<DraftCheck> DraftChecker::check(DeskBook& book, const DraftVersion& draft) const {
  FB_TRY(const IssueSource source, parse_issue_source(draft.text, draft.issue));
  FB_TRY(const auto accepted, book.accepted(draft.issue));
  return check_draft(source, draft.issue, form_, checker_, accepted);
}

Result<Accepted> DraftChecker::accept(DeskBook& book, const DraftVersion& draft, Accepted acceptance) const {
  FB_TRY(const DraftCheck done, check(book, draft));
  const auto found = std::ranges::find(done.findings, acceptance.fingerprint, &DraftFinding::fingerprint);
  if (found == done.findings.end())
    return fail(Cause::not_found, {}, fmt::format("the draft has no finding {}", acceptance.fingerprint), "`issue check` lists them");
  acceptance.rule = found->finding.rule;
  acceptance.quote = found->finding.at.quote;
  FB_CHECK(book.accept(draft.issue, acceptance));
  return acceptance;
}

Result<Publication> DraftChecker::publish(DeskBook& book, const std::string& issue, const ToPublish& wanted) const {
  FB_TRY(const DraftVersion draft, book.draft(issue));
  if (wanted.after && *wanted.after != draft.version) return DeskBook::overtaken(issue);
  FB_TRY(IssueSource source, parse_issue_source(draft.text, issue));
  FB_TRY(const auto editions, book.editions(issue));
  const std::string correction = squeezed_blanks(wanted.correction);
  if (!editions.empty() && correction.empty())
    return fail(Cause::conflict, {}, fmt::format("edition {} is published; a new one says what was wrong", editions.back().edition),
                "--correction WORDS");
  if (editions.empty() && !correction.empty())
    return fail(Cause::invalid_argument, {"correction"}, "there is no edition yet that could be corrected");
  if (!correction.empty()) source.corrections.push_back(correction);
  FB_TRY(const auto accepted, book.accepted(issue));
  Publication out;
  FB_TRY(out.check, check_draft(source, issue, form_, checker_, accepted));
  if (out.check.open_errors() > 0) return out;
  FB_TRY(out.edition,
         book.publish(issue, draft.version, {wanted.by, "publish", wanted.at}, correction, correction.empty() ? nullptr : &source));
  return out;
}

}  // namespace fengbiao
