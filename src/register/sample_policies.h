// Reports of documents made by hand, for the tests of what is done with them.
//
//   reported("2022-12-05", 3, "夜市办法", {{"商务部", "body:mofcom"}}, [](Policy& p) { p.effective = "2023-03-01"; })
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "register/policies.h"

namespace fengbiao {

// Told on `date`, which is also the issue's key.
inline ReportedPolicy reported(const std::string& date, std::uint32_t article, const std::string& name,
                               std::vector<PolicyIssuer> issuers = {}, const std::function<void(Policy&)>& more = {}) {
  ReportedPolicy r;
  r.origin.issue = date;
  r.origin.file = date + ".txt";
  r.origin.article = article;
  r.origin.article_id = date + "-" + std::to_string(article);
  r.origin.title = "headline";
  r.origin.date = date;
  r.origin.sources = {"paper"};
  Policy& p = r.policy;
  p.id = r.origin.article_id + "-p1";
  p.article = article;
  p.name = name;
  p.kind = PolicyKind::regulation;
  p.sure = true;
  p.issuers = std::move(issuers);
  if (more) more(p);
  return r;
}

inline PolicyRegister register_of(std::vector<ReportedPolicy> reports) {
  PolicyRegister out(PolicyNames::load(DataSet::built_in()).value());
  for (ReportedPolicy& r : reports) out.add(std::move(r));
  out.close();
  return out;
}

}  // namespace fengbiao
