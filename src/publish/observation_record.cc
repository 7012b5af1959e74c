#include "publish/observation_record.h"

#include "publish/record_parts.h"

namespace fengbiao {

void write_observation_json(JsonWriter& w, const ReportedObservation& reported) {
  const Observation& o = reported.observation;
  w.open('{');
  w.field("id", o.id);
  w.field("file", reported.origin.file);
  w.field("article_title", reported.origin.title);
  w.field("quote", o.quote);
  w.field("text", o.text);
  w.field("value", o.value);
  w.field("value_max", o.value_max);
  w.text_or_null("unit", o.unit);
  w.field("approx", std::string_view(&o.approx, 1));
  w.field("measure", name_of(o.measure));
  w.text_or_null("basis", o.basis);
  w.text_or_null("indicator", o.indicator);
  w.text_or_null("area", o.area);
  w.text_or_null("entity", o.entity);
  w.text_or_null("period", o.period);
  w.field("status", name_of(o.status));
  w.field("sure", o.sure);
  w.field("line_start", o.line_start);
  w.field("line_end", o.line_end);
  write_origin(w, reported.origin);
  write_span(w, "span", o.span);
  write_span(w, "quote_span", o.quote_span);
  w.text_or_null("digits", o.digits);
  w.field("step", o.step);
  w.text_or_null("indicator_code", o.indicator_code);
  w.text_or_null("area_code", o.area_code);
  w.text_or_null("entity_id", o.entity_id);
  w.text_or_null("reporter", o.reporter);
  w.text_or_null("reporter_id", o.reporter_id);
  w.text_or_null("part_of", o.part_of);
  w.text_or_null("share_of", o.share_of);
  w.field("doubts", o.doubts);
  write_corrections(w, reported.corrections);
  w.close('}');
}

std::vector<TableColumn> observation_columns() {
  using enum CellType;
  return {
      {"id", text, true, "names the record"},
      {"file", text, true, "base name of the input"},
      {"article_title", text, true, "title of the article"},
      {"quote", text, true, "the sentence as printed"},
      {"text", text, true, "the number with its unit as printed"},
      {"value", number, true, "in base units; percent as 18.6"},
      {"value_max", number, false, "upper end of a range"},
      {"unit", text, false, "ISO 4217 for money, %, pp, x, rank, points, symbols, or the counter as printed"},
      {"approx", text, true, "= as printed, > more than, < less than, ~ about"},
      {"measure", text, true, "level, growth, share, rank or change"},
      {"basis", text, false, "what growth and change are measured against: yoy, period, since:PERIOD, cagr, multi"},
      {"indicator", text, false, "what is measured, as printed"},
      {"area", text, false, "the place it speaks of"},
      {"entity", text, false, "company, platform or product"},
      {"period", text, false, "2022, 2022-H1, 2022-Q3, 2022-08, 2022-11-25, A/B; a stock at a date begins with @"},
      {"status", text, true, "actual, forecast or target"},
      {"sure", boolean, true, "the program is sure of every field"},
      {"line_start", integer, true, "first line of the sentence in the text"},
      {"line_end", integer, true, "last line of the sentence"},
      {"issue", text, true, "key of the issue"},
      {"article", integer, true, "number of the article in the issue"},
      {"article_id", text, true, "names the article"},
      {"section", text, false, "column of the bulletin"},
      {"date", day, false, "of the article, else of the issue"},
      {"sources", text, false, "names in the source line of the article"},
      {"digits", text, false, "digits as printed"},
      {"step", number, true, "worth of the last printed digit in base units"},
      {"indicator_code", text, false, "code of the indicator in the lexicon"},
      {"area_code", text, false, "division code or ISO 3166"},
      {"entity_id", text, false, "id in the lexicons"},
      {"reporter", text, false, "who reports the number"},
      {"reporter_id", text, false, "id in the lexicons"},
      {"part_of", text, false, "id of the observation of the whole"},
      {"share_of", text, false, "what a share is a share of"},
      {"doubts", text, false, "why the program is not sure"},
      {"corrections", text, false, "fields that somebody corrected: what was read, what it was set to, who, when and why"},
  };
}

std::vector<Cell> observation_cells(const ReportedObservation& reported) {
  const Observation& o = reported.observation;
  const Origin& origin = reported.origin;
  return {
      o.id,
      origin.file,
      origin.title,
      o.quote,
      o.text,
      o.value,
      o.value_max ? Cell(*o.value_max) : Cell(),
      text_cell(o.unit),
      std::string(1, o.approx),
      std::string(name_of(o.measure)),
      text_cell(o.basis),
      text_cell(o.indicator),
      text_cell(o.area),
      text_cell(o.entity),
      text_cell(o.period),
      std::string(name_of(o.status)),
      o.sure,
      std::int64_t{o.line_start},
      std::int64_t{o.line_end},
      origin.issue,
      std::int64_t{origin.article},
      origin.article_id,
      text_cell(origin.section),
      text_cell(origin.date),
      text_cell(joined(origin.sources)),
      text_cell(o.digits),
      o.step,
      text_cell(o.indicator_code),
      text_cell(o.area_code),
      text_cell(o.entity_id),
      text_cell(o.reporter),
      text_cell(o.reporter_id),
      text_cell(o.part_of),
      text_cell(o.share_of),
      text_cell(joined(o.doubts)),
      text_cell(corrections_text(reported.corrections)),
  };
}

}  // namespace fengbiao
