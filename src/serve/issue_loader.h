// Issues read from the archive when they are asked for, with their texts and records; those asked for last are kept at hand. And the open
// archives themselves, one for each thread that needs one.
//
//   auto issue = loader.load(generation, "2023-03-20");     (*issue)->article("2023-03-20-6c2952ef")
//   loader.with_archive([](Archive& archive) { return archive.review(10); });
//
// Tested by service_test.cc.
#pragma once

#include <filesystem>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "engine/archive.h"
#include "engine/check_inputs.h"
#include "serve/snapshot.h"

namespace fengbiao {

struct LoadedIssue {
  StoredIssue stored;  // texts filled
  std::string text;
  LineIndex lines;
  std::vector<ReportedObservation> observations;  // in order of articles and text
  std::vector<ReportedPolicy> policies;

  [[nodiscard]] const Article* article(std::string_view id) const;
};

class IssueLoader {
 public:
  IssueLoader(std::filesystem::path archive, std::size_t most_bytes) : path_(std::move(archive)), most_bytes_(most_bytes) {}

  // The current version of an issue.
  Result<std::shared_ptr<const LoadedIssue>> load(const Generation& generation, const std::string& key);

  // `work` gets an archive that no other thread uses meanwhile, open for reading.
  template <class Work>
  auto with_archive(Work work) -> decltype(work(std::declval<Archive&>())) {
    auto archive = take();
    if (!archive) return std::unexpected(std::move(archive.error()));
    auto out = work(**archive);
    if (out) give_back(std::move(*archive));  // after a failure a new one is opened
    return out;
  }

 private:
  Result<std::unique_ptr<Archive>> take();
  void give_back(std::unique_ptr<Archive> archive);

  const std::filesystem::path path_;
  const std::size_t most_bytes_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Archive>> open_;                                  // not in use
  std::uint64_t file_ = 0;                                                      // the file that they are of
  Generation generation_;                                                       // of the issues at hand
  std::list<std::pair<std::string, std::shared_ptr<const LoadedIssue>>> kept_;  // asked for last first
  std::map<std::string, decltype(kept_)::iterator, std::less<>> by_key_;
  std::size_t bytes_ = 0;
};

}  // namespace fengbiao
