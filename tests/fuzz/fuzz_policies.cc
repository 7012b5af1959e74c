// Any text as an article, its first line the headline: policies have names, their days are days, their spans lie within the text, what
// stands under them is what they say, and with reasons the same records come out.
#include <cstddef>
#include <cstdint>

#include "base/utf8.h"
#include "check_spans.h"
#include "policy/policies.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

bool is_day(std::string_view text) {
  return text.empty() || date_from_iso(text.size() == 7 ? std::string(text) + "-01" : std::string(text));
}

void check(const Policy& p, std::string_view kept, const Article& article) {
  demand(!p.name.empty() && !p.text.empty(), "a policy has a name");
  demand(p.span.begin < p.span.end && p.span.end <= kept.size(), "the name lies in the text");
  demand(p.quote_span.begin < p.quote_span.end && p.quote_span.end <= kept.size(), "the quote lies in the text");
  demand(p.line_start >= article.line_start && p.line_start <= p.line_end, "lines rise");
  demand(p.id.starts_with(article.id + "-p"), "the id is that of the article");
  for (const std::string* day : {&p.issued, &p.effective, &p.until, &p.comments_until}) demand(is_day(*day), "a day is a day");
  for (const PolicyIssuer& issuer : p.issuers) demand(!issuer.name.empty(), "an issuer has a name");
  for (const PolicyChange& change : p.changes) demand(!change.name.empty(), "what is changed has a name");
  demand(!p.sure || p.doubts.empty(), "what is doubted is not sure");
  for (const Reason& reason : p.reasons)
    demand(reason.span.begin <= reason.span.end && reason.span.end <= kept.size(), "a reason lies in the text");
}

}  // namespace
}  // namespace fengbiao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fengbiao;
  static const TextReader reader = *TextReader::load(DataSet::built_in());
  static const PolicyReader policies = *PolicyReader::load(DataSet::built_in());
  std::string kept;  // the input without what is no UTF-8
  for (std::size_t i = 0; i < size;) {
    const Decoded d = decode({reinterpret_cast<const char*>(data), size}, i);
    if (d.valid && d.code != 0 && d.code != '\r') kept.append(reinterpret_cast<const char*>(data) + i, d.size);
    i += d.size;
  }
  Article article;
  article.id = "f";
  article.line_start = 1;
  for (std::size_t at = 0; at < kept.size();) {
    const std::size_t end = std::min(kept.find('\n', at), kept.size());
    const Span line = trim(kept, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    if (!line.empty()) {
      if (article.title_pieces.empty()) article.title_pieces = {line};
      else article.paragraphs.push_back({{line}, {}, false});
    }
    at = end + 1;
  }
  if (article.title_pieces.empty()) return 0;
  article.date = "2022-12-05";
  ArticleText text;
  text.read(reader, article, kept, std::nullopt);
  std::vector<Policy> found, explained;
  std::vector<Candidate> dropped;
  policies.read(text, found);
  policies.read(text, explained, &dropped);
  for (const Policy& p : explained) check(p, kept, article);
  demand(found == explained, "asking for reasons changes nothing");
  for (const Candidate& c : dropped) demand(c.span.end <= kept.size() && !c.why.empty(), "what was dropped is told with its rule");
  return 0;
}
