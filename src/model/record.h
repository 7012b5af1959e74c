// What every record drawn from an article has: where it stands, what made it, and what a person corrected by hand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"

namespace fengbiao {

// The article a record was drawn from.
struct Origin {
  std::string issue;  // key
  std::string file;   // base name of the input
  std::string article_id;
  std::uint32_t article = 0;  // n in the issue
  std::string section;        // empty where the document has no sections
  std::string title;          // of the article
  std::string date;           // of the article, else of the issue; ISO; may be empty
  std::vector<std::string> sources;
  friend bool operator==(const Origin&, const Origin&) = default;
};

// Why a field of a record has its value, or has none. Made when somebody asks (`explain`), not kept.
struct Reason {
  std::string field;  // "period", "area" …; "record" for the record as a whole
  std::string rule;   // human name: "growth word behind the number", "carried from the clause before"
  Span span;          // the words it looked at, in the kept text; empty where it looked at none
  std::string note;   // what was seen, or why nothing could be decided; may be empty
};

// What was considered for a record and dropped. Made when somebody asks.
struct Candidate {
  Span span;         // in the kept text
  std::string what;  // "observation", "policy", "period 2021"
  std::string why;   // the rule that dropped it
};

// A field set by hand. The record as read stays as it is; this stands beside it, survives reread, and can be undone.
struct Correction {
  std::int64_t number = 0;           // of the archive, rising
  std::string record;                // id
  std::string field;                 // "period"
  std::optional<std::string> value;  // nothing: the field is to be unknown
  std::string read;                  // what the program read when the correction was made, as text; empty: nothing
  std::string why, by;
  std::string at;                                // UTC, "2026-11-27T08:00:00Z"
  std::string undone_by, undone_at, undone_why;  // empty while it holds
  [[nodiscard]] bool holds() const { return undone_at.empty(); }
  friend bool operator==(const Correction&, const Correction&) = default;
};

}  // namespace fengbiao
