// Any bytes as the target of a request, with any method: it is taken apart or refused in words, one canonical form stands for every way to
// write it, and what passes the check of a route has the form that the route says. The same bytes as the header that names codings.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/utf8.h"
#include "check_document.h"
#include "serve/encoding.h"
#include "serve/route.h"

namespace fengbiao {
namespace {

void demand_problem(const Problem& problem) {
  demand(problem.status >= 400 && problem.status < 600 && !problem.kind.empty() && !problem.detail.empty(), "a problem says what is wrong");
  const Answer answer = answer_of(problem);
  demand(answer.body && !first_malformed(*answer.body), "a problem is UTF-8");
}

void check_target(std::string_view method, std::string_view bytes) {
  const auto target = parse_target(bytes);
  if (!target) return demand_problem(target.error());
  for (const std::string& segment : target->segments)
    demand(!segment.empty() && segment != "." && segment != ".." && !first_malformed(segment), "segments are names");
  const std::string canonical = target->canonical();
  // Encoded alike it may be longer than a client may send.
  if (const auto again = parse_target(canonical))
    demand(again->segments == target->segments && again->parameters == target->parameters && again->canonical() == canonical, "one form");
  auto matched = match_route(api_routes(), method, *target);
  if (!matched) return demand_problem(matched.error());
  const Route& route = *matched->route;
  const auto checked = check_parameters(route, *target, matched->parameters);
  if (!checked) return demand_problem(checked.error());
  for (const Parameter& p : route.parameters) {
    demand(!p.required || matched->parameters.has(p.name), "what is needed is there");
    if (p.type == ParameterType::number && matched->parameters.has(p.name) && route.path.find('{') == route.path.npos) {
      const std::uint32_t number = matched->parameters.number(p.name, 0);
      demand(number >= p.low && number <= p.high, "numbers are within their bounds");
    }
  }
}

}  // namespace
}  // namespace fengbiao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t blank = std::min(bytes.find(' '), bytes.size());
  fengbiao::check_target(blank == bytes.size() ? "GET" : bytes.substr(0, blank), bytes.substr(blank == bytes.size() ? 0 : blank + 1));
  fengbiao::best_coding(bytes);
  return 0;
}
