#include "publish/review_record.h"

#include "publish/observation_record.h"
#include "publish/policy_record.h"
#include "publish/record_parts.h"

namespace fengbiao {

void write_review_json(JsonWriter& w, const ReviewItem& item) {
  w.open('{');
  w.field("why", name_of(item.why));
  w.field("reason", item.reason);
  w.field("id", item.id);
  w.field("name", item.name);
  w.key("record");
  if (!item.record) w.null();
  else if (const auto* o = std::get_if<ReportedObservation>(&*item.record)) write_observation_json(w, *o);
  else write_policy_json(w, {std::get<ReportedPolicy>(*item.record), {}});
  w.key("correction");
  if (item.correction) write_correction(w, *item.correction);
  else w.null();
  w.close('}');
}

void write_listed_correction_json(JsonWriter& w, const ListedCorrection& listed) {
  const Correction& c = listed.correction;
  w.open('{');
  w.field("id", c.record);
  w.text_or_null("record", listed.record);
  write_correction_fields(w, c);
  w.text_or_null("undone_by", c.undone_by);
  w.text_or_null("undone_at", c.undone_at);
  w.text_or_null("undone_why", c.undone_why);
  w.close('}');
}

std::string listed_corrections_json(const std::vector<ListedCorrection>& listed) {
  JsonWriter w;
  w.open('{');
  w.key("corrections");
  w.open('[');
  for (const ListedCorrection& l : listed) write_listed_correction_json(w, l);
  w.close(']');
  w.close('}');
  return w.take();
}

}  // namespace fengbiao
