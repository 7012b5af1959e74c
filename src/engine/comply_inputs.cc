#include "engine/comply_inputs.h"

#include "base/disk.h"
#include "rules/data_set.h"

namespace fengbiao {

Result<Compliance> load_compliance(const ReadOptions& read, const std::filesystem::path& folder) {
  FB_TRY(DataSet data, DataSet::with_folder(read.data_folder));
  if (!folder.empty()) FB_CHECK(data.lay_over(folder, "rules/comply/"));
  return Compliance::load(data);
}

Result<CompliedText> comply_document(Document document, std::string shown, const Compliance& compliance, const ComplyAsked& asked) {
  CompliedText out;
  out.document = std::move(document);
  out.shown = std::move(shown);
  ComplianceQuery query{ComplyKind::script, asked.day, asked.packs};
  if (asked.kind) {
    query.kind = *asked.kind;
  } else {
    const auto guess = guess_kind(out.document);
    if (!guess)
      return fail(Cause::invalid_argument, {out.shown}, "cannot tell what kind of text this is",
                  "say it: --as listing, script, transcript, app or page");
    query.kind = guess->kind;
    out.guess = guess->reason;
  }
  FB_TRY(out.report, compliance.check(out.document, query));
  return out;
}

namespace {

Result<CompliedText> comply_one(const std::string& name, const Compliance& compliance, const ComplyAsked& asked,
                                const IntakeLimits& limits) {
  const std::filesystem::path path = name;
  FB_TRY(const std::string bytes, name == "-" ? read_stdin(limits.file) : read_file(path, limits.file));
  FB_TRY(Document document, read_document(bytes, name == "-" ? "-" : path.filename().string(), limits));
  return comply_document(std::move(document), name, compliance, asked);
}

}  // namespace

Result<void> comply_inputs(const std::vector<std::string>& names, const Compliance& compliance, const ComplyAsked& asked,
                           const IntakeLimits& limits, const ComplyHooks& hooks) {
  for (const std::string& name : names) {
    if (hooks.should_stop && hooks.should_stop()) break;
    auto done = comply_one(name, compliance, asked, limits);
    if (!done) {
      if (done.error().place.file.empty() || done.error().place.file != name) {
        if (done.error().place.file.empty() && done.error().cause == Cause::invalid_argument) return std::unexpected(done.error());
        done.error().place.file = name;
      }
      hooks.on_trouble(done.error());
      continue;
    }
    FB_CHECK(hooks.on_checked(*done));
  }
  return {};
}

}  // namespace fengbiao
