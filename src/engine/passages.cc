#include "engine/passages.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/chars.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::size_t kWhole = 4u << 20;   // up to this a document is read whole
constexpr std::size_t kWindow = 1u << 20;  // read at a time beyond it
constexpr std::size_t kLongest = 64u << 10;
constexpr float kFull = 2.5F, kNarrowest = 16.0F;  // em
constexpr std::size_t kLongLine = 600;             // bytes: a line that long is a paragraph, not wrapped

bool is_plain_utf8(std::string_view bytes) {
  if (bytes.starts_with("%PDF") || bytes.starts_with("PK")) return false;
  if (const std::size_t first = bytes.find_first_not_of(" \t\r\n"); first == bytes.npos || bytes[first] == '<') return false;
  const auto bad = first_malformed(bytes);
  return (!bad || *bad + 4 > bytes.size()) && bytes.find('\0') == bytes.npos;
}

// Where to end a passage that would be too long: behind a full stop, else behind a blank, else between characters.
std::size_t cut(std::string_view text) {
  std::string stop;
  append_utf8(stop, kFullStop);
  const std::string_view head = text.substr(0, kLongest);
  if (const std::size_t at = head.rfind(stop); at != head.npos && at > kLongest / 2) return at + stop.size();
  if (const std::size_t at = head.find_last_of(" \n"); at != head.npos && at > kLongest / 2) return at + 1;
  std::size_t at = kLongest;
  while (at > kLongest - 4 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

void cut_lines(Document& document) {
  document.lines.clear();
  const std::string_view text = document.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    Line line;
    line.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    document.lines.push_back(line);
    begin = end + 1;
  }
}

}  // namespace

std::uint32_t Passage::line_at(std::size_t at) const {
  at = std::min(at, text.size());
  if (at < counted) {
    counted = 0;
    line_ends = 0;
  }
  line_ends += static_cast<std::uint32_t>(std::ranges::count(text.substr(counted, at - counted), '\n'));
  counted = at;
  return line + line_ends;
}

Passages::Passages(Document document, Lines lines) : lines_(lines), document_(std::move(document)) { look(); }

Passages Passages::of(std::string text, std::string_view file, Lines lines) { return {document_from_text(std::move(text), file), lines}; }

Result<Passages> Passages::open(const std::filesystem::path& path, const IntakeLimits& limits, Lines lines) {
  FB_TRY(ByteStream stream, ByteStream::open(path));
  std::string bytes;
  bool more = true;
  const auto read_to = [&](std::uint64_t size) -> Result<void> {
    while (more && bytes.size() < size) { FB_TRY(more, stream.read(bytes, std::min<std::uint64_t>(size - bytes.size(), kWindow))); }
    return {};
  };
  FB_CHECK(read_to(kWhole));
  if (!more || !is_plain_utf8(bytes)) {
    FB_CHECK(read_to(limits.file + 1));
    FB_TRY(Document document, read_document(bytes, stream.name(), limits));
    return Passages(std::move(document), lines);
  }
  Passages out({}, lines);
  out.setting_.reset();
  out.document_.file = stream.name();
  out.stream_ = std::make_unique<ByteStream>(std::move(stream));
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  out.pending_ = std::move(bytes);
  out.ended_ = false;
  FB_CHECK(out.take_pending());
  cut_lines(out.document_);
  out.look();
  return out;
}

// Drops what has been given and reads on, until the lines at hand reach far enough ahead. A line longer than a passage is handed
// out in pieces, so a window of several passages always suffices.
Result<void> Passages::fill() {
  const auto at_hand = [&] { return next_ == inks_.size() ? 0 : document_.text.size() - inks_[next_].span.begin - within_; };
  while (!ended_ && at_hand() < 4 * kLongest) {
    const std::size_t given = document_.text.size() - at_hand();
    lines_before_ +=
        static_cast<std::uint32_t>(std::count(document_.text.begin(), document_.text.begin() + static_cast<std::ptrdiff_t>(given), '\n'));
    offset_ += given;
    document_.text.erase(0, given);
    within_ = 0;
    FB_TRY(const bool more, stream_->read(pending_, kWindow));
    ended_ = !more;
    FB_CHECK(take_pending());
    cut_lines(document_);
    look();
  }
  return {};
}

// Moves whole characters from `pending_` to the text at hand.
Result<void> Passages::take_pending() {
  const std::size_t good = first_malformed(pending_).value_or(pending_.size());
  document_.text.append(pending_, 0, good);
  pending_.erase(0, good);
  if (pending_.empty() || (!ended_ && pending_.size() < 4)) return {};
  const auto lines = std::count(document_.text.begin(), document_.text.end(), '\n');
  return fail(Cause::not_text, {document_.file, lines_before_ + 1 + static_cast<std::size_t>(lines)},
              fmt::format("not UTF-8 at byte {}", offset_ + document_.text.size()), "save it as UTF-8; what stands before has been read");
}

// What is at hand as inks. How the text is set is told once, from its beginning.
void Passages::look() {
  inks_ = ink_of(document_);
  next_ = 0;
  if (!setting_) setting_ = setting_of(inks_, std::vector<bool>(inks_.size(), true), document_.has_layout);
}

// A passage may end with any sentence; it must not end within one.
bool Passages::joins(const Ink& here, const Ink& there) const {
  if (lines_ == Lines::apart || here.ended || there.indent >= 1 || here.span.size() >= kLongLine) return false;
  if (setting_->joins(here, there)) return true;
  // Too little text to tell how it is set: full lines below each other.
  return !setting_->wrapped && here.role == LineRole::plain && there.gap == 0 && here.width >= kNarrowest &&
         here.width + kFull >= there.width;
}

Result<bool> Passages::next(Passage& out) {
  if (stream_) FB_CHECK(fill());
  if (next_ == inks_.size()) return false;
  const std::string_view text = document_.text;
  const std::size_t begin = inks_[next_].span.begin + within_;
  out = {};
  out.offset = offset_ + begin;
  out.line = lines_before_ + inks_[next_].line;
  std::size_t end = inks_[next_].span.end;
  if (end - begin > kLongest) {
    out.text = text.substr(begin, cut(text.substr(begin, end - begin)));
    within_ += out.text.size();
    return true;
  }
  for (++next_; next_ < inks_.size(); ++next_) {
    const Ink &here = inks_[next_ - 1], &there = inks_[next_];
    if (there.span.end - begin > kLongest || !joins(here, there)) break;
    end = there.span.end;
  }
  out.text = text.substr(begin, end - begin);
  within_ = 0;
  return true;
}

}  // namespace fengbiao
