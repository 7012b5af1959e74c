#include "engine/record_loader.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/issue_records.h"

namespace fengbiao {

namespace {

Origin make_origin(const StoredIssue& stored, const Article& article, std::string_view kept) {
  Origin origin;
  origin.issue = stored.key;
  origin.file = stored.document.file;
  origin.article_id = article.id;
  origin.article = article.n;
  origin.section = article.section;
  origin.title = article.title_pieces.empty() ? article.title : join_pieces(kept, article.title_pieces, true);
  origin.date = article.date.value_or("");
  if (origin.date.empty())
    if (const auto day = issue_date(stored.issue)) origin.date = day->iso();
  origin.sources = article.sources;
  return origin;
}

template <class Record>
std::vector<Record> only(const std::vector<Record>& records, const std::string& id) {
  const auto found = std::ranges::find(records, id, &Record::id);
  return found == records.end() ? std::vector<Record>() : std::vector<Record>{*found};
}

}  // namespace

void RecordLoader::turn_to(StoredIssue stored, std::string kept) {
  key_ = stored.key;
  stored_ = std::move(stored);
  kept_ = std::move(kept);
  observations_.reset();
  policies_.reset();
}

Result<void> RecordLoader::turn_to(const std::string& key) {
  if (key == key_) return {};
  key_.clear();
  observations_.reset();
  policies_.reset();
  FB_TRY(stored_, file_.issue(key));
  FB_TRY(kept_, file_.text_of(key));
  key_ = key;
  return {};
}

template <class Reported, class Record>
std::vector<Reported> RecordLoader::completed(std::vector<Record> records) {
  std::vector<Reported> out;
  out.reserve(records.size());
  const Article* article = nullptr;
  std::optional<Origin> origin;  // of the article at hand
  for (Record& r : records) {
    if (article == nullptr || article->n != r.article) {
      const auto found = std::ranges::find(stored_.issue.articles, r.article, &Article::n);
      if (found == stored_.issue.articles.end()) continue;
      article = &*found;
      origin = make_origin(stored_, *article, kept_);
    }
    r.text = printed_words(*article, kept_, r.span);
    r.quote = printed_words(*article, kept_, r.quote_span);
    const std::vector<Correction>& holding = corrections_.of(r.id);
    out.push_back({*origin, std::move(r), holding});
  }
  return out;
}

Result<std::vector<ReportedObservation>> RecordLoader::complete(const std::string& key, std::vector<Observation> observations) {
  FB_CHECK(turn_to(key));
  return completed<ReportedObservation>(std::move(observations));
}

Result<std::vector<ReportedPolicy>> RecordLoader::complete(const std::string& key, std::vector<Policy> policies) {
  FB_CHECK(turn_to(key));
  return completed<ReportedPolicy>(std::move(policies));
}

Result<AnyRecord> RecordLoader::load(const std::string& id, const ArchiveFile::RecordPlace& place) {
  FB_CHECK(turn_to(place.issue));
  if (place.policy) {
    if (!policies_) { FB_TRY(policies_, file_.policies(place.issue)); }
    auto found = only(*policies_, id);
    for (Policy& p : found) lay_over(corrections_.of(id), p);
    if (auto whole = completed<ReportedPolicy>(std::move(found)); !whole.empty()) return std::move(whole[0]);
  } else {
    if (!observations_) { FB_TRY(observations_, file_.observations(place.issue)); }
    auto found = only(*observations_, id);
    for (Observation& o : found) lay_over(corrections_.of(id), o);
    if (auto whole = completed<ReportedObservation>(std::move(found)); !whole.empty()) return std::move(whole[0]);
  }
  return fail(Cause::damaged, {file_.path().string()}, fmt::format("the archive is damaged: record {} has no article", id),
              "`fengbiao reread` makes the records anew");
}

}  // namespace fengbiao
