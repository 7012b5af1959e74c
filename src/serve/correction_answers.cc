// /review and /corrections: what a person should look at, and what a person sets right. Behind the token for writing.
#include "publish/review_record.h"
#include "serve/api_context.h"
#include "serve/json_body.h"
#include "serve/list_answer.h"

namespace fengbiao {

namespace {

constexpr std::size_t kMostFields = 20;

Answer listed_answer(const std::vector<ListedCorrection>& listed, unsigned status) {
  return answer_of(listed_corrections_json(listed) + "\n", kJsonType, status);
}

Reply answer_review(const Ask& ask) {
  FB_ASK(const std::vector<ReviewItem> items, ask.context.loader().with_archive([](Archive& archive) { return archive.review(); }));
  return list_answer(ask.parameters, items.size(), [&](JsonWriter& w, std::size_t i) { write_review_json(w, items[i]); });
}

Reply answer_corrections(const Ask& ask) {
  FB_ASK(const std::vector<ListedCorrection> listed,
         ask.context.loader().with_archive([](Archive& archive) { return archive.corrections(true); }));
  return list_answer(ask.parameters, listed.size(), [&](JsonWriter& w, std::size_t i) { write_listed_correction_json(w, listed[i]); });
}

Reply answer_correct(const Ask& ask) {
  FB_BODY(const nlohmann::json body, body_of(ask, {"record", "set", "why", "by", "dry_run"}));
  CorrectionRequest request;
  FB_BODY(request.record, text_of(body, "record"));
  FB_BODY(request.why, text_of(body, "why"));
  FB_BODY(request.by, text_of(body, "by"));
  FB_BODY(request.dry_run, flag_of(body, "dry_run"));
  request.at = moment();
  const auto set = body.find("set");
  if (set == body.end() || !set->is_object() || set->empty() || set->size() > kMostFields)
    return wrong_body("set", "an object of fields with their values");
  for (const auto& [field, value] : set->items()) {
    if (!value.is_null() && !value.is_string()) return wrong_body(field.substr(0, 60), "a text, or null where nothing is known");
    request.set.emplace_back(field, value.is_null() ? std::nullopt : std::optional(value.get<std::string>()));
  }
  FB_ASK(Archive archive, Archive::open(ask.context.keeper().path(), request.dry_run ? OpenMode::read : OpenMode::write));
  FB_ASK(const CorrectionOutcome outcome, archive.correct(request));
  ask.context.keeper().look_now();
  const std::string name = short_name(origin_of(outcome.record), id_of(outcome.record));
  std::vector<ListedCorrection> listed;
  for (const Correction& c : outcome.corrections) listed.push_back({c, name});
  return listed_answer(listed, request.dry_run ? 200 : 201);
}

Reply answer_undo(const Ask& ask) {
  FB_BODY(const nlohmann::json body, body_of(ask, {"why", "by", "dry_run"}));
  FB_BODY(const std::string by, text_of(body, "by"));
  FB_BODY(const std::string why, text_of(body, "why", false));
  FB_BODY(const bool dry, flag_of(body, "dry_run"));
  FB_ASK(Archive archive, Archive::open(ask.context.keeper().path(), dry ? OpenMode::read : OpenMode::write));
  FB_ASK(const Correction undone, archive.undo_correction(ask.parameters.number("number", 0), by, moment(), why, dry));
  ask.context.keeper().look_now();
  const auto record = archive.record(undone.record);
  return listed_answer({{undone, record ? short_name(origin_of(*record), undone.record) : ""}}, 200);
}

}  // namespace

std::vector<Route> correction_routes() {
  constexpr auto kWrite = Route::Access::write;
  return {
      {"GET",
       "/api/v1/review",
       "review",
       "What a person should look at: records in doubt, corrections overtaken",
       {limit_parameter(), cursor_parameter()},
       "ReviewList",
       answer_review,
       Route::nothing,
       kJsonType,
       kWrite,
       false},
      {"GET",
       "/api/v1/corrections",
       "corrections",
       "What was corrected by hand, also what was undone",
       {limit_parameter(), cursor_parameter()},
       "CorrectionList",
       answer_corrections,
       Route::nothing,
       kJsonType,
       kWrite,
       false},
      {"POST",
       "/api/v1/corrections",
       "correct",
       "Corrects fields of a record; what was read stays beside it",
       {},
       "Corrections",
       answer_correct,
       Route::nothing,
       kJsonType,
       kWrite,
       false,
       kJsonType,
       "CorrectionRequest",
       false,
       true},
      {"POST",
       "/api/v1/corrections/{number}/undo",
       "undo_correction",
       "Takes a correction back",
       {{"number", ParameterType::number, "number of the correction", {}, 1, 0x7FFFFFFF}},
       "Corrections",
       answer_undo,
       Route::nothing,
       kJsonType,
       kWrite,
       false,
       kJsonType,
       "UndoRequest"},
  };
}

}  // namespace fengbiao
