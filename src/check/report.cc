#include "check/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "text/characters.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::size_t kContext = 5;         // characters shown on either side of a mark or short word
constexpr std::size_t kLongEnough = 8;      // characters that are shown by themselves
constexpr std::size_t kLongestTitle = 600;  // bytes
constexpr std::ptrdiff_t kShortest = 4;     // characters of a clause that are shown without its neighbours
constexpr std::uint32_t kFarthest = 64;     // bytes looked at for them

const Article* article_of(const Issue& issue, std::uint32_t n) {
  if (n > 0 && n <= issue.articles.size() && issue.articles[n - 1].n == n) return &issue.articles[n - 1];
  const auto found = std::ranges::find(issue.articles, n, &Article::n);
  return found == issue.articles.end() ? nullptr : &*found;
}

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }
bool counted(char c) { return begins_character(c) && c != ' ' && c != '\n' && c != '\r' && c != '\t'; }

// Every record carries the title; where a whole text was taken for one, its beginning does.
std::size_t title_end(std::string_view title) {
  std::size_t end = std::min(title.size(), kLongestTitle);
  while (end > 0 && end < title.size() && !begins_character(title[end])) --end;
  return end;
}

bool in_word(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.'; }

// A mark that ends a sentence; words shown do not go beyond it.
bool ends_sentence(std::string_view text, std::uint32_t at) {
  std::uint32_t size = 0;
  const std::uint32_t unit = Characters::unit_at(text, at, size);
  return unit == kFullStop || unit == 0xFF01 || unit == 0xFF1F;
}

bool parts_clauses(std::string_view text, std::uint32_t at) {
  std::uint32_t size = 0;
  const std::uint32_t unit = Characters::unit_at(text, at, size);
  return is_comma(unit) || unit == kWideSemicolon || unit == ';' || unit == kWideColon || unit == ':';
}

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Records in order of the text; an article's characters are counted once.
template <class Record>
void number(std::vector<Record>& records, const Issue& issue, std::string_view kept, char letter) {
  std::set<std::string> taken;
  const Article* article = nullptr;
  std::uint32_t counted_to = 0;
  std::size_t position = 0;
  for (Record& r : records) {
    const Article* const here = article_of(issue, r.at.origin.article);
    if (here != article || r.at.span.begin < counted_to) {
      article = here;
      counted_to = article ? std::min(article->span().begin, r.at.span.begin) : 0;
      position = 0;
    }
    for (; counted_to < r.at.span.begin; ++counted_to) position += counted(kept[counted_to]);
    const std::string wanted = fmt::format("{}-{}{}", article ? article->id : issue.key, letter, position);
    r.id = wanted;
    for (int n = 2; !taken.insert(r.id).second; ++n) r.id = fmt::format("{}-{}", wanted, n);
  }
}

auto order(const CheckedPlace& at, const std::string& rule) {
  return std::tuple(at.origin.article, at.span.begin, at.span.end, std::string_view(rule));
}

}  // namespace

Origin origin_of(const Issue& issue, std::uint32_t n) {
  Origin origin;
  origin.issue = issue.key;
  origin.file = issue.file;
  origin.article = n;
  if (const Article* const article = article_of(issue, n)) {
    origin.article_id = article->id;
    origin.section = article->section;
    origin.title = article->title.substr(0, title_end(article->title));
    origin.date = article->date.value_or(issue.masthead.date.value_or(""));
    origin.sources = article->sources;
  }
  return origin;
}

Report::Report(const Issue& issue, std::string_view kept, const Listing* listing) : issue_(issue), kept_(kept), listing_(listing) {
  for (std::size_t at = kept.find('\n'); at != kept.npos; at = kept.find('\n', at + 1))
    line_ends_.push_back(static_cast<std::uint32_t>(at));
}

std::uint32_t Report::line_of(std::uint32_t at) const {
  return 1 + static_cast<std::uint32_t>(std::ranges::lower_bound(line_ends_, at) - line_ends_.begin());
}

// As many characters on either side as make a short span known again; never over the line's end of its own paragraph's sentence. What is
// no figure is shown as far as the next marks where that is long enough.
Span Report::words_around(Span span) const {
  std::size_t inside = 0;
  for (std::uint32_t i = span.begin; i < span.end; ++i) inside += counted(kept_[i]);
  if (inside >= kLongEnough) return span;
  if (!has_digit(slice(kept_, span))) {
    const Span clause = context_of(span, true);
    if (std::ranges::count_if(slice(kept_, clause), counted) >= kShortest) return clause;
  }
  return context_of(span, false);
}

