#include "comply/spoken_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "rules/pack.h"
#include "text/chars.h"
#include "text/fold.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::array<std::string_view, kComplyKinds> kKinds{"listing", "script", "transcript", "app", "page"};
constexpr std::array<std::string_view, 4> kSpeakers{"unknown", "host", "guest", "viewer"};
constexpr std::string_view kArrow = "-->";
constexpr std::size_t kLongestName = 12;  // characters, of a speaker or an attribute

bool digit(char c) { return c >= '0' && c <= '9'; }

std::size_t blanks(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && (text[n] == ' ' || text[n] == '\t' || text[n] == '\r')) ++n;
  return n;
}

// The bytes before a colon, where what stands there can be a name: few characters and no other mark. 0: none. `colon`: its size.
std::size_t name_before_colon(std::string_view text, std::size_t& colon) {
  std::size_t n = 0;
  for (std::size_t at = 0; at < text.size() && n <= kLongestName; ++n) {
    const Decoded d = decode(text, at);
    if (d.code == ':' || d.code == kWideColon) {
      colon = d.size;
      return at;
    }
    if (is_stop(d.code) || is_comma(d.code) || d.code == kWideSemicolon || d.code == ';' || d.code == kLeftQuote || d.code == kRightQuote ||
        d.code == '"')
      return 0;
    at += d.size;
  }
  return 0;
}

Span part(std::string_view whole, std::size_t begin, std::size_t end, std::uint32_t base) {
  Span span = trim(whole, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  return {span.begin + base, span.end + base};
}

bool is_time_line(std::string_view line) {
  std::int64_t ignored = 0;
  const std::size_t from = blanks(line);
  return line.find(kArrow) != line.npos && time_code(line.substr(from), ignored) > 0;
}

bool all_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, digit); }

bool is_latin_name(std::string_view name) { return static_cast<unsigned char>(name.front()) < 0x80; }

// "[00:12:31]", "(1:02)", "00:12:31 "; the length, 0 for none.
std::size_t time_stamp(std::string_view line, std::int64_t& at) {
  std::size_t from = blanks(line);
  char close = 0;
  if (from < line.size() && (line[from] == '[' || line[from] == '(')) close = line[from++] == '[' ? ']' : ')';
  const std::size_t size = time_code(line.substr(from), at);
  if (size == 0) return 0;
  from += size;
  if (close != 0) return from < line.size() && line[from] == close ? from + 1 : 0;
  return from == line.size() || line[from] == ' ' || line[from] == '\t' ? from : 0;
}

}  // namespace

std::string_view name_of(ComplyKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::optional<ComplyKind> comply_kind_named(std::string_view name) {
  const auto at = std::ranges::find(kKinds, name);
  if (at == kKinds.end()) return std::nullopt;
  return static_cast<ComplyKind>(at - kKinds.begin());
}
std::string_view name_of(LineSpeaker speaker) { return kSpeakers[static_cast<std::size_t>(speaker)]; }
std::optional<LineSpeaker> line_speaker_named(std::string_view name) {
  const auto at = std::ranges::find(kSpeakers, name);
  if (at == kSpeakers.end() || at == kSpeakers.begin()) return std::nullopt;
  return static_cast<LineSpeaker>(at - kSpeakers.begin());
}

std::size_t time_code(std::string_view text, std::int64_t& milliseconds) {
  std::int64_t total = 0;
  std::size_t at = 0, parts = 0;
  while (at < text.size() && digit(text[at]) && parts < 3) {
    std::int64_t value = 0;
    const std::size_t from = at;
    while (at < text.size() && digit(text[at]) && at - from < 3) value = value * 10 + (text[at++] - '0');
    total = total * 60 + value;
    ++parts;
    if (at >= text.size() || text[at] != ':' || at + 1 >= text.size() || !digit(text[at + 1])) break;
    if (parts < 3) ++at;
  }
  if (parts < 2) return 0;
  total *= 1000;
  if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && digit(text[at + 1])) {
    std::int64_t scale = 100;
    for (++at; at < text.size() && digit(text[at]); ++at, scale /= 10) total += scale * (text[at] - '0');
  }
  milliseconds = total;
  return at;
}

