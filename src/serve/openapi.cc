#include "serve/openapi.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "base/embedded.h"

namespace fengbiao {

std::vector<EmbeddedFile> record_schemas();  // docs/schema, made by cmake/Embed.cmake

namespace {

using Json = nlohmann::ordered_json;

bool in_path(const Route& route, const Parameter& p) { return route.path.find(fmt::format("{{{}}}", p.name)) != std::string_view::npos; }

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

Json schema_of(const Parameter& p) {
  switch (p.type) {
    case ParameterType::number: return {{"type", "integer"}, {"minimum", p.low}, {"maximum", p.high}};
    case ParameterType::day: return {{"type", "string"}, {"format", "date"}};
    case ParameterType::choice: return {{"type", "string"}, {"enum", words_of(p.choices)}};
    case ParameterType::text:
    case ParameterType::cursor: break;
  }
  return {{"type", "string"}};
}

Json reference(std::string_view schema) { return {{"$ref", fmt::format("#/components/schemas/{}", schema)}}; }

Json problem_answer(std::string_view about) {
  return {{"description", about}, {"content", {{std::string(kProblemType), {{"schema", reference("Problem")}}}}}};
}

// Without their charsets.
std::vector<std::string> media_types(const Route& route) {
  std::vector<std::string> out;
  for (const std::string& word : words_of(route.media))
    if (word.find('=') == std::string::npos) out.push_back(word.substr(0, word.find(';')));
  return out;
}

Json operation(const Route& route) {
  Json out;
  out["operationId"] = route.name;
  out["summary"] = route.summary;
  if (!route.parameters.empty()) {
    Json list = Json::array();
    for (const Parameter& p : route.parameters)
      list.push_back({{"name", p.name},
                      {"in", in_path(route, p) ? "path" : "query"},
                      {"required", in_path(route, p) || p.required},
                      {"description", p.about},
                      {"schema", schema_of(p)}});
    out["parameters"] = list;
  }
  if (!route.accepts.empty()) {
    Json content;
    for (const std::string& type : words_of(route.accepts))
      content[type] = route.body_schema.empty() ? Json::object() : Json{{"schema", reference(route.body_schema)}};
    out["requestBody"] = {{"required", true}, {"content", content}};
  }
  Json content;
  for (const std::string& media : media_types(route))
    content[media] = route.schema.empty() ? Json{{"schema", {{"type", "string"}}}} : Json{{"schema", reference(route.schema)}};
  if (std::ranges::find(route.parameters, "format", &Parameter::name) != route.parameters.end())
    content["text/csv"] = {{"schema", {{"type", "string"}}}};
  if (route.name.ends_with("citation")) content["application/x-bibtex"] = {{"schema", {{"type", "string"}}}};
  Json responses;
  responses["200"] = {{"description", route.creates ? "Nothing new was kept: that is how it is, or with `dry_run` would be" : "The answer"},
                      {"content", content}};
  if (route.creates) responses["201"] = {{"description", "Kept"}, {"content", content}};
  if (route.kept) responses["304"] = {{"description", "What the client has is current (If-None-Match)"}};
  responses["400"] = problem_answer("A parameter or the body is wrong");
  if (route.path.find('{') != std::string_view::npos) responses["404"] = problem_answer("There is no such thing");
  if (route.access == Route::Access::write) responses["403"] = problem_answer("Writing is off");
  if (route.access == Route::Access::write && !route.accepts.empty()) responses["409"] = problem_answer("Not as things stand now");
  if (route.long_body) responses["422"] = problem_answer("The text cannot be read");
  if (route.access == Route::Access::persons) responses["403"] = problem_answer("Other machines could read it, and there is no token");
  responses["401"] = problem_answer("A token is wanted");
  if ((route.parts & Route::kAllNeeded) != 0 || !route.kept) responses["503"] = problem_answer("Not gathered yet, or busy: ask again");
  out["responses"] = responses;
  Json security = Json::array();
  if (route.access != Route::Access::write) security.push_back(Json::object());
  security.push_back({{"bearer", Json::array()}});
  out["security"] = security;
  return out;
}

void add_schemas(Json& schemas) {
  const auto text = embedded_file("serve/schemas.json");
  const Json own = Json::parse(text.value_or("{}"), nullptr, false);
  if (own.is_object())
    for (const auto& [name, schema] : own.items()) schemas[name] = schema;
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kRecords{{{"articles.schema.json", "ArticleRecord"},
                                                                                          {"observations.schema.json", "Observation"},
                                                                                          {"policies.schema.json", "PolicyReport"},
                                                                                          {"findings.schema.json", "Finding"},
                                                                                          {"relations.schema.json", "Relation"},
                                                                                          {"compliance.schema.json", "ComplianceFinding"},
                                                                                          {"series.schema.json", "Series"}}};
  for (const EmbeddedFile& file : record_schemas())
    for (const auto& [file_name, name] : kRecords) {
      if (file.name != file_name) continue;
      Json schema = Json::parse(file.bytes, nullptr, false);
      if (!schema.is_object()) continue;
      schema.erase("$schema");
      if (name == "Series") schema = schema["properties"]["series"]["items"];  // of one of the list that the command prints
      schemas[std::string(name)] = schema;
    }
}

std::string plain(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::string openapi_json(std::span<const Route> routes, const std::string& version) {
  Json out;
  out["openapi"] = "3.1.0";
  out["info"] = {
      {"title", "Fengbiao"},
      {"version", version},
      {"summary", "Every article, every rule and every number of the trade press, each traceable to the printed line it came from."},
      {"license", {{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}};
  out["servers"] = Json::array({{{"url", "/"}}});
  Json paths;
  for (const Route& route : routes) {
    std::string method(route.method);
    for (char& c : method) c = static_cast<char>(c | 0x20);
    paths[std::string(route.path)][method] = operation(route);
  }
  out["paths"] = paths;
  Json schemas;
  add_schemas(schemas);
  out["components"] = {{"schemas", schemas}, {"securitySchemes", {{"bearer", {{"type", "http"}, {"scheme", "bearer"}}}}}};
  return out.dump(1) + "\n";
}

std::string api_page(std::span<const Route> routes) {
  std::string out = std::string(embedded_file("serve/api.md").value_or(""));
  for (const Route& route : routes) {
    out += fmt::format("\n### {} {}\n\n{}.", route.method, route.path, plain(route.summary));
    if (!route.schema.empty()) out += fmt::format(" Answers `{}`", route.schema);
    else out += fmt::format(" Answers {}", fmt::join(media_types(route), ", "));
    if (!route.accepts.empty()) {
      out += "; takes ";
      bool first = true;
      for (const std::string& type : words_of(route.accepts)) {
        out += (first ? "" : ", ") + type;
        first = false;
      }
    }
    out += route.access == Route::Access::write     ? "; needs the token for writing.\n"
           : route.access == Route::Access::persons ? "; needs a token where other machines reach the server.\n"
                                                    : ".\n";
    if (route.parameters.empty()) continue;
    out += "\n| parameter | in | what it is | form |\n|---|---|---|---|\n";
    for (const Parameter& p : route.parameters)
      out += fmt::format("| `{}` | {} | {} | {} |\n", p.name,
                         in_path(route, p) ? "path"
                         : p.required      ? "query, needed"
                                           : "query",
                         plain(p.about), plain(form_of(p)));
  }
  return out;
}

}  // namespace fengbiao
