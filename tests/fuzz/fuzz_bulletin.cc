// Any text as a bulletin, by each profile: every non-blank character lies in exactly one zone, pieces lie in zones of their
// kind, and the structure survives its own JSON form.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "bulletin/bulletin.h"
#include "check_document.h"
#include "model/issue_json.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

void check_tiling(const Document& document, const Issue& issue) {
  std::vector<std::uint8_t> claims(document.text.size(), 0);
  std::uint32_t at = 0;
  for (const Zone& zone : issue.zones) {
    demand(zone.span.begin >= at && zone.span.begin < zone.span.end && zone.span.end <= document.text.size(), "zones lie in order");
    at = zone.span.end;
    for (std::uint32_t i = zone.span.begin; i < zone.span.end; ++i) ++claims[i];
  }
  for (std::size_t i = 0; i < document.text.size();) {
    const Decoded d = decode(document.text, i);
    demand(is_blank(d.code) || claims[i] == 1, "every character lies in one zone");
    i += d.size;
  }
  for (const Article& a : issue.articles) {
    demand(a.line_start >= 1 && a.line_start <= a.line_end && a.line_end <= document.lines.size(), "articles lie within the lines");
    for (const Paragraph& p : a.paragraphs)
      for (const Span s : p.pieces) demand(s.begin < s.end && claims[s.begin] == 1 && claims[s.end - 1] == 1, "pieces lie in zones");
  }
}

}  // namespace
}  // namespace fengbiao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fengbiao;
  static const Knowledge knowledge = *Knowledge::load(DataSet::built_in());
  const Result<Document> document = read_text({reinterpret_cast<const char*>(data), size}, "f.txt");
  if (!document) return 0;
  for (const char* profile : {"", "general", "ecommerce-news"}) {
    const Result<Issue> issue = read_bulletin(*document, knowledge, profile);
    demand(issue.has_value(), "anything can be read");
    check_tiling(*document, *issue);
    const std::string json = to_json(*issue);
    const Result<Issue> again = issue_from_json(json);
    demand(again.has_value() && to_json(*again) == json, "the structure reads back the same");
  }
  return 0;
}
