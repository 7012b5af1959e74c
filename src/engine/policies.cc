#include "engine/policies.h"

namespace fengbiao {

Result<PolicyRegister> policies_of(std::vector<ReportedPolicy> reports) {
  FB_TRY(PolicyNames names, PolicyNames::load(DataSet::built_in()));
  PolicyRegister out(std::move(names));
  for (ReportedPolicy& reported : reports) out.add(std::move(reported));
  out.close();
  return out;
}

Result<PolicyRegister> gather_policies(Archive& archive, const ReadOptions& options) {
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  FB_TRY(PolicyNames names, PolicyNames::load(data));
  PolicyRegister out(std::move(names));
  FB_CHECK(archive.for_each_policy({}, [&](const ReportedPolicy& reported) -> Result<bool> {
    out.add(reported);
    return true;
  }));
  out.close();
  return out;
}

}  // namespace fengbiao
