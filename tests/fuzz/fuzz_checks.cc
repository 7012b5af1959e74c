// Any bytes as a document that is checked, as a general text and as a bulletin: findings and relations lie within the text, have words
// and ids (check_findings.h), and the same bytes give the same ones again.
#include <array>
#include <cstddef>
#include <cstdint>

#include "check_findings.h"
#include "engine/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fengbiao;
  static const std::array checkers{*DocumentChecker::load({.profile = "general", .data_folder = {}, .limits = {}}, {}),
                                   *DocumentChecker::load({.profile = "ecommerce-news", .data_folder = {}, .limits = {}}, {})};
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  for (const DocumentChecker& checker : checkers) {
    const Result<CheckedIssue> checked = checker.check_document(bytes, "f.txt");
    if (!checked) {
      demand(!checked.error().message().empty(), "a refusal has words");
      continue;
    }
    check_findings(checked->checks, checker.checks().rules(), checked->text);
    for (const Finding& f : checked->checks.findings) demand(!f.explain.zh.empty() && !f.explain.en.empty(), "it is told in words");
    const Result<CheckedIssue> again = checker.check_document(bytes, "f.txt");
    demand(again && again->checks.findings == checked->checks.findings && again->checks.relations == checked->checks.relations &&
               again->checks.coverage == checked->checks.coverage,
           "the same bytes give the same findings");
  }
  return 0;
}