std::string time_text(std::int64_t ms) {
  const std::int64_t s = ms / 1000;
  return fmt::format("{:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
}

Result<SpokenLines> SpokenLines::load(const DataSet& data) {
  FB_TRY(const DataSet::File* file, data.find("comply/speakers.yaml"));
  FB_TRY(const PackNode root, PackNode::parse(file->bytes, file->place));
  FB_CHECK(root.only_keys({"host", "guest", "viewer"}));
  SpokenLines out;
  for (const std::string_view name : {"host", "guest", "viewer"}) {
    FB_TRY(const auto names, root[name].texts());
    for (const std::string& n : names) out.speakers_[folded(n)] = *line_speaker_named(name);
  }
  return out;
}

// Who bears the name: a known one, with a number or letter behind (主播2), or with a name of his own before or behind (观众小鱼, 李老师).
LineSpeaker SpokenLines::speaker_of(std::string_view name) const {
  std::string plain = squeezed(name);
  while (!plain.empty() && (digit(plain.back()) || (plain.back() >= 'A' && plain.back() <= 'Z'))) plain.pop_back();
  if (const auto known = speakers_.find(plain); known != speakers_.end()) return known->second;
  constexpr std::size_t kTwo = 6;  // bytes of two Chinese characters
  LineSpeaker out = LineSpeaker::unknown;
  std::size_t longest = 0;
  for (const auto& [known, speaker] : speakers_) {
    if (known.size() < kTwo || known.size() <= longest || is_latin_name(known)) continue;
    if (plain.starts_with(known) || plain.ends_with(known)) out = speaker, longest = known.size();
  }
  return out;
}

// The speaker before a colon.
void SpokenLines::read_speaker(std::string_view whole, SpokenLine& line) const {
  const std::string_view text = slice(whole, line.text);
  std::size_t colon = 0;
  const std::size_t name = name_before_colon(text, colon);
  if (name == 0) return;
  const LineSpeaker speaker = speaker_of(text.substr(0, name));
  if (speaker == LineSpeaker::unknown && line.at < 0) return;  // a sentence with a colon, as far as anybody can tell
  line.name = part(text, 0, name, line.text.begin);
  line.speaker = speaker;
  line.text = part(text, name + colon, text.size(), line.text.begin);
}

void SpokenLines::read_captions(const Document& document, std::vector<SpokenLine>& out) const {
  std::int64_t at = -1;
  bool in_note = false, in_cue = false;
  SpokenLine last;
  std::size_t last_index = 0;
  for (std::size_t i = 0; i < document.lines.size(); ++i) {
    const std::string_view line = document.line(i);
    const Span trimmed = part(line, 0, line.size(), document.lines[i].span.begin);
    SpokenLine& told = out[i];
    const std::string_view words = slice(document.text, trimmed);
    if (words.empty()) {
      in_note = in_cue = false;
      continue;
    }
    if (i == 0 && words.starts_with("WEBVTT")) {
      in_note = true;
      continue;
    }
    if (words.starts_with("NOTE") || words == "STYLE" || words == "REGION") in_note = !in_cue;
    if (in_note) continue;
    if (is_time_line(line)) {
      time_code(line.substr(blanks(line)), at);
      in_cue = true;
      continue;
    }
    if (!in_cue) continue;  // its number or name
    told.text = trimmed;
    told.at = at;
    if (words.starts_with("<v")) {  // <v 主播>家人们
      const std::size_t close = words.find('>'), name = words.find(' ');
      if (close != words.npos) {
        if (name < close) {
          told.name = part(words, name, close, trimmed.begin);
          told.speaker = speaker_of(slice(document.text, told.name));
        }
        std::string_view rest = words.substr(close + 1);
        if (rest.ends_with("</v>")) rest.remove_suffix(4);
        told.text = part(words, close + 1, close + 1 + rest.size(), trimmed.begin);
      }
    } else {
      read_speaker(document.text, told);
    }
    if (told.name.empty() && last.at >= 0) told.speaker = last.speaker, told.name = last.name;  // goes on speaking
    if (last.at >= 0 && told.speaker == last.speaker && told.name == last.name) out[last_index].flows_on = true;
    last = told;
    last_index = i;
  }
}

std::vector<SpokenLine> SpokenLines::read(const Document& document, ComplyKind kind) const {
  std::vector<SpokenLine> out(document.lines.size());
  if (kind == ComplyKind::transcript)
    for (std::size_t i = 0, seen = 0; i < document.lines.size() && seen < 40; ++i, ++seen)
      if (is_time_line(document.line(i))) {
        read_captions(document, out);
        return out;
      }
  for (std::size_t i = 0; i < document.lines.size(); ++i) {
    const Line& line = document.lines[i];
    const std::string_view words = document.line(i);
    SpokenLine& told = out[i];
    if (line.role == LineRole::page_furniture) continue;
    told.text = part(words, 0, words.size(), line.span.begin);
    told.heading = line.role == LineRole::heading;
    // Lines of a page are cut where the page ends, those of other texts where their author meant it.
    told.flows_on = document.has_layout && line.role == LineRole::plain && i + 1 < document.lines.size() &&
                    document.lines[i + 1].gap <= 0.3F && document.lines[i + 1].indent < 1.0F && line.right < 2.0F &&
                    document.lines[i + 1].role == LineRole::plain;
    if (kind == ComplyKind::transcript) {
      const std::size_t stamp = time_stamp(words, told.at);
      if (stamp > 0) told.text = part(words, stamp, words.size(), line.span.begin);
      else told.at = -1;
      read_speaker(document.text, told);
    } else if (kind == ComplyKind::listing) {
      std::size_t colon = 0;
      const std::string_view text = slice(document.text, told.text);
      if (const std::size_t name = name_before_colon(text, colon); name > 0) told.name = part(text, 0, name, told.text.begin);
    }
  }
  return out;
}

std::optional<KindGuess> guess_kind(const Document& document) {
  std::size_t lines = 0, times = 0, attributes = 0, captions = 0;
  for (std::size_t i = 0; i < document.lines.size() && lines < 500; ++i) {
    const std::string_view words = document.line(i);
    const Span trimmed = trim(words, {0, static_cast<std::uint32_t>(words.size())});
    const std::string_view text = slice(words, trimmed);
    if (text.empty() || all_digits(text)) continue;
    ++lines;
    std::int64_t at = -1;
    std::size_t colon = 0;
    if (is_time_line(words)) ++captions;
    else if (time_stamp(words, at) > 0) ++times;
    else if (name_before_colon(text, colon) > 0) ++attributes;
  }
  if (captions >= 2) return KindGuess{ComplyKind::transcript, fmt::format("{} time lines of captions", captions)};
  if (times >= 2 && times * 2 >= lines)
    return KindGuess{ComplyKind::transcript, fmt::format("{} of {} lines begin with a time code", times, lines)};
  if (attributes >= 3 && attributes * 2 >= lines)
    return KindGuess{ComplyKind::listing, fmt::format("{} of {} lines are an attribute, a colon and a value", attributes, lines)};
  if (document.media_type == "text/html") return KindGuess{ComplyKind::page, "it is HTML"};
  return std::nullopt;
}

}  // namespace fengbiao
