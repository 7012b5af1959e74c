// observations and review: records as tables, as JSON, as CSV.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/csv.h"
#include "base/json.h"
#include "cli/commands.h"
#include "publish/observation_record.h"
#include "publish/review_record.h"

namespace fengbiao {
namespace {

constexpr std::size_t kNamesShown = 5;

ObservationFilter filter_of(const Call& call) {
  ObservationFilter filter;
  filter.issue = call.text("issue");
  filter.indicator = call.text("indicator");
  filter.area = call.text("area");
  filter.entity = call.text("entity");
  filter.from = call.text("from");
  filter.to = call.text("to");
  if (const auto measure = call.text("measure")) filter.measure = measure_named(*measure);
  if (const auto status = call.text("status")) filter.status = status_named(*status);
  filter.sure = call.has("sure");
  filter.limit = static_cast<std::size_t>(call.number("limit", 0));
  return filter;
}

// "corrected, unsure": what a reader of a listing should know of a record.
std::string marks(bool sure, const std::vector<Correction>& corrections) {
  std::string out = corrections.empty() ? "" : "corrected";
  if (!sure) out += out.empty() ? "unsure" : ", unsure";
  return out;
}

// A name that no record has is answered with those that hold it, or are held by it.
Result<std::string> near_names(Archive& archive, const ObservationFilter& filter) {
  const auto look = [&](std::string_view what, const std::optional<std::string>& wanted,
                        std::string Observation::*field) -> Result<std::string> {
    if (!wanted) return "";
    std::vector<std::string> near;
    bool there = false;
    FB_CHECK(archive.for_each_observation({}, [&](const ReportedObservation& r) -> Result<bool> {
      const std::string& name = r.observation.*field;
      there = there || name == *wanted;
      const bool touches = !name.empty() && (name.find(*wanted) != name.npos || wanted->find(name) != wanted->npos);
      if (touches && std::ranges::find(near, name) == near.end()) near.push_back(name);
      return true;
    }));
    if (there) return "";
    std::ranges::sort(near);
    if (near.size() > kNamesShown) near.resize(kNamesShown);
    return fmt::format(": no {} `{}`{}{}", what, *wanted, near.empty() ? "" : "; there is ", fmt::join(near, ", "));
  };
  FB_TRY(const std::string area, look("area", filter.area, &Observation::area));
  if (!area.empty()) return area;
  return look("entity", filter.entity, &Observation::entity);
}

class ObservationListing {
 public:
  explicit ObservationListing(const Session& session) : session_(session), json_(session.call.has("json")), csv_(session.call.has("csv")) {}

  Result<bool> add(const ReportedObservation& r) {
    Screen& screen = session_.screen;
    if (json_) {
      JsonWriter w;
      write_observation_json(w, r);
      screen.print_text((count_ == 0 ? "{\"observations\":[" : ",") + w.take(), Screen::Kind::json);
    } else if (csv_) {
      CsvWriter table;
      if (count_ == 0) table.row(column_names(*record_table("observations")));
      table.row(cell_texts(observation_cells(r)));
      screen.print_text(table.text());
    } else {
      const Observation& o = r.observation;
      cells_.push_back({short_name(r.origin, o.id), o.indicator, o.area, o.entity, o.period,
                        std::string(name_of(o.measure)) + (o.basis.empty() ? "" : " " + o.basis),
                        (o.approx == '=' ? "" : std::string(1, o.approx) + " ") + o.text,
                        o.status == Status::actual ? "" : std::string(name_of(o.status)), marks(o.sure, r.corrections)});
    }
    ++count_;
    return !screen.closed();
  }

  void finish() {
    if (json_) session_.screen.print(count_ == 0 ? "{\"observations\":[]}\n" : "]}\n");
    else if (!csv_ && count_ > 0)
      session_.screen.print(table({{"record"},
                                   {"indicator", false, true},
                                   {"area", false, true},
                                   {"entity", false, true},
                                   {"period"},
                                   {"measure"},
                                   {"text", true},
                                   {"status"},
                                   {"note"}},
                                  cells_, session_.screen.width()));
  }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  const Session& session_;
  bool json_, csv_;
  std::size_t count_ = 0;
  std::vector<std::vector<std::string>> cells_;
};

// What a listing shows of a record: its number or name.
std::string text_shown(const AnyRecord& record) {
  if (const auto* o = std::get_if<ReportedObservation>(&record)) return o->observation.text;
  return std::get<ReportedPolicy>(record).policy.name;
}

}  // namespace

Result<int> run_observations(const Session& session) {
  if (session.call.has("json") && session.call.has("csv"))
    return fail(Cause::invalid_argument, {"fengbiao observations", 0, 0}, "--json and --csv exclude each other");
  FB_TRY(Archive archive, session.open(OpenMode::read));
  const ObservationFilter filter = filter_of(session.call);
  ObservationListing listing(session);
  const auto done = archive.for_each_observation(filter, [&](const ReportedObservation& r) { return listing.add(r); });
  if (!done) return session.missing(done.error());
  listing.finish();
  FB_CHECK(session.tell_issues_without_records(archive));
  if (listing.count() == 0 && !session.call.has("json")) {
    FB_TRY(const std::string why, near_names(archive, filter));
    session.screen.say("no observation matches" + why);
  }
  return listing.count() == 0 ? kNothing : kFound;
}

Result<int> run_review(const Session& session) {
  FB_TRY(Archive archive, session.open(OpenMode::read));
  FB_TRY(const auto items, archive.review(static_cast<std::size_t>(session.call.number("limit", 0))));
  if (session.call.has("json")) {
    JsonWriter w;
    w.open('{');
    w.key("review");
    w.open('[');
    for (const ReviewItem& item : items) write_review_json(w, item);
    w.close(']');
    w.close('}');
    session.print_json(w.take());
  } else if (!items.empty()) {
    std::vector<std::vector<std::string>> cells;
    for (const ReviewItem& item : items)
      cells.push_back({item.name, std::string(name_of(item.why)), item.reason, item.record ? text_shown(*item.record) : "",
                       item.record ? quote_of(*item.record) : ""});
    session.screen.print(table({{"record"}, {"why"}, {"reason", false, true}, {"text", false, true}, {"sentence", false, true}}, cells,
                               session.screen.width()));
  }
  FB_CHECK(session.tell_issues_without_records(archive));
  if (items.empty() && !session.call.has("json")) session.screen.say("nothing waits for review");
  return items.empty() ? kNothing : kFound;
}

}  // namespace fengbiao
