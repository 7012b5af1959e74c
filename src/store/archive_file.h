// The archive: one SQLite file that holds documents (kept texts), issues with their history, articles for queries, the records
// drawn from them, and what people corrected of these.
// One writer, many readers. Format number in PRAGMA user_version; docs/archive-format.md describes the tables.
//
// Durability: put() gathers issues; commit() makes all gathered ones durable at once. An issue is wholly in the archive
// or not at all, whatever instant the process dies. At rest there is no side file (rollback journal), so that an archive
// in a read-only folder opens.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/issue.h"
#include "model/issue_records.h"

struct sqlite3;

namespace fengbiao {

inline constexpr int kArchiveFormat = 2;

enum class OpenMode {
  read,    // must exist; works in a read-only folder
  write,   // must exist
  create,  // made when missing
};

// How one input was put away.
enum class PutOutcome {
  added,       // a new issue
  unchanged,   // the same bytes are the current version of this issue, read by the same rules
  replaced,    // a corrected input: the earlier version went into the history
  reread,      // the same bytes, another structure or other records: today's rules
  superseded,  // the same bytes are an earlier version of this issue: the later one stays (the engine's answer, not put()'s)
};

// One kept version of an issue. `structure` is to_json(Issue); texts of articles are not filled until asked for.
struct StoredIssue {
  std::int64_t rowid = 0;
  std::string key;
  int version = 0;  // 1.. ; the highest is current
  bool current = true;
  DocumentInfo document;
  Issue issue;
};

// One line of a listing; cheap, from columns only.
struct IssueRow {
  std::string key, file, profile, name, publisher, date, document_hash, media_type;
  int version = 0, versions = 0, year = 0, number = 0, total = 0;
  std::uint32_t articles = 0, lines = 0, unclaimed_lines = 0, pages = 0;
  bool current = true;
};

struct ArticleRow {
  std::string id, issue, file, section, title, selected_by, date;
  std::vector<std::string> sources;
  bool compiled = false;
  std::uint32_t n = 0, line_start = 0, line_end = 0, paragraphs = 0;
};

struct ArticleFilter {
  std::optional<std::string> issue{}, section{}, source{};  // equal as a whole
  std::optional<std::string> title_contains{};              // the case of Latin letters aside
  std::optional<std::string> selected_by{};
  std::optional<std::string> from{}, to{};  // ISO dates, inclusive; an article without a date never matches
  std::optional<bool> compiled{};
  std::size_t limit = 0;  // 0: all
};

// What may be asked of the columns of observations. A record that somebody corrected is given whatever its columns hold.
struct ObservationColumns {
  std::optional<Measure> measure{};
  std::optional<Status> status{};
  std::optional<std::string> indicator_code{};
  bool sure = false;  // only those that are
};

struct ArchiveOptions {
  std::chrono::milliseconds wait_for_writer{5'000};  // then `busy`, with the words who holds it where known
};

class ArchiveFile {
 public:
  // Fails with not_found, unreadable, not_an_archive, newer_format, damaged, busy, not_writable.
  static Result<ArchiveFile> open(const std::filesystem::path& path, OpenMode mode, const ArchiveOptions& options = {});
  ArchiveFile(ArchiveFile&&) noexcept;
  ArchiveFile& operator=(ArchiveFile&&) noexcept;
  ~ArchiveFile();

  // Takes the one writer's place until commit() or rollback(); put() and remove() call it by themselves.
  Result<void> begin();
  // Other records of the same structure are exchanged and make no new version.
  Result<PutOutcome> put(const DocumentInfo& document, std::string_view text, std::string_view layout, const Issue& issue,
                         const IssueRecords& records);
  Result<void> commit();
  void rollback();

  // The document with these input bytes, without reading it: under which issue key it is current or, where it is current
  // under none, an earlier version. With the hash of its structure (hash128_hex of to_json).
  struct Known {
    std::string key, structure_hash;
    bool current = true;
  };
  Result<std::optional<Known>> find_document(std::string_view hash);

  Result<std::vector<IssueRow>> issues(bool with_history = false);
  // What is kept of each current issue, as hashes: equal states mean equal texts, articles, records and corrections. By key.
  struct IssueState {
    std::string key, state;
    friend bool operator==(const IssueState&, const IssueState&) = default;
  };
  Result<std::vector<IssueState>> issue_states();
  Result<std::vector<ArticleRow>> articles(const ArticleFilter& filter);
  // version 0: the current one.
  Result<StoredIssue> issue(std::string_view key, int version = 0);
  Result<std::string> text_of(std::string_view key, int version = 0);    // the kept UTF-8 text
  Result<std::string> layout_of(std::string_view key, int version = 0);  // what put() was given
  // What removing it would take away, and the removal itself (all versions). Corrections of its records stay.
  Result<void> remove(std::string_view key);

  // The records of an issue's current version, in order of articles and text; `text` and `quote` are not filled.
  Result<std::vector<Observation>> observations(std::string_view key, const ObservationColumns& columns = {});
  Result<std::vector<Policy>> policies(std::string_view key);
  // What the observations of current issues measure and where, each combination once, as their columns say.
  struct ToldIndicator {
    std::string indicator, code, area;
  };
  Result<std::vector<ToldIndicator>> told_indicators();
  // Current issues whose records were never made: they were read into an archive of format 1.
  Result<std::vector<std::string>> issues_without_records();
  struct RecordPlace {
    std::string issue;  // key
    std::uint32_t article = 0;
    bool policy = false;
  };
  Result<std::optional<RecordPlace>> find_record(std::string_view id);

  // Corrections, by number. add_correction() gives the number; its own does not count.
  Result<std::int64_t> add_correction(const Correction& correction);
  // Fails with not_found, and with conflict where it was undone already.
  Result<Correction> undo_correction(std::int64_t number, std::string_view by, std::string_view at, std::string_view why);
  Result<std::vector<Correction>> corrections(std::string_view record = {}, bool with_undone = false);  // empty: of all records

  struct Trouble {
    std::string issue, what;
  };
  // SQLite's integrity check, checksums of texts, structures, records and corrections, every span inside its text and its words
  // hashing equal.
  // `progress` gets issues done and all.
  Result<std::vector<Trouble>> verify(const std::function<void(std::size_t, std::size_t)>& progress = {});
  // A consistent copy while others read or write; the target must not exist.
  Result<void> backup(const std::filesystem::path& target);

  [[nodiscard]] const std::filesystem::path& path() const;
  [[nodiscard]] sqlite3* handle() const;  // for the rooms above that add tables of their own

 private:
  struct State;
  explicit ArchiveFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace fengbiao