Span Report::context_of(Span span, bool in_clause) const {
  const std::uint32_t low = span.begin > kFarthest ? span.begin - kFarthest : 0;
  const auto high = std::min<std::uint32_t>(static_cast<std::uint32_t>(kept_.size()), span.end + kFarthest);
  Span out = span;
  std::size_t seen = 0;
  for (std::uint32_t at = span.begin; at > low && seen < kContext;) {
    do --at;
    while (at > low && !begins_character(kept_[at]));
    // Behind a stop the words before it are shown; elsewhere those of the sentence alone.
    if (!begins_character(kept_[at]) || kept_[at] == '\n' || (seen > 0 && ends_sentence(kept_, at)) ||
        (in_clause && parts_clauses(kept_, at)))
      break;
    if (counted(kept_[at])) ++seen, out.begin = at;
  }
  seen = 0;
  for (std::uint32_t at = span.end; at < high && seen < kContext;) {
    std::uint32_t size = 0;
    Characters::unit_at(kept_, at, size);
    if (size == 0 || kept_[at] == '\n' || ends_sentence(kept_, at) || (in_clause && parts_clauses(kept_, at))) break;
    if (counted(kept_[at])) ++seen, out.end = at + size;
    at += size;
  }
  // No number or Latin word is cut in two.
  while (out.begin > low && in_word(kept_[out.begin]) && in_word(kept_[out.begin - 1])) --out.begin;
  while (out.end < high && in_word(kept_[out.end - 1]) && in_word(kept_[out.end])) ++out.end;
  return out;
}

CheckedPlace Report::place(const Spot& spot) const {
  CheckedPlace out;
  out.origin = origin_of(issue_, spot.article);
  out.span = spot.span;
  out.quote_span = spot.quote.empty() ? words_around(spot.span) : spot.quote;
  const Article* const article = article_of(issue_, spot.article);
  // Lines of wrapped words are joined as in the article; what stands outside its title and paragraphs is taken as it is.
  out.quote = article ? printed_words(*article, kept_, out.quote_span) : "";
  if (out.quote.empty()) {
    out.quote = std::string(slice(kept_, out.quote_span));
    std::erase(out.quote, '\n');
    std::erase(out.quote, '\r');
  }
  out.line_start = line_of(out.span.begin);
  out.line_end = line_of(std::max(out.span.begin, out.span.end - 1));
  return out;
}

void Report::flag(const Flaw& flaw) { add(flaw); }

Finding* Report::add(const Flaw& flaw) {
  if (flaw.rule->off) return nullptr;
  if (listing_) {
    Listed& listed = listed_[{flaw.at.article, flaw.rule->id}];
    if (++listed.findings > listing_->most + 1) {
      ++findings_[listed.last].not_listed;
      return nullptr;
    }
    listed.last = findings_.size();
  }
  Finding f;
  f.rule = flaw.rule->id;
  f.kind = flaw.rule->kind;
  f.severity = flaw.rule->severity;
  f.confidence = flaw.confidence < 0 ? flaw.rule->confidence : flaw.confidence;
  f.at = place(flaw.at);
  if (flaw.other) f.other = place(*flaw.other);
  else f.other = flaw.elsewhere;
  f.explain = flaw.rule->words(flaw.variant, flaw.values);
  f.suggestion = flaw.suggestion;
  if (!flaw.question.empty()) f.question = flaw.rule->words(flaw.question, flaw.values);
  findings_.push_back(std::move(f));
  return &findings_.back();
}

void Report::state(const Statement& s) {
  if (s.rule->off) return;
  Relation r;
  r.rule = s.rule->id;
  r.at = place(s.at);
  if (s.other) r.other = place(*s.other);
  else r.other = s.elsewhere;
  r.relation = s.relation;
  r.verdict = s.verdict;
  Values values = s.values;
  values.emplace_back("relation", s.relation);
  if (s.verdict == Verdict::cannot_tell) r.reason = std::string(s.reason);
  if (s.verdict == Verdict::contradicts || s.worth_telling) {
    Finding* const finding = add({.rule = s.rule,
                                  .at = s.at,
                                  .values = values,
                                  .variant = s.variant,
                                  .suggestion = s.suggestion,
                                  .confidence = s.confidence,
                                  .other = s.other,
                                  .elsewhere = s.elsewhere,
                                  .question = s.question});
    if (finding) finding->relation = s.relation;
    r.explain = s.rule->words(s.variant, values);
  } else {
    r.explain = {s.rule->name.zh + ": " + s.relation, s.rule->name.en + ": " + s.relation};
  }
  relations_.push_back(std::move(r));
}

IssueChecks Report::finish() {
  IssueChecks out;
  for (Finding& f : findings_)
    if (f.not_listed > 0) {
      const std::string n = std::to_string(f.not_listed);
      f.explain = {filled(listing_->more.zh, {{"says", f.explain.zh}, {"n", n}}),
                   filled(listing_->more.en, {{"says", f.explain.en}, {"n", n}})};
    }
  listed_.clear();
  const auto less = [](const auto& a, const auto& b) { return order(a.at, a.rule) < order(b.at, b.rule); };
  std::ranges::stable_sort(findings_, less);
  std::ranges::stable_sort(relations_, less);
  number(findings_, issue_, kept_, 'f');
  number(relations_, issue_, kept_, 'r');
  for (const Relation& r : relations_) {
    ++out.coverage.relations;
    out.coverage.holds += r.verdict == Verdict::holds;
    out.coverage.contradicts += r.verdict == Verdict::contradicts;
    out.coverage.cannot_tell += r.verdict == Verdict::cannot_tell;
  }
  out.findings = std::move(findings_);
  out.relations = std::move(relations_);
  findings_.clear();
  relations_.clear();
  return out;
}

}  // namespace fengbiao
