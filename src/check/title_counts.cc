#include "check/title_counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "check/shared_words.h"
#include "text/characters.h"
#include "text/chars.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostInBody = 200;   // places of one name that are looked at
constexpr std::size_t kNumeralBytes = 18;  // before a name
constexpr std::size_t kShared = 2;         // pairs of words that headline and sentence share, of large numbers
constexpr std::size_t kSharedOfFew = 5;    // of small ones
constexpr double kFew = 10;
constexpr double kMostCounted = 100000;
constexpr std::uint32_t kAround = 90;  // bytes around a figure of the body

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// One digit wrong, or two changed about; of a rate also the point.
bool is_slip(double a, double b, bool rate) {
  if (rate && (std::abs(a - b * 10) < 1e-9 || std::abs(a * 10 - b) < 1e-9)) return true;
  const std::string x = fmt::format("{:g}", a), y = fmt::format("{:g}", b);
  if (x.size() != y.size() || x.size() < 2) return false;
  std::vector<std::size_t> wrong;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (x[i] != y[i]) wrong.push_back(i);
  return wrong.size() == 1 || (wrong.size() == 2 && x[wrong[0]] == y[wrong[1]] && x[wrong[1]] == y[wrong[0]]);
}

Span whole_characters(std::string_view text, Span span) {
  const auto inside = [&](std::uint32_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
  while (span.begin < span.end && inside(span.begin)) ++span.begin;
  while (span.end > span.begin && inside(span.end)) --span.end;
  return span;
}

// The clause that a span stands in, else the span.
Span clause_of(const ArticleSubject& subject, Span span) {
  const auto& clauses = subject.text.read_text().clauses;
  auto it = std::ranges::upper_bound(clauses, span.begin, {}, [](const Clause& c) { return c.span.begin; });
  for (int back = 0; it != clauses.begin() && back < 4; ++back)
    if (--it; it->span.end >= span.end) return it->span;
  return span;
}

}  // namespace

Result<TitleCounts> TitleCounts::load(const DataSet& data, RuleBook& book) {
  FB_TRY(DateReader numbers, DateReader::load(data));
  TitleCounts out(std::move(numbers));
  FB_TRY(const DataSet::File* file, data.find("check/headlines.yaml"));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"parts", "counted", "counters", "rates"}));
  FB_TRY(const Parts parts, load_parts(pack["parts"]));
  FB_TRY(out.rates_, PatternList::load(pack["rates"], parts));
  FB_TRY(out.counters_, pack["counters"].texts());
  FB_TRY(const auto counted, pack["counted"].entries());
  for (const auto& [name, list] : counted) {
    FB_TRY(std::vector<std::string> words, list.texts());
    out.counted_.emplace_back(name, std::move(words));
  }
  FB_TRY(out.rule_, book.rule("title-figure"));
  return out;
}

double TitleCounts::value_of(std::string_view words) const {
  double value = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  if (error == std::errc{} && end == words.data() + words.size()) return value;
  return numbers_.small_number(words).value_or(0);
}

// Numbers directly before one of the names, but for a counter.
std::vector<TitleCounts::Told> TitleCounts::counts_of(std::string_view folded, const std::vector<std::string>& names, std::size_t from,
                                                      std::size_t to) const {
  std::vector<Told> out;
  for (const std::string& name : names)
    for (std::size_t at = find_in(folded, name, from); at < to && out.size() < kMostInBody; at = find_in(folded, name, at + name.size())) {
      std::size_t end = at;
      const auto blanks = [&] {
        while (end > from && folded[end - 1] == ' ') --end;
      };
      blanks();
      for (const std::string& counter : counters_)
        if (folded.substr(from, end - from).ends_with(counter)) {
          end -= counter.size();
          break;
        }
      blanks();
      // The longest number that ends here.
      double number = 0;
      std::size_t begin = end;
      for (std::size_t place = end; place > from && end - place < kNumeralBytes;) {
        do --place;
        while (place > from && (static_cast<unsigned char>(folded[place]) & 0xC0) == 0x80);
        const double value = value_of(folded.substr(place, end - place));
        if (value <= 0) break;
        number = value;
        begin = place;
      }
      const bool whole = number == std::floor(number) && number >= 2 && number < kMostCounted;
      const bool part = begin > from && (is_digit(folded[begin - 1]) || folded[begin - 1] == '.' || folded[begin - 1] == '-');
      if (whole && !part) out.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at + name.size())}, number});
    }
  return out;
}

