// What people corrected: rows beside the records, never in them. A number is given once and stays; undoing writes into the row
// that somebody undid it. Nothing here is durable before commit(). Tested by records_test.cc.
#include <fmt/format.h>

#include "store/archive_state.h"
#include "store/record_rows.h"

namespace fengbiao {

namespace {

Result<Correction> from_row(const Connection& db, const Statement& q) {
  Correction c = correction_row(q);
  if (correction_hash(c) == q.integer(kCorrectionHash)) return c;
  return fail(Cause::damaged, {db.path().string()}, fmt::format("the archive is damaged: correction {} has changed", c.number),
              "put a backup in its place");
}

}  // namespace

Result<std::int64_t> ArchiveFile::add_correction(const Correction& correction) {
  FB_CHECK(begin());
  return state_->step([&]() -> Result<std::int64_t> {
    Connection& db = *state_->db;
    Correction c = correction;
    FB_TRY(c.number, db.integer("SELECT coalesce(max(correction), 0) + 1 FROM corrections"));
    FB_TRY(auto insert,
           db.prepare(fmt::format("INSERT INTO corrections ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", kCorrectionColumns)));
    FB_CHECK(insert
                 .bind(c.number, c.record, c.field, c.value, known(c.read), c.why, c.by, c.at, known(c.undone_by), known(c.undone_at),
                       known(c.undone_why), correction_hash(c))
                 .run());
    return c.number;
  });
}

Result<Correction> ArchiveFile::undo_correction(std::int64_t number, std::string_view by, std::string_view at, std::string_view why) {
  FB_CHECK(begin());
  return state_->step([&]() -> Result<Correction> {
    Connection& db = *state_->db;
    std::optional<Correction> c;
    {
      FB_TRY(auto q, db.prepare(fmt::format("SELECT {} FROM corrections WHERE correction = ?", kCorrectionColumns)));
      FB_TRY(const bool any, q.bind(number).row());
      if (any) { FB_TRY(c, from_row(db, q)); }
    }
    if (!c)
      return fail(Cause::not_found, {db.path().string()}, fmt::format("there is no correction {}", number), "`correct --list` lists them");
    if (!c->holds())
      return fail(Cause::conflict, {db.path().string()},
                  fmt::format("correction {} was undone already, by {} on {}", number, c->undone_by, c->undone_at));
    c->undone_by = by;
    c->undone_at = at;
    c->undone_why = why;
    FB_TRY(auto update, db.prepare("UPDATE corrections SET undone_by = ?, undone_at = ?, undone_why = ?, hash = ? WHERE correction = ?"));
    FB_CHECK(update.bind(known(c->undone_by), known(c->undone_at), known(c->undone_why), correction_hash(*c), number).run());
    return *c;
  });
}

Result<std::vector<Correction>> ArchiveFile::corrections(std::string_view record, bool with_undone) {
  FB_TRY(auto q, state_->db->prepare(fmt::format("SELECT {} FROM corrections WHERE 1{}{} ORDER BY correction", kCorrectionColumns,
                                                 record.empty() ? "" : " AND record = ?", with_undone ? "" : " AND undone_at IS NULL")));
  if (!record.empty()) q.bind(record);
  std::vector<Correction> out;
  for (;;) {
    FB_TRY(const bool more, q.row());
    if (!more) return out;
    FB_TRY(out.emplace_back(), from_row(*state_->db, q));
  }
}

}  // namespace fengbiao
