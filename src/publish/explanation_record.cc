#include "publish/explanation_record.h"

#include "publish/record_parts.h"

namespace fengbiao {

void write_explanation_fields(JsonWriter& w, const RecordExplanation& e) {
  w.field("made_today", e.made_today);
  write_span(w, "mark", e.mark);
  w.text_or_null("rule", e.rule);
  w.text_or_null("note", e.note);
  w.key("fields");
  w.open('[');
  for (const RecordExplanation::Field& f : e.fields) {
    w.open('{');
    w.field("field", f.name);
    w.text_or_null("value", f.value);
    w.field("differs", f.differs);
    w.text_or_null("read", f.differs ? f.read : f.value);
    w.text_or_null("rule", f.rule);
    w.text_or_null("words", f.words);
    w.text_or_null("note", f.note);
    w.key("correction");
    if (f.correction) write_correction(w, *f.correction);
    else w.null();
    w.close('}');
  }
  w.close(']');
  w.key("dropped");
  w.open('[');
  for (const RecordExplanation::Dropped& d : e.dropped) {
    w.open('{');
    w.field("words", d.words);
    w.field("what", d.what);
    w.field("why", d.why);
    w.close('}');
  }
  w.close(']');
}

}  // namespace fengbiao
