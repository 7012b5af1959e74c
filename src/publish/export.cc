#include "publish/export.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/csv.h"

namespace fengbiao {

namespace {

constexpr std::size_t kBlock = 256 << 10;  // bytes handed over at a time, about

}  // namespace

std::vector<std::string_view> export_kinds() { return {"articles"}; }

Result<void> export_records(Archive& archive, const ExportOptions& options, const std::function<Result<void>(std::string_view)>& sink) {
  const auto kinds = export_kinds();
  if (std::ranges::find(kinds, options.kind) == kinds.end())
    return fail(Cause::invalid_argument, {}, fmt::format("there are no records of the kind \"{}\"", options.kind),
                fmt::format("choose one of: {}", fmt::join(kinds, ", ")));
  std::string block;
  if (options.format == ExportFormat::csv) {
    CsvWriter header(options.bom);
    header.row(article_columns());
    block = header.take();
  }
  const auto put = [&](const StoredIssue& issue, std::string_view) -> Result<void> {
    append_article_records(issue, options.format, block);
    if (block.size() < kBlock) return {};
    FB_CHECK(sink(block));
    block.clear();
    return {};
  };
  FB_CHECK(archive.for_each_issue(put));
  return block.empty() ? Result<void>{} : sink(block);
}

}  // namespace fengbiao
