#include "engine/check_inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "base/disk.h"
#include "base/utf8.h"

namespace fengbiao {
namespace {

constexpr std::string_view kDatabaseMark = "SQLite format 3";  // the first bytes of an archive

bool is_archive(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return false;
  std::array<char, kDatabaseMark.size()> head{};
  std::ifstream(path, std::ios::binary).read(head.data(), head.size());
  return std::string_view(head.data(), head.size()) == kDatabaseMark;
}

struct Input {
  std::filesystem::path path;
  bool archive = false;
  std::optional<Error> trouble{};
};

std::vector<Input> inputs_of(const std::vector<std::string>& names) {
  std::vector<Input> out;
  for (const std::string& name : names) {
    if (name == "-") {
      out.push_back({"-"});
      continue;
    }
    const bool named = is_archive(name);
    Walk found = walk(name);
    for (std::filesystem::path& path : found.files) {
      // A folder may hold the archive of the files beside it; nothing is checked twice.
      if (!named && is_archive(path))
        out.push_back(
            {path, false, Error{Cause::conflict, {path.string()}, "an archive in a folder is passed over", "name it to check it"}});
      else out.push_back({std::move(path), named});
    }
    for (Error& trouble : found.troubles) out.push_back({trouble.place.file, false, std::move(trouble)});
  }
  return out;
}

Result<void> check_document(const Input& input, const DocumentChecker& checker, const IntakeLimits& limits, const CheckHooks& hooks) {
  const std::string shown = input.path.string();
  auto bytes = input.path == "-" ? read_stdin(limits.file) : read_file(input.path, limits.file);
  if (!bytes) {
    hooks.on_trouble(bytes.error());
    return {};
  }
  auto checked = checker.check_document(*bytes, input.path == "-" ? "-" : input.path.filename().string());
  if (!checked) {
    checked.error().place.file = shown;
    hooks.on_trouble(checked.error());
    return {};
  }
  return hooks.on_checked(*checked, shown);
}

Result<void> check_whole_archive(const Input& input, const DocumentChecker& checker, const std::optional<std::string>& issue,
                                 const CheckHooks& hooks) {
  auto archive = Archive::open(input.path, OpenMode::read);
  if (!archive) {
    hooks.on_trouble(archive.error());
    return {};
  }
  std::optional<Error> reported;
  const auto done = check_archive(*archive, checker, issue, [&](const CheckedIssue& checked) -> Result<bool> {
    if (hooks.on_progress) hooks.on_progress(0, 0, checked.issue.key);
    if (const auto told = hooks.on_checked(checked, checked.issue.file); !told) {
      reported = told.error();
      return false;
    }
    return !(hooks.should_stop && hooks.should_stop());
  });
  if (reported) return std::unexpected(*reported);
  if (!done) {
    Error error = done.error();
    if (error.place.file.empty()) error.place.file = input.path.string();
    hooks.on_trouble(error);
  }
  return {};
}

}  // namespace

Result<void> check_inputs(const std::vector<std::string>& names, const DocumentChecker& checker, const std::optional<std::string>& issue,
                          const IntakeLimits& limits, const CheckHooks& hooks) {
  const std::vector<Input> inputs = inputs_of(names);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Input& input = inputs[i];
    if (hooks.should_stop && hooks.should_stop()) break;
    if (hooks.on_progress) hooks.on_progress(i, inputs.size(), input.path.string());
    if (input.trouble) hooks.on_trouble(*input.trouble);
    else if (input.archive) FB_CHECK(check_whole_archive(input, checker, issue, hooks));
    else if (issue)
      hooks.on_trouble({Cause::invalid_argument, {input.path.string()}, "--issue goes with an archive, and this is none", ""});
    else FB_CHECK(check_document(input, checker, limits, hooks));
  }
  return {};
}

LineIndex::LineIndex(std::string_view text) : text_(text), begins_{0} {
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
    begins_.push_back(static_cast<std::uint32_t>(at + 1));
}

LinePlace LineIndex::place(std::uint32_t at) const {
  const auto after = std::ranges::upper_bound(begins_, at);
  const auto number = static_cast<std::uint32_t>(after - begins_.begin());
  // Places are mostly asked for in order: a long line is counted once.
  if (number != last_.line || at < last_at_) last_ = {number, 1}, last_at_ = begins_[number - 1];
  last_.column += static_cast<std::uint32_t>(count_code_points(text_.substr(last_at_, at - last_at_)));
  last_at_ = at;
  return last_;
}

std::string_view LineIndex::line(std::uint32_t number) const {
  if (number < 1 || number > begins_.size()) return {};
  const std::uint32_t from = begins_[number - 1];
  std::string_view out = text_.substr(from, (number < begins_.size() ? begins_[number] - 1 : text_.size()) - from);
  if (out.ends_with('\r')) out.remove_suffix(1);
  return out;
}

}  // namespace fengbiao
