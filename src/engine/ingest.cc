// Ingest and reread: readings from the pipeline into the archive. Issues are put one by one and made durable in groups;
// an input is reported only when it is durable, so that what was said is there after any crash.
// Tested by ingest_test.cc and tests/crash.
#include <algorithm>
#include <mutex>
#include <set>

#include "base/disk.h"
#include "bulletin/bulletin.h"
#include "engine/pipeline.h"
#include "engine/reading.h"
#include "intake/layout.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::uint64_t kCommitBytes = 4ull << 20;  // of text between two commits
constexpr std::size_t kCommitInputs = 64;
constexpr std::uint64_t kReadAhead = 8ull << 20;  // bytes of inputs begun and not yet put away
constexpr std::uint64_t kBytesALine = 128;        // of a kept text, about
constexpr std::size_t kUnclaimedShown = 20;
constexpr std::size_t kMissingShown = 5;

struct Input {
  std::filesystem::path path;
  std::uint64_t size = 0;
  std::optional<Error> trouble;  // known before reading: a folder loop, a missing file
};

std::string base_name(const std::filesystem::path& path) {
  std::string name = path.filename().string();
  return name.empty() ? path.string() : name;
}

std::vector<Input> find_inputs(const std::vector<std::string>& names) {
  std::vector<Input> out;
  for (const std::string& name : names) {
    if (name == "-") {
      out.push_back({"-", 0, std::nullopt});
      continue;
    }
    Walk found = walk(name);
    for (std::filesystem::path& path : found.files) {
      std::error_code ec;
      const auto size = std::filesystem::file_size(path, ec);
      out.push_back({std::move(path), ec ? 0 : size, std::nullopt});
    }
    for (Error& trouble : found.troubles) out.push_back({trouble.place.file, 0, std::move(trouble)});
  }
  return out;
}

bool profile_was_named(const Issue& issue) {
  return std::any_of(issue.because.begin(), issue.because.end(),
                     [](const Because& b) { return b.field == "profile" && b.rule == kNamedByUser; });
}

// Two readings of one issue share headlines; two issues that only happen to have one name do not.
bool same_issue(const Issue& a, const Issue& b) {
  if (a.articles.empty() || b.articles.empty()) return true;
  std::set<std::string> titles;
  for (const Article& article : a.articles) titles.insert(squeezed(article.title));
  const auto shared = static_cast<std::size_t>(std::count_if(
      b.articles.begin(), b.articles.end(), [&](const Article& article) { return titles.contains(squeezed(article.title)); }));
  return shared * 5 >= std::min(a.articles.size(), b.articles.size());
}

InputReport report_of(const Input& input, const Result<Reading>& reading) {
  InputReport r;
  r.path = input.path.string();
  r.file = base_name(input.path);
  if (!reading) {
    r.error = reading.error();
    r.error->place.file = r.path;
    return r;
  }
  const Issue& issue = reading->issue;
  r.issue = issue.key;
  r.profile = issue.profile;
  r.articles = static_cast<std::uint32_t>(issue.articles.size());
  r.lines = issue.lines;
  r.unclaimed_lines = issue.unclaimed_lines;
  for (const Zone& zone : issue.zones)
    if (zone.kind == ZoneKind::unclaimed && r.unclaimed.size() < kUnclaimedShown &&
        (r.unclaimed.empty() || r.unclaimed.back() != zone.line))
      r.unclaimed.push_back(zone.line);
  r.contents_entries = static_cast<std::uint32_t>(issue.contents.size());
  for (const ContentsEntry& entry : issue.contents) {
    if (entry.article > 0) ++r.contents_matched;
    else if (r.contents_missing.size() < kMissingShown) r.contents_missing.push_back(entry.title);
  }
  return r;
}

class Writer {
 public:
  Writer(ArchiveFile& file, IngestReport& report, const IngestHooks& hooks, std::size_t all)
      : file_(file), report_(report), hooks_(hooks), all_(all) {}
  ~Writer() { file_.rollback(); }
  Writer(const Writer&) = delete;  // holds the archive's transaction
  Writer& operator=(const Writer&) = delete;

  Result<void> add(InputReport report, Result<Reading> reading, bool keep_key) {
    if (hooks_.on_progress) hooks_.on_progress({done_, all_, report_.bytes, report.path});
    ++done_;
    if (reading) {
      report_.bytes += reading->document.bytes;
      FB_TRY(const bool superseded, keep_key ? Result<bool>(false) : settle_key(*reading));
      report.issue = reading->issue.key;
      report.outcome = PutOutcome::superseded;
      if (!superseded) {
        FB_TRY(report.outcome, file_.put(info_of(reading->document), reading->document.text, layout_json(reading->document), reading->issue,
                                         reading->records));
      }
      pending_bytes_ += reading->document.text.size();
    }
    pending_.push_back(std::move(report));
    if (pending_bytes_ >= kCommitBytes || pending_.size() >= kCommitInputs) return flush();
    return {};
  }

  Result<void> flush() {
    FB_CHECK(file_.commit());
    pending_bytes_ = 0;
    for (InputReport& r : pending_) {
      if (hooks_.on_input) hooks_.on_input(r);
      report_.inputs.push_back(std::move(r));
    }
    pending_.clear();
    if (hooks_.on_progress) hooks_.on_progress({done_, all_, report_.bytes, {}});
    return {};
  }

