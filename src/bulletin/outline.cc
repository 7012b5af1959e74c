#include "bulletin/outline.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/hash.h"
#include "base/utf8.h"
#include "text/chars.h"
#include "text/fold.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr float kWidestSection = 16;    // em of a line that names a column
constexpr float kWidestCoverLine = 44;  // em of a line of the cover or the imprint

bool has_mark(std::string_view marks, std::string_view c) { return marks.find(c) != marks.npos; }

// Without the profile's marks at both ends.
std::string_view strip_marks(std::string_view s, std::string_view marks) {
  while (!s.empty()) {
    const Decoded d = decode(s, 0);
    if (!has_mark(marks, s.substr(0, d.size))) break;
    s.remove_prefix(d.size);
  }
  while (!s.empty()) {
    std::size_t at = s.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(s[at]) & 0xC0) == 0x80) --at;
    if (!has_mark(marks, s.substr(at))) break;
    s.remove_suffix(s.size() - at);
  }
  return s;
}

bool bracketed(std::string_view folded) {
  const std::size_t at = folded.find_first_not_of("#* ");
  if (at == folded.npos) return false;
  const char32_t c = decode(folded, at).code;
  return c == kLeftLenticular || c == '[' || c == 0x3014;
}

bool has_words(std::string_view s) {
  for (std::size_t i = 0; i < s.size();) {
    const Decoded d = decode(s, i);
    if (is_han(d.code) || (d.code | 0x20) - U'a' < 26u) return true;
    i += d.size;
  }
  return false;
}

