// Opening, and the one writer's transaction. A failed put() is undone alone (a savepoint); only where SQLite had to undo
// the whole transaction, as on a full disk, everything since begin() is gone, and commit() says so instead of claiming
// success. Tested by archive_file_test.cc and trouble_test.cc.
#include "store/archive_file.h"

#include "base/compress.h"
#include "base/hash.h"
#include "store/archive_state.h"
#include "store/format.h"

namespace fengbiao {

void ArchiveFile::State::undo_step(const Error& why) {
  if (db->in_transaction() && db->run("ROLLBACK TO step; RELEASE step")) return;
  if (db->in_transaction()) sqlite3_exec(db->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  lost = why;
}

Result<std::string> unpack(const Connection& db, std::string_view packed, std::string_view hash, std::string_view what) {
  auto text = decompress(packed, kTextLimit);
  if (text && hash128_hex(*text) == hash) return text;
  return fail(Cause::damaged, {db.path().string()},
              "the archive is damaged: " + std::string(what) + (text ? " has changed" : " does not unpack"),
              "put a backup in its place, or ingest the original again");
}

ArchiveFile::ArchiveFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
ArchiveFile::ArchiveFile(ArchiveFile&&) noexcept = default;
ArchiveFile& ArchiveFile::operator=(ArchiveFile&&) noexcept = default;
ArchiveFile::~ArchiveFile() = default;

Result<ArchiveFile> ArchiveFile::open(const std::filesystem::path& path, OpenMode mode, const ArchiveOptions& options) {
  FB_TRY(auto db, open_archive(path, mode, options, todays_format()));
  auto state = std::make_unique<State>();
  state->db = std::move(db);
  state->mode = mode;
  return ArchiveFile(std::move(state));
}

const std::filesystem::path& ArchiveFile::path() const { return state_->db->path(); }
sqlite3* ArchiveFile::handle() const { return state_->db->handle(); }

Result<void> ArchiveFile::begin() {
  if (state_->lost) return std::unexpected(*state_->lost);
  if (state_->begun) return {};
  if (state_->mode == OpenMode::read)
    return fail(Cause::not_writable, {path().string()}, "the archive was opened for reading only", "open it for writing");
  FB_CHECK(state_->db->run("BEGIN IMMEDIATE"));
  state_->begun = true;
  return {};
}

Result<void> ArchiveFile::commit() {
  if (state_->lost) {
    Error why = *state_->lost;
    rollback();
    why.what += "; what was put since the last commit is undone";
    return std::unexpected(std::move(why));
  }
  if (!state_->begun) return {};
  auto done = state_->db->run("COMMIT");
  if (!done && done.error().cause == Cause::busy && state_->db->in_transaction())  // still begun: it can be tried again
    return fail(Cause::busy, {path().string()}, "others are reading the archive all the time, so nothing could be made durable yet",
                "end the long readers and try again");
  if (!done) rollback();
  state_->begun = false;
  return done;
}

void ArchiveFile::rollback() {
  if (state_->db->in_transaction()) sqlite3_exec(state_->db->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  state_->begun = false;
  state_->lost.reset();
}

}  // namespace fengbiao
