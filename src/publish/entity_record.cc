#include "publish/entity_record.h"

#include <fmt/format.h>

#include "publish/record_parts.h"

namespace fengbiao {

void write_entity_fields(JsonWriter& w, const EntityEntry& entry) {
  w.field("kind", entry.kind);
  w.field("name", entry.canonical);
  w.text_or_null("id", entry.id);
  w.text_or_null("code", entry.code);
  w.key("called");
  w.open('{');
  for (const auto& [name, count] : entry.called) w.field(name, count);
  w.close('}');
  w.field("mentions", static_cast<std::uint64_t>(entry.mentions.size()));
  w.field("articles", entry.articles);
  w.field("issues", entry.issues);
  w.text_or_null("first", entry.first);
  w.text_or_null("last", entry.last);
}

void write_mention_json(JsonWriter& w, const Mention& m) {
  w.open('{');
  w.text_or_null("date", m.date);
  w.field("issue", m.issue);
  w.field("article", m.article);
  w.field("article_title", m.article_title);
  w.field("text", m.printed);
  write_span(w, "span", m.span);
  w.field("quote", m.quote);
  w.field("rule", m.rule);
  w.close('}');
}

std::vector<std::string> entity_columns() {
  return {"id", "kind", "name", "code", "called", "mentions", "articles", "issues", "first", "last"};
}

std::vector<std::string> entity_row(const EntityEntry& e) {
  std::vector<std::string> names;
  for (const auto& [name, count] : e.called) names.push_back(name);
  return {e.id,
          e.kind,
          e.canonical,
          e.code,
          joined(names),
          fmt::format("{}", e.mentions.size()),
          fmt::format("{}", e.articles),
          fmt::format("{}", e.issues),
          e.first,
          e.last};
}

}  // namespace fengbiao
