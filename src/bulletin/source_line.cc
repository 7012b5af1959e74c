#include "bulletin/source_line.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "text/chars.h"
#include "text/fold.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::size_t kMostInks = 4;       // a source line in a narrow setting
constexpr float kLastOfDate = 3;           // em of what a date may leave to the next line
constexpr float kWidest = 110;             // em of a whole source line
constexpr std::size_t kLongestName = 300;  // bytes of all names together
constexpr std::uint32_t kPushedRight = 3;  // blanks that set a source line apart from the sentence before it

// Which inks hold one of the profile's source words. The words are rare, so the whole text is searched for each.
std::vector<bool> mentions_source(const std::vector<Ink>& inks, std::string_view text, const Profile& profile) {
  std::vector<bool> out(inks.size(), false);
  for (const std::string& word : profile.source_words) {
    std::size_t ink = 0;
    for (std::size_t at = find_in(text, word, 0); at != text.npos && ink < inks.size(); at = find_in(text, word, at + word.size())) {
      while (ink < inks.size() && inks[ink].span.end < at + word.size()) ++ink;
      if (ink < inks.size() && inks[ink].span.begin <= at) out[ink] = true;
    }
  }
  return out;
}

bool opens_source(const Ink& ink, std::string_view text, const Profile& profile) {
  if (profile.glued_source.empty()) return false;
  const std::string line = folded(slice(text, ink.span));
  const auto match = profile.glued_source.patterns()[0].find(line);
  return match && match->whole().data() == line.data();
}

// Several inks as one folded line; wrapped parts meet without a blank, as in a paragraph.
void append(Folded& whole, const Ink& ink, std::string_view text) {
  Folded part;
  fold(slice(text, ink.span), part, ink.span.begin);
  if (!whole.text.empty()) {
    whole.origin.pop_back();
    const unsigned char a = static_cast<unsigned char>(whole.text.back()),
                        b = static_cast<unsigned char>(part.text.empty() ? ' ' : part.text[0]);
    if (a < 0x80 && b < 0x80 && std::isalnum(a) && std::isalnum(b)) {
      whole.text += ' ';
      whole.origin.push_back(ink.span.begin);
    }
  }
  whole.text += part.text;
  whole.origin.insert(whole.origin.end(), part.origin.begin(), part.origin.end());
}

// Drops quotes, title marks, blanks and closing marks around a name; inner blanks of a Chinese name go too.
std::string plain_name(std::string_view original) {
  std::string out;
  bool blank = false, last_wide = true;
  for (std::size_t i = 0; i < original.size();) {
    const Decoded d = decode(original, i);
    const std::string_view c = original.substr(i, d.size);
    i += d.size;
    const char32_t f = fold(d.code);
    if (f == 0 || f == '"' || f == '\'' || f == '*' || f == kLeftTitle || f == kRightTitle || f == kLeftCorner || f == kRightCorner)
      continue;
    if (f == ' ') {
      blank = true;
      continue;
    }
    const bool wide = is_wide(d.code);
    if (blank && !out.empty() && !wide && !last_wide) out += ' ';
    blank = false;
    last_wide = wide;
    out += c;
  }
  while (!out.empty() && (out.back() == ',' || out.back() == ';' || out.back() == '.' || out.back() == '|')) out.pop_back();
  return out;
}

// Cuts a list of names at commas, semicolons and between quoted names; marks inside quotes or 《》 do not cut.
std::vector<std::string> split_names(std::string_view original) {
  std::vector<std::string> names;
  std::size_t start = 0;
  int depth = 0;
  bool in_quotes = false, closed = false;
  const auto take = [&](std::size_t end) {
    std::string name = plain_name(original.substr(start, end - start));
    if (!name.empty()) names.push_back(std::move(name));
    start = end;
    closed = false;
  };
  for (std::size_t i = 0; i < original.size();) {
    const Decoded d = decode(original, i);
    const char32_t f = fold(d.code);
    const bool outside = depth == 0 && !in_quotes;
    if (outside && closed && (f == '"' || f == kLeftTitle)) take(i);
    if (f == kLeftTitle) ++depth;
    else if (f == kRightTitle) depth = std::max(0, depth - 1), closed = true;
    else if (f == '"') {
      in_quotes = !in_quotes;
      if (!in_quotes) closed = true;
    } else if (outside && (f == kPauseMark || f == ',' || f == ';' || f == '/')) {
      take(i);
      start = i + d.size;
    }
    i += d.size;
  }
  take(original.size());
  return names;
}

