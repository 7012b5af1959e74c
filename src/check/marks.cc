#include "check/marks.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "check/paragraph_ends.h"
#include "text/characters.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kOpenQuote = 0x201C, kCloseQuote = 0x201D, kOpenSingle = 0x2018, kCloseSingle = 0x2019;
constexpr std::uint32_t kWideQuote = 0xFF02, kWideOpen = 0xFF08, kWideClose = 0xFF09, kWidePercent = 0xFF05;
constexpr std::uint32_t kStop = 0x3002, kExclamation = 0xFF01, kQuestion = 0xFF1F;
constexpr std::uint32_t kEnough = 5;       // of the usual form, before anything is called unusual
constexpr std::uint32_t kRare = 5;         // the unusual form is at most one in so many
constexpr std::size_t kLongQuote = 60;     // bytes of a quotation that are shown whole
constexpr std::size_t kShownBeside = 8;    // characters shown with a mark that has lost its other half
constexpr std::uint32_t kSlips = 2;        // half-width marks in one article that are a slip; more are the extraction's
constexpr std::uint32_t kTurn = 8;         // bytes between two lines of a paragraph, at most
constexpr std::size_t kDeepest = 64;       // marks open at once; more are not told apart
constexpr std::size_t kShort = 3 * 12;     // bytes of a paragraph that may be a heading or an item of a list
constexpr std::ptrdiff_t kCommas = 2;      // of a paragraph without a stop that is surely a sentence
constexpr std::size_t kSentence = 3 * 30;  // bytes of a paragraph that is surely one of sentences
constexpr std::size_t kShortQuote = 20;    // characters of a quoted name
constexpr std::size_t kBesideDigits = 12;  // bytes before a bracket in which an item's number may stand

struct PairOfMarks {
  std::uint32_t open, close;
};
// Curved quotes, title marks, corner brackets, lenses, single quotes; brackets of either width count as one kind.
constexpr std::array<PairOfMarks, 8> kPairs{{{kOpenQuote, kCloseQuote},
                                             {0x300A, 0x300B},
                                             {0x3008, 0x3009},
                                             {0x300C, 0x300D},
                                             {0x300E, 0x300F},
                                             {0x3010, 0x3011},
                                             {kWideOpen, kWideClose},
                                             {kOpenSingle, kCloseSingle}}};
constexpr std::size_t kQuotes = 0, kBrackets = 6, kSingles = 7;

struct Char {
  std::uint32_t unit = 0, at = 0, size = 0;
};

std::vector<Char> characters(std::string_view text, Span span) {
  std::vector<Char> out;
  out.reserve(span.size() / 2);
  for (std::uint32_t at = span.begin; at < span.end;) {
    std::uint32_t size = 0;
    const std::uint32_t unit = Characters::unit_at(text, at, size);
    out.push_back({unit, at, size});
    at += size;
  }
  return out;
}

