// For tests of this room: an archive in a folder of its own that goes away, and signatures.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include "ledger/hosts.h"
#include "ledger/ledger_book.h"

namespace fengbiao {

class SampleArchive {
 public:
  SampleArchive() : folder_((std::filesystem::temp_directory_path() / "fengbiao-ledger-XXXXXX").string()) {
    if (!mkdtemp(folder_.data()) || !ArchiveFile::open(path(), OpenMode::create)) std::abort();
  }
  SampleArchive(const SampleArchive&) = delete;
  SampleArchive& operator=(const SampleArchive&) = delete;
  ~SampleArchive() { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::filesystem::path path() const { return std::filesystem::path(folder_) / "a.fb"; }
  [[nodiscard]] LedgerBook book() const {
    auto opened = LedgerBook::open(path(), OpenMode::write, {.wait_for_writer = std::chrono::seconds(60)});
    if (!opened) std::abort();
    return std::move(*opened);
  }

 private:
  std::string folder_;
};

inline Signed signed_on(std::string day) { return {.day = std::move(day), .by = "clerk", .why = "as filed", .at = "2023-10-01T08:00:00Z"}; }

}  // namespace fengbiao
