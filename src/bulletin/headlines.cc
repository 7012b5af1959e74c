#include "bulletin/headlines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/utf8.h"
#include "text/chars.h"
#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostLines = 4;     // of a headline
constexpr std::size_t kRemembered = 120;  // lines of an article that its sub-headings are held against
constexpr float kWidestHeadline = 90;     // em, all its lines together
constexpr float kFullHeadline = 24;       // em from which a headline may have been wrapped in print
constexpr float kWidestRest = 26;         // em of the rest of such a headline
constexpr float kWidestLine = 60;         // em of a line that may be a headline by its looks

std::string joined_key(const std::vector<Ink>& inks, std::size_t begin, std::size_t end, std::string_view text) {
  std::string key;
  for (std::size_t i = begin; i < end; ++i) key += squeezed(slice(text, inks[i].span));
  std::erase(key, '*');
  while (key.starts_with('#') || key.starts_with('-')) key.erase(0, 1);
  return key;
}

bool is_enumerated(const Ink& ink, std::string_view text, const Profile& profile) {
  const std::string_view s = slice(text, ink.span);
  return profile.enumerated.first(folded(s.substr(0, std::min<std::size_t>(s.size(), 24)))).has_value();
}

// Where paragraphs are indented, the text below a headline of several lines begins with an indent soon.
bool indented_within(const std::vector<Ink>& inks, std::size_t at, std::size_t end) {
  for (std::size_t i = at; i < std::min(at + 2, end); ++i)
    if (inks[i].indent >= 1.0f) return true;
  return false;
}

using Bigrams = std::set<std::uint64_t>;

Bigrams bigrams_of(const std::vector<Ink>& inks, std::size_t begin, std::size_t end, std::string_view text) {
  Bigrams out;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view s = slice(text, inks[i].span);
    char32_t before = 0;
    for (std::size_t at = 0; at < s.size();) {
      const Decoded d = decode(s, at);
      at += d.size;
      const char32_t c = fold(d.code);
      if (!is_han(c)) {
        if (c != ' ') before = 0;
        continue;
      }
      if (before != 0) out.insert((static_cast<std::uint64_t>(before) << 32) | c);
      before = c;
    }
  }
  return out;
}

double contained(const Bigrams& part, const Bigrams& whole) {
  if (part.empty()) return 0;
  const auto n = std::count_if(part.begin(), part.end(), [&](std::uint64_t b) { return whole.contains(b); });
  return static_cast<double>(n) / static_cast<double>(part.size());
}

bool opens_with_lead(const Ink& ink, std::string_view text, const Profile& profile) {
  const std::string s = folded(slice(text, ink.span).substr(0, 60));
  const std::string_view head = std::string_view(s).substr(0, 36);
  if (std::any_of(profile.lead_words.begin(), profile.lead_words.end(), [&](const std::string& w) { return head.find(w) != head.npos; }))
    return true;
  return head.find_first_of("0123456789") != head.npos;  // a date or a number of the day
}

}  // namespace

Headlines learn_headlines(const std::vector<Ink>& inks, const std::vector<std::size_t>& certain, const Setting& setting) {
  Headlines h;
  std::map<std::uint16_t, std::size_t> gaps;
  std::map<std::uint8_t, std::size_t> levels;
  std::map<int, std::size_t> sizes;
  std::size_t set_off = 0, centred = 0, all = 0;
  for (const std::size_t i : certain) {
    if (i + 1 >= inks.size()) continue;
    ++all;
    if (inks[i].indent >= 3.0f) ++centred;
    std::size_t below = i + 1;  // behind the headline's full lines
    while (below + 1 < inks.size() && below < i + kMostLines && inks[below].gap <= setting.usual_gap && setting.full(inks[below - 1]) &&
           !inks[below].ended)
      ++below;
    if (inks[below].gap > setting.usual_gap) {
      ++set_off;
      ++gaps[inks[below].gap];
    }
    if (inks[i].role == LineRole::heading) ++levels[inks[i].level];
    if (inks[i].size > 1.08f) ++sizes[static_cast<int>(std::lround(inks[i].size * 50))];
  }
  h.centred = centred * 2 > all;
  const auto most = [](const auto& counts) {
    return std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  };
  if (setting.wrapped && set_off >= 2 && set_off * 10 >= all * 6) {
    const std::uint16_t gap = most(gaps)->first;
    // It says something only if text lines hardly ever stand so far apart.
    const auto wide = static_cast<std::size_t>(std::count_if(inks.begin(), inks.end(), [&](const Ink& ink) { return ink.gap >= gap; }));
    if (wide <= 3 * all + 4) h.gap_below = gap;
  }
  if (!levels.empty() && most(levels)->second * 2 > all) h.level = most(levels)->first;
  if (!sizes.empty() && most(sizes)->second * 2 > all) h.size = static_cast<float>(most(sizes)->first) / 50;
  return h;
}

