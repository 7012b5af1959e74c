#include "serve/snapshot.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "model/period.h"

namespace fengbiao {

namespace {

constexpr off_t kChangeCounter = 24;  // of SQLite's file header, big-endian

std::string usual_name(const std::vector<IssueRow>& issues, const std::filesystem::path& file) {
  std::map<std::string, std::size_t> counted;
  for (const IssueRow& row : issues)
    if (!row.name.empty()) ++counted[row.name];
  const auto most = std::ranges::max_element(counted, {}, [](const auto& c) { return c.second; });
  return most == counted.end() ? file.stem().string() : most->first;
}

template <class Map, class List, class Key>
void index_by(Map& map, const List& list, Key key) {
  map.reserve(list.size());
  for (std::uint32_t i = 0; i < list.size(); ++i) map.emplace(key(list[i]), i);
}

}  // namespace

Result<Generation> generation_of(const std::filesystem::path& archive) {
  const int fd = ::open(archive.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return fail(Cause::not_found, {archive.string()}, "the archive cannot be opened");
  struct stat about = {};
  std::array<unsigned char, 4> bytes{};
  const bool read =
      ::fstat(fd, &about) == 0 && ::pread(fd, bytes.data(), bytes.size(), kChangeCounter) == static_cast<ssize_t>(bytes.size());
  ::close(fd);
  if (!read) return fail(Cause::not_an_archive, {archive.string()}, "the archive has no header");
  std::uint32_t counter = 0;
  for (const unsigned char byte : bytes) counter = counter << 8 | byte;
  return Generation{static_cast<std::uint64_t>(about.st_ino), counter};
}

const ArticleRow* Contents::article(std::string_view id) const {
  const auto found = article_by_id.find(id);
  return found == article_by_id.end() ? nullptr : &articles[found->second];
}

const IssueRow* Contents::issue(std::string_view key) const {
  const auto found = issue_by_key.find(key);
  return found == issue_by_key.end() ? nullptr : &issues[found->second];
}

std::string date_of(const IssueRow& issue) {
  const std::string day = is_iso_day(issue.date) ? issue.date : issue.key.substr(0, std::min<std::size_t>(10, issue.key.size()));
  return is_iso_day(day) ? day : "";
}

Result<std::shared_ptr<const Contents>> gather_contents(Archive& archive, const Generation& generation) {
  auto out = std::make_shared<Contents>();
  out->generation = generation;
  FB_TRY(out->issues, archive.issues());
  FB_TRY(out->articles, archive.articles({}));
  out->name = usual_name(out->issues, archive.file().path());
  index_by(out->issue_by_key, out->issues, [](const IssueRow& row) { return std::string_view(row.key); });
  // Between the two questions another process may have written: articles of an issue that is not listed wait for the next round.
  std::erase_if(out->articles, [&](const ArticleRow& row) { return !out->issue_by_key.contains(row.issue); });
  std::ranges::stable_sort(out->articles, {}, [](const ArticleRow& row) { return std::pair(std::string_view(row.issue), row.n); });
  index_by(out->article_by_id, out->articles, [](const ArticleRow& row) { return std::string_view(row.id); });
  out->articles_of.assign(out->issues.size(), {0, 0});
  out->issue_of.resize(out->articles.size());
  for (std::uint32_t i = 0; i < out->articles.size(); ++i) {
    const std::uint32_t issue = out->issue_by_key.at(out->articles[i].issue);
    out->issue_of[i] = issue;
    auto& [first, end] = out->articles_of[issue];
    if (first == end) first = i;
    end = i + 1;
  }
  for (const IssueRow& row : out->issues) {
    const std::string day = date_of(row);
    if (day.empty()) continue;
    out->first_date = out->first_date.empty() ? day : std::min(out->first_date, day);
    out->last_date = std::max(out->last_date, day);
  }
  return out;
}

Result<std::shared_ptr<const SearchPart>> gather_search_part(Archive& archive, const ReadOptions& read, const Generation& generation) {
  FB_TRY(SearchEngine engine, SearchEngine::open(archive, {read.data_folder}));
  FB_CHECK(engine.make_ready());
  return std::make_shared<SearchPart>(SearchPart{generation, std::move(engine)});
}

Result<std::shared_ptr<const SeriesPart>> gather_series_part(Archive& archive, const ReadOptions& read, const Generation& generation) {
  FB_TRY(GatheredSeries gathered, gather_series(archive, read));
  auto out = std::make_shared<SeriesPart>(SeriesPart{generation, std::move(gathered), {}, {}});
  index_by(out->by_id, out->gathered.all.observations(), [](const ReportedObservation& r) { return std::string_view(r.observation.id); });
  index_by(out->series_by_id, out->gathered.all.series(), [](const Series& s) { return std::string_view(s.id); });
  return out;
}

Result<std::shared_ptr<const PoliciesPart>> gather_policies_part(Archive& archive, const ReadOptions& read, const Generation& generation) {
  FB_TRY(PolicyRegister all, gather_policies(archive, read));
  auto out = std::make_shared<PoliciesPart>(PoliciesPart{generation, std::move(all), {}, {}});
  index_by(out->by_id, out->all.entries(), [](const PolicyEntry& e) { return std::string_view(e.id); });
  for (std::uint32_t i = 0; i < out->all.entries().size(); ++i)
    for (const std::uint32_t report : out->all.entries()[i].reports) out->entry_of.emplace(out->all.report(report).policy.id, i);
  return out;
}

std::string entity_key(const EntityEntry& entry) { return entry.id.empty() ? entry.kind + ":" + entry.canonical : entry.id; }

Result<std::shared_ptr<const EntitiesPart>> gather_entities_part(Archive& archive, const ReadOptions& read, const Generation& generation) {
  FB_TRY(EntityRegister all, gather_entities(archive, read));
  auto out = std::make_shared<EntitiesPart>(EntitiesPart{generation, std::move(all), {}, {}, {}, {}});
  out->entry_of.resize(out->all.mentions().size());
  for (std::uint32_t i = 0; i < out->all.entries().size(); ++i) {
    const EntityEntry& entry = out->all.entries()[i];
    out->keys.push_back(entity_key(entry));
    for (const std::uint32_t m : entry.mentions) out->entry_of[m] = i;
  }
  for (std::uint32_t i = 0; i < out->all.mentions().size(); ++i) {
    const Mention& m = out->all.mentions()[i];
    out->by_article[{m.issue, m.article}].push_back(i);
  }
  index_by(out->by_key, out->keys, [](const std::string& key) { return std::string_view(key); });
  return out;
}

Result<std::shared_ptr<const FindingsPart>> gather_findings_part(Archive& archive, const DocumentChecker& checker,
                                                                 const FindingsPart* before, const std::function<bool()>& should_stop,
                                                                 const Generation& generation) {
  auto out = std::make_shared<FindingsPart>();
  out->generation = generation;
  FB_TRY(out->issues, gather_findings(archive, checker, before ? before->issues : FindingsByIssue(), should_stop));
  for (const auto& [key, of] : out->issues) {
    for (const Finding& f : of->findings) out->all.push_back(&f);
    out->coverage += of->coverage;
  }
  index_by(out->by_id, out->all, [](const Finding* f) { return std::string_view(f->id); });
  for (std::uint32_t i = 0; i < out->all.size(); ++i) out->by_article[out->all[i]->at.origin.article_id].push_back(i);
  return out;
}

}  // namespace fengbiao
