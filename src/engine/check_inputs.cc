#include "engine/check_inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <utility>

#include "base/disk.h"

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

constexpr std::size_t kMostHeld = std::size_t{64} << 20;  // bytes of the texts that are compared with each other

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

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

// Documents that are held back until all are read, for what they say against each other.
class Together {
 public:
  Together(const DocumentChecker& checker, const CheckHooks& hooks) : checker_(checker), hooks_(hooks) {}

  Result<void> add(const Input& input, const IntakeLimits& limits) {
    const std::string shown = input.path.string();
    auto bytes = input.path == "-" ? read_stdin(limits.file) : read_file(input.path, limits.file);
    if (!bytes) {
      hooks_.on_trouble(bytes.error());
      return {};
    }
    auto checked = checker_.check_document(*bytes, input.path == "-" ? "-" : input.path.filename().string());
    if (!checked) {
      checked.error().place.file = shown;
      hooks_.on_trouble(checked.error());
      return {};
    }
    held_bytes_ += checked->text.size();
    held_.push_back({std::move(*checked), shown});
    return held_bytes_ > kMostHeld ? tell() : Result<void>{};
  }

  // Compares those that are held and gives them to the hook.
  Result<void> tell() {
    std::vector<Held> held = std::exchange(held_, {});
    held_bytes_ = 0;
    BetweenIssues between(checker_);
    if (held.size() > 1) {
      for (const Held& h : held) between.add(h.checked.issue, h.checked.records);
      between.close();
    }
    for (Held& h : held) {
      CheckedIssue& c = h.checked;
      if (!between.of(c.issue).empty()) c = checker_.check_issue(std::move(c.issue), std::move(c.text), std::move(c.records), &between);
      FB_CHECK(hooks_.on_checked(c, h.shown));
    }
    return {};
  }

 private:
  struct Held {
    CheckedIssue checked;
    std::string shown;
  };
  const DocumentChecker& checker_;
  const CheckHooks& hooks_;
  std::vector<Held> held_;
  std::size_t held_bytes_ = 0;
};

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
  Together documents(checker, hooks);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Input& input = inputs[i];
    if (hooks.should_stop && hooks.should_stop()) break;
    if (hooks.on_progress) hooks.on_progress(i, inputs.size(), input.path.string());
    if (input.trouble) {
      hooks.on_trouble(*input.trouble);
    } else if (input.archive) {
      FB_CHECK(documents.tell());
      FB_CHECK(check_whole_archive(input, checker, issue, hooks));
    } else if (issue) {
      hooks.on_trouble({Cause::invalid_argument, {input.path.string()}, "--issue goes with an archive, and this is none", ""});
    } else {
      FB_CHECK(documents.add(input, limits));
    }
  }
  return documents.tell();
}

std::string short_name(const Finding& f) { return f.at.origin.article > 0 ? short_name(f.at.origin, f.id) : f.id; }

Result<FoundFinding> find_finding(Archive& archive, const DocumentChecker& checker, const std::string& reference) {
  FB_TRY(const auto issues, archive.issues());
  std::string key;  // of the issue named: the longest that the reference begins with
  for (const IssueRow& row : issues)
    if (reference.starts_with(row.key) && reference.size() > row.key.size() && std::string_view("/-").contains(reference[row.key.size()]) &&
        row.key.size() > key.size())
      key = row.key;
  std::optional<FoundFinding> out;
  if (!key.empty())
    FB_CHECK(check_archive(archive, checker, key, [&](const CheckedIssue& checked) -> Result<bool> {
      const auto& findings = checked.checks.findings;
      const auto found = std::ranges::find_if(findings, [&](const Finding& f) { return f.id == reference || short_name(f) == reference; });
      if (found != findings.end()) out = FoundFinding{checked, static_cast<std::size_t>(found - findings.begin())};
      return true;
    }));
  if (!out)
    return fail(Cause::not_found, {}, fmt::format("no finding '{}' in the archive", reference),
                "`check ARCHIVE --format jsonl` shows their ids");
  return std::move(*out);
}

Result<ErrorWeights> error_weights(const ReadOptions& read) {
  FB_TRY(const DataSet data, DataSet::with_folder(read.data_folder));
  return ErrorWeights::load(data);
}

LineIndex::LineIndex(std::string_view text) : text_(text), begins_{0} {
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
    begins_.push_back(static_cast<std::uint32_t>(at + 1));
  std::uint32_t n = 0;
  counted_.reserve(text.size() / kStep + 1);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % kStep == 0) counted_.push_back(n);
    n += begins_character(text[at]);
  }
}

std::uint32_t LineIndex::characters_before(std::uint32_t at) const {
  if (counted_.empty()) return 0;
  const std::size_t step = std::min(at / kStep, counted_.size() - 1);
  const std::string_view rest = text_.substr(step * kStep, at - step * kStep);
  return counted_[step] + static_cast<std::uint32_t>(std::ranges::count_if(rest, begins_character));
}

LinePlace LineIndex::place(std::uint32_t at) const {
  const auto number = static_cast<std::uint32_t>(std::ranges::upper_bound(begins_, at) - begins_.begin());
  return {number, characters_before(at) - characters_before(begins_[number - 1]) + 1};
}

std::string_view LineIndex::line(std::uint32_t number) const {
  if (number < 1 || number > begins_.size()) return {};
  const std::uint32_t from = begins_[number - 1];
  std::string_view out = text_.substr(from, (number < begins_.size() ? begins_[number] - 1 : text_.size()) - from);
  if (out.ends_with('\r')) out.remove_suffix(1);
  return out;
}

}  // namespace fengbiao