// Whether the lines from `at` on, full but for the last and none the end of a sentence, come to the white below a headline.
bool Headlines::rest_before_white(const std::vector<Ink>& inks, std::size_t at, std::size_t end, const Setting& setting) const {
  for (std::size_t i = at; i + 1 < std::min(at + kMostLines - 1, end); ++i) {
    if (inks[i].gap > setting.usual_gap || inks[i].ended || (i > at && inks[i].stop_inside)) return false;
    if (inks[i + 1].gap >= gap_below) return true;
    if (!setting.full(inks[i])) return false;
  }
  return false;
}

Headlines::Extent Headlines::extent(const std::vector<Ink>& inks, std::size_t at, std::size_t end, std::string_view text,
                                    const Setting& setting, const Profile& profile, const std::set<std::string>& contents) const {
  Extent e{1, "first line"};
  float width = inks[at].width;
  for (std::size_t k = at; k + 1 < end && e.inks < kMostLines; ++k) {
    const Ink &ink = inks[k], &next = inks[k + 1];
    width += next.width;
    if (width > kWidestHeadline || introduces_book(next, text, profile)) break;
    if (!contents.empty()) {
      const std::string so_far = joined_key(inks, at, k + 1, text);
      if (contents.contains(so_far)) return {e.inks, "an entry of the contents"};
      const std::string longer = joined_key(inks, at, k + 2, text);
      if (contents.contains(longer)) {
        ++e.inks;
        e.rule = "an entry of the contents";
        continue;
      }
    }
    if (ink.role == LineRole::heading || next.role != LineRole::plain) break;
    if (setting.sign == ParagraphSign::layout) {
      if (size > 0 && std::fabs(next.size - ink.size) < 0.05f && ink.size > 1.08f && next.above < 0.8f) {
        ++e.inks;
        e.rule = "lines of the headline's type";
        continue;
      }
      break;
    }
    if (is_enumerated(next, text, profile)) break;
    if (gap_below > 0 && next.gap >= gap_below) {
      e.rule = "white space below";
      break;
    }
    const bool goes_on = !ink.ended || fold(ink.last) == ':';
    if (centred && goes_on && ink.indent >= 1.0f && next.indent >= 3.0f && next.gap <= setting.usual_gap) {
      ++e.inks;
      e.rule = "in the middle as the line above";
      continue;
    }
    if (setting.sign == ParagraphSign::indent && next.indent >= 1.0f) {
      e.rule = "an indented line below";
      break;
    }
    if (ink.open && !next.stop_inside && next.width < 50) {
      ++e.inks;
      e.rule = "a bracket left open";
      continue;
    }
    if (setting.sign == ParagraphSign::trailing) {
      if (ink.trailing > 0 || !goes_on) {
        e.rule = "a blank behind the line ends it";
        break;
      }
      ++e.inks;
      e.rule = "no blank behind the line, so it goes on";
      continue;
    }
    if (gap_below > 0) {
      // A page may have taken the white space: only a rest followed by white belongs to the headline.
      if (rest_before_white(inks, k + 1, end, setting)) {
        ++e.inks;
        e.rule = "white space below";
        continue;
      }
      break;
    }
    if (setting.sign == ParagraphSign::indent && goes_on && next.gap <= setting.usual_gap && indented_within(inks, k + 2, end)) {
      ++e.inks;
      e.rule = "no indent, so it goes on";
      continue;
    }
    if (setting.wrapped && setting.full(ink) && !ink.ended && next.indent < 1.0f && next.gap <= setting.usual_gap) {
      ++e.inks;
      e.rule = "a full line, so it goes on";
      continue;
    }
    const bool rest = !next.ended && !next.comma && !next.stop_inside && next.width <= kWidestRest && k + 2 < end && inks[k + 2].ended;
    if (!setting.wrapped && e.inks == 1 && ink.width >= kFullHeadline && !ink.ended && rest) {
      ++e.inks;
      e.rule = "a second short line before the text";
      continue;
    }
    break;
  }
  return e;
}

