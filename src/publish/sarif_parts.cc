#include "publish/sarif_parts.h"

#include <fmt/format.h>

namespace fengbiao {

std::string sarif_uri(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) out += c;
    else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out == "-" ? "stdin" : out;
}

void open_sarif_rules(JsonWriter& w, std::string_view version) {
  w.open('{');
  w.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  w.field("version", "2.1.0");
  w.key("runs");
  w.open('[');
  w.open('{');
  w.key("tool");
  w.open('{');
  w.key("driver");
  w.open('{');
  w.field("name", "fengbiao");
  w.field("version", version);
  w.field("language", "en");
  w.key("rules");
  w.open('[');
}

void open_sarif_results(JsonWriter& w) {
  w.close(']');
  w.close('}');
  w.close('}');
  w.field("columnKind", "unicodeCodePoints");
  w.key("results");
  w.open('[');
}

std::string sarif_end(bool complete, const WriteMore& properties) {
  JsonWriter w;
  w.open('{');
  w.key("invocations");
  w.open('[');
  w.open('{');
  w.field("executionSuccessful", complete);
  w.close('}');
  w.close(']');
  w.key("properties");
  w.open('{');
  properties(w);
  w.close('}');
  w.close('}');
  return "\n]," + w.take().substr(1) + "]}\n";
}

void write_sarif_message(JsonWriter& w, std::string_view name, const Wording& words, std::string_view more) {
  w.key(name);
  w.open('{');
  w.field("text", (words.en.empty() ? words.zh : words.en) + std::string(more));
  if (name != "message") {
    w.key("properties");
    w.open('{');
    w.field("zh", words.zh);
    w.close('}');
  }
  w.close('}');
}

void write_sarif_text(JsonWriter& w, std::string_view name, std::string_view text) {
  w.key(name);
  w.open('{');
  w.field("text", text);
  w.close('}');
}

void write_sarif_artifact(JsonWriter& w, std::string_view shown) {
  w.key("artifactLocation");
  w.open('{');
  w.field("uri", sarif_uri(shown));
  w.close('}');
}

void write_sarif_region(JsonWriter& w, std::string_view name, const LineIndex& lines, std::string_view kept, Span span, bool with_words) {
  const LinePlace from = lines.place(span.begin), to = lines.place(span.end);
  w.key(name);
  w.open('{');
  w.field("startLine", from.line);
  w.field("startColumn", from.column);
  w.field("endLine", to.line);
  w.field("endColumn", to.column);
  if (with_words) write_sarif_text(w, "snippet", slice(kept, span));
  w.close('}');
}

void write_sarif_suppression(JsonWriter& w, std::string_view justification) {
  w.key("suppressions");
  w.open('[');
  w.open('{');
  w.field("kind", "external");
  w.field("status", "accepted");
  w.field("justification", justification);
  w.close('}');
  w.close(']');
}

}  // namespace fengbiao