std::optional<int> as_number(std::string_view digits) {
  int value = 0;
  const auto [end, ec] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (ec != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::string trimmed(std::string_view s) { return std::string(slice(s, trim(s, whole(s)))); }

class OutlineReader {
 public:
  OutlineReader(const std::vector<Ink>& inks, std::string_view text, const std::vector<SourceLine>& sources, const Profile& profile,
                const DateReader& dates)
      : inks_(inks), text_(text), sources_(sources), profile_(profile), dates_(dates) {
    out_.kinds.assign(inks.size(), ZoneKind::unclaimed);
  }

  Outline read() {
    find_headers();
    // Articles may stand before the first column's name, where the extraction lost it.
    const std::size_t first_header = headers_.empty() ? inks_.size() : headers_.front().first;
    const bool text_first = !sources_.empty() && sources_.front().ink < first_header;
    const std::size_t body = text_first || headers_.empty() ? front_end() : first_header;
    read_contents(body);
    read_cover(body);
    const std::size_t end = imprint_begin(body);
    for (std::size_t i = end; i < inks_.size(); ++i) out_.kinds[i] = ZoneKind::end_matter;
    read_imprint(end);
    cut_parts(body, end);
    return std::move(out_);
  }

 private:
  const std::string& folded_line(std::size_t i) {
    fold(slice(text_, inks_[i].span), buffer_, inks_[i].span.begin);
    return buffer_.text;
  }

  // The lines that open columns in the body. A contents list names the columns too: a name that comes again later in the
  // same or a stronger form was only listed.
  void find_headers() {
    struct Candidate {
      std::size_t ink;
      const SectionName* section;
      bool strong;
    };
    std::vector<Candidate> found;
    for (std::size_t i = 0; i < inks_.size(); ++i)
      if (const SectionName* s = section_named(inks_[i], text_, profile_)) found.push_back({i, s, bracketed(folded_line(i))});
    const bool any_strong = std::any_of(found.begin(), found.end(), [](const Candidate& c) { return c.strong; });
    if (any_strong) std::erase_if(found, [](const Candidate& c) { return !c.strong; });
    // Listed names stand close together, without a source line between them, and come again.
    const std::size_t first_source = sources_.empty() ? inks_.size() : sources_.front().ink;
    std::map<const SectionName*, std::size_t> last;
    std::map<const SectionName*, std::size_t> last_of_all;
    for (const Candidate& c : found) {
      if (c.ink < first_source) last[c.section] = c.ink;
      last_of_all[c.section] = c.ink;
    }
    for (std::size_t n = 0; n < found.size(); ++n) {
      const Candidate& c = found[n];
      const bool again_later = last_of_all[c.section] > c.ink;
      if (c.ink < first_source && (last[c.section] != c.ink || (again_later && n + 1 < found.size() && found[n + 1].ink < first_source)))
        continue;
      headers_.emplace_back(c.ink, c.section);
    }
  }

  // Without columns: the cover ends where the contents end, if there are any.
  std::size_t front_end() {
    std::size_t end = 0;
    int entries = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(inks_.size(), 400); ++i)
      if (is_contents_line(i)) {
        end = i + 1;
        ++entries;
      }
    return entries >= 3 ? end : 0;
  }

  bool is_contents_line(std::size_t i) {
    if (inks_[i].width > 60) return false;
    return profile_.contents.first(folded_line(i)).has_value();
  }

  void read_contents(std::size_t body) {
    std::size_t first = body, last = 0;
    for (std::size_t i = 0; i < body; ++i) {
      if (!is_contents_line(i) && !section_named(inks_[i], text_, profile_)) continue;
      first = std::min(first, i);
      last = i + 1;
    }
    std::string pending;  // an entry whose page number stands on the next line
    std::size_t pending_ink = 0;
    const auto add = [&](const std::string& title, std::optional<int> page, std::size_t ink) {
      std::string key = squeezed(strip_marks(folded(title), profile_.bullets));
      if (!has_words(key)) return;  // leaders and page numbers that the extraction tore off
      out_.contents.push_back({trimmed(strip_marks(title, profile_.bullets)), page, inks_[ink].line, 0});
      out_.contents_titles.insert(key);
      out_.contents_keys.push_back(std::move(key));
    };
    for (std::size_t i = first; i < last; ++i) {
      out_.kinds[i] = ZoneKind::contents;
      if (section_named(inks_[i], text_, profile_)) {
        if (!pending.empty()) add(std::exchange(pending, {}), std::nullopt, pending_ink);
        continue;
      }
      const std::string& line = folded_line(i);
      const bool bulleted = strip_marks(line, profile_.bullets).data() != line.data();
      if (bulleted && !pending.empty()) add(std::exchange(pending, {}), std::nullopt, pending_ink);
      const auto hit = profile_.contents.first(line);
      if (hit && hit->match.has("heading")) continue;
      if (hit) {
        const Span span = buffer_.original(hit->match.group("title"));
        const auto page = hit->match.has("page") ? as_number(hit->match.group("page")) : std::nullopt;
        add(pending + std::string(slice(text_, span)), page, pending.empty() ? i : pending_ink);
        pending.clear();
      } else {
        if (!pending.empty()) add(std::exchange(pending, {}), std::nullopt, pending_ink);
        pending = slice(text_, inks_[i].span);
        pending_ink = i;
      }
    }
    if (!out_.contents.empty())
      out_.because.push_back({"contents", "lines with leaders or page numbers before the first column", inks_[first].line,
                              inks_[last - 1].line, std::to_string(out_.contents.size()) + " entries"});
  }

  void read_cover(std::size_t body) {
    bool publisher_next = false;
    for (std::size_t i = 0; i < body; ++i) {
      if (out_.kinds[i] == ZoneKind::contents) continue;
      if (inks_[i].width > kWidestCoverLine) continue;
      out_.kinds[i] = ZoneKind::masthead;
      read_cover_line(i, publisher_next, true);
    }
  }

  // `publisher_next`: the line before was the label alone.
  void read_cover_line(std::size_t i, bool& publisher_next, bool name_too) {
    const std::string line = folded_line(i);
    const auto note = [&](const char* field, const std::string& rule) {
      out_.because.push_back({field, rule, inks_[i].line, inks_[i].line, ""});
    };
    Masthead& m = out_.masthead;
    if (publisher_next) {
      publisher_next = false;
      if (!m.publisher) {
        m.publisher = std::string(slice(text_, inks_[i].span));
        note("publisher", "line under the publisher's label");
        return;
      }
    }
    bool known = false;
    for (const Pattern& pattern : profile_.masthead.patterns()) {
      const auto match = pattern.find(line);
      if (!match) continue;
      known = true;
      const auto take = [&](const char* group, std::optional<int>& field) {
        if (field || !match->has(group)) return;
        field = dates_.small_number(match->group(group));
        if (field) note(group, pattern.name());
      };
      take("year", m.year);
      take("number", m.number);
      take("total", m.total);
      if (match->has("publisher") && !m.publisher) {
        const std::size_t begin = static_cast<std::size_t>(match->group("publisher").data() - line.data());
        m.publisher = trimmed(slice(text_, buffer_.original(begin, begin + match->group("publisher").size())));
        note("publisher", pattern.name());
      }
      if (match->has("publisher_label")) publisher_next = true;
    }
    if (const auto date = dates_.find(line); date && !m.date) {
      m.date = date->date.iso();
      note("date", date->rule);
      known = true;
    }
    if (!name_too || m.name) return;
    const std::string key = squeezed(strip_marks(line, profile_.name_marks));
    const bool listed = std::find(profile_.bulletin_names.begin(), profile_.bulletin_names.end(), key) != profile_.bulletin_names.end();
    if (listed || (!known && inks_[i].width >= 3 && inks_[i].width <= 16 && !inks_[i].ended)) {
      const std::string_view printed = slice(text_, inks_[i].span);
      m.name = trimmed(strip_marks(printed, profile_.name_marks));
      note("name", listed ? "a name of the profile" : "first short line of the cover");
    }
  }

  // The imprint: the last lines, all short, most of them worded as such, the first one surely.
  std::size_t imprint_begin(std::size_t body) {
    std::size_t begin = inks_.size(), known = 0, seen = 0;
    for (std::size_t i = inks_.size(); i > body && seen < 30; --i) {
      if (inks_[i - 1].width > kWidestCoverLine || (inks_[i - 1].stop_inside && inks_[i - 1].ended)) break;
      if (is_source(i - 1)) break;
      ++seen;
      if (!profile_.end_matter.first(folded_line(i - 1))) continue;
      ++known;
      if (known * 2 >= seen) begin = i - 1;
    }
    if (begin < inks_.size())
      out_.because.push_back({"end matter", "address, telephone and the like at the end", inks_[begin].line, inks_.back().line, ""});
    return begin;
  }

  void read_imprint(std::size_t begin) {
    bool publisher_next = false;
    for (std::size_t i = begin; i < inks_.size(); ++i) read_cover_line(i, publisher_next, false);
  }

  bool is_source(std::size_t i) const {
    const auto it = std::upper_bound(sources_.begin(), sources_.end(), i, [](std::size_t ink, const SourceLine& s) { return ink < s.ink; });
    return it != sources_.begin() && i < std::prev(it)->ink + std::prev(it)->inks;
  }

  void cut_parts(std::size_t body, std::size_t end) {
    if (headers_.empty() || headers_.front().first > body)
      out_.parts.push_back({nullptr, body, headers_.empty() ? end : std::min(headers_.front().first, end)});
    for (std::size_t n = 0; n < headers_.size(); ++n) {
      const auto [ink, section] = headers_[n];
      if (ink >= end) break;
      out_.kinds[ink] = ZoneKind::section;
      const std::size_t stop = n + 1 < headers_.size() ? std::min(headers_[n + 1].first, end) : end;
      out_.because.push_back({"section", "line that names a column", inks_[ink].line, inks_[ink].line, section->name});
      out_.parts.push_back({section, ink + 1, stop});
      if (std::find(out_.sections.begin(), out_.sections.end(), section->name) == out_.sections.end())
        out_.sections.push_back(section->name);
    }
  }

  const std::vector<Ink>& inks_;
  std::string_view text_;
  const std::vector<SourceLine>& sources_;
  const Profile& profile_;
  const DateReader& dates_;
  Outline out_;
  std::vector<std::pair<std::size_t, const SectionName*>> headers_;
  Folded buffer_;
};

}  // namespace

