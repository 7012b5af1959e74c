// The archive format: its number, its tables, and the steps from each earlier format to the next. Opening brings a file to
// today's format when it may be written; an earlier one that may only be read is brought up in a private copy; a later one
// is refused in words. docs/archive-format.md describes the tables. Tested by format_test.cc, with a made-up step, and by
// the golden archives of tests/golden.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/archive_file.h"
#include "store/sqlite.h"

namespace fengbiao {

inline constexpr std::int32_t kApplicationId = 0x4642414F;  // "FBAO", in the file's header

struct Format {
  using Step = Result<void> (*)(Connection&);
  int number = 0;
  const char* tables = "";  // SQL that makes them
  std::vector<Step> steps;  // steps[i] leads from format i + 1 to i + 2
};

const Format& todays_format();

// Opens and checks the file, makes it (create) or brings it to `format`. What ArchiveFile::open does, with the format as
// a parameter so that a test can bring its own.
Result<std::unique_ptr<Connection>> open_archive(const std::filesystem::path& path, OpenMode mode, const ArchiveOptions& options,
                                                 const Format& format);

// What differs between the tables of the file and those of `format`, in words; tables of others are passed over.
Result<std::vector<std::string>> schema_trouble(Connection& db, const Format& format);

// Copies all of `from` over `to`, in steps between which others may write.
Result<void> copy_database(Connection& from, Connection& to);

}  // namespace fengbiao
