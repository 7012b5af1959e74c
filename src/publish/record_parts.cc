#include "publish/record_parts.h"

#include <fmt/format.h>

namespace fengbiao {

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += kItemSeparator;
    out += item;
  }
  return out;
}

void write_origin(JsonWriter& w, const Origin& origin) {
  w.field("issue", origin.issue);
  w.field("article", origin.article);
  w.text_or_null("article_id", origin.article_id);
  w.text_or_null("section", origin.section);
  w.text_or_null("date", origin.date);
  w.field("sources", origin.sources);
}

void write_span(JsonWriter& w, std::string_view name, Span span) {
  w.key(name);
  w.open('[');
  w.value(span.begin);
  w.value(span.end);
  w.close(']');
}

void write_correction_fields(JsonWriter& w, const Correction& c) {
  w.field("number", c.number);
  w.field("field", c.field);
  w.text_or_null("read", c.read);
  w.field("value", c.value);
  w.field("why", c.why);
  w.field("by", c.by);
  w.field("at", c.at);
}

void write_correction(JsonWriter& w, const Correction& c) {
  w.open('{');
  write_correction_fields(w, c);
  w.close('}');
}

void write_corrections(JsonWriter& w, const std::vector<Correction>& corrections) {
  w.key("corrections");
  w.open('[');
  for (const Correction& c : corrections) write_correction(w, c);
  w.close(']');
}

std::string corrections_text(const std::vector<Correction>& corrections) {
  std::vector<std::string> items;
  for (const Correction& c : corrections)
    items.push_back(fmt::format("{}: {} -> {} ({}, {}: {})", c.field, c.read.empty() ? "unknown" : c.read, c.value.value_or("unknown"),
                                c.by, c.at, c.why));
  return joined(items);
}

Cell text_cell(std::string_view text) { return text.empty() ? Cell() : Cell(std::string(text)); }

}  // namespace fengbiao