std::optional<SourceLine> read(const Folded& line, std::string_view text, const Profile& profile, const DateReader& dates, bool glued) {
  const std::string_view from = line.text;
  for (const Pattern& pattern : profile.source_line.patterns()) {
    const auto match = pattern.find(from);
    if (!match) continue;
    if (glued && !match->has("date") && !match->has("by")) return std::nullopt;  // too little to cut a sentence for
    SourceLine s;
    if (match->group("names").size() > kLongestName || match->group("by").size() > kLongestName) continue;
    s.rule = pattern.name();
    if (match->has("names")) s.names = split_names(slice(text, line.original(match->group("names"))));
    if (match->has("by")) {
      std::string by = plain_name(slice(text, line.original(match->group("by"))));
      if (!by.empty()) s.selected_by = std::move(by);
    }
    if (match->has("date"))
      if (const auto found = dates.find(match->group("date"))) s.date = found->date.iso();
    if (s.names.empty() && !s.selected_by) continue;
    return s;
  }
  return std::nullopt;
}

}  // namespace

std::vector<SourceLine> find_source_lines(std::vector<Ink>& inks, std::string_view text, const Profile& profile, const DateReader& dates) {
  std::vector<SourceLine> out;
  std::vector<Ink> result;
  result.reserve(inks.size() + inks.size() / 8);
  const std::vector<bool> mentions = mentions_source(inks, text, profile);
  Folded line;
  for (std::size_t i = 0; i < inks.size(); ++i) {
    result.push_back(inks[i]);
    if (!mentions[i]) continue;
    // Where in this line: at its start, or behind the end of a sentence.
    Ink head = inks[i], tail = inks[i];
    bool glued = false;
    fold(slice(text, inks[i].span), line, inks[i].span.begin);
    if (!profile.glued_source.empty()) {
      std::optional<std::size_t> place;
      for (std::size_t at = 0; const auto match = profile.glued_source.patterns()[0].find(line.text, at);) {
        const std::size_t begin = static_cast<std::size_t>(match->whole().data() - line.text.data());
        place = begin;
        at = begin + match->whole().size();
      }
      if (place && *place > 0) {
        tail.span.begin = line.origin[*place];
        head.span = trim(text, {head.span.begin, tail.span.begin});
        look(head, text);
        const bool apart = tail.span.begin - head.span.end >= kPushedRight;
        if (!head.span.empty() && (head.ended || apart)) glued = true;
        else tail = inks[i];
      }
    }
    Folded whole;
    append(whole, tail, text);
    std::optional<SourceLine> best = read(whole, text, profile, dates, glued);
    std::size_t taken = 1;
    float width = tail.width;
    for (std::size_t n = 1; n < kMostInks && i + n < inks.size(); ++n) {
      if (best && best->date && inks[i + n].width > kLastOfDate) break;
      width += inks[i + n].width;
      if (width > kWidest || opens_source(inks[i + n], text, profile)) break;
      if (inks[i + n].role != LineRole::plain && inks[i + n].role != LineRole::page_furniture) break;
      append(whole, inks[i + n], text);
      if (auto longer = read(whole, text, profile, dates, glued); longer && longer->date) {
        best = std::move(longer);
        taken = n + 1;
      }
    }
    if (!best) continue;
    if (glued) {
      look(tail, text);
      tail.gap = 0;
      head.trailing = std::max<std::uint16_t>(head.trailing, 1);
      result.back() = head;
      result.push_back(tail);
    }
    best->ink = result.size() - 1;
    best->inks = taken;
    out.push_back(std::move(*best));
    for (std::size_t n = 1; n < taken; ++n) result.push_back(inks[++i]);
  }
  inks = std::move(result);
  return out;
}

void mark_compiled(std::vector<SourceLine>& lines, const Profile& profile, const std::optional<std::string>& printed_name) {
  const std::string& suffix = profile.desk_suffix;
  if (suffix.empty()) return;
  std::vector<std::string> own;
  own.reserve(profile.bulletin_names.size() + 2);
  for (const std::string& name : profile.bulletin_names) own.push_back(name + suffix);
  if (printed_name) own.push_back(squeezed(*printed_name) + suffix);
  std::map<std::string, int> selectors;
  for (const SourceLine& line : lines)
    if (line.selected_by && line.selected_by->ends_with(suffix)) ++selectors[squeezed(*line.selected_by)];
  const auto most = std::max_element(selectors.begin(), selectors.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != selectors.end()) own.push_back(most->first);

  for (SourceLine& line : lines)
    for (std::string& name : line.names) {
      std::string_view bare = name;
      for (bool again = true; again;) {
        again = false;
        for (const std::string& word : profile.desk_dropped)
          if (bare.size() > word.size() && bare.ends_with(word)) {
            bare.remove_suffix(word.size());
            again = true;
          }
      }
      const std::string key = squeezed(bare);
      if (key == suffix || std::find(own.begin(), own.end(), key) != own.end()) {
        line.compiled = true;
        name = std::string(bare);
      }
    }
}

}  // namespace fengbiao
