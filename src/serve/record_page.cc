#include "serve/record_page.h"

#include "publish/explanation_record.h"
#include "publish/observation_record.h"
#include "publish/policy_record.h"
#include "publish/record_parts.h"
#include "serve/answer_parts.h"
#include "serve/list_answer.h"

namespace fengbiao {

namespace {

constexpr std::uint32_t kNeighbours = 2;  // printed lines before and behind

}  // namespace

void write_explanation(JsonWriter& w, const RecordExplanation& e) {
  w.open('{');
  write_explanation_fields(w, e);
  write_corrections(w, e.corrections);
  w.close('}');
}

Reply answer_record(const Ask& ask, const std::string& id) {
  FB_ASK(const RecordExplanation explained,
         ask.context.loader().with_archive([&](Archive& archive) { return archive.explain_record(id, ask.context.records()); }));
  const Origin& origin = origin_of(explained.record);
  FB_ASK(const std::shared_ptr<const LoadedIssue> issue, ask.context.loader().load(ask.now.contents->generation, origin.issue));
  JsonWriter w;
  w.open('{');
  w.key("record");
  std::uint32_t first = 0, last = 0;
  if (const auto* o = std::get_if<ReportedObservation>(&explained.record)) {
    write_observation_json(w, *o);
    first = o->observation.line_start;
    last = o->observation.line_end;
  } else {
    const auto& p = std::get<ReportedPolicy>(explained.record);
    write_policy_json(w, {p, {}});
    first = p.policy.line_start;
    last = p.policy.line_end;
  }
  w.key("explanation");
  write_explanation(w, explained);
  w.key("article");
  write_article_link(w, origin);
  w.key("lines");
  write_lines(w, *issue, first > kNeighbours ? first - kNeighbours : 1, last + kNeighbours);
  w.close('}');
  return json_answer(w);
}

}  // namespace fengbiao
