#include "check/wording.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/mark_characters.h"
#include "text/characters.h"
#include "text/punctuation.h"

namespace fengbiao {

struct WordingCheck::Expressions {
  std::optional<Pattern> compared, told, short_form, kind_at_end, short_title, in_all, including;
};

namespace {

constexpr std::string_view kFile = "check/wording.yaml";
constexpr std::uint32_t kBack = 450;     // bytes looked back at
constexpr std::size_t kShortTitles = 8;  // of an article that are looked into
constexpr int kFirstMonths = 2;          // in which figures of the year before last are still news

int number(std::string_view digits) {
  int out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

std::uint32_t place_of(std::string_view text, std::string_view part) { return static_cast<std::uint32_t>(part.data() - text.data()); }

// What stands before `at`, not beyond the sentence (or, with paragraph, only not too far).
std::string_view before(std::string_view text, std::uint32_t at, bool paragraph) {
  std::uint32_t begin = at;
  while (begin > 0 && at - begin < kBack) {
    std::uint32_t size = 0;
    const std::uint32_t c = Characters::unit_before(text, begin, size);
    if (!paragraph && (is_stop(c) || c == ';' || c == kWideSemicolon)) break;
    begin -= size;
  }
  return text.substr(begin, at - begin);
}

Report::Spot spot(const ArticleSubject& subject, std::size_t part, std::string_view mark, std::string_view quote) {
  const Folded& folded = subject.printed.folded(part);
  return {.article = subject.article.n,
          .span = subject.printed.kept(folded.original(mark)),
          .quote = quote.empty() ? Span{} : subject.printed.kept(folded.original(quote))};
}

template <class Call>
void each_match(const Pattern& pattern, std::string_view text, Call&& call) {
  for (std::size_t from = 0; from < text.size();) {
    const auto match = pattern.find(text, from);
    if (!match) return;
    call(*match);
    from = std::max<std::size_t>(from + 1, place_of(text, match->whole()) + match->whole().size());
  }
}

// “《办法》”: quotes right around a title.
bool in_quotes(std::string_view printed, Span title) {
  std::uint32_t size = 0;
  if (title.begin == 0 || title.end >= printed.size()) return false;
  const std::uint32_t open = Characters::unit_before(printed, title.begin, size), close = Characters::unit_at(printed, title.end, size);
  return (open == kOpenQuote || open == kWideQuote) && (close == kCloseQuote || close == kWideQuote);
}

std::size_t times_in(std::string_view text, std::string_view word) {
  std::size_t n = 0;
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) ++n;
  return n;
}

}  // namespace

Result<WordingCheck> WordingCheck::load(const DataSet& data, RuleBook& book) {
  WordingCheck out;
  FB_TRY(const DataSet::File* file, data.find(kFile));
  FB_TRY(const PackNode pack, PackNode::parse(file->bytes, file->place));
  FB_CHECK(pack.only_keys({"parts", "needs", "expressions"}));
  FB_TRY(const Parts parts, load_parts(pack["parts"]));
  const PackNode given = pack["expressions"];
  FB_CHECK(given.only_keys({"compared", "told", "short_form", "kind_at_end", "short_title", "in_all", "including"}));
  auto expressions = std::make_shared<Expressions>();
  const auto read = [&](std::string_view name, std::optional<Pattern>& into) -> Result<void> {
    FB_TRY(const std::string needs, pack["needs"][name].text_or(""));
    FB_TRY(std::string expression, given[name].text());
    for (const auto& [part, value] : parts) {
      const std::string mark = "{" + part + "}";
      for (std::size_t at = 0; (at = expression.find(mark, at)) != expression.npos; at += value.size())
        expression.replace(at, mark.size(), value);
    }
    FB_TRY(into, Pattern::make(std::string(name), needs, expression, given[name].place()));
    return {};
  };
  FB_CHECK(read("compared", expressions->compared));
  FB_CHECK(read("told", expressions->told));
  FB_CHECK(read("short_form", expressions->short_form));
  FB_CHECK(read("kind_at_end", expressions->kind_at_end));
  FB_CHECK(read("short_title", expressions->short_title));
  FB_CHECK(read("in_all", expressions->in_all));
  FB_CHECK(read("including", expressions->including));
  out.expressions_ = std::move(expressions);
  FB_TRY(out.compared_, book.rule("compared-period"));
  FB_TRY(out.short_, book.rule("short-form-kind"));
  FB_TRY(out.antecedent_, book.rule("no-antecedent"));
  FB_TRY(out.in_all_, book.rule("in-all-without-including"));
  return out;
}

void WordingCheck::check(const ArticleSubject& subject, Report& report) const {
  const auto& parts = subject.printed.parts();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].part != ArticlePart::title && parts[i].part != ArticlePart::body) continue;
    compared(subject, i, report);
    short_forms(subject, i, report);
    in_all(subject, i, report);
  }
  antecedents(subject, report);
}

