// Records of an issue as rows of the tables observations and policies and back, and the hash that guards them. Texts that spans of the
// kept text give back are not stored. Private to the store room. Tested by records_test.cc and verify_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "model/issue_records.h"
#include "store/archive_file.h"
#include "store/sqlite.h"

namespace fengbiao {

// 128-bit hash over every kept field of all records, in their order.
std::string records_hash(const IssueRecords& records);

// Exchanges the records of an issue for these. Its article rows must be there.
Result<void> put_records(Connection& db, std::int64_t issue_row, const IssueRecords& records, std::string_view hash);
Result<void> drop_records(Connection& db, std::int64_t issue_row);

// The hash of the issue's records; nothing when none were ever made, as for an issue read by format 1.
Result<std::optional<std::string>> kept_records_hash(Connection& db, std::int64_t issue_row);

// In order of articles and text, texts not filled. Fails with damaged where a word is none of ours.
Result<std::vector<Observation>> observation_rows(Connection& db, std::int64_t issue_row, const ObservationColumns& columns = {});
Result<std::vector<Policy>> policy_rows(Connection& db, std::int64_t issue_row);

// The first record whose spans do not lie in its article or cut a character, whose article is not there or whose id another record has,
// in words; nothing when all are right.
std::optional<std::string> record_trouble(const IssueRecords& records, const Issue& issue, std::string_view text);

// A row of corrections: its columns, the correction in them, and the hash that guards it, which is the last column.
inline constexpr std::string_view kCorrectionColumns =
    "correction, record, field, value, read, why, made_by, made_at, undone_by, undone_at, undone_why, hash";
Correction correction_row(const Statement& q);
inline constexpr int kCorrectionHash = 11;
std::int64_t correction_hash(const Correction& correction);

// A text that may be unknown: NULL where it is empty.
inline std::optional<std::string_view> known(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

}  // namespace fengbiao
