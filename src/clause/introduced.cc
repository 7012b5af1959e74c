#include "clause/introduced.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/chars.h"

namespace fengbiao {
namespace {

constexpr std::size_t kLeast = 9, kLeastInQuotes = 6, kMost = 24;  // bytes: three, two and eight characters
constexpr std::size_t kMostNames = 8;
constexpr std::size_t kReach = 90;  // bytes behind a name where a word of telling may stand

class Introduced {
 public:
  Introduced(std::string_view folded, const Hits& hits, std::uint32_t title_end, const WordAt& word_at, ReadText& text)
      : folded_(folded), title_(folded.substr(0, title_end)), hits_(hits), word_at_(word_at), text_(text) {}

  void run(std::span<const WordHit> found) {
    go_on();
    for (const WordHit& hit : found) {
      if (names_.size() >= kMostNames) break;
      if (hit.is(WordUse::kind_of_firm) && !look_in_quotes(hit.span)) look(hit.span.end);
      if (hit.is(WordUse::kind_of_firm) || hit.is(WordUse::owner)) look_for_latin(hit.span.end);
    }
    if (names_.empty()) return;
    for (const std::string& name : names_)
      for (std::size_t at = find_in(folded_, name); at != folded_.npos; at = find_in(folded_, name, at + name.size()))
        add({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())});
    std::stable_sort(text_.names.begin(), text_.names.end(), [](const Name& a, const Name& b) { return a.span.begin < b.span.begin; });
  }

 private:
  static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
  // The end of a word such as Market, not of APP or GMV; `from` where there is none.
  [[nodiscard]] std::size_t latin_word(std::size_t from) const {
    std::size_t end = from;
    bool small = false;
    while (end < folded_.size() && (is_letter(folded_[end]) || (end > from && folded_[end] == '.' && is_letter(folded_[end + 1])))) {
      small |= !is_capital(folded_[end]) && folded_[end] != '.';
      ++end;
    }
    return small && is_capital(folded_[from]) && end - from >= 3 ? end : from;
  }
  // Where the Latin word before a blank before `at` begins; `at` where there is none.
  [[nodiscard]] std::size_t word_before(std::size_t at) const {
    if (at < 2 || folded_[at - 1] != ' ') return at;
    std::size_t begin = at - 1;
    while (begin > 0 && is_letter(folded_[begin - 1])) --begin;
    return begin < at - 1 && latin_word(begin) == at - 1 ? begin : at;
  }
  // PayPay Flea Market, New Bing: a known name and the words beside it; and the word that a link joins to it.
  void go_on() {
    std::vector<Span> more;
    for (Name& name : text_.names) {
      if (name.kind != NameKind::company && name.kind != NameKind::platform) continue;
      if (!is_letter(folded_[name.span.begin]) || !is_letter(folded_[name.span.end - 1])) continue;
      for (std::size_t at = name.span.end; at + 1 < folded_.size() && folded_[at] == ' ' && !taken(static_cast<std::uint32_t>(at + 1));
           at = name.span.end) {
        const std::size_t end = latin_word(at + 1);
        if (end == at + 1 || (end < folded_.size() && folded_[end] == ' ' && is_digit(end + 1))) break;
        name.span.end = static_cast<std::uint32_t>(end);
        name.id.clear();
      }
      if (const std::size_t begin = word_before(name.span.begin); begin < name.span.begin && !taken(static_cast<std::uint32_t>(begin))) {
        name.span.begin = static_cast<std::uint32_t>(begin);
        name.id.clear();
      }
      const WordHit* link = hits_.beginning_at(name.span.end);
      if (!link || !link->is(WordUse::link)) continue;
      std::size_t at = link->span.end;
      while (at < folded_.size() && folded_[at] == ' ') ++at;
      if (const std::size_t end = latin_word(at); end > at && !taken(static_cast<std::uint32_t>(at)))
        more.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    }
    for (const Span span : more) add(span);
  }
  [[nodiscard]] bool is_digit(std::size_t at) const { return at < folded_.size() && folded_[at] >= '0' && folded_[at] <= '9'; }
  // 漫画应用Piccoma, 母公司Sea
  void look_for_latin(std::size_t at) {
    while (at < folded_.size() && (folded_[at] == '"' || folded_[at] == ' ')) ++at;
    if (const WordHit* of = hits_.beginning_at(static_cast<std::uint32_t>(at)); of && of->is(WordUse::of)) at = of->span.end;
    while (at < folded_.size() && folded_[at] == ' ') ++at;
    std::size_t end = latin_word(at);
    if (end == at || taken(static_cast<std::uint32_t>(at))) return;
    for (std::size_t more = end; more + 1 < folded_.size() && folded_[more] == ' '; end = more) {
      more = latin_word(end + 1);
      if (more == end + 1) break;
    }
    if (is_digit(end) || (end < folded_.size() && folded_[end] == ' ' && is_digit(end + 1))) return;
    // Who tells is not spoken of.
    const Span behind{static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(std::min(folded_.size(), end + kReach))};
    for (const WordHit& hit : hits_.between(behind.begin, behind.end))
      if (hit.is(WordUse::teller_after) || hit.is(WordUse::tell) || hit.is(WordUse::forecast)) return;
    std::string name(folded_.substr(at, end - at));
    if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(std::move(name));
  }
  // 主品牌“某某”: what stands in quotes right behind is called so.
  bool look_in_quotes(Span kind) {
    if (kind.begin > 0 && taken(kind.begin - 1)) return false;  // 甲平台“某某”服务: what a firm has
    std::size_t at = kind.end;
    while (at < folded_.size() && folded_[at] == ' ') ++at;
    if (at + 1 >= folded_.size() || folded_[at] != '"' || taken(static_cast<std::uint32_t>(at + 1))) return false;
    const std::string_view name = letters(folded_, at + 1);
    const std::size_t end = at + 1 + name.size();
    if (word_at_ && word_at_(folded_, at + 1) >= name.size()) return false;  // 平台“三农”达人: an ordinary word
    if (name.size() < kLeastInQuotes || end >= folded_.size() || folded_[end] != '"') return false;
    if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.emplace_back(name);
    return true;
  }
  static bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
  void look(std::uint32_t at) {
    while (at < folded_.size() && (folded_[at] == '"' || folded_[at] == ' ')) ++at;
    if (at >= folded_.size() || taken(at) || hits_.beginning_at(at) || word_at_(folded_, at) > 3) return;
    const bool in_title = at < title_.size();
    const std::string_view here = letters(in_title ? title_ : folded_, at);
    if (here.size() < kLeastInQuotes) return;
    const std::string_view other = in_title ? folded_.substr(title_.size()) : title_;
    std::size_t best = 0;
    bool quoted = false;
    if (is_letter(here[0])) {  // a word of Latin letters is whole or nothing
      const std::size_t found = other.find(here);
      const bool whole = found != other.npos && (found == 0 || !is_letter(other[found - 1])) &&
                         (found + here.size() >= other.size() || !is_letter(other[found + here.size()]));
      if (whole && here[0] <= 'Z' && here.size() >= 3) names_.emplace_back(here);
      return;
    }
    const std::string_view first = here.substr(0, kLeastInQuotes);
    for (std::size_t found = find_in(other, first); found != other.npos; found = find_in(other, first, found + 3)) {
      std::size_t same = kLeastInQuotes;
      while (same < here.size() && found + same < other.size() && here[same] == other[found + same]) ++same;
      while (same > 0 && (static_cast<unsigned char>(here[same < here.size() ? same : same - 1]) & 0xC0) == 0x80 && same < here.size())
        --same;
      if (found > 0 && !may_begin_behind(other, found)) continue;
      const bool in_quotes = found > 0 && other[found - 1] == '"' && found + same < other.size() && other[found + same] == '"';
      if (same > best) {
        best = same;
        quoted = in_quotes;
      }
    }
    if (best < (quoted ? kLeastInQuotes : kLeast)) return;
    const std::string name(here.substr(0, best));
    if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
  }

