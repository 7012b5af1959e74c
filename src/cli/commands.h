// What each command does: reads its Call, asks the engine, prints. A command returns its exit code, or an Error that ends it
// with exit code 2; app.cc prints that error. One file a group: reading in, asking, one article, records,
// correcting, explaining, any text, entities, keeping, giving out.
// Tested by the text cases in tests/cases/cli.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/parse.h"
#include "cli/screen.h"
#include "engine/archive.h"

namespace fengbiao {

inline constexpr int kFound = 0, kNothing = 1, kError = 2, kInterrupted = 130;
inline constexpr std::string_view kNoIssues = "the archive holds no issue yet (`fengbiao ingest` reads bulletins in)";

struct Session {
  const Call& call;
  Screen& screen;

  Result<Archive> open(OpenMode mode) const;
  // --profile and the user's data folder: --data, FENGBIAO_DATA, or fengbiao below the usual config folder.
  Result<ReadOptions> read_options() const;
  // A reference that names nothing is said and gives kNothing; every other error goes on, a wrong value with the command's name.
  Result<int> missing(Error error) const;
  void print_json(const std::string& json) const;  // one line
  // Where issues were read before there were records, one sentence says so.
  Result<void> tell_issues_without_records(Archive& archive) const;
};

Result<int> run_ingest(const Session& session);
Result<int> run_reread(const Session& session);
Result<int> run_issues(const Session& session);
Result<int> run_articles(const Session& session);
Result<int> run_search(const Session& session);
Result<int> run_show(const Session& session);
Result<int> run_observations(const Session& session);
Result<int> run_policies(const Session& session);
Result<int> run_policy(const Session& session);
Result<int> run_review(const Session& session);
Result<int> run_correct(const Session& session);
Result<int> run_explain(const Session& session);
Result<int> run_feeds(const Session& session);
Result<int> run_fetch(const Session& session);
Result<int> run_candidates(const Session& session);
Result<int> run_fetches(const Session& session);
Result<int> run_issue(const Session& session);
Result<int> run_hosts(const Session& session);
Result<int> run_allowance(const Session& session);
Result<int> explain_text(const Session& session, const std::string& text);  // explain --text
Result<int> explain_finding(const Session& session, Archive& archive, const std::string& reference);
Result<int> run_quantities(const Session& session);
Result<int> run_names(const Session& session);
Result<int> run_addresses(const Session& session);
Result<int> run_entities(const Session& session);
Result<int> run_entity(const Session& session);
Result<int> run_check(const Session& session);
Result<int> run_decide(const Session& session);
Result<int> run_comply(const Session& session);
Result<int> run_packs(const Session& session);
Result<int> run_sort(const Session& session);
Result<int> run_series(const Session& session);
Result<int> run_export(const Session& session);
Result<int> run_print(const Session& session);
Result<int> run_verify(const Session& session);
Result<int> run_remove(const Session& session);
Result<int> run_backup(const Session& session);
Result<int> run_diff(const Session& session);
Result<int> run_profiles(const Session& session);
Result<int> run_serve(const Session& session);
Result<int> run_mcp(const Session& session);

}  // namespace fengbiao
