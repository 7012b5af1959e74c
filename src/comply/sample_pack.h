// For tests: a pack in few words, read with the built-in knowledge. What the tests of this room share.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "comply/compliance.h"
#include "intake/intake.h"

namespace fengbiao {

// A pack with these rules; each rule as YAML without what every rule needs.
inline std::string sample_pack(const std::string& rules, const std::string& head = "") {
  return "pack: p\nname: {zh: pack, en: pack}\naddressee: {zh: people, en: people}\npolicy: {title: Rules, issuers: [Body]}\nfrom: "
         "2022-01-01\n"
         "as: [script, transcript, listing]\n" +
         head + "rules:\n" + rules;
}
inline std::string sample_rule(const std::string& name, const std::string& find, const std::string& more = "") {
  return "  - id: p." + name +
         "\n    name: {zh: name, en: name}\n    article: 1\n    clause: {zh: no, en: no}\n    severity: error\n    "
         "confidence: 0.9\n"
         "    means: {zh: means, en: means}\n    instead: {zh: instead, en: instead}\n" +
         (more.find("verdict:") == more.npos ? "    verdict: forbidden\n" : "") + more + "    find:\n      - " + find + "\n";
}
inline Compliance sample_compliance(const std::string& pack) {
  auto made = Compliance::of_pack(DataSet::built_in(), pack, "p.yaml");
  EXPECT_TRUE(made) << (made ? "" : made.error().message());
  return std::move(*made);
}
// The words of each finding, with " !" behind those that are exempt.
inline std::vector<std::string> sample_findings(const Compliance& compliance, const std::string& text, ComplyKind kind = ComplyKind::script,
                                                const std::string& day = "2023-01-01") {
  const auto report = compliance.check(document_from_text(text, "t"), {kind, day, {}});
  EXPECT_TRUE(report);
  std::vector<std::string> out;
  for (const ComplianceFinding& f : report->findings) out.push_back(f.quote);
  for (const ComplianceFinding& f : report->exempt) out.push_back(f.quote + " !");
  return out;
}

}  // namespace fengbiao