std::string_view Headlines::begins_at(const std::vector<Ink>& inks, std::size_t article_begin, std::size_t at, std::size_t end,
                                      std::string_view text, const Setting& setting, const Profile& profile, const SectionName* section,
                                      const std::set<std::string>& contents) const {
  const Ink& ink = inks[at];
  if (at + 1 >= end || ink.width > kWidestLine || ink.stop_inside) return {};
  // Where the line seems to go on in a paragraph, only the surest signs count, and only behind the end of a sentence.
  const bool joined = setting.joins(inks[at - 1], ink);
  const bool books = section && section->books;
  if (joined && (!inks[at - 1].ended || (contents.empty() && !books))) return {};
  if (gap_below > 0 && ink.gap < gap_below && contents.empty() && !books) return {};
  const Extent e = extent(inks, at, end, text, setting, profile, contents);
  if (books) {
    const std::size_t below = at + e.inks;
    if (below < end && introduces_book(inks[below], text, profile)) return "a book's introduction follows";
  }
  if (!contents.empty()) {
    const std::string key = joined_key(inks, at, at + e.inks, text);
    if (key.size() >= 12 && contents.contains(key)) return "an entry of the contents";
  }
  if (joined) return {};
  if (level > 0) return ink.role == LineRole::heading && ink.level == level ? "the format's own heading" : std::string_view{};
  if (size > 0)
    return std::fabs(ink.size - size) < 0.05f && inks[at - 1].size < size - 0.05f ? "the headlines' type size" : std::string_view{};
  if (gap_below > 0) {
    const bool below = at + e.inks < end && inks[at + e.inks].gap >= gap_below;
    return ink.gap >= gap_below && below && (ink.indent >= 3.0f) == centred && !is_enumerated(ink, text, profile)
               ? "white space above and below"
               : std::string_view{};
  }
  // A change of subject. Sub-headings share the words of the article they stand in; a headline shares those that follow.
  const std::size_t below = at + e.inks;
  const Ink& last = inks[below - 1];
  if (below >= end || last.ended || last.comma || last.width < 6 || is_enumerated(ink, text, profile)) return {};
  if (e.inks == 1 && setting.unfinished(ink)) return {};
  const Ink& next = inks[below];
  const bool reads_as_text = next.ended || next.stop_inside || next.comma || (setting.wrapped && setting.full(next));
  if (!inks[at - 1].ended || !reads_as_text || next.width < 20 || !opens_with_lead(next, text, profile)) return {};
  const Bigrams line = bigrams_of(inks, at, below, text);
  const Bigrams after = bigrams_of(inks, below, std::min(below + (setting.wrapped ? 4 : 2), end), text);
  const Bigrams before = bigrams_of(inks, std::max(article_begin + kRemembered, at) - kRemembered, at, text);
  return contained(line, after) >= 0.5 && contained(line, before) <= 0.25 ? "a change of subject" : std::string_view{};
}

}  // namespace fengbiao
