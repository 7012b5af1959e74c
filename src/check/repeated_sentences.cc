#include "check/repeated_sentences.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/punctuation.h"

namespace fengbiao {
namespace {

enum class SayingUse : std::uint8_t { saying };
constexpr std::array<std::string_view, 1> kUses{"saying"};

constexpr std::size_t kRun = 4;         // characters of a run by which clauses are known
constexpr std::size_t kShortest = 17;   // characters of a clause that is compared
constexpr std::size_t kProse = 60;      // percent of Chinese characters in prose
constexpr std::size_t kSentence = 20;   // characters of a sentence that counts in another article
constexpr std::size_t kWhole = 16;      // characters of a sentence that counts when it stands word for word
constexpr std::size_t kUnquoted = 10;   // of these so many outside quotes
constexpr std::size_t kRunning = 16;    // characters of several clauses that stand word for word
constexpr std::size_t kVerbatim = 30;   // likewise, where they are part of a sentence, in another article or with figures
constexpr std::size_t kFollowing = 16;  // clauses in a row that are compared
constexpr std::size_t kBeside = 6;      // characters of a clause that stands twice in a row
constexpr std::size_t kWithin = 10;     // characters of a clause that stands twice in a sentence
constexpr std::size_t kClauses = 64;    // clauses of a sentence in which it is looked for
constexpr double kOfArticle = 0.6;      // share of an article that was printed before: it stands twice
constexpr std::size_t kPlaces = 2;      // places in which it was
constexpr std::size_t kLongest = 400;   // characters of a clause that are looked at
constexpr double kFewestRuns = 0.3;     // share of its runs that a clause must have in common to be compared
constexpr double kInserted = 0.82;      // likeness where one holds all of the other, in order
constexpr double kChanged = 0.92;       // likeness otherwise
constexpr double kElsewhere = 0.9;      // likeness of what stands in another article
constexpr double kOfSentence = 0.8;     // share of a sentence that must be said before

bool is_han(std::uint32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
bool is_letter(std::uint32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(std::uint32_t c) { return c >= '0' && c <= '9'; }
bool ends_clause(std::uint32_t c) { return c == ',' || c == ':' || c == kWideComma || c == kWideColon; }
bool ends_sentence(std::uint32_t c) { return is_stop(c) || c == ';' || c == kWideSemicolon; }

std::uint64_t mixed(std::uint64_t hash, std::uint64_t more) { return (hash ^ more) * 0x9E3779B97F4A7C15ULL + (hash >> 29); }

std::uint64_t run_at(std::u16string_view text, std::size_t at) {
  std::uint64_t run = 0;
  for (std::size_t i = 0; i < kRun; ++i) run = run << 16 | text[at + i];
  return run;
}

// Every other run is enough, chosen by what it says so that the same ones are in every clause (Manber 1994).
bool is_kept(std::uint64_t run) { return (run * 0x9E3779B97F4A7C15ULL >> 63) == 0; }

// Dice's coefficient of the pairs of characters.
double likeness(std::u16string_view a, std::u16string_view b) {
  const auto pairs = [](std::u16string_view text) {
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) out.push_back(static_cast<std::uint32_t>(text[i]) << 16 | text[i + 1]);
    std::ranges::sort(out);
    return out;
  };
  const auto first = pairs(a), second = pairs(b);
  std::vector<std::uint32_t> both;
  std::ranges::set_intersection(first, second, std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(first.size() + second.size());
}

// Whether one is the other with characters put in or moved: every character of the shorter one stands in the longer.
bool holds_all(std::u16string_view longer, std::u16string_view shorter) {
  if (longer.size() < shorter.size()) std::swap(longer, shorter);
  std::u16string first(longer), second(shorter);
  std::ranges::sort(first);
  std::ranges::sort(second);
  return std::ranges::includes(first, second);
}

std::u16string compared(std::string_view text) {
  std::u16string out;
  for (std::uint32_t at = 0, size = 0; at < text.size(); at += size) {
    const std::uint32_t c = Characters::unit_at(text, at, size);
    if (is_han(c) || is_letter(c) || is_digit(c)) out += static_cast<char16_t>(c);
  }
  return out;
}

// What the headline says may be said again and again.
bool theme(const RepeatedSentences::Said& said, const RepeatedSentences::Memory& memory) {
  return memory.theme.find(said.characters) != std::u16string::npos;
}

}  // namespace

Result<RepeatedSentences> RepeatedSentences::load(const DataSet& data, RuleBook& book) {
  RepeatedSentences out;
  FB_TRY(UseWords saying, UseWords::load(data, "check/saying.yaml", kUses));
  out.saying_ = std::make_shared<const UseWords>(std::move(saying));
  FB_TRY(out.in_article_, book.rule("sentence-in-article-twice"));
  FB_TRY(out.in_issue_, book.rule("sentence-in-issue-twice"));
  FB_TRY(out.in_sentence_, book.rule("clause-twice"));
  FB_TRY(out.article_, book.rule("article-twice"));
  return out;
}

void RepeatedSentences::article(const ArticleSubject& subject, Memory& memory, Report& report) const {
  const auto& parts = subject.printed.parts();
  memory.titles.emplace(subject.article.n, subject.article.title);
  memory.theme = compared(folded(subject.article.title));
  std::vector<Clause> clauses;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    if (parts[p].part != ArticlePart::body) continue;
    const Folded& folded = subject.printed.folded(p);
    const Characters& characters = subject.printed.folded_characters(p);
    const std::string_view text = folded.text;
    ++memory.sentences;
    Clause now;
    std::uint32_t begin = 0, last = 0;
    int brackets = 0;
    bool in_title = false, in_quote = false, table = false;
    std::size_t quoted = 0;  // characters of the clause that are
    const auto close = [&](std::uint32_t end) {
      if (end > begin && !now.said.characters.empty() && saying_->ends_in(text.substr(begin, end - begin), SayingUse::saying))
        now.said.characters.clear();
      const auto han = static_cast<std::size_t>(std::ranges::count_if(now.said.characters, [](char16_t c) { return is_han(c); }));
      if (table) now.said.characters.clear();
      now.said.prose = 2 * quoted <= now.said.characters.size() && 100 * han >= kProse * now.said.characters.size();
      now.unquoted = now.said.characters.size() - std::min(quoted, now.said.characters.size());
      if (end > begin && !now.said.characters.empty()) {
        now.said.article = subject.article.n;
        now.said.sentence = memory.sentences;
        now.said.span = subject.printed.kept(folded.original(begin, end));
        clauses.push_back(std::move(now));
      }
      now = {};
      quoted = 0;
      table = false;
    };
    for (std::uint32_t at = 0, size = 0; at < text.size(); at += size) {
      const std::uint32_t c = characters.unit(at);
      size = characters.size(at);
      if (c == '(' || c == kLeftParenthesis) ++brackets;
      if (c == ')' || c == kRightParenthesis) brackets = std::max(0, brackets - 1);
      const bool stop = ends_sentence(c);
      if (stop || (ends_clause(c) && brackets == 0)) {
        close(last);
        brackets = 0;
        in_title = false;
        begin = last = at + size;
        if (stop) {
          sentence(subject, clauses, memory, report);
          ++memory.sentences;
        }
        continue;
      }
      if (now.said.characters.empty() && (c == ' ' || closes(c)) && begin == at) begin = last = at + size;
      else if (c != ' ') last = at + size;
      else if (at > last) table = true;  // two blanks: cells of a table
      if (c == '"') in_quote = !in_quote;
      if (c == kLeftTitle) in_title = true;
      if (c == kRightTitle) in_title = false;
      if (in_title || is_digit(c)) {
        now.said.fixed = mixed(now.said.fixed, c);
        now.said.figures = now.said.figures || is_digit(c);
      }
      if (!in_title && brackets == 0 && (is_han(c) || is_letter(c) || is_digit(c)) && now.said.characters.size() < kLongest)
        now.said.characters += static_cast<char16_t>(c), quoted += in_quote;
    }
    close(last);
    sentence(subject, clauses, memory, report);
  }
  tell(subject, memory, report);
}

bool RepeatedSentences::word_for_word(const std::vector<Clause>& clauses, Memory& memory) {
  std::u16string words;
  std::size_t size = 0, unquoted = 0;
  for (const Clause& clause : clauses) {
    size += clause.said.characters.size();
    unquoted += clause.unquoted;
    words += clause.said.characters;
    for (int shift = 48; shift >= 0; shift -= 16) words += static_cast<char16_t>(clause.said.fixed >> shift);
  }
  if (size < kWhole || unquoted < kUnquoted) return false;
  const Said& first = clauses.front().said;
  const Span span{first.span.begin, clauses.back().said.span.end};
  const auto [known, fresh] = memory.wholes.emplace(std::move(words), Whole{first.article, span});
  if (fresh) return false;
  memory.waiting.push_back({.span = span, .other = known->second.span, .earlier = known->second.article, .size = size});
  return true;
}

void RepeatedSentences::mark_printed(std::vector<Clause>& clauses, const Memory& memory) {
  for (std::size_t i = 0; i + 1 < clauses.size(); ++i) {
    const auto known = memory.printed_at.find(clauses[i].words);
    if (known == memory.printed_at.end()) continue;
    std::size_t best = 0, longest = 0, most = 0;
    for (const std::uint32_t at : known->second.all()) {
      std::size_t n = 0, size = 0;
      while (n < kFollowing && i + n < clauses.size() && at + n < memory.printed.size() &&
             memory.printed[at + n].words == clauses[i + n].words)
        size += clauses[i + n++].said.characters.size();
      if (size > most) best = at, longest = n, most = size;
    }
    if (longest < 2 || most < kRunning) continue;
    for (std::size_t n = 0; n < longest; ++n) {
      const Printed& earlier = memory.printed[best + n];
      clauses[i + n].like(earlier.article, earlier.sentence, earlier.span);
      clauses[i + n].verbatim = true;
    }
    i += longest - 1;
  }
}

void RepeatedSentences::find_runs(Clause& clause, Memory& memory) {
  const std::u16string_view characters = clause.said.characters;
  if (!clause.runs.empty() || characters.size() < kShortest || !clause.said.prose) return;
  for (std::size_t i = 0; i + kRun <= characters.size(); ++i)
    if (const std::uint64_t run = run_at(characters, i); is_kept(run)) clause.runs.push_back(&memory.runs[run]);
}

void RepeatedSentences::mark_alike(Clause& clause, Memory& memory) {
  find_runs(clause, memory);
  const Said& said = clause.said;
  const std::size_t runs = clause.runs.size();
  std::unordered_map<std::uint32_t, std::uint32_t> votes;
  std::uint32_t best = 0, most = 0;
  for (const Last* const with : clause.runs)
    for (const std::uint32_t id : with->all()) {
      const std::uint32_t n = ++votes[id];
      if (memory.said[id].fixed == said.fixed && (n > most || (n == most && id > best))) best = id, most = n;
    }
  if (most == 0 || static_cast<double>(most) < kFewestRuns * static_cast<double>(runs)) return;
  const Said& earlier = memory.said[best];
  const double like = likeness(said.characters, earlier.characters);
  if (like < (earlier.article == said.article ? kInserted : kElsewhere) ||
      (like < kChanged && !holds_all(said.characters, earlier.characters)))
    return;
  clause.like(earlier.article, earlier.sentence, earlier.span);
}

void RepeatedSentences::twice_in_sentence(const std::vector<Clause>& clauses, Report& report) const {
  if (clauses.size() < 2 || clauses.size() > kClauses) return;
  for (std::size_t i = 1; i < clauses.size(); ++i) {
    const Said& said = clauses[i].said;
    for (std::size_t k = i; k-- > 0;) {
      if (clauses[k].words != clauses[i].words || said.characters.size() < (k + 1 == i ? kBeside : kWithin)) continue;
      const Said& first = clauses[k].said;
      report.flag({.rule = in_sentence_,
                   .at = {.article = said.article, .span = said.span, .quote = {first.span.begin, said.span.end}},
                   .other = Report::Spot{.article = said.article, .span = first.span}});
      break;
    }
  }
}

void RepeatedSentences::sentence(const ArticleSubject& subject, std::vector<Clause>& clauses, Memory& memory, Report& report) const {
  std::size_t size = 0, said_before = 0;
  for (Clause& clause : clauses) {
    clause.words = clause.said.fixed;
    for (const char16_t c : clause.said.characters) clause.words = mixed(clause.words, c);
    memory.size += clause.said.characters.size();
  }
  twice_in_sentence(clauses, report);
  if (!clauses.empty() && !word_for_word(clauses, memory)) {
    mark_printed(clauses, memory);
    for (Clause& clause : clauses) {
      if (clause.article == 0) mark_alike(clause, memory);
      size += clause.said.prose || clause.article != 0 ? clause.said.characters.size() : 0;
      said_before += clause.article == 0 ? 0 : clause.said.characters.size();
    }
  }
  const bool whole = size >= kSentence && static_cast<double>(said_before) >= kOfSentence * static_cast<double>(size);
  // Neighbouring clauses that were said before in one place are one finding.
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const Clause& clause = clauses[i];
    if (clause.article == 0) continue;
    const bool here = clause.article == subject.article.n;
    std::size_t verbatim = 0;
    for (std::size_t k = i; k < clauses.size() && clauses[k].verbatim && clauses[k].article == clause.article; ++k)
      verbatim += clauses[k].said.characters.size();
    if (!(whole || (here && !clause.said.figures) || verbatim >= kVerbatim)) continue;
    if (here && (clause.sentence == clause.said.sentence || theme(clause.said, memory))) continue;
    Waiting found{.span = clause.said.span, .other = clause.earlier, .earlier = clause.article, .size = clause.said.characters.size()};
    while (i + 1 < clauses.size() && clauses[i + 1].article == clause.article) {
      const Clause& more = clauses[++i];
      found.span.end = more.said.span.end;
      found.other = {std::min(found.other.begin, more.earlier.begin), std::max(found.other.end, more.earlier.end)};
      found.size += more.said.characters.size();
    }
    if (found.other.size() > 2 * found.span.size()) found.other = clause.earlier;
    memory.waiting.push_back(found);
  }
  remember(clauses, memory);
  clauses.clear();
}

void RepeatedSentences::remember(std::vector<Clause>& clauses, Memory& memory) {
  for (Clause& clause : clauses) {
    memory.printed_at[clause.words].add(static_cast<std::uint32_t>(memory.printed.size()));
    memory.printed.push_back({clause.words, clause.said.article, clause.said.sentence, clause.said.span});
    find_runs(clause, memory);
    if (clause.runs.empty()) continue;
    const auto id = static_cast<std::uint32_t>(memory.said.size());
    for (Last* const with : clause.runs)
      if (with->all().empty() || with->all().back() != id) with->add(id);
    memory.said.push_back(std::move(clause.said));
  }
  if (!clauses.empty()) memory.printed.emplace_back();  // a sentence ends
}

// What was found in the article: each finding, or one where most of it was printed before.
void RepeatedSentences::tell(const ArticleSubject& subject, Memory& memory, Report& report) const {
  std::unordered_map<std::uint32_t, std::pair<std::size_t, std::size_t>> before;  // by earlier article: characters, places
  std::uint32_t again = 0;
  for (const Waiting& found : memory.waiting) {
    auto& [size, places] = before[found.earlier];
    size += found.size;
    if (++places >= kPlaces && found.earlier != subject.article.n &&
        static_cast<double>(size) >= kOfArticle * static_cast<double>(memory.size))
      again = found.earlier;
  }
  const auto title_of = [&](std::uint32_t article) {
    const auto title = memory.titles.find(article);
    return title == memory.titles.end() ? std::string() : title->second;
  };
  bool told = false;
  for (const Waiting& found : memory.waiting) {
    const bool here = found.earlier == subject.article.n, whole = again != 0 && found.earlier == again;
    if (whole && std::exchange(told, true)) continue;
    report.flag({.rule = whole  ? article_
                         : here ? in_article_
                                : in_issue_,
                 .at = {.article = subject.article.n, .span = found.span, .quote = found.span},
                 .values = {{"title", title_of(found.earlier)}},
                 .other = Report::Spot{.article = found.earlier, .span = found.other, .quote = found.other}});
  }
  memory.waiting.clear();
  memory.size = 0;
}

}  // namespace fengbiao
