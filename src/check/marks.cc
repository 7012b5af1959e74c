#include "check/marks.h"

#include <algorithm>
#include <string>
#include <vector>

#include "check/mark_characters.h"
#include "check/paragraph_ends.h"
#include "text/characters.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kLongQuote = 60;     // bytes of a quotation that are shown whole
constexpr std::uint32_t kSlips = 2;        // half-width marks in one article that are a slip; more are the extraction's
constexpr std::uint32_t kTurn = 8;         // bytes between two lines of a paragraph, at most
constexpr std::size_t kShort = 3 * 12;     // bytes of a paragraph that may be a heading or an item of a list
constexpr std::ptrdiff_t kCommas = 2;      // of a paragraph without a stop that is surely a sentence
constexpr std::size_t kSentence = 3 * 30;  // bytes of a paragraph that is surely one of sentences

}  // namespace

Result<MarksCheck> MarksCheck::load(RuleBook& book) {
  MarksCheck out;
  FB_TRY(out.wide_latin_, book.rule("full-width-digits"));
  FB_TRY(out.straight_quotes_, book.rule("straight-quotes"));
  FB_TRY(out.narrow_brackets_, book.rule("half-width-brackets"));
  FB_TRY(out.narrow_mark_, book.rule("half-width-mark"));
  FB_TRY(out.wide_percent_, book.rule("full-width-percent"));
  FB_TRY(out.thousands_comma_, book.rule("thousands-comma-here-and-there"));
  FB_TRY(out.missing_stop_, book.rule("missing-full-stop"));
  FB_TRY(out.in_midst_, book.rule("paragraph-ends-in-midst"));
  return out;
}

