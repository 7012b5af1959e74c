#include "check/pairs.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "check/mark_characters.h"
#include "text/characters.h"

namespace fengbiao {
namespace {

constexpr std::size_t kShownBeside = 8;    // characters shown with a mark that has lost its other half
constexpr std::size_t kDeepest = 64;       // marks open at once; more are not told apart
constexpr std::size_t kShortQuote = 20;    // characters of a quoted name
constexpr std::size_t kBesideDigits = 12;  // bytes before a bracket in which an item's number may stand
constexpr std::uint32_t kRare = 5;         // straight quotes that outnumber curved ones one to so many

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

// Marks that stand behind words, never behind the mark that opens a quotation.
bool behind_words(std::uint32_t unit) {
  return unit == kStop || unit == 0x3001 || unit == 0xFF0C || unit == 0xFF1A || unit == 0xFF1B || unit == kExclamation ||
         unit == kQuestion || unit == kWideClose;
}
bool damage(std::uint32_t unit) { return unit == 0xFFFD || (unit >= 0xE000 && unit <= 0xF8FF) || (unit < 0x20 && unit != 0x09); }

bool begins_speech(std::uint32_t last) { return last == 0 || last == 0xFF1A || last == ':' || last == 0xFF0C || last == ','; }

// A mark with some characters of what it opens or closes; no further than its line.
Span beside(const std::string& text, Span mark, bool opens, std::uint32_t limit) {
  std::size_t seen = 0;
  if (opens) {
    while (mark.end < std::min<std::size_t>(limit, text.size()) && text[mark.end] != '\n' && seen < kShownBeside) {
      std::uint32_t size = 0;
      seen += !is_blank_unit(Characters::unit_at(text, mark.end, size));
      mark.end += size;
    }
  } else {
    while (mark.begin > 0 && text[mark.begin - 1] != '\n' && seen < kShownBeside) {
      std::uint32_t size = 0;
      seen += !is_blank_unit(Characters::unit_before(text, mark.begin, size));
      mark.begin -= size;
    }
  }
  return mark;
}

}  // namespace

Result<PairsCheck> PairsCheck::load(RuleBook& book) {
  PairsCheck out;
  FB_TRY(out.unclosed_, book.rule("unclosed-mark"));
  FB_TRY(out.unopened_, book.rule("unopened-mark"));
  FB_TRY(out.crossed_, book.rule("crossed-marks"));
  FB_TRY(out.turned_, book.rule("turned-quote"));
  FB_TRY(out.two_widths_, book.rule("brackets-of-two-widths"));
  return out;
}

void PairsCheck::check(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const {
  curved(subject, usage, report);
  if (MarkUsage::usual(usage.straight_quotes, usage.curved_quotes)) straight(subject, report);
}

// What is open, over the parts of an article: quotations may run over its paragraphs, everything else ends with one.
struct PairsCheck::Scan {
  struct Open {
    std::size_t kind = 0;
    MarkCharacter mark;
    std::size_t part = 0;
    bool speech = false;  // begins a paragraph or stands behind a colon or comma: may run over paragraphs
    std::size_t i = 0;    // in its part
    bool told = true;     // its part is whole, so that it can be judged
  };
  std::vector<Open> open;
};

void PairsCheck::curved(const ArticleSubject& subject, const MarkUsage& usage, Report& report) const {
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
  const auto flag = [&](const CheckRule* rule, const MarkCharacter& mark, bool opens, std::uint32_t limit, std::string suggestion = "") {
    const Span span{mark.at, mark.at + mark.size};
    flag_as(rule, span, beside(text, span, opens, limit), std::move(suggestion));
  };
  const auto unclosed = [&](const Scan::Open& o, std::uint32_t limit) {
    // \u2018 before a digit stands for an apostrophe.
    std::uint32_t size = 0;
    const std::uint32_t at = o.mark.at + o.mark.size;
    if (o.kind == kSingles && at < text.size() && is_latin_unit(Characters::unit_at(text, at, size))) return;
    if (o.told) flag(unclosed_, o.mark, true, limit);
  };
  Scan scan;
  // Where the text's quotes are mostly straight, a curved one that stays alone is the extraction's.
  const bool quotes_told = usage.straight_quotes * kRare <= usage.curved_quotes;
  std::vector<std::size_t> next_quote;  // by character: the next double quote in its part
  for (std::size_t p = 0; p < printed.parts().size(); ++p) {
    const PrintedPart& part = printed.parts()[p];
    const bool body = part.part == ArticlePart::body;
    const std::vector<MarkCharacter>& c = printed.characters(p);
    bool quotes = false;
    told = true;
    for (const MarkCharacter& x : c) {
      if (is_han_unit(x.unit)) continue;
      told = told && !damage(x.unit);
      quotes = quotes || x.unit == kOpenQuote || x.unit == kCloseQuote;
    }
    if (quotes) next_quote.assign(c.size(), c.size());
    for (std::size_t i = quotes ? c.size() : 0; i-- > 1;)
      next_quote[i - 1] = c[i].unit == kOpenQuote || c[i].unit == kCloseQuote ? i : next_quote[i];
    const auto quote_behind = [&](std::size_t i) -> std::uint32_t {
      return quotes && i < c.size() && next_quote[i] < c.size() ? c[next_quote[i]].unit : 0;
    };
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (is_han_unit(c[i].unit)) continue;
      const std::uint32_t unit = c[i].unit == '(' ? kWideOpen : c[i].unit == ')' ? kWideClose : c[i].unit;
      if (unit < 0x80) continue;
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
            if (kind == kSingles && is_latin_unit(last)) continue;
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
            const bool item = kind == kBrackets && (is_latin_unit(last) || is_han_unit(last)) && i * 3 <= kBesideDigits;
            if (!item && !(kind == kBrackets && is_digit_unit(last) && c[i].at - part.span.begin > 0 && i >= 2 &&
                           !is_digit_unit(c[i - 2].unit) && !is_han_unit(c[i - 2].unit)))
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
    const bool cut = !c.empty() && is_han_unit(before(c, c.size()));
    std::erase_if(scan.open, [&](const Scan::Open& o) {
      if (more && ((o.kind == kQuotes && o.speech) || (cut && o.part == p))) return false;
      unclosed(o, part.span.end);
      return true;
    });
  }
}

// Straight quotes have no direction: what stands beside them tells it where something is amiss.
void PairsCheck::straight(const ArticleSubject& subject, Report& report) const {
  const PrintedText& printed = subject.printed;
  const std::string& text = printed.text();
  const auto flag = [&](const CheckRule* rule, const MarkCharacter& mark, bool opens, std::uint32_t limit) {
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
    const std::vector<MarkCharacter>& c = printed.characters(p);
    std::size_t open = c.size();
    bool told = false;
    for (std::size_t i = 0; i < c.size() && !told; ++i) {
      if (c[i].unit != '"') continue;
      const std::uint32_t last = before(c, i), next = behind(c, i);
      const bool surely_opens = last == 0 || last == 0xFF1A || last == ':' || last == 0x300A;
      const bool surely_closes = next == 0 || narrow_form(next) != 0 || is_narrow_mark(next) || next == kStop || next == 0x3001;
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

}  // namespace fengbiao