  // Behind a mark, a digit, a blank or 的 a name may begin.
  [[nodiscard]] bool may_begin_behind(std::string_view text, std::size_t at) const {
    if ((static_cast<unsigned char>(text[at - 1]) & 0x80) == 0) return true;
    const Decoded d = decode(text, at - 3);
    if (!is_han(d.code)) return true;
    const auto whole = static_cast<std::uint32_t>(text.data() - folded_.data() + static_cast<std::ptrdiff_t>(at));
    return hits_.before(whole, WordUse::of);
  }

  // Chinese characters from a place on, no more than a name has, up to the next name, number or time.
  [[nodiscard]] std::string_view letters(std::string_view text, std::size_t at) const {
    std::size_t end = at;
    while (end < text.size() && end - at < kMost) {
      const Decoded d = decode(text, end);
      const bool latin = is_letter(text[at]);
      if ((latin ? !is_letter(text[end]) : !is_han(d.code)) || taken(static_cast<std::uint32_t>(end))) break;
      end += d.size;
    }
    return text.substr(at, end - at);
  }
  [[nodiscard]] bool taken(std::uint32_t at) const {
    const auto inside = [&](const auto& items, const auto& span_of) {
      const auto next =
          std::upper_bound(items.begin(), items.end(), at, [&](std::uint32_t p, const auto& item) { return p < span_of(item).begin; });
      return next != items.begin() && span_of(*(next - 1)).end > at;
    };
    return inside(text_.names, [](const Name& n) { return n.span; }) ||
           inside(text_.quantities, [](const Quantity& q) { return q.span; }) ||
           inside(text_.times, [](const TimeInText& t) { return t.time.span; });
  }
  void add(Span span) {
    if (taken(span.begin)) return;
    Name& name = text_.names.emplace_back();
    name.span = span;
    name.kind = NameKind::company;
    name.canonical = slice(folded_, span);
    name.by_form = true;
    name.rule = "introduced by what it is, and told again";
    // kept in order, so that what is taken can be looked up
    std::rotate(std::upper_bound(text_.names.begin(), text_.names.end() - 1, span.begin,
                                 [](std::uint32_t p, const Name& n) { return p < n.span.begin; }),
                text_.names.end() - 1, text_.names.end());
  }

  std::string_view folded_, title_;
  const Hits hits_;
  const WordAt& word_at_;
  ReadText& text_;
  std::vector<std::string> names_;
};

}  // namespace

void find_introduced(std::string_view folded, std::span<const WordHit> found, std::uint32_t title_end, const WordAt& word_at,
                     ReadText& text) {
  if (title_end == 0 || !word_at) return;
  Introduced(folded, Hits(folded, found), title_end, word_at, text).run(found);
}

}  // namespace fengbiao
