#include "engine/record_json.h"

#include "text/chars.h"

namespace fengbiao {
namespace {

// The keys that every record begins with.
void begin(JsonWriter& w, const RecordPlace& place, std::string_view kind, Span span) {
  const Span printed = place.printed(span);
  w.open('{');
  w.field("kind", kind);
  w.field("file", place.file);
  w.field("line_start", place.passage.line_at(printed.begin));
  w.field("line_end", place.passage.line_at(printed.end));
  w.key("span");
  w.open('[');
  w.value(place.passage.offset + printed.begin);
  w.value(place.passage.offset + printed.end);
  w.close(']');
  w.field("text", slice(place.passage.text, printed));
}

void candidates(JsonWriter& w, const std::vector<NameCandidate>& list) {
  w.key("candidates");
  w.open('[');
  for (const NameCandidate& c : list) {
    w.open('{');
    w.field("id", c.id);
    w.field("name", c.name);
    w.close('}');
  }
  w.close(']');
}

}  // namespace

Span RecordPlace::printed(Span span) const { return trim(passage.text, folded.original(span.begin, span.end)); }
std::string_view RecordPlace::words(Span span) const { return slice(passage.text, printed(span)); }

std::string record_json(const RecordPlace& place, const Quantity& quantity) {
  JsonWriter w;
  begin(w, place, "quantity", quantity.span);
  w.field("value", quantity.value);
  w.field("value_max", quantity.value_max);
  w.text_or_null("unit", quantity.unit);
  w.field("unit_kind", name_of(quantity.kind));
  w.text_or_null("printed_unit", quantity.printed_unit);
  w.field("approx", std::string(1, mark_of(quantity.approx)));
  w.text_or_null("hedge", quantity.hedge.empty() ? std::string_view() : place.words(quantity.hedge));
  w.field("digits", place.words(quantity.number.digits));
  w.field("step", quantity.step);
  w.field("rule", quantity.rule);
  w.close('}');
  return w.take();
}

std::string record_json(const RecordPlace& place, const TimeInText& found) {
  const Time& time = found.time;
  JsonWriter w;
  begin(w, place, "time", time.span);
  w.field("time_kind", name_of(time.kind));
  w.field("partial", time.partial);
  w.text_or_null("value", found.resolved.value);
  const auto day = [&](std::string_view key, const std::optional<Date>& date) {
    w.key(key);
    if (date) w.value(date->iso());
    else w.null();
  };
  day("start", found.resolved.start);
  day("end", found.resolved.end);
  w.field("use", name_of(found.use));
  w.text_or_null("completed_from", found.resolved.from);
  w.text_or_null("why_not", found.resolved.why_not);
  w.field("rule", time.rule);
  w.close('}');
  return w.take();
}

std::string record_json(const RecordPlace& place, const Number& number) {
  JsonWriter w;
  begin(w, place, "numeral", number.span);
  w.field("value", number.value);
  w.field("value_max", number.value_max);
  w.field("step", number.step);
  w.field("digits", place.words(number.digits));
  w.close('}');
  return w.take();
}

std::string record_json(const RecordPlace& place, const Name& name) {
  JsonWriter w;
  begin(w, place, name_of(name.kind), name.span);
  w.text_or_null("name", name.canonical);
  w.text_or_null("id", name.id);
  w.text_or_null("code", name.code);
  candidates(w, name.candidates);
  w.field("by_form", name.by_form);
  w.field("rule", name.rule);
  w.text_or_null("why", name.why);
  w.close('}');
  return w.take();
}

std::string record_json(const RecordPlace& place, const Address& address) {
  JsonWriter w;
  begin(w, place, "address", address.span);
  w.text_or_null("province", address.province);
  w.text_or_null("city", address.city);
  w.text_or_null("county", address.county);
  w.text_or_null("town", address.town);
  w.text_or_null("village", address.village);
  w.text_or_null("road", address.road);
  w.text_or_null("house", address.house);
  w.text_or_null("code", address.code);
  candidates(w, address.candidates);
  w.text_or_null("why", address.why);
  w.close('}');
  return w.take();
}

}  // namespace fengbiao
