#include "engine/search_words.h"

#include <fmt/format.h>

namespace fengbiao {

Phrase reason_words(const Phrases& phrases, const HitReason& reason) {
  const bool once = reason.kind == HitReasonKind::times && reason.number == 1;
  return phrases.in("search", once ? "once" : name_of(reason.kind))
      .with("words", reason.words)
      .with("asked", reason.asked)
      .with("n", fmt::format("{}", reason.number));
}

Phrase note_words(const Phrases& phrases, const QueryNote& note) {
  return phrases.in("search", name_of(note.kind)).with("words", note.word);
}

}  // namespace fengbiao
