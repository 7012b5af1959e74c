// One input, from bytes to a read issue and its records: what ingest does to every file before the archive sees it. No archive, no disk.
#pragma once

#include <memory>

#include "bulletin/profile.h"
#include "engine/archive.h"
#include "engine/issue_records.h"

namespace fengbiao {

// Everything a reading needs, loaded once; shared by the threads of an ingest.
struct Reader {
  std::shared_ptr<const Knowledge> knowledge;
  std::shared_ptr<const RecordReader> records;
  std::string profile;
  IntakeLimits limits;

  static Result<Reader> make(const ReadOptions& options);
  [[nodiscard]] Result<Reading> read(std::string_view bytes, std::string_view file) const;
  [[nodiscard]] Result<Reading> read(Document document) const;
};

DocumentInfo info_of(const Document& document);

}  // namespace fengbiao
