#include "comply/letters.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/punctuation.h"

namespace fengbiao {
namespace {

constexpr std::uint32_t kLongestEnclosed = 200;  // units; what is never closed encloses nothing

bool digit(std::uint32_t unit) { return unit >= '0' && unit <= '9'; }

// What opens waits for what closes it, within a line.
class Enclosures {
 public:
  explicit Enclosures(ComplyLetters& out) : out_(out) {}

  // `here`: so many units stand before it.
  void mark(std::uint32_t code, std::uint32_t here) {
    switch (code) {
      case kLeftQuote:
      case kLeftCorner:
      case kLeftWhiteCorner:
      case kLeftPrime:
      case kLeftSingleQuote: open(quote_, here); break;
      case kRightQuote:
      case kRightCorner:
      case kRightWhiteCorner:
      case kRightPrime:
      case kLowPrime:
      case kRightSingleQuote: close(quote_, here, out_.quotes); break;
      case '"':
      case 0xFF02:
        if (quote_ == kNone) open(quote_, here);
        else close(quote_, here, out_.quotes);
        break;
      case kLeftTitle: open(title_, here); break;
      case kRightTitle: close(title_, here, out_.titles); break;
      case '(':
      case '[':
      case kLeftParenthesis:
      case kLeftLenticular: open(bracket_, here); break;
      case ')':
      case ']':
      case kRightParenthesis:
      case kRightLenticular: close(bracket_, here, out_.brackets); break;
      default: break;
    }
  }
  void line_ends() { quote_ = title_ = bracket_ = kNone; }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static void open(std::uint32_t& from, std::uint32_t here) {
    if (from == kNone || here - from > kLongestEnclosed) from = here + 1;
  }
  static void close(std::uint32_t& from, std::uint32_t here, std::vector<ComplyLetters::Range>& out) {
    if (from != kNone && here >= from && here - from <= kLongestEnclosed) out.push_back({from, here});
    from = kNone;
  }
  ComplyLetters& out_;
  std::uint32_t quote_ = kNone, title_ = kNone, bracket_ = kNone;
};

bool ends_sentence(std::uint32_t code, std::uint32_t unit) {
  return is_stop(code) || code == kWideSemicolon || unit == ';' || unit == '!' || unit == '?';
}

}  // namespace

Span ComplyLetters::span(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t size = 0;
  const std::uint32_t last = byte(end - 1);
  Characters::unit_at(text, last, size);
  return {byte(begin), last + size};
}

bool ComplyLetters::within(const std::vector<Range>& ranges, std::uint32_t begin, std::uint32_t end) {
  const auto behind = std::ranges::upper_bound(ranges, begin, {}, &Range::begin);
  return behind != ranges.begin() && std::prev(behind)->end >= end;
}

void read_letters(std::string_view text, const std::vector<SpokenLine>& lines, const ComplyFolding& folding, ComplyLetters& out) {
  constexpr std::uint32_t kGap = ComplyLetters::kGap;
  out.text = text;
  out.stops.clear();
  out.lines.clear();
  out.quotes.clear();
  out.titles.clear();
  out.brackets.clear();
  // Never more units than bytes and lines; written without asking for room each time.
  out.units.clear();
  out.at.clear();
  out.units.reserve(text.size() / 2 + lines.size() + ComplyLetters::kPadding);
  out.at.reserve(text.size() / 2 + lines.size() + 1);
  Enclosures enclosures(out);
  const std::uint32_t* const cells = folding.cells();
  std::uint32_t gap = 0;
  for (std::size_t n = 0; n < lines.size(); ++n) {
    const SpokenLine& line = lines[n];
    if (line.text.empty()) continue;
    out.lines.push_back({static_cast<std::uint32_t>(out.units.size()), static_cast<std::uint32_t>(n)});
    // Room for the whole line, given back behind it.
    std::size_t i = out.units.size();
    out.units.resize(i + line.text.size() + 1);
    out.at.resize(i + line.text.size() + 1);
    char16_t* units = out.units.data();
    std::uint32_t* places = out.at.data();
    const std::uint32_t line_end = line.text.end;
    for (std::uint32_t at = line.text.begin, size = 0; at < line_end; at += size) {
      const std::uint32_t code = Characters::unit_at(text, at, size);
      const std::uint32_t cell = code < 0x10000 ? cells[code] : folding.cell(code);
      // Most characters are just themselves.
      if ((cell & ComplyFolding::kSpecial) == 0) [[likely]] {
        units[i] = static_cast<char16_t>(cell & ComplyFolding::kUnit);
        places[i] = at | gap;
        gap = 0;
        ++i;
        continue;
      }
      if ((cell & ComplyFolding::kNothing) != 0) continue;
      if ((cell & ComplyFolding::kHides) != 0) {
        const bool in_number = (cell & ComplyFolding::kBlank) == 0 && gap == 0 && i > 0 && digit(units[i - 1]) && at + size < line_end &&
                               digit(static_cast<unsigned char>(text[at + size]));
        if (!in_number) {
          gap = kGap;
          continue;
        }
      } else {
        enclosures.mark(code, static_cast<std::uint32_t>(i));
        if (ends_sentence(code, cell & ComplyFolding::kUnit)) out.stops.push_back(static_cast<std::uint32_t>(i));
      }
      units[i] = static_cast<char16_t>(cell & ComplyFolding::kUnit);
      places[i] = at | gap;
      gap = 0;
      ++i;
    }
    out.units.resize(i);
    out.at.resize(i);
    gap = 0;
    if (line.flows_on) continue;
    out.stops.push_back(static_cast<std::uint32_t>(i));
    out.units.push_back(ComplyLetters::kLineEnd);
    out.at.push_back(line.text.end | kGap);
    enclosures.line_ends();
  }
  out.at.push_back(static_cast<std::uint32_t>(text.size()) & ~kGap);
  out.units.insert(out.units.end(), ComplyLetters::kPadding, ComplyLetters::kLineEnd);
}

}  // namespace fengbiao