bool han(std::uint32_t unit) { return unit < 0x110000 && is_han(static_cast<char32_t>(unit)); }
bool blank(std::uint32_t unit) { return unit < 0x110000 && is_blank(static_cast<char32_t>(unit)); }
bool digit(std::uint32_t unit) { return unit >= '0' && unit <= '9'; }
bool latin(std::uint32_t unit) { return digit(unit) || (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z'); }
bool wide_latin(std::uint32_t unit) {
  return (unit >= 0xFF10 && unit <= 0xFF19) || (unit >= 0xFF21 && unit <= 0xFF3A) || (unit >= 0xFF41 && unit <= 0xFF5A);
}
// Marks that stand behind words, never behind the mark that opens a quotation.
bool behind_words(std::uint32_t unit) {
  return unit == kStop || unit == 0x3001 || unit == 0xFF0C || unit == 0xFF1A || unit == 0xFF1B || unit == kExclamation ||
         unit == kQuestion || unit == kWideClose;
}
bool damage(std::uint32_t unit) { return unit == 0xFFFD || (unit >= 0xE000 && unit <= 0xF8FF) || (unit < 0x20 && unit != 0x09); }
bool wide_mark(std::uint32_t unit) { return unit >= 0x3001 && unit <= 0x303F; }

std::uint32_t before(const std::vector<Char>& c, std::size_t i) {
  while (i > 0 && blank(c[i - 1].unit)) --i;
  return i > 0 ? c[i - 1].unit : 0;
}
std::uint32_t behind(const std::vector<Char>& c, std::size_t i) {
  for (++i; i < c.size() && blank(c[i].unit);) ++i;
  return i < c.size() ? c[i].unit : 0;
}

bool begins_speech(std::uint32_t last) { return last == 0 || last == 0xFF1A || last == ':' || last == 0xFF0C || last == ','; }

bool usual(std::uint32_t wide, std::uint32_t narrow) { return wide >= kEnough && narrow * kRare <= wide; }

std::uint32_t narrow_of(std::uint32_t unit) {
  switch (unit) {
    case 0xFF0C: return ',';
    case 0xFF1B: return ';';
    case 0xFF1A: return ':';
    case kExclamation: return '!';
    case kQuestion: return '?';
    default: return 0;
  }
}
std::string_view wide_of(std::uint32_t unit) {
  switch (unit) {
    case ',': return "\xEF\xBC\x8C";
    case ';': return "\xEF\xBC\x9B";
    case ':': return "\xEF\xBC\x9A";
    case '!': return "\xEF\xBC\x81";
    case '?': return "\xEF\xBC\x9F";
    default: return "";
  }
}
bool narrow_mark(std::uint32_t unit) { return !wide_of(unit).empty(); }

// A mark with some characters of what it opens or closes; no further than its line.
Span beside(const std::string& text, Span mark, bool opens, std::uint32_t limit) {
  std::size_t seen = 0;
  if (opens) {
    while (mark.end < std::min<std::size_t>(limit, text.size()) && text[mark.end] != '\n' && seen < kShownBeside) {
      std::uint32_t size = 0;
      seen += !blank(Characters::unit_at(text, mark.end, size));
      mark.end += size;
    }
  } else {
    while (mark.begin > 0 && text[mark.begin - 1] != '\n' && seen < kShownBeside) {
      std::uint32_t size = 0;
      seen += !blank(Characters::unit_before(text, mark.begin, size));
      mark.begin -= size;
    }
  }
  return mark;
}

}  // namespace

MarkUsage MarkUsage::of(std::string_view kept) {
  MarkUsage out;
  std::uint32_t last = 0;
  for (std::uint32_t at = 0, size = 0; at < kept.size(); at += size) {
    const std::uint32_t unit = Characters::unit_at(kept, at, size);
    out.curved_quotes += unit == kOpenQuote;
    out.straight_quotes += unit == '"' || unit == kWideQuote;
    out.wide_brackets += unit == kWideOpen;
    out.narrow_brackets += unit == '(' && (han(last) || wide_mark(last) || digit(last));
    out.wide_commas += narrow_of(unit) != 0;
    out.narrow_commas += narrow_mark(unit) && han(last);
    out.wide_percents += unit == kWidePercent;
    out.narrow_percents += unit == '%';
    out.wide_letters += wide_latin(unit);
    out.narrow_letters += latin(unit);
    if (!blank(unit)) last = unit;
  }
  out.straight_quotes /= 2;
  return out;
}

Result<MarksCheck> MarksCheck::load(RuleBook& book) {
  MarksCheck out;
  FB_TRY(out.unclosed_, book.rule("unclosed-mark"));
  FB_TRY(out.unopened_, book.rule("unopened-mark"));
  FB_TRY(out.crossed_, book.rule("crossed-marks"));
  FB_TRY(out.turned_, book.rule("turned-quote"));
  FB_TRY(out.wide_latin_, book.rule("full-width-digits"));
  FB_TRY(out.two_widths_, book.rule("brackets-of-two-widths"));
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
  pairs(subject, usage, report);
  if (usual(usage.straight_quotes, usage.curved_quotes)) straight_pairs(subject, report);
  widths(subject, usage, report);
  thousands(subject, report);
  stops(subject, usage, report);
}

// What is open, over the parts of an article: quotations may run over its paragraphs, everything else ends with one.
struct MarksCheck::Scan {
  struct Open {
    std::size_t kind = 0;
    Char mark;
    std::size_t part = 0;
    bool speech = false;  // begins a paragraph or stands behind a colon or comma: may run over paragraphs
    std::size_t i = 0;    // in its part
    bool told = true;     // its part is whole, so that it can be judged
  };
  std::vector<Open> open;
};

void MarksCheck::pairs(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const {
  const PrintedText& printed = subject.printed;
  const std::string& text = printed.text();
  bool told = true;  // nothing of this part was lost by the extraction
  const auto flag_as = [&](const CheckRule* rule, Span span, Span quote, std::string suggestion) {
    if (told)
      report.flag({.rule = rule,
                   .at = {subject.article.n, printed.kept(span), printed.kept(quote)},
                   .values = {{"mark", text.substr(span.begin, span.size())}},
                   .suggestion = std::move(suggestion)});
  };
  const auto flag = [&](const CheckRule* rule, const Char& mark, bool opens, std::uint32_t limit, std::string suggestion = "") {
    const Span span{mark.at, mark.at + mark.size};
    flag_as(rule, span, beside(text, span, opens, limit), std::move(suggestion));
  };
  const auto unclosed = [&](const Scan::Open& o, std::uint32_t limit) {
    // \u2018 before a digit stands for an apostrophe.
    std::uint32_t size = 0;
    const std::uint32_t at = o.mark.at + o.mark.size;
    if (o.kind == kSingles && at < text.size() && latin(Characters::unit_at(text, at, size))) return;
    if (o.told) flag(unclosed_, o.mark, true, limit);
  };
  Scan scan;
  // Where the text's quotes are mostly straight, a curved one that stays alone is the extraction's.
  const bool quotes_told = usage.straight_quotes * kRare <= usage.curved_quotes;
  std::vector<std::size_t> next_quote;  // by character: the next double quote in its part
  for (std::size_t p = 0; p < printed.parts().size(); ++p) {
    const PrintedPart& part = printed.parts()[p];
    const bool body = part.part == ArticlePart::body;
    const std::vector<Char> c = characters(text, part.span);
    told = std::none_of(c.begin(), c.end(), [](const Char& x) { return damage(x.unit); });
    next_quote.assign(c.size(), c.size());
    for (std::size_t i = c.size(); i-- > 1;) next_quote[i - 1] = c[i].unit == kOpenQuote || c[i].unit == kCloseQuote ? i : next_quote[i];
    const auto quote_behind = [&](std::size_t i) -> std::uint32_t {
      return i < c.size() && next_quote[i] < c.size() ? c[next_quote[i]].unit : 0;
    };
    for (std::size_t i = 0; i < c.size(); ++i) {
      const std::uint32_t unit = c[i].unit == '(' ? kWideOpen : c[i].unit == ')' ? kWideClose : c[i].unit;
      for (std::size_t kind = 0; kind < kPairs.size(); ++kind) {
        if ((kind == kQuotes || kind == kSingles) && !quotes_told) continue;
        const bool inside = !scan.open.empty() && scan.open.back().kind == kind;
        if (unit == kPairs[kind].open) {
          // A quotation that goes on opens its next paragraph anew.
          const bool anew = kind == kQuotes && body && before(c, i) == 0 && inside && scan.open.back().part < p;
          // A quoted name closed by the mark that opens.
          const bool turned = kind == kQuotes && inside && scan.open.back().part == p &&
                              (behind_words(behind(c, i)) || behind(c, i) == 0 ||
                               (quote_behind(i) != kCloseQuote && i - scan.open.back().i <= kShortQuote && !behind_words(before(c, i))));
          if (turned) {
            flag(turned_, c[i], false, 0, "\xE2\x80\x9D");
            scan.open.pop_back();
          } else if (anew) {
            scan.open.back() = {kind, c[i], p, true, i, told};
          } else if (scan.open.size() < kDeepest) {
            scan.open.push_back({kind, c[i], p, begins_speech(before(c, i)), i, told});
          }
        } else if (unit == kPairs[kind].close) {
          const auto found = std::find_if(scan.open.rbegin(), scan.open.rend(), [&](const Scan::Open& o) { return o.kind == kind; });
          if (found == scan.open.rend()) {
            const std::uint32_t last = before(c, i);
            if (kind == kSingles && latin(last)) continue;
            const std::size_t next = kind == kQuotes ? next_quote[i] : c.size();
            if (next < c.size() && c[next].unit == kOpenQuote && next - i <= kShortQuote && !behind_words(last) &&
                quote_behind(next) != kCloseQuote) {
              // Both marks of a quoted name the wrong way round.
              const Span both{c[i].at, c[next].at + c[next].size};
              flag_as(turned_, both, both, "\xE2\x80\x9C" + text.substr(both.begin + 3, both.size() - 6) + "\xE2\x80\x9D");
              i = next;
              break;
            }
            // 1） and a) number an item.
            const bool item = kind == kBrackets && (latin(last) || han(last)) && i * 3 <= kBesideDigits;
            if (!item && !(kind == kBrackets && digit(last) && c[i].at - part.span.begin > 0 && i >= 2 && !digit(c[i - 2].unit) &&
                           !han(c[i - 2].unit)))
              flag(unopened_, c[i], false, 0);
            continue;
          }
          const auto place = static_cast<std::size_t>(scan.open.rend() - found) - 1;
          if (kind == kBrackets && (scan.open[place].mark.unit == '(') != (c[i].unit == ')')) flag(two_widths_, c[i], false, 0);
          // （甲“乙）”: the two closing marks have changed places.
          if (place + 2 == scan.open.size() && i + 1 < c.size() && c[i + 1].unit == kPairs[scan.open.back().kind].close) {
            const Span both{c[i].at, c[i + 1].at + c[i + 1].size};
            flag_as(crossed_, both, beside(text, both, false, 0),
                    text.substr(c[i + 1].at, c[i + 1].size) + text.substr(c[i].at, c[i].size));
            scan.open.resize(place);
            ++i;
            break;
          }
          // What stands between and is still open was never closed.
          for (std::size_t k = place + 1; k < scan.open.size(); ++k) unclosed(scan.open[k], c[i].at + c[i].size);
          scan.open.resize(place);
        }
      }
    }
    // At the end of a part only quotations of the body stay open.
    const bool more = body && p + 1 < printed.parts().size() && printed.parts()[p + 1].part == ArticlePart::body;
    // A paragraph that ends in a word was perhaps cut by the extraction: the next one may close what it opened.
    const bool cut = !c.empty() && han(before(c, c.size()));
    std::erase_if(scan.open, [&](const Scan::Open& o) {
      if (more && ((o.kind == kQuotes && o.speech) || (cut && o.part == p))) return false;
      unclosed(o, part.span.end);
      return true;
    });
  }
}

// Straight quotes have no direction: what stands beside them tells it where something is amiss.
void MarksCheck::straight_pairs(const ArticleSubject& subject, Report& report) const {
  const PrintedText& printed = subject.printed;
  const std::string& text = printed.text();
  const auto flag = [&](const CheckRule* rule, const Char& mark, bool opens, std::uint32_t limit) {
    const Span span{mark.at, mark.at + mark.size};
    report.flag({.rule = rule,
                 .at = {subject.article.n, printed.kept(span), printed.kept(beside(text, span, opens, limit))},
                 .values = {{"mark", "\""}}});
  };
  for (std::size_t p = 0; p < printed.parts().size(); ++p) {
    const PrintedPart& part = printed.parts()[p];
    if (std::count(text.begin() + part.span.begin, text.begin() + part.span.end, '"') % 2 == 0) continue;
    // A quotation that goes on opens the next paragraph anew.
    if (p + 1 < printed.parts().size() && text[printed.parts()[p + 1].span.begin] == '"') continue;
    const std::vector<Char> c = characters(text, part.span);
    std::size_t open = c.size();
    bool told = false;
    for (std::size_t i = 0; i < c.size() && !told; ++i) {
      if (c[i].unit != '"') continue;
      const std::uint32_t last = before(c, i), next = behind(c, i);
      const bool surely_opens = last == 0 || last == 0xFF1A || last == ':' || last == 0x300A;
      const bool surely_closes = next == 0 || narrow_of(next) != 0 || narrow_mark(next) || next == kStop || next == 0x3001;
      if (open < c.size() && surely_opens && !surely_closes) {
        flag(unclosed_, c[open], true, part.span.end);
        told = true;
      } else if (open == c.size() && surely_closes && !surely_opens) {
        flag(unopened_, c[i], false, 0);
        told = true;
      } else {
        open = open < c.size() ? c.size() : i;
      }
    }
    if (!told && open < c.size()) flag(unclosed_, c[open], true, part.span.end);
  }
}

void MarksCheck::widths(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const {
  const PrintedText& printed = subject.printed;
  const std::string& text = printed.text();
  // One straight pair among some curved ones is told in a short text too.
  const bool quotes = usual(usage.curved_quotes, usage.straight_quotes) || (usage.straight_quotes == 1 && usage.curved_quotes > 1);
  const bool brackets = usual(usage.wide_brackets, usage.narrow_brackets);
  const bool commas = usual(usage.wide_commas, usage.narrow_commas), percents = usual(usage.narrow_percents, usage.wide_percents);
  const bool letters = usual(usage.narrow_letters, usage.wide_letters);
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
  for (const PrintedPart& part : printed.parts()) {
    if (part.part == ArticlePart::source) continue;
    const std::vector<Char> c = characters(text, part.span);
    std::size_t open_quote = c.size(), open_bracket = c.size();
    for (std::size_t i = 0; i < c.size(); ++i) {
      const std::uint32_t unit = c[i].unit, last = before(c, i), next = behind(c, i);
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
        open_bracket = han(last) || wide_mark(last) || han(next) ? i : c.size();
      } else if (brackets && unit == ')' && open_bracket < c.size()) {
        const std::uint32_t begin = c[open_bracket].at, end = c[i].at + 1;
        flag(narrow_brackets_, {begin, end}, "\xEF\xBC\x88" + text.substr(begin + 1, end - begin - 2) + "\xEF\xBC\x89");
        open_bracket = c.size();
      } else if (commas && narrow_mark(unit) && (han(last) || last == '%' || last == kCloseQuote || last == kWideClose) &&
                 (han(next) || next == 0 || next == kOpenQuote) && !(unit == ':' && next == 0)) {
        narrow.push_back({{c[i].at, c[i].at + 1}, std::string(wide_of(unit))});
      } else if (percents && unit == kWidePercent) {
        std::size_t from = i;
        while (from > 0 && (digit(c[from - 1].unit) || c[from - 1].unit == '.')) --from;
        percent.push_back({{c[from].at, c[i].at + c[i].size}, text.substr(c[from].at, c[i].at - c[from].at) + "%"});
      } else if (letters && wide_latin(unit) && (i == 0 || !wide_latin(c[i - 1].unit))) {
        std::size_t to = i;
        std::string narrow_form;
        for (; to < c.size() && wide_latin(c[to].unit); ++to) narrow_form += static_cast<char>(c[to].unit - 0xFEE0);
        flag(wide_latin_, {c[i].at, c[to - 1].at + c[to - 1].size}, std::move(narrow_form));
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
      if (!digit(static_cast<unsigned char>(text[at]))) {
        ++at;
        continue;
      }
      std::uint32_t end = at, commas = 0, digits = 0;
      const auto is_digit = [&](std::uint32_t i) { return i < part.span.end && digit(static_cast<unsigned char>(text[i])); };
      while (is_digit(end) || (end < part.span.end && text[end] == ',' && is_digit(end + 1) && is_digit(end + 2) && is_digit(end + 3) &&
                               !is_digit(end + 4))) {
        commas += text[end] == ',';
        digits += text[end] != ',';
        ++end;
      }
      const bool fraction = end < part.span.end && text[end] == '.' && is_digit(end + 1);
      const bool alone = at == part.span.begin || (text[at - 1] != '.' && !latin(static_cast<unsigned char>(text[at - 1])));
      std::uint32_t size = 0, next = end;
      while (next < part.span.end && text[next] == ' ') ++next;
      const std::uint32_t unit = next < part.span.end ? Characters::unit_at(text, next, size) : 0;
      const bool year = digits == 4 && commas == 0 && (text[at] == '1' || text[at] == '2') && (unit == 0x5E74 || !han(unit));
      if (alone && digits >= 4 && (han(unit) || fraction) && !year) {
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
  for (const PrintedPart& part : printed.parts()) {
    if (part.part != ArticlePart::body || part.span.size() < kShort || subject.article.paragraphs[part.paragraph].heading) continue;
    const std::vector<Char> c = characters(printed.text(), part.span);
    std::size_t last = c.size();
    while (last > 0 && blank(c[last - 1].unit)) --last;
    if (last == 0) continue;
    const Char& mark = c[last - 1];
    const Span span{mark.at, mark.at + mark.size};
    const bool midst = mark.unit == 0xFF0C || mark.unit == 0x3001 || mark.unit == 0xFF1B;
    const auto at = static_cast<std::size_t>(&part - printed.parts().data());
    if ((&part == end && midst) || (usage.paragraphs_told() && ends_in_midst(printed, at))) {
      report.flag({.rule = in_midst_,
                   .at = {subject.article.n, printed.kept(span)},
                   .values = {{"mark", std::string(slice(printed.text(), span))}}});
      continue;
    }
    const auto count = [&](std::uint32_t unit) { return std::count_if(c.begin(), c.end(), [&](const Char& x) { return x.unit == unit; }); };
    const bool sentences = part.span.size() >= kSentence && (count(kStop) > 0 || count(0xFF0C) + count(',') >= kCommas);
    if ((han(mark.unit) || mark.unit == '%') && sentences && usage.paragraphs_told())
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
      if ((han(last) || last == '%') && paragraph.pieces[i + 1].begin <= line.end + kTurn)
        report.flag({.rule = missing_stop_, .at = {subject.article.n, Span{line.end - size, line.end}}});
    }
}

}  // namespace fengbiao
