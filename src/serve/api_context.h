// What the handlers of all routes share: the archive, its snapshot, the rules, and what the program says of itself.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "engine/comply_inputs.h"
#include "engine/decisions.h"
#include "engine/issue_records.h"
#include "engine/phrases.h"
#include "serve/issue_loader.h"
#include "serve/snapshot_keeper.h"

namespace fengbiao {

struct AllowanceLimits;  // ledger/allowance.h
class DraftChecker;      // desk/publishing.h

struct ApiSettings {
  std::string version;                   // of the program
  ReadOptions read{};                    // the user's data folder
  bool may_write = false;                // there is a token for writing
  bool desk = false;                     // drafts of issues are shown and changed
  std::string base;                      // address under which others reach the server, "http://127.0.0.1:8080"; for links in feeds
  std::size_t issue_bytes = 192u << 20;  // of issues kept at hand
};

class ApiContext {
 public:
  static Result<std::unique_ptr<ApiContext>> open(const std::filesystem::path& archive, ApiSettings settings,
                                                  const KeeperOptions& keeping = {});

  [[nodiscard]] const ApiSettings& settings() const { return settings_; }
  [[nodiscard]] SnapshotKeeper& keeper() { return *keeper_; }
  [[nodiscard]] IssueLoader& loader() { return *loader_; }
  [[nodiscard]] const Phrases& phrases() const { return phrases_; }
  [[nodiscard]] const RecordReader& records() const { return records_; }
  [[nodiscard]] const std::vector<Decision>& decisions() const { return decisions_; }
  [[nodiscard]] const Compliance& compliance() const { return compliance_; }
  [[nodiscard]] const AllowanceLimits& allowance_limits() const { return *allowance_limits_; }
  // Loaded when it is first asked for.
  Result<const DraftChecker*> draft_checker();

 private:
  ApiContext(ApiSettings settings, std::unique_ptr<SnapshotKeeper> keeper, std::unique_ptr<IssueLoader> loader, Phrases phrases,
             RecordReader records, std::vector<Decision> decisions, Compliance compliance,
             std::shared_ptr<const AllowanceLimits> allowance_limits)
      : settings_(std::move(settings)),
        keeper_(std::move(keeper)),
        loader_(std::move(loader)),
        phrases_(std::move(phrases)),
        records_(std::move(records)),
        decisions_(std::move(decisions)),
        compliance_(std::move(compliance)),
        allowance_limits_(std::move(allowance_limits)) {}
  ApiSettings settings_;
  std::unique_ptr<SnapshotKeeper> keeper_;
  std::unique_ptr<IssueLoader> loader_;
  Phrases phrases_;
  RecordReader records_;
  std::vector<Decision> decisions_;
  Compliance compliance_;
  std::shared_ptr<const AllowanceLimits> allowance_limits_;
  std::mutex loading_;
  std::shared_ptr<const DraftChecker> draft_checker_;
};

}  // namespace fengbiao
