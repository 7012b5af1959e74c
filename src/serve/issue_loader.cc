#include "serve/issue_loader.h"

#include <algorithm>

#include "engine/record_loader.h"

namespace fengbiao {

namespace {

constexpr std::size_t kMostOpen = 16;  // archives kept open
constexpr std::size_t kTimesText = 8;  // what an issue takes in memory, as a multiple of its text

std::size_t size_of(const LoadedIssue& issue) { return issue.text.size() * kTimesText; }

}  // namespace

const Article* LoadedIssue::article(std::string_view id) const {
  const auto found = std::ranges::find(stored.issue.articles, id, &Article::id);
  return found == stored.issue.articles.end() ? nullptr : &*found;
}

Result<std::unique_ptr<Archive>> IssueLoader::take() {
  const auto generation = generation_of(path_);
  {
    const std::lock_guard lock(mutex_);
    // Another file in the archive's place: what is open is of the old one.
    if (generation && generation->file != file_) {
      open_.clear();
      file_ = generation->file;
    }
    if (!open_.empty()) {
      auto out = std::move(open_.back());
      open_.pop_back();
      return out;
    }
  }
  FB_TRY(Archive archive, Archive::open(path_, OpenMode::read));
  return std::make_unique<Archive>(std::move(archive));
}

void IssueLoader::give_back(std::unique_ptr<Archive> archive) {
  const std::lock_guard lock(mutex_);
  if (open_.size() < kMostOpen) open_.push_back(std::move(archive));
}

Result<std::shared_ptr<const LoadedIssue>> IssueLoader::load(const Generation& generation, const std::string& key) {
  {
    const std::lock_guard lock(mutex_);
    if (!(generation_ == generation)) {
      kept_.clear();
      by_key_.clear();
      bytes_ = 0;
      generation_ = generation;
    }
    if (const auto found = by_key_.find(key); found != by_key_.end()) {
      kept_.splice(kept_.begin(), kept_, found->second);
      return found->second->second;
    }
  }
  auto loaded = with_archive([&](Archive& archive) -> Result<std::shared_ptr<const LoadedIssue>> {
    // The structure of an issue takes longest to read: it is read once for text and records.
    ArchiveFile& file = archive.file();
    FB_TRY(StoredIssue stored, file.issue(key));
    FB_TRY(std::string text, file.text_of(key));
    for (Article& article : stored.issue.articles) fill_texts(article, text);
    FB_TRY(const auto all, file.corrections());
    const HoldingCorrections corrections(all);
    RecordLoader records(file, corrections);
    records.turn_to(stored, text);
    FB_TRY(auto read_observations, file.observations(key));
    for (Observation& o : read_observations) lay_over(corrections.of(o.id), o);
    FB_TRY(auto observations, records.complete(key, std::move(read_observations)));
    FB_TRY(auto read_policies, file.policies(key));
    for (Policy& p : read_policies) lay_over(corrections.of(p.id), p);
    FB_TRY(auto policies, records.complete(key, std::move(read_policies)));
    LineIndex lines{std::string_view()};
    auto out = std::make_shared<LoadedIssue>(
        LoadedIssue{std::move(stored), std::move(text), std::move(lines), std::move(observations), std::move(policies)});
    out->lines = LineIndex(out->text);
    return out;
  });
  if (!loaded) return loaded;
  const std::lock_guard lock(mutex_);
  if (!(generation_ == generation) || by_key_.contains(key)) return loaded;
  kept_.emplace_front(key, *loaded);
  by_key_.emplace(key, kept_.begin());
  bytes_ += size_of(**loaded);
  while (bytes_ > most_bytes_ && kept_.size() > 1) {
    bytes_ -= size_of(*kept_.back().second);
    by_key_.erase(kept_.back().first);
    kept_.pop_back();
  }
  return loaded;
}

}  // namespace fengbiao
