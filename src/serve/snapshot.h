// What an archive holds at one moment, gathered so that many requests can be answered from it at once: the lists of issues and articles,
// and as soon as they are gathered, search, series, policies, entities and findings.
//
//   std::shared_ptr<const Snapshot> now = keeper.current();
//   for (const ArticleRow& row : now->contents->articles) use(row);
//
// Never changed once it is published: a later one takes its place (snapshot_keeper.h). A part that is not gathered yet is null; one that
// is older than the contents says so by its generation. Tested by service_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/checks.h"
#include "engine/entities.h"
#include "engine/policies.h"
#include "engine/search.h"
#include "engine/series.h"

namespace fengbiao {

// Which state of which file: the counter that SQLite raises with every transaction, and the file's own number, which changes when
// another file takes its place. Cheap: four bytes are read, no lock is taken.
struct Generation {
  std::uint64_t file = 0;
  std::uint32_t counter = 0;
  friend bool operator==(const Generation&, const Generation&) = default;
};
Result<Generation> generation_of(const std::filesystem::path& archive);

using Found = std::vector<std::uint32_t>;  // indexes

struct Contents {
  Generation generation;
  std::string name;                     // of the bulletin, as printed on most issues; the file's name where none has one
  std::string first_date, last_date;    // of issues; empty where none has one
  std::vector<IssueRow> issues;         // by key
  std::vector<ArticleRow> articles;     // by issue, then place in it
  std::vector<std::uint32_t> issue_of;  // of each article
  std::vector<std::pair<std::uint32_t, std::uint32_t>> articles_of;                 // of each issue: first and end
  std::unordered_map<std::string_view, std::uint32_t> article_by_id, issue_by_key;  // views into the rows

  [[nodiscard]] const ArticleRow* article(std::string_view id) const;
  [[nodiscard]] const IssueRow* issue(std::string_view key) const;
};
// "2022-12-05": the printed day, else what the key begins with; empty where neither is a day.
std::string date_of(const IssueRow& issue);

struct SeriesPart {
  Generation generation;
  GatheredSeries gathered;
  std::unordered_map<std::string_view, std::uint32_t> by_id;  // of observations
  std::unordered_map<std::string_view, std::uint32_t> series_by_id;
};
struct PoliciesPart {
  Generation generation;
  PolicyRegister all;
  std::unordered_map<std::string_view, std::uint32_t> by_id;     // of entries
  std::unordered_map<std::string_view, std::uint32_t> entry_of;  // of the id of a report
};
struct EntitiesPart {
  Generation generation;
  EntityRegister all;
  std::vector<std::string> keys;        // of entries: the id, else kind:name
  std::vector<std::uint32_t> entry_of;  // of each mention
  std::unordered_map<std::string_view, std::uint32_t> by_key;
  std::map<std::pair<std::string_view, std::uint32_t>, Found> by_article;  // issue and number -> mentions
};
struct FindingsPart {
  Generation generation;
  FindingsByIssue issues;
  std::vector<const Finding*> all;  // in order of issues and text
  CheckCoverage coverage;
  std::unordered_map<std::string_view, std::uint32_t> by_id;
  std::unordered_map<std::string_view, Found> by_article;
};

struct SearchPart {
  Generation generation;
  SearchEngine engine;
};

// A part and a number that no other part ever gathered has; 0: it was not gathered yet.
template <class Part>
struct Numbered {
  std::shared_ptr<const Part> part;
  std::uint64_t number = 0;
  explicit operator bool() const { return part != nullptr; }
  const Part* operator->() const { return part.get(); }
  const Part& operator*() const { return *part; }
};

struct Snapshot {
  Numbered<Contents> contents;  // always there
  Numbered<SearchPart> search;
  Numbered<SeriesPart> series;
  Numbered<PoliciesPart> policies;
  Numbered<EntitiesPart> entities;
  Numbered<FindingsPart> findings;
};

std::string entity_key(const EntityEntry& entry);  // "body:miit"; "company:NAME" for a name found by form

Result<std::shared_ptr<const Contents>> gather_contents(Archive& archive, const Generation& generation);
Result<std::shared_ptr<const SearchPart>> gather_search_part(Archive& archive, const ReadOptions& read, const Generation& generation);
Result<std::shared_ptr<const SeriesPart>> gather_series_part(Archive& archive, const ReadOptions& read, const Generation& generation);
Result<std::shared_ptr<const PoliciesPart>> gather_policies_part(Archive& archive, const ReadOptions& read, const Generation& generation);
Result<std::shared_ptr<const EntitiesPart>> gather_entities_part(Archive& archive, const ReadOptions& read, const Generation& generation);
Result<std::shared_ptr<const FindingsPart>> gather_findings_part(Archive& archive, const DocumentChecker& checker,
                                                                 const FindingsPart* before, const std::function<bool()>& should_stop,
                                                                 const Generation& generation);

}  // namespace fengbiao