void MarksCheck::check(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const {
  widths(subject, usage, report);
  thousands(subject, report);
  stops(subject, usage, report);
}

void MarksCheck::widths(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const {
  const PrintedText& printed = subject.printed;
  const std::string& text = printed.text();
  // One straight pair among some curved ones is told in a short text too.
  const bool quotes =
      MarkUsage::usual(usage.curved_quotes, usage.straight_quotes) || (usage.straight_quotes == 1 && usage.curved_quotes > 1);
  const bool brackets = MarkUsage::usual(usage.wide_brackets, usage.narrow_brackets);
  const bool commas = MarkUsage::usual(usage.wide_commas, usage.narrow_commas),
             percents = MarkUsage::usual(usage.narrow_percents, usage.wide_percents);
  const bool letters = MarkUsage::usual(usage.narrow_letters, usage.wide_letters);
  if (!quotes && !brackets && !commas && !percents && !letters) return;
  struct Slip {
    Span span;
    std::string instead;
  };
  std::vector<Slip> narrow, percent;
  const auto flag = [&](const CheckRule* rule, Span span, std::string suggestion) {
    report.flag({.rule = rule,
                 .at = {subject.article.n, printed.kept(span)},
                 .values = {{"mark", text.substr(span.begin, span.size())}},
                 .suggestion = std::move(suggestion)});
  };
  for (std::size_t p = 0; p < printed.parts().size(); ++p) {
    if (printed.parts()[p].part == ArticlePart::source) continue;
    const std::vector<MarkCharacter>& c = printed.characters(p);
    std::size_t open_quote = c.size(), open_bracket = c.size();
    for (std::size_t i = 0; i < c.size(); ++i) {
      const std::uint32_t unit = c[i].unit;
      if (is_han_unit(unit)) continue;
      const std::uint32_t last = before(c, i), next = behind(c, i);
      if (quotes && (unit == '"' || unit == kWideQuote)) {
        if (open_quote < c.size()) {
          const std::uint32_t begin = c[open_quote].at, end = c[i].at + c[i].size;
          flag(straight_quotes_, end - begin <= kLongQuote ? Span{begin, end} : Span{begin, begin + c[open_quote].size},
               end - begin <= kLongQuote
                   ? "\xE2\x80\x9C" + text.substr(begin + c[open_quote].size, c[i].at - begin - c[open_quote].size) + "\xE2\x80\x9D"
                   : "");
          open_quote = c.size();
        } else {
          open_quote = i;
        }
      } else if (brackets && unit == '(') {
        open_bracket = is_han_unit(last) || is_wide_mark(last) || is_han_unit(next) ? i : c.size();
      } else if (brackets && unit == ')' && open_bracket < c.size()) {
        const std::uint32_t begin = c[open_bracket].at, end = c[i].at + 1;
        flag(narrow_brackets_, {begin, end}, "\xEF\xBC\x88" + text.substr(begin + 1, end - begin - 2) + "\xEF\xBC\x89");
        open_bracket = c.size();
      } else if (commas && is_narrow_mark(unit) && (is_han_unit(last) || last == '%' || last == kCloseQuote || last == kWideClose) &&
                 (is_han_unit(next) || next == 0 || next == kOpenQuote) && !(unit == ':' && next == 0)) {
        narrow.push_back({{c[i].at, c[i].at + 1}, std::string(wide_form(unit))});
      } else if (percents && unit == kWidePercent) {
        std::size_t from = i;
        while (from > 0 && (is_digit_unit(c[from - 1].unit) || c[from - 1].unit == '.')) --from;
        percent.push_back({{c[from].at, c[i].at + c[i].size}, text.substr(c[from].at, c[i].at - c[from].at) + "%"});
      } else if (letters && is_wide_latin(unit) && (i == 0 || !is_wide_latin(c[i - 1].unit))) {
        std::size_t to = i;
        std::string narrow_letters;
        for (; to < c.size() && is_wide_latin(c[to].unit); ++to) narrow_letters += static_cast<char>(c[to].unit - 0xFEE0);
        flag(wide_latin_, {c[i].at, c[to - 1].at + c[to - 1].size}, std::move(narrow_letters));
      }
    }
  }
  if (narrow.size() <= kSlips)
    for (const Slip& slip : narrow) flag(narrow_mark_, slip.span, slip.instead);
  // An article that has them throughout is one flaw.
  if (percent.size() > kSlips) percent.resize(1);
  for (const Slip& slip : percent) flag(wide_percent_, slip.span, slip.instead);
}

// Figures of four to six digits before a Chinese word: with a comma and without.
void MarksCheck::thousands(const ArticleSubject& subject, Report& report) const {
  const PrintedText& printed = subject.printed;
  const std::string& text = printed.text();
  if (text.find(',') == text.npos) return;
  struct Figure {
    Span span;
    std::uint32_t unit = 0, more = 0;  // what is counted: the two characters behind
  };
  std::vector<Figure> with, without;
  for (const PrintedPart& part : printed.parts()) {
    if (part.part != ArticlePart::body) continue;
    for (std::uint32_t at = part.span.begin; at < part.span.end;) {
      if (!is_digit_unit(static_cast<unsigned char>(text[at]))) {
        ++at;
        continue;
      }
      std::uint32_t end = at, commas = 0, digits = 0;
      const auto is_digit = [&](std::uint32_t i) { return i < part.span.end && is_digit_unit(static_cast<unsigned char>(text[i])); };
      while (is_digit(end) || (end < part.span.end && text[end] == ',' && is_digit(end + 1) && is_digit(end + 2) && is_digit(end + 3) &&
                               !is_digit(end + 4))) {
        commas += text[end] == ',';
        digits += text[end] != ',';
        ++end;
      }
      const bool fraction = end < part.span.end && text[end] == '.' && is_digit(end + 1);
      const bool alone = at == part.span.begin || (text[at - 1] != '.' && !is_latin_unit(static_cast<unsigned char>(text[at - 1])));
      std::uint32_t size = 0, next = end;
      while (next < part.span.end && text[next] == ' ') ++next;
      const std::uint32_t unit = next < part.span.end ? Characters::unit_at(text, next, size) : 0;
      const bool year = digits == 4 && commas == 0 && (text[at] == '1' || text[at] == '2') && (unit == 0x5E74 || !is_han_unit(unit));
      if (alone && digits >= 4 && (is_han_unit(unit) || fraction) && !year) {
        std::uint32_t width = 0;
        const std::uint32_t more = next + size < part.span.end ? Characters::unit_at(text, next + size, width) : 0;
        (commas > 0 ? with : without).push_back({{at, end}, unit, more});
      }
      at = std::max(end, at + 1);
      if (fraction)
        for (++at; is_digit(at);) ++at;
    }
  }
  // Of one unit: other things may be told in another source's way.
  const auto alike = [](const Figure& a, const Figure& b) { return a.unit == b.unit && a.more == b.more; };
  const auto slip = std::find_first_of(with.begin(), with.end(), without.begin(), without.end(), alike);
  if (slip == with.end()) return;
  const Span other = std::find_if(without.begin(), without.end(), [&](const Figure& f) { return alike(f, *slip); })->span;
  std::string plain = text.substr(slip->span.begin, slip->span.size());
  std::erase(plain, ',');
  report.flag({.rule = thousands_comma_,
               .at = {subject.article.n, printed.kept(slip->span)},
               .values = {{"figure", text.substr(slip->span.begin, slip->span.size())}, {"other", text.substr(other.begin, other.size())}},
               .suggestion = plain});
}

// A paragraph of sentences that ends in a word, and an article that ends in the midst of one.
void MarksCheck::stops(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const {
  const PrintedText& printed = subject.printed;
  const PrintedPart* end = nullptr;
  for (const PrintedPart& part : printed.parts())
    if (part.part == ArticlePart::body) end = &part;
  for (std::size_t p = 0; p < printed.parts().size(); ++p) {
    const PrintedPart& part = printed.parts()[p];
    if (part.part != ArticlePart::body || part.span.size() < kShort || subject.article.paragraphs[part.paragraph].heading) continue;
    const std::vector<MarkCharacter>& c = printed.characters(p);
    std::size_t last = c.size();
    while (last > 0 && is_blank_unit(c[last - 1].unit)) --last;
    if (last == 0) continue;
    const MarkCharacter& mark = c[last - 1];
    const Span span{mark.at, mark.at + mark.size};
    const bool midst = mark.unit == 0xFF0C || mark.unit == 0x3001 || mark.unit == 0xFF1B;
    const auto at = static_cast<std::size_t>(&part - printed.parts().data());
    if ((&part == end && midst) || (usage.paragraphs_told() && ends_in_midst(printed, at))) {
      report.flag({.rule = in_midst_,
                   .at = {subject.article.n, printed.kept(span)},
                   .values = {{"mark", std::string(slice(printed.text(), span))}}});
      continue;
    }
    const auto count = [&](std::uint32_t unit) {
      return std::count_if(c.begin(), c.end(), [&](const MarkCharacter& x) { return x.unit == unit; });
    };
    const bool sentences = part.span.size() >= kSentence && (count(kStop) > 0 || count(0xFF0C) + count(',') >= kCommas);
    if ((is_han_unit(mark.unit) || mark.unit == '%') && sentences && usage.paragraphs_told())
      report.flag({.rule = missing_stop_, .at = {subject.article.n, printed.kept(span)}});
  }
  if (usage.lines_told()) stops_of_lines(subject, report);
}

// Where a line is a paragraph, a line that ends in a word ran into the next one for want of its stop.
void MarksCheck::stops_of_lines(const ArticleSubject& subject, Report& report) const {
  for (const Paragraph& paragraph : subject.article.paragraphs)
    for (std::size_t i = 0; i + 1 < paragraph.pieces.size(); ++i) {
      const Span line = trim(subject.kept, paragraph.pieces[i]);
      const std::string_view words = slice(subject.kept, line);
      if (words.size() < kSentence || (words.find("\xE3\x80\x82") == words.npos && words.find("\xEF\xBC\x8C") == words.npos)) continue;
      std::uint32_t size = 0;
      const std::uint32_t last = Characters::unit_before(subject.kept, line.end, size);
      // Blank lines and what stands at the turn of a page between them are the extraction's.
      if ((is_han_unit(last) || last == '%') && paragraph.pieces[i + 1].begin <= line.end + kTurn)
        report.flag({.rule = missing_stop_, .at = {subject.article.n, Span{line.end - size, line.end}}});
    }
}

}  // namespace fengbiao
