// /about and /openapi.json: what this is, from what it was made, and how it is asked.
#include <map>

#include "base/embedded.h"
#include "serve/api_context.h"
#include "serve/list_answer.h"
#include "serve/openapi.h"

namespace fengbiao {

namespace {

Reply answer_about(const Ask& ask) {
  const Contents& c = *ask.now.contents;
  std::map<std::string, std::uint64_t> sources;
  for (const ArticleRow& row : c.articles)
    for (const std::string& source : row.sources) ++sources[source];
  std::vector<std::pair<std::string, std::uint64_t>> ranked(sources.begin(), sources.end());
  std::ranges::stable_sort(ranked, std::greater(), [](const auto& s) { return s.second; });
  JsonWriter w;
  w.open('{');
  w.field("name", "fengbiao");
  w.field("version", ask.context.settings().version);
  w.field("archive_format", kArchiveFormat);
  w.field("license", "Apache-2.0");
  w.field("rules", static_cast<std::uint64_t>(ask.context.keeper().checker().rules().rules().size()));
  w.field("data_files", static_cast<std::uint64_t>(embedded_files().size()));
  w.field("may_write", ask.context.settings().may_write);
  w.field("desk", ask.context.settings().desk);
  w.key("sources");
  w.open('[');
  for (const auto& [name, articles] : ranked) {
    w.open('{');
    w.field("name", name);
    w.field("articles", articles);
    w.close('}');
  }
  w.close(']');
  w.close('}');
  return json_answer(w);
}

Reply answer_openapi(const Ask& ask) { return answer_of(openapi_json(api_routes(), ask.context.settings().version), kJsonType); }

}  // namespace

std::vector<Route> about_routes() {
  return {
      {"GET", "/api/v1/about", "about", "The program, its rules and data, and the sources of the archive", {}, "About", answer_about},
      {"GET", "/api/v1/openapi.json", "openapi", "This description", {}, "OpenApi", answer_openapi},
  };
}

}  // namespace fengbiao
