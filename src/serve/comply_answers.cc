// /packs and /comply: the packs of compliance rules, and a text of a visitor held against those in force on a day. Nothing is kept.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/nearest.h"
#include "publish/cited_policy_record.h"
#include "publish/compliance_record.h"
#include "serve/answer_parts.h"
#include "serve/api_context.h"
#include "serve/list_answer.h"

namespace fengbiao {

namespace {

std::vector<std::string_view> pack_names(const Compliance& compliance) {
  std::vector<std::string_view> out;
  for (const CompliancePack& pack : compliance.packs()) out.push_back(pack.id);
  return out;
}

Reply answer_packs(const Ask& ask) {
  const auto& packs = ask.context.compliance().packs();
  return list_answer(
      ask.parameters, packs.size(), [&](JsonWriter& w, std::size_t i) { write_pack_json(w, packs[i], false); },
      [](JsonWriter& w) { w.field("notice", kNoLegalAdvice); });
}

Reply answer_pack(const Ask& ask) {
  const Compliance& compliance = ask.context.compliance();
  const CompliancePack* const pack = compliance.book().find(ask.parameters.text("id"));
  if (!pack) {
    const std::string detail = fmt::format("there is no such pack; there are {}", fmt::join(pack_names(compliance), ", "));
    return std::unexpected(Problem{404, "not-found", detail});
  }
  JsonWriter w;
  write_pack_json(w, *pack, true, [&](JsonWriter& more) {
    more.key("documents");
    write_cited_documents_json(more, cited_by(*pack), ask.now.policies->all);
    more.field("notice", kNoLegalAdvice);
  });
  return json_answer(w);
}

std::unexpected<Problem> wrong(std::string_view parameter, std::string detail, std::string expected) {
  return std::unexpected(Problem{400, "invalid-parameter", std::move(detail), std::string(parameter), std::move(expected)});
}

// "live-host,claims"
std::expected<std::vector<std::string>, Problem> packs_asked(const Ask& ask) {
  const auto known = pack_names(ask.context.compliance());
  std::vector<std::string> out;
  for (std::string_view names = ask.parameters.text("pack"); !names.empty();) {
    const std::string_view name = names.substr(0, names.find(','));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    if (name.empty()) continue;
    if (std::ranges::find(known, name) == known.end())
      return wrong("pack", fmt::format("no pack '{}'{}", name.substr(0, 60), perhaps(name, known)),
                   fmt::format("one or more of {}", fmt::join(known, ", ")));
    out.emplace_back(name);
  }
  return out;
}

Reply answer_comply(const Ask& ask) {
  if (ask.request.body.empty()) return std::unexpected(Problem{400, "invalid-request", "expected a text in the body"});
  ComplyAsked asked;
  asked.kind = comply_kind_named(ask.parameters.text("as"));
  asked.day = ask.parameters.text("on");
  auto packs = packs_asked(ask);
  if (!packs) return std::unexpected(std::move(packs.error()));
  asked.packs = std::move(*packs);
  const std::string name = name_of_document(ask.parameters);
  FB_ASK(Document document, read_document(ask.request.body, name, ask.context.settings().read.limits));
  const auto checked = comply_document(std::move(document), name, ask.context.compliance(), asked);
  // Day and packs are right by now: what is left to ask for is the kind.
  if (!checked && checked.error().cause == Cause::invalid_argument)
    return wrong("as", checked.error().what, "one of listing, script, transcript, app, page");
  if (!checked) return std::unexpected(problem_of(checked.error()));
  JsonWriter w;
  write_compliance_report_json(w, *checked);
  return json_answer(w);
}

}  // namespace

std::vector<Route> comply_routes() {
  return {
      {"GET",
       "/api/v1/packs",
       "packs",
       "Packs of compliance rules, each after one document",
       {limit_parameter(), cursor_parameter()},
       "PackList",
       answer_packs},
      {"GET",
       "/api/v1/packs/{id}",
       "pack",
       "One pack: its rules with clause, verdict, meaning, remedy and examples, the acts that a person must judge, and the document that "
       "it "
       "follows, with that of the archive",
       {{"id", ParameterType::text, "id of the pack"}},
       "Pack",
       answer_pack,
       Route::policies},
      {"POST",
       "/api/v1/comply",
       "comply",
       "Holds a text against the packs in force on a day: text, DOCX, HTML or PDF, up to 20 MB. It follows reports of the rules and is no "
       "legal advice. Nothing is kept",
       {{"as", ParameterType::choice, "what kind of text it is; told from the text when left out, or asked for where nothing decides",
         "listing script transcript app page"},
        {"on", ParameterType::day, "the day whose rules are asked", {}, 0, 0, true},
        {"pack", ParameterType::text, "only these packs, parted by commas; all when left out"},
        kDocumentName},
       "ComplianceReport",
       answer_comply,
       Route::nothing,
       kJsonType,
       Route::Access::read,
       false,
       kDocumentTypes},
  };
}

}  // namespace fengbiao
