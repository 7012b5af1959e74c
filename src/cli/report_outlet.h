// Where a report goes: the screen, or a file that is whole or not at all (--output). Tested by tests/cases/cli/check.test.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "cli/commands.h"
#include "cli/output_file.h"

namespace fengbiao {

class ReportOutlet {
 public:
  static Result<ReportOutlet> open(const Session& session) {
    ReportOutlet out(session);
    if (const auto path = session.call.text("output"); path && *path != "-") {
      FB_TRY(OutputFile file, OutputFile::open(*path));
      out.file_.emplace(std::move(file));
    }
    return out;
  }
  Result<void> write(std::string_view text, Screen::Kind kind) {
    if (file_) return file_->write(text);
    session_.screen.print_text(text, kind);
    return {};
  }
  Result<void> finish() { return file_ ? file_->finish() : Result<void>(); }
  [[nodiscard]] std::size_t width() const { return file_ ? 0 : session_.screen.width(); }

 private:
  explicit ReportOutlet(const Session& session) : session_(session) {}
  const Session& session_;
  std::optional<OutputFile> file_;
};

}  // namespace fengbiao