const SectionName* section_named(const Ink& ink, std::string_view text, const Profile& profile) {
  if (profile.general() || ink.width > kWidestSection) return nullptr;
  const std::string line = folded(slice(text, ink.span));
  std::string_view bare = strip_marks(line, profile.section_marks);
  if (const auto hit = profile.enumerated.first(bare); hit && hit->match.whole().data() == bare.data())
    bare = strip_marks(bare.substr(hit->match.whole().size()), profile.section_marks);
  std::string key(bare);
  std::erase(key, ' ');
  return profile.section(key);
}

bool introduces_book(const Ink& ink, std::string_view text, const Profile& profile) {
  if (profile.book_intro.empty() || ink.width > 12) return false;
  const std::string line = squeezed(slice(text, ink.span));
  const std::string_view bare = strip_marks(line, profile.section_marks);
  return std::find(profile.book_intro.begin(), profile.book_intro.end(), bare) != profile.book_intro.end();
}

void split_section_lines(std::vector<Ink>& inks, std::string_view text, const Profile& profile) {
  if (profile.general()) return;
  std::vector<Ink> out;
  out.reserve(inks.size());
  Folded line;
  for (const Ink& ink : inks) {
    out.push_back(ink);
    if (ink.first != kLeftLenticular || section_named(ink, text, profile)) continue;
    fold(slice(text, ink.span), line, ink.span.begin);
    const std::size_t close = line.text.find("\xE3\x80\x91");  // right lenticular bracket
    if (close == std::string::npos || close > 64) continue;
    Ink head = ink, tail = ink;
    head.span = trim(text, {ink.span.begin, line.origin[close + 3]});
    tail.span = trim(text, {head.span.end, ink.span.end});
    look(head, text);
    if (tail.span.empty() || !section_named(head, text, profile)) continue;
    look(tail, text);
    tail.gap = 0;
    out.back() = head;
    out.push_back(tail);
  }
  inks = std::move(out);
}

