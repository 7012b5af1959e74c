// What an open archive holds, and what its files share. Private to the store room.
#pragma once

#include <memory>
#include <optional>

#include "store/archive_file.h"
#include "store/sqlite.h"

namespace fengbiao {

inline constexpr std::size_t kTextLimit = std::size_t{512} << 20;  // of one kept text, layout or structure, in bytes

struct ArchiveFile::State {
  std::unique_ptr<Connection> db;
  OpenMode mode = OpenMode::read;
  bool begun = false;         // between begin() and commit() or rollback()
  std::optional<Error> lost;  // why the database itself undid the transaction; until commit() or rollback() was told

  // Runs `work` so that a failure undoes only what it did, not what was gathered before it.
  template <class Work>
  auto step(Work work) -> decltype(work()) {
    FB_CHECK(db->run("SAVEPOINT step"));
    auto done = work();
    if (done)
      if (auto released = db->run("RELEASE step"); !released) done = std::unexpected(released.error());
    if (!done) undo_step(done.error());
    return done;
  }
  void undo_step(const Error& why);
};

// A kept block unpacked and compared with its hash; the error names `what` ("the text of 2022-05").
Result<std::string> unpack(const Connection& db, std::string_view packed, std::string_view hash, std::string_view what);

}  // namespace fengbiao
