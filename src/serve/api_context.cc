#include "serve/api_context.h"

#include "desk/publishing.h"
#include "ledger/allowance.h"

namespace fengbiao {

Result<std::unique_ptr<ApiContext>> ApiContext::open(const std::filesystem::path& archive, ApiSettings settings,
                                                     const KeeperOptions& keeping) {
  KeeperOptions options = keeping;
  options.read = settings.read;
  FB_TRY(auto keeper, SnapshotKeeper::open(archive, options));
  FB_TRY(const DataSet data, DataSet::with_folder(settings.read.data_folder));
  FB_TRY(Phrases phrases, Phrases::load(data));
  FB_TRY(RecordReader records, RecordReader::load(data));
  FB_TRY(std::vector<Decision> decisions, load_decisions(settings.read));
  FB_TRY(Compliance compliance, load_compliance(settings.read));
  FB_TRY(AllowanceLimits limits, AllowanceLimits::load(data));
  auto loader = std::make_unique<IssueLoader>(archive, settings.issue_bytes);
  return std::unique_ptr<ApiContext>(new ApiContext(std::move(settings), std::move(keeper), std::move(loader), std::move(phrases),
                                                    std::move(records), std::move(decisions), std::move(compliance),
                                                    std::make_shared<const AllowanceLimits>(std::move(limits))));
}

Result<const DraftChecker*> ApiContext::draft_checker() {
  const std::lock_guard lock(loading_);
  if (!draft_checker_) {
    FB_TRY(DraftChecker made, DraftChecker::load(settings_.read));
    draft_checker_ = std::make_shared<const DraftChecker>(std::move(made));
  }
  return draft_checker_.get();
}

}  // namespace fengbiao
