#include "comply/matcher_run.h"

#include <algorithm>

#include "text/fold.h"

namespace fengbiao {
namespace {

constexpr int kSteps = 256;                    // looks for the parts of one phrase
constexpr std::uint32_t kLongestOrdinary = 6;  // characters

bool latin(char16_t u) { return u >= 'a' && u <= 'z'; }
bool digit(char16_t u) { return u >= '0' && u <= '9'; }

}  // namespace

void ComplyMatcher::run(const ComplyLetters& letters, const std::vector<SpokenLine>& lines, const std::vector<std::uint8_t>& active,
                        Found& out) const {
  out.matches.clear();
  out.not_listed.assign(rules_.size(), 0);
  ComplyRun(*this, letters, lines, active, out).run();
}

ComplyRun::ComplyRun(const ComplyMatcher& matcher, const ComplyLetters& letters, const std::vector<SpokenLine>& lines,
                     const std::vector<std::uint8_t>& active, ComplyMatcher::Found& out)
    : m_(matcher), t_(letters), lines_(lines), active_(active), out_(out) {
  from_.resize(std::size_t{t_.size()} + 1);
  cursors_.resize(m_.arounds_);
  somewhere_.assign(m_.members_.size() * 2, -1);
  counted_.resize(m_.rules_.size());
  missed_.resize(m_.finds_.size());
  whole_ = {0, t_.size()};
}

void ComplyRun::run() {
  const char16_t* const units = t_.units.data();
  const std::uint32_t n = t_.size();
  while (told_ < n) {
    read_on();
    // Looking reads on where it wants to, and finds more.
    for (std::size_t i = 0; i < hits_.size(); ++i) look(Hit{hits_[i]});
    hits_.clear();
  }
  // What should stand in any text is told at the first line that has words.
  std::uint32_t begin = 0;
  while (begin < n && units[begin] == ComplyLetters::kLineEnd) ++begin;
  std::uint32_t end = begin;
  while (end < n && units[end] != ComplyLetters::kLineEnd) ++end;
  for (const std::uint32_t f : m_.always_) {
    const ComplyMatcher::FindAt& of = m_.finds_[f];
    if (begin == end || !active_[of.rule] || stands_somewhere(of.at->missing, true)) continue;
    const std::vector<Exemption>& unless = m_.rules_[of.rule].rule->unless;
    const auto exempt =
        std::ranges::find_if(unless, [&](const Exemption& e) { return e.words.list != kNoList && stands_somewhere(e.words.list, true); });
    miss(of, begin, end, exempt == unless.end() ? -1 : static_cast<std::int32_t>(exempt - unless.begin()));
  }
  finish();
}

// --- what stands where

void ComplyRun::read_on() {
  const char16_t* const units = t_.units.data();
  const std::uint32_t n = t_.size(), end = std::min(n, told_ + kAhead);
  const auto unit_at = [&](std::size_t at, std::uint32_t& size) { return size = 1, static_cast<std::uint32_t>(units[at]); };
  std::uint32_t syllable = m_.folding_.syllable(units[told_]);
  for (; told_ < end; ++told_) {
    const std::uint32_t i = told_;
    from_[i] = static_cast<std::uint32_t>(events_.size());
    // Words of one character need no walk.
    if (const std::uint32_t one = m_.one_unit_[units[i]]; one != 0) read(i, 1, m_.spellings_[one]);
    if (m_.first_two_.may_have(ComplyMatcher::two_units(units[i], units[i + 1])))
      m_.by_units_.each_of(i, n, unit_at, [&](Trie::Hit hit) { read(i, hit.length, m_.spellings_[hit.value]); });
    if (!m_.any_sounds_) continue;
    const std::uint32_t next = m_.folding_.syllable(units[i + 1]), two = ComplyMatcher::two_syllables(syllable, next);
    if ((m_.first_syllables_[two / 64] >> two % 64 & 1) != 0) read_sounds(i, two);
    syllable = next;
  }
  from_[end] = static_cast<std::uint32_t>(events_.size());
}

void ComplyRun::read(std::uint32_t at, std::uint32_t length, const ComplyMatcher::Spelling& spelling) {
  const std::uint32_t to = at + length;
  if (!apart(at, to)) return;
  if (spelling.anchors.begin < spelling.anchors.end) hits_.push_back({at, length, spelling.anchors, false});
  if (spelling.around.begin == spelling.around.end) return;
  const bool gaps = has_gaps(at, to, 0);  // most have none
  for (std::uint32_t i = spelling.around.begin; i < spelling.around.end; ++i) {
    const ComplyMatcher::Around& around = m_.around_words_[i];
    events_.push_back({around.lists, at, to, around.word, gaps && has_gaps(at, to, m_.book_.words()[around.word].gaps)});
  }
}

void ComplyRun::read_sounds(std::uint32_t at, std::uint32_t two) {
  const char16_t* const units = t_.units.data() + at;
  const std::uint32_t first = two / ComplyFolding::kSyllables, second = two % ComplyFolding::kSyllables;
  if (!m_.sounds_sieve_.may_have(ComplyMatcher::first_printed(units[0], second)) &&
      !m_.sounds_sieve_.may_have(ComplyMatcher::second_printed(first, units[1])) &&
      !m_.sounds_sieve_.may_have(ComplyMatcher::three_sounds(two, m_.folding_.syllable(units[2]))))
    return;
  const auto syllable_at = [&](std::size_t i, std::uint32_t& size) {
    return size = 1, static_cast<std::uint32_t>(ComplyMatcher::kSyllable) + m_.folding_.syllable(t_.units[i]);
  };
  m_.by_syllables_.each_of(at, t_.size(), syllable_at, [&](Trie::Hit hit) {
    if (apart(at, at + hit.length)) hits_.push_back({at, hit.length, m_.sounds_[hit.value], true});
  });
}

void ComplyRun::look(const Hit& hit) {
  const std::uint32_t at = hit.begin, end = at + hit.length;
  const bool any_gaps = has_gaps(at, end, 0);
  for (std::uint32_t a = hit.anchors.begin; a < hit.anchors.end; ++a) {
    const ComplyMatcher::Anchor& anchor = m_.anchors_[a];
    const bool gaps = any_gaps && has_gaps(at, end, anchor.gaps);
    int plain = -1;  // whether the place is no ordinary word, once it was asked
    for (std::uint32_t u = anchor.uses.begin; u < anchor.uses.end; ++u) {
      const Use& use = m_.uses_[u];
      const std::uint32_t rule = m_.finds_[use.find].rule;
      if (!active_[rule] || (gaps && !m_.rules_[rule].rule->fold.gaps)) continue;
      if (gaps || use.disguise != Disguise::none) {
        if (plain < 0) plain = (!hit.by_sound || odd(at, end, m_.book_.words()[anchor.word].units)) && !crossed(at, end) ? 1 : 0;
        if (plain == 0) continue;
      }
      consider(use, anchor.word, at, end, use.disguise != Disguise::none ? use.disguise : gaps ? Disguise::gaps : Disguise::none);
    }
  }
}

void ComplyRun::consider(const Use& use, std::uint32_t word, std::uint32_t begin, std::uint32_t end, Disguise disguise) {
  const ComplyMatcher::FindAt& of = m_.finds_[use.find];
  const ComplyFind& find = *of.at;
  const ComplyRule& rule = *m_.rules_[of.rule].rule;
  if (missed_[use.find] == kSettled) return;
  move_scopes(begin);
  const SpokenLine& line = lines_[t_.lines[line_at_].line];
  if ((find.speakers >> static_cast<unsigned>(line.speaker) & 1) == 0) return;
  if (!find.attribute.empty() && !attribute_is(find.attribute)) return;
  if (!find.not_attribute.empty() && attribute_is(find.not_attribute)) return;
  const ComplyPhrase& phrase = find.phrases[use.phrase];
  steps_ = kSteps;
  if (use.part + 1U < phrase.parts.size() && !forward(phrase, use.part + 1U, end, sentence_.end, rule.fold.gaps, end)) return;
  if (use.part > 0 && !backward(phrase, use.part - 1U, begin, rule.fold.gaps, begin)) return;
  if (find.inside != 0 && !enclosed(find.inside, begin, end)) return;
  if (find.not_inside != 0 && enclosed(find.not_inside, begin, end)) return;
  if (find.whole && crossed(begin, end)) return;
  if (find.before != kNoList && !adjoins(find.before, begin, true)) return;
  if (find.behind != kNoList && !adjoins(find.behind, end, false)) return;
  if (find.not_before != kNoList && adjoins(find.not_before, begin, true)) return;
  if (find.not_behind != kNoList && adjoins(find.not_behind, end, false)) return;
  std::uint32_t number = of.around;
  for (const WordsAround& near : find.near)
    if (!stands_around(near, number++, begin, end, rule.fold.gaps)) return;
  for (const WordsAround& far : find.not_near)
    if (stands_around(far, number++, begin, end, true)) return;
  found(use, word, begin, end, disguise);
}

void ComplyRun::found(const Use& use, std::uint32_t word, std::uint32_t begin, std::uint32_t end, Disguise disguise) {
  const ComplyMatcher::FindAt& of = m_.finds_[use.find];
  const ComplyRule& rule = *m_.rules_[of.rule].rule;
  const bool missing = of.at->missing != kNoList;
  if (missing && stands_somewhere(of.at->missing, true)) return void(missed_[use.find] = kSettled);
  std::int32_t exemption = -1;
  for (std::size_t i = 0; i < rule.unless.size() && exemption < 0; ++i)
    if (stands_around(rule.unless[i].words, m_.exemptions_[of.rule] + static_cast<std::uint32_t>(i), begin, end, true))
      exemption = static_cast<std::int32_t>(i);
  if (missing) return miss(of, begin, end, exemption);
  if (++counted_[of.rule] > ComplyMatcher::kMostOfRule) ++out_.not_listed[of.rule];
  else out_.matches.push_back({of.rule, of.find, begin, end, disguise, word, exemption, false});
}

// Told once, where it is asked for first; a place that is exempt settles nothing for those behind it.
void ComplyRun::miss(const ComplyMatcher::FindAt& of, std::uint32_t begin, std::uint32_t end, std::int32_t exemption) {
  std::uint8_t& state = missed_[static_cast<std::size_t>(&of - m_.finds_.data())];
  if (state == kSettled || (exemption >= 0 && state == kExempt)) return;
  state = exemption >= 0 ? kExempt : kSettled;
  out_.matches.push_back({of.rule, of.find, begin, end, Disguise::none, 0, exemption, true});
}

// --- parts of a phrase

bool ComplyRun::forward(const ComplyPhrase& phrase, std::size_t part, std::uint32_t end, std::uint32_t limit, bool gaps,
                        std::uint32_t& to) {
  if (part == phrase.parts.size()) return to = end, true;
  const ComplyPhrase::Part& wanted = phrase.parts[part];
  bool fits = false;
  each_event(end, std::min(end + wanted.gap + 1, limit), [&](const Event event) {
    if (--steps_ < 0) return false;
    if (event.end > limit || !member(wanted.list, event) || (event.gaps && !gaps)) return true;
    fits = forward(phrase, part + 1, event.end, limit, gaps, to);
    return !fits;
  });
  return fits;
}

bool ComplyRun::backward(const ComplyPhrase& phrase, std::size_t part, std::uint32_t begin, bool gaps, std::uint32_t& from) {
  const ComplyPhrase::Part& wanted = phrase.parts[part];
  const std::uint32_t gap = phrase.parts[part + 1].gap, reach = gap + static_cast<std::uint32_t>(kLongestWord);
  const std::uint32_t low = std::max(sentence_.begin, begin > reach ? begin - reach : 0);
  for (std::uint32_t i = from_[begin], first = from_[low]; i-- > first;) {
    const Event event = events_[i];
    if (event.end > begin || begin - event.end > gap || !member(wanted.list, event) || (event.gaps && !gaps)) continue;
    if (--steps_ < 0) return false;
    if (part == 0) return from = event.begin, true;
    if (backward(phrase, part - 1, event.begin, gaps, from)) return true;
  }
  return false;
}

// --- words around

// Calls `call(event)` for events that begin in [from, end), in order; it returns false to stop.
template <class Call>
void ComplyRun::each_event(std::uint32_t from, std::uint32_t end, Call&& call) {
  end = std::min(end, t_.size());
  if (from >= end) return;
  while (told_ < end) read_on();
  for (std::uint32_t i = from_[from], last = from_[end]; i < last; ++i)
    if (!call(events_[i])) return;
}

bool ComplyRun::stands_around(const WordsAround& words, std::uint32_t number, std::uint32_t begin, std::uint32_t end, bool gaps) {
  if (words.anywhere && words.list != kNoList && stands_somewhere(words.list, gaps)) return true;
  const Scope reach = scope(words.reach);
  const std::uint32_t low = std::max(reach.begin, begin > words.within ? begin - words.within : 0);
  const std::uint32_t high = std::min(reach.end, end + words.within);
  for (const ComplyPhrase& phrase : words.phrases)
    if (phrase_stands(phrase, low, high, gaps)) return true;
  if (words.list == kNoList || words.anywhere) return false;
  const auto fits = [&](const Event& event) { return member(words.list, event) && (gaps || !event.gaps); };
  Cursor& c = cursors_[number];
  if (low < c.low || high < c.high) {  // behind what was looked at: once more, within these bounds
    bool any = false;
    each_event(low, high, [&](const Event event) { return !(any = event.end <= high && fits(event)); });
    return any;
  }
  std::uint32_t scanned = high;
  each_event(std::max(low, c.scanned), high, [&](const Event event) {
    if (!fits(event)) return true;
    if (event.end <= high) c.any = true, c.last = event.begin;
    else scanned = std::min(scanned, event.begin);
    return true;
  });
  c.low = low, c.high = high, c.scanned = std::max(c.scanned, scanned);
  return c.any && c.last >= low;
}

bool ComplyRun::phrase_stands(const ComplyPhrase& phrase, std::uint32_t low, std::uint32_t high, bool gaps) {
  bool any = false;
  steps_ = kSteps;
  each_event(low, high, [&](const Event event) {
    if (!member(phrase.parts[0].list, event) || (event.gaps && !gaps)) return true;
    std::uint32_t to = 0;
    any = forward(phrase, 1, event.end, high, gaps, to);
    return !any && steps_ > 0;
  });
  return any;
}

bool ComplyRun::stands_somewhere(std::uint32_t list, bool gaps) {
  std::int8_t& known = somewhere_[list * 2 + (gaps ? 1 : 0)];
  if (known < 0) {
    known = 0;
    each_event(0, t_.size(), [&](const Event event) {
      if (member(list, event) && (gaps || !event.gaps)) known = 1;
      return known == 0;
    });
  }
  return known == 1;
}

bool ComplyRun::adjoins(std::uint32_t list, std::uint32_t at, bool before) {
  bool any = false;
  const auto longest = static_cast<std::uint32_t>(kLongestWord);
  if (before)
    each_event(at > longest ? at - longest : 0, at, [&](const Event event) { return !(any = event.end == at && member(list, event)); });
  else each_event(at, at + 1, [&](const Event event) { return !(any = member(list, event)); });
  return any;
}

// --- where it stands

void ComplyRun::move_scopes(std::uint32_t at) {
  while (stop_ < t_.stops.size() && t_.stops[stop_] < at) ++stop_;
  sentence_.begin = stop_ > 0 ? t_.stops[stop_ - 1] + 1 : 0;
  sentence_.end = stop_ < t_.stops.size() ? t_.stops[stop_] : t_.size();
  while (line_at_ + 1 < t_.lines.size() && t_.lines[line_at_ + 1].first <= at) ++line_at_;
  line_.begin = t_.lines[line_at_].first;
  line_.end = line_at_ + 1 < t_.lines.size() ? t_.lines[line_at_ + 1].first : t_.size();
}

bool ComplyRun::enclosed(std::uint8_t in, std::uint32_t begin, std::uint32_t end) const {
  return ((in & in_quotes) != 0 && ComplyLetters::within(t_.quotes, begin, end)) ||
         ((in & in_title) != 0 && ComplyLetters::within(t_.titles, begin, end)) ||
         ((in & in_brackets) != 0 && ComplyLetters::within(t_.brackets, begin, end)) ||
         ((in & in_heading) != 0 && lines_[t_.lines[line_at_].line].heading);
}

bool ComplyRun::attribute_is(const std::vector<std::string>& names) const {
  const Span name = lines_[t_.lines[line_at_].line].name;
  return !name.empty() && std::ranges::find(names, squeezed(slice(t_.text, name))) != names.end();
}

bool ComplyRun::goes_on(std::uint32_t at) const {
  if (at == 0 || at >= t_.size() || t_.gap(at)) return false;
  const char16_t a = t_.units[at - 1], b = t_.units[at];
  if (latin(a) && latin(b)) return true;
  if (!digit(a) && !digit(b)) return false;
  if (digit(a) && digit(b)) return true;
  // 1.5 and 1,000: a sign of a number between two digits.
  const auto sign = [](char16_t u) { return u == '.' || u == ','; };
  return (digit(a) && sign(b) && digit(t_.units[at + 1])) || (sign(a) && digit(b) && at >= 2 && digit(t_.units[at - 2]));
}

bool ComplyRun::has_gaps(std::uint32_t begin, std::uint32_t end, std::uint64_t allowed) const {
  for (std::uint32_t i = begin + 1; i < end; ++i)
    if (t_.gap(i) && (i - begin >= 64 || (allowed >> (i - begin) & 1) == 0)) return true;
  return false;
}

// --- ordinary words

// Calls `call(end)` for each ordinary word of two characters or more that begins at `from`, with no gap in it.
template <class Call>
void ComplyRun::each_ordinary(std::uint32_t from, Call&& call) const {
  const std::uint32_t end = std::min(t_.size(), from + kLongestOrdinary);
  m_.ordinary_.each_of(
      from, end, [&](std::size_t at) { return static_cast<std::uint32_t>(t_.units[at]); },
      [&](std::uint32_t length, std::uint32_t) {
        if (length >= 2 && !has_gaps(from, from + length, 0)) call(from + length);
      });
}

// Whether an ordinary word runs over one of the ends.
bool ComplyRun::crossed(std::uint32_t begin, std::uint32_t end) const {
  bool any = false;
  for (std::uint32_t i = begin > kLongestOrdinary ? begin - kLongestOrdinary : 0; i < begin && !any; ++i)
    each_ordinary(i, [&](std::uint32_t to) { any = any || (to > begin && to < end); });
  for (std::uint32_t i = std::max(begin + 1, end > kLongestOrdinary ? end - kLongestOrdinary : 0); i < end && !any; ++i)
    each_ordinary(i, [&](std::uint32_t to) { any = any || to > end; });
  return any;
}

// Whether what is printed in place of the word's characters can hardly be meant as it is printed: none of those characters is a part of an
// ordinary word there, and one of them seldom stands alone. Of a word of two one is printed as it is: 叶威 is no 野味.
bool ComplyRun::odd(std::uint32_t begin, std::uint32_t end, const std::u16string& word) const {
  bool same = false, seldom = false;
  for (std::uint32_t k = begin; k < end; ++k) {
    const bool printed = t_.units[k] == word[k - begin];
    same = same || printed;
    seldom = seldom || (!printed && rare(t_.units[k]));
  }
  if (!seldom || !(same || end - begin > 2)) return false;
  for (std::uint32_t k = begin; k < end; ++k) {
    if (t_.units[k] == word[k - begin]) continue;
    bool covered = false;
    for (std::uint32_t i = k > kLongestOrdinary ? k - kLongestOrdinary : 0; i <= k && !covered; ++i)
      each_ordinary(i, [&](std::uint32_t to) { covered = covered || to > k; });
    if (covered) return false;
  }
  return true;
}

// --- the end

// Overlapping places of one rule become one.
void ComplyRun::finish() {
  std::ranges::stable_sort(out_.matches, [](const ComplyMatch& a, const ComplyMatch& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end != b.end ? a.end > b.end : a.rule < b.rule;
  });
  std::vector<std::size_t> last(m_.rules_.size(), SIZE_MAX);
  std::vector<ComplyMatch> joined;
  for (const ComplyMatch& match : out_.matches) {
    if (const std::size_t at = last[match.rule]; at != SIZE_MAX && !match.missing && !joined[at].missing && match.begin < joined[at].end) {
      ComplyMatch& before = joined[at];
      before.end = std::max(before.end, match.end);
      if (match.exemption < 0) before.exemption = -1;
      continue;
    }
    last[match.rule] = joined.size();
    joined.push_back(match);
  }
  out_.matches = std::move(joined);
}

}  // namespace fengbiao