void WordingCheck::compared(const ArticleSubject& subject, std::size_t part, Report& report) const {
  const std::string_view text = subject.printed.folded(part).text;
  each_match(*expressions_->compared, text, [&](const Match& match) {
    const int base = number(match.group("year"));
    const int month = match.has("month") ? number(match.group("month")) : 0;
    int year = 0, in = 0;
    each_match(*expressions_->told, before(text, place_of(text, match.whole()), true), [&](const Match& told) {
      year = number(told.group("year"));
      in = told.has("month") ? number(told.group("month")) : 0;
    });
    bool wrong = false;
    if (year > 0) {
      wrong = base != year - 1 || (month > 0 && in > 0 && month != in);
    } else if (const auto written = subject.text.written()) {
      wrong = base != written->year - 1 && (base != written->year - 2 || static_cast<int>(written->month) > kFirstMonths);
    }
    if (!wrong) return;
    report.flag({.rule = compared_,
                 .at = spot(subject, part, match.group("mark"), match.group("quote")),
                 .values = {{"base", std::string(match.group("quote").substr(match.group("mark").size()))}}});
  });
}

void WordingCheck::short_forms(const ArticleSubject& subject, std::size_t part, Report& report) const {
  const std::string_view text = subject.printed.folded(part).text;
  each_match(*expressions_->short_form, text, [&](const Match& match) {
    const std::string_view name = match.group("mark");
    const auto kind = expressions_->kind_at_end->find(name);
    if (!kind) return;
    const std::string_view called = kind->whole();
    const std::uint32_t end = place_of(text, match.group("quote"));
    if (before(text, end, false).find(called) != std::string_view::npos) return;
    report.flag(
        {.rule = short_,
         .at = spot(subject, part, name,
                    text.substr(place_of(text, match.group("kind")),
                                place_of(text, match.group("quote")) + match.group("quote").size() - place_of(text, match.group("kind")))),
         .values = {{"kind", std::string(match.group("kind"))}, {"called", std::string(called)}}});
  });
}

void WordingCheck::in_all(const ArticleSubject& subject, std::size_t part, Report& report) const {
  const std::string_view text = subject.printed.folded(part).text;
  each_match(*expressions_->in_all, text, [&](const Match& match) {
    const std::string_view mark = match.group("mark");
    if (expressions_->including->find(before(text, place_of(text, mark), false))) return;
    report.flag({.rule = in_all_, .at = spot(subject, part, mark, match.whole())});
  });
}

// A short title whose words stand nowhere else in the article: no document that it could mean was named.
void WordingCheck::antecedents(const ArticleSubject& subject, Report& report) const {
  const auto& parts = subject.printed.parts();
  std::vector<std::string_view> seen;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].part != ArticlePart::body) continue;
    const std::string_view text = subject.printed.folded(i).text;
    each_match(*expressions_->short_title, text, [&](const Match& match) {
      const std::string_view name = match.group("name"), mark = match.group("mark");
      if (in_quotes(subject.printed.text(), subject.printed.folded(i).original(mark))) return;  // quotes-around-title tells of it
      if (seen.size() >= kShortTitles || std::ranges::find(seen, name) != seen.end()) return;
      seen.push_back(name);
      std::size_t words = 0, titles = 0;
      for (std::size_t p = 0; p < parts.size(); ++p) {
        if (parts[p].part == ArticlePart::source) continue;
        const std::string_view other = subject.printed.folded(p).text;
        words += times_in(other, name);
        titles += times_in(other, mark);
      }
      if (words > titles) return;
      const auto begin = place_of(text, mark);
      const std::string_view rest = text.substr(begin);
      std::size_t end = mark.size();
      for (std::uint32_t size = 0; end < rest.size() && end < mark.size() + 24; end += size) {
        const std::uint32_t c = Characters::unit_at(rest, end, size);
        if (is_stop(c) || c == ',' || c == kWideComma) break;
      }
      report.flag({.rule = antecedent_, .at = spot(subject, i, mark, rest.substr(0, end)), .values = {{"name", std::string(name)}}});
    });
  }
}

}  // namespace fengbiao
