#include "serve/mcp_tools.h"

#include <fmt/format.h>

#include <set>
#include <vector>

namespace fengbiao {

namespace {

using Json = nlohmann::ordered_json;
using Made = std::expected<Json, std::string>;

class ToolCall {
 public:
  ToolCall(Service& service, const Json& arguments) : service_(service), arguments_(arguments) {}

  Made search();
  Made article();
  Made observations();
  Made series();
  Made policies();
  Made check();
  Made decide();

 private:
  using Renamed = std::vector<std::pair<std::string_view, std::string_view>>;  // argument -> parameter

  // The API's answer at this address with the arguments as parameters.
  Made ask(std::string path, const Renamed& parameters, const std::string& more = {}) const;
  Made sent(HttpRequest request) const;
  std::expected<std::string, std::string> text(const char* name) const;
  // Puts the citations of all articles named so far to an answer.
  Json cited(Json out) const;
  void cite(const Json& article) {
    if (article.is_string()) articles_.insert(article.get<std::string>());
  }
  Json brief(const Json& observation);
  Json report(const Json& observation);
  Json cells(const Json& series);

  Service& service_;
  const Json& arguments_;
  std::set<std::string> articles_;
};

std::string lines_of(const Json& record) {
  const Json first = record.value("line_start", Json()), last = record.value("line_end", Json());
  return first == last ? first.dump() : fmt::format("{}-{}", first.dump(), last.dump());
}

Json picked(const Json& from, std::initializer_list<const char*> keys) {
  Json out = Json::object();
  for (const char* key : keys) out[key] = from.value(key, Json());
  return out;
}

Made ToolCall::sent(HttpRequest request) const {
  request.host = "localhost";
  const Answer answer = service_.answer(request);
  Json body = answer.body ? Json::parse(*answer.body, nullptr, false) : Json();
  if (answer.status >= 300 || !body.is_object()) {
    const std::string detail = body.is_object() ? body.value("detail", std::string()) : std::string();
    return std::unexpected(detail.empty() ? "this could not be answered" : detail);
  }
  return body;
}

Made ToolCall::ask(std::string path, const Renamed& parameters, const std::string& more) const {
  path += '?' + more;
  for (const auto& [name, parameter] : parameters) {
    const auto found = arguments_.find(name);
    if (found == arguments_.end() || found->is_null()) continue;
    if (!found->is_string() && !found->is_number_integer())
      return std::unexpected(fmt::format("'{}': expected a text or a whole number", name));
    path += fmt::format("&{}={}", parameter, url_encoded(found->is_string() ? found->get<std::string>() : found->dump()));
  }
  HttpRequest request;
  request.method = "GET";
  request.target = std::move(path);
  return sent(std::move(request));
}

std::expected<std::string, std::string> ToolCall::text(const char* name) const {
  const auto found = arguments_.find(name);
  if (found == arguments_.end() || !found->is_string() || found->get_ref<const std::string&>().empty())
    return std::unexpected(fmt::format("'{}': expected a text", name));
  return found->get<std::string>();
}

Json ToolCall::cited(Json out) const {
  Json list = Json::array();
  for (const std::string& id : articles_) {
    HttpRequest request;
    request.method = "GET";
    request.host = "localhost";
    request.target = fmt::format("/api/v1/articles/{}/citation", url_encoded(id));
    const Answer answer = service_.answer(request);
    if (answer.status != 200 || !answer.body) continue;
    std::string words = *answer.body;
    while (words.ends_with('\n')) words.pop_back();
    list.push_back({{"article", id}, {"text", words}, {"page", "/articles/" + url_encoded(id)}});
  }
  out["citations"] = std::move(list);
  return out;
}

Json ToolCall::brief(const Json& o) {
  Json out = picked(o, {"id", "indicator", "area", "entity", "period", "text", "value", "value_max", "unit", "measure", "basis", "status",
                        "sure", "quote"});
  out["article"] = o.value("article_id", Json());
  out["lines"] = lines_of(o);
  cite(out["article"]);
  return out;
}

Json ToolCall::report(const Json& o) {
  Json out = picked(o, {"id", "text", "value", "value_max", "status", "reporter", "quote"});
  out["article"] = o.value("article_id", Json());
  out["date"] = o.value("date", Json());
  out["lines"] = lines_of(o);
  cite(out["article"]);
  return out;
}

Json ToolCall::cells(const Json& series) {
  Json out = Json::array();
  for (const Json& cell : series.value("table", Json::array())) {
    Json reports = Json::array();
    for (const Json& r : cell["reports"]) reports.push_back(report(r["observation"]));
    out.push_back({{"period", cell["period"]}, {"conflict", cell["conflict"]}, {"reports", std::move(reports)}});
  }
  return out;
}

Made ToolCall::search() {
  if (const auto query = text("query"); !query) return std::unexpected(query.error());
  auto page = ask("/api/v1/search", {{"query", "q"}, {"limit", "limit"}, {"year", "year"}, {"section", "section"}, {"source", "source"}});
  if (!page) return page;
  Json items = Json::array();
  for (const Json& item : (*page)["items"]) {
    Json one = picked(item, {"id", "title", "issue", "date", "section", "sources"});
    std::string snippet;
    for (const Json& piece : item["snippet"]) snippet += piece.value("text", std::string());
    one["snippet"] = snippet;
    cite(one["id"]);
    items.push_back(std::move(one));
  }
  Json figures = Json::array();
  if (const Json& answer = (*page)["answer"]; answer.is_object())
    for (const Json& s : answer["series"])
      for (Json& cell : cells(s)) {
        Json figure = {{"series", s["id"]}, {"indicator", s["indicator"]}};
        figure.update(cell);
        figures.push_back(std::move(figure));
      }
  return cited({{"total", (*page)["total"]},
                {"items", std::move(items)},
                {"figures", std::move(figures)},
                {"did_you_mean", (*page)["did_you_mean"]}});
}

Made ToolCall::article() {
  const auto id = text("id");
  if (!id) return std::unexpected(id.error());
  auto page = ask("/api/v1/articles/" + url_encoded(*id), {});
  if (!page) return page;
  Json out = picked(*page, {"id", "title"});
  out["issue"] = (*page)["issue"]["id"];
  out.update(picked(*page, {"date", "section", "sources", "paragraphs"}));
  out["lines"] = lines_of(*page);
  out["observations"] = Json::array();
  for (const Json& o : (*page)["observations"]) out["observations"].push_back(brief(o));
  out["policies"] = Json::array();
  for (const Json& p : (*page)["policies"]) out["policies"].push_back(picked(p, {"id", "name", "effective", "until", "quote"}));
  cite(out["id"]);
  return cited(std::move(out));
}

Made ToolCall::observations() {
  auto page = ask("/api/v1/observations", {{"indicator", "indicator"},
                                           {"area", "area"},
                                           {"entity", "entity"},
                                           {"period", "period"},
                                           {"article", "article"},
                                           {"limit", "limit"}});
  if (!page) return page;
  Json items = Json::array();
  for (const Json& o : (*page)["items"]) items.push_back(brief(o));
  return cited({{"total", (*page)["total"]}, {"items", std::move(items)}});
}

Made ToolCall::series() {
  if (const auto indicator = text("indicator"); !indicator) return std::unexpected(indicator.error());
  const std::string usual = arguments_.contains("limit") ? "" : "limit=5";
  auto page = ask("/api/v1/series", {{"indicator", "indicator"}, {"area", "area"}, {"entity", "entity"}, {"limit", "limit"}}, usual);
  if (!page) return page;
  Json items = Json::array();
  for (const Json& s : (*page)["items"]) {
    Json one = picked(s, {"id", "indicator", "area", "entity", "measure", "basis", "unit"});
    one["cells"] = cells(s);
    items.push_back(std::move(one));
  }
  return cited({{"total", (*page)["total"]}, {"items", std::move(items)}, {"did_you_mean", (*page)["did_you_mean"]}});
}

Made ToolCall::policies() {
  if (const auto on = text("on"); !on) return std::unexpected(on.error());
  const std::string usual = arguments_.contains("state") ? "" : "state=in-force";
  auto page = ask("/api/v1/policies", {{"on", "on"}, {"topic", "q"}, {"issuer", "issuer"}, {"state", "state"}, {"limit", "limit"}}, usual);
  if (!page) return page;
  const auto snapshot = service_.context().keeper().current();
  Json items = Json::array();
  for (const Json& p : (*page)["items"]) {
    Json one = picked(p, {"id", "name"});
    for (const char* field : {"kind", "issuers", "issued", "effective", "until"}) {
      one[field] = Json::array();
      for (const Json& value : p[field]) one[field].push_back(value["value"]);
    }
    one.update(picked(p, {"standing", "reason"}));
    one["articles"] = Json::array();
    if (snapshot->policies) {
      const auto entry = snapshot->policies->by_id.find(p["id"].get_ref<const std::string&>());
      if (entry != snapshot->policies->by_id.end())
        for (const std::uint32_t r : snapshot->policies->all.entries()[entry->second].reports) {
          one["articles"].push_back(snapshot->policies->all.report(r).origin.article_id);
          cite(one["articles"].back());
        }
    }
    items.push_back(std::move(one));
  }
  return cited({{"on", (*page)["on"]}, {"total", (*page)["total"]}, {"items", std::move(items)}});
}

Made ToolCall::check() {
  const auto words = text("text");
  if (!words) return std::unexpected(words.error());
  HttpRequest request;
  request.method = "POST";
  request.target = "/api/v1/check?name=" + url_encoded(arguments_.value("name", std::string("text.txt")));
  request.content_type = "text/plain; charset=utf-8";
  request.body = *words;
  if (request.body.size() > service_.body_limit("POST", request.target)) return std::unexpected("the text is too long");
  auto checked = sent(std::move(request));
  if (!checked) return checked;
  Json findings = Json::array();
  for (const Json& f : (*checked)["findings"]) {
    Json one = picked(f, {"rule", "kind", "severity"});
    one["line"] = f["line_start"];
    one.update(picked(f, {"quote", "explain", "explain_zh", "suggestion"}));
    findings.push_back(std::move(one));
  }
  const Json& score = (*checked)["score"];
  return cited(
      {{"findings", std::move(findings)}, {"rate", score["rate"]}, {"passes", score["passes"]}, {"characters", score["characters"]}});
}

Made ToolCall::decide() {
  const auto decision = text("decision"), on = text("on");
  if (!decision) return std::unexpected(decision.error());
  if (!on) return std::unexpected(on.error());
  HttpRequest request;
  request.method = "POST";
  request.target = fmt::format("/api/v1/decisions/{}?on={}", url_encoded(*decision), url_encoded(*on));
  request.content_type = kJsonType;
  request.body = arguments_.value("facts", Json::object()).dump();
  if (request.body.size() > service_.body_limit("POST", request.target)) return std::unexpected("the facts are too long");
  const auto answer = sent(std::move(request));
  if (!answer) return answer;
  return cited(
      picked(*answer, {"decision", "on", "in_force", "decided", "outcome", "outcomes", "follows", "path", "missing", "changes", "notice"}));
}

}  // namespace

std::expected<Json, std::string> call_tool(Service& service, const std::string& name, const Json& arguments) {
  if (!arguments.is_object()) return std::unexpected("expected an object of arguments");
  ToolCall call(service, arguments);
  if (name == "search") return call.search();
  if (name == "article") return call.article();
  if (name == "observations") return call.observations();
  if (name == "series") return call.series();
  if (name == "policies_in_force") return call.policies();
  if (name == "check_text") {
    if (arguments.contains("name") && !arguments["name"].is_string()) return std::unexpected("'name': expected a text");
    return call.check();
  }
  if (name == "decide") return call.decide();
  return std::unexpected("no such tool");
}

}  // namespace fengbiao
