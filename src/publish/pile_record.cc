#include "publish/pile_record.h"

namespace fengbiao {
namespace {

void write_spot(JsonWriter& w, const FigureSpot& spot) {
  w.open('{');
  w.field("text", spot.text);
  w.field("value", spot.value);
  w.text_or_null("unit", spot.unit);
  w.field("quote", spot.quote);
  w.field("paragraph", std::uint64_t{spot.paragraph});
  w.field("begin", std::uint64_t{spot.span.begin});
  w.field("end", std::uint64_t{spot.span.end});
  w.close('}');
}

void write_changes(JsonWriter& w, const std::vector<FigureChange>& changes) {
  w.objects("changes", changes, [&](const FigureChange& change) {
    w.field("kind", change.rounded ? "rounded" : "changed");
    w.key("first");
    write_spot(w, change.first);
    w.key("other");
    write_spot(w, change.other);
  });
}

void write_told(JsonWriter& w, const std::optional<ToldBefore>& told) {
  w.key("told");
  if (!told) return w.null();
  w.open('{');
  w.field("issue", told->issue);
  w.field("n", std::uint64_t{told->n});
  w.field("id", told->id);
  w.field("title", told->title);
  w.text_or_null("date", told->date);
  w.field("likeness", told->of_smaller);
  write_changes(w, told->changes);
  w.close('}');
}

void write_column(JsonWriter& w, const ColumnProposal& proposal) {
  w.key("column");
  if (proposal.columns.empty()) return w.null();
  w.open('{');
  w.field("name", proposal.columns.front().label);
  w.objects("all", proposal.columns, [&](const LinearModel::Score& score) {
    w.field("name", score.label);
    w.field("probability", score.probability);
  });
  w.objects("reasons", proposal.reasons, [&](const ColumnProposal::Reason& reason) {
    w.field("what", reason.what);
    w.field("weight", reason.weight);
  });
  w.close('}');
}

void write_relevance(JsonWriter& w, const Relevance& relevance) {
  w.key("relevance");
  w.open('{');
  w.field("value", relevance.value);
  w.field("nearness", relevance.nearness);
  w.objects("words", relevance.reasons, [&](const Relevance::Word& word) {
    w.field("word", word.word);
    w.field("weight", word.weight);
  });
  w.close('}');
}

void write_summary(JsonWriter& w, const Summary& summary) {
  w.key("summary");
  w.open('{');
  w.field("characters", std::uint64_t{summary.characters});
  w.field("over", summary.over);
  w.objects("sentences", summary.sentences, [&](const SummarySentence& s) {
    w.field("text", s.text);
    w.field("paragraph", std::uint64_t{s.paragraph});
    w.field("begin", std::uint64_t{s.span.begin});
    w.field("end", std::uint64_t{s.span.end});
    w.field("figures", std::uint64_t{s.figures});
    w.field("of_title", s.of_title);
    w.field("of_text", s.of_text);
  });
  w.close('}');
}

}  // namespace

void write_sorted_text_json(JsonWriter& w, const std::vector<PileText>& texts, const SortedPile& pile, std::size_t row) {
  const PileText& text = texts[row];
  const SortedText& sorted = pile[row];
  w.open('{');
  w.field("id", text.id);
  w.field("title", text.title);
  w.field("sources", text.sources);
  w.text_or_null("date", text.date);
  w.field("story", texts[sorted.story].id);
  w.field("first", sorted.story == row);
  w.field("first_sure", sorted.first_sure);
  w.key("likeness");
  if (sorted.story == row) w.null();
  else w.value(sorted.of_smaller);
  write_changes(w, sorted.changes);
  write_told(w, sorted.told);
  write_column(w, sorted.column);
  write_relevance(w, sorted.relevance);
  write_summary(w, sorted.summary);
  w.close('}');
}

}  // namespace fengbiao