std::vector<Ink> take_furniture(std::vector<Ink>& inks, std::string_view text, const Profile& profile) {
  std::vector<bool> furniture(inks.size(), false);
  std::vector<std::size_t> numbers;
  // Running heads repeat but for their digits: lines that come three times are looked at.
  std::vector<std::pair<std::uint64_t, std::size_t>> looks;  // hash of the line without digits and blanks, ink
  std::string key;
  for (std::size_t i = 0; i < inks.size(); ++i) {
    if (inks[i].role == LineRole::page_furniture) {
      furniture[i] = true;
      continue;
    }
    if (inks[i].width > kWidestCoverLine || inks[i].ended) continue;
    key.clear();
    for (const char c : slice(text, inks[i].span))
      if ((c < '0' || c > '9') && c != ' ') key += c;
    if (inks[i].width <= 10 && key.size() <= 16 && profile.page_number.first(folded(slice(text, inks[i].span)))) numbers.push_back(i);
    else looks.emplace_back(hash64(key), i);
  }
  if (numbers.size() >= 3)
    for (const std::size_t i : numbers) furniture[i] = true;
  std::sort(looks.begin(), looks.end());
  for (std::size_t begin = 0, end = 0; begin < looks.size(); begin = end) {
    while (end < looks.size() && looks[end].first == looks[begin].first) ++end;
    if (end - begin < 3) continue;
    const std::string line = folded(slice(text, inks[looks[begin].second].span));
    key = squeezed(line);
    const bool named = std::any_of(profile.bulletin_names.begin(), profile.bulletin_names.end(),
                                   [&](const std::string& name) { return key.starts_with(name) && key.size() <= name.size() + 32; });
    if (!named && !profile.masthead.first(line)) continue;
    for (std::size_t n = begin; n < end; ++n) furniture[looks[n].second] = true;
  }
  std::vector<Ink> kept, taken;
  kept.reserve(inks.size());
  for (std::size_t i = 0; i < inks.size(); ++i) {
    inks[i].page_turns = i > 0 && (furniture[i - 1] || inks[i].page != inks[i - 1].page);
    (furniture[i] ? taken : kept).push_back(inks[i]);
  }
  if (taken.empty()) return taken;
  inks = std::move(kept);
  return taken;
}

Outline outline_of(const std::vector<Ink>& inks, std::string_view text, const std::vector<SourceLine>& sources, const Profile& profile,
                   const DateReader& dates) {
  return OutlineReader(inks, text, sources, profile, dates).read();
}

}  // namespace fengbiao