void TitleCounts::check(const ArticleSubject& subject, Report& report) const {
  const std::string_view folded = subject.text.folded();
  const std::size_t title_end = subject.text.title_end();
  const std::string_view title = folded.substr(0, title_end);
  for (const auto& [name, words] : counted_) {
    if (find_in(title, name) == title.npos) continue;
    std::vector<Told> told = counts_of(folded, words, 0, title_end);
    if (told.size() != 1) continue;
    // 58城: told with a word between, it is an amount like others.
    const std::string_view printed = slice(folded, told.front().span);
    if (!printed.ends_with(name) || std::ranges::any_of(counters_, [&](const std::string& c) { return printed.find(c) != printed.npos; }))
      continue;
    const std::vector<Told> body = counts_of(folded, words, title_end, folded.size());
    told.insert(told.end(), body.begin(), body.end());
    compare(subject, told, told.front().number >= kFew ? kShared : kSharedOfFew, report);
  }
  for (const Pattern& pattern : rates_.patterns()) {
    const auto in_title = pattern.find(title, 0);
    if (!in_title) continue;
    const std::string base(in_title->group("base"));
    const auto place = [&](const auto& match, std::string_view of) {
      const auto begin = static_cast<std::uint32_t>(match->whole().data() - folded.data());
      return Told{{begin, begin + static_cast<std::uint32_t>(match->whole().size())}, value_of(of)};
    };
    std::vector<Told> told{place(in_title, in_title->group("number"))};
    if (told.front().number <= 0) continue;
    for (const Pattern& other : rates_.patterns())
      for (std::size_t from = title_end; told.size() < kMostInBody;) {
        const auto match = other.find(folded, from);
        if (!match) break;
        from = static_cast<std::size_t>(match->whole().data() - folded.data()) + match->whole().size();
        if (match->group("base") == base) told.push_back(place(match, match->group("number")));
      }
    compare(subject, told, kShared, report);
    return;
  }
}

// The first of them stands in the headline.
void TitleCounts::compare(const ArticleSubject& subject, const std::vector<Told>& told, std::size_t needs, Report& report) const {
  if (told.size() < 2) return;
  const std::string& folded = subject.text.folded();
  const Told& title = told.front();
  const bool rate =
      title.number != std::floor(title.number) || std::ranges::any_of(told, [](const Told& t) { return t.number != std::floor(t.number); });
  const auto spot = [&](const Told& t) -> Report::Spot {
    const Span sentence = t.span.begin < subject.text.title_end() ? Span{0, subject.text.title_end()} : clause_of(subject, t.span);
    return {subject.article.n, subject.text.printed(t.span), subject.text.printed(sentence)};
  };
  const auto words = [&](const Told& t) { return subject.text.words(t.span); };
  const Told* other = nullptr;
  bool several = false;
  for (std::size_t i = 1; i < told.size(); ++i) {
    if (told[i].number == title.number) {
      report.state({.rule = rule_,
                    .at = spot(told[i]),
                    .relation = fmt::format("{} = {}", words(title), words(told[i])),
                    .verdict = Verdict::holds,
                    .other = spot(title)});
      return;
    }
    if (other && other->number != told[i].number) several = true;
    else other = &told[i];
  }
  if (several || !other || !is_slip(title.number, other->number, rate)) return;
  std::vector<Span> figures{title.span, other->span};
  const Span around{std::max(subject.text.title_end(), other->span.begin > kAround ? other->span.begin - kAround : 0),
                    std::min(other->span.end + kAround, static_cast<std::uint32_t>(folded.size()))};
  const WordPairs said(folded, {0, subject.text.title_end()}, figures), here(folded, whole_characters(folded, around), figures);
  if (said.common(here) < needs) return;
  report.state({.rule = rule_,
                .at = spot(title),
                .relation = fmt::format("{} ≠ {}", words(title), words(*other)),
                .verdict = Verdict::contradicts,
                .values = {{"title", words(title)}, {"body", words(*other)}},
                .other = spot(*other)});
}

}  // namespace fengbiao
