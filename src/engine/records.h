// What a program may ask of the records of an archive, and what it gets: filters, one record with its reasons, corrections, the queue
// for review. The calls are in engine/archive.h. Tested by archive_records_test.cc and corrections_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/observation.h"
#include "model/policy.h"

namespace fengbiao {

// Joined by "and". Words are compared without widths, blanks and the case of Latin letters; fields are those of the corrected record.
struct ObservationFilter {
  std::optional<std::string> issue{};       // as issues are named
  std::optional<std::string> indicator{};   // its code, or words of it
  std::optional<std::string> area{};        // its name or code
  std::optional<std::string> entity{};      // its name or id
  std::optional<std::string> from{}, to{};  // periods: what begins with the one or later, and ends with the other or earlier
  std::optional<Measure> measure{};
  std::optional<Status> status{};
  bool sure = false;      // only those that are
  std::size_t limit = 0;  // 0: all
};

struct PolicyReportFilter {
  std::optional<std::string> issue{};
  std::optional<std::string> name{};    // words of its name or short name
  std::optional<std::string> issuer{};  // words of an issuer, or its id
  std::optional<PolicyKind> kind{};
  std::optional<PolicyStatus> status{};
  bool sure = false;
  std::size_t limit = 0;
};

using AnyRecord = std::variant<ReportedObservation, ReportedPolicy>;

// "2023-03-20/7-o153": issue and number of the article, and the place in it. What listings print; an id names a record as well.
std::string short_name(const Origin& origin, std::string_view id);

const Origin& origin_of(const AnyRecord& record);
const std::string& id_of(const AnyRecord& record);
const std::string& quote_of(const AnyRecord& record);
const std::vector<Correction>& corrections_of(const AnyRecord& record);
std::string field_text(const AnyRecord& record, std::string_view field);  // as model/record_fields.h

// Why a record is as it is.
struct RecordExplanation {
  AnyRecord record;            // corrected
  bool made_today = true;      // false: today's rules make no record here; `reread` would take it away
  Span mark{};                 // the number or name, in the quote
  std::string rule{}, note{};  // of the record as a whole
  struct Field {
    std::string name, value;              // as the record has it; empty: unknown
    bool differs = false;                 // today's rules read another value,
    std::string read{};                   // this one; empty: unknown
    std::string rule{}, words{}, note{};  // of today's rules; empty where they give none
    std::optional<Correction> correction{};
  };
  std::vector<Field> fields{};
  struct Dropped {
    std::string words, what, why;
  };
  std::vector<Dropped> dropped{};         // in the sentence of the record
  std::vector<Correction> corrections{};  // of this record, also those that were undone
};

struct CorrectionRequest {
  std::string record;                                                     // an id or a short name
  std::vector<std::pair<std::string, std::optional<std::string>>> set{};  // field and value; no value: unknown
  std::string why, by;
  std::string at;        // "2026-11-27T08:00:00Z"
  bool dry_run = false;  // only tell what would be
};

struct CorrectionOutcome {
  AnyRecord record;                     // corrected
  std::vector<Correction> corrections;  // the new ones; without numbers after a dry run
};

struct ListedCorrection {
  Correction correction;
  std::string record;  // short name; empty where the record is gone
};

// One thing for a person to look at.
struct ReviewItem {
  enum class Why {
    orphaned,  // the record of a correction is gone
    changed,   // the program reads a corrected field otherwise than when it was corrected
    doubtful,  // the record contradicts itself or something
    unsure,
  } why = Why::unsure;
  std::string id, name;  // short name; the id where the record is gone
  std::string reason;
  std::optional<AnyRecord> record{};
  std::optional<Correction> correction{};
};
std::string_view name_of(ReviewItem::Why why);

}  // namespace fengbiao
