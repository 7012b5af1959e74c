// The one public door of the library: open an archive, put bulletins in, ask what is in it, have it explained.
//
//   auto archive = fengbiao::Archive::open("ec.fb", fengbiao::OpenMode::create);
//   if (!archive) { report(archive.error().message()); return; }
//   auto report = archive->ingest({"bulletins/"}, {}, {});
//   for (const auto& row : *archive->articles({.section = "..."})) use(row);
//
// All calls return Result<T>; none prints. An Archive is used by one thread at a time; several may be open on one file.
// examples/ has the narrated program that the tests build and run.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/records.h"
#include "intake/intake.h"
#include "model/issue.h"
#include "store/archive_file.h"

namespace fengbiao {

class RecordReader;

struct ReadOptions {
  std::string profile{};                // name of a bulletin profile; empty: chosen by evidence
  std::filesystem::path data_folder{};  // the user's own profiles and lexicons, over the built-in ones; may be empty
  IntakeLimits limits{};
  unsigned threads = 0;  // that read; 0: as many as there are cores. The result does not depend on it
};

// What became of one input, in the order of the inputs. Given only after it is durable.
struct InputReport {
  std::string path;  // as found, for messages
  std::string file;  // base name, as in the records
  std::optional<Error> error;
  PutOutcome outcome = PutOutcome::added;
  std::string issue;  // key
  std::string profile;
  std::uint32_t articles = 0;
  std::uint32_t lines = 0;               // of the text
  std::uint32_t unclaimed_lines = 0;     // non-blank lines that no rule read
  std::vector<std::uint32_t> unclaimed;  // the first of them, line numbers
  std::uint32_t contents_entries = 0;    // printed contents: entries, and those that name a title of the body
  std::uint32_t contents_matched = 0;
  std::vector<std::string> contents_missing;  // the first entries that name none, as printed
};

struct IngestReport {
  std::vector<InputReport> inputs;
  std::uint64_t bytes = 0;  // of inputs read
  [[nodiscard]] std::size_t failed() const;
};

struct Progress {
  std::size_t done = 0, all = 0;  // inputs
  std::uint64_t bytes = 0;
  std::string_view current;
};

struct IngestHooks {
  std::function<void(const InputReport&)> on_input;  // once an input is durable or has failed
  std::function<void(const Progress&)> on_progress;  // now and then
  // Asked between inputs. Once true nothing more is put away; what has been is made durable and acknowledged, and the report
  // so far is returned.
  std::function<bool()> should_stop;
};

// An article with its texts and where it came from.
struct ArticleView {
  Article article;
  std::string issue;  // key
  std::string file;
  Masthead masthead;
  DocumentInfo document;
  std::vector<std::string> printed_lines;  // line_start .. line_end as printed
  std::vector<std::uint32_t> pages;        // page of each of them, 0 where there are none
};

class Archive {
 public:
  static Result<Archive> open(const std::filesystem::path& path, OpenMode mode, const ArchiveOptions& options = {});

  // Files, folders and "-" (standard input). A bad input is reported and the others go on; only a failure of the archive
  // itself ends the whole.
  Result<IngestReport> ingest(const std::vector<std::string>& inputs, const ReadOptions& options, const IngestHooks& hooks);

  Result<std::vector<IssueRow>> issues(bool with_history = false);
  Result<std::vector<ArticleRow>> articles(const ArticleFilter& filter);
  // `reference`: an id, a beginning of one that names a single article, ISSUE/N, or a part of a title that only one
  // article has. Fails with not_found or conflict (the candidates are in `what`).
  Result<ArticleView> article(std::string_view reference);
  // `reference`: a key, a beginning of one, or the file name. With texts of all articles filled.
  Result<StoredIssue> issue(std::string_view reference, int version = 0);
  Result<std::string> text_of(std::string_view issue_key, int version = 0);
  // Every current article with its texts, in the order of issue keys and n.
  Result<void> for_each_issue(const std::function<Result<void>(const StoredIssue&, std::string_view text)>& visit);

  // Records drawn from the articles, with the corrections that hold: in order of issue keys, articles and text. `visit` ends the walk
  // with false.
  Result<void> for_each_observation(const ObservationFilter& filter, const std::function<Result<bool>(const ReportedObservation&)>& visit);
  Result<void> for_each_policy(const PolicyReportFilter& filter, const std::function<Result<bool>(const ReportedPolicy&)>& visit);
  Result<std::vector<ReportedObservation>> observations(const ObservationFilter& filter = {});
  Result<std::vector<ReportedPolicy>> policies(const PolicyReportFilter& filter = {});
  // Issues that were read before there were records; `reread` makes theirs.
  Result<std::vector<std::string>> issues_without_records();
  // `reference`: an id, or ISSUE/N-o153. Fails with not_found; its advice names the records of the article.
  Result<AnyRecord> record(std::string_view reference);
  // Reads the record's article again by today's rules to say why.
  Result<RecordExplanation> explain_record(std::string_view reference, const ReadOptions& options = {});
  // The same with rules loaded before: for programs that explain often.
  Result<RecordExplanation> explain_record(std::string_view reference, const RecordReader& reader);

  // Corrections by hand: they stand beside what was read, survive reread and can be undone. Fails with not_found, invalid_argument
  // (no such field, a value of another form, the value it has already), not_writable.
  Result<CorrectionOutcome> correct(const CorrectionRequest& request);
  Result<Correction> undo_correction(std::int64_t number, const std::string& by, const std::string& at, const std::string& why,
                                     bool dry_run = false);
  Result<std::vector<ListedCorrection>> corrections(bool with_undone);
  // What a person should look at: first corrections whose record is gone or is read otherwise now, then records with doubts, then
  // unsure ones; each in order of the archive. A record that somebody corrected is seen already. `limit` 0: all.
  Result<std::vector<ReviewItem>> review(std::size_t limit = 0);

  Result<std::vector<ArchiveFile::Trouble>> verify(const std::function<void(std::size_t, std::size_t)>& progress = {});
  Result<IngestReport> reread(const ReadOptions& options, const IngestHooks& hooks);
  Result<StoredIssue> remove(std::string_view issue_reference, bool dry_run);  // what went or would go
  Result<void> backup(const std::filesystem::path& target);
  // Two versions of an issue, line by line, as a unified diff of their texts.
  Result<std::string> diff(std::string_view issue_reference, int from_version, int to_version);

  [[nodiscard]] ArchiveFile& file() { return file_; }

 private:
  Result<std::string> record_id(std::string_view reference);
  explicit Archive(ArchiveFile file) : file_(std::move(file)) {}
  ArchiveFile file_;
};

// Reads one document without an archive: what ingest would put into it.
struct Reading {
  Document document;
  Issue issue;  // texts filled
  IssueRecords records;
};
Result<Reading> read_issue(std::string_view bytes, std::string_view file, const ReadOptions& options = {});

}  // namespace fengbiao
