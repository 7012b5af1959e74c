// Any text as an article (../cases/records/article_of.h), read for its observations: they lie within the text and their sentence,
// their words are what is printed there, their values are finite, their fields have the forms of docs/formats.md, no two have one id;
// what is left out has a reason. Read again, with reasons or without, by used or fresh memory, they are the same.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <set>

#include "../cases/records/article_of.h"
#include "base/utf8.h"
#include "check_document.h"
#include "model/period.h"
#include "observation/observations.h"

namespace fengbiao {
namespace {

void check_span(Span span, std::string_view kept) {
  demand(span.begin <= span.end && span.end <= kept.size(), "a span lies within the text");
  demand(!first_malformed(slice(kept, span)), "a span cuts no character");
}

void check_value(const Observation& o) {
  demand(std::isfinite(o.value) && (!o.value_max || std::isfinite(*o.value_max)), "a value is finite");
  demand(std::isfinite(o.step) && o.step > 0, "the last digit is worth something");
  demand(std::string_view("=><~").find(o.approx) != std::string_view::npos, "the sign is one of four");
  const bool compared = o.measure == Measure::growth || o.measure == Measure::change;
  demand(compared || o.basis.empty(), "only growth and change have a basis");
  const std::string_view basis = o.basis;
  demand(basis.empty() || basis == "yoy" || basis == "period" || basis == "cagr" || basis == "multi" || basis.starts_with("since:"),
         "the basis is a known one");
  demand(o.period.empty() || days_of_period(o.period), ("a period has one of the forms of periods: " + o.period).c_str());
}

void check(const Observation& o, const Article& article, std::string_view kept) {
  check_span(o.span, kept);
  check_span(o.quote_span, kept);
  demand(!o.span.empty(), "a number is printed");
  demand(o.quote_span.begin <= o.span.begin && o.span.end <= o.quote_span.end, "the number lies in its sentence");
  demand(o.text == printed_words(article, kept, o.span), "the text is what is printed");
  demand(o.quote == printed_words(article, kept, o.quote_span), "the quote is what is printed");
  demand(o.quote.find(o.text) != std::string::npos, "the quote holds the text");
  demand(o.line_start >= article.line_start && o.line_start <= o.line_end && o.line_end <= article.line_end, "its lines are the article's");
  demand(o.article == article.n && o.id.starts_with(article.id + "-o"), "it is called after its article");
  for (const std::string* field : {&o.unit, &o.digits, &o.indicator, &o.area, &o.entity, &o.reporter, &o.share_of})
    demand(!first_malformed(*field), "fields are UTF-8");
  demand(!o.reasons.empty(), "an observation has reasons");
  for (const Reason& reason : o.reasons) {
    check_span(reason.span, kept);
    demand(!reason.field.empty(), "a reason names its field");
    demand(!reason.rule.empty(), ("a reason names its rule: " + reason.field).c_str());
  }
  check_value(o);
}

}  // namespace
}  // namespace fengbiao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fengbiao;
  static const TextReader reader = *TextReader::load(DataSet::built_in());
  static const ObservationReader observations = *ObservationReader::load(DataSet::built_in());
  static ArticleText used;
  std::string kept;  // the input without what is no UTF-8
  for (std::size_t i = 0; i < size;) {
    const Decoded d = decode({reinterpret_cast<const char*>(data), size}, i);
    if (d.valid && d.code != 0 && d.code != '\r') kept.append(reinterpret_cast<const char*>(data) + i, d.size);
    i += d.size;
  }
  const Article article = article_of(kept, size % 4 == 0 ? std::nullopt : std::optional<std::string>("2022-12-05"));
  used.read(reader, article, kept, std::nullopt);
  std::vector<Observation> found, again;
  std::vector<Candidate> dropped;
  observations.read(used, found, &dropped);
  std::set<std::string_view> ids;
  for (const Observation& o : found) {
    check(o, article, kept);
    demand(ids.insert(o.id).second, "no two observations have one id");
  }
  for (const Candidate& candidate : dropped) {
    check_span(candidate.span, kept);
    demand(!candidate.what.empty() && !candidate.why.empty(), "what is left out has a reason");
  }
  ArticleText fresh;
  fresh.read(reader, article, kept, std::nullopt);
  observations.read(fresh, again);
  demand(found == again, "the same text gives the same records");
  return 0;
}
