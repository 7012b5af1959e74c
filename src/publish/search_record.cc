#include "publish/search_record.h"

#include "engine/search_words.h"
#include "publish/series_record.h"

namespace fengbiao {
namespace {

void pieces(JsonWriter& w, std::string_view key, const std::vector<SnippetPiece>& list) {
  w.key(key);
  w.open('[');
  for (const SnippetPiece& piece : list) {
    w.open('{');
    w.field("text", piece.text);
    w.field("mark", piece.mark);
    w.close('}');
  }
  w.close(']');
}

void both_languages(JsonWriter& w, const Phrase& phrase) {
  w.field("text", phrase.en);
  w.field("text_zh", phrase.zh);
}

// Places in what was typed count UTF-16 units, so that a browser can slice.
std::uint64_t utf16_units(std::string_view text) {
  std::uint64_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    units += (byte & 0xC0) != 0x80;
    units += byte >= 0xF0;
  }
  return units;
}

void query(JsonWriter& w, const SearchPage& page, const Phrases& phrases) {
  w.key("query");
  w.open('{');
  w.field("typed", page.query.typed);
  w.field("read", page.read);
  w.key("terms");
  w.open('[');
  each_leaf(page.query.root, [&](const QueryNode& leaf, bool excluded) {
    w.open('{');
    w.field("words", leaf.words);
    w.field("field", name_of(leaf.field));
    w.field("excluded", excluded);
    w.key("also");
    w.open('[');
    for (const QueryAlternative& a : leaf.also) {
      w.open('{');
      w.field("words", a.words);
      w.field("why", a.why);
      w.field("weight", a.weight);
      w.close('}');
    }
    w.close(']');
    w.close('}');
  });
  w.close(']');
  w.key("notes");
  w.open('[');
  for (const QueryNote& note : page.query.notes) {
    w.open('{');
    w.field("kind", name_of(note.kind));
    const std::string_view typed = page.query.typed;
    w.field("begin", utf16_units(typed.substr(0, note.at.begin)));
    w.field("end", utf16_units(typed.substr(0, note.at.end)));
    w.text_or_null("perhaps", note.perhaps);
    both_languages(w, note_words(phrases, note));
    w.close('}');
  }
  w.close(']');
  w.close('}');
}

void item(JsonWriter& w, const SearchItem& it, const Phrases& phrases) {
  w.open('{');
  w.field("id", it.id);
  w.field("title", it.title);
  w.field("issue", it.issue);
  w.text_or_null("date", it.date);
  w.text_or_null("section", it.section);
  w.field("sources", it.sources);
  pieces(w, "title_marked", it.snippet.title);
  pieces(w, "snippet", it.snippet.body);
  w.key("why");
  w.open('[');
  for (const HitReason& reason : it.reasons) {
    w.open('{');
    w.field("reason", name_of(reason.kind));
    both_languages(w, reason_words(phrases, reason));
    w.close('}');
  }
  w.close(']');
  w.field("score", it.score);
  w.key("same_story");
  w.open('[');
  for (const NeighbourArticle& twin : it.same_story) write_neighbour_json(w, twin);
  w.close(']');
  w.close('}');
}

void answer(JsonWriter& w, const SearchAnswer& a) {
  w.open('{');
  w.field("indicator", a.words);
  w.field("exact", a.exact);
  w.text_or_null("period", a.period);
  w.text_or_null("from", a.from);
  w.text_or_null("to", a.to);
  w.key("series");
  w.open('[');
  for (const Series& s : a.series) write_series_json(w, a.gathered->all, s, true);
  w.close(']');
  w.field("told_for", a.told_for);
  w.close('}');
}

}  // namespace

void write_neighbour_json(JsonWriter& w, const NeighbourArticle& article) {
  w.open('{');
  w.field("id", article.id);
  w.field("title", article.title);
  w.field("issue", article.issue);
  w.text_or_null("date", article.date);
  w.field("why", article.shared);
  w.close('}');
}

std::string search_json(const SearchPage& page, const SearchEngine& engine) {
  JsonWriter w;
  w.open('{');
  query(w, page, engine.phrases());
  w.field("total", page.total);
  w.key("items");
  w.open('[');
  for (const SearchItem& it : page.items) item(w, it, engine.phrases());
  w.close(']');
  w.key("facets");
  w.open('{');
  for (const Facet& facet : page.facets) {
    w.key(name_of(facet.column));
    w.open('[');
    for (const FacetValue& value : facet.values) {
      w.open('{');
      w.field("value", value.value);
      w.field("count", value.count);
      w.close('}');
    }
    w.close(']');
  }
  w.close('}');
  w.key("over_time");
  w.open('[');
  for (const auto& [month, count] : page.over_time) {
    w.open('{');
    w.field("period", month);
    w.field("count", count);
    w.close('}');
  }
  w.close(']');
  w.field("did_you_mean", page.did_you_mean);
  w.key("answer");
  if (page.answer) answer(w, *page.answer);
  else w.null();
  w.text_or_null("next", page.next);
  w.key("index");
  w.open('{');
  w.field("state", name_of(page.index));
  w.field("documents", page.documents);
  w.field("generation", engine.generation());
  w.field("moved", page.moved);
  w.close('}');
  w.close('}');
  return w.take();
}

}  // namespace fengbiao
