// All forms of an issue, written into a folder from its one source.
//
//   build_issue(source, {.key = "2023-06", .folder = "out"})  ->  out/2023-06.pdf, .epub, .html, .txt, .atom, .json, .eml
//
// A file of the same name is replaced only where this made it, which a file `KEY.made` beside them tells. Same input, same bytes. Tested by
// tests/e2e/press.py.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/issue_source.h"
#include "publish/issue_pages.h"
#include "rules/data_set.h"

namespace fengbiao {

std::span<const std::string_view> issue_formats();  // pdf, epub, …

struct BuildOptions {
  std::string key;                     // name of the files
  std::filesystem::path folder;        // made when missing
  std::vector<std::string> formats{};  // empty: all
};

// The pictures that a source names, read beside it. Fails with the place of what is missing.
Result<Pictures> read_pictures(const IssueSource& source, const std::filesystem::path& beside);
// One form as bytes. Fails with invalid_argument for a format that there is not.
Result<std::string> issue_bytes(const IssueSource& source, const Pictures& pictures, const DataSet& data, const std::string& key,
                                std::string_view format);
Result<std::vector<std::filesystem::path>> build_issue(const IssueSource& source, const Pictures& pictures, const DataSet& data,
                                                       const BuildOptions& options);

}  // namespace fengbiao
