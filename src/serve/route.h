// The one table of what the API answers: routing, the checking of parameters, the OpenAPI file and docs/api.md are all made from it.
//
//   {"GET", "/api/v1/articles", "articles", "Articles, filtered", {...parameters...}, "ArticleList", answer_articles}
//
// A handler gets parameters that were checked already. Tested by route_test.cc, service_test.cc and tests/e2e/serve_openapi.py.
#pragma once

#include <expected>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "serve/issue_loader.h"
#include "serve/problem.h"
#include "serve/snapshot_keeper.h"
#include "serve/target.h"

namespace fengbiao {

enum class ParameterType : std::uint8_t {
  text,
  number,  // from `low` to `high`
  day,     // 2022-01-31
  choice,  // one of `choices`
  cursor,  // what `next` of the answer before held
};

struct Parameter {
  std::string_view name;
  ParameterType type = ParameterType::text;
  std::string_view about;         // one line
  std::string_view choices = {};  // "json csv"
  std::uint32_t low = 0, high = 0;
  bool required = false;
};

// Checked values, by name.
class Parameters {
 public:
  void set(std::string_view name, std::string value) { values_.insert_or_assign(std::string(name), std::move(value)); }
  [[nodiscard]] bool has(std::string_view name) const { return values_.contains(name); }
  [[nodiscard]] const std::string& text(std::string_view name) const;  // empty when left out
  [[nodiscard]] std::uint32_t number(std::string_view name, std::uint32_t otherwise) const;

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

class ApiContext;  // what handlers share (api_context.h)

struct Ask {
  const Snapshot& now;  // with the parts of the route alone
  const Parameters& parameters;
  const HttpRequest& request;
  ApiContext& context;
};

using Reply = std::expected<Answer, Problem>;

struct Route {
  enum class Access : std::uint8_t {
    read,
    persons,  // what is kept of persons: with a token, or on an address of this machine alone
    write
  };
  // Parts of the snapshot: those that must have been gathered, and (`takes`) those that are taken in where they have been. A handler sees
  // no other, so that its answer depends on nothing else but the contents, and stays good while they do.
  enum Parts : std::uint16_t { nothing = 0, series = 1, policies = 2, entities = 4, findings = 8, search = 16 };
  static constexpr std::uint16_t takes(unsigned parts) { return static_cast<std::uint16_t>(parts << kTaken); }
  static constexpr unsigned kTaken = 8, kAllNeeded = 0xFF;

  std::string_view method;
  std::string_view path;  // "/api/v1/articles/{id}"; a name in brackets is a parameter of the path
  std::string_view name;  // operationId
  std::string_view summary;
  std::vector<Parameter> parameters;  // of the path and of the query
  std::string_view schema;            // of the answer, in data/serve/schemas.json; empty: it is no JSON
  Reply (*answer)(const Ask&) = nullptr;
  std::uint16_t parts = nothing;
  std::string_view media = kJsonType;  // of the answer; several are parted by blanks
  Access access = Access::read;
  bool kept = true;               // the answer follows from archive, address and program alone, and may be kept
  std::string_view accepts = {};  // of a body: its media types, parted by blanks
  std::string_view body_schema = {};
  bool long_body = false;  // as long as a document
  bool creates = false;    // answers 201 where something new is kept

  [[nodiscard]] bool takes_document() const { return accepts.starts_with("text/plain"); }
  [[nodiscard]] bool needs(Parts part) const { return (parts & part) != 0; }
  [[nodiscard]] bool uses(Parts part) const { return ((parts | parts >> kTaken) & part) != 0; }
};

std::span<const Route> api_routes();

// Which route a method and path belong to, with the parameters of the path. Fails with 404, or 405 where another method would do.
struct Matched {
  const Route* route = nullptr;
  Parameters parameters;
};
std::expected<Matched, Problem> match_route(std::span<const Route> routes, std::string_view method, const Target& target);

// The other names of each route's parameters checked and put to those of the path.
std::expected<void, Problem> check_parameters(const Route& route, const Target& target, Parameters& parameters);

// "a whole number from 1 to 200": what a value of this parameter looks like.
std::string form_of(const Parameter& parameter);

// Parameters that many routes have.
inline constexpr std::uint32_t kUsualLimit = 50, kHighestLimit = 200;
Parameter limit_parameter();
Parameter cursor_parameter();
Parameter format_parameter();

// Media types of a body that is a document.
inline constexpr std::string_view kDocumentTypes =
    "text/plain text/html application/pdf application/vnd.openxmlformats-officedocument.wordprocessingml.document";

// Families of routes, a file each.
std::vector<Route> archive_routes();
std::vector<Route> article_routes();
std::vector<Route> series_routes();  // with observation_routes
std::vector<Route> observation_routes();
std::vector<Route> policy_routes();
std::vector<Route> entity_routes();
std::vector<Route> finding_routes();
std::vector<Route> decision_routes();
std::vector<Route> comply_routes();
std::vector<Route> ledger_routes();
std::vector<Route> correction_routes();
std::vector<Route> draft_routes();
std::vector<Route> about_routes();
std::vector<Route> search_routes();
std::vector<Route> feed_routes();

}  // namespace fengbiao
