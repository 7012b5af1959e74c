#include "publish/candidate_record.h"

#include <string_view>

#include "base/json.h"
#include "publish/pile_record.h"

namespace fengbiao {
namespace {

template <class Items, class Write>
std::string list_json(std::string_view name, const Items& items, const Write& write) {
  JsonWriter w;
  w.open('{');
  w.objects(name, items, [&](const auto& item) { write(w, item); });
  w.close('}');
  return w.take();
}

void write_candidate(JsonWriter& w, const CandidatePile& pile, std::size_t row) {
  const NewsCandidate& c = pile.candidates[row];
  w.field("id", c.id);
  w.field("url", c.url);
  w.field("feed", c.feed);
  w.text_or_null("title", c.title);
  w.text_or_null("author", c.author);
  w.text_or_null("source", c.source);
  w.text_or_null("date", c.date);
  w.field("paragraphs", c.paragraphs);
  w.field("fetched", c.fetched);
  w.field("whole", c.whole);
  w.key("sorted");
  write_sorted_text_json(w, pile.texts, pile.sorted, row);
}

}  // namespace

std::string feeds_json(const std::vector<WatchedFeed>& feeds) {
  return list_json("feeds", feeds, [](JsonWriter& w, const WatchedFeed& f) {
    w.field("url", f.url);
    w.text_or_null("form", f.form);
    w.text_or_null("title", f.title);
    w.text_or_null("home", f.home);
    w.field("added", f.added);
    w.text_or_null("asked", f.asked);
    w.text_or_null("answered", f.answered);
    w.text_or_null("not_before", f.not_before);
    w.field("failures", f.failures);
  });
}

void write_candidate_json(JsonWriter& w, const CandidatePile& pile, std::size_t row) {
  w.open('{');
  write_candidate(w, pile, row);
  w.close('}');
}

std::string candidates_json(const CandidatePile& pile, std::span<const std::size_t> rows) {
  return list_json("candidates", rows, [&](JsonWriter& w, std::size_t row) { write_candidate(w, pile, row); });
}

std::string fetches_json(const std::vector<FetchRecord>& records) {
  return list_json("fetches", records, [](JsonWriter& w, const FetchRecord& r) {
    w.field("number", r.number);
    w.field("at", r.at);
    w.text_or_null("feed", r.feed);
    w.field("url", r.url);
    w.text_or_null("final_url", r.final_url);
    w.field("status", r.status);
    w.field("bytes", r.bytes);
    w.field("outcome", r.outcome);
    w.text_or_null("what", r.what);
  });
}

std::string collect_report_json(const CollectReport& report, bool interrupted) {
  JsonWriter w;
  w.open('{');
  w.objects("feeds", report.feeds, [&](const FeedReport& f) {
    w.field("url", f.url);
    w.text_or_null("title", f.title);
    w.field("outcome", f.outcome);
    w.text_or_null("what", f.what);
    w.field("items", static_cast<std::uint64_t>(f.items));
    w.field("added", static_cast<std::uint64_t>(f.added));
    w.field("without_text", static_cast<std::uint64_t>(f.without_text));
    w.field("left", static_cast<std::uint64_t>(f.left));
    w.field("found", f.found);
  });
  w.field("failed", static_cast<std::uint64_t>(report.failed()));
  w.field("added", static_cast<std::uint64_t>(report.added()));
  w.field("interrupted", interrupted);
  w.close('}');
  return w.take();
}

}  // namespace fengbiao
