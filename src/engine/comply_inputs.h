// Whatever a user names, checked against the packs one after another: files of any kind that is read, standard input.
//
//   comply_inputs({"listing.txt"}, compliance, {.kind = ComplyKind::listing, .day = "2023-03-01"}, limits, hooks)
//
// Where the kind is not given it is told from the text, with the reason, or asked for. A bad input is told of and the others go on.
// Tested by tests/cases/cli/comply.test.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "comply/compliance.h"
#include "comply/pack_lint.h"
#include "engine/archive.h"
#include "engine/check_inputs.h"

namespace fengbiao {

// The packs of the program and of the user's data folder, and those of `folder` (files of packs) over them.
Result<Compliance> load_compliance(const ReadOptions& read, const std::filesystem::path& folder = {});

struct CompliedText {
  Document document;
  ComplianceReport report;
  std::string shown;                 // the path as it was named
  std::optional<std::string> guess;  // why it is of this kind, where nobody said
};

struct ComplyHooks {
  std::function<Result<void>(const CompliedText&)> on_checked{};
  std::function<void(const Error&)> on_trouble{};
  std::function<bool()> should_stop{};
};

struct ComplyAsked {
  std::optional<ComplyKind> kind;
  std::string day;
  std::vector<std::string> packs{};
};
// A document at hand; `shown`: how it is called. Fails with invalid_argument where the kind is asked for, or as Compliance::check.
Result<CompliedText> comply_document(Document document, std::string shown, const Compliance& compliance, const ComplyAsked& asked);
Result<void> comply_inputs(const std::vector<std::string>& names, const Compliance& compliance, const ComplyAsked& asked,
                           const IntakeLimits& limits, const ComplyHooks& hooks);

}  // namespace fengbiao
