// Corrections by hand, and the queue of what a person should look at. Every value is checked by its field before it is kept; time and
// name of who corrects come in from outside. Tested by corrections_test.cc.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/archive.h"
#include "engine/record_loader.h"
#include "engine/record_match.h"
#include "model/period.h"
#include "model/record_fields.h"

namespace fengbiao {

namespace {

std::unexpected<Error> wrong(std::string what, std::string advice = {}) {
  return fail(Cause::invalid_argument, {}, std::move(what), std::move(advice));
}

// "2026-11-27T08:00:00Z"
bool is_moment(std::string_view at) {
  if (at.size() != 20 || at[10] != 'T' || at[13] != ':' || at[16] != ':' || at[19] != 'Z' || !is_iso_day(at.substr(0, 10))) return false;
  const auto two = [&](std::size_t from, int most) {
    const char a = at[from], b = at[from + 1];
    return a >= '0' && a <= '9' && b >= '0' && b <= '9' && (a - '0') * 10 + (b - '0') <= most;
  };
  return two(11, 23) && two(14, 59) && two(17, 60);
}

Result<void> check_words(std::string_view name, const std::string& words) {
  Observation scratch;
  if (!set_field(scratch, "indicator", words)) return wrong(fmt::format("{}: expected words on one line, got `{}`", name, words));
  return {};
}

Result<void> check_who_and_when(const std::string& by, const std::string& at) {
  FB_CHECK(check_words("by", by));
  if (!is_moment(at)) return wrong(fmt::format("at: expected a moment in UTC such as 2026-11-27T08:00:00Z, got `{}`", at));
  return {};
}

Result<void> check_together(const Observation& o) {
  if (o.value_max && *o.value_max < o.value)
    return wrong(fmt::format("value_max: {} is below the value {}", field_text(o, "value_max"), field_text(o, "value")));
  return {};
}
Result<void> check_together(const Policy&) { return {}; }

std::string in_words(const std::optional<std::string>& value) { return value ? "`" + *value + "`" : "unknown"; }

// Sets the fields of a record, a correction each.
template <class Record>
Result<std::vector<Correction>> set_all(Record& record, const Record& read, const CorrectionRequest& request) {
  std::vector<Correction> out;
  for (const auto& [field, value] : request.set) {
    if (std::ranges::find(out, field, &Correction::field) != out.end()) return wrong(fmt::format("{} is set twice", field));
    const std::string before = field_text(record, field);
    FB_CHECK(set_field(record, field, value));
    const std::string after = field_text(record, field);
    if (before == after) return wrong(fmt::format("{} is {} already", field, in_words(value)));
    Correction& c = out.emplace_back();
    c.record = record.id;
    c.field = field;
    if (value) c.value = after;
    c.read = field_text(read, field);
    c.why = request.why;
    c.by = request.by;
    c.at = request.at;
  }
  FB_CHECK(check_together(record));
  return out;
}

}  // namespace

std::string_view name_of(ReviewItem::Why why) {
  switch (why) {
    case ReviewItem::Why::orphaned: return "orphaned";
    case ReviewItem::Why::changed: return "changed";
    case ReviewItem::Why::doubtful: return "doubtful";
    case ReviewItem::Why::unsure: return "unsure";
  }
  return "";
}

Result<CorrectionOutcome> Archive::correct(const CorrectionRequest& given) {
  CorrectionRequest request = given;
  if (request.set.empty()) return wrong("nothing to set", "give a field and its value");
  FB_CHECK(check_words("why", request.why));
  FB_CHECK(check_who_and_when(request.by, request.at));
  FB_TRY(AnyRecord corrected, record(request.record));
  const std::string id = id_of(corrected);
  for (auto& [field, value] : request.set) {
    if (field != "part_of" || !value) continue;
    FB_TRY(const AnyRecord whole, record(*value));
    value = id_of(whole);
    if (*value == id) return wrong("part_of: a record is no part of itself");
    if (!std::holds_alternative<ReportedObservation>(whole)) return wrong(fmt::format("part_of: {} is no observation", *value));
  }
  FB_TRY(const auto place, file_.find_record(id));
  CorrectionOutcome outcome{std::move(corrected), {}};
  if (auto* const o = std::get_if<ReportedObservation>(&outcome.record)) {
    FB_TRY(const auto read, file_.observations(place->issue));
    FB_TRY(outcome.corrections, set_all(o->observation, *std::ranges::find(read, id, &Observation::id), request));
  } else {
    auto& p = std::get<ReportedPolicy>(outcome.record);
    FB_TRY(const auto read, file_.policies(place->issue));
    FB_TRY(outcome.corrections, set_all(p.policy, *std::ranges::find(read, id, &Policy::id), request));
  }
  if (!request.dry_run) {
    FB_CHECK(file_.begin());
    for (Correction& c : outcome.corrections) {
      const auto number = file_.add_correction(c);
      if (!number) {
        file_.rollback();
        return std::unexpected(number.error());
      }
      c.number = *number;
    }
    FB_CHECK(file_.commit());
  }
  std::vector<Correction> all = corrections_of(outcome.record);
  all.insert(all.end(), outcome.corrections.begin(), outcome.corrections.end());
  const HoldingCorrections holding(all);
  std::visit([&](auto& reported) { reported.corrections = holding.of(id); }, outcome.record);
  if (auto* const o = std::get_if<ReportedObservation>(&outcome.record)) lay_over(o->corrections, o->observation);
  return outcome;
}

Result<Correction> Archive::undo_correction(std::int64_t number, const std::string& by, const std::string& at, const std::string& why,
                                            bool dry_run) {
  FB_CHECK(check_who_and_when(by, at));
  if (!why.empty()) FB_CHECK(check_words("why", why));
  if (dry_run) {
    FB_TRY(const auto all, file_.corrections({}, true));
    const auto found = std::ranges::find(all, number, &Correction::number);
    if (found == all.end())
      return fail(Cause::not_found, {}, fmt::format("there is no correction {}", number), "`correct --list` lists them");
    if (!found->holds())
      return fail(Cause::conflict, {},
                  fmt::format("correction {} was undone already, by {} on {}", number, found->undone_by, found->undone_at));
    return *found;
  }
  FB_CHECK(file_.begin());
  auto undone = file_.undo_correction(number, by, at, why);
  if (!undone) {
    file_.rollback();
    return undone;
  }
  FB_CHECK(file_.commit());
  return undone;
}

Result<std::vector<ListedCorrection>> Archive::corrections(bool with_undone) {
  FB_TRY(const auto all, file_.corrections({}, with_undone));
  const HoldingCorrections none({});
  RecordLoader loader(file_, none);
  std::vector<ListedCorrection> out;
  for (const Correction& c : all) {
    ListedCorrection& listed = out.emplace_back(ListedCorrection{c, {}});
    FB_TRY(const auto place, file_.find_record(c.record));
    if (!place) continue;
    FB_TRY(const AnyRecord found, loader.load(c.record, *place));
    listed.record = short_name(origin_of(found), c.record);
  }
  return out;
}

Result<std::vector<ReviewItem>> Archive::review(std::size_t limit) {
  FB_TRY(const auto all, file_.corrections());
  const HoldingCorrections corrections(all);
  std::vector<ReviewItem> items;
  const auto add = [&](ReviewItem::Why why, const std::string& id, std::string reason, std::optional<Correction> c = {}) {
    items.push_back({why, id, id, std::move(reason), {}, std::move(c)});
  };
  for (const auto& [id, list] : corrections.all()) {
    FB_TRY(const auto place, file_.find_record(id));
    if (place) continue;
    for (const Correction& c : list) add(ReviewItem::Why::orphaned, id, "its record is gone", c);
  }
  std::ranges::stable_sort(items, {}, [](const ReviewItem& item) { return item.correction->number; });

  FB_TRY(const auto rows, issues());
  const auto look = [&](const auto& record) {
    const auto& holding = corrections.of(record.id);
    bool changed = false;
    for (const Correction& c : holding) {
      const std::string now = field_text(record, c.field);
      if (now == c.read) continue;
      changed = true;
      const auto said = [](const std::string& value) { return value.empty() ? std::string("nothing") : "`" + value + "`"; };
      const bool same = now == c.value.value_or("");
      add(ReviewItem::Why::changed, record.id,
          fmt::format("{}: read {} when it was corrected to {}, {} now{}", c.field, said(c.read), in_words(c.value), said(now),
                      same ? ", as corrected" : ""),
          c);
    }
    if (changed || !holding.empty()) return;
    if (!record.doubts.empty()) add(ReviewItem::Why::doubtful, record.id, fmt::format("{}", fmt::join(record.doubts, "; ")));
    else if (!record.sure) add(ReviewItem::Why::unsure, record.id, "the program is not sure");
  };
  for (const IssueRow& row : rows) {
    FB_TRY(const auto observations, file_.observations(row.key));
    FB_TRY(const auto policies, file_.policies(row.key));
    // In order of the text, whatever their kind.
    std::size_t p = 0;
    for (const Observation& o : observations) {
      for (; p < policies.size() && std::pair(policies[p].article, policies[p].span.begin) < std::pair(o.article, o.span.begin); ++p)
        look(policies[p]);
      look(o);
    }
    for (; p < policies.size(); ++p) look(policies[p]);
  }
  std::ranges::stable_sort(items, {}, &ReviewItem::why);
  if (limit > 0 && items.size() > limit) items.resize(limit);
  RecordLoader loader(file_, corrections);
  for (ReviewItem& item : items) {
    if (item.why == ReviewItem::Why::orphaned) continue;
    FB_TRY(const auto place, file_.find_record(item.id));
    FB_TRY(item.record, loader.load(item.id, *place));
    item.name = short_name(origin_of(*item.record), item.id);
  }
  return items;
}

}  // namespace fengbiao
