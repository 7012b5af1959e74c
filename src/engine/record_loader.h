// Records with their texts and where they come from, one after another: of the issue at hand text and structure are kept, so that
// asking in the order of the archive reads each issue once. Tested by archive_records_test.cc.
#pragma once

#include <optional>
#include <string>

#include "engine/record_match.h"
#include "engine/records.h"
#include "store/archive_file.h"

namespace fengbiao {

class RecordLoader {
 public:
  RecordLoader(ArchiveFile& file, const HoldingCorrections& corrections) : file_(file), corrections_(corrections) {}

  // An issue read already, so that it is not read again for its records.
  void turn_to(StoredIssue stored, std::string kept);
  // A record of the archive, corrected. `place` as found by its id.
  Result<AnyRecord> load(const std::string& id, const ArchiveFile::RecordPlace& place);
  // Records of `key` that are at hand already, corrected: their texts and origins. A record without an article is left out.
  Result<std::vector<ReportedObservation>> complete(const std::string& key, std::vector<Observation> observations);
  Result<std::vector<ReportedPolicy>> complete(const std::string& key, std::vector<Policy> policies);

 private:
  Result<void> turn_to(const std::string& key);
  template <class Reported, class Record>
  std::vector<Reported> completed(std::vector<Record> records);

  ArchiveFile& file_;
  const HoldingCorrections& corrections_;
  std::string key_;
  StoredIssue stored_;
  std::string kept_;
  std::optional<std::vector<Observation>> observations_;  // as read
  std::optional<std::vector<Policy>> policies_;
};

}  // namespace fengbiao
