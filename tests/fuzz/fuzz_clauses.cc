// Any text cut into passages and read: passages lie in order within the text, sentences hold clauses and clauses their records, what
// is carried over exists, and pairing lists are as long as their figures.
#include <cstddef>
#include <cstdint>

#include "base/utf8.h"
#include "check_spans.h"
#include "clause/text_reader.h"
#include "engine/passages.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

void check(const ReadText& read, std::size_t size) {
  check_spans(read.sentences, size);
  check_spans(read.quantities, size);
  check_spans(read.names, size);
  check_spans(read.times, size, [](const TimeInText& t) { return t.time.span; });
  const auto carried = [](const CarriedIndex& c, std::size_t among) {
    demand(c.has() == (c.from != Carried::nothing && c.from != Carried::date), "what is carried over has a source");
    demand(!c.has() || c.index < among, "what is carried over exists");
  };
  const auto holds = [&](const auto& of) {
    carried(of.subject, read.names.size());
    carried(of.place, read.places.size());
    carried(of.period, read.times.size());
  };
  const auto is_clause = [&](std::uint32_t c) { return c == kNoClause || c < read.clauses.size(); };
  const auto range = [](std::uint32_t first, std::uint32_t count, std::size_t among) {
    demand(first <= among && count <= among - first, "a clause holds records that are there");
  };
  for (const Sentence& s : read.sentences) range(s.first_clause, s.clauses, read.clauses.size());
  for (const Clause& c : read.clauses) {
    demand(c.span.begin <= c.span.end && c.span.end <= size && c.sentence < read.sentences.size(), "a clause lies in a sentence");
    range(c.first_quantity, c.quantities, read.quantities.size());
    range(c.first_time, c.times, read.times.size());
    range(c.first_name, c.names, read.names.size());
    demand(is_clause(c.inside) && is_clause(c.part_of), "a clause refers to one that is there");
    holds(c);
  }
  demand(read.holdings.size() == read.quantities.size(), "each quantity is told what holds for it");
  for (const Holding& h : read.holdings) {
    demand(is_clause(h.clause), "a quantity stands in a clause that is there");
    holds(h);
    (void)read.value_of(h);
  }
  for (const Pairing& p : read.pairings) {
    demand(p.clause < read.clauses.size() && !p.quantities.empty(), "things told together have figures");
    demand(p.items.size() == p.quantities.size() || p.quantities.size() == 1, "a figure each, or one for all");
    for (const std::uint32_t q : p.quantities) demand(q < read.quantities.size(), "the figure is there");
  }
}

}  // namespace
}  // namespace fengbiao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fengbiao;
  static const TextReader reader = *TextReader::load(DataSet::built_in());
  std::string text;  // the input without what is no UTF-8
  for (std::size_t i = 0; i < size;) {
    const Decoded d = decode({reinterpret_cast<const char*>(data), size}, i);
    if (d.valid && d.code != 0 && d.code != '\r') text.append(reinterpret_cast<const char*>(data) + i, d.size);
    i += d.size;
  }
  Passages passages = Passages::of(text, "f.txt");
  Passage passage;
  Folded folded;
  ReadText read;
  std::uint64_t at = 0;
  for (;;) {
    const Result<bool> more = passages.next(passage);
    demand(more.has_value(), "a text at hand can be read to its end");
    if (!*more) break;
    demand(passage.offset >= at && passage.offset + passage.text.size() <= text.size(), "passages lie in order within the text");
    demand(std::string_view(text).substr(passage.offset, passage.text.size()) == passage.text, "a passage is what stands there");
    at = passage.offset + passage.text.size();
    fold_lines(passage.text, folded);
    reader.read(folded.text, {.article_date = Date{2022, 12, 5}, .issue_date = {}}, read);
    check(read, folded.text.size());
  }
  return 0;
}
