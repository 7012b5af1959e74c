// Findings of `comply` as a SARIF 2.1.0 log: a rule of a pack is a rule of the log, a verdict its level, an exemption a suppression.
// Written text by text. Columns count Unicode characters. Tested by compliance_sarif_test.cc.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/comply_inputs.h"

namespace fengbiao {

class ComplianceSarif {
 public:
  using Sink = std::function<Result<void>(std::string_view)>;
  ComplianceSarif(const Compliance& compliance, std::string version, Sink sink);  // `compliance` must outlive it
  Result<void> begin();
  Result<void> add(const CompliedText& text);
  Result<void> finish(bool complete);  // every input could be read

 private:
  const Compliance& compliance_;
  const std::string version_;
  const Sink sink_;
  bool first_ = true;
};

}  // namespace fengbiao
