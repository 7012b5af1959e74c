#include "clause/text_reader.h"

#include "clause/assemble.h"
#include "clause/words.h"

namespace fengbiao {
struct TextReader::Parts {
  QuantityReader quantities;
  std::optional<NameReader> names;
  ClauseWords words;
};

TextReader::TextReader(TextReader&&) noexcept = default;
TextReader& TextReader::operator=(TextReader&&) noexcept = default;
TextReader::~TextReader() = default;
TextReader::TextReader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Result<TextReader> TextReader::load(const DataSet& data, bool with_names) {
  FB_TRY(QuantityReader quantities, QuantityReader::load(data));
  FB_TRY(ClauseWords words, ClauseWords::load(data));
  std::optional<NameReader> names;
  if (with_names) { FB_TRY(names, NameReader::load(data)); }
  return TextReader(std::make_unique<Parts>(Parts{std::move(quantities), std::move(names), std::move(words)}));
}

void TextReader::read(std::string_view folded, const TextContext& context, ReadText& out, Trace* trace,
                      std::vector<NameReader::Loser>* name_losers) const {
  out.clear();
  const Writing writing = context.article_date ? Writing{context.article_date, "article"}
                          : context.issue_date ? Writing{context.issue_date, "issue"}
                                               : Writing{};
  parts_->quantities.read(folded, out.reading, trace);
  out.quantities.swap(out.reading.quantities);
  for (Time& time : out.reading.times) out.times.push_back({std::move(time), {}, TimeUse::flow, kNoClause});
  out.reading.times.clear();
  if (parts_->names) parts_->names->read(folded, out.names, name_losers);

  assemble(
      folded, parts_->words, writing, context.paragraphs,
      [&](const Time& time, const TimeAnchor& anchor) { return parts_->quantities.resolve(time, anchor); }, out);
}

const QuantityReader& TextReader::quantities() const { return parts_->quantities; }
const NameReader* TextReader::names() const { return parts_->names ? &*parts_->names : nullptr; }

}  // namespace fengbiao
