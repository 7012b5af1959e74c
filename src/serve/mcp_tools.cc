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
  Made comply();
  Made packs();
  Made hosts();

 private:
  using Renamed = std::vector<std::pair<std::string_view, std::string_view>>;  // argument -> parameter

  // The API's answer at this address with the arguments as parameters.
  Made ask(std::string path, const Renamed& parameters, const std::string& more = {}) const;
  Made sent(HttpRequest request) const;
  Made posted(std::string target, std::string_view type, std::string body) const;
  std::expected<std::string, std::string> text(const char* name) const;
  // Puts the citations of all articles named so far to an answer.
  Json cited(Json out) const;
  void cite(const Json& article) {
    if (article.is_string()) articles_.insert(article.get<std::string>());
  }
  // Ids of the articles that report on a document of the register.
  Json reporting(const std::string& policy);
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

Made ToolCall::posted(std::string target, std::string_view type, std::string body) const {
  HttpRequest request;
  request.method = "POST";
  request.target = std::move(target);
  request.content_type = type;
  request.body = std::move(body);
  if (request.body.size() > service_.body_limit("POST", request.target)) return std::unexpected("what was given is too long");
  return sent(std::move(request));
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

Json ToolCall::reporting(const std::string& policy) {
  Json out = Json::array();
  const auto snapshot = service_.context().keeper().current();
  if (!snapshot->policies) return out;
  const auto entry = snapshot->policies->by_id.find(policy);
  if (entry == snapshot->policies->by_id.end()) return out;
  for (const std::uint32_t r : snapshot->policies->all.entries()[entry->second].reports) {
    out.push_back(snapshot->policies->all.report(r).origin.article_id);
    cite(out.back());
  }
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
  Json items = Json::array();
  for (const Json& p : (*page)["items"]) {
    Json one = picked(p, {"id", "name"});
    for (const char* field : {"kind", "issuers", "issued", "effective", "until"}) {
      one[field] = Json::array();
      for (const Json& value : p[field]) one[field].push_back(value["value"]);
    }
    one.update(picked(p, {"standing", "reason"}));
    one["articles"] = reporting(p["id"].get_ref<const std::string&>());
    items.push_back(std::move(one));
  }
  return cited({{"on", (*page)["on"]}, {"total", (*page)["total"]}, {"items", std::move(items)}});
}

Made ToolCall::check() {
  const auto words = text("text");
  if (!words) return std::unexpected(words.error());
  const std::string name = arguments_.value("name", std::string("text.txt"));
  auto checked = posted("/api/v1/check?name=" + url_encoded(name), kTextType, *words);
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
  const auto answer = posted(fmt::format("/api/v1/decisions/{}?on={}", url_encoded(*decision), url_encoded(*on)), kJsonType,
                             arguments_.value("facts", Json::object()).dump());
  if (!answer) return answer;
  return cited(
      picked(*answer, {"decision", "on", "in_force", "decided", "outcome", "outcomes", "follows", "path", "missing", "changes", "notice"}));
}

Json told_briefly(const Json& finding) {
  Json out = picked(finding, {"pack", "rule", "name", "name_zh", "verdict", "severity", "confidence", "missing"});
  out["line"] = finding["line_start"];
  out["column"] = finding["column_start"];
  out.update(picked(finding, {"quote", "read_as", "who", "at"}));
  out["document"] = finding["policy"]["title"];
  out.update(picked(finding, {"article", "clause", "clause_zh", "means", "means_zh", "instead", "instead_zh", "exempt"}));
  return out;
}

Made ToolCall::comply() {
  const auto words = text("text"), on = text("on");
  if (!words) return std::unexpected(words.error());
  if (!on) return std::unexpected(on.error());
  std::string target = "/api/v1/comply?on=" + url_encoded(*on);
  if (arguments_.contains("as")) {
    const auto as = text("as");
    if (!as) return std::unexpected(as.error());
    target += "&as=" + url_encoded(*as);
  }
  std::string names;
  for (const Json& name : arguments_.value("packs", Json::array())) {
    if (!name.is_string()) return std::unexpected("'packs': expected a list of texts");
    names += (names.empty() ? "" : ",") + name.get<std::string>();
  }
  target += "&pack=" + url_encoded(names);
  const auto report = posted(std::move(target), kTextType, *words);
  if (!report) return report;
  Json out = picked(*report, {"as", "guessed", "on"});
  for (const char* list : {"findings", "exempt"}) {
    out[list] = Json::array();
    for (const Json& finding : (*report)[list]) out[list].push_back(told_briefly(finding));
  }
  out.update(picked(*report, {"not_listed", "not_in_force", "about_other_kinds", "needs_person", "notice"}));
  return cited(std::move(out));
}

Made ToolCall::packs() {
  Json packs = Json::array();
  Json notice;
  if (arguments_.contains("pack")) {
    const auto id = text("pack");
    if (!id) return std::unexpected(id.error());
    const auto pack = ask("/api/v1/packs/" + url_encoded(*id), {});
    if (!pack) return pack;
    packs.push_back(*pack);
    notice = (*pack)["notice"];
  } else {
    const auto page = ask("/api/v1/packs", {}, "limit=200");
    if (!page) return page;
    packs = (*page)["items"];
    notice = (*page)["notice"];
  }
  Json items = Json::array();
  for (const Json& p : packs) {
    Json one = picked(p, {"pack", "name", "name_zh", "policy", "from", "until", "as"});
    const bool whole = p["rules"].is_array();
    one["rules"] = whole ? Json(p["rules"].size()) : p["rules"];
    one["details"] = nullptr;
    if (whole) {
      Json rules = Json::array(), articles = Json::array();
      for (const Json& r : p["rules"])
        rules.push_back(picked(r, {"rule", "name", "name_zh", "article", "clause", "clause_zh", "verdict", "severity", "means", "means_zh",
                                   "instead", "instead_zh"}));
      for (const Json& document : p["documents"])
        for (const Json& policy : document["policies"])
          for (const Json& article : reporting(policy.get<std::string>())) articles.push_back(article);
      one["details"] = {{"rules", std::move(rules)}, {"needs_person", p["needs_person"]}, {"articles", std::move(articles)}};
    }
    items.push_back(std::move(one));
  }
  return cited({{"packs", std::move(items)}, {"notice", notice}});
}

Made ToolCall::hosts() {
  const auto list = ask("/api/v1/hosts", {{"host", "name"}}, "limit=200");
  if (!list) return list;
  Json hosts = Json::array();
  for (const Json& host : (*list)["items"])
    hosts.push_back(picked(host, {"host", "names", "qualifications", "trainings", "score", "yellow_cards", "red_cards", "banned"}));
  Json on_air;
  if (arguments_.contains("host") && hosts.size() == 1) {
    const auto one = ask("/api/v1/hosts/" + url_encoded(hosts[0]["host"].get<std::string>()), {{"field", "field"}});
    if (!one) return one;
    on_air = (*one)["on_air"];
  }
  return cited({{"total", (*list)["total"]}, {"hosts", std::move(hosts)}, {"on_air", on_air}});
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
  if (name == "comply") {
    if (arguments.contains("packs") && !arguments["packs"].is_array()) return std::unexpected("'packs': expected a list of texts");
    return call.comply();
  }
  if (name == "packs") return call.packs();
  if (name == "hosts") return call.hosts();
  return std::unexpected("no such tool");
}

}  // namespace fengbiao
