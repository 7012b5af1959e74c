// /entities and /places: who and what the articles name, with a time line of mentions; places by how often they are told of.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/record_match.h"
#include "publish/entity_record.h"
#include "publish/observation_record.h"
#include "serve/answer_parts.h"
#include "serve/api_context.h"
#include "serve/list_answer.h"

namespace fengbiao {

namespace {

constexpr std::size_t kMentionsShown = 500, kObservationsShown = 50;
constexpr std::string_view kPlace = "place";

void entity_fields(JsonWriter& w, const EntitiesPart& part, std::uint32_t index) {
  w.field("key", part.keys[index]);  // what its address ends with
  write_entity_fields(w, part.all.entries()[index]);
}

bool is_called(const EntityEntry& e, const std::string& words) {
  if (comparable(e.canonical).find(words) != std::string::npos) return true;
  return std::ranges::any_of(e.called, [&](const auto& name) { return comparable(name.first).find(words) != std::string::npos; });
}

Reply answer_entities(const Ask& ask) {
  const EntitiesPart& part = *ask.now.entities;
  const std::string words = comparable(ask.parameters.text("q"));
  Found found;
  for (std::uint32_t i = 0; i < part.all.entries().size(); ++i) {
    const EntityEntry& e = part.all.entries()[i];
    if (ask.parameters.has("kind") && e.kind != ask.parameters.text("kind")) continue;
    if (words.empty() || is_called(e, words)) found.push_back(i);
  }
  if (wants_csv(ask.parameters)) {
    CsvWriter csv;
    csv.row(entity_columns());
    for (const std::uint32_t i : found) csv.row(entity_row(part.all.entries()[i]));
    return csv_answer(std::move(csv));
  }
  return list_answer(ask.parameters, found.size(), [&](JsonWriter& w, std::size_t i) {
    w.open('{');
    entity_fields(w, part, found[i]);
    w.close('}');
  });
}

// By its key, else by any of its names; the one named in most articles first.
std::vector<std::uint32_t> entries_called(const EntitiesPart& part, const std::string& name) {
  if (const auto found = part.by_key.find(name); found != part.by_key.end()) return {found->second};
  std::vector<std::uint32_t> out;
  for (const EntityEntry* e : part.all.find(name)) out.push_back(static_cast<std::uint32_t>(e - part.all.entries().data()));
  return out;
}

bool is_of(const EntityEntry& e, const Observation& o) {
  if (e.kind == kPlace) return e.code.empty() ? o.area == e.canonical : o.area_code == e.code;
  return e.id.empty() ? o.entity == e.canonical : o.entity_id == e.id;
}

void write_mentions(JsonWriter& w, const Ask& ask, const EntityEntry& e) {
  w.key("timeline");
  w.open('[');
  for (std::size_t i = 0; i < std::min(kMentionsShown, e.mentions.size()); ++i) {
    const Mention& m = ask.now.entities->all.mentions()[e.mentions[i]];
    JsonWriter one;
    write_mention_json(one, m);
    std::string text = one.take();
    const Contents& c = *ask.now.contents;
    if (const auto issue = c.issue_by_key.find(m.issue); issue != c.issue_by_key.end()) {
      const auto [first, end] = c.articles_of[issue->second];
      for (std::uint32_t a = first; a < end; ++a)
        if (c.articles[a].n == m.article) {
          JsonWriter id;
          id.value(c.articles[a].id);
          text.insert(1, fmt::format(R"("article_id":{},)", id.text()));
        }
    }
    w.raw(text);
  }
  w.close(']');
}

Reply answer_entity(const Ask& ask) {
  const EntitiesPart& part = *ask.now.entities;
  const std::string& name = ask.parameters.text("id");
  const auto found = entries_called(part, name);
  if (found.empty()) {
    const auto near = part.all.near(name);
    std::string detail = "nobody and nothing is named so";
    for (std::size_t i = 0; i < near.size(); ++i) detail += (i == 0 ? "; did you mean " : " or ") + near[i];
    return std::unexpected(Problem{404, "not-found", detail});
  }
  const EntityEntry& e = part.all.entries()[found.front()];
  JsonWriter w;
  w.open('{');
  entity_fields(w, part, found.front());
  write_mentions(w, ask, e);
  w.key("observations");
  w.open('[');
  std::size_t count = 0;
  if (ask.now.series)
    for (const ReportedObservation& r : ask.now.series->gathered.all.observations())
      if (is_of(e, r.observation) && count++ < kObservationsShown) write_observation_json(w, r);
  w.close(']');
  w.field("observations_total", static_cast<std::uint64_t>(count));
  w.key("policies");
  w.open('[');
  if (ask.now.policies) {
    const PolicyRegister& all = ask.now.policies->all;
    for (const PolicyEntry& p : all.entries()) {
      const bool issued = std::ranges::any_of(p.issuers.values, [&](const PolicyValue& v) {
        return std::ranges::any_of(v.issuers, [&](const PolicyIssuer& i) { return e.id.empty() ? i.name == e.canonical : i.id == e.id; });
      });
      if (!issued) continue;
      w.open('{');
      w.field("id", p.id);
      w.field("name", p.name);
      w.text_or_null("last_told", p.last_told);
      w.close('}');
    }
  }
  w.close(']');
  w.key("others");  // that are called so too
  w.open('[');
  for (std::size_t i = 1; i < found.size(); ++i) {
    w.open('{');
    entity_fields(w, part, found[i]);
    w.close('}');
  }
  w.close(']');
  w.close('}');
  return json_answer(w);
}

Reply answer_places(const Ask& ask) {
  const EntitiesPart& part = *ask.now.entities;
  std::map<std::string, std::size_t, std::less<>> by_code, by_name;
  for (const ReportedObservation& r : ask.now.series->gathered.all.observations()) {
    if (!r.observation.area_code.empty()) ++by_code[r.observation.area_code];
    else if (!r.observation.area.empty()) ++by_name[r.observation.area];
  }
  Found found;
  for (std::uint32_t i = 0; i < part.all.entries().size(); ++i)
    if (part.all.entries()[i].kind == kPlace) found.push_back(i);
  const auto observations = [&](const EntityEntry& e) -> std::size_t {
    const auto& counted = e.code.empty() ? by_name : by_code;
    const auto at = counted.find(e.code.empty() ? e.canonical : e.code);
    return at == counted.end() ? 0 : at->second;
  };
  if (wants_csv(ask.parameters)) {
    CsvWriter csv;
    csv.row({"area", "name", "articles", "observations"});
    for (const std::uint32_t i : found) {
      const EntityEntry& e = part.all.entries()[i];
      csv.row({e.id, e.canonical, fmt::format("{}", e.articles), fmt::format("{}", observations(e))});
    }
    return csv_answer(std::move(csv));
  }
  return list_answer(ask.parameters, found.size(), [&](JsonWriter& w, std::size_t i) {
    const EntityEntry& e = part.all.entries()[found[i]];
    w.open('{');
    w.text_or_null("area", e.id);
    w.field("name", e.canonical);
    w.field("key", part.keys[found[i]]);
    w.field("articles", e.articles);
    w.field("observations", static_cast<std::uint64_t>(observations(e)));
    w.close('}');
  });
}

}  // namespace

std::vector<Route> entity_routes() {
  return {
      {"GET",
       "/api/v1/entities",
       "entities",
       "Names in the articles, those in most articles first",
       {{"kind", ParameterType::choice, "only of this kind", "place body company platform media campaign person"},
        {"q", ParameterType::text, "only those called so, or with these words in a name"},
        limit_parameter(),
        cursor_parameter(),
        format_parameter()},
       "EntityList",
       answer_entities,
       Route::entities},
      {"GET",
       "/api/v1/entities/{id}",
       "entity",
       "One name: how it is called, its mentions in order of time, its numbers and documents",
       {{"id", ParameterType::text, "key or id of the entity, or any name of it"}},
       "Entity",
       answer_entity,
       Route::entities | Route::takes(Route::series | Route::policies)},
      {"GET",
       "/api/v1/places",
       "places",
       "Places, those told of in most articles first",
       {limit_parameter(), cursor_parameter(), format_parameter()},
       "PlaceList",
       answer_places,
       Route::entities | Route::series},
  };
}

}  // namespace fengbiao
