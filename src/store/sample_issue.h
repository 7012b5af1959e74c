// For tests of this room: small issues in our own words, with right spans, and folders that go away. Defined in
// sample_issue_test.cc.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "store/archive_file.h"

namespace fengbiao {

struct Sample {
  DocumentInfo document;
  std::string text;
  std::string layout;
  Issue issue;  // texts not filled
  IssueRecords records;
};

// The issue `key`; another `edition` is another printing of it, with other words. Each article has an observation, every second one
// a policy, some fields known and some not.
Sample sample_issue(std::string_view key, int edition = 0, int articles = 3);

Result<PutOutcome> put(ArchiveFile& archive, const Sample& sample);

// An empty folder of its own, removed at the end.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// An archive made at `path` with the samples put and committed; a failure ends the test program.
void make_archive(const std::filesystem::path& path, const std::vector<Sample>& samples);

// All troubles that verify() finds, one a line: "issue: what".
std::string troubles_of(ArchiveFile& archive);

// What the archive says about everything in it, as text to compare.
std::string dump(ArchiveFile& archive);

}  // namespace fengbiao
