#include "engine/text_records.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json.h"
#include "clause/text_reader.h"
#include "engine/explain_text.h"
#include "engine/record_json.h"
#include "entity/address.h"
#include "text/fold.h"

namespace fengbiao {

struct TextTools::Parts {
  std::optional<TextReader> reader;  // quantities and times, with or without names
  std::optional<NameReader> names;
  std::optional<AddressReader> addresses;
  // Memory that is used again from passage to passage.
  Folded folded;
  ReadText read;
  std::vector<Name> found;
  std::vector<Address> cut;
};

TextTools::TextTools(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
TextTools::TextTools(TextTools&&) noexcept = default;
TextTools& TextTools::operator=(TextTools&&) noexcept = default;
TextTools::~TextTools() = default;

Result<TextTools> TextTools::load(Need need, const ReadOptions& options) {
  FB_TRY(const DataSet data, DataSet::with_folder(options.data_folder));
  auto parts = std::make_unique<Parts>();
  if (need == Need::quantities || need == Need::all) { FB_TRY(parts->reader, TextReader::load(data, need == Need::all)); }
  if (need == Need::names) { FB_TRY(parts->names, NameReader::load(data)); }
  if (need == Need::addresses) { FB_TRY(parts->addresses, AddressReader::load(data)); }
  return TextTools(std::move(parts));
}

namespace {

TextContext context_of(const TextTools::Context& context) {
  TextContext out;
  if (context.date) out.article_date = date_from_iso(*context.date);
  return out;
}

// Quantities and times in the order of the text.
template <class OnQuantity, class OnTime>
void in_order(const ReadText& read, OnQuantity&& on_quantity, OnTime&& on_time) {
  std::size_t q = 0, t = 0;
  while (q < read.quantities.size() || t < read.times.size()) {
    const bool quantity =
        t == read.times.size() || (q < read.quantities.size() && read.quantities[q].span.begin < read.times[t].time.span.begin);
    if (quantity) on_quantity(read.quantities[q++]);
    else on_time(read.times[t++]);
  }
}

}  // namespace

void TextTools::quantities(const Passage& passage, const Context& context, const Sink& sink) {
  Parts& p = *parts_;
  fold_lines(passage.text, p.folded);
  p.reader->read(p.folded.text, context_of(context), p.read);
  const RecordPlace place{context.file, passage, p.folded};
  const auto give = [&](const auto&... parts) { sink(record_json(place, parts...)); };
  if (context.numerals)
    for (const Number& number : p.read.reading.numbers) give(number);
  in_order(
      p.read, [&](const Quantity& q) { give(q); }, [&](const TimeInText& t) { give(t); });
}

void TextTools::names(const Passage& passage, const Context& context, const Sink& sink) {
  Parts& p = *parts_;
  fold_lines(passage.text, p.folded);
  p.names->read(p.folded.text, p.found);
  const RecordPlace place{context.file, passage, p.folded};
  for (const Name& name : p.found) sink(record_json(place, name));
}

void TextTools::addresses(const Passage& passage, const Context& context, const Sink& sink) {
  Parts& p = *parts_;
  fold_lines(passage.text, p.folded);
  p.addresses->find(p.folded.text, p.cut);
  const RecordPlace place{context.file, passage, p.folded};
  for (const Address& address : p.cut) sink(record_json(place, address));
}

std::string TextTools::explain(const Passage& passage, const Context& context, bool json) {
  Parts& p = *parts_;
  Trace trace;
  std::vector<NameReader::Loser> losers;
  fold_lines(passage.text, p.folded);
  p.reader->read(p.folded.text, context_of(context), p.read, &trace, &losers);
  const RecordPlace place{context.file, passage, p.folded};
  const ExplainedText text{place, p.read, trace, losers, p.reader->quantities()};
  return json ? explain_as_json(text) : explain_as_text(text);
}

}  // namespace fengbiao