 private:
  // The same bytes keep the key they have. Another issue under the same name gets a number behind it. Returns whether the
  // bytes are an earlier version, so that a folder with a bulletin and its correction can be read over and over.
  Result<bool> settle_key(Reading& reading) {
    FB_TRY(const auto known, file_.find_document(reading.document.hash));
    if (known) {
      if (known->key != reading.issue.key) assign_key(reading.issue, reading.records, known->key, reading.document.text);
      return !known->current;
    }
    const std::string wanted = reading.issue.key;
    for (int n = 2;; ++n) {
      const auto there = file_.issue(reading.issue.key);
      if (!there) {
        if (there.error().cause == Cause::not_found) return false;
        return std::unexpected(there.error());
      }
      Issue earlier = there->issue;
      FB_TRY(const std::string text, file_.text_of(reading.issue.key));
      for (Article& a : earlier.articles) fill_texts(a, text);
      if (same_issue(earlier, reading.issue)) return false;
      assign_key(reading.issue, reading.records, wanted + "-" + std::to_string(n), reading.document.text);
    }
  }

  ArchiveFile& file_;
  IngestReport& report_;
  const IngestHooks& hooks_;
  std::size_t all_, done_ = 0;
  std::uint64_t pending_bytes_ = 0;
  std::vector<InputReport> pending_;
};

// A kept issue read by today's rules; the archive is held only while its texts are taken.
Result<Reading> read_again(ArchiveFile& file, std::mutex& archive, const std::string& key, const Reader& reader) {
  std::unique_lock lock(archive);
  FB_TRY(const StoredIssue stored, file.issue(key));
  FB_TRY(std::string text, file.text_of(key));
  FB_TRY(const std::string layout, file.layout_of(key));
  lock.unlock();
  Document document = document_from_text(std::move(text), stored.document.file);
  FB_CHECK(apply_layout(document, layout));
  document.media_type = stored.document.media_type;
  document.encoding = stored.document.encoding;
  document.bytes = stored.document.bytes;
  document.hash = stored.document.hash;
  document.pages = stored.document.pages;
  Reader mine = reader;
  if (mine.profile.empty() && profile_was_named(stored.issue)) mine.profile = stored.issue.profile;
  FB_TRY(Reading reading, mine.read(std::move(document)));
  if (reading.issue.key != key) assign_key(reading.issue, reading.records, key, reading.document.text);
  return reading;
}

// As many as there are cores: reading takes more than putting away, which waits for it.
unsigned reading_threads(const ReadOptions& options) {
  return std::clamp(options.threads > 0 ? options.threads : std::thread::hardware_concurrency(), 1u, 8u);
}

}  // namespace

std::size_t IngestReport::failed() const {
  return static_cast<std::size_t>(std::count_if(inputs.begin(), inputs.end(), [](const InputReport& r) { return r.error.has_value(); }));
}

Result<IngestReport> Archive::ingest(const std::vector<std::string>& names, const ReadOptions& options, const IngestHooks& hooks) {
  FB_TRY(const Reader reader, Reader::make(options));
  const std::vector<Input> inputs = find_inputs(names);
  FB_CHECK(file_.begin());
  IngestReport report;
  {
    Pipeline pipeline(
        inputs.size(),
        [&](std::size_t i) -> Result<Reading> {
          const Input& input = inputs[i];
          if (input.trouble) return std::unexpected(*input.trouble);
          auto bytes = input.path == "-" ? read_stdin(options.limits.file) : read_file(input.path, options.limits.file);
          if (!bytes) return std::unexpected(bytes.error());
          return reader.read(*bytes, base_name(input.path));
        },
        [&](std::size_t i) { return inputs[i].size; }, reading_threads(options), kReadAhead);
    Writer writer(file_, report, hooks, inputs.size());
    for (const Input& input : inputs) {
      if (hooks.should_stop && hooks.should_stop()) break;
      Result<Reading> reading = pipeline.next();
      if (hooks.should_stop && hooks.should_stop()) break;  // what Ctrl-C did to a helper process is no finding
      InputReport line = report_of(input, reading);
      FB_CHECK(writer.add(std::move(line), std::move(reading), false));
    }
    FB_CHECK(writer.flush());
  }
  return report;
}

Result<IngestReport> Archive::reread(const ReadOptions& options, const IngestHooks& hooks) {
  FB_TRY(const Reader reader, Reader::make(options));
  FB_TRY(const std::vector<IssueRow> rows, file_.issues());
  FB_CHECK(file_.begin());
  IngestReport report;
  std::mutex archive;  // the threads take texts from it while this one puts issues away
  {
    Writer writer(file_, report, hooks, rows.size());  // rolls back after the threads have ended
    Pipeline pipeline(
        rows.size(), [&](std::size_t i) { return read_again(file_, archive, rows[i].key, reader); },
        [&](std::size_t i) { return rows[i].lines * kBytesALine; }, reading_threads(options), kReadAhead);
    for (const IssueRow& row : rows) {
      if (hooks.should_stop && hooks.should_stop()) break;
      Result<Reading> reading = pipeline.next();
      if (hooks.should_stop && hooks.should_stop()) break;
      if (!reading && reading.error().cause == Cause::damaged) return std::unexpected(reading.error());
      InputReport line = report_of({row.key, 0, std::nullopt}, reading);
      line.file = row.file;
      const std::lock_guard lock(archive);
      FB_CHECK(writer.add(std::move(line), std::move(reading), true));
    }
    const std::lock_guard lock(archive);
    FB_CHECK(writer.flush());
  }
  return report;
}

}  // namespace fengbiao
