#include "publish/cited_policy_record.h"

namespace fengbiao {

void write_cited_documents_json(JsonWriter& w, const std::vector<CitedDocument>& cited, const PolicyRegister& all) {
  w.open('[');
  for (const CitedDocument& c : cited) {
    w.open('{');
    w.field("title", c.document.title);
    w.text_or_null("number", c.document.number);
    w.field("articles", c.articles);
    w.key("policies");
    w.open('[');
    for (const PolicyEntry* entry : all.cited(c.document)) w.value(entry->id);
    w.close(']');
    w.close('}');
  }
  w.close(']');
}

void write_followers_json(JsonWriter& w, const PolicyFollowers& followers) {
  w.open('{');
  w.key("packs");
  w.open('[');
  for (const CompliancePack* pack : followers.packs) {
    w.open('{');
    w.field("pack", pack->id);
    w.text_or_null("name", pack->name.en);
    w.text_or_null("name_zh", pack->name.zh);
    w.key("rules");
    w.open('[');
    for (const ComplyRule& rule : pack->rules) {
      w.open('{');
      w.field("rule", rule.id);
      w.text_or_null("name", rule.name.en);
      w.text_or_null("name_zh", rule.name.zh);
      w.text_or_null("article", rule.article);
      w.close('}');
    }
    w.close(']');
    w.close('}');
  }
  w.close(']');
  w.key("decisions");
  w.open('[');
  for (const auto& [decision, articles] : followers.decisions) {
    w.open('{');
    w.field("id", decision->id);
    w.text_or_null("name", decision->name.en);
    w.text_or_null("name_zh", decision->name.zh);
    w.field("articles", articles);
    w.close('}');
  }
  w.close(']');
  w.close('}');
}

}  // namespace fengbiao
